import { CheckForm, type Typed } from './check-form.tsx'
import type { Frame } from './frame.ts'
import { FULL_CHECK } from './full-check/step-page.tsx'
import { Page } from './page.tsx'

interface StartContent {
  readonly frame: Frame
  readonly typed?: Typed
  readonly faults?: readonly string[]
}

export function StartPage({ frame, typed, faults }: StartContent) {
  const { say } = frame
  return (
    <Page frame={frame} title={say('Periksa perekrut', 'Check a recruiter')} hasSuggestions>
      <h1 class="question">
        {say(
          'Apakah perusahaan ini tercatat berizin mengirim pekerja ke luar negeri?',
          'Is this company on record as licensed to send workers abroad?',
        )}
      </h1>
      <CheckForm frame={frame} {...(typed && { typed })} {...(faults && { faults })} />
      <section class="card lengkap" aria-labelledby="lengkap">
        <h2 id="lengkap">{say('Ada lowongan atau surat-surat?', 'Is there a job, or papers?')}</h2>
        <p>
          {say(
            'Periksa perekrut, lowongan, biaya, dan surat-suratnya selangkah demi selangkah. Yang belum diketahui boleh dilewati.',
            'Check the recruiter, the job, the cost and the papers step by step. What is not known may be skipped.',
          )}
        </p>
        <a class="button" href={frame.href(FULL_CHECK)}>
          {say('Mulai periksa lengkap', 'Start the full check')}
        </a>
      </section>
      <section class="plain">
        <h2>{say('Yang perlu diketahui', 'Good to know')}</h2>
        <ul>
          <li>
            {say(
              'Perusahaan yang berizin belum tentu punya izin untuk lowongan itu. Lowongan diperiksa tersendiri.',
              'A licensed company may still have no permit for the job. The job is a separate question.',
            )}
          </li>
          <li>
            {say(
              'Tidak ditemukan belum tentu melanggar. Nama bisa salah tulis atau baru berganti.',
              'Not found is not the same as illegal. A name may be miswritten or new.',
            )}
          </li>
          <li>
            {say(
              'Jangan membayar atau berangkat sebelum ada kepastian.',
              'Do not pay or leave before it is certain.',
            )}
          </li>
        </ul>
      </section>
    </Page>
  )
}
