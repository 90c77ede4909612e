/** Exact two-sided 95 % interval of a share, after Clopper and Pearson. */
export function clopperPearson(hits: number, all: number): readonly [number, number] {
  if (all === 0) return [0, 1]
  const low = hits === 0 ? 0 : betaQuantile(0.025, hits, all - hits + 1)
  const high = hits === all ? 1 : betaQuantile(0.975, hits + 1, all - hits)
  return [low, high]
}

function betaQuantile(share: number, a: number, b: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (regularisedBeta(middle, a, b) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Regularised incomplete beta function by its continued fraction (Lentz). */
function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a)
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) /
    a
  let fraction = 1
  let c = 1
  let d = 0
  for (let step = 0; step <= 300; step += 1) {
    const m = Math.floor(step / 2)
    const numerator =
      step === 0
        ? 1
        : step % 2 === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + numerator * d
    d = 1 / (Math.abs(d) < 1e-30 ? 1e-30 : d)
    c = 1 + numerator / (Math.abs(c) < 1e-30 ? 1e-30 : c)
    fraction *= c * d
    if (Math.abs(1 - c * d) < 1e-12) break
  }
  return front * (fraction - 1)
}

function logGamma(z: number): number {
  const series = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  const x = z - 1
  let sum = 0.99999999999980993
  for (const [index, term] of series.entries()) sum += term / (x + index + 1)
  const t = x + series.length - 0.5
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum)
}

export interface Judged {
  readonly probability: number
  readonly isTrue: boolean
}

/** Expected calibration error over ten equal bins, and the Brier score. */
export function calibration(judged: readonly Judged[]): {
  readonly ece: number
  readonly brier: number
} {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, was: 0, count: 0 }))
  let squares = 0
  for (const { probability, isTrue } of judged) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))]!
    bin.said += probability
    bin.was += isTrue ? 1 : 0
    bin.count += 1
    squares += (probability - (isTrue ? 1 : 0)) ** 2
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.was), 0)
  return { ece: off / judged.length, brier: squares / judged.length }
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
