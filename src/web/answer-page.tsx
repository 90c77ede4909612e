import type { RegistryMark } from '../actions/open-register.ts'
import type { Answer, AnsweredAgency, NextStep } from '../domain/answer.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Claim } from '../domain/verdict.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import { AskedAbout } from './asked-about.tsx'
import type { AskedQuestion } from './asked-question.ts'
import { CandidateList } from './candidate-list.tsx'
import { CheckForm } from './check-form.tsx'
import { FindingList } from './finding-list.tsx'
import type { Frame } from './frame.ts'
import { CheckJobToo } from './full-check/check-job-too.tsx'
import { Page } from './page.tsx'
import { Shape } from './shape.tsx'
import { verdictInWords } from './verdict-words.ts'

export interface AnswerContent {
  readonly frame: Frame
  readonly answer: Answer
  readonly asked: AskedQuestion
  /** What was typed before one of the candidates was chosen. */
  readonly typedBefore: string | null
  readonly registry: RegistryMark
  /** The registry’s own country. */
  readonly country: string
}

export function AnswerPage(content: AnswerContent) {
  const { frame, answer, asked, typedBefore } = content
  return (
    <Page
      frame={frame}
      title={verdictInWords(frame, answer.verdict, answer.covers)}
      demonstration={answer.demonstration}
      hasSuggestions
    >
      <article class="answer">
        <VerdictHead frame={frame} answer={answer} />
        {typedBefore !== null && (
          <p class="typed-before" role="note">
            {frame.say('Sebelumnya Anda menulis', 'Before, you wrote')} <q>{typedBefore}</q>.{' '}
            {frame.say(
              'Jawaban ini hanya untuk perusahaan yang dipilih. Bila kertasnya menulis yang lain, jawaban ini tidak berlaku untuknya.',
              'This answer is only for the company that was chosen. If the paper says something else, it does not hold for that.',
            )}
          </p>
        )}
        {answer.agency && <AgencyCard frame={frame} agency={answer.agency} on={asked.on} />}
        <CandidateList frame={frame} candidates={answer.candidates} asked={asked} />
        <NextSteps frame={frame} steps={answer.nextSteps} />
        <FindingList frame={frame} findings={answer.findings} />
        <NotChecked frame={frame} claims={answer.notCovered} />
        <CheckJobToo frame={frame} asked={asked} />
        <AskedAbout {...content} />
      </article>
      <section class="again">
        <h2>{frame.say('Periksa yang lain', 'Check another')}</h2>
        <CheckForm frame={frame} />
      </section>
    </Page>
  )
}

/** The verdict as a word and a shape, and what it means here. */
export function VerdictHead({ frame, answer, level = 'h1' }: VerdictHeadContent) {
  const { verdict, covers, headline } = answer
  const Word = level
  return (
    <>
      <div class={`verdict is-${verdict}`}>
        <Shape of={verdict} />
        <div>
          <p class="about">{frame.say('Tentang izin perusahaan', 'About the company’s licence')}</p>
          <Word>{verdictInWords(frame, verdict, covers)}</Word>
        </div>
      </div>
      <p class="headline">{frame.pick(headline)}</p>
    </>
  )
}

interface VerdictHeadContent {
  readonly frame: Frame
  readonly answer: Answer
  /** `h2` on a page with a title of its own. */
  readonly level?: 'h1' | 'h2'
}

interface AgencyCardContent {
  readonly frame: Frame
  readonly agency: AnsweredAgency
  readonly on: CalendarDate | undefined
}

export function AgencyCard({ frame, agency, on }: AgencyCardContent) {
  const { say } = frame
  return (
    <section class="card" aria-labelledby="perusahaan">
      <h2 id="perusahaan">
        <a class="tap" href={frame.href(`/perusahaan/${agency.id}`, { on })}>
          {agency.name}
        </a>
      </h2>
      <dl>
        <dt>{say('Keadaan izin', 'Licence')}</dt>
        <dd>{frame.pick(VOCABULARY.status[agency.status])}</dd>
        <dt>{say('Nomor izin', 'Licence number')}</dt>
        <dd>{agency.licenceNumber ?? say('tidak tercatat', 'not on record')}</dd>
        <dt>{say('Berlaku sampai', 'Valid until')}</dt>
        <dd>
          {agency.validUntil === null
            ? say('tidak tercatat', 'not on record')
            : frame.day(agency.validUntil)}
        </dd>
        {agency.phone !== null && (
          <>
            <dt>{say('Telepon tercatat', 'Telephone on record')}</dt>
            <dd>
              <a class="tap" href={`tel:${agency.phone}`}>
                {agency.phone}
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

export function NextSteps({ frame, steps }: { frame: Frame; steps: readonly NextStep[] }) {
  return (
    <section class="steps" aria-labelledby="langkah">
      <h2 id="langkah">{frame.say('Yang perlu dilakukan sekarang', 'What to do now')}</h2>
      <ol>
        {steps.map(({ says, contact }) => (
          <li>
            {frame.pick(says)}
            {contact !== null && (
              <a class="call" href={`tel:${contact}`}>
                {frame.say(`Telepon ${contact}`, `Call ${contact}`)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function NotChecked({ frame, claims }: { frame: Frame; claims: readonly Claim[] }) {
  return (
    <section class="not-checked" aria-labelledby="belum">
      <h2 id="belum">{frame.say('Yang TIDAK diperiksa', 'What was NOT checked')}</h2>
      <ul>
        {claims.map((claim) => (
          <li>{frame.pick(VOCABULARY.claim[claim])}</li>
        ))}
      </ul>
    </section>
  )
}
