import { readPhoneNumber } from '../domain/matching/phone-number.ts'
import type { AnswerContent } from './answer-page.tsx'
import type { Frame } from './frame.ts'

/** What the answer is an answer to, and how it was read. */
export function AskedAbout({ frame, answer, asked, registry, country }: AnswerContent) {
  const { say } = frame
  const { name, licence, phone, on } = asked
  return (
    <section class="asked" aria-labelledby="ditanyakan">
      <h2 id="ditanyakan">{say('Yang ditanyakan', 'What was asked')}</h2>
      <dl>
        {name !== undefined && (
          <>
            <dt>{say('Nama', 'Name')}</dt>
            <dd>{name}</dd>
          </>
        )}
        {licence !== undefined && (
          <>
            <dt>{say('Nomor izin', 'Licence number')}</dt>
            <dd>
              {licence}
              {name === undefined && phone === undefined && (
                <OtherReading frame={frame} text={licence} on={on} country={country} />
              )}
            </dd>
          </>
        )}
        {phone !== undefined && (
          <>
            <dt>{say('Telepon', 'Telephone')}</dt>
            <dd>
              {phone}
              {name === undefined && licence === undefined && (
                <a class="other" href={frame.href('/periksa', { licence: phone, on })}>
                  {say('Periksa sebagai nomor izin', 'Check as a licence number')}
                </a>
              )}
            </dd>
          </>
        )}
        <dt>{say('Untuk hari', 'For the day')}</dt>
        <dd>{frame.day(answer.on)}</dd>
        <dt>{say('Dijawab', 'Answered')}</dt>
        <dd>
          {frame.instant(registry.knownAt)}
          {registry.entry !== null &&
            `, ${say('catatan nomor', 'registry entry')} ${registry.entry}`}
          {!registry.isCurrent &&
            say(
              ' (catatan terbaru belum dapat dibuka)',
              ' (the newest records could not be reached)',
            )}
        </dd>
      </dl>
    </section>
  )
}

interface OtherReadingContent {
  readonly frame: Frame
  readonly text: string
  readonly on: string | undefined
  /** Whose telephone numbers are meant. */
  readonly country: string
}

/** One box may be read wrongly, so the other reading is one tap away. */
function OtherReading({ frame, text, on, country }: OtherReadingContent) {
  const isName = /\p{L}{2}/u.test(text)
  return isName ? (
    <a class="other" href={frame.href('/periksa', { name: text, on })}>
      {frame.say('Periksa sebagai nama', 'Check as a name')}
    </a>
  ) : readPhoneNumber(text, country) !== undefined ? (
    <a class="other" href={frame.href('/periksa', { phone: text, on })}>
      {frame.say('Periksa sebagai telepon', 'Check as a telephone')}
    </a>
  ) : null
}
