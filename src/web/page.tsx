import { gzipSync } from 'node:zlib'
import type { Child } from 'hono/jsx'
import { DEMONSTRATION_NOTICE } from '../domain/demonstration.ts'
import { takesGzip } from '../packed.ts'
import { type RequestContext, setHeader } from '../request-context.ts'
import { ASSET_ADDRESS } from './assets.ts'
import type { Frame } from './frame.ts'

interface PageContent {
  readonly frame: Frame
  readonly title: string
  /** True when something on this page is invented. */
  readonly demonstration?: boolean
  readonly hasSuggestions?: boolean
  /** `check`: what is typed becomes a check that is kept, or what is shown is one. */
  readonly keeps?: 'nothing' | 'check'
  /** In place of the link to the other language, where a link would lose what was typed. */
  readonly languageSwitch?: Child
  /** True for who signs in: what is typed there is kept, so the page does not promise otherwise. */
  readonly isForOfficers?: boolean
  /** Seconds after which the page is asked for again, while what it shows goes on by itself. */
  readonly refreshAfter?: number | undefined
  readonly children?: Child
}

/** What surrounds every page. */
export function Page(content: PageContent) {
  const { frame, title, demonstration, hasSuggestions, languageSwitch, children } = content
  const { isForOfficers = false, refreshAfter } = content
  const { say, href, language } = frame
  const other = language === 'id' ? 'en' : 'id'
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content={isForOfficers ? 'same-origin' : 'no-referrer'} />
        <meta name="color-scheme" content="light" />
        {refreshAfter !== undefined && <meta http-equiv="refresh" content={String(refreshAfter)} />}
        <title>{`${title} · Pastikan`}</title>
        <link rel="stylesheet" href={ASSET_ADDRESS['pastikan.css']} />
        <link rel="icon" type="image/svg+xml" href={ASSET_ADDRESS['icon.svg']} />
        {hasSuggestions && <script src={ASSET_ADDRESS['suggest.js']} defer></script>}
      </head>
      <body>
        <a class="skip" href="#isi">
          {say('Langsung ke isi', 'Skip to the content')}
        </a>
        <header class="top">
          <a class="brand top-link" href={href('/')}>
            Pastikan
          </a>
          {languageSwitch ?? (
            <a class="language top-link" href={frame.here(other)} lang={other} hreflang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          )}
        </header>
        {(frame.isDemonstration || demonstration) && (
          <p class="notice">{frame.pick(DEMONSTRATION_NOTICE)}</p>
        )}
        <main id="isi">{children}</main>
        <footer class="bottom">
          <nav class="bottom-links" aria-label={say('Halaman lain', 'Other pages')}>
            <a class="bottom-link" href={href('/')}>
              {say('Periksa', 'Check')}
            </a>
            <a class="bottom-link" href={href('/periksa-lengkap')}>
              {say('Periksa lengkap', 'Full check')}
            </a>
            <a class="bottom-link" href={href('/perusahaan')}>
              {say('Daftar perusahaan', 'Companies')}
            </a>
            <a class="bottom-link" href={href('/sandbox')}>
              {say('Contoh untuk mencoba', 'Examples to try')}
            </a>
            <a class="bottom-link" href="/docs">
              API
            </a>
            <a class="bottom-link" href={href('/konsol')}>
              {say('Untuk petugas', 'For officers')}
            </a>
          </nav>
          <p>
            {say(
              'Pastikan menyampaikan apa yang tercatat, pada hari apa, dan dari sumber mana.',
              'Pastikan tells what is on record, on which day, and from which source.',
            )}{' '}
            {!isForOfficers && keptInWords(content)}
          </p>
        </footer>
      </body>
    </html>
  )
}

export const LANGUAGE_NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const

function keptInWords({ frame, keeps = 'nothing' }: PageContent): string {
  const { say, checkRetentionDays: days } = frame
  return keeps === 'nothing'
    ? say(
        'Yang Anda ketik di halaman ini tidak disimpan.',
        'What you type on this page is not kept.',
      )
    : say(
        `Pertanyaan yang diperiksa dan jawabannya disimpan ${days} hari, lalu dihapus. Nama orang, NIK, tanggal lahir, dan nomor surat tidak disimpan.`,
        `A question that was checked and its answer are kept for ${days} days, then deleted. Names of persons, NIK, birth dates and document numbers are not kept.`,
      )
}

export type PageStatus =
  | 200
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 412
  | 413
  | 415
  | 422
  | 428
  | 429
  | 500
  | 503

/** Sends a page, packed where the caller reads that: a slow connection carries a quarter of it. */
export function sendPage(
  c: RequestContext,
  page: ReturnType<typeof Page>,
  status: PageStatus = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = `<!doctype html>${page}`
  const sent = { ...headers, 'Content-Type': 'text/html; charset=utf-8' }
  setHeader(c, 'Vary', 'Accept-Language, Accept-Encoding')
  if (!takesGzip(c)) return c.body(text, status, sent)
  setHeader(c, 'Content-Encoding', 'gzip')
  return c.body(Uint8Array.from(gzipSync(text)), status, sent)
}
