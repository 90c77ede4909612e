import { describe, expect, test } from 'vitest'
import { readLicenceNumber } from '../../../src/domain/matching/licence-number.ts'

describe('a licence number', () => {
  const cases: [string, string, string, string, string][] = [
    ['ID', '9120000000001', 'nib', '9120000000001', 'thirteen digits'],
    ['ID', 'NIB: 9120 0000 00001', 'nib', '9120000000001', 'spaces and a label'],
    ['ID', 'No. 9120-0000-00001', 'nib', '9120000000001', 'dashes'],
    ['ID', '9120.0000.00001', 'nib', '9120000000001', 'dots'],
    ['ID', '９１２０００００００００１', 'nib', '9120000000001', 'full-width digits'],
    [
      'ID',
      '91200000000010007',
      'nib_serial',
      '91200000000010007',
      'a serial of four digits behind',
    ],
    [
      'ID',
      '9120000000001000',
      'nib_malformed',
      '9120000000001000',
      'a digit of the serial is lost',
    ],
    ['ID', '912000000000', 'nib_malformed', '912000000000', 'a digit of the NIB is lost'],
    ['ID', '202500000000000000012', 'nib_malformed', '202500000000000000012', 'an application id'],
    ['ID', 'KEP. 459/MEN/2006', 'decree', 'KEP/459/MEN/2006', 'a decree'],
    ['ID', 'Kep 459 / Men / 2006', 'decree', 'KEP/459/MEN/2006', 'the same, typed by hand'],
    [
      'ID',
      'KEPMEN NO. 118 TAHUN 2016',
      'decree',
      'KEPMEN/118/2016',
      'a decree with its year in words',
    ],
    ['ID', '034/MEN/LN/DB/2000', 'decree', '034/MEN/LN/DB/2000', 'a leading zero is kept'],
    ['ID', '145/PPTKLN/KEPADA/XII/2003', 'decree', '145/PPTKLN/KEPADA/XII/2003', 'a Roman month'],
    ['ID', 'SIUPPAK 12.12 Tahun 2014', 'siuppak', 'SIUPPAK/12/12/2014', 'a crewing permit'],
    ['ID', '912O3O7772741', 'unknown', '912O3O7772741', 'a letter O is never a zero'],
    ['BD', 'RL-0960', 'rl', 'RL/960', 'the list pads to four digits'],
    ['BD', '960', 'rl', 'RL/960', 'the number alone'],
    ['BD', 'RL No. 960', 'rl', 'RL/960', 'a label between'],
    ['PH', 'POEA-001-LB-010119-R', 'dmw', 'POEA/1/LB/010119/R', 'a land-based agency'],
    ['NP', 'Lic. No. 592/063/064', 'dofe', '592/63/64', 'number and fiscal year'],
    [
      'IN',
      'B-0123/MUM/PART/1000+/5/8344/2008',
      'rc',
      'B/123/MUM/PART/1000+/5/8344/2008',
      'a certificate',
    ],
    ['LK', 'SLBFE 2034', 'slbfe', 'SLBFE/2034', 'the bureau’s licence'],
  ]

  test.each(cases)('of %s written %j is %s, %j: %s', (country, text, schema, normalised) => {
    expect(readLicenceNumber(text, country)).toMatchObject({ schema, normalised, asWritten: text })
  })

  test.each(['', 'PT Salak Emas', 'No.', 'Salak 2'])('is not seen in %j', (text) => {
    expect(readLicenceNumber(text, 'ID')).toBeUndefined()
  })

  test('gives the business number that it begins with', () => {
    expect(readLicenceNumber('91200000000010007', 'ID')).toMatchObject({
      nib: '9120000000001',
      serial: '0007',
    })
    expect(readLicenceNumber('9120000000001000', 'ID')).toMatchObject({ nib: '9120000000001' })
  })

  const misread: [string, string, string][] = [
    ['912O3O7772741', '9120307772741', 'O for 0'],
    ['9I203O777274l', '9120307772741', 'I and l for 1'],
    ['145/PPTKLN/KEPADA/X1I/2003', '145/PPTKLN/KEPADA/XII/2003', 'a 1 in a Roman month'],
    ['145/PPTKLN/KEPADA/12/2003', '145/PPTKLN/KEPADA/XII/2003', 'the month as a number'],
    ['KEP. 459/M3N/2006'.replace('3', 'E'), 'KEP/459/MEN/2006', 'the same'],
  ]

  test.each(misread)('%j has the lossy form of %j: %s', (text, meant) => {
    const read = readLicenceNumber(text, 'ID')
    expect(read?.lossy).toBe(readLicenceNumber(meant, 'ID')?.lossy)
  })

  test('keeps the S of MEN/LN/S a letter', () => {
    expect(readLicenceNumber('034/MEN/LN/S/2000', 'ID')?.lossy).toContain('/LN/S/')
  })

  test('reports letters of another alphabet and never takes them for digits', () => {
    const read = readLicenceNumber('912О307772741', 'ID')
    expect(read).toMatchObject({ schema: 'unknown', signals: ['look_alike_letter'] })
  })

  test('reports digits of another script, which are digits all the same', () => {
    const read = readLicenceNumber('٩١٢٠٠٠٠٠٠٠٠٠١', 'ID')
    expect(read).toMatchObject({ normalised: '9120000000001', signals: ['foreign_digit'] })
  })
})
