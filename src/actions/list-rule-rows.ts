import type { CalendarDate } from '../domain/calendar-date.ts'
import { type DatedRow, rowsInForceOn } from '../domain/rule-tables/dated-row.ts'

/** Where a row stands in its list: its words for ordering, then its place in the log. */
export type RowPlace = readonly [order: string, entry: number]

export interface RowPage<Row> {
  readonly items: readonly Row[]
  /** Where the next page begins; null on the last one. */
  readonly next: RowPlace | null
  readonly total: number
}

/** One page of the rows in force on `on`, ordered alike whatever is asked of them. */
export function listRuleRows<Row extends DatedRow>(
  rows: readonly Row[],
  options: {
    readonly on: CalendarDate
    readonly isWanted: (row: Row) => boolean
    readonly orderOf: (row: Row) => string
    readonly limit: number
    /** A place, not a row: the row that stood there may have left the list since. */
    readonly after?: RowPlace | undefined
  },
): RowPage<Row> {
  const { on, isWanted, orderOf, limit, after } = options
  const found = rowsInForceOn(on, rows)
    .filter(isWanted)
    .map((row) => ({ row, place: [orderOf(row), row.entry] as const }))
    .sort((a, b) => compare(a.place, b.place))
  const from =
    after === undefined ? 0 : found.filter(({ place }) => compare(place, after) <= 0).length
  const page = found.slice(from, from + limit)
  return {
    items: page.map(({ row }) => row),
    next: from + limit < found.length ? (page.at(-1)?.place ?? null) : null,
    total: found.length,
  }
}

function compare([order, entry]: RowPlace, [otherOrder, otherEntry]: RowPlace): number {
  if (order !== otherOrder) return order < otherOrder ? -1 : 1
  return entry - otherEntry
}
