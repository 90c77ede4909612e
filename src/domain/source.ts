import type { CalendarDate } from './calendar-date.ts'
import { type Recorded, wasKnown } from './fact.ts'

export const SOURCE_KINDS = [
  'authority_list',
  'decree',
  'official_statement',
  'office_record',
  'public_page',
  'demonstration',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** One dated copy of a source: what a list said as of a day, and when it was fetched. */
export interface SourceEdition extends Recorded {
  readonly asOf: CalendarDate
  readonly retrievedOn: CalendarDate
  readonly rows: number | null
  readonly sha256: string | null
}

export interface Source {
  readonly id: string
  readonly entry: number
  readonly publisher: string
  readonly title: string
  readonly kind: SourceKind
  readonly instrument: string | null
  readonly issuedOn: CalendarDate | null
  readonly url: string | null
  /** Days after which what only this source says no longer counts as current. */
  readonly freshForDays: number
  /** True for invented data: every answer that rests on it says so. */
  readonly demonstration: boolean
  readonly editions: readonly SourceEdition[]
}

/** The newest edition that stood while the log held `size` entries. */
export function latestEdition(source: Source, size: number): SourceEdition | undefined {
  return source.editions
    .filter((edition) => wasKnown(edition, size))
    .reduce<SourceEdition | undefined>(
      (latest, edition) => (latest === undefined || edition.asOf >= latest.asOf ? edition : latest),
      undefined,
    )
}
