import type { AgencyOnDay } from './agency-on-day.ts'
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import type { LicenceStatus } from './licence.ts'

/** How many days ahead an end is looked for. */
export const ENDS_WITHIN_DAYS = [30, 60, 90] as const
export type EndsWithinDays = (typeof ENDS_WITHIN_DAYS)[number]

/** A source that turns stale within so many days should be fetched again now. */
export const SOURCE_DUE_DAYS = 7

const RUNNING: ReadonlySet<LicenceStatus> = new Set([
  'licensed',
  'warned',
  'suspended_partial',
  'suspended_full',
])

/** True for a licence that runs and whose last day comes within `days` of `today`. */
export function endsWithin(
  { state }: Pick<AgencyOnDay, 'state'>,
  today: CalendarDate,
  days: number,
): boolean {
  if (!RUNNING.has(state.status) || state.validUntil === null) return false
  const left = daysBetween(today, state.validUntil)
  return left >= 0 && left <= days
}

/** True for a licence that runs by its events, while a list that carried it no longer does. */
export function hasLeftItsList({
  state,
  confirmation,
}: Pick<AgencyOnDay, 'state' | 'confirmation'>): boolean {
  return RUNNING.has(state.status) && confirmation.missing !== null
}
