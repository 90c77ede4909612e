import { type CalendarDate, daysBetween } from './calendar-date.ts'
import { dayOf } from './licence-confirmation.ts'
import { latestEdition, type Source } from './source.ts'

/** The day of which the source last spoke: its newest edition's, or that of its issue; null when it has neither. */
export function lastSeenOn(source: Source, size: number): CalendarDate | null {
  const edition = latestEdition(source, size)
  return edition === undefined ? source.issuedOn : dayOf(edition)
}

/** Days until what only this source says no longer counts as current: negative since it is stale. */
export function daysLeft(source: Source, on: CalendarDate, size: number): number | null {
  const seenOn = lastSeenOn(source, size)
  return seenOn === null ? null : source.freshForDays - daysBetween(seenOn, on)
}
