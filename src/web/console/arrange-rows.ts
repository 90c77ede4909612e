/** One column of a table of the console. What it says is text, so nothing in it can become markup. */
export interface Column<Row> {
  /** Its name in the address. */
  readonly key: string
  readonly head: string
  text(row: Row): string
  /** What it is ordered by where that is not its text; null stands last in both directions. */
  order?(row: Row): string | number | null
  /** True for sentences, which need more width than a word or a day. */
  readonly isLong?: boolean
  /** The address that it leads to. */
  href?(row: Row): string | null
}

export interface Arrangement {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly page?: string | undefined
}

export interface ArrangedRows<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pageCount: number
  /** The place of the first row among all, from 1. */
  readonly first: number
  /** The column ordered by, with `-` before it when descending; null for the order as given. */
  readonly sort: string | null
}

export const ROWS_A_PAGE = 50

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true })

/**
 * One page of the rows with `q` in any column, ordered by a column that exists. Whatever else the
 * address asks for is left aside: a table is always shown.
 */
export function arrangeRows<Row>(
  all: readonly Row[],
  columns: readonly Column<Row>[],
  { q, sort = '', page = '' }: Arrangement,
): ArrangedRows<Row> {
  const found = q === undefined ? all : rowsWith(q, all, columns)
  const isDescending = sort.startsWith('-')
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ''))
  const ordered = column === undefined ? found : orderedBy(column, isDescending, found)
  const pageCount = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE))
  const at = /^\d{1,7}$/.test(page) ? Math.min(Math.max(1, Number(page)), pageCount) : 1
  const from = (at - 1) * ROWS_A_PAGE
  return {
    rows: ordered.slice(from, from + ROWS_A_PAGE),
    total: found.length,
    page: at,
    pageCount,
    first: Math.min(from + 1, found.length),
    sort: column === undefined ? null : sort,
  }
}

function rowsWith<Row>(
  q: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): readonly Row[] {
  const sought = folded(q)
  return rows.filter((row) => columns.some((column) => folded(column.text(row)).includes(sought)))
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function orderedBy<Row>(
  { text, order = text }: Column<Row>,
  isDescending: boolean,
  rows: readonly Row[],
): readonly Row[] {
  const placed = rows.map((row) => ({ row, by: order(row) }))
  placed.sort((a, b) => {
    if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null)
    return isDescending ? compare(b.by, a.by) : compare(a.by, b.by)
  })
  return placed.map(({ row }) => row)
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b))
}
