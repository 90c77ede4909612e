import { daysWaited, type LookedAtProposal } from '../../actions/look-at-proposal.ts'
import type { OpenedRegister } from '../../actions/open-register.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { referenceTo } from '../../domain/finding.ts'
import { mayDo } from '../../domain/people/person.ts'
import { stateOf } from '../../domain/recording/proposal.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { SignedIn } from '../../signed-in.ts'
import { ageInWords } from '../finding-list.tsx'
import type { Frame } from '../frame.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { type HeldForm, HeldInputs } from './fact-form-page.tsx'
import { columnInWords, kindInWords, valueInWords } from './fact-in-words.ts'
import { daysInWords, proposalSubject, proposerInWords, STATE_WORDS } from './proposals-page.tsx'
import { PROPOSALS_PATH, SUBJECT_PATH } from './recording-paths.ts'

export interface ProposalContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly looked: LookedAtProposal
  readonly opened: OpenedRegister
  readonly names: ReadonlyMap<string, string>
  readonly now: Date
  readonly held: HeldForm
  /** Why what was pressed was not done. */
  readonly trouble: Bilingual | null
}

/** A proposal with everything that its second person must see, and what may be decided. */
export function ProposalPage(content: ProposalContent) {
  const { frame, person, looked, opened, names, now, trouble } = content
  const { say, href } = frame
  const { proposal, differences, answers, sources } = looked
  const { decided, subject } = proposal
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={`${kindInWords(frame, proposal.kind)}: ${proposalSubject(frame, opened, proposal)}`}
    >
      {trouble !== null && (
        <div class="faults" role="alert" tabindex={-1} autofocus>
          <p>{frame.pick(trouble)}</p>
        </div>
      )}
      <dl>
        <dt>{say('Keadaan', 'State')}</dt>
        <dd>{frame.pick(STATE_WORDS[stateOf(proposal)])}</dd>
        <dt>{say('Diusulkan oleh', 'Proposed by')}</dt>
        <dd>
          {proposerInWords(frame, person, proposal, names)},{' '}
          {frame.instant(new Date(proposal.proposedAt))} (
          {daysInWords(frame, daysWaited(proposal, now))})
        </dd>
        <dt>{say('Alasan', 'Reason')}</dt>
        <dd>{proposal.reason ?? '–'}</dd>
        {sources.map((source) => {
          const { title, ageDays } = referenceTo(source, opened.today, opened.view.size)
          return (
            <>
              <dt>{say('Sumber', 'Source')}</dt>
              <dd>
                {title} ({source.publisher}){ageDays !== null && `, ${ageInWords(frame, ageDays)}`}
              </dd>
            </>
          )
        })}
        {decided !== null && (
          <>
            <dt>{say('Diputuskan oleh', 'Decided by')}</dt>
            <dd>
              {names.get(decided.by) ?? decided.by}, {frame.instant(new Date(decided.at))}
              {decided.reason !== null && `: ${decided.reason}`}
            </dd>
          </>
        )}
      </dl>
      {answers !== null && (
        <section>
          <h2>{say('Jawaban kepada umum hari ini', 'What the public is answered today')}</h2>
          <dl>
            <dt>{say('Sebelum usulan ini', 'Before this proposal')}</dt>
            <dd>{answerInWords(frame, answers.before)}</dd>
            <dt>{say('Sesudahnya', 'After it')}</dt>
            <dd>{answerInWords(frame, answers.after)}</dd>
          </dl>
        </section>
      )}
      <h2>{say('Apa yang berubah', 'What changes')}</h2>
      {differences.map((difference) => (
        <Difference {...content} difference={difference} />
      ))}
      <p>
        <a class="tap" href={href(`${SUBJECT_PATH}/${subject}`)}>
          {say('Lihat semua catatannya', 'See all that is recorded of it')}
        </a>
      </p>
      {decided === null && <Decisions {...content} />}
    </ConsolePage>
  )
}

function answerInWords(frame: Frame, answer: Answer | null): string {
  if (answer === null) return frame.say('belum tercatat', 'not on record')
  return `${frame.pick(VOCABULARY.verdict[answer.verdict])}. ${frame.pick(answer.headline)}`
}

function Difference({
  frame,
  opened,
  difference: { kind, fields },
}: ProposalContent & { readonly difference: LookedAtProposal['differences'][number] }) {
  const { say } = frame
  const value = (column: string, told: (typeof fields)[number]['before']) =>
    valueInWords(frame, opened.view, { kind, column, value: told })
  return (
    <section class="wide-table" aria-label={kindInWords(frame, kind)} tabindex={0}>
      <table>
        <caption>{kindInWords(frame, kind)}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Isian', 'Field')}</th>
            <th scope="col">{say('Sekarang', 'Now')}</th>
            <th scope="col">{say('Diusulkan', 'Proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, before, after }) => (
            <tr>
              <th scope="row">{columnInWords(frame, kind, field)}</th>
              <td>{value(field, before)}</td>
              <td>{value(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Decisions({ frame, person, looked, held }: ProposalContent) {
  const { say, href } = frame
  const { proposal, changedSince } = looked
  const isOwn = proposal.proposedBy === person.id
  const mayDecide = !isOwn && mayDo(person, 'approve', proposal.place)
  const hasChanged = changedSince.length > 0
  const at = (part: string) => href(`${PROPOSALS_PATH}/${proposal.id}/${part}`)
  return (
    <section>
      <h2>{say('Keputusan', 'Decision')}</h2>
      {hasChanged && (
        <p class="card">
          {say(
            `Catatannya berubah sejak usulan ini dibuat (${changedSince.length} catatan baru). Usulan ini tidak dapat disetujui lagi: yang mengusulkan dapat memperbaruinya.`,
            `The record has changed since this was proposed (new entries: ${changedSince.length}). It can no longer be approved: who proposed it may renew it.`,
          )}
        </p>
      )}
      {mayDecide && !hasChanged && (
        <form method="post" action={at('setujui')}>
          <FormToken person={person} />
          <HeldInputs held={held} />
          <button type="submit">{say('Setujui', 'Approve')}</button>
        </form>
      )}
      {mayDecide && (
        <form method="post" action={at('tolak')}>
          <FormToken person={person} />
          <HeldInputs held={held} />
          <div class="field">
            <label for="reason">{say('Alasan menolak', 'Reason for declining')}</label>
            <input
              id="reason"
              name="reason"
              type="text"
              maxlength={500}
              autocomplete="off"
              required
            />
          </div>
          <button class="quiet" type="submit">
            {say('Tolak', 'Decline')}
          </button>
        </form>
      )}
      {isOwn && hasChanged && mayDo(person, 'record', proposal.place) && (
        <form method="post" action={at('perbarui')}>
          <FormToken person={person} />
          <HeldInputs held={held} />
          <button type="submit">{say('Perbarui', 'Renew')}</button>
        </form>
      )}
      {isOwn && (
        <>
          <p>
            {say(
              'Anda yang mengusulkan, jadi orang lain yang memutuskan.',
              'You proposed it, so somebody else decides.',
            )}
          </p>
          <form method="post" action={at('tarik')}>
            <FormToken person={person} />
            <HeldInputs held={held} />
            <button class="quiet" type="submit">
              {say('Tarik', 'Withdraw')}
            </button>
          </form>
        </>
      )}
      {!isOwn && !mayDecide && (
        <p>
          {say(
            'Menunggu orang yang berwenang di wilayah ini.',
            'It waits for somebody who may decide for this place.',
          )}
        </p>
      )}
    </section>
  )
}
