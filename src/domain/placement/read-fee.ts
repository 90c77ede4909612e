import type { CheckQuestion } from '../check-question.ts'
import { fitOf, isWellKnown, rowsInForceOn } from '../rule-tables/dated-row.ts'
import type { FeeRule } from '../rule-tables/rows.ts'
import { numberKey, type RuleTables } from '../rule-tables/rule-tables.ts'
import type { SchemeReading } from './scheme.ts'
import { isCourseOnly } from './scheme.ts'

export const FEE_STATES = [
  'not_asked',
  'nothing_asked',
  'amount_not_told',
  'for_course',
  'above_table',
  'above_reported_table',
  'currency_differs',
  'depends_on_job',
  'no_row',
  'within_reported_table',
  'within_table',
] as const

export interface FeeReading {
  readonly state: (typeof FEE_STATES)[number]
  readonly rule: FeeRule | null
  readonly isToPersonalAccount: boolean
  /** The rule names who may be paid, and it is somebody else. */
  readonly isToWrongPayee: boolean
}

/** The charge against the table in force on the day of paying, else of recruiting. */
export function readFee(
  question: CheckQuestion,
  { scheme }: SchemeReading,
  tables: RuleTables,
): FeeReading {
  const { placement, on } = question
  const fee = placement?.fee
  const reading = (state: FeeReading['state'], rule: FeeRule | null = null): FeeReading => ({
    state,
    rule,
    isToPersonalAccount: fee?.payee === 'personal_account' && fee.amount !== 0,
    isToWrongPayee: rule?.payee != null && fee?.payee !== undefined && fee.payee !== rule.payee,
  })
  if (fee === undefined) return reading('not_asked')
  if (fee.amount === undefined) return reading('amount_not_told')
  if (fee.amount === 0) return reading('nothing_asked')
  if (isCourseOnly(question)) return reading('for_course')
  const day = placement?.paidOn ?? placement?.recruitedOn ?? on
  const fitting = rowsInForceOn(day, tables.feeRules()).map((row) => ({
    row,
    fit: fitOf([
      [row.scheme, scheme],
      [row.destination, placement?.destination],
      [keyOf(row.position), keyOf(placement?.position)],
    ]),
  }))
  const rules = fitting.filter(({ fit }) => fit === 'yes').map(({ row }) => row)
  // The row for one country or position speaks before the general one; of equals, the strictest.
  const narrowest = Math.min(...rules.map(breadth))
  const speaking = rules
    .filter((row) => breadth(row) === narrowest)
    .map((row) => ({ row, state: compared(fee.amount!, fee.currency, row) }))
    .sort((a, b) => STRICTEST_FIRST.indexOf(a.state) - STRICTEST_FIRST.indexOf(b.state))[0]
  if (speaking === undefined) return reading('no_row')
  const rule = speaking.row
  // The row of a country or a position that was not told may allow what the general one does not.
  const isGeneral = fitting.some(
    ({ row, fit }) => fit === 'unknown' && breadth(row) < breadth(rule),
  )
  if (isGeneral) return reading('depends_on_job', rule)
  return reading(speaking.state, rule)
}

const STRICTEST_FIRST = [
  'above_table',
  'above_reported_table',
  'currency_differs',
  'within_reported_table',
  'within_table',
] as const

function compared(
  amount: number,
  currency: string | undefined,
  rule: FeeRule,
): (typeof STRICTEST_FIRST)[number] {
  const { max } = rule
  if (max !== 'none' && currency !== max.currency) return 'currency_differs'
  if (max === 'none' || amount > max.amount) {
    return isWellKnown(rule) ? 'above_table' : 'above_reported_table'
  }
  return isWellKnown(rule) ? 'within_table' : 'within_reported_table'
}

function keyOf<Text extends string | null | undefined>(text: Text) {
  return (text == null ? text : numberKey(text)) as Text
}

function breadth({ scheme, destination, position }: FeeRule): number {
  return [scheme, destination, position].filter((limit) => limit === null).length
}
