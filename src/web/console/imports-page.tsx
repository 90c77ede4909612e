import type { OpenedRegister } from '../../actions/open-register.ts'
import { IMPORT_STATE_WORDS, ROW_CLASS_WORDS } from '../../domain/listing/import-words.ts'
import {
  IMPORT_ROW_CLASSES,
  IMPORT_STATES,
  type ImportComparison,
  type ImportState,
} from '../../domain/listing/list-import.ts'
import { mayDo } from '../../domain/people/person.ts'
import type { Source } from '../../domain/source.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { KeptImport } from '../../store/list-imports.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage } from './console-page.tsx'
import { Choice, FilterForm } from './filter-form.tsx'
import { IMPORTS_PATH } from './paths.ts'
import { SEND_FIELDS, SendListForm } from './send-list-form.tsx'
import type { FieldFaults, Typed } from './typed-fact.ts'

export interface ImportsContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly opened: OpenedRegister
  readonly imports: readonly KeptImport[]
  readonly names: ReadonlyMap<string, string>
  readonly state: ImportState | undefined
  readonly source: string | undefined
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  readonly typed: Typed
  readonly faults: FieldFaults
}

/** Every list that was sent, the newest first, and the form to send one. */
export function ImportsPage(content: ImportsContent) {
  const { frame, person, opened, imports, state, source, next, faults } = content
  const { say, href, pick } = frame
  const sources = [...opened.register.sources()].sort((a, b) => a.title.localeCompare(b.title))
  const isWrong = faults.size > 0
  const title = say('Impor daftar', 'Imports of lists')
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={isWrong ? say('Daftarnya belum terkirim', 'The list was not sent') : title}
      isBehind={!opened.registry.isCurrent}
    >
      {isWrong && <Faults frame={frame} faults={faults} />}
      {isWrong && <SendListForm {...content} sources={sources} />}
      <FilterForm frame={frame} path={IMPORTS_PATH}>
        <Choice
          id="state"
          label={say('Keadaan', 'State')}
          any={say('semua', 'all')}
          options={IMPORT_STATES.map((word) => [word, pick(IMPORT_STATE_WORDS[word])])}
          chosen={state}
        />
        <Choice
          id="source"
          label={say('Sumber', 'Source')}
          any={say('semua', 'all')}
          options={sources.map(({ id, title: name }) => [id, name])}
          chosen={source}
        />
      </FilterForm>
      {imports.length === 0 ? (
        <p class="card headline">
          {say('Tidak ada impor yang cocok.', 'There is no such import.')}{' '}
          {state === undefined &&
            source === undefined &&
            say('Kirim daftar pertama di bawah.', 'Send the first list below.')}
        </p>
      ) : (
        <ImportsTable {...content} sources={sources} />
      )}
      {next !== null && (
        <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
          <a class="button" rel="next" href={href(IMPORTS_PATH, { state, source, after: next })}>
            {say('Berikutnya', 'Next')}
          </a>
        </nav>
      )}
      {!isWrong && mayDo(person, 'record') && <SendListForm {...content} sources={sources} />}
    </ConsolePage>
  )
}

function Faults({ frame, faults }: { readonly frame: Frame; readonly faults: FieldFaults }) {
  const labels: Readonly<Record<string, { readonly label: { id: string; en: string } }>> = {
    ...SEND_FIELDS,
    file: { label: { id: 'Berkas', en: 'File' } },
  }
  return (
    <div class="faults" role="alert" tabindex={-1} autofocus>
      <ul>
        {[...faults].map(([name, fault]) => (
          <li>
            <a href={`#${name}`}>{frame.pick(labels[name]?.label ?? { id: name, en: name })}</a>:{' '}
            {frame.pick(fault)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ImportsTable({
  frame,
  person,
  imports,
  names,
  sources,
}: ImportsContent & { readonly sources: readonly Source[] }) {
  const { say, href } = frame
  const titles = new Map(sources.map(({ id, title }) => [id, title]))
  return (
    <section class="wide-table" aria-label={say('Daftar impor', 'Imports')} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('Berkas', 'File')}</th>
            <th scope="col">{say('Sumber', 'Source')}</th>
            <th scope="col">{say('Hari daftar', 'Day of the list')}</th>
            <th scope="col">{say('Keadaan', 'State')}</th>
            <th scope="col">{say('Baris', 'Rows')}</th>
            <th scope="col">{say('Dikirim', 'Sent')}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((kept) => (
            <tr>
              <th scope="row">
                <a class="tap" href={href(`${IMPORTS_PATH}/${kept.id}`)}>
                  {importName(frame, kept)}
                </a>
              </th>
              <td>{titles.get(kept.request.sourceId) ?? kept.request.sourceId}</td>
              <td>{frame.day(kept.request.asOf)}</td>
              <td>{stateInWords(frame, kept)}</td>
              <td>{countsInWords(frame, kept.comparison)}</td>
              <td>
                {nameOf(frame, person, names, kept.createdBy)},{' '}
                {frame.instant(new Date(kept.createdAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What people call an import. */
export function importName({ say }: Frame, { undoes, fileName }: KeptImport): string {
  return undoes === null ? fileName : say(`Penarikan: ${fileName}`, `Taken back: ${fileName}`)
}

export function stateInWords({ say, pick }: Frame, kept: KeptImport): string {
  if (kept.progress?.isStopped) return say('terhenti', 'stopped')
  if (kept.undoneBy?.isPublished) {
    return say('tercatat, lalu ditarik kembali', 'recorded, then taken back')
  }
  return pick(IMPORT_STATE_WORDS[kept.state])
}

function countsInWords({ pick, say }: Frame, comparison: ImportComparison | null): string {
  if (comparison === null) return '–'
  const counted = IMPORT_ROW_CLASSES.flatMap((is) => {
    const count = comparison.counts[is] ?? 0
    return count === 0 ? [] : [`${count} ${pick(ROW_CLASS_WORDS[is])}`]
  })
  return counted.join(', ') || say('tidak ada', 'none')
}

export function nameOf(
  { say }: Frame,
  person: SignedIn,
  names: ReadonlyMap<string, string>,
  id: string,
): string {
  return id === person.id ? say('Anda', 'you') : (names.get(id) ?? id)
}
