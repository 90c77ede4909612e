import { describe, expect, test } from 'vitest'
import type { MatchOutcome } from '../../../src/domain/matching/match.ts'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'

/** What register law takes for the same name, and what we make of it: never more than the law. */
function outcome(typed: string, registered: string, country: string): MatchOutcome {
  const name = { id: '1', agencyId: '1', name: registered, kind: 'registered' as const, country }
  return new NameIndex([name]).match(typed).outcome
}

// Examples that practice guides give for PP 43/2011 art. 5(1)b, "sama pada pokoknya".
describe('names that Indonesian law takes for the same in essence', () => {
  const cases: [string, string, string][] = [
    ['Bayangkara', 'Bhayangkara', 'a silent h'],
    ['Sampurna', 'Sampoerna', 'the spelling of before 1947'],
    ['Bumi Pratiwi', 'Bumi Pertiwi', 'two forms of one word'],
    ['Mantap Jaya', 'Mantap Djaja', 'the spelling of before 1972'],
  ]

  test.each(cases)('are variants, to be confirmed: %j for %j, %s', (typed, registered) => {
    expect(outcome(`PT ${typed}`, `PT ${registered}`, 'ID')).toBe('variant')
    expect(outcome(`PT ${registered}`, `PT ${typed}`, 'ID')).toBe('variant')
  })
})

describe('names under the rules of other registers', () => {
  const cases: [MatchOutcome, string, string, string, string][] = [
    ['exact', 'SALAK overseas', 'Salak Overseas', 'same', 'UK: case'],
    ['exact', 'Salak-Overseas', 'Salak Overseas', 'same', 'UK: punctuation'],
    ['exact', 'SalakOverseas', 'Salak Overseas', 'same', 'UK and Arizona: spaces'],
    ['exact', 'Sálak Overseas', 'Salak Overseas', 'same', 'UK: accents'],
    ['exact', 'Salak Overseas Limited', 'Salak Overseas Ltd', 'same', 'UK: the legal ending'],
    ['exact', 'Salak & Sons', 'Salak and Sons', 'same', 'UK: and'],
    ['variant', 'One Salak', '1 Salak', 'same', 'UK and Texas: one for 1'],
    ['variant', 'Salak Travels', 'Salak Travel', 'same', 'UK: a trailing s, where the pack has it'],
    [
      'similar',
      'Salak Overseas Group',
      'Salak Overseas',
      'different',
      'UK since 2015: Group counts',
    ],
    [
      'similar',
      'Salak Overseas Holdings',
      'Salak Overseas',
      'different',
      'UK since 2015: Holdings counts',
    ],
    ['similar', 'Salak International', 'Salak', 'different', 'UK since 2015: International counts'],
    [
      'similar',
      'Salak Overseas Services',
      'Salak Overseas',
      'different',
      'UK since 2015: Services counts',
    ],
    ['similar', 'ICG Overseas', 'ICL Overseas', 'different', 'UK: initials one letter apart'],
    ['similar', 'Salak Air Trade', 'Salak Fair Trade', 'different', 'Texas: one key word differs'],
    [
      'similar',
      'Dinamix Teknology',
      'Dynamic Technology',
      'too like',
      'UK: sound; ours only hints',
    ],
  ]

  test.each(cases)('are %s: %j beside %j, in law %s (%s)', (expected, typed, registered) => {
    expect(outcome(typed, registered, 'BD')).toBe(expected)
  })
})
