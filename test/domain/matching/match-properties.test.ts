import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RegisterName } from '../../../src/domain/matching/match.ts'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'

// Words of company names, all of them known words once the register holds them.
const WORDS =
  'salak nangka durian manggis rambutan belimbing cempedak mandiri utama sentosa karya karsa putra putri abadi lestari sejahtera bintang'.split(
    ' ',
  )

const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 })
const register = fc
  .uniqueArray(words, {
    minLength: 4,
    maxLength: 12,
    selector: (name) => name.toSorted().join(' '),
  })
  .map((names) => [...names, WORDS.slice(0, 6), WORDS.slice(6, 12), WORDS.slice(12)])
const one = fc.tuple(register, fc.nat(), fc.nat(), fc.constantFrom(...WORDS))

function named(names: readonly (readonly string[])[]): readonly RegisterName[] {
  return names.map((name) => ({
    id: name.join('-'),
    agencyId: name.join('-'),
    name: `PT. ${name.join(' ').toUpperCase()}`,
    kind: 'registered',
    country: 'ID',
  }))
}

function pick<T>(items: readonly T[], number: number): T {
  return items[number % items.length]!
}

describe('a known word', () => {
  const changes: [
    string,
    (name: readonly string[], at: number, word: string) => readonly string[],
  ][] = [
    ['added', (name, at, word) => name.toSpliced(at, 0, word)],
    ['removed', (name, at) => name.toSpliced(at, 1)],
    ['put in place of another', (name, at, word) => name.toSpliced(at, 1, word)],
  ]

  test.each(changes)('%s never leaves a name exact or a variant of the one it was', (_, change) => {
    fc.assert(
      fc.property(one, ([names, which, where, word]) => {
        const name = pick(names, which)
        const changed = change(name, where % name.length, word)
        fc.pre(!name.includes(word) && changed.length > 0)
        const match = new NameIndex(named(names)).match(`PT ${changed.join(' ')}`)
        const original = match.candidates.find(({ agencyId }) => agencyId === name.join('-'))
        expect(['similar', undefined]).toContain(original?.outcome)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the outcome', () => {
  test('does not depend on case, punctuation, spacing or PT', () => {
    const dress = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => `PT ${text}`,
      (text: string) => `P.T. ${text}`,
      (text: string) => `${text}, PT`,
      (text: string) => `PT. ${text} Tbk`,
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => text.replaceAll(' ', '-'),
      (text: string) => `"${text}".`,
    )
    fc.assert(
      fc.property(register, words, dress, (names, asked, dressed) => {
        const index = new NameIndex(named(names))
        const plain = index.match(asked.join(' '))
        expect(index.match(dressed(asked.join(' '))).outcome).toBe(plain.outcome)
      }),
      { numRuns: 300 },
    )
  })

  test('is exact for every name as printed', () => {
    fc.assert(
      fc.property(register, (names) => {
        const index = new NameIndex(named(names))
        for (const { name } of named(names)) expect(index.match(name).outcome).toBe('exact')
      }),
      { numRuns: 60 },
    )
  })

  test('is the same, and so is the first candidate, when only one is asked for', () => {
    fc.assert(
      fc.property(register, words, (names, asked) => {
        const index = new NameIndex(named(names))
        for (const text of [asked.join(' '), names[0]!.join(' '), `CV ${names[0]!.join(' ')}`]) {
          const all = index.match(text)
          expect(index.match(text, { limit: 1 })).toEqual({
            ...all,
            candidates: all.candidates.slice(0, 1),
          })
        }
      }),
      { numRuns: 100 },
    )
  })

  test('does not depend on the order of the register', () => {
    fc.assert(
      fc.property(register, words, fc.infiniteStream(fc.nat()), (names, asked, numbers) => {
        const all = named(names)
        const shuffled = all
          .map((name) => ({ name, at: numbers.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ name }) => name)
        const text = asked.join(' ')
        expect(new NameIndex(shuffled).match(text)).toEqual(new NameIndex(all).match(text))
      }),
      { numRuns: 200 },
    )
  })

  test('is the same after names came and went', () => {
    fc.assert(
      fc.property(register, words, (names, asked) => {
        const all = named(names)
        const index = new NameIndex(all)
        for (const name of all) index.remove(name.id)
        expect(index.match(asked.join(' ')).outcome).toBe('none')
        for (const name of all) index.add(name)
        expect(index.match(asked.join(' '))).toEqual(new NameIndex(all).match(asked.join(' ')))
      }),
      { numRuns: 100 },
    )
  })

  test('of one name never becomes exact because another is registered', () => {
    fc.assert(
      fc.property(register, words, words, (names, asked, added) => {
        fc.pre(!names.some((name) => name.join('-') === added.join('-')))
        const exactIn = (all: readonly (readonly string[])[]) =>
          new NameIndex(named(all))
            .match(asked.join(' '), { limit: 50 })
            .candidates.filter(({ outcome }) => outcome === 'exact')
            .map(({ agencyId }) => agencyId)
        const before = exactIn(names)
        const after = exactIn([...names, added]).filter((id) => id !== added.join('-'))
        expect(after).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})

describe('hostile input', () => {
  const index = new NameIndex(named([WORDS.slice(0, 3), WORDS.slice(3, 6), WORDS.slice(6, 9)]))

  test('of any Unicode is answered and never exact by chance', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['similar', 'ambiguous', 'none']).toContain(index.match(text).outcome)
      }),
      { numRuns: 500 },
    )
  })

  const long: [string, string][] = [
    ['salak '.repeat(2000), 'one word again and again'],
    ['a'.repeat(10_000), 'one endless word'],
    ['a b c d '.repeat(1500), 'single letters'],
    ['á\u0301\u0302'.repeat(3000), 'piled accents'],
    ['\u202e\u200b'.repeat(5000), 'hidden characters only'],
    ['PT '.repeat(3500), 'a legal form again and again'],
    [`${' '.repeat(10_000)}salak nangka durian`, 'endless space before a name'],
    ['(((('.repeat(2500), 'brackets'],
    ['salaknangkadurianmanggis'.repeat(400), 'glued words'],
  ]

  // The time that a test may take is the bound: what blows up takes minutes.
  test.each(long)('of 10 kB is answered, and is nobody’s name (%#)', (text) => {
    expect(['similar', 'ambiguous', 'none']).toContain(index.match(text).outcome)
    expect(index.suggest(text).length).toBeLessThanOrEqual(10)
  })

  test('that begins with a name and goes on out of sight is not that name', () => {
    const name = WORDS.slice(0, 3).join(' ')
    expect(index.match(`${name}${' '.repeat(200)}abadi`).outcome).toBe('similar')
  })
})
