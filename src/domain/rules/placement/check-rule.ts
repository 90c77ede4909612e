import type { CalendarDate } from '../../calendar-date.ts'
import type { CheckSituation } from '../../check-situation.ts'
import type { DatedRow } from '../../rule-tables/dated-row.ts'
import type { Source } from '../../source.ts'
import { isWithin } from '../instruments.ts'
import type { Params, Rule } from '../rule.ts'

/** Which of the three dates a rule is judged by; they are never mixed. */
export const RULE_DATES = ['recruited', 'asked', 'departs'] as const
export type RuleDate = (typeof RULE_DATES)[number]

export interface CheckRule extends Rule<CheckSituation> {
  readonly dated: RuleDate
  /** Findings about the recruiter alone that this one, which knows more, takes the place of. */
  readonly replaces?: readonly string[]
}

export function dayOfRule({ dated }: CheckRule, { on, days }: CheckSituation): CalendarDate {
  switch (dated) {
    case 'recruited':
      return days.recruiting.at(-1)!
    case 'asked':
      return on
    case 'departs':
      return days.leavingOn
  }
}

/** The rules that speak of the situation, each in force on its own date, as listed. */
export function checkRulesThatApply(
  rules: readonly CheckRule[],
  situation: CheckSituation,
): readonly CheckRule[] {
  return rules.filter(
    (rule) => isWithin(rule.inForce, dayOfRule(rule, situation)) && rule.applies(situation),
  )
}

type RowOf = (situation: CheckSituation) => DatedRow | null

/** What a finding that rests on an administrator’s row tells of that row. */
export function restingOn(rowOf: RowOf): {
  readonly source: (situation: CheckSituation) => Source | null
  readonly params: (situation: CheckSituation) => Params
} {
  return {
    source: (situation) => {
      const row = rowOf(situation)
      return row === null ? null : (situation.register.source(row.sourceId) ?? null)
    },
    params: (situation) => {
      const row = rowOf(situation)
      if (row === null) return {}
      const { id, validFrom, validUntil, instrument, instrumentOn, url, confidence } = row
      return {
        row: id,
        valid_from: validFrom,
        valid_until: validUntil,
        instrument,
        instrument_on: instrumentOn,
        url,
        confidence,
      }
    },
  }
}
