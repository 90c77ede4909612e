import { type CalendarDate, day } from './domain/calendar-date.ts'

export interface Clock {
  now(): Date
  /** The day it is in the registry's time zone. */
  today(): CalendarDate
}

const MILLISECONDS_A_MINUTE = 60_000

export function systemClock(timeZone: string): Clock {
  const dayIn = dayFormatter(timeZone)
  let minute = Number.NaN
  let today = day('1000-01-01')
  return {
    now: () => new Date(),
    today() {
      const now = Date.now()
      // No zone changes its day within a minute, and formatting costs more than a whole lookup.
      const currentMinute = Math.floor(now / MILLISECONDS_A_MINUTE)
      if (currentMinute !== minute) {
        today = dayIn(now)
        minute = currentMinute
      }
      return today
    },
  }
}

/** The day that an instant falls on in a time zone. */
export function dayFormatter(timeZone: string): (instant: Date | number) => CalendarDate {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, value]),
    )
    return day(`${parts.year}-${parts.month}-${parts.day}`)
  }
}
