import { describe, expect, test } from 'vitest'
import { day } from '../../../src/domain/calendar-date.ts'
import { compareList } from '../../../src/domain/listing/compare-list.ts'
import { comparisonJson } from '../../../src/domain/listing/comparison-json.ts'
import { comparisonText } from '../../../src/domain/listing/comparison-text.ts'
import { listed, matchingOver, registered } from '../../support/listed.ts'

const state = [
  registered('a', 'PT CONTOH SATU MANDIRI', '8120001112223'),
  registered('b', 'PT MISAL DUA SEJAHTERA', '9120004445556'),
]
const comparison = compareList(
  [
    listed(2, {
      name: 'PT. CONTOH  SATU MANDIRI',
      licence: '8120001112223',
      validUntil: '31/12/2029',
    }),
    listed(3, { name: 'PT LAIN SEKALI', licence: '9120004445556' }),
    listed(4, { name: 'Jumlah: 2' }),
    listed(5, { name: 'PT \u001b[31mBARU\u202E SAJA', licence: '1234567890123' }),
  ],
  state,
  { country: 'ID', asOf: day('2026-09-17'), matching: matchingOver(state) },
)

describe('the comparison in JSON', () => {
  const json = comparisonJson(comparison)

  test('counts rows by what they mean and by their faults', () => {
    expect(json.summary).toMatchObject({
      rows: 4,
      needs_a_look: 3,
      missing: 1,
      classes: {
        new: 1,
        changed: 1,
        unchanged: 0,
        reappeared: 0,
        conflict: 1,
        duplicate: 0,
        refused: 1,
      },
    })
    expect(json.summary.dirt.find(({ code }) => code === 'footer_row')).toMatchObject({
      severity: 'blocks_row',
      rows: 1,
    })
  })

  test('has each row as printed and as read, with sentences in both languages', () => {
    expect(json.rows[0]).toEqual({
      line: 2,
      class: 'changed',
      needs_a_look: false,
      printed: {
        name: 'PT. CONTOH  SATU MANDIRI',
        licence: '8120001112223',
        valid_until: '31/12/2029',
      },
      name: 'PT CONTOH SATU MANDIRI',
      number: { schema: 'nib', normalised: '8120001112223', nib: '8120001112223', serial: null },
      valid_until: '2029-12-31',
      agency_id: 'a',
      duplicate_of_line: null,
      conflict: null,
      changes: [{ field: 'valid_until', before: null, after: '2029-12-31' }],
      dirt: [
        {
          code: 'double_spaces',
          severity: 'note',
          sentence: {
            id: 'Ada spasi ganda, atau spasi di awal atau akhir.',
            en: 'Double spaces, or spaces at an end.',
          },
          detail: null,
          other_line: null,
          agency_id: null,
        },
      ],
    })
    expect(json.rows[1]?.conflict).toMatchObject({
      reason: 'number_of_another_agency',
      agency_name: 'PT MISAL DUA SEJAHTERA',
    })
  })

  test('has who is missing', () => {
    expect(json.missing).toEqual([
      {
        agency_id: 'b',
        name: 'PT MISAL DUA SEJAHTERA',
        number: '9120004445556',
        seen_on_line: 3,
      },
    ])
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })
})

describe('the comparison as text', () => {
  const lines = [...comparisonText(comparison)]

  test('begins with warnings, then what must be decided', () => {
    expect(lines[0]).toMatch(/^WARNING many_missing/)
    const titles = lines.filter((line) => /^[A-Z].*: \d+$/.test(line))
    expect(titles.map((title) => title.split(/[ :]/)[0])).toEqual([
      'In',
      'Refused',
      'Changed',
      'New',
      'Missing',
    ])
  })

  test('says what changed, and why a row is in conflict', () => {
    expect(lines).toContain('          ~ valid_until: (none) -> 2029-12-31')
    expect(lines).toContain(
      '          ! The number belongs to another agency of the register. Register: PT MISAL DUA SEJAHTERA.',
    )
  })

  test('lets no character of the list steer the terminal', () => {
    expect(lines.join('\n')).not.toMatch(/(?!\n)\p{C}/u)
  })

  test('prints only so many rows of each class when told', () => {
    const many = compareList(
      Array.from({ length: 9 }, (_, i) =>
        listed(i + 2, { name: `PT K${i}`, licence: String(10 ** 12 + i) }),
      ),
      [],
      { country: 'ID', asOf: day('2026-09-17'), matching: matchingOver([]) },
    )
    expect([...comparisonText(many, { rowsOfClass: 4 })]).toContain('  … and 5 more')
  })
})
