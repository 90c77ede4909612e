import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areNearTwins, NearTwins } from '../../../src/domain/listing/near-twins.ts'

describe('two names', () => {
  const cases: [boolean, string, string, string][] = [
    [true, 'contoh sinar makmur', 'contoh sinar perkasa', 'another last word'],
    [true, 'contoh mas citra mandiri', 'contoh mas misal mandiri', 'another word in the middle'],
    [false, 'contoh sukses abadi', 'misal sukses abadi', 'another first word before common ones'],
    [true, 'contoh sukses abadi', 'conto sukses abadi', 'a letter of the first word'],
    [true, 'contoh jaya', 'contoh prima jaya', 'a word more'],
    [true, 'asal contoh jaya', 'contoh jaya', 'a word less in front'],
    [false, 'contoh', 'contoh jaya', 'one word is too little to go by'],
    [false, 'contoh jaya', 'contoh utama', 'one word in common of two'],
    [true, 'contoh jaya', 'contoh jayaa', 'a letter more'],
    [true, 'bina contoh', 'binacontoh', 'divided otherwise'],
    [true, 'contoh bina jaya', 'bina contoh jaya', 'another order'],
    [false, 'contoh jaya', 'contoh jaya', 'an equal name is the same name'],
    [false, 'contoh sinar makmur', 'contoh bulan perkasa', 'two words differ'],
  ]

  test.each(cases)('are near twins is %j: %s, %s (%s)', (expected, a, b, _reason) => {
    expect(areNearTwins(a.split(' '), b.split(' '))).toBe(expected)
    expect(areNearTwins(b.split(' '), a.split(' '))).toBe(expected)
  })
})

describe('the finder of near twins', () => {
  const word = fc.constantFrom('contoh', 'conto', 'misal', 'jaya', 'jayaa', 'abadi', 'sinar')
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

  test('finds what comparing all pairs finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 30 }), (names) => {
        const twins = new NearTwins(names)
        for (const each of names) {
          const pairs = names.flatMap((other, i) =>
            areNearTwins(each.split(' '), other.split(' ')) ? [i] : [],
          )
          expect(twins.of(each, 1000)).toEqual(pairs)
        }
      }),
      { seed: 20260917, numRuns: 200 },
    )
  })

  test('stops at the number asked for', () => {
    const names = Array.from({ length: 50 }, (_, i) => `contoh sinar kata${i}`)
    expect(new NearTwins(names).of('contoh sinar lain', 3)).toHaveLength(3)
  })
})
