import { MONTHS } from './bilingual.ts'
import { type CalendarDate, isCalendarDate } from './calendar-date.ts'

const DAY_FIRST = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/
const WITH_MONTH = /^(\d{1,2})[\s./-]*([a-z]{3,})[\s./,-]*(\d{4})$/i
/** A keypad for digits has no slash on many telephones. */
const DIGITS_ONLY = /^(\d{2})(\d{2})(\d{4})$/

/**
 * A day as people write it in Indonesia, the day before the month: 31/12/1999, 31-12-1999, 31121999,
 * 31 Desember 1999, and 1999-12-31. Undefined for what is none, also for a year of two digits: it
 * would have to be guessed whether somebody is 19 or 119.
 */
export function readTypedDay(text: string): CalendarDate | undefined {
  const typed = text.normalize('NFKC').trim()
  if (isCalendarDate(typed)) return typed
  const [, date, month, year] =
    DAY_FIRST.exec(typed) ?? DIGITS_ONLY.exec(typed) ?? WITH_MONTH.exec(typed) ?? []
  if (date === undefined || month === undefined || year === undefined) return undefined
  const numbered = /^\d/.test(month) ? month : monthNamed(month)
  const day = `${year}-${numbered.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCalendarDate(day) ? day : undefined
}

/** A day as it would be typed: 31/12/1999. */
export function asTyped(day: CalendarDate): string {
  return day.split('-').reverse().join('/')
}

/** The number of the month of which this is the name or its beginning; empty where it is none. */
function monthNamed(name: string): string {
  const at = MONTHS.findIndex((names) =>
    names.some((known) => known.toLowerCase().startsWith(name.toLowerCase())),
  )
  return at < 0 ? '' : String(at + 1)
}
