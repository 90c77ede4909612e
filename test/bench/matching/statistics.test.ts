import { describe, expect, test } from 'vitest'
import { calibration, clopperPearson } from './statistics.ts'

describe('the exact interval of a share', () => {
  // Zero hits: the upper bound is 1 − 0.025^(1/n); the others are tables of Clopper and Pearson.
  const cases: [number, number, number, number][] = [
    [0, 27, 0, 1 - 0.025 ** (1 / 27)],
    [0, 10_000, 0, 1 - 0.025 ** (1 / 10_000)],
    [27, 27, 0.025 ** (1 / 27), 1],
    [5, 10, 0.187086, 0.812914],
    [1, 20, 0.001265, 0.248733],
  ]

  test.each(cases)('of %d in %d is %d to %d', (hits, all, low, high) => {
    const [from, to] = clopperPearson(hits, all)
    expect(from).toBeCloseTo(low, 5)
    expect(to).toBeCloseTo(high, 5)
  })
})

describe('the calibration error', () => {
  test('is nothing when what was said is what happened', () => {
    const half = [true, false].map((isTrue) => ({ probability: 0.5, isTrue }))
    expect(calibration(half).ece).toBe(0)
  })

  test('is how far it was off on average', () => {
    const sure = [true, false].map((isTrue) => ({ probability: 1, isTrue }))
    expect(calibration(sure)).toEqual({ ece: 0.5, brier: 0.5 })
  })
})
