import { describe, expect, test } from 'vitest'
import { day } from '../../../src/domain/calendar-date.ts'
import { compareList } from '../../../src/domain/listing/compare-list.ts'
import type { DirtCode } from '../../../src/domain/listing/dirt.ts'
import type { ListColumn } from '../../../src/domain/listing/list-column.ts'
import type {
  ConflictReason,
  FieldChange,
  RowClass,
} from '../../../src/domain/listing/list-comparison.ts'
import type { RegisteredAgency } from '../../../src/domain/listing/register-state.ts'
import { listed, matchingOver, registered } from '../../support/listed.ts'

const NIB_A = '8120001112223'
const NIB_B = '9120004445556'
const NIB_C = '0220007778889'

type Values = Partial<Record<ListColumn, string>>

function compare(rows: Values[], state: RegisteredAgency[] = []) {
  return compareList(
    rows.map((values, i) => listed(i + 2, values)),
    state,
    { country: 'ID', asOf: day('2026-09-17'), matching: matchingOver(state) },
  )
}

const codesOn = (line: number, comparison: ReturnType<typeof compare>) =>
  comparison.rows.find(({ row }) => row.line === line)?.dirt.map(({ code }) => code) ?? []

describe('a row beside the register', () => {
  const agency = registered('a', 'PT CONTOH SATU MANDIRI', NIB_A)
  const other = registered('b', 'PT MISAL DUA SEJAHTERA', NIB_B)

  const cases: [RowClass, Values, RegisteredAgency[], string][] = [
    ['new', { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A }, [], 'nothing is registered'],
    [
      'unchanged',
      { name: 'PT. Contoh Satu Mandiri', licence: NIB_A },
      [agency],
      'case and dots are no change',
    ],
    [
      'unchanged',
      { name: 'PT CONTOH SATU MANDIRI' },
      [agency],
      'a list without numbers changes none',
    ],
    [
      'changed',
      { name: 'PT CONTOH SATU MANDRI', licence: NIB_A },
      [agency],
      'the name is spelt otherwise',
    ],
    [
      'changed',
      { name: 'PT CONTOH SATU MANDIRI', licence: `${NIB_A}0001` },
      [agency],
      'the serial is added',
    ],
    [
      'changed',
      { name: 'PT CONTOH SATU MANDIRI', licence: NIB_C },
      [agency],
      'it has another number',
    ],
    [
      'changed',
      { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A },
      [{ ...agency, inSource: 'never' }],
      'only other sources had it',
    ],
    [
      'reappeared',
      { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A },
      [{ ...agency, inSource: 'missing' }],
      'it had been dropped',
    ],
    [
      'conflict',
      { name: 'PT LAIN SEKALI', licence: NIB_A },
      [agency],
      'the number is another agency’s',
    ],
    [
      'conflict',
      { name: 'PT MISAL DUA SEJAHTERA', licence: NIB_A },
      [agency, other],
      'name and number of two agencies',
    ],
    [
      'new',
      { name: 'PT CONTOH SATU MANDIRI UTAMA', licence: NIB_C },
      [agency],
      'one word more is another name',
    ],
    [
      'new',
      { name: 'CV CONTOH SATU MANDIRI', licence: NIB_C },
      [agency],
      'another legal form is another company',
    ],
    ['refused', { name: '', licence: NIB_A }, [agency], 'a row without a name'],
    [
      'refused',
      { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A, status: 'dicabut' },
      [agency],
      'the list says revoked',
    ],
    [
      'unchanged',
      { name: 'PT NAMA LAMA CONTOH', licence: NIB_A },
      [{ ...agency, names: [...agency.names, 'PT NAMA LAMA CONTOH'] }],
      'a known former name',
    ],
  ]

  test.each(cases)('is %s: %j', (expected, values, state, _reason) => {
    expect(compare([values], state).rows[0]?.class).toBe(expected)
  })

  const changes: [FieldChange[], Values, Partial<RegisteredAgency>, string][] = [
    [
      [{ field: 'name', before: 'PT CONTOH SATU MANDIRI', after: 'PT CONTOH SATU MANDRI' }],
      { name: 'PT CONTOH SATU MANDRI' },
      {},
      'a spelling',
    ],
    [
      [{ field: 'number', before: NIB_A, after: `${NIB_A}0002` }],
      { licence: `${NIB_A}0002` },
      {},
      'the same family',
    ],
    [
      [{ field: 'number', before: null, after: NIB_A }],
      {},
      { numberPrinted: null, numberNormalised: null, nib: undefined },
      'a first number',
    ],
    [
      [{ field: 'validUntil', before: '2026-12-31', after: '2029-12-31' }],
      { validUntil: '31 Desember 2029' },
      { validUntil: day('2026-12-31') },
      'a later end',
    ],
    [
      [],
      { validUntil: '31-12-2026' },
      { validUntil: day('2026-12-31') },
      'the same day written otherwise',
    ],
    [
      [{ field: 'phones', before: '021-5550100', after: '021-5550199' }],
      { phone: '021-5550199' },
      { phones: ['021-5550100'] },
      'another phone',
    ],
    [
      [],
      { phone: '+62 21 555 0100' },
      { phones: ['021-5550100'] },
      'the same phone written otherwise',
    ],
    [[], { phone: '' }, { phones: ['021-5550100'] }, 'what a list leaves out is no change'],
    [
      [{ field: 'region', before: 'Jakarta', after: 'Kota Contoh, Jawa Timur' }],
      { city: 'Kota Contoh', province: 'Jawa Timur' },
      { region: 'Jakarta' },
      'it moved',
    ],
    [
      [{ field: 'address', before: null, after: 'Jl. Contoh 1' }],
      { address: 'Jl. Contoh 1' },
      {},
      'a first address',
    ],
    [
      [{ field: 'listed', before: 'never', after: 'listed' }],
      {},
      { inSource: 'never' },
      'new to this source',
    ],
  ]

  test.each(changes)('has the changes %j for %j', (expected, values, before, _reason) => {
    const [row] = compare(
      [{ name: 'PT CONTOH SATU MANDIRI', licence: NIB_A, ...values }],
      [{ ...agency, ...before }],
    ).rows
    expect(row?.changes).toEqual(expected)
  })

  const conflicts: [ConflictReason, Values[], RegisteredAgency[], string][] = [
    [
      'number_of_another_agency',
      [{ name: 'PT LAIN SEKALI', licence: NIB_A }],
      [agency],
      'a borrowed number',
    ],
    [
      'number_and_name_of_two_agencies',
      [{ name: 'PT MISAL DUA SEJAHTERA', licence: NIB_A }],
      [agency, other],
      'crossed',
    ],
    [
      'number_under_two_names',
      [
        { name: 'PT LAIN SEKALI', licence: NIB_C },
        { name: 'PT MISAL BEDA', licence: NIB_C },
      ],
      [],
      'which is right is not ours to say',
    ],
    [
      'name_with_two_numbers',
      [
        { name: 'PT LAIN SEKALI', licence: NIB_C },
        { name: 'PT LAIN SEKALI', licence: NIB_B },
      ],
      [],
      'two companies or two licences',
    ],
    [
      'name_of_several_agencies',
      [{ name: 'PT CONTOH SATU MANDIRI' }],
      [agency, { ...agency, agencyId: 'c', nib: NIB_C, numberNormalised: NIB_C }],
      'the number would decide',
    ],
  ]

  test.each(conflicts)('is in conflict as %s for %j', (reason, rows, state, _why) => {
    expect(compare(rows, state).rows[0]?.conflict?.reason).toBe(reason)
  })

  test('keeps the row that agrees with the register when another name borrows its number', () => {
    const { rows } = compare(
      [
        { name: 'PT LAIN SEKALI', licence: NIB_A },
        { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A },
      ],
      [agency],
    )
    expect(rows.map((row) => row.class)).toEqual(['conflict', 'unchanged'])
  })

  test('does not take a name that is nearly right for the owner of a number the list gives twice', () => {
    const { rows } = compare(
      [
        { name: 'PT CONTOH SATU MANDRI', licence: NIB_A },
        { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A },
      ],
      [agency],
    )
    expect(rows.map((row) => row.class)).toEqual(['conflict', 'unchanged'])
  })
})

describe('the rows of one list', () => {
  const cases: [DirtCode, Values, Values, string][] = [
    [
      'duplicate_row',
      { name: 'PT CONTOH SATU', licence: NIB_A },
      { name: 'PT CONTOH SATU', licence: NIB_A },
      'the same twice',
    ],
    [
      'duplicate_row',
      { name: 'PT CONTOH SATU' },
      { name: 'PT CONTOH SATU' },
      'twice without a number',
    ],
    [
      'nib_and_serial_pair',
      { name: 'PT CONTOH SATU', licence: `${NIB_A}0008` },
      { name: 'PT CONTOH SATU', licence: NIB_A },
      'one licence family',
    ],
    [
      'legal_form_two_ways',
      { name: 'PT. CONTOH SATU', licence: NIB_A },
      { name: 'PT CONTOH SATU', licence: NIB_A },
      'PT and PT.',
    ],
    [
      'number_under_two_names',
      { name: 'PT CONTOH SATU', licence: NIB_A },
      { name: 'PT MISAL DUA', licence: NIB_A },
      'one number, two names',
    ],
    [
      'name_with_two_numbers',
      { name: 'PT CONTOH SATU', licence: NIB_A },
      { name: 'PT CONTOH SATU', licence: NIB_B },
      'one name, two numbers',
    ],
    [
      'near_twin_in_list',
      { name: 'PT CONTOH SATU MAKMUR', licence: NIB_A },
      { name: 'PT CONTOH SATU PERKASA', licence: NIB_B },
      'another last word',
    ],
    [
      'near_twin_in_list',
      { name: 'PT CONTOH JAYA', licence: NIB_A },
      { name: 'PT CONTOH PRIMA JAYA', licence: NIB_B },
      'a word between',
    ],
    [
      'near_twin_in_list',
      { name: 'PT BINACONTOH JAYA', licence: NIB_A },
      { name: 'PT BINA CONTOH JAYA', licence: NIB_B },
      'one word or two',
    ],
    [
      'mixed_case',
      { name: 'PT CONTOH SATU', licence: NIB_A },
      { name: 'PT Misal Dua', licence: NIB_B },
      'small letters among capitals',
    ],
  ]

  test.each(cases)('have %s: %j, %j', (code, first, second, _reason) => {
    const majority = { name: 'PT PELENGKAP DAFTAR', licence: '1234567890123' }
    const comparison = compare([first, second, majority])
    expect(codesOn(3, comparison)).toContain(code)
    expect(codesOn(4, comparison)).toEqual([])
    const dirt = comparison.rows[1]?.dirt.find((each) => each.code === code)
    expect(dirt?.otherLine).toBe(code === 'mixed_case' ? undefined : 2)
  })

  test('are one agency when they say the same, and the row with the number is kept', () => {
    const { rows } = compare([
      { name: 'PT CONTOH SATU' },
      { name: 'PT. CONTOH SATU', licence: NIB_A },
      { name: 'PT Contoh Satu', licence: `${NIB_A}0001` },
    ])
    expect(rows.map((row) => [row.class, row.duplicateOf])).toEqual([
      ['duplicate', 3],
      ['new', undefined],
      ['duplicate', 3],
    ])
  })

  test('are one agency when they name it by its present and its former name', () => {
    const state = [
      registered('a', 'PT NAMA BARU', NIB_A, { names: ['PT NAMA BARU', 'PT NAMA LAMA'] }),
    ]
    const { rows } = compare(
      [{ name: 'PT NAMA BARU', licence: NIB_A }, { name: 'PT NAMA LAMA' }],
      state,
    )
    expect(rows.map((row) => row.class)).toEqual(['unchanged', 'duplicate'])
  })

  test('are no near twins of each other when only their first words differ', () => {
    const comparison = compare([
      { name: 'PT CONTOH SUKSES ABADI', licence: NIB_A },
      { name: 'PT MISAL SUKSES ABADI', licence: NIB_B },
    ])
    expect(comparison.dirtCounts.near_twin_in_list).toBeUndefined()
  })
})

describe('a near twin in the register', () => {
  const state = [registered('a', 'PT CONTOH SATU MANDIRI', NIB_A)]

  test('is named on a new row', () => {
    const [row] = compare([{ name: 'PT CONTOH SATU MAKMUR', licence: NIB_B }], state).rows
    expect(row?.dirt).toContainEqual({
      code: 'near_twin_in_register',
      detail: 'PT CONTOH SATU MANDIRI',
      agencyId: 'a',
    })
  })

  test('is found by the matcher where two words are misspelt', () => {
    const [row] = compare(
      [{ name: 'PT TJONTOH SATU MANDIRIE', licence: NIB_B }],
      [registered('a', 'PT CONTOH SATU MANDIRI', NIB_A)],
    ).rows
    expect(row?.dirt.map(({ code }) => code)).toContain('near_twin_in_register')
  })

  test('is not asked for a row that changes nothing', () => {
    const asked: string[] = []
    const twins = [...state, registered('b', 'PT CONTOH SATU MAKMUR', NIB_B)]
    const matching = matchingOver(twins)
    compareList([listed(2, { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A })], twins, {
      country: 'ID',
      asOf: day('2026-09-17'),
      matching: {
        ...matching,
        findByName: (name) => {
          asked.push(name)
          return []
        },
      },
    })
    expect(asked).toEqual([])
  })

  test('is looked up by the matcher only so many times, and the comparison says so', () => {
    const rows = ['SATU', 'DUA', 'TIGA'].map((word, i) =>
      listed(i + 2, { name: `PT MISAL ${word} BARU` }),
    )
    const { warnings } = compareList(rows, state, {
      country: 'ID',
      asOf: day('2026-09-17'),
      matching: matchingOver(state),
      nameLookups: 2,
    })
    expect(warnings).toContainEqual({ code: 'names_not_looked_up', detail: '1 names' })
  })
})

describe('an agency that the list leaves out', () => {
  const state = [
    registered('a', 'PT CONTOH SATU MANDIRI', NIB_A),
    registered('b', 'PT MISAL DUA SEJAHTERA', NIB_B),
    registered('c', 'PT TAK PERNAH ADA', NIB_C, { inSource: 'never' }),
    registered('d', 'PT SUDAH HILANG', '1234567890123', { inSource: 'missing' }),
  ]
  const b = { name: 'PT MISAL DUA SEJAHTERA', licence: NIB_B }

  test('is missing when this source listed it before, and only then', () => {
    expect(compare([b], state).missing).toEqual([
      { agencyId: 'a', name: 'PT CONTOH SATU MANDIRI', number: NIB_A },
    ])
  })

  test('is missing, with the line, when another name has its number', () => {
    const { missing } = compare([{ name: 'PT LAIN SEKALI', licence: NIB_A }, b], state)
    expect(missing).toMatchObject([{ agencyId: 'a', seenOnLine: 2 }])
  })

  test('is missing, with the line, when its row is refused', () => {
    const { missing } = compare([{ name: 'PT CONTOH SATU MANDIRI', status: 'dicabut' }, b], state)
    expect(missing).toMatchObject([{ agencyId: 'a', seenOnLine: 2 }])
  })

  test('is not missing when a duplicate names it', () => {
    const a = { name: 'PT CONTOH SATU MANDIRI', licence: NIB_A }
    expect(compare([a, a, b], state).missing).toEqual([])
  })

  test('raises a warning when more than a fifth are gone', () => {
    expect(compare([b], state).warnings).toEqual([{ code: 'many_missing', detail: '1 of 2' }])
  })
})

describe('the day of the list', () => {
  const days: [string, boolean, string][] = [
    ['2026-09-16', true, 'the term ended the day before'],
    ['2026-09-17', false, 'the last day is inside'],
    ['2026-09-18', false, 'the day after'],
  ]

  test.each(days)('a term that ends on %s: past is %j', (validUntil, isPast, _reason) => {
    const comparison = compare([{ name: 'PT CONTOH SATU', licence: NIB_A, validUntil }])
    expect(codesOn(2, comparison).includes('term_over_on_list_day')).toBe(isPast)
  })
})

describe('a list of 20,000 rows beside 20,000 agencies', () => {
  test('is compared whole and reports its progress', () => {
    const name = (i: number) => `PT ${word(i % 97)} ${word(i % 89)} ${word(i)}`
    const word = (i: number) =>
      `K${(i * 7919)
        .toString(36)
        .toUpperCase()
        .replace(/\d/g, (d) => 'ABCDEFGHIJ'.charAt(Number(d)))}`
    const number = (i: number) => String(8_120_000_000_000 + i)
    const indexes = Array.from({ length: 20_000 }, (_, i) => i)
    const state = indexes.map((i) => registered(String(i), name(i), number(i)))
    const rows = indexes.map((i) => listed(i + 2, { name: name(i), licence: number(i) }))
    const steps: number[] = []
    const { counts } = compareList(rows, state, {
      country: 'ID',
      asOf: day('2026-09-17'),
      matching: matchingOver(state),
      onProgress: (done) => steps.push(done),
    })
    expect(counts.unchanged).toBe(20_000)
    expect(steps.at(-1)).toBe(20_000)
    expect(steps.length).toBeGreaterThan(10)
  })
})
