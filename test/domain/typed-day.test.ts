import { describe, expect, test } from 'vitest'
import { day as dayOf } from '../../src/domain/calendar-date.ts'
import { asTyped, readTypedDay } from '../../src/domain/typed-day.ts'

describe('a day that is typed', () => {
  const cases: [string, string | undefined, string][] = [
    ['31/12/1999', '1999-12-31', 'the day before the month'],
    ['3/7/1999', '1999-07-03', 'one digit each'],
    ['31-12-1999', '1999-12-31', 'dashes'],
    ['31.12.1999', '1999-12-31', 'dots'],
    [' 31 12 1999 ', '1999-12-31', 'spaces'],
    ['31121999', '1999-12-31', 'digits alone, from a keypad without a slash'],
    ['1999-12-31', '1999-12-31', 'what a date field of a browser sends'],
    ['7 Maret 1999', '1999-03-07', 'a month by its Indonesian name'],
    ['7 Agu 2026', '2026-08-07', 'a month by its beginning'],
    ['7 March 1999', '1999-03-07', 'a month by its English name'],
    ['29/02/2024', '2024-02-29', 'a leap day'],
    ['29/02/2023', undefined, 'no leap day'],
    ['12/31/1999', undefined, 'the month before the day'],
    ['31/13/1999', undefined, 'a thirteenth month'],
    ['31/12/99', undefined, 'a year of two digits could be either century'],
    ['7 Foo 1999', undefined, 'a month that nobody has'],
    ['besok', undefined, 'a word'],
    ['', undefined, 'nothing'],
  ]
  test.each(cases)('%j is %s: %s', (typed, day, _reason) => {
    expect(readTypedDay(typed)).toBe(day)
  })

  test('is written as it is read', () => {
    expect(asTyped(dayOf('1999-12-31'))).toBe('31/12/1999')
    expect(readTypedDay(asTyped(dayOf('1999-12-31')))).toBe('1999-12-31')
  })
})
