import { addDays, type CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion, PlacementClaim } from '../check-question.ts'
import type { CheckSituation } from '../check-situation.ts'
import { readDocuments } from '../documents/read-documents.ts'
import { daysOfActs } from '../placement/days-of-acts.ts'
import { readDestination } from '../placement/read-destination.ts'
import { readFee } from '../placement/read-fee.ts'
import { readWorker } from '../placement/read-worker.ts'
import { SCHEME_NEEDS, type SchemeReading } from '../placement/scheme.ts'
import { EMPLOYER_TYPES, PAYEES, SCHEMES, SEXES } from '../placement/words.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'
import type { AgeLimit, DestinationRow, DocumentRequirement, FeeRule } from '../rule-tables/rows.ts'
import {
  NO_RULE_ROWS,
  type RuleRows,
  type RuleTables,
  ruleTablesOf,
} from '../rule-tables/rule-tables.ts'
import type { CheckRule } from '../rules/placement/check-rule.ts'
import { DESTINATION_RULES } from '../rules/placement/destination-rules.ts'
import { FEE_RULES } from '../rules/placement/fee-rules.ts'
import { WORKER_RULES } from '../rules/placement/worker-rules.ts'
import { EFFECTS } from '../verdict.ts'
import type { Before } from './before.ts'

// Each asks the readers of the full check everything that the rows could tell apart, before and
// after: what a table limits itself to is finite, and no other value is read differently.

export function isDestinationLowered(
  before: readonly DestinationRow[],
  after: readonly DestinationRow[],
  destination: string,
): boolean {
  const rows = [...before, ...after].filter((row) => row.destination === destination)
  const [was, is] = [tables({ destinations: before }), tables({ destinations: after })]
  return turningDays(rows).every((on) =>
    everyScheme((scheme) =>
      told(rows, ({ sector }) => sector).every((sector) =>
        [undefined, ...EMPLOYER_TYPES].every((type) =>
          told(rows, ({ channelException }) => channelException).every((channel) => {
            const question = asked(on, {
              destination,
              ...given({ sector, channel }),
              ...(type && { employer: { type } }),
            })
            const goodnessOf = (of: RuleTables) =>
              goodness(DESTINATION_RULES, {
                destination: readDestination(question, daysOfActs(question), scheme, of),
                required: SCHEME_NEEDS[scheme.scheme].placement,
              })
            return goodnessOf(is) <= goodnessOf(was)
          }),
        ),
      ),
    ),
  )
}

export function isAgeLowered(before: readonly AgeLimit[], after: readonly AgeLimit[]): boolean {
  const rows = concerned(before, after)
  const [was, is] = [tables({ ageLimits: before }), tables({ ageLimits: after })]
  const ages = new Set(
    rows.flatMap(({ min, max }) => [min, min && min - 1, max, max && max + 1].filter(isNumber)),
  )
  return turningDays(rows).every((on) =>
    everyScheme((scheme) =>
      told(rows, ({ destination }) => destination).every((destination) =>
        told(rows, ({ sector }) => sector).every((sector) =>
          [undefined, ...SEXES].every((sex) =>
            [...ages].every((age) => {
              const question = {
                ...asked(on, given({ destination, sector })),
                worker: { birthDate: bornYearsBefore(on, age), ...given({ sex }) },
              } as CheckQuestion
              const goodnessOf = (of: RuleTables) =>
                goodness(WORKER_RULES, {
                  worker: readWorker(question, daysOfActs(question), scheme, of),
                  nik: null,
                })
              return goodnessOf(is) <= goodnessOf(was)
            }),
          ),
        ),
      ),
    ),
  )
}

export function isFeeLowered(before: readonly FeeRule[], after: readonly FeeRule[]): boolean {
  const rows = concerned(before, after)
  const [was, is] = [tables({ feeRules: before }), tables({ feeRules: after })]
  const sums = rows.flatMap(({ max }) => (max === 'none' ? [] : [max]))
  const amounts = new Set([1, ...sums.flatMap(({ amount }) => [amount, amount + 1])])
  const currencies = new Set(['XXX', ...sums.map(({ currency }) => currency)])
  return turningDays(rows).every((on) =>
    everyScheme((scheme) =>
      told(rows, ({ destination }) => destination).every((destination) =>
        told(rows, ({ position }) => position).every((position) =>
          [...amounts].every((amount) =>
            [...currencies].every((currency) =>
              [undefined, ...PAYEES].every((payee) => {
                const fee = { amount, currency, ...given({ payee }) }
                const question = asked(on, {
                  ...given({ destination, position }),
                  fee,
                } as PlacementClaim)
                const goodnessOf = (of: RuleTables) =>
                  goodness(FEE_RULES, { fee: readFee(question, scheme, of) })
                return goodnessOf(is) <= goodnessOf(was)
              }),
            ),
          ),
        ),
      ),
    ),
  )
}

/** Every paper that was asked for still is, as strictly, and some paper was asked for already. */
export function isDocumentLowered(
  before: readonly DocumentRequirement[],
  after: readonly DocumentRequirement[],
  { register }: Before,
): boolean {
  const rows = concerned(before, after)
  const [was, is] = [
    tables({ documentRequirements: before }),
    tables({ documentRequirements: after }),
  ]
  return turningDays(rows).every((on) =>
    everyScheme((scheme) =>
      told(rows, ({ destination }) => destination).every((destination) => {
        const question = { ...asked(on, given({ destination })), documents: [] }
        const days = daysOfActs(question)
        const read = (of: RuleTables) =>
          readDocuments({ question, placer: null, days, register, tables: of }, scheme)
        const [then, now] = [read(was), read(is)]
        if (now.hasRequirements && !then.hasRequirements) return false
        return then.documents.every((paper) => {
          const still = now.documents.find(({ type }) => type === paper.type)
          return (
            still !== undefined &&
            (still.requirement === 'required' || paper.requirement === 'conditional') &&
            (still.passportMonths ?? 0) >= (paper.passportMonths ?? 0)
          )
        })
      }),
    ),
  )
}

/** The graver the lower, as in EFFECTS. Rules of one claim look only at the part that is read here. */
function goodness(rules: readonly CheckRule[], part: Partial<CheckSituation>): number {
  const situation = part as CheckSituation
  return rules
    .filter((rule) => rule.applies(situation))
    .reduce((least, { effect }) => Math.min(least, EFFECTS.indexOf(effect)), EFFECTS.length - 1)
}

function tables(rows: Partial<RuleRows>): RuleTables {
  return ruleTablesOf(
    { ...NO_RULE_ROWS, ...rows },
    { size: Number.POSITIVE_INFINITY, isCurrent: true },
  )
}

/** The rows that may be read where a changed one is: those for its destination, and for none. */
function concerned<Row extends DatedRow & { readonly destination: string | null }>(
  before: readonly Row[],
  after: readonly Row[],
): readonly Row[] {
  const changed = [...before, ...after].filter(
    (row) => !before.includes(row) || !after.includes(row),
  )
  const places = new Set(changed.map(({ destination }) => destination))
  if (places.has(null)) return [...before, ...after]
  return [...before, ...after].filter(
    ({ destination }) => destination === null || places.has(destination),
  )
}

/** The first day on which each row is in force, and the first on which it no longer is. */
function turningDays(rows: readonly DatedRow[]): readonly CalendarDate[] {
  const days = rows.flatMap((row) => [
    row.validFrom,
    ...(row.validUntil === null ? [] : [addDays(row.validUntil, 1)]),
  ])
  return [...new Set(days)]
}

function everyScheme(holds: (scheme: SchemeReading) => boolean): boolean {
  const assumed: SchemeReading = { scheme: 'p_to_p', origin: 'assumed' }
  return [assumed, ...SCHEMES.map((scheme) => ({ scheme, origin: 'given' as const }))].every(holds)
}

/** What rows limit themselves to, something that none of them names, and what was not told. */
function told<Row>(
  rows: readonly Row[],
  limit: (row: Row) => string | null,
): readonly (string | undefined)[] {
  return [...new Set([undefined, 'another', ...rows.flatMap((row) => limit(row) ?? [])])]
}

function given<Members extends object>(members: Members): Partial<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Partial<Members>
}

function asked(on: CalendarDate, placement: object): CheckQuestion {
  return { on, today: on, placement: placement as PlacementClaim }
}

function bornYearsBefore(on: CalendarDate, years: number): CalendarDate {
  const [year, month, day] = on.split('-')
  const shortened = month === '02' && day === '29' ? '28' : day
  return `${String(Number(year) - years).padStart(4, '0')}-${month}-${shortened}` as CalendarDate
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number'
}
