import { expect, test } from 'vitest'
import { dayFormatter } from '../src/clock.ts'

test.each([
  ['2026-11-24T16:59:59.999Z', 'Asia/Jakarta', '2026-11-24', 'the last instant of the day'],
  ['2026-11-24T17:00:00Z', 'Asia/Jakarta', '2026-11-25', '00:00 in Jakarta'],
  ['2026-12-31T17:00:00Z', 'Asia/Jakarta', '2027-01-01', 'a new year'],
  ['2026-11-24T16:00:00Z', 'Asia/Makassar', '2026-11-25', 'an hour earlier in Central Indonesia'],
  ['2028-02-29T03:00:00Z', 'America/New_York', '2028-02-28', 'behind Greenwich'],
])('%s in %s is %s: %s', (instant, timeZone, expected) => {
  expect(dayFormatter(timeZone)(new Date(instant))).toBe(expected)
})
