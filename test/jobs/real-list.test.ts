import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { compareList } from '../../src/domain/listing/compare-list.ts'
import type { DirtCode } from '../../src/domain/listing/dirt.ts'
import { type ListRow, readListRow } from '../../src/domain/listing/list-row.ts'
import { openListFile } from '../../src/jobs/list-file.ts'
import { matchingOver } from '../support/listed.ts'

const LIST = new URL('../../../shared/data/p3mi-register-2026-09-17.csv', import.meta.url).pathname
const title = 'the copy of the real list of September 2026'

if (!existsSync(LIST)) {
  test.skip(`${title} is left out: ../shared/data is not here`, () => {})
} else {
  describe(title, async () => {
    const file = await openListFile(LIST)
    const matching = matchingOver([])
    const rows: ListRow[] = []
    for await (const { line, cells } of file.rows()) {
      rows.push(
        readListRow(cells, { country: 'ID', line, readLicenceNumber: matching.readLicenceNumber }),
      )
    }
    const comparison = compareList(rows, [], { country: 'ID', asOf: day('2026-09-17'), matching })
    const linesWith = (code: DirtCode) =>
      comparison.rows.filter(({ dirt }) => dirt.some((each) => each.code === code))

    test('has 526 rows under three known headings', () => {
      expect(rows).toHaveLength(526)
      expect(file.columns).toEqual({
        registerId: 'register_id',
        name: 'name',
        licence: 'licence_no',
      })
      expect(file.unused).toEqual([])
    })

    test('has its numbers read as what they are', () => {
      const schemas = rows.map(({ number }) => number?.schema ?? 'none')
      const count = (schema: string) => schemas.filter((each) => each === schema).length
      expect([count('nib'), count('nib_serial'), count('none')]).toEqual([503, 18, 4])
      expect(rows.filter(({ number }) => number?.asWritten.length === 21)).toHaveLength(1)
    })

    const kinds: [DirtCode, number, string][] = [
      ['missing_number', 4, 'listed without a number'],
      ['number_with_serial', 18, 'NIB and serial'],
      ['number_odd_length', 1, '21 digits'],
      ['duplicate_row', 1, 'one number twice'],
      ['nib_and_serial_pair', 1, 'one NIB as 13 and as 17 digits'],
      ['legal_form_two_ways', 2, 'two companies under PT and PT.'],
      ['legal_form_glued', 1, 'PT. without a space'],
      ['odd_apostrophe', 1, 'a back-tick'],
      ['mixed_case', 10, 'small letters in a list of capitals'],
      ['one_word_name', 3, 'three names of one word'],
      ['near_twin_in_list', 20, 'names that differ by one word'],
    ]

    test.each(kinds)('has %s named on %i rows', (code, expected, _reason) => {
      expect(linesWith(code)).toHaveLength(expected)
    })

    test('has no other kind of dirt than these, and refuses nothing', () => {
      expect(Object.keys(comparison.dirtCounts).sort()).toEqual(kinds.map(([code]) => code).sort())
      expect(comparison.counts).toMatchObject({ new: 524, duplicate: 2, refused: 0, conflict: 0 })
    })

    test('has the near twins that were seen in it by eye', () => {
      const twins = linesWith('near_twin_in_list').map(({ row }) => row.name)
      for (const name of [
        'PT MILLENIUM MUDA MAKMUR',
        'PT NUSA SINAR PERKASA',
        'PT ANNUR PRIMA JAYA',
        'PT BUMI MAS CITRA MANDIRI',
        'PT AGESA ASA JAYA',
        'PT PRIMA DUTA PERSADA',
      ]) {
        expect(twins).toContain(name)
      }
    })
  })
}
