import type { Dependencies } from '../dependencies.ts'
import type { JsonValue } from '../domain/canonical-json.ts'
import { type Actor, auditEvent } from '../domain/people/audit-event.ts'
import { mayDo, type Person } from '../domain/people/person.ts'
import type { ProposalDecision } from '../domain/recording/proposal.ts'
import {
  decide,
  findProposal,
  type KeptProposal,
  type RefusedProposal,
} from '../store/proposals.ts'
import { type IdempotencyKey, once } from './once.ts'
import { openRegister } from './open-register.ts'
import { type EntryRead, otherLicences, type RecordFactOutcome, recordFact } from './record-fact.ts'
import { recordingDesk } from './recording-desk.ts'

type DecideDependencies = Pick<Dependencies, 'register' | 'clock' | 'config' | 'database' | 'hash'>

export interface DecideRequest {
  readonly person: Person
  readonly actor: Actor
  readonly proposalId: string
  readonly decision: ProposalDecision
  readonly reason: string | null
  readonly idempotency?: IdempotencyKey | undefined
}

export type DecideOutcome =
  | { readonly decided: KeptProposal }
  | { readonly refused: 'licence_overlaps'; readonly licences: readonly string[] }
  | {
      readonly refused:
        | Exclude<RefusedProposal, 'licence_overlaps' | 'key_used'>
        | 'outside_place'
        | 'key_reused'
        | 'in_flight'
    }

/** Approves, declines or withdraws a proposal. That nobody approves their own is kept by the database. */
export async function decideProposal(
  dependencies: DecideDependencies,
  { person, actor, proposalId, decision, reason, idempotency }: DecideRequest,
): Promise<DecideOutcome> {
  const { database } = dependencies
  const proposal = await findProposal(database, proposalId)
  if (proposal === undefined) return { refused: 'unknown_proposal' }
  const task = decision === 'withdrawn' ? 'record' : 'approve'
  if (!mayDo(person, task, proposal.place)) return { refused: 'outside_place' }
  const decided = async (): Promise<DecideOutcome> => ({
    decided: (await findProposal(database, proposalId))!,
  })
  return once<DecideOutcome>(
    dependencies,
    idempotency,
    { proposalId, decision, reason },
    async (claim) => {
      const outcome: JsonValue = { decided: proposalId }
      const { subject, place } = proposal
      const detail = { kind: proposal.kind, subject }
      const event = auditEvent(actor, `proposal.${decision}`, proposalId, { place, detail })
      const key = claim(outcome)
      const done = await decide(database, proposalId, decision, person.id, reason, key, event)
      if (!('refused' in done)) return decided()
      if (done.refused !== 'licence_overlaps') return { refused: done.refused } as DecideOutcome
      const opened = await openRegister(dependencies)
      const desk = opened && recordingDesk(opened, dependencies.config.country)
      const licences = desk === undefined ? [] : otherLicences(proposal.changes, desk)
      return { refused: done.refused, licences }
    },
    decided,
  )
}

/** Proposes the same once more on the record as it is now; the proposal that it renews is withdrawn. */
export async function renewProposal(
  dependencies: DecideDependencies,
  request: {
    readonly person: Person
    readonly actor: Actor
    readonly proposalId: string
    readonly lastEntry: EntryRead
    readonly idempotency?: IdempotencyKey | undefined
  },
): Promise<RecordFactOutcome> {
  const { person, actor, proposalId, lastEntry, idempotency } = request
  const proposal = await findProposal(dependencies.database, proposalId)
  if (proposal === undefined) return { refused: 'unknown_proposal' }
  if (proposal.proposedBy !== person.id) return { refused: 'not_yours_to_decide' }
  return recordFact(dependencies, {
    person,
    actor,
    kind: proposal.kind,
    body: proposal.request as never,
    reason: proposal.reason,
    lastEntry,
    renews: proposalId,
    idempotency,
  })
}
