import type { AlignedPair } from './align.ts'
import { compare } from './compare.ts'
import type { CandidateOutcome, NameCandidate, VariantKind, WordPair } from './match.ts'
import type { NameReading } from './read-name.ts'
import type { WordForm } from './word-form.ts'

export interface RankedCandidate {
  /** Its words are told only for the candidates that are shown. */
  readonly candidate: Omit<NameCandidate, 'words'>
  readonly pairs: readonly AlignedPair[]
  readonly queryWords: readonly WordForm[]
  readonly nameWords: readonly WordForm[]
  readonly hasInitials: boolean
  readonly reading: NameReading
  /** What the probability was computed from. */
  readonly features: readonly number[]
  readonly likeness: number
  /** Ties are broken by this and the name's id, never by the order of the register. */
  readonly joined: string
}

const OUTCOME_RANK: Record<CandidateOutcome, number> = { exact: 0, variant: 1, similar: 2 }
// Another spelling is nearer than another order, and that is nearer than a slip.
const KIND_RANK: Record<VariantKind, number> = { spelling: 0, sound: 0, order: 1, typo: 2 }

/** Candidates of one level have one number; the best level has the lowest. */
export function levelOf({ outcome, kindOfVariant }: RankedCandidate['candidate']): number {
  return 10 * OUTCOME_RANK[outcome] + (kindOfVariant === undefined ? 0 : KIND_RANK[kindOfVariant])
}

export function byRank(a: RankedCandidate, b: RankedCandidate): number {
  return (
    levelOf(a.candidate) - levelOf(b.candidate) ||
    b.likeness - a.likeness ||
    compare(a.joined, b.joined) ||
    compare(a.candidate.name.id, b.candidate.name.id)
  )
}

/** What matched what, for people to read. */
export function describeWords(ranked: RankedCandidate): readonly WordPair[] {
  return ranked.pairs.map((pair) => ({
    relation: pair.relation,
    query: textOf(ranked.queryWords, pair.queryFrom, pair.queryCount),
    register: textOf(ranked.nameWords, pair.nameFrom, pair.nameCount),
    moved: pair.moved,
  }))
}

function textOf(words: readonly WordForm[], from: number, count: number): string {
  let text = count === 0 ? '' : words[from]!.text
  for (let at = from + 1; at < from + count; at += 1) text += ` ${words[at]!.text}`
  return text
}
