import { DIRT, DIRT_CODES, type DirtCode } from '../../domain/listing/dirt.ts'
import { ROW_CLASS_MEANING, ROW_CLASS_WORDS } from '../../domain/listing/import-words.ts'
import {
  IMPORT_ROW_CLASSES,
  type ImportRow,
  type ImportRowClass,
} from '../../domain/listing/list-import.ts'
import type { Frame } from '../frame.ts'
import { FormToken } from './console-page.tsx'
import { Choice, FilterForm, searchedFor } from './filter-form.tsx'
import { type ImportContent, mayChange } from './import-content.ts'
import { decisionInWords, RowFindings } from './import-row-words.tsx'
import { AGENCIES_PATH, IMPORTS_PATH } from './paths.ts'

/** What the address asks of the rows. */
export interface RowsAsked {
  readonly class: ImportRowClass | undefined
  readonly look: 'true' | undefined
  readonly decided: 'true' | 'false' | undefined
  readonly dirt: DirtCode | undefined
  readonly q: string | undefined
}

export interface ShownRows {
  readonly asked: RowsAsked
  readonly rows: readonly ImportRow[]
  readonly total: number
  /** The position after which this page begins, where it is not the first. */
  readonly after: number | undefined
  /** Where the next page begins; null on the last. */
  readonly next: number | null
}

type Query = Readonly<Record<string, string | undefined>>

/** Whatever else the address asks for is left aside: the rows are always shown. */
export function readRowsAsked(query: Query): RowsAsked {
  return {
    class: IMPORT_ROW_CLASSES.find((is) => is === query.class),
    look: query.look === 'true' ? 'true' : undefined,
    decided: (['true', 'false'] as const).find((is) => is === query.decided),
    dirt: DIRT_CODES.find((code) => code === query.dirt),
    q: searchedFor(query.q),
  }
}

export function readPosition(query: Query): number | undefined {
  return /^\d{1,8}$/.test(query.after ?? '') ? Number(query.after) : undefined
}

/** The rows of an import: by class, narrowed, page by page, each with what was decided. */
export function ImportRows(content: ImportContent & { readonly shown: ShownRows }) {
  const { frame, kept, shown } = content
  const { say, href, pick } = frame
  const { asked, rows, total, after, next } = shown
  const path = `${IMPORTS_PATH}/${kept.id}`
  const counts = kept.comparison?.counts ?? {}
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const dirt = DIRT_CODES.flatMap((code): (readonly [string, string])[] => {
    const count = kept.comparison?.dirtCounts[code] ?? 0
    return count === 0 ? [] : [[code, `${pick(DIRT[code])} (${count})`]]
  })
  return (
    <section aria-labelledby="baris">
      <h2 id="baris">{say('Baris demi baris', 'Row by row')}</h2>
      <nav class="views" aria-label={say('Baris menurut golongan', 'Rows by class')}>
        <a
          class="bottom-link"
          href={href(path, { ...asked, class: undefined })}
          aria-current={asked.class === undefined ? 'page' : undefined}
        >
          {say('semua', 'all')} ({all})
        </a>
        {IMPORT_ROW_CLASSES.filter((is) => (counts[is] ?? 0) > 0).map((is) => (
          <a
            class="bottom-link"
            href={href(path, { ...asked, class: is })}
            aria-current={asked.class === is ? 'page' : undefined}
          >
            {pick(ROW_CLASS_WORDS[is])} ({counts[is]})
          </a>
        ))}
      </nav>
      {asked.class !== undefined && <p>{pick(ROW_CLASS_MEANING[asked.class])}</p>}
      <FilterForm
        frame={frame}
        path={path}
        q={asked.q}
        label={say('Nama, nomor, atau id perusahaan', 'Name, number or id of an agency')}
        kept={{ class: asked.class }}
      >
        <Choice
          id="look"
          label={say('Perlu dilihat', 'Needs a look')}
          any={say('semua', 'all')}
          options={[
            [
              'true',
              `${say('hanya yang perlu dilihat', 'only what needs a look')} (${kept.comparison?.needLook ?? 0})`,
            ],
          ]}
          chosen={asked.look}
        />
        <Choice
          id="decided"
          label={say('Keputusan', 'Decision')}
          any={say('semua', 'all')}
          options={[
            ['true', `${say('sudah diputuskan', 'decided')} (${kept.decided})`],
            ['false', say('belum diputuskan', 'not decided')],
          ]}
          chosen={asked.decided}
        />
        {dirt.length > 0 && (
          <Choice
            id="dirt"
            label={say('Cacat', 'Fault')}
            any={say('semua', 'all')}
            options={dirt}
            chosen={asked.dirt}
          />
        )}
      </FilterForm>
      {rows.length === 0 ? (
        <p class="card headline">{say('Tidak ada baris yang cocok.', 'No row matches.')}</p>
      ) : (
        <>
          <p class="hint" role="status">
            {say(`${rows.length} dari ${total} baris`, `${rows.length} of ${total} rows`)}
          </p>
          <RowsTable {...content} />
        </>
      )}
      {(after !== undefined || next !== null) && (
        <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
          {after !== undefined && (
            <a class="button quiet" href={href(path, { ...asked })}>
              {say('Awal', 'First')}
            </a>
          )}
          {next !== null && (
            <a class="button" rel="next" href={href(path, { ...asked, after: String(next) })}>
              {say('Berikutnya', 'Next')}
            </a>
          )}
        </nav>
      )}
    </section>
  )
}

function RowsTable(content: ImportContent & { readonly shown: ShownRows }) {
  const { frame, person, opened, kept, shown } = content
  const { say, pick } = frame
  const mayDecide = mayChange(person, kept)
  return (
    <section class="wide-table" aria-label={say('Baris daftar', 'Rows of the list')} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('Nama', 'Name')}</th>
            <th scope="col">{say('Nomor', 'Number')}</th>
            <th scope="col">{say('Baris', 'Line')}</th>
            <th scope="col">{say('Golongan', 'Class')}</th>
            <th scope="col">{say('Yang ditemukan', 'What was found')}</th>
            <th scope="col">{say('Keputusan', 'Decision')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((row) => (
            <tr>
              <th scope="row">
                <a class="tap" href={rowHref(frame, kept.id, row)}>
                  {row.name || say('tanpa nama', 'without a name')}
                </a>
              </th>
              <td>{row.number ?? '–'}</td>
              <td>{row.line ?? '–'}</td>
              <td>
                {pick(ROW_CLASS_WORDS[row.class])}
                {row.isHeld && row.decision === null && `, ${say('ditahan', 'held')}`}
                {row.needsLook && `, ${say('perlu dilihat', 'needs a look')}`}
              </td>
              <td class="long">
                <RowFindings frame={frame} row={row} />
              </td>
              <td>
                {mayDecide && row.needsLook && row.line !== null && (
                  <p>
                    <a class="tap" href={rowHref(frame, kept.id, row)}>
                      {row.decision === null
                        ? say('Lihat dan putuskan', 'Look and decide')
                        : say('Lihat lagi', 'Look again')}
                    </a>
                  </p>
                )}
                {row.decision !== null && <p>{decisionInWords(frame, opened, row.decision)}</p>}
                {mayDecide && isQuick(row) && <QuickDecision {...content} row={row} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A row of the list has a page of its own; an agency that is missing has its record. */
function rowHref(
  { href }: Frame,
  importId: string,
  { line, agencyId }: ImportRow,
): string | undefined {
  if (line !== null) return href(`${IMPORTS_PATH}/${importId}/baris/${line}`)
  return agencyId === null ? undefined : href(`${AGENCIES_PATH}/${agencyId}`)
}

/** Rows that no list can record are not left out: there is nothing to leave. */
function isQuick({ line, class: is, decision }: ImportRow): boolean {
  return line !== null && (decision !== null || (is !== 'refused' && is !== 'duplicate'))
}

function QuickDecision({
  frame,
  person,
  kept,
  shown: { asked, after },
  row,
}: ImportContent & { readonly shown: ShownRows; readonly row: ImportRow }) {
  const { say, href } = frame
  const isDecided = row.decision !== null
  const back = { ...asked, after: after === undefined ? undefined : String(after) }
  const words = isDecided
    ? say('Batalkan keputusan', 'Undo the decision')
    : say('Keluarkan', 'Leave out')
  return (
    <form method="post" action={href(`${IMPORTS_PATH}/${kept.id}/baris/${row.line}`, back)}>
      <FormToken person={person} />
      <input type="hidden" name="is" value={isDecided ? '' : 'leave_out'} />
      <button class="quiet" type="submit" aria-label={`${words}: ${row.name}`}>
        {words}
      </button>
    </form>
  )
}
