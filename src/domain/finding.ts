import type { Bilingual } from './bilingual.ts'
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import type { LegalBasis } from './rules/instruments.ts'
import { basisOn, type Params, type Rule } from './rules/rule.ts'
import { latestEdition, type Source } from './source.ts'
import { lastSeenOn } from './source-age.ts'
import type { Claim, ClaimOutcome, Effect } from './verdict.ts'

export interface SourceReference {
  readonly id: string
  readonly title: string
  readonly retrievedOn: CalendarDate | null
  /** From the source's own day, or its retrieval if that is earlier, to today. */
  readonly ageDays: number | null
}

/** What one rule says of one question. */
export interface Finding {
  readonly code: string
  readonly claim: Claim
  readonly outcome: ClaimOutcome
  readonly effect: Effect
  readonly says: Bilingual
  readonly basis: readonly LegalBasis[]
  readonly source: SourceReference | null
  readonly params: Params
}

export interface FindingContext {
  readonly on: CalendarDate
  readonly today: CalendarDate
  /** Whose law is cited; every country's when undefined. */
  readonly country: string | undefined
  /** Size of the registry log that the answer rests on. */
  readonly size: number
}

const NO_PARAMS: Params = {}

export function findingOf<Situation>(
  rule: Rule<Situation>,
  situation: Situation,
  { on, today, country, size }: FindingContext,
): Finding {
  const source = rule.source?.(situation) ?? null
  return {
    code: rule.code,
    claim: rule.claim,
    outcome: rule.outcome,
    effect: rule.effect,
    says: rule.says?.(situation) ?? rule.states,
    basis: basisOn(rule.basis, on, country),
    source: source === null ? null : referenceTo(source, today, size),
    params: rule.params?.(situation) ?? NO_PARAMS,
  }
}

export function referenceTo(source: Source, today: CalendarDate, size: number): SourceReference {
  const day = lastSeenOn(source, size)
  return {
    id: source.id,
    title: source.title,
    retrievedOn: latestEdition(source, size)?.retrievedOn ?? null,
    ageDays: day === null ? null : Math.max(0, daysBetween(day, today)),
  }
}
