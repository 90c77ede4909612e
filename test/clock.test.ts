import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { dayFormatter } from '../src/clock.ts'

/** Midnight in Jakarta, and the second before, at the edge of a licence's last day. */
const EDGE = ['2026-08-31T16:59:59.999Z', '2026-08-31T17:00:00.000Z'] as const

describe('the day in Jakarta', () => {
  const jakartaDay = dayFormatter('Asia/Jakarta')

  test.each([
    [EDGE[0], '2026-08-31', 'the last second of the day'],
    [EDGE[1], '2026-09-01', 'midnight'],
    ['2026-12-31T16:59:59Z', '2026-12-31', 'the last second of the year'],
    ['2026-12-31T17:00:00Z', '2027-01-01', 'the new year'],
    ['2028-02-28T17:00:00Z', '2028-02-29', 'a leap day'],
    ['2026-11-24T00:00:00Z', '2026-11-24', 'seven in the morning'],
  ])('at %s is %s: %s', (instant, day) => {
    expect(jakartaDay(new Date(instant))).toBe(day)
  })
})

describe('the day elsewhere', () => {
  test.each([
    ['2026-11-24T16:00:00Z', 'Asia/Makassar', '2026-11-25', 'an hour earlier in Central Indonesia'],
    ['2028-02-29T03:00:00Z', 'America/New_York', '2028-02-28', 'behind Greenwich'],
  ])('%s in %s is %s: %s', (instant, timeZone, expected) => {
    expect(dayFormatter(timeZone)(new Date(instant))).toBe(expected)
  })
})

describe('the system clock', () => {
  const clock = fileURLToPath(new URL('../src/clock.ts', import.meta.url))
  // Only Date is replaced: the clock's own reading of it is what is tried.
  const program = `
    const { systemClock } = await import(${JSON.stringify(clock)})
    const clock = systemClock('Asia/Jakarta')
    const days = []
    for (const instant of ${JSON.stringify(EDGE)}) {
      Date.now = () => Date.parse(instant)
      days.push(clock.today())
    }
    process.stdout.write(days.join(' '))`

  test.each(['UTC', 'Asia/Jakarta', 'America/New_York', 'Pacific/Kiritimati'])(
    'turns the day at midnight in Jakarta on a machine set to %s',
    (TZ) => {
      const days = execFileSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', program],
        { env: { ...process.env, TZ }, encoding: 'utf8' },
      )
      expect(days).toBe('2026-08-31 2026-09-01')
    },
  )
})
