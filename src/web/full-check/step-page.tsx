import type { Bilingual } from '../../domain/bilingual.ts'
import type { Frame } from '../frame.ts'
import { LANGUAGE_NAMES, Page } from '../page.tsx'
import { DocumentInputs } from './document-inputs.tsx'
import type { FieldGroup } from './field.ts'
import { FieldInput } from './field-input.tsx'
import { STEP_CONTENT, STEPS, type Step } from './steps.ts'
import { SummaryStep } from './summary-step.tsx'
import { carriedBeside, type Faults, labelAt, type TypedCheck } from './typed-check.ts'

export const FULL_CHECK = '/periksa-lengkap'

export interface StepContext {
  readonly frame: Frame
  readonly step: Step
  readonly typed: TypedCheck
  /** Those to be shown on this screen. */
  readonly faults: Faults
  /** What kept the question from being asked, though nothing that was typed did. */
  readonly trouble: Bilingual | null
  /** Destinations that rules speak of. */
  readonly destinations: readonly string[]
  /** Where the form is sent. */
  readonly address: string
}

/** One screen of the full check: a form that carries what was typed on the others. */
export function StepPage({ context }: { context: StepContext }) {
  const { frame, step, typed, faults, trouble, address } = context
  const { say } = frame
  const title = frame.pick(STEP_CONTENT[step].title)
  const isWrong = faults.size > 0 || trouble !== null
  const wrong = frame.pick(faults.size > 0 ? TO_CORRECT : NO_ANSWER)
  const other = frame.language === 'id' ? 'en' : 'id'
  return (
    <Page
      frame={frame}
      title={isWrong ? `${wrong}: ${title}` : title}
      keeps="check"
      languageSwitch={
        <>
          {/* Enter in a field presses the form’s first button in the order of the page. */}
          <button
            type="submit"
            class="unseen"
            form="langkah"
            name="to"
            value={onward(step)}
            tabindex={-1}
          >
            {say('Lanjut', 'Next')}
          </button>
          <button
            type="submit"
            class="language top-link as-link"
            form="langkah"
            formaction={frame.here(other)}
            name="to"
            value="stay"
            lang={other}
          >
            {LANGUAGE_NAMES[other]}
          </button>
        </>
      }
    >
      <form id="langkah" class="stepwise" method="post" action={address} autocomplete="off">
        <input type="hidden" name="key" value={typed.key} />
        <input type="hidden" name="step" value={step} />
        {carriedBeside(step, typed).map(([name, text]) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <Progress frame={frame} step={step} />
        <h1>{title}</h1>
        {isWrong && <FaultSummary context={context} />}
        {STEP_CONTENT[step].groups.map((group) => (
          <Group context={context} group={group} />
        ))}
        {step === 'worker' && <DocumentInputs context={context} />}
        {step === 'summary' && <SummaryStep context={context} />}
        <div class="actions">
          <button type="submit" name="to" value={onward(step)}>
            {step === 'summary' ? say('Periksa sekarang', 'Check now') : say('Lanjut', 'Next')}
          </button>
          {step !== 'summary' && (
            <button class="quiet" type="submit" name="to" value="skip">
              {say('Lewati dulu', 'Skip for now')}
            </button>
          )}
          {step !== STEPS[0] && (
            <button class="quiet" type="submit" name="to" value="back">
              {say('Kembali', 'Back')}
            </button>
          )}
        </div>
      </form>
    </Page>
  )
}

function onward(step: Step): string {
  return step === 'summary' ? 'answer' : 'next'
}

const TO_CORRECT: Bilingual = {
  id: 'Ada yang perlu diperbaiki',
  en: 'Something is to be corrected',
}
const NO_ANSWER: Bilingual = { id: 'Belum ada jawaban', en: 'There is no answer yet' }

const SHORT: Readonly<Record<Step, Bilingual>> = {
  recruiter: { id: 'Perekrut', en: 'Recruiter' },
  job: { id: 'Lowongan', en: 'Job' },
  worker: { id: 'Orang dan surat', en: 'Person and papers' },
  summary: { id: 'Ringkasan', en: 'Summary' },
}

function Progress({ frame, step }: Pick<StepContext, 'frame' | 'step'>) {
  const at = STEPS.indexOf(step)
  return (
    <>
      <p class="progress-words">
        {frame.say(
          `Periksa lengkap, langkah ${at + 1} dari ${STEPS.length}`,
          `Full check, step ${at + 1} of ${STEPS.length}`,
        )}
      </p>
      <ol class="progress" aria-hidden="true">
        {STEPS.map((one, index) => (
          <li class={index < at ? 'is-past' : index === at ? 'is-now' : ''}>
            {frame.pick(SHORT[one])}
          </li>
        ))}
      </ol>
    </>
  )
}

function FaultSummary({ context }: { context: StepContext }) {
  const { frame, typed, faults, trouble } = context
  return (
    <div class="faults" role="alert" tabindex={-1} autofocus>
      <h2>{frame.pick(faults.size > 0 ? TO_CORRECT : NO_ANSWER)}</h2>
      {trouble !== null && <p>{frame.pick(trouble)}</p>}
      {faults.size > 0 && (
        <ul>
          {[...faults].map(([name, fault]) => (
            <li>
              <a href={`#${name}`}>{labelAt(frame, typed, name)}</a>: {frame.pick(fault)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Group({ context, group }: { context: StepContext; group: FieldGroup }) {
  const { frame, typed, faults, destinations } = context
  const { legend, fields, isSeldom } = group
  const inputs = fields.map((field) => {
    const fault = faults.get(field.name)
    return (
      <FieldInput
        frame={frame}
        field={field}
        name={field.name}
        typed={typed.values.get(field.name)}
        fault={fault && frame.pick(fault)}
        destinations={destinations}
      />
    )
  })
  if (isSeldom !== true) {
    return (
      <fieldset class="group">
        <legend>{frame.pick(legend)}</legend>
        {inputs}
      </fieldset>
    )
  }
  return (
    <details class="group" open={fields.some(({ name }) => typed.values.has(name))}>
      <summary>{frame.pick(legend)}</summary>
      {inputs}
    </details>
  )
}
