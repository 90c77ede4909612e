import { type CalendarDate, isCalendarDate } from '../calendar-date.ts'

const MONTHS = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february', 'pebruari'],
  ['mar', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'ags', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november', 'nopember'],
  ['des', 'desember', 'dec', 'december'],
]

/**
 * A day as an Indonesian list prints it: `2029-12-31`, `31/12/2029`, `31-12-2029`, `31 Desember 2029`.
 * The day stands before the month; what has to be guessed is undefined.
 */
export function readListDay(text: string): CalendarDate | undefined {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/.exec(plain)
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3])

  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain)
  if (numbers !== null) return dayOf(numbers[3], numbers[2], numbers[1])

  const words = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4})$/.exec(plain)
  if (words === null) return undefined
  const month = MONTHS.findIndex((names) => names.includes(words[2] ?? ''))
  return month === -1 ? undefined : dayOf(words[3], String(month + 1), words[1])
}

function dayOf(year = '', month = '', dayOfMonth = ''): CalendarDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isCalendarDate(text) ? text : undefined
}
