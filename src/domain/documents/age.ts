import { type CalendarDate, isCalendarDate } from '../calendar-date.ts'

/** Completed years on `on`. Somebody born on 29 February turns a year older on 1 March. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The same day of the month, or the month's last day where it has no such day. */
export function addMonths(from: CalendarDate, months: number): CalendarDate {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 1 + months
  const start = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  for (let last = date; last > 28; last -= 1) {
    const day = `${start}-${last}`
    if (isCalendarDate(day)) return day
  }
  return `${start}-${String(Math.min(date, 28)).padStart(2, '0')}` as CalendarDate
}
