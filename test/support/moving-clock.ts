import type { Clock } from '../../src/clock.ts'
import { day } from '../../src/domain/calendar-date.ts'

/** A clock that stands still until it is moved. */
export function movingClock(start = '2026-11-24T03:12:08Z') {
  let now = Date.parse(start)
  const clock: Clock = {
    now: () => new Date(now),
    today: () => day(new Date(now).toISOString().slice(0, 10)),
  }
  return {
    clock,
    advance: (minutes: number) => {
      now += minutes * 60_000
    },
  }
}
