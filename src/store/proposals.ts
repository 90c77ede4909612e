import type { JsonValue } from '../domain/canonical-json.ts'
import type { Change } from '../domain/change.ts'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { Place } from '../domain/people/person.ts'
import type { Proposal, ProposalDecision, ProposalState } from '../domain/recording/proposal.ts'
import { auditInsert } from './audit.ts'
import type { Database } from './database.ts'
import { orRefused, type RefusedRecord } from './record-changes.ts'
import { claimJson, KEY_USED, type KeyClaim } from './recording-keys.ts'

const REFUSED = {
  ...KEY_USED,
  PR403: 'not_yours_to_decide',
  PR404: 'unknown_proposal',
  PR410: 'decided_already',
} as const
export type RefusedProposal = RefusedRecord | (typeof REFUSED)[keyof typeof REFUSED]
type Refused = { readonly refused: RefusedProposal }

export type NewProposal = Omit<Proposal, 'proposedAt' | 'decided'> & {
  /** What was sent, to be judged anew where the record has changed since. */
  readonly request: JsonValue
}

/** Keeps a proposal; the one that it renews is withdrawn in the same statement. */
export function saveProposal(
  { sql }: Database,
  proposal: NewProposal,
  key: KeyClaim | null,
  event: AuditEvent,
): Promise<{ readonly proposedAt: string } | Refused> {
  const row = {
    id: proposal.id,
    subject: proposal.subject,
    kind: proposal.kind,
    proposed_by: proposal.proposedBy,
    request: proposal.request,
    changes: proposal.changes,
    expect: proposal.expect,
    reason: proposal.reason,
    place_country: proposal.place.country,
    place_region: proposal.place.region,
    renews: proposal.renews,
  }
  return orRefused(REFUSED, async () => {
    const [saved] = await sql`
      with proposed as materialized (
        select registry_propose(${JSON.stringify(row)}::text::jsonb,
          ${claimJson(key)}::text::jsonb) as at
      ), told as (${auditInsert(sql, event, sql`proposed`)})
      select at::text from proposed`
    return { proposedAt: String(saved!.at) }
  })
}

/** Approves with everything that follows, or declines, or withdraws: once, and all or nothing. */
export function decide(
  { sql }: Database,
  proposalId: string,
  decision: ProposalDecision,
  by: string,
  reason: string | null,
  key: KeyClaim | null,
  event: AuditEvent,
): Promise<{ readonly firstEntry: number | null; readonly decidedAt: string } | Refused> {
  return orRefused(REFUSED, async () => {
    const [row] = await sql`
      with decided as materialized (
        select * from registry_decide(${proposalId}, ${decision}::proposal_decision, ${by}, ${reason},
          ${claimJson(key)}::text::jsonb)
      ), told as (${auditInsert(sql, event, sql`decided`)})
      select first_entry::float8, decided_at::text from decided`
    return {
      firstEntry: row!.first_entry === null ? null : Number(row!.first_entry),
      decidedAt: String(row!.decided_at),
    }
  })
}

export interface KeptProposal extends Proposal {
  readonly request: JsonValue
}

export async function findProposal(
  { sql }: Database,
  id: string,
): Promise<KeptProposal | undefined> {
  const [row] = await sql`${proposalsIn(sql)} where p.id = ${id}`
  return row && proposalOf(row)
}

export interface ProposalFilter {
  /** `decided` is every decision; without it, of any state. */
  readonly state?: ProposalState | 'decided' | undefined
  readonly proposedBy?: string | undefined
  /** The proposal after which the page begins, its moment as the database tells it. */
  readonly after?: Pick<Proposal, 'proposedAt' | 'id'> | undefined
  readonly limit: number
}

/** The oldest first: who has waited longest is looked at first. */
export async function listProposals(
  { sql }: Database,
  { state, proposedBy, after, limit }: ProposalFilter,
): Promise<KeptProposal[]> {
  const rows = await sql`${proposalsIn(sql)}
    where (${state ?? null}::text is null or coalesce(d.decision::text, 'waiting') = ${state ?? null}::text
        or (${state ?? null}::text = 'decided' and d.decision is not null))
      and (${proposedBy ?? null}::text is null or p.proposed_by = ${proposedBy ?? null})
      and (${after?.id ?? null}::text is null
        or (p.proposed_at, p.id) > (${after?.proposedAt ?? null}::timestamptz, ${after?.id ?? null}))
    order by p.proposed_at, p.id limit ${limit}`
  return rows.map(proposalOf)
}

export interface WaitingProposals {
  readonly count: number
  /** When the oldest was proposed; null where none waits. */
  readonly since: Date | null
}

/** How many proposals wait for a second person. */
export async function countWaitingProposals({ sql }: Database): Promise<WaitingProposals> {
  const [row] = await sql`
    select count(*)::int as count, min(p.proposed_at)::text as since
    from proposals p left join proposal_decisions d on d.proposal_id = p.id
    where d.proposal_id is null`
  return {
    count: Number(row?.count ?? 0),
    since: typeof row?.since === 'string' ? new Date(row.since) : null,
  }
}

function proposalsIn(sql: Database['sql']) {
  return sql`
    select p.id, p.subject, p.kind, p.proposed_by, p.proposed_at::text, p.request, p.changes,
      p.expect, p.reason, p.place_country, p.place_region, p.renews, d.decision, d.decided_by,
      d.decided_at::text, d.reason as decision_reason, d.first_entry::float8
    from proposals p left join proposal_decisions d on d.proposal_id = p.id`
}

function proposalOf(row: Record<string, unknown>): KeptProposal {
  return {
    id: String(row.id),
    subject: String(row.subject),
    kind: String(row.kind),
    proposedBy: String(row.proposed_by),
    proposedAt: String(row.proposed_at),
    request: row.request as JsonValue,
    changes: row.changes as Change[],
    expect: row.expect as Record<string, number | null>,
    reason: textOf(row.reason),
    place: { country: textOf(row.place_country), region: textOf(row.place_region) } satisfies Place,
    renews: textOf(row.renews),
    decided:
      row.decision === null
        ? null
        : {
            decision: row.decision as ProposalDecision,
            by: String(row.decided_by),
            at: String(row.decided_at),
            reason: textOf(row.decision_reason),
            firstEntry: row.first_entry === null ? null : Number(row.first_entry),
          },
  }
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value)
}
