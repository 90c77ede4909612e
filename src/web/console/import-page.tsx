import type { Bilingual } from '../../domain/bilingual.ts'
import { problemOfImport } from '../../domain/listing/import-words.ts'
import { LIST_WARNINGS } from '../../domain/listing/list-comparison.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { KeptImport } from '../../store/list-imports.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { type ImportContent, mayDoHere } from './import-content.ts'
import { ImportDecisions, Rounds } from './import-decisions.tsx'
import { ColumnsForm, fileInWords } from './import-file.tsx'
import { ImportRows, type ShownRows } from './import-rows.tsx'
import { importName, nameOf, stateInWords } from './imports-page.tsx'
import { IMPORTS_PATH } from './paths.ts'

const SECONDS_BETWEEN_LOOKS = 3

interface ImportPageContent extends ImportContent {
  /** Null while there is nothing to show, or it is being made anew. */
  readonly shown: ShownRows | null
}

/** One import: its file, how far it is, what would change, and what may be decided. */
export function ImportPage(content: ImportPageContent) {
  const { frame, person, kept, shown, trouble } = content
  const { progress, problem, comparison } = kept
  const isWorking = progress !== null && !progress.isStopped
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={`${frame.say('Impor', 'Import')}: ${importName(frame, kept)}`}
      refreshAfter={isWorking ? SECONDS_BETWEEN_LOOKS : undefined}
    >
      {trouble !== null && (
        <div class="faults" role="alert" tabindex={-1} autofocus>
          <p>{frame.pick(trouble)}</p>
        </div>
      )}
      {progress !== null && <Progress {...content} progress={progress} />}
      {problem !== null && (
        <section class="faults" aria-labelledby="masalah">
          <h2 id="masalah">{frame.say('Yang terjadi', 'What happened')}</h2>
          <p>{frame.pick(problemOfImport(problem))}</p>
          {problem.says !== '' && (
            <p class="hint" lang="en">
              {problem.says}
            </p>
          )}
        </section>
      )}
      {comparison?.warnings.map(({ code, detail }) => (
        <p class="faults">
          {frame.pick(LIST_WARNINGS[code])} <span lang="en">({detail})</span>
        </p>
      ))}
      <About {...content} />
      <Rounds {...content} />
      {progress === null && (
        <>
          <ImportDecisions {...content} />
          <ColumnsForm {...content} />
          {shown !== null && <ImportRows {...content} shown={shown} />}
        </>
      )}
    </ConsolePage>
  )
}

function About({ frame, person, opened, kept, names }: ImportContent) {
  const { say, href, pick } = frame
  const { request, undoes, undoneBy, published, comparison } = kept
  const source = opened.view.source(request.sourceId)
  const { url } = source ?? {}
  return (
    <dl>
      <dt>{say('Keadaan', 'State')}</dt>
      <dd>
        <strong>{stateInWords(frame, kept)}</strong>
      </dd>
      {undoes !== null && (
        <>
          <dt>{say('Menarik kembali', 'Takes back')}</dt>
          <dd>
            <a href={href(`${IMPORTS_PATH}/${undoes}`)}>
              {say('impor yang sudah tercatat ini', 'this import, which is recorded')}
            </a>
          </dd>
        </>
      )}
      {undoneBy !== null && (
        <>
          <dt>
            {undoneBy.isPublished
              ? say('Ditarik kembali oleh', 'Taken back by')
              : say('Hendak ditarik kembali oleh', 'About to be taken back by')}
          </dt>
          <dd>
            <a href={href(`${IMPORTS_PATH}/${undoneBy.id}`)}>
              {say('penarikan ini', 'this import')}
            </a>
          </dd>
        </>
      )}
      <dt>{say('Sumber', 'Source')}</dt>
      <dd>
        {source === undefined ? request.sourceId : `${source.title} (${source.publisher})`}
        {url != null && /^https?:/.test(url) && (
          <>
            {': '}
            <a href={url} rel="noreferrer">
              {url}
            </a>
          </>
        )}
      </dd>
      <dt>{say('Hari daftar', 'Day of the list')}</dt>
      <dd>
        {frame.day(request.asOf)}, {say('diambil', 'retrieved')} {frame.day(request.retrievedOn)}
      </dd>
      <dt>{say('Jenis', 'Kind')}</dt>
      <dd>{pick(VOCABULARY.agency_kind[request.kind])}</dd>
      {undoes === null && (
        <>
          <dt>{say('Berkas', 'File')}</dt>
          <dd>
            {fileInWords(frame, kept)}
            <br />
            <span class="hint">SHA-256 {kept.sha256}</span>
          </dd>
        </>
      )}
      <dt>
        {undoes === null ? say('Dikirim oleh', 'Sent by') : say('Diminta oleh', 'Asked for by')}
      </dt>
      <dd>
        {nameOf(frame, person, names, kept.createdBy)}, {frame.instant(new Date(kept.createdAt))}
      </dd>
      {comparison !== null && (
        <>
          <dt>
            {published === null
              ? say('Yang akan dicatat', 'What would be recorded')
              : say('Yang dicatat', 'What was recorded')}
          </dt>
          <dd>
            {say(`${comparison.changeCount} catatan`, `${comparison.changeCount} entries`)},{' '}
            {say('dibandingkan', 'compared')} {frame.instant(new Date(comparison.comparedAt))}
            <br />
            <span class="hint">
              {say('Sidik perbedaannya', 'Digest of the difference')} {comparison.digest}
            </span>
          </dd>
        </>
      )}
      {published !== null && (
        <>
          <dt>{say('Tercatat', 'Recorded')}</dt>
          <dd>
            {frame.instant(new Date(published.at))}:{' '}
            <a href={`/v1/log/entries?from=${published.firstEntry}`}>
              {say(
                `catatan ${published.firstEntry} sampai ${published.firstEntry + published.entries - 1} dalam log`,
                `entries ${published.firstEntry} to ${published.firstEntry + published.entries - 1} of the log`,
              )}
            </a>
          </dd>
        </>
      )}
    </dl>
  )
}

const STEP_WORDS: Readonly<Record<string, Bilingual>> = {
  waiting: { id: 'Menunggu giliran', en: 'Waiting for its turn' },
  reading: { id: 'Membaca berkas', en: 'Reading the file' },
  comparing: { id: 'Membandingkan dengan registri', en: 'Comparing with the register' },
  keeping: { id: 'Menyimpan hasil perbandingan', en: 'Keeping what was found' },
  staging: { id: 'Menyiapkan catatan', en: 'Preparing the entries' },
  recording: { id: 'Mencatat semuanya sekaligus', en: 'Recording all of it at once' },
}

function Progress({
  frame,
  person,
  kept,
  progress: { step, done, total, isStopped },
}: ImportContent & { readonly progress: NonNullable<KeptImport['progress']> }) {
  const { say, href } = frame
  const words = STEP_WORDS[step]
  const doing = words === undefined ? step : frame.pick(words)
  const isCounted = total !== null && total > 0
  if (isStopped) {
    return (
      <section class="faults" role="alert">
        <h2>{say('Pekerjaannya terhenti', 'The work has stopped')}</h2>
        <p>
          {say(
            'Prosesnya terputus. Berkas dan keputusan Anda masih tersimpan, dan tidak ada yang tercatat setengah.',
            'Its process was cut off. The file and your decisions are still kept, and nothing was recorded by half.',
          )}
        </p>
        {mayDoHere(person, 'record', kept) && (
          <form method="post" action={href(`${IMPORTS_PATH}/${kept.id}/bandingkan`)}>
            <FormToken person={person} />
            <button type="submit">{say('Lanjutkan', 'Take it up')}</button>
          </form>
        )}
      </section>
    )
  }
  return (
    <section class="card" aria-labelledby="kemajuan">
      <h2 id="kemajuan">{doing}</h2>
      <progress
        aria-labelledby="kemajuan"
        {...(isCounted && { value: String(done), max: String(total) })}
      ></progress>
      <p>
        {isCounted && say(`${done} dari ${total}. `, `${done} of ${total}. `)}
        {say(
          'Halaman ini memperbarui diri. Anda boleh menutupnya: pekerjaannya berjalan terus.',
          'This page renews itself. You may close it: the work goes on.',
        )}
      </p>
      <a class="tap" href={href(`${IMPORTS_PATH}/${kept.id}`)}>
        {say('Muat ulang sekarang', 'Load it again now')}
      </a>
    </section>
  )
}
