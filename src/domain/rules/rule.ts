import type { Bilingual } from '../bilingual.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { NextStepCode } from '../next-steps.ts'
import type { Source } from '../source.ts'
import type { Claim, ClaimOutcome, Effect } from '../verdict.ts'
import { isWithin, type LegalBasis, type Period } from './instruments.ts'

export type Params = Readonly<Record<string, string | number | readonly string[] | null>>

/**
 * One rule of the list that documents itself: printed by the call that lists rules, and by every
 * finding that it makes. Amending the law closes a rule and adds one; its code is never reused.
 * Predicates are flat: of rules for one question at most one applies to one situation.
 */
export interface Rule<Situation> {
  /** Code of the finding. */
  readonly code: string
  readonly claim: Claim
  readonly outcome: ClaimOutcome
  readonly effect: Effect
  /** What the rule says, whatever the case. */
  readonly states: Bilingual
  /** A few words that end a headline or a text message: only letters that every telephone has. */
  readonly brief: Bilingual
  readonly basis: readonly LegalBasis[]
  readonly inForce: Period
  /** What must be asked or on record before the rule can speak. */
  readonly needs: readonly string[]
  readonly steps: readonly NextStepCode[]
  readonly applies: (situation: Situation) => boolean
  /** What it says of this situation; `states` when absent. */
  readonly says?: (situation: Situation) => Bilingual
  /** The source that the finding rests on; none when absent. */
  readonly source?: (situation: Situation) => Source | null
  readonly params?: (situation: Situation) => Params
}

/** The rules in force on `on` that speak of the situation, the gravest first, then as listed. */
export function rulesThatApply<Situation>(
  rules: readonly Rule<Situation>[],
  situation: Situation,
  on: CalendarDate,
): readonly Rule<Situation>[] {
  const applying = rules.filter((rule) => isWithin(rule.inForce, on) && rule.applies(situation))
  return applying.length < 2 ? applying : applying.sort((a, b) => weight(a) - weight(b))
}

const WEIGHT: Readonly<Record<Effect, number>> = {
  not_legal: 0,
  cannot_confirm: 1,
  caution: 2,
  none: 3,
}

function weight({ effect }: Rule<never>): number {
  return WEIGHT[effect]
}

const NO_BASIS: readonly LegalBasis[] = []

/** The articles of a rule that bind in `country` on `on`. */
export function basisOn(
  basis: readonly LegalBasis[],
  on: CalendarDate,
  country: string | undefined,
): readonly LegalBasis[] {
  if (basis.length === 0) return NO_BASIS
  return basis.filter(
    (article) =>
      isWithin(article.inForce, on) && (country === undefined || article.country === country),
  )
}
