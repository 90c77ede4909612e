/** Logistic regression by gradient descent with a small ridge; features are as given. */
export function fitLogistic(
  rows: readonly { readonly features: readonly number[]; readonly isTrue: boolean }[],
  steps = 4000,
): readonly number[] {
  const width = rows[0]!.features.length
  const weights = new Array<number>(width).fill(0)
  const velocity = new Array<number>(width).fill(0)
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => weight * 1e-5)
    for (const { features, isTrue } of rows) {
      let z = 0
      for (let at = 0; at < width; at += 1) z += weights[at]! * features[at]!
      const error = 1 / (1 + Math.exp(-z)) - (isTrue ? 1 : 0)
      for (let at = 0; at < width; at += 1) gradient[at]! += (error * features[at]!) / rows.length
    }
    for (let at = 0; at < width; at += 1) {
      velocity[at] = 0.95 * velocity[at]! - 0.5 * gradient[at]!
      weights[at]! += velocity[at]!
    }
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000)
}
