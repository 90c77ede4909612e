import { describe, expect, test } from 'vitest'
import { readPhoneNumber } from '../../../src/domain/matching/phone-number.ts'

describe('a phone number', () => {
  const cases: [string, string, string | undefined, string][] = [
    ['ID', '0812-0000-0001', '+6281200000001', 'as dialled at home'],
    ['ID', '+62 812 0000 0001', '+6281200000001', 'with the calling code'],
    ['ID', '62812 0000 0001', '+6281200000001', 'with the calling code but no plus'],
    ['ID', '0062 812.0000.0001', '+6281200000001', 'as dialled from abroad'],
    ['ID', '+62 (0)812 0000 0001', '+6281200000001', 'with the zero in brackets'],
    ['ID', '(0234) 000001', '+62234000001', 'a landline with its area'],
    ['ID', '０８１２００００００００１', '+62812000000001', 'wide digits'],
    ['ID', '+60 12-000 0001', '+60120000001', 'of another country'],
    ['ID', '812 0000 0001', undefined, 'without anything that tells the country'],
    ['ID', '0812', undefined, 'too short'],
    ['ID', '9120000000001', undefined, 'a business number'],
    ['ID', 'PT Salak', undefined, 'a name'],
    ['BD', '01700-000001', '+8801700000001', 'Bangladesh at home'],
    ['ZZ', '0170000001', undefined, 'a country whose plan is not held'],
  ]

  test.each(cases)('of %s written %j is %s: %s', (country, text, normalised) => {
    expect(readPhoneNumber(text, country)?.normalised).toBe(normalised)
  })
})
