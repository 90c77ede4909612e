import { describe, expect, test } from 'vitest'
import {
  FORMER_INDONESIAN_REGIONS,
  INDONESIAN_REGIONS,
} from '../../src/domain/regions/indonesian-regions.ts'
import { isRegencyCode, regionName } from '../../src/domain/regions/region.ts'

const linesOf = (text: string) => text.trim().split('\n')

describe('a region', () => {
  test.each([
    ['ID', '32', 'Jawa Barat', 'a province'],
    ['ID', '32.12', 'Kabupaten Indramayu', 'a regency'],
    ['ID', '96.71', 'Kota Sorong', 'a city, by its new code'],
    ['ID', '92.71', 'Kota Sorong', 'and by its old one'],
    ['ID', '32.99', null, 'a code that is on no list'],
    ['ID', '32.12.05', null, 'a district: only provinces, regencies and cities are named'],
    ['BD', '32.12', null, 'another country’s codes are not ours to name'],
  ])('of %s with the code %s is %s: %s', (country, code, name, _reason) => {
    expect(regionName(country, code)).toBe(name)
  })

  test.each([
    ['3212', true, 'a regency'],
    ['32', false, 'a province'],
    ['9999', false, 'nothing'],
  ])('%s is a regency’s: %s: %s', (digits, is, _reason) => {
    expect(isRegencyCode(digits)).toBe(is)
  })

  test('stands on the list of 2025 once: 38 provinces and 514 regencies and cities', () => {
    const lines = linesOf(INDONESIAN_REGIONS)
    const codes = lines.map((line) => line.split(' ')[0]!)
    expect(codes.filter((code) => /^\d{2}$/.test(code))).toHaveLength(38)
    expect(codes.filter((code) => /^\d{2}\.\d{2}$/.test(code))).toHaveLength(514)
    expect(new Set(codes).size).toBe(38 + 514)
  })

  test('has a former code only where no region has it now', () => {
    const former = linesOf(FORMER_INDONESIAN_REGIONS).map((line) => line.split(' ')[0]!)
    const now = new Set(linesOf(INDONESIAN_REGIONS).map((line) => line.split(' ')[0]!))
    expect(former.filter((code) => now.has(code))).toEqual([])
    expect(former).toHaveLength(26)
  })
})
