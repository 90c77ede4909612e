import { CountryIndex } from '../../../src/domain/matching/country-index.ts'
import { packFor } from '../../../src/domain/matching/country-packs.ts'
import { FEATURES } from '../../../src/domain/matching/probability.ts'
import type { RankedCandidate } from '../../../src/domain/matching/ranked-candidate.ts'
import { generatedQueries, type Query, wordsOf } from './measure.ts'
import { asRegister, cleanedNames, otherNames, registerNames } from './real-data.ts'

/** Prints coefficients fitted on the tuning half; run it by hand after a rule has changed. */
interface Example {
  readonly features: readonly number[]
  readonly isTrue: boolean
  readonly weight: number
}

function examples(queries: readonly Query[], index: CountryIndex): readonly Example[] {
  return queries.flatMap((query): readonly Example[] => {
    for (const name of query.without ?? []) index.table.remove(name.id)
    const { candidates } = index.match(query.text, () => true)
    for (const name of query.without ?? []) index.table.add(name)
    const example = ({ candidate, features }: RankedCandidate, weight: number) => ({
      features,
      isTrue: candidate.agencyId === query.agencyId,
      weight,
    })
    // The first is what is shown; the next teach the order.
    const [first, ...others] = candidates
    if (first === undefined || first.candidate.outcome === 'exact') return []
    const inOrder = others.slice(0, 2).map((other) => example(other, 0.1))
    return query.set === 'part'
      ? [first, ...others.slice(0, 2)].map((other) => example(other, 0.1))
      : [example(first, 1), ...inOrder]
  })
}

/** Weighted logistic regression by Newton's method with a small ridge. */
function fitLogistic(rows: readonly Example[], ridge = 0.5): readonly number[] {
  const width = FEATURES.length
  let weights = new Array<number>(width).fill(0)
  for (let step = 0; step < 30; step += 1) {
    const gradient = weights.map((weight) => -ridge * weight)
    const hessian = weights.map((_, at) => weights.map((__, other) => (at === other ? ridge : 0)))
    for (const { features, isTrue, weight } of rows) {
      const z = features.reduce((sum, value, at) => sum + value * weights[at]!, 0)
      const p = 1 / (1 + Math.exp(-z))
      for (let at = 0; at < width; at += 1) {
        gradient[at]! += weight * ((isTrue ? 1 : 0) - p) * features[at]!
        for (let other = 0; other < width; other += 1) {
          hessian[at]![other]! += weight * p * (1 - p) * features[at]! * features[other]!
        }
      }
    }
    const change = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight + change[at]!)
  }
  return weights
}

function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  const size = rows.length
  for (let at = 0; at < size; at += 1) {
    let pivot = at
    for (let row = at; row < size; row += 1) {
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row
    }
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (let row = 0; row < size; row += 1) {
      if (row === at) continue
      const factor = rows[row]![at]! / rows[at]![at]!
      for (let column = at; column <= size; column += 1)
        rows[row]![column]! -= factor * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!)
}

const register = asRegister(cleanedNames().names, 'ID')
const index = new CountryIndex(packFor('ID'))
for (const name of register) index.table.add(name)
const moreWords = [...registerNames(), ...otherNames()].flatMap(wordsOf)
const rows = [11, 12].flatMap((seed) =>
  examples(generatedQueries(register, 'tune', seed, moreWords), index),
)
const fitted = fitLogistic(rows)
process.stdout.write(
  `${FEATURES.map((feature, at) => `  ${fitted[at]!.toFixed(2)}, // ${feature}`).join('\n')}\n`,
)
