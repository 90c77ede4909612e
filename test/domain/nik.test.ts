import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { addMonths, ageOn } from '../../src/domain/documents/age.ts'
import { areNamesAlike } from '../../src/domain/documents/compare-names.ts'
import { readNik } from '../../src/domain/documents/nik.ts'

const TODAY = day('2026-11-24')
const read = (nik: string) => readNik(nik, TODAY)

describe('what a NIK says by itself', () => {
  const rows: [string, readonly string[], string | null, readonly string[], string][] = [
    ['3212050505980001', [], 'male', ['1998-05-05'], 'a man, only one century is possible'],
    ['3212054505980001', [], 'female', ['1998-05-05'], 'women add 40 to the day'],
    ['3212 0545 0598 0001', [], 'female', ['1998-05-05'], 'spaces are read over'],
    [
      '3212050505100001',
      [],
      'male',
      ['1910-05-05', '2010-05-05'],
      'two digits of the year: both centuries',
    ],
    ['3212052411260001', [], 'male', ['1926-11-24', '2026-11-24'], 'born today'],
    ['3212052511260001', [], 'male', ['1926-11-25'], 'tomorrow has not come'],
    ['3212053105980001', [], 'male', ['1998-05-31'], 'the last day for a man'],
    ['3212054105980001', [], 'female', ['1998-05-01'], 'the first day for a woman'],
    ['3212057105980001', [], 'female', ['1998-05-31'], 'the last day for a woman'],
    ['3212053205980001', ['date_impossible'], null, [], 'no 32nd'],
    ['3212054005980001', ['date_impossible'], null, [], 'forty is nobody’s day'],
    ['3212057205980001', ['date_impossible'], null, [], 'a woman’s 32nd'],
    ['3212050005980001', ['date_impossible'], null, [], 'no day 0'],
    ['3212053102980001', ['date_impossible'], null, [], 'no 31 February'],
    ['3212052902000001', [], 'male', ['2000-02-29'], '1900 was no leap year, 2000 was'],
    ['3212050513980001', ['date_impossible'], null, [], 'no month 13'],
    ['3212050500980001', ['date_impossible'], null, [], 'no month 0'],
    ['3212050505980000', ['serial_zero'], 'male', ['1998-05-05'], 'serials begin at 0001'],
    ['9999050505980001', ['region_unknown'], 'male', ['1998-05-05'], 'no such province'],
    ['3219050505980001', ['region_unknown'], 'male', ['1998-05-05'], 'no regency of that province'],
    ['9101050505980001', [], 'male', ['1998-05-05'], 'Merauke before it moved to Papua Selatan'],
    ['9301050505980001', [], 'male', ['1998-05-05'], 'Merauke since'],
    ['9271050505980001', [], 'male', ['1998-05-05'], 'the city of Sorong before Papua Barat Daya'],
    ['6571050505980001', [], 'male', ['1998-05-05'], 'the city of Tarakan in Kalimantan Utara'],
    ['3200050505980001', ['region_unknown'], 'male', ['1998-05-05'], 'a province is no regency'],
    ['321205050598001', ['not_sixteen_digits'], null, [], 'fifteen digits'],
    ['32120505059800011', ['not_sixteen_digits'], null, [], 'seventeen digits'],
    ['321205O505980001', ['not_sixteen_digits'], null, [], 'a letter O is no digit'],
    ['', ['not_sixteen_digits'], null, [], 'nothing'],
  ]
  test.each(rows)('%s: problems %j, %s, born %j: %s', (nik, problems, sex, birthDates, _reason) => {
    expect(read(nik)).toEqual({ problems, sex, birthDates })
  })
})

describe('completed years', () => {
  test.each([
    ['2008-12-11', '2026-12-10', 17, 'the day before the birthday'],
    ['2008-12-10', '2026-12-10', 18, 'the birthday'],
    ['2008-12-09', '2026-12-10', 18, 'the day after'],
    ['2008-02-29', '2026-02-28', 17, 'a leap day has not come in a common year'],
    ['2008-02-29', '2026-03-01', 18, 'then it counts from 1 March'],
  ])('of %s on %s are %i: %s', (birthDate, on, years, _reason) => {
    expect(ageOn(day(birthDate), day(on))).toBe(years)
  })
})

describe('months later', () => {
  test.each([
    ['2026-12-10', 6, '2027-06-10', 'over a new year'],
    ['2026-08-31', 6, '2027-02-28', 'a short month ends earlier'],
    ['2027-08-31', 6, '2028-02-29', 'a leap year'],
    ['2026-12-31', 0, '2026-12-31', 'none'],
    ['2026-12-05', 12, '2027-12-05', 'a year'],
  ])('%s + %i is %s: %s', (from, months, until, _reason) => {
    expect(addMonths(day(from), months)).toBe(until)
  })
})

describe('one name on two papers', () => {
  test.each([
    ['Siti Rekaan', 'SITI REKAAN', true, 'case'],
    ['Siti Rekaan', 'Rekaan, Siti', true, 'order'],
    ['Siti Rekaan', 'Siti Rekaan Binti Contoh', true, 'a father’s name added'],
    ['Ma’ruf Rekaan', "Ma'ruf Rekaan", true, 'another apostrophe'],
    ['Siti Rekaan', 'Siti Karangan', false, 'one word contradicts'],
    ['Siti Rekaan', '', true, 'nothing contradicts nothing'],
  ])('%s and %s agree: %s: %s', (a, b, agree, _reason) => {
    expect(areNamesAlike(a, b)).toBe(agree)
  })
})
