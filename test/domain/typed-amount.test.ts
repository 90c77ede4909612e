import { describe, expect, test } from 'vitest'
import { readTypedAmount } from '../../src/domain/typed-amount.ts'

describe('an amount that is typed', () => {
  const cases: [string, number | undefined, string][] = [
    ['1500000', 1_500_000, 'digits alone'],
    ['1.500.000', 1_500_000, 'grouped by dots'],
    ['1,500,000', 1_500_000, 'grouped by commas'],
    ['1 500 000', 1_500_000, 'grouped by spaces'],
    ['Rp 1.500.000', 1_500_000, 'with the sign'],
    ['Rp. 1.500.000,00', 1_500_000, 'with cents'],
    ['5 juta', 5_000_000, 'in millions'],
    ['1,5 juta', 1_500_000, 'in millions with a fraction'],
    ['750rb', 750_000, 'in thousands'],
    ['1.500', 1_500, 'three digits after a dot are a group'],
    ['1500.75', 1500.75, 'two digits after a dot are a fraction'],
    ['0', 0, 'nothing was asked'],
    ['1.50.000', undefined, 'groups that are none'],
    ['1.500,000', undefined, 'two signs for groups'],
    ['-5', undefined, 'less than nothing'],
    ['gratis', undefined, 'a word'],
    ['', undefined, 'nothing'],
  ]
  test.each(cases)('%j is %s: %s', (typed, amount, _reason) => {
    expect(readTypedAmount(typed)).toBe(amount)
  })
})
