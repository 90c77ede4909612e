import type { CalendarDate } from '../calendar-date.ts'
import { compareRow, type RowContext } from './compare-row.ts'
import { type Dirt, type DirtCode, severityOf } from './dirt.ts'
import {
  type ComparedRow,
  type ListComparison,
  type ListWarning,
  ROW_CLASSES,
  type RowClass,
} from './list-comparison.ts'
import type { RowDecisions } from './list-import.ts'
import type { ListRow } from './list-row.ts'
import type { Matching } from './matching.ts'
import { agenciesMissing } from './missing-agencies.ts'
import { NearTwins } from './near-twins.ts'
import { lookupOf } from './register-lookup.ts'
import type { RegisterState } from './register-state.ts'
import { compareRowsOfList, type KeyedRow } from './rows-together.ts'

// One look-up takes milliseconds, and an index of 100,000 names 350 MB: past these, a name that is not
// plainly an agency's own is left to a person, and near twins are found word by word.
const NAME_LOOKUPS = 2_000
const NAMES_INDEXED = 20_000
const SHARE_MISSING_THAT_WARNS = 0.2
const SPEAKS_FOR_ITS_AGENCY: readonly RowClass[] = ['changed', 'unchanged', 'reappeared']
const ROWS_BETWEEN_REPORTS = 1_000

export type CompareOptions = {
  country: string
  /** The day of the list. */
  asOf: CalendarDate
  matching: Matching
  /** What people decided about rows that the comparison would place otherwise, or nowhere. */
  decisions?: RowDecisions
  nameLookups?: number
  /** Called now and then with the rows compared so far. */
  onProgress?: (done: number, total: number) => void
}

/**
 * What a list says that the register does not say yet. It decides nothing: a missing agency is not
 * revoked, a conflict is not resolved, a near twin is not merged.
 */
export function compareList(
  rows: readonly ListRow[],
  state: RegisterState,
  {
    country,
    asOf,
    matching,
    decisions = new Map(),
    nameLookups = NAME_LOOKUPS,
    onProgress,
  }: CompareOptions,
): ListComparison {
  const together = compareRowsOfList(rows, matching, country)
  const register = lookupOf(state, matching, country)
  const keyedByLine = new Map(together.keyed.map((keyed) => [keyed.row.line, keyed]))
  const names = state.reduce((sum, agency) => sum + agency.names.length, 0)
  const budget = { left: names > NAMES_INDEXED ? 0 : nameLookups, missed: 0 }
  const context: RowContext = {
    together,
    register,
    decisions,
    isNameOf: (name, agencyId) => {
      if (!spend(budget)) return false
      return matching
        .findByName(name)
        .some((found) => found.agencyId === agencyId && /^(exact|variant)$/.test(found.outcome))
    },
  }

  const compared = rows.map((row, index): ComparedRow => {
    if (index % ROWS_BETWEEN_REPORTS === 0) onProgress?.(index, rows.length)
    const dirt = [...row.dirt, ...(together.dirt.get(row.line) ?? [])]
    if (row.validUntil !== undefined && row.validUntil < asOf) {
      dirt.push({ code: 'term_over_on_list_day', detail: row.validUntil })
    }
    const keyed = keyedByLine.get(row.line)
    return keyed === undefined
      ? { row, class: 'refused', agencyId: null, changes: [], dirt }
      : { row, dirt, ...compareRow(keyed, context) }
  })
  onProgress?.(rows.length, rows.length)
  markRowsOfOneAgency(compared)

  addNearTwins(compared, keyedByLine, state, { country, matching, budget })
  const missing = agenciesMissing(compared, keyedByLine, state, matching, country)
  const counts = Object.fromEntries(ROW_CLASSES.map((name) => [name, 0])) as Record<
    RowClass,
    number
  >
  for (const { class: name } of compared) counts[name] += 1
  const listedBefore = state.filter(({ inSource }) => inSource === 'listed').length
  const warnings = warningsOf({ listedBefore, missing: missing.length, counts, budget })
  return {
    country,
    asOf,
    rows: compared,
    missing,
    counts,
    dirtCounts: countDirt(compared),
    warnings,
  }
}

/** Two rows may name one agency by a present and a former name: the first one stands. */
function markRowsOfOneAgency(compared: readonly ComparedRow[]) {
  const lineOfAgency = new Map<string, number>()
  for (const each of compared) {
    if (each.agencyId === null || !SPEAKS_FOR_ITS_AGENCY.includes(each.class)) continue
    const otherLine = lineOfAgency.get(each.agencyId)
    if (otherLine === undefined) {
      lineOfAgency.set(each.agencyId, each.row.line)
      continue
    }
    each.class = 'duplicate'
    each.changes = []
    each.duplicateOf = otherLine
    each.dirt.push({ code: 'duplicate_row', detail: 'under another name of the agency', otherLine })
  }
}

type Budget = { left: number; missed: number }

function spend(budget: Budget): boolean {
  if (budget.left === 0) {
    budget.missed += 1
    return false
  }
  budget.left -= 1
  return true
}

/** Only rows that bring a name are looked at: a name long in the register has had its look. */
function addNearTwins(
  compared: ComparedRow[],
  keyedByLine: ReadonlyMap<number, KeyedRow>,
  state: RegisterState,
  { country, matching, budget }: { country: string; matching: Matching; budget: Budget },
) {
  const asking = compared.filter(
    ({ class: is, changes }) =>
      is === 'new' || is === 'conflict' || changes.some(({ field }) => field === 'name'),
  )
  if (asking.length === 0) return

  const others = compared.filter(({ class: is }) => is !== 'refused' && is !== 'duplicate')
  const inList = new NearTwins(others.map(({ row }) => keyedByLine.get(row.line)?.nameKey ?? ''))
  const registered = state.flatMap((agency) => agency.names.map((name) => ({ agency, name })))
  const inRegister = new NearTwins(registered.map(({ name }) => matching.nameKey(name, country)))

  for (const { row, agencyId, dirt } of asking) {
    const key = keyedByLine.get(row.line)?.nameKey ?? ''
    for (const index of inList.of(key)) {
      const twin = others[index]
      if (twin === undefined || twin.row === row) continue
      dirt.push({ code: 'near_twin_in_list', detail: twin.row.name, otherLine: twin.row.line })
    }

    const twins = new Map<string, Dirt>()
    const addTwin = (twinId: string, detail: string) => {
      if (twinId === agencyId || twins.has(twinId)) return
      twins.set(twinId, { code: 'near_twin_in_register', detail, agencyId: twinId })
    }
    for (const index of inRegister.of(key)) {
      const twin = registered[index]
      if (twin !== undefined) addTwin(twin.agency.agencyId, twin.name)
    }
    if (state.length > 0 && spend(budget)) {
      for (const found of matching.findByName(row.name)) {
        if (/^(exact|variant)$/.test(found.outcome)) addTwin(found.agencyId, found.name)
      }
    }
    dirt.push(...twins.values())
  }
}

function warningsOf(facts: {
  listedBefore: number
  missing: number
  counts: Record<RowClass, number>
  budget: Budget
}): ListWarning[] {
  const { listedBefore, missing, counts, budget } = facts
  const warnings: ListWarning[] = []
  const used = ROW_CLASSES.filter((is) => is !== 'refused').reduce((sum, is) => sum + counts[is], 0)
  if (used === 0) warnings.push({ code: 'no_usable_row', detail: `${counts.refused} rows refused` })
  if (listedBefore > 0 && missing > listedBefore * SHARE_MISSING_THAT_WARNS) {
    warnings.push({ code: 'many_missing', detail: `${missing} of ${listedBefore}` })
  }
  if (budget.missed > 0) {
    warnings.push({ code: 'names_not_looked_up', detail: `${budget.missed} names` })
  }
  return warnings
}

function countDirt(compared: readonly ComparedRow[]): Partial<Record<DirtCode, number>> {
  const counts: Partial<Record<DirtCode, number>> = {}
  for (const { dirt } of compared) {
    for (const code of new Set(dirt.map((each) => each.code)))
      counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** True when a person has to look at the row before it may be recorded. */
export function needsALook({ class: is, dirt }: ComparedRow): boolean {
  return is === 'conflict' || is === 'refused' || dirt.some((each) => severityOf(each) !== 'note')
}
