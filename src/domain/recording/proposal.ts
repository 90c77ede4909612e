import type { Change } from '../change.ts'
import type { Place } from '../people/person.ts'

export const PROPOSAL_DECISIONS = ['approved', 'declined', 'withdrawn'] as const
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number]

/** `waiting` is no decision: nothing is ever decided by time alone. */
export const PROPOSAL_STATES = ['waiting', ...PROPOSAL_DECISIONS] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export interface Proposal {
  /** `prp_…`. */
  readonly id: string
  readonly subject: string
  readonly kind: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly changes: readonly Change[]
  /** Subjects with their last entries as they stood when it was proposed. */
  readonly expect: Readonly<Record<string, number | null>>
  readonly reason: string | null
  readonly place: Place
  readonly renews: string | null
  readonly decided: Decided | null
}

export interface Decided {
  readonly decision: ProposalDecision
  readonly by: string
  readonly at: string
  readonly reason: string | null
  readonly firstEntry: number | null
}

export function stateOf({ decided }: Proposal): ProposalState {
  return decided?.decision ?? 'waiting'
}
