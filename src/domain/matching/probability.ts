import type { AlignedPair } from './align.ts'
import type { CandidateOutcome } from './match.ts'

export interface MatchEvidence {
  readonly outcome: CandidateOutcome
  readonly formConflict: boolean
  readonly partial: boolean
  readonly explained: { readonly both: number; readonly ofQuery: number; readonly ofName: number }
  readonly pairs: readonly AlignedPair[]
}

/** What the probability is computed from, in the order of `COEFFICIENTS`. */
export const FEATURES = [
  'always',
  'variant',
  'variant by typo',
  'form conflict',
  'partial',
  'explained of both',
  'explained of the question',
  'explained of the name',
  'first words belong together',
  'typos',
  'different words',
  'look-alikes',
  'words left over in the question',
  'words left over in the name',
  'one left over on each side',
  'initials',
] as const

/** Exact names were the right ones in every measurement; no measurement proves 1. */
export const EXACT_PROBABILITY = 0.999

/** How likely it is that the person means this agency: chooses words, never the outcome. */
export function matchProbability(features: readonly number[]): number {
  let z = 0
  for (let at = 0; at < features.length; at += 1) z += COEFFICIENTS[at]! * features[at]!
  return 1 / (1 + Math.exp(-z))
}

/** How near two names are: orders candidates of one outcome, where the probability is flat. */
export function likeness(features: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < features.length; at += 1) sum += LIKENESS[at]! * features[at]!
  return sum
}

export function featuresOf(evidence: MatchEvidence): readonly number[] {
  const { explained, pairs } = evidence
  const variant = evidence.outcome === 'variant'
  let typos = 0
  let different = 0
  let lookAlikes = 0
  let extra = 0
  let missing = 0
  let initials = 0
  let first = 0
  for (const pair of pairs) {
    if (pair.queryFrom === 0 && pair.nameFrom === 0 && pair.closeness > 0.8) first = 1
    if (pair.relation === 'typo') typos += 1
    else if (pair.relation === 'different_word' || pair.relation === 'number') different += 1
    else if (pair.relation === 'look_alike') lookAlikes += 1
    else if (pair.relation === 'extra') extra += 1
    else if (pair.relation === 'missing') missing += 1
    else if (pair.relation === 'initials' && pair.nameCount > 1) initials += 1
  }
  return [
    1,
    variant ? 1 : 0,
    variant && typos > 0 ? 1 : 0,
    evidence.formConflict ? 1 : 0,
    evidence.partial ? 1 : 0,
    explained.both,
    explained.ofQuery,
    explained.ofName,
    first,
    typos,
    different,
    lookAlikes,
    Math.min(extra, 3),
    Math.min(missing, 3),
    extra > 0 && missing > 0 ? 1 : 0,
    initials,
  ]
}

// Fitted on the tuning half of the agencies by test/bench/matching/fit-probability.ts.
const COEFFICIENTS = [
  -0.11, // always
  5.05, // variant
  -2.88, // variant by typo
  -7.22, // form conflict
  1.7, // partial
  0.24, // explained of both
  -0.08, // explained of the question
  1.08, // explained of the name
  0.14, // first words belong together
  2.0, // typos
  -2.25, // different words
  -6.94, // look-alikes
  -8.44, // words left over in the question
  -1.8, // words left over in the name
  2.2, // one left over on each side
  0.51, // initials
]

// By hand: what is explained counts for, what is left over against; an added word means little.
const LIKENESS = [0, 4, -1, -1, 1, 5, 2, 2, 0.6, -0.5, -0.7, -3, -0.8, -0.3, -0.3, 3]
