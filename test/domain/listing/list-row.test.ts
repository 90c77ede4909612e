import { describe, expect, test } from 'vitest'
import { DIRT, DIRT_CODES, type DirtCode } from '../../../src/domain/listing/dirt.ts'
import type { ListCells } from '../../../src/domain/listing/list-column.ts'
import { listed } from '../../support/listed.ts'

const NIB = '8120001112223'
const codesOf = (values: ListCells['values'], shape: Partial<ListCells> = {}) =>
  listed(2, values, shape).dirt.map(({ code }) => code)

describe('a row of a list', () => {
  const names: [DirtCode[], string, string][] = [
    [[], 'PT CONTOH SATU MANDIRI', 'nothing is wrong with it'],
    [[], 'PT. CONTOH SATU', 'a dot after PT is how lists write it'],
    [[], "PT AL-CONTOH MA'MUR", 'hyphens and plain apostrophes belong to names'],
    [[], 'PT CONTOH SATU Tbk.', 'the dot of Tbk. is its own'],
    [[], 'CONTOH SATU, PT', 'the legal form may stand at the end'],
    [[], 'PT CONTOH 21 MANDIRI', 'a number may be a word of a name'],
    [['missing_name'], '', 'an empty cell names nobody'],
    [['missing_name'], '   ', 'spaces name nobody'],
    [['name_without_letters'], '12345', 'a number is no name'],
    [['name_without_letters'], 'PT.', 'a legal form alone is no name'],
    [['legal_form_glued'], 'PT.AL-CONTOH JAYA', 'the form sticks to the name'],
    [['legal_form_missing'], 'CONTOH SATU MANDIRI', 'the form is left out'],
    [['odd_apostrophe'], 'PT. CONTOH`AH JAYA', 'a back-tick'],
    [['odd_apostrophe'], 'PT CONTOH´AH JAYA', 'an acute accent'],
    [['stray_punctuation', 'one_word_name'], 'PT CONTOH;', 'a semicolon left over'],
    [['stray_punctuation'], '- PT CONTOH SATU', 'a dash of a bullet'],
    [['stray_punctuation'], 'PT CONTOH SATU.', 'a full stop'],
    [['stray_digit'], 'PT CONTOH PERKASA1', 'a digit that a key slipped in'],
    [['mixed_case'], 'PT CoNTOH SATU', 'capitals inside a word'],
    [['lookalike_letters'], 'PT СОNTOH SATU', 'Cyrillic Es and O'],
    [['lookalike_letters'], 'РТ CONTOH SATU', 'the form itself in Cyrillic'],
    [['lookalike_letters'], 'PT CΟNTOH SATU', 'a Greek omicron'],
    [['lookalike_letters'], 'PT ＣＯＮＴＯＨ SATU', 'letters of double width'],
    [['other_script'], 'PT CONTOH Ж SATU', 'a letter that looks like no Latin one'],
    [
      ['other_script', 'legal_form_missing', 'one_word_name'],
      'ПРИМЕРЖ',
      'a name of another alphabet altogether',
    ],
    [['accented_letter'], 'PT CONTOH MANDÍRI', 'a stray accent'],
    [['invisible_characters'], 'PT CON\u200BTOH SATU', 'a space of no width'],
    [['invisible_characters'], 'PT \u202ECONTOH SATU', 'a mark that turns the reading direction'],
    [['invisible_characters'], 'PT CONTOH\u00AD SATU', 'a soft hyphen'],
    [['invisible_characters'], 'PT CONTOH\uFE0F SATU', 'a variation selector'],
    [['control_characters'], 'PT CONTOH\nSATU', 'a line break inside the cell'],
    [['broken_encoding'], 'PT CONTOH \uFFFD SATU', 'a letter lost in decoding'],
    [['double_spaces'], 'PT  CONTOH SATU', 'two spaces'],
    [['double_spaces'], ' PT CONTOH SATU ', 'spaces at the ends'],
    [['not_composed', 'accented_letter'], 'PT CONTOH SATU\u0301', 'an accent of its own'],
    [['one_word_name'], 'PT CONTOH', 'one word'],
  ]

  test.each(names)('has %j when its name is %j', (expected, name, _reason) => {
    expect(codesOf({ name, licence: NIB }).sort()).toEqual([...expected].sort())
  })

  const numbers: [DirtCode[], string, string][] = [
    [[], '8120001112223', '13 digits are a NIB'],
    [['number_with_serial'], '81200011122230001', '17 digits are a NIB and its serial'],
    [['number_with_separators'], '8120 0011 12223', 'grouped by spaces'],
    [['missing_number'], '', 'an empty cell'],
    [['missing_number'], '-', 'a dash for nothing'],
    [['number_lost_leading_zero'], '812000111222', 'a digit short'],
    [['number_odd_length'], '81200011122', '11 digits'],
    [['number_odd_length'], '81200011122230', '14 digits'],
    [['number_odd_length'], '8120001112223001', '16 digits: one of the serial is lost'],
    [['number_odd_length'], '202501010101010101010', '21 digits'],
    [['number_lost_digits'], '8.12E+12', 'shown as a quantity'],
    [['number_other_schema'], 'KEP. 111/MEN/2006', 'a decree'],
    [['number_unreadable'], 'belum ada', 'words'],
  ]

  test.each(numbers)('has %j when its number is %j', (expected, licence, _reason) => {
    expect(codesOf({ name: 'PT CONTOH SATU', licence })).toEqual(expected)
  })

  const wholeRows: [DirtCode[], ListCells['values'], Partial<ListCells>, string][] = [
    [['header_repeated'], { name: 'Nama Perusahaan', licence: 'No. Izin' }, {}, 'a page break'],
    [['footer_row'], { name: 'JUMLAH', licence: '526' }, {}, 'a total'],
    [['footer_row'], { name: 'Sumber: contoh, 2026' }, {}, 'where it comes from'],
    [[], { name: 'PT Total Contoh', licence: NIB }, {}, 'Total begins a name after its legal form'],
    [[], { name: 'TOTAL CONTOH, PT', licence: NIB }, {}, 'and with a licence it is an agency'],
    [['row_too_short'], { name: 'PT CONTOH SATU', licence: NIB }, { cellCount: 2 }, 'a cell short'],
    [
      ['row_too_long'],
      { name: 'PT CONTOH SATU', licence: NIB },
      { cellCount: 4 },
      'a comma in a name',
    ],
    [
      ['number_lost_digits'],
      { name: 'PT CONTOH SATU', licence: '81200011122230000' },
      { storedAsNumber: ['licence'] },
      'a spreadsheet keeps 15 digits',
    ],
    [[], { name: 'PT CONTOH SATU', licence: NIB }, { storedAsNumber: ['licence'] }, '13 fit'],
    [[], { name: 'PT CONTOH SATU', nib: NIB }, {}, 'the NIB column serves without another'],
    [
      ['date_unreadable'],
      { name: 'PT CONTOH SATU', licence: NIB, validUntil: '31/31/2029' },
      {},
      'no day',
    ],
    [
      ['status_not_active'],
      { name: 'PT CONTOH SATU', licence: NIB, status: 'Dicabut' },
      {},
      'revoked',
    ],
    [
      ['status_not_active'],
      { name: 'PT CONTOH SATU', licence: NIB, status: 'Tidak Aktif' },
      {},
      'not active',
    ],
    [['status_unclear'], { name: 'PT CONTOH SATU', licence: NIB, status: 'proses' }, {}, 'unknown'],
    [[], { name: 'PT CONTOH SATU', licence: NIB, status: 'AKTIF' }, {}, 'active'],
  ]

  test.each(wholeRows)('has %j for %j, %j', (expected, values, shape, _reason) => {
    expect(codesOf(values, shape)).toEqual(expected)
  })

  test('keeps what is printed and makes the name presentable beside it', () => {
    const row = listed(7, { name: ' PT.\u200BСONTOH`AH  Jaya; ', licence: NIB })
    expect(row.name).toBe("PT CONTOH'AH Jaya")
    expect(row.cells.name).toBe(' PT.\u200BСONTOH`AH  Jaya; ')
    expect(row.dirt.find(({ code }) => code === 'lookalike_letters')?.detail).toBe('U+0421')
    expect(row.dirt.find(({ code }) => code === 'invisible_characters')?.detail).toBe('U+200B')
  })

  test('says which digits a lost zero would restore, and restores none itself', () => {
    const row = listed(2, { name: 'PT CONTOH SATU', licence: '220001112223' })
    expect(row.dirt).toEqual([
      { code: 'number_lost_leading_zero', detail: '220001112223, perhaps 0220001112223' },
    ])
    expect(row.number?.normalised).toBe('220001112223')
  })

  test('does not ask agencies of another country for an Indonesian form or number', () => {
    const row = listed(2, { name: 'Contoh Overseas', licence: 'RL-0010' }, { country: 'BD' })
    expect(row.dirt).toEqual([])
  })
})

describe('the kinds of dirt', () => {
  test('each have a sentence in both languages', () => {
    for (const code of DIRT_CODES) {
      expect(DIRT[code].id, code).toMatch(/^[A-Z].+\.$/)
      expect(DIRT[code].en, code).toMatch(/^[A-Z].+\.$/)
      expect(DIRT[code].id, code).not.toBe(DIRT[code].en)
    }
  })
})
