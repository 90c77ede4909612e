import type { LookedAtCheck } from '../../actions/look-at-check.ts'
import type { KeptQuestion } from '../../domain/kept-question.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Frame } from '../frame.ts'
import { type FieldValue, valueInWords } from './field.ts'
import { FIELDS } from './steps.ts'

/** What is kept of the question, which is all of it that can be shown again. */
export function AskedInFull({ frame, looked }: { frame: Frame; looked: LookedAtCheck }) {
  const { say } = frame
  const { kept, now } = looked
  const { question, registry } = kept
  const told = FIELDS.flatMap((field) => {
    const value = valueAt(question, field.name)
    return value === undefined ? [] : [{ field, value }]
  })
  const claims = now.notAskedAgain.map((claim) => frame.pick(VOCABULARY.claim[claim]))
  return (
    <section class="asked" aria-labelledby="ditanyakan">
      <h2 id="ditanyakan">{say('Yang ditanyakan', 'What was asked')}</h2>
      <dl>
        {told.map(({ field, value }) => (
          <>
            <dt>{frame.pick(field.label)}</dt>
            <dd>{valueInWords(frame, field, value)}</dd>
          </>
        ))}
        <dt>{say('Untuk hari', 'For the day')}</dt>
        <dd>{frame.day(question.on)}</dd>
        <dt>{say('Dijawab', 'Answered')}</dt>
        <dd>
          {frame.instant(kept.checkedAt)}
          {registry.entry !== null &&
            `, ${say('catatan nomor', 'registry entry')} ${registry.entry}`}
        </dd>
        <dt>{say('Dilihat lagi', 'Looked at again')}</dt>
        <dd>{frame.instant(now.registry.knownAt)}</dd>
      </dl>
      <p class="hint">
        {say(
          'Data orang dan nomor surat tidak disimpan, jadi tidak ditampilkan lagi.',
          'Persons’ data and document numbers are not kept, so they are not shown again.',
        )}
        {claims.length > 0 &&
          say(
            ` Karena itu bagian ini tidak diperiksa lagi sesudahnya: ${claims.join(', ')}.`,
            ` So these parts were not checked again afterwards: ${claims.join(', ')}.`,
          )}
      </p>
    </section>
  )
}

/** What stands at a field's place in the domain's own spelling. */
function valueAt(question: KeptQuestion, name: string): FieldValue | undefined {
  let at: unknown = question
  for (const part of name.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    const key = part.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    at = (at as Readonly<Record<string, unknown>>)[key]
  }
  if (typeof at === 'object' && at !== null && 'asWritten' in at) return String(at.asWritten)
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean'
    ? at
    : undefined
}
