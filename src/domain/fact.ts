import type { CalendarDate } from './calendar-date.ts'

/**
 * `entry` is a fact's place in the registry log, which tells when it was recorded; `supersededBy` is
 * the entry that corrected or ended it, if any.
 */
export interface Recorded {
  readonly entry: number
  readonly supersededBy: number | null
}

/** What every fact about an agency carries. */
export interface Fact extends Recorded {
  readonly effectiveOn: CalendarDate
  /** The last day on which it holds, inclusive; null while no end is known. */
  readonly lastDay: CalendarDate | null
  readonly sourceId: string
}

/** True when the fact stood in the registry while the log held `size` entries. */
export function wasKnown(fact: Recorded, size: number): boolean {
  return fact.entry < size && (fact.supersededBy === null || fact.supersededBy >= size)
}

export function holdsOn(fact: Fact, day: CalendarDate): boolean {
  return fact.effectiveOn <= day && (fact.lastDay === null || fact.lastDay >= day)
}
