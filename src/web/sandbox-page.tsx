import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import type { Bilingual } from '../domain/bilingual.ts'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'

interface Example {
  readonly shows: Bilingual
  readonly question: Readonly<Record<string, string>>
}

/** What an answer can look like besides the status of one agency. */
const LOOK_ALIKES: readonly Example[] = [
  {
    shows: { id: 'nama sama, salah ketik satu huruf', en: 'same name, one letter mistyped' },
    question: { q: 'PT Contoh Bahari Sentoso' },
  },
  {
    shows: { id: 'nama mirip, satu kata berbeda', en: 'similar name, one word differs' },
    question: { q: 'PT Contoh Bahari Gemilang' },
  },
  {
    shows: { id: 'nama sebagian, beberapa yang cocok', en: 'part of a name that several share' },
    question: { q: 'PT Contoh Milenia Muda' },
  },
  {
    shows: {
      id: 'nama satu perusahaan dengan nomor perusahaan lain',
      en: 'one company’s name with another’s number',
    },
    question: { q: 'PT Contoh Bahari Sentosa 9900000000035' },
  },
  {
    shows: { id: 'nomor 16 angka, satu angka hilang', en: 'sixteen digits, one is missing' },
    question: { q: '9900000000028001' },
  },
  {
    shows: { id: 'nomor yang tidak tercatat', en: 'a number that is not on record' },
    question: { q: '9900000009999' },
  },
  {
    shows: { id: 'nama yang tidak tercatat', en: 'a name that is not on record' },
    question: { q: 'PT Rekaan Tiada Tercatat' },
  },
  {
    shows: { id: 'telepon yang tercatat', en: 'a telephone on record' },
    question: { q: '021 0000 0101' },
  },
  {
    shows: { id: 'nama benar, telepon lain', en: 'right name, another telephone' },
    question: { q: 'PT Contoh Bahari Sentosa 021 0000 0999' },
  },
  {
    shows: { id: 'hari sebelum izinnya dicabut', en: 'the day before its licence was revoked' },
    question: { licence: '9900000000066', on: '2026-01-28' },
  },
]

interface SandboxContent {
  readonly frame: Frame
  /** False on a register without the invented agencies, where none of this is found. */
  readonly isLoaded: boolean
}

export function SandboxPage({ frame, isLoaded }: SandboxContent) {
  const { say, pick } = frame
  return (
    <Page frame={frame} title={say('Contoh untuk mencoba', 'Examples to try')} demonstration>
      <h1>{say('Contoh untuk mencoba', 'Examples to try')}</h1>
      <p class="headline">
        {say(
          'Semua perusahaan, nomor, dan telepon di halaman ini rekaan. Tidak ada yang nyata.',
          'Every company, number and telephone on this page is invented. None is real.',
        )}
      </p>
      {!isLoaded && (
        <p class="typed-before" role="note">
          {say(
            'Layanan ini tidak memuat daftar contoh, jadi jawabannya akan “tidak ditemukan”.',
            'This service does not hold the invented register, so the answers will be “not found”.',
          )}
        </p>
      )}
      <h2>{say('Perusahaan rekaan', 'Invented companies')}</h2>
      <ol class="rows">
        {DEMONSTRATION_AGENCIES.map(({ name, number, shows }) => (
          <li>
            <a
              class="row"
              href={frame.href('/periksa', number === undefined ? { name } : { licence: number })}
            >
              <strong>{pick(shows)}</strong>
              <span>
                {name} · {number ?? say('tanpa nomor', 'no number')} ({say('rekaan', 'invented')})
              </span>
            </a>
          </li>
        ))}
      </ol>
      <h2>{say('Pertanyaan yang sulit', 'Harder questions')}</h2>
      <ol class="rows">
        {LOOK_ALIKES.map(({ shows, question }) => (
          <li>
            <a class="row" href={frame.href('/periksa', question)}>
              <strong>{pick(shows)}</strong>
              <span>
                {Object.values(question).join(' · ')} ({say('rekaan', 'invented')})
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p>
        {say(
          'Untuk pengembang: pertanyaan yang sama lewat',
          'For developers: the same questions by',
        )}{' '}
        <a href="/docs">API</a>, <code>GET /v1/verify</code>.
      </p>
    </Page>
  )
}
