/** Welch's t for two samples of unequal variance, and its degrees of freedom (Welch–Satterthwaite). */
export function welch(
  one: readonly number[],
  other: readonly number[],
): { readonly means: readonly [number, number]; readonly t: number; readonly freedom: number } {
  const [a, b] = [momentsOf(one), momentsOf(other)]
  const [ofA, ofB] = [a.variance / one.length, b.variance / other.length]
  const spread = ofA + ofB
  return {
    means: [a.mean, b.mean],
    t: (a.mean - b.mean) / Math.sqrt(spread),
    freedom: spread ** 2 / (ofA ** 2 / (one.length - 1) + ofB ** 2 / (other.length - 1)),
  }
}

function momentsOf(sample: readonly number[]): {
  readonly mean: number
  readonly variance: number
} {
  const mean = sample.reduce((sum, each) => sum + each, 0) / sample.length
  const squares = sample.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return { mean, variance: squares / (sample.length - 1) }
}
