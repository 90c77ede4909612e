import { VOCABULARY } from '../../domain/vocabulary.ts'
import { capitalised, lowered } from '../sentence-case.ts'
import { type Field, readField, valueInWords } from './field.ts'
import type { StepContext } from './step-page.tsx'
import { STEP_CONTENT, STEPS, type Step } from './steps.ts'
import { documentFields } from './worker-fields.ts'

/** What was told and what was not, before anything is asked. */
export function SummaryStep({ context }: { context: StepContext }) {
  const { say } = context.frame
  return (
    <>
      <p class="headline">
        {say(
          'Yang belum diisi tidak akan diperiksa, dan tidak dianggap baik.',
          'What is missing will not be checked, and is not taken for good.',
        )}
      </p>
      {STEPS.filter((step) => step !== 'summary').map((step) => (
        <Part context={context} step={step} />
      ))}
    </>
  )
}

function Part({ context, step }: { context: StepContext; step: Step }) {
  const { frame, typed } = context
  const { say } = frame
  const { title, groups } = STEP_CONTENT[step]
  const isGiven = ({ name }: Field) => typed.values.has(name)
  const given = groups.flatMap(({ fields }) => fields.filter(isGiven))
  const missing = groups
    .filter(({ isSeldom }) => isSeldom !== true)
    .flatMap(({ fields }) => fields.filter((field) => !isGiven(field) && field.isAside !== true))
  return (
    <section class="card" aria-labelledby={`bagian-${step}`}>
      <h2 id={`bagian-${step}`}>{frame.pick(title)}</h2>
      {given.length > 0 && <Given context={context} fields={given} values={typed.values} />}
      {step === 'worker' && <Papers context={context} />}
      {missing.length > 0 && (
        <p class="missing">
          <strong>{say('Belum diisi:', 'Missing:')}</strong>{' '}
          {missing.map(({ label }) => lowered(frame.pick(label))).join(', ')}
        </p>
      )}
      <button class="quiet" type="submit" name="to" value={step}>
        {say('Ubah', 'Change')}
        <span class="unseen">: {frame.pick(title)}</span>
      </button>
    </section>
  )
}

interface GivenContent {
  readonly context: StepContext
  readonly fields: readonly Field[]
  readonly values: ReadonlyMap<string, string>
}

function Given({ context: { frame }, fields, values }: GivenContent) {
  return (
    <dl>
      {fields.map((field) => {
        const typed = values.get(field.name) ?? ''
        const reading = readField(field, typed)
        return (
          <>
            <dt>{frame.pick(field.label)}</dt>
            <dd>
              {'value' in reading ? (
                valueInWords(frame, field, reading.value)
              ) : (
                <>
                  {typed} <span class="fault">{frame.pick(reading.fault)}</span>
                </>
              )}
            </dd>
          </>
        )
      })}
    </dl>
  )
}

function Papers({ context }: { context: StepContext }) {
  const { frame, typed } = context
  if (typed.documents.length === 0) {
    return (
      <p class="missing">
        <strong>{frame.say('Belum ada surat.', 'No papers yet.')}</strong>{' '}
        {frame.say('Surat-surat tidak akan diperiksa.', 'Papers will not be checked.')}
      </p>
    )
  }
  return (
    <>
      {typed.documents.map(({ type, values }) => (
        <>
          <h3>{capitalised(frame.pick(VOCABULARY.document_type[type]))}</h3>
          <Given
            context={context}
            fields={documentFields(type).filter(({ name }) => values.has(name))}
            values={values}
          />
        </>
      ))}
    </>
  )
}
