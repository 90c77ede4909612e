import type { CandidateOutcome } from './match.ts'

export interface MatchEvidence {
  readonly outcome: CandidateOutcome
  readonly formConflict: boolean
  readonly partial: boolean
  readonly explainedBoth: number
  readonly explainedQuery: number
  readonly explainedName: number
  readonly differentWords: number
  readonly typos: number
  readonly extraWords: number
  readonly missingWords: number
}

/** How likely it is that the person means this agency. */
export function matchProbability(evidence: MatchEvidence): number {
  if (evidence.outcome === 'exact') return 0.999
  if (evidence.outcome === 'variant') return 0.9 + 0.09 * evidence.explainedBoth
  const z =
    9 * (evidence.explainedBoth - 0.95) -
    0.6 * evidence.extraWords -
    0.3 * evidence.missingWords -
    (evidence.formConflict ? 1 : 0)
  return 0.85 / (1 + Math.exp(-z))
}
