import type { CalendarDate } from '../calendar-date.ts'

/**
 * How a row is known: the instrument itself was read, an office said so, the press reported it, or
 * it is doubtful. Only what is well known may make an answer good.
 */
export const ROW_CONFIDENCES = ['law_text', 'statement', 'press', 'uncertain'] as const
export type RowConfidence = (typeof ROW_CONFIDENCES)[number]

/** What every row that an administrator keeps carries. A row is closed and replaced, never edited. */
export interface DatedRow {
  readonly id: string
  /** Place in the registry log. */
  readonly entry: number
  readonly supersededBy: number | null
  readonly validFrom: CalendarDate
  /** Last day, inclusive; null while no end is known. */
  readonly validUntil: CalendarDate | null
  readonly instrument: string | null
  readonly instrumentOn: CalendarDate | null
  readonly url: string | null
  readonly confidence: RowConfidence
  readonly sourceId: string
}

/** True where the instrument was read or an office said so: nothing less makes an answer good. */
export function isWellKnown({ confidence }: Pick<DatedRow, 'confidence'>): boolean {
  return confidence === 'law_text' || confidence === 'statement'
}

/** The rows that stood in the registry while its log held `size` entries. */
export function rowsKnown<Row extends DatedRow>(rows: readonly Row[], size: number): Row[] {
  return rows.filter(
    ({ entry, supersededBy }) => entry < size && (supersededBy === null || supersededBy >= size),
  )
}

export function isInForce(row: DatedRow, day: CalendarDate): boolean {
  return row.validFrom <= day && (row.validUntil === null || row.validUntil >= day)
}

/** None when no row covers the day: then we cannot tell, however new the newest row is. */
export function rowsInForceOn<Row extends DatedRow>(
  day: CalendarDate,
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter((row) => isInForce(row, day))
}

export type Fit = 'yes' | 'no' | 'unknown'

/**
 * Whether a row speaks of what was asked: each pair is what the row is limited to (null: to nothing)
 * and what was asked (undefined: not told).
 */
export function fitOf(pairs: readonly (readonly [string | null, string | undefined])[]): Fit {
  let fit: Fit = 'yes'
  for (const [limit, asked] of pairs) {
    if (limit === null || limit === asked) continue
    if (asked !== undefined) return 'no'
    fit = 'unknown'
  }
  return fit
}
