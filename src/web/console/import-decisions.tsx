import type { Child } from 'hono/jsx'
import { refusalToPropose } from '../../actions/list-imports.ts'
import type { ProposalDecision } from '../../domain/recording/proposal.ts'
import { importProblem } from '../../import-refusal.ts'
import type { ImportRound } from '../../store/list-imports.ts'
import { FormToken } from './console-page.tsx'
import { type ImportContent, mayDoHere } from './import-content.ts'
import { nameOf } from './imports-page.tsx'
import { IMPORTS_PATH } from './paths.ts'
import { wordsOf } from './recording.tsx'

const DECISION_WORDS: Readonly<Record<ProposalDecision, { id: string; en: string }>> = {
  approved: { id: 'disetujui', en: 'approved' },
  declined: { id: 'ditolak', en: 'declined' },
  withdrawn: { id: 'ditarik', en: 'withdrawn' },
}

/** Each time that the import was put before a second person, and what came of it. */
export function Rounds({ frame, person, kept, names }: ImportContent) {
  const { say, pick } = frame
  if (kept.rounds.length === 0) return null
  const by = (id: string, at: string) =>
    `${nameOf(frame, person, names, id)}, ${frame.instant(new Date(at))}`
  return (
    <section aria-labelledby="usulan">
      <h2 id="usulan">{say('Usulan dan keputusannya', 'Proposals and decisions')}</h2>
      <ol class="plain-list">
        {kept.rounds.map(({ proposedBy, proposedAt, reason, decision }) => (
          <li>
            {say('Diusulkan oleh', 'Proposed by')} {by(proposedBy, proposedAt)}
            {reason !== null && `: “${reason}”`}.{' '}
            {decision === null
              ? say('Belum diputuskan.', 'Not decided yet.')
              : `${say('Lalu', 'Then')} ${pick(DECISION_WORDS[decision.is])} ${say('oleh', 'by')} ${by(decision.by, decision.at)}${decision.reason === null ? '' : `: “${decision.reason}”`}.`}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What may be done with the import as a whole, and why not where it may not. */
export function ImportDecisions(content: ImportContent) {
  const { frame, person, kept } = content
  const { say } = frame
  const { state } = kept
  const mayRecord = mayDoHere(person, 'record', kept)
  if (state === 'proposed') return <SecondPerson {...content} round={kept.rounds.at(-1)} />
  if (!mayRecord || state === 'withdrawn') return null
  if (state === 'published') return <UndoForm {...content} />
  return (
    <section aria-labelledby="langkah">
      <h2 id="langkah">{say('Langkah berikut', 'Next step')}</h2>
      {kept.needsComparing && state === 'compared' && <CompareForm {...content} />}
      {state === 'compared' && !kept.needsComparing && <ProposeForm {...content} />}
      {state === 'failed' && kept.undoes !== null && <CompareForm {...content} />}
      <StepForm content={content} part="batalkan">
        <button class="quiet" type="submit">
          {say('Batalkan impor ini', 'Give this import up')}
        </button>
      </StepForm>
      <p class="hint">
        {say(
          'Kalau dibatalkan, berkasnya dilupakan. Registri tidak berubah.',
          'If it is given up, its file is forgotten. The register does not change.',
        )}
      </p>
    </section>
  )
}

function CompareForm(content: ImportContent) {
  const { say } = content.frame
  return (
    <>
      {content.kept.needsComparing && content.kept.state === 'compared' && (
        <p role="status">
          {say(
            'Ada yang berubah sejak dibandingkan. Bandingkan lagi agar keputusannya ikut dihitung.',
            'Something changed since it was compared. Compare again so that the decisions count.',
          )}
        </p>
      )}
      <StepForm content={content} part="bandingkan">
        <button type="submit">{say('Bandingkan lagi', 'Compare again')}</button>
      </StepForm>
    </>
  )
}

function ProposeForm(content: ImportContent) {
  const { frame, kept } = content
  const { say } = frame
  const refused = refusalToPropose(kept)
  if (refused !== undefined) return <p>{frame.pick(wordsOf(importProblem(refused)))}</p>
  const isUndoing = kept.undoes !== null
  return (
    <StepForm content={content} part="usulkan">
      <ReasonField
        isRequired={isUndoing}
        label={
          isUndoing
            ? say('Alasan menariknya kembali', 'Reason for taking it back')
            : say('Alasan, untuk orang kedua (bila ada)', 'Reason, for the second person (if any)')
        }
      />
      <button type="submit">{say('Usulkan', 'Propose')}</button>
    </StepForm>
  )
}

function SecondPerson(content: ImportContent & { readonly round: ImportRound | undefined }) {
  const { frame, person, kept, round } = content
  const { say } = frame
  if (round?.proposedBy === person.id) {
    return (
      <section aria-labelledby="langkah">
        <h2 id="langkah">{say('Keputusan', 'Decision')}</h2>
        <p>
          {say(
            'Anda yang mengusulkan, jadi orang lain yang memutuskan.',
            'You proposed it, so somebody else decides.',
          )}
        </p>
        <StepForm content={content} part="tarik">
          <button class="quiet" type="submit">
            {say('Tarik usulan', 'Withdraw the proposal')}
          </button>
        </StepForm>
      </section>
    )
  }
  if (!mayDoHere(person, 'approve', kept)) {
    return (
      <p>
        {say(
          'Menunggu orang yang berwenang untuk seluruh negara.',
          'It waits for somebody who may decide for the whole country.',
        )}
      </p>
    )
  }
  return (
    <section aria-labelledby="langkah">
      <h2 id="langkah">{say('Keputusan Anda', 'Your decision')}</h2>
      <p>
        {say(
          'Yang Anda setujui tercatat persis seperti di bawah, atau tidak sama sekali.',
          'What you approve is recorded exactly as shown below, or not at all.',
        )}
      </p>
      <StepForm content={content} part="setujui">
        <input type="hidden" name="digest" value={kept.comparison?.digest ?? ''} />
        <button type="submit">{say('Setujui dan catat', 'Approve and record')}</button>
      </StepForm>
      <StepForm content={content} part="tolak">
        <ReasonField isRequired label={say('Alasan menolak', 'Reason for declining')} />
        <button class="quiet" type="submit">
          {say('Tolak', 'Decline')}
        </button>
      </StepForm>
    </section>
  )
}

function UndoForm(content: ImportContent) {
  const { kept, frame } = content
  const { say } = frame
  if (kept.undoes !== null || kept.undoneBy !== null) return null
  return (
    <section aria-labelledby="langkah">
      <h2 id="langkah">{say('Menarik kembali', 'Taking it back')}</h2>
      <p>
        {say(
          'Yang tercatat tidak dihapus: penarikannya dicatat sebagai koreksi. Anda melihat dahulu apa yang berubah dan menulis alasannya, lalu orang kedua memutuskan.',
          'What is recorded is not deleted: it is corrected. You first see what would change and give the reason; then a second person decides.',
        )}
      </p>
      <StepForm content={content} part="tarik-kembali">
        <button class="quiet" type="submit">
          {say('Siapkan penarikan dengan koreksi', 'Prepare to undo by correction')}
        </button>
      </StepForm>
    </section>
  )
}

function StepForm({
  content: { frame, person, kept },
  part,
  children,
}: {
  readonly content: ImportContent
  readonly part: string
  readonly children?: Child
}) {
  return (
    <form method="post" action={frame.href(`${IMPORTS_PATH}/${kept.id}/${part}`)}>
      <FormToken person={person} />
      {children}
    </form>
  )
}

function ReasonField({
  label,
  isRequired = false,
}: {
  readonly label: string
  readonly isRequired?: boolean
}) {
  return (
    <div class="field">
      <label for="reason">{label}</label>
      <input
        id="reason"
        name="reason"
        type="text"
        maxlength={500}
        autocomplete="off"
        required={isRequired}
      />
    </div>
  )
}
