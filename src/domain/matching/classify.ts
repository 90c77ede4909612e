import type { AlignedPair, WeighedWords } from './align.ts'
import type { CandidateOutcome, VariantKind, WordRelation } from './match.ts'
import type { WordForm } from './word-form.ts'

export interface Classified {
  readonly outcome: CandidateOutcome
  readonly kindOfVariant?: VariantKind
  readonly partial: boolean
}

export interface ClassifyOptions {
  readonly joinedEqual: boolean
  readonly formConflict: boolean
  /** The form is another country's word for the same one. */
  readonly formTranslated: boolean
  /** Best outcome that what the eye cannot see still allows. */
  readonly ceiling: CandidateOutcome
  /** The words of the name, and how many names hold each. */
  readonly nameWords: readonly WordForm[]
  readonly nameCounts: readonly number[]
  readonly allNames: number
  readonly nameLetters: number
}

/** Relations that leave the word the same word. */
const SAME_WORD = new Set<WordRelation>(['same', 'spacing', 'equivalent', 'old_spelling', 'sound'])
const UNCHANGED = new Set<WordRelation>(['same', 'spacing'])

/** Names shorter than this change their meaning with one letter. */
const SHORTEST_MISTYPED_NAME = 9
/** A moved word is excused only where a word stands that hardly any other name has. */
const RARE = 2
const SHORTEST_RARE_WORD = 6
/** The other words must single the name out before a slip in a common word is believed. */
const MOST_EXPECTED_NAMES = 1

/** The outcome by what kind of difference each word shows. No score can override it. */
export function classify(pairs: readonly AlignedPair[], options: ClassifyOptions): Classified {
  const outcome = outcomeOf(pairs, options)
  const partial =
    outcome.outcome === 'similar' &&
    !options.formConflict &&
    pairs.some((pair) => pair.relation === 'missing') &&
    pairs.every((pair) => pair.relation === 'missing' || SAME_WORD.has(pair.relation))
  return { ...outcome, partial }
}

function outcomeOf(
  pairs: readonly AlignedPair[],
  options: ClassifyOptions,
): Omit<Classified, 'partial'> {
  const similar = { outcome: 'similar' } as const
  if (options.formConflict || options.ceiling === 'similar') return similar
  if (options.joinedEqual && !options.formTranslated && options.ceiling === 'exact') {
    return { outcome: 'exact' }
  }
  if (options.joinedEqual) return { outcome: 'variant', kindOfVariant: 'spelling' }

  const typos = pairs.filter((pair) => pair.relation === 'typo')
  if (!pairs.every((pair) => SAME_WORD.has(pair.relation) || pair.relation === 'typo'))
    return similar
  if (typos.length > 1) return similar

  if (pairs.some((pair) => pair.moved)) {
    const anchored = pairs.some(
      (pair) => pair.relation === 'same' && options.nameCounts[pair.nameFrom]! <= RARE,
    )
    const onlyMoved = pairs.every((pair) => UNCHANGED.has(pair.relation))
    return anchored && onlyMoved ? { outcome: 'variant', kindOfVariant: 'order' } : similar
  }
  if (typos.length === 1) {
    const others = pairs
      .filter((pair) => pair.relation !== 'typo')
      .flatMap((pair) => Array.from({ length: pair.nameCount }, (_, at) => pair.nameFrom + at))
    const singledOut = others.length > 0 && expectedNames(others, options) <= MOST_EXPECTED_NAMES
    return (singledOut || isRareWord(typos[0]!, options)) &&
      others.length > 0 &&
      options.nameLetters >= SHORTEST_MISTYPED_NAME
      ? { outcome: 'variant', kindOfVariant: 'typo' }
      : similar
  }
  const heard = pairs.some((pair) => pair.relation === 'sound')
  return { outcome: 'variant', kindOfVariant: heard ? 'sound' : 'spelling' }
}

/** How many names would hold all of these words, were words spread over names at random. */
function expectedNames(
  nameWords: readonly number[],
  { nameCounts, allNames }: ClassifyOptions,
): number {
  return nameWords.reduce((rest, at) => (rest * nameCounts[at]!) / allNames, allNames)
}

/** A long word that one name only has: no other word of the register lies near it. */
function isRareWord({ nameFrom, nameCount }: AlignedPair, options: ClassifyOptions): boolean {
  return (
    nameCount === 1 &&
    options.nameCounts[nameFrom] === 1 &&
    options.nameWords[nameFrom]!.text.length >= SHORTEST_RARE_WORD
  )
}

/** Share of what tells the names apart that the alignment explains, 0..1. */
export function explainedShare(
  pairs: readonly AlignedPair[],
  query: WeighedWords,
  name: WeighedWords,
): { readonly both: number; readonly ofQuery: number; readonly ofName: number } {
  let ofQuery = 0
  let ofName = 0
  for (const { closeness, queryFrom, queryCount, nameFrom, nameCount } of pairs) {
    if (closeness === 0) continue
    ofQuery +=
      closeness * (query.weightBefore[queryFrom + queryCount]! - query.weightBefore[queryFrom]!)
    ofName += closeness * (name.weightBefore[nameFrom + nameCount]! - name.weightBefore[nameFrom]!)
  }
  const allQuery = query.weightBefore.at(-1)!
  const allName = name.weightBefore.at(-1)!
  return {
    both: (ofQuery + ofName) / Math.max(allQuery + allName, 1e-9),
    ofQuery: ofQuery / Math.max(allQuery, 1e-9),
    ofName: ofName / Math.max(allName, 1e-9),
  }
}
