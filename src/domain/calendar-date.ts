/** A day as law and lists use it: `YYYY-MM-DD`, no time, no zone. Compares as text. */
export type CalendarDate = string & { readonly __calendarDate: unique symbol }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MILLISECONDS_A_DAY = 86_400_000

/** True only for a day that exists: `2026-02-30` and `2026-2-3` are refused, never rolled over. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = SHAPE.exec(text)
  if (parts === null || text < '1000-01-01') return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day written in `text`, or a RangeError: for literals and for values already validated. */
export function day(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar day: ${text}`)
  return text
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(from) + days * MILLISECONDS_A_DAY)
    .toISOString()
    .slice(0, 10) as CalendarDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY)
}
