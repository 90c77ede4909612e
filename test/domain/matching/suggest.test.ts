import { describe, expect, test } from 'vitest'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'

const index = new NameIndex(
  ['SALAK EMAS MANDIRI', 'SALAK PERAK', 'NANGKA SALAKA', 'KURMA EMAS', 'SAWO EMBUN MATANG'].map(
    (name) => ({
      id: name,
      agencyId: name,
      name: `PT. ${name}`,
      kind: 'registered',
      country: 'ID',
    }),
  ),
)

describe('type-ahead', () => {
  const cases: [string, string[], string][] = [
    [
      'sal',
      ['SALAK PERAK', 'SALAK EMAS MANDIRI', 'NANGKA SALAKA'],
      'beginnings first, short first',
    ],
    ['PT Salak E', ['SALAK EMAS MANDIRI'], 'the legal form does not count, the last word is begun'],
    ['emas sal', ['SALAK EMAS MANDIRI'], 'words in any order'],
    ['sem', ['SALAK EMAS MANDIRI', 'SAWO EMBUN MATANG'], 'initials'],
    ['s', [], 'one letter says nothing'],
    ['', [], 'nothing says nothing'],
  ]

  test.each(cases)('for %j offers %j: %s', (typed, expected) => {
    const offered = index.suggest(typed).map((suggestion) => suggestion.agencyId)
    expect(offered.filter((name) => expected.includes(name)).sort()).toEqual(expected.toSorted())
    if (typed === 'sal') expect(offered).toEqual(expected)
  })

  test('offers similar names last, and says so', () => {
    expect(index.suggest('nangka salaca').at(-1)).toMatchObject({
      agencyId: 'NANGKA SALAKA',
      reason: 'similar',
    })
  })

  test('keeps to the limit', () => {
    expect(index.suggest('sal', { limit: 1 })).toHaveLength(1)
  })
})
