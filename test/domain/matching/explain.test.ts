import { describe, expect, test } from 'vitest'
import { explainCandidate } from '../../../src/domain/matching/explain.ts'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'

const index = new NameIndex(
  ['PT. SALAK EMAS MANDIRI', 'PT. NANGKA LIMA SENTOSA'].map((name) => ({
    id: name,
    agencyId: name,
    name,
    kind: 'registered' as const,
    country: 'ID',
  })),
)

function explain(typed: string, language: 'id' | 'en'): readonly string[] {
  return explainCandidate(index.match(typed).candidates[0]!, language)
}

describe('an explanation in words', () => {
  const cases: [string, readonly string[], string][] = [
    ['PT Salak Emas Mandiri', [], 'nothing differs'],
    ['Salak Emas', ['Nama di daftar masih memuat kata “MANDIRI”.'], 'a word is missing'],
    ['Salak Emas Mandiri Jaya', ['Kata “JAYA” tidak ada pada nama di daftar.'], 'a word is more'],
    ['CV Salak Emas Mandiri', ['Bentuk badan yang ditulis “CV”, di daftar “PT”.'], 'another form'],
    [
      'Salak Emas Mandiiri',
      ['Bunyinya mirip, tulisannya berbeda: “MANDIIRI”, di daftar “MANDIRI”.'],
      'a doubled letter',
    ],
    ['Salakemas Mandiri', ['Spasi berbeda: “SALAKEMAS”, di daftar “SALAK EMAS”.'], 'a lost space'],
    ['Nangka 5 Sentosa', ['Ejaan berbeda: “5”, di daftar “LIMA”.'], 'the number in digits'],
    ['SEM', ['“SEM” hanya singkatan; nama di daftar “SALAK EMAS MANDIRI”.'], 'initials'],
  ]

  test.each(cases)('for %j is %j: %s', (typed, sentences) => {
    expect(explain(typed, 'id')).toEqual(sentences)
  })

  test('is told in English too', () => {
    expect(explain('Salak Emas Mandiri Jaya', 'en')).toEqual([
      'The word “JAYA” is not in the register’s name.',
    ])
  })
})
