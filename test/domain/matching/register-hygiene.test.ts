import { describe, expect, test } from 'vitest'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'
import { findDoubtfulNames } from '../../../src/domain/matching/register-hygiene.ts'

function named(agencyId: string, name: string) {
  return { id: `${agencyId}:${name}`, agencyId, name, kind: 'registered' as const, country: 'ID' }
}

describe('the check of a register against itself', () => {
  const names = [
    named('a', 'PT. SALAK EMAS MANDIRI'),
    named('b', 'PT SALAK EMAS MANDIRI'),
    named('c', 'PT. NANGKA BHAKTI SENTOSA'),
    named('d', 'PT. NANGKA BAKTI SENTOSA'),
    named('e', 'PT. DURIAN KARYA'),
    named('e', 'PT. DURIAN KARYA'.toLowerCase()),
    named('f', 'PT. DURIAN KARSA'),
  ]

  test('finds duplicates and spellings of one name, and no other words', () => {
    const index = new NameIndex(names)
    const found = findDoubtfulNames(index, names)
    expect(
      found.map(({ name, other, outcome }) => [name.agencyId, other.agencyId, outcome]),
    ).toEqual([
      ['a', 'b', 'exact'],
      ['b', 'a', 'exact'],
      ['c', 'd', 'variant'],
      ['d', 'c', 'variant'],
    ])
    expect(index.size).toBe(names.length)
  })
})
