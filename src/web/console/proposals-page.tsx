import { daysWaited } from '../../actions/look-at-proposal.ts'
import type { OpenedRegister } from '../../actions/open-register.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { readChange } from '../../domain/recording/after-changes.ts'
import { type ProposalState, stateOf } from '../../domain/recording/proposal.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { KeptProposal } from '../../store/proposals.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage } from './console-page.tsx'
import { kindInWords } from './fact-in-words.ts'
import { IMPORTS_PATH } from './paths.ts'
import { PROPOSALS_PATH } from './recording-paths.ts'
import { proposedName, subjectName } from './subject-name.ts'

export const PROPOSAL_VIEWS = ['waiting', 'decided', 'mine'] as const
export type ProposalView = (typeof PROPOSAL_VIEWS)[number]

const VIEW_WORDS: Readonly<Record<ProposalView, Bilingual>> = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  decided: { id: 'Sudah diputuskan', en: 'Decided' },
  mine: { id: 'Usulan saya', en: 'My own' },
}

export const STATE_WORDS: Readonly<Record<ProposalState, Bilingual>> = {
  waiting: { id: 'menunggu orang kedua', en: 'waiting for a second person' },
  approved: { id: 'disetujui dan berlaku', en: 'approved, and it counts' },
  declined: { id: 'ditolak', en: 'declined' },
  withdrawn: { id: 'ditarik', en: 'withdrawn' },
}

interface ProposalsContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly view: ProposalView
  readonly proposals: readonly KeptProposal[]
  /** Lists that wait for a second person, on a page of their own. */
  readonly waitingImports: number
  readonly names: ReadonlyMap<string, string>
  readonly opened: OpenedRegister
  readonly now: Date
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

/** What waits for a second person, the oldest first. */
export function ProposalsPage(content: ProposalsContent) {
  const { frame, person, view, proposals, waitingImports, next } = content
  const { say, href } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Usulan', 'Proposals')}>
      <nav class="console-links" aria-label={say('Usulan yang mana', 'Which proposals')}>
        {PROPOSAL_VIEWS.map((one) => (
          <a
            class="bottom-link"
            href={href(PROPOSALS_PATH, { state: one })}
            aria-current={one === view ? 'page' : undefined}
          >
            {frame.pick(VIEW_WORDS[one])}
          </a>
        ))}
      </nav>
      {waitingImports > 0 && (
        <p>
          <a class="tap" href={href(IMPORTS_PATH, { state: 'proposed' })}>
            {say(
              `Impor daftar yang menunggu orang kedua: ${waitingImports}`,
              `Imports of lists that wait for a second person: ${waitingImports}`,
            )}
          </a>
        </p>
      )}
      {proposals.length === 0 ? (
        <p>
          {view === 'waiting'
            ? say('Tidak ada yang menunggu.', 'Nothing is waiting.')
            : say('Belum ada.', 'There is none yet.')}
        </p>
      ) : (
        <section class="wide-table" aria-label={say('Daftar usulan', 'Proposals')} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('Tentang', 'About')}</th>
                <th scope="col">{say('Apa', 'What')}</th>
                <th scope="col">{say('Menunggu', 'Waited')}</th>
                <th scope="col">{say('Diusulkan oleh', 'Proposed by')}</th>
                <th scope="col">{say('Sumber', 'Source')}</th>
                <th scope="col">{say('Keadaan', 'State')}</th>
              </tr>
            </thead>
            <tbody>
              {proposals.map((proposal) => (
                <ProposalRow {...content} proposal={proposal} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {next !== null && (
        <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
          <a class="button" rel="next" href={href(PROPOSALS_PATH, { state: view, after: next })}>
            {say('Berikutnya', 'Next')}
          </a>
        </nav>
      )}
    </ConsolePage>
  )
}

function ProposalRow({
  frame,
  person,
  proposal,
  names,
  opened,
  now,
}: ProposalsContent & { readonly proposal: KeptProposal }) {
  const days = daysWaited(proposal, now)
  const sources = new Set(
    proposal.changes.flatMap((change) => {
      const id = readChange(change).row?.source_id
      return typeof id === 'string' ? [opened.view.source(id)?.title ?? id] : []
    }),
  )
  return (
    <tr>
      <th scope="row">
        <a class="tap" href={frame.href(`${PROPOSALS_PATH}/${proposal.id}`)}>
          {proposalSubject(frame, opened, proposal)}
        </a>
      </th>
      <td>{kindInWords(frame, proposal.kind)}</td>
      <td>{daysInWords(frame, days)}</td>
      <td>{proposerInWords(frame, person, proposal, names)}</td>
      <td>{[...sources].join('; ') || '–'}</td>
      <td>{frame.pick(STATE_WORDS[stateOf(proposal)])}</td>
    </tr>
  )
}

export function daysInWords({ say }: Frame, days: number): string {
  return days === 1 ? say('1 hari', '1 day') : say(`${days} hari`, `${days} days`)
}

/** Whom or what a proposal is about, as people call it. */
export function proposalSubject(
  frame: Frame,
  opened: OpenedRegister,
  { subject, changes, kind }: KeptProposal,
): string {
  if (subject.startsWith('rules:')) return kindInWords(frame, kind)
  return subjectName(opened, subject) ?? proposedName(changes) ?? subject
}

export function proposerInWords(
  { say }: Frame,
  person: SignedIn,
  { proposedBy }: KeptProposal,
  names: ReadonlyMap<string, string>,
): string {
  return proposedBy === person.id ? say('Anda', 'you') : (names.get(proposedBy) ?? proposedBy)
}
