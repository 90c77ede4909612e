import type { AgencyPage } from '../actions/list-agencies.ts'
import { LICENCE_STATUSES, type LicenceStatus } from '../domain/licence.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { statusInWords } from './status-words.ts'

export interface AgencyListContent {
  readonly frame: Frame
  readonly found: AgencyPage
  readonly q: string | undefined
  readonly status: LicenceStatus | undefined
  readonly isFirst: boolean
}

/** The register to look through. A row is not an answer: each leads to one. */
export function AgencyListPage({ frame, found, q, status, isFirst }: AgencyListContent) {
  const { say, href } = frame
  const all = Object.values(found.counts).reduce((sum, count) => sum + count, 0)
  return (
    <Page frame={frame} title={say('Daftar perusahaan', 'Companies')}>
      <h1>{say('Daftar perusahaan', 'Companies')}</h1>
      <search>
        <form class="check" action="/perusahaan" method="get">
          {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
          <label for="cari">
            {say('Cari nama atau nomor izin', 'Search a name or licence number')}
          </label>
          <div class="box">
            <input
              id="cari"
              name="q"
              type="text"
              value={q ?? ''}
              maxlength={200}
              autocomplete="off"
            />
            <button type="submit">{say('Cari', 'Search')}</button>
          </div>
          <div class="field">
            <label for="status">{say('Keadaan izin', 'Licence')}</label>
            <select id="status" name="status">
              <option value="">
                {say('semua', 'all')} ({all})
              </option>
              {LICENCE_STATUSES.map((word) => (
                <option value={word} selected={word === status}>
                  {frame.pick(VOCABULARY.status[word])} ({found.counts[word] ?? 0})
                </option>
              ))}
            </select>
          </div>
        </form>
      </search>
      <p>
        {say(
          'Yang tertulis di sini adalah catatan, belum jawaban. Ketuk satu nama, lalu periksa.',
          'What stands here is the record, not yet an answer. Choose a name, then check it.',
        )}
      </p>
      <p class="hint" role="status">
        {found.total === 1
          ? say('1 perusahaan', '1 company')
          : say(`${found.total} perusahaan`, `${found.total} companies`)}
      </p>
      {found.items.length === 0 ? (
        <div class="card">
          <p class="headline">{say('Tidak ada yang cocok.', 'Nothing matches.')}</p>
          <p>
            {say(
              'Ini belum berarti perusahaan itu tidak sah. Periksa tulisannya, atau tanyakan ke Dinas Tenaga Kerja.',
              'This does not mean that the company is illegal. Check the spelling, or ask the labour office.',
            )}
          </p>
        </div>
      ) : (
        <ol class="rows">
          {found.items.map((seen) => (
            <li>
              <a class="row" href={href(`/perusahaan/${seen.agency.id}`)}>
                <strong>{seen.name}</strong>
                <span>
                  {statusInWords(frame, seen)}
                  {seen.number !== null && ` · ${seen.number.printed}`}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
      <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
        {!isFirst && (
          <a class="button" href={href('/perusahaan', { q, status })}>
            {say('Kembali ke awal', 'Back to the start')}
          </a>
        )}
        {found.next !== null && (
          <a class="button" rel="next" href={href('/perusahaan', { q, status, after: found.next })}>
            {say('Berikutnya', 'Next')}
          </a>
        )}
      </nav>
    </Page>
  )
}
