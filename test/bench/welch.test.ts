import { expect, test } from 'vitest'
import { welch } from './welch.ts'

test('Welch’s t is that of a calculation by hand', () => {
  // Means 3 and 6, variances 2.5 and 10: t = -3 / sqrt(0.5 + 2), freedom = 6.25 / (0.0625 + 1).
  const { means, t, freedom } = welch([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])
  expect(means).toEqual([3, 6])
  expect(t).toBeCloseTo(-1.8974, 4)
  expect(freedom).toBeCloseTo(5.8824, 4)
})
