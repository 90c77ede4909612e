import type { CalendarDate } from '../../domain/calendar-date.ts'
import { readTypedDay } from '../../domain/typed-day.ts'

const WITH_TIME = /^(.*?)(?:,\s*|\s+)(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?$/
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/
const A_MINUTE = 60_000
const A_DAY = 86_400_000

/**
 * An instant as people write it, in a time zone: 24-11-2026 10:12 is the last moment of that minute,
 * and a day alone the last moment of that day. Or as programs write it, with its offset.
 */
export function readTypedInstant(text: string, timeZone: string): Date | undefined {
  const typed = text.normalize('NFKC').trim()
  if (WITH_OFFSET.test(typed)) {
    const at = new Date(typed)
    return Number.isNaN(at.getTime()) ? undefined : at
  }
  const [, dayText = typed, hour, minute = '0', second] = WITH_TIME.exec(typed) ?? []
  const day = readTypedDay(dayText)
  if (day === undefined) return undefined
  if (hour === undefined) return instantIn(timeZone, day, A_DAY - 1)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  const from = (Number(hour) * 60 + Number(minute)) * A_MINUTE
  return instantIn(
    timeZone,
    day,
    from + (second === undefined ? A_MINUTE : (Number(second) + 1) * 1_000) - 1,
  )
}

function instantIn(timeZone: string, day: CalendarDate, milliseconds: number): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + milliseconds
  // Twice: the offset that holds there may differ from the one a few hours off.
  return new Date(wall - offsetAt(timeZone, wall - offsetAt(timeZone, wall)))
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
  })
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value
  const [, sign = '+', hours = 0, minutes = 0] = /([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * A_MINUTE
}
