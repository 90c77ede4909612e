import type { AlignedPair, WeighedWords } from './align.ts'
import { isVowel } from './letter-folds.ts'
import type { CandidateOutcome, VariantKind, WordRelation } from './match.ts'
import { singleEdit } from './single-edit.ts'
import type { WordForm } from './word-form.ts'
import { SHORTEST_MISTYPED } from './word-pair.ts'

export interface Classified {
  readonly told: {
    readonly outcome: CandidateOutcome
    readonly kindOfVariant?: VariantKind
    readonly partial: boolean
  }
  /** The pairs as the outcome takes them: what it excuses as a slip is told as one. */
  readonly pairs: readonly AlignedPair[]
}

export interface ClassifyOptions {
  readonly joinedEqual: boolean
  readonly formConflict: boolean
  /** The form is another country's word for the same one. */
  readonly formTranslated: boolean
  /** Best outcome that what the eye cannot see still allows. */
  readonly ceiling: CandidateOutcome
  readonly queryWords: readonly WordForm[]
  /** A word of everyday language or of company names, whatever the register holds. */
  readonly isKnown: (word: string) => boolean
  readonly nameWords: readonly WordForm[]
  /** How many names hold a word. */
  readonly countOf: (word: WordForm) => number
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

/** So many words of the name must be typed as printed before a word is taken for its neighbour. */
const FEWEST_AS_PRINTED = 3

/** The outcome by what kind of difference each word shows. No score can override it. */
export function classify(aligned: readonly AlignedPair[], options: ClassifyOptions): Classified {
  const pairs = withLostLetter(aligned, options)
  const { outcome, kindOfVariant } = outcomeOf(pairs, options)
  const partial = outcome === 'similar' && !options.formConflict && isPart(pairs)
  const told =
    kindOfVariant === undefined ? { outcome, partial } : { outcome, kindOfVariant, partial }
  return { told, pairs }
}

function isPart(pairs: readonly AlignedPair[]): boolean {
  let isMissing = false
  for (const { relation } of pairs) {
    if (relation === 'missing') isMissing = true
    else if (!SAME_WORD.has(relation)) return false
  }
  return isMissing
}

const SIMILAR = { outcome: 'similar' } as const

function outcomeOf(
  pairs: readonly AlignedPair[],
  options: ClassifyOptions,
): Omit<Classified['told'], 'partial'> {
  if (options.formConflict || options.ceiling === 'similar') return SIMILAR
  if (options.joinedEqual && !options.formTranslated && options.ceiling === 'exact') {
    return { outcome: 'exact' }
  }
  if (options.joinedEqual) return { outcome: 'variant', kindOfVariant: 'spelling' }

  for (const { relation } of pairs) {
    if (!SAME_WORD.has(relation) && relation !== 'typo') return SIMILAR
  }
  const typos = pairs.filter((pair) => pair.relation === 'typo')

  if (pairs.some((pair) => pair.moved)) {
    const anchored = pairs.some(
      (pair) => pair.relation === 'same' && countAt(pair.nameFrom, options) <= RARE,
    )
    const onlyMoved = pairs.every((pair) => UNCHANGED.has(pair.relation))
    return anchored && onlyMoved ? { outcome: 'variant', kindOfVariant: 'order' } : SIMILAR
  }
  if (typos.length > 2) return SIMILAR
  if (typos.length > 0) {
    const others = wordsOutside(pairs, typos)
    const singledOut = others.length > 0 && expectedNames(others, options) <= MOST_EXPECTED_NAMES
    const rareAlone = typos.length === 1 && isRareWord(typos[0]!, options)
    return (singledOut || rareAlone) &&
      others.length > 0 &&
      options.nameLetters >= SHORTEST_MISTYPED_NAME
      ? { outcome: 'variant', kindOfVariant: 'typo' }
      : SIMILAR
  }
  const heard = pairs.some((pair) => pair.relation === 'sound')
  return { outcome: 'variant', kindOfVariant: heard ? 'sound' : 'spelling' }
}

/**
 * A letter lost or put in may leave a real word. In a long name it is excused where the register's
 * word is no word but this name's own (Inti for Intri), and where it is an h at the end, which is
 * hardly heard (Mega for Megah). A changed letter never is: that is how names are told apart.
 */
function withLostLetter(
  pairs: readonly AlignedPair[],
  options: ClassifyOptions,
): readonly AlignedPair[] {
  if (pairs.length <= FEWEST_AS_PRINTED) return pairs
  let slip: AlignedPair | undefined
  for (const pair of pairs) {
    if (pair.moved) return pairs
    if (pair.relation === 'same') continue
    if (slip !== undefined || pair.relation !== 'different_word') return pairs
    slip = pair
  }
  if (slip === undefined || slip.queryCount !== 1 || slip.nameCount !== 1) return pairs
  const typed = options.queryWords[slip.queryFrom]!.text
  const meant = options.nameWords[slip.nameFrom]!.text
  const isOwn = countAt(slip.nameFrom, options) === 1 && !options.isKnown(meant)
  const excused = meant.length >= SHORTEST_MISTYPED && isOwn && hasOneLetterLessOrMore(typed, meant)
  if (!excused && !differsInLastH(typed, meant)) return pairs
  return pairs.map((pair) => (pair === slip ? { ...pair, relation: 'typo' as const } : pair))
}

function hasOneLetterLessOrMore(typed: string, meant: string): boolean {
  const edit = singleEdit(typed, meant)
  return (edit?.kind === 'deletion' || edit?.kind === 'insertion') && edit.at > 0
}

function differsInLastH(typed: string, meant: string): boolean {
  const [shorter, longer] = typed.length < meant.length ? [typed, meant] : [meant, typed]
  return longer === `${shorter}h` && isVowel(shorter.at(-1)!) && longer.length >= SHORTEST_MISTYPED
}

/** The name's words that none of these pairs explains. */
function wordsOutside(
  pairs: readonly AlignedPair[],
  left: readonly AlignedPair[],
): readonly number[] {
  return pairs
    .filter((pair) => !left.includes(pair))
    .flatMap((pair) => Array.from({ length: pair.nameCount }, (_, at) => pair.nameFrom + at))
}

/** How many names would hold all of these words, were words spread over names at random. */
function expectedNames(nameWords: readonly number[], options: ClassifyOptions): number {
  const { allNames } = options
  return nameWords.reduce((rest, at) => (rest * countAt(at, options)) / allNames, allNames)
}

/** A long word that one name only has: no other word of the register lies near it. */
function isRareWord({ nameFrom, nameCount }: AlignedPair, options: ClassifyOptions): boolean {
  return (
    nameCount === 1 &&
    countAt(nameFrom, options) === 1 &&
    options.nameWords[nameFrom]!.text.length >= SHORTEST_RARE_WORD
  )
}

/** How many names hold the word at `at` of the name. */
function countAt(at: number, { nameWords, countOf }: ClassifyOptions): number {
  return countOf(nameWords[at]!)
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
