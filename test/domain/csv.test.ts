import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../src/domain/csv.ts'

describe('R57: a line of CSV', () => {
  test.each([
    ['=1+1', "'=1+1", 'a formula'],
    ['+62811', "'+62811", 'a plus begins one too'],
    ['-1', "'-1", 'so does a minus'],
    ['@SUM(A1)', "'@SUM(A1)", 'so does an at sign'],
    ['\t=1', "'\t=1", 'a tab is skipped before it is looked at'],
    ['\r=1', "'\r=1", 'so is a carriage return'],
    ['\0=1', "'\0=1", 'so is a NUL'],
    ['a=1', 'a=1', 'only a beginning matters'],
    ['Desa "Contoh", RT 1\nRW 2', 'Desa "Contoh", RT 1\nRW 2', 'it is quoted'],
    ['=HYPERLINK("x")\r\n', '\'=HYPERLINK("x")\r\n', 'both at once'],
    ['', '', 'nothing is nothing'],
  ])('gives %j back as %j: %s', (text, read) => {
    expect(parse(csvLine([text, 'z']))).toEqual([[read, 'z']])
  })
})
