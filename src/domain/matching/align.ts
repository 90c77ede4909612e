import type { WordRelation } from './match.ts'
import { MOST_WORDS } from './read-characters.ts'
import { relateSpans } from './relate-spans.ts'
import type { WordForm } from './word-form.ts'
import { type Relation, relate } from './word-pair.ts'

/** One step of an alignment: `queryCount` words of the question against `nameCount` of the name. */
export interface AlignedPair {
  readonly queryFrom: number
  readonly queryCount: number
  readonly nameFrom: number
  readonly nameCount: number
  readonly relation: WordRelation
  readonly closeness: number
  readonly moved: boolean
}

/** What the comparing of spans needs to know of words beyond those compared. */
export interface Vocabulary {
  read(text: string): WordForm
  readonly isWord: (text: string) => boolean
}

/** Words, and what those before each weigh together: how telling they are, so rare ones more. */
export interface WeighedWords {
  readonly words: readonly WordForm[]
  readonly weightBefore: readonly number[]
}

export function weigh(
  words: readonly WordForm[],
  weightOf: (word: WordForm) => number,
): WeighedWords {
  const weightBefore = new Array<number>(words.length + 1)
  let weight = 0
  for (let at = 0; at < words.length; at += 1) {
    weightBefore[at] = weight
    weight += weightOf(words[at]!)
  }
  weightBefore[words.length] = weight
  return { words, weightBefore }
}

/** The spans tried: one word for one, glued and split words, and a space that moved. */
const QUERY_SPANS = [1, 1, 2, 1, 3, 2] as const
const NAME_SPANS = [1, 2, 1, 3, 1, 2] as const
const NO_SPAN = -1

// The table of one alignment, used again for each name: what can be explained up to each pair of
// words, the span that ends there and how its words belong together.
const CELLS = (MOST_WORDS + 1) ** 2
const best = new Float64Array(CELLS)
const spans = new Int8Array(CELLS)
const relations: Relation[] = new Array(CELLS)

/**
 * The alignment that explains most of what tells names apart. In order first, by dynamic
 * programming; words left over on both sides are then paired wherever they stand.
 */
export function align(
  query: WeighedWords,
  name: WeighedWords,
  vocabulary: Vocabulary,
): readonly AlignedPair[] {
  const rows = query.words.length
  const width = name.words.length + 1
  for (let i = 0; i <= rows; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const at = i * width + j
      best[at] = i > 0 ? best[at - width]! : 0
      if (j > 0 && best[at - 1]! > best[at]!) best[at] = best[at - 1]!
      spans[at] = NO_SPAN
      if (i > 0 && j > 0) explain(query, i, name, j, at, vocabulary)
    }
  }
  return withMovedWords(trace(rows, width), query.words, name.words, vocabulary)
}

/** Fills the cell at `at` with the best span that ends before the words `i` and `j`. */
function explain(
  query: WeighedWords,
  i: number,
  name: WeighedWords,
  j: number,
  at: number,
  vocabulary: Vocabulary,
): void {
  const width = name.words.length + 1
  for (let span = 0; span < QUERY_SPANS.length; span += 1) {
    const queryCount = QUERY_SPANS[span]!
    const nameCount = NAME_SPANS[span]!
    if (queryCount > i || nameCount > j) continue
    const weight =
      query.weightBefore[i]! -
      query.weightBefore[i - queryCount]! +
      name.weightBefore[j]! -
      name.weightBefore[j - nameCount]!
    const before = best[at - queryCount * width - nameCount]!
    // Not even the same words would explain more than what is found.
    if (before + weight <= best[at]! + 1e-9) continue
    const found =
      span === 0
        ? relate(query.words[i - 1]!, name.words[j - 1]!, vocabulary.isWord)
        : relateSpans(query.words, i, queryCount, name.words, j, nameCount, vocabulary)
    if (found === undefined) continue
    const reached = before + found.closeness * weight
    if (reached <= best[at]! + 1e-9) continue
    best[at] = reached
    spans[at] = span
    relations[at] = found
  }
}

function trace(queryLength: number, width: number): AlignedPair[] {
  const pairs: AlignedPair[] = []
  let i = queryLength
  let j = width - 1
  while (i > 0 || j > 0) {
    const at = i * width + j
    const span = spans[at]!
    if (span !== NO_SPAN) {
      const { relation, closeness } = relations[at]!
      const queryCount = QUERY_SPANS[span]!
      const nameCount = NAME_SPANS[span]!
      i -= queryCount
      j -= nameCount
      pairs.push({
        queryFrom: i,
        queryCount,
        nameFrom: j,
        nameCount,
        relation,
        closeness,
        moved: false,
      })
    } else if (i > 0 && (j === 0 || best[at - width] === best[at])) {
      i -= 1
      pairs.push(unexplained('extra', i, 1, j, 0))
    } else {
      j -= 1
      pairs.push(unexplained('missing', i, 0, j, 1))
    }
  }
  return pairs.reverse()
}

function unexplained(
  relation: 'extra' | 'missing',
  queryFrom: number,
  queryCount: number,
  nameFrom: number,
  nameCount: number,
): AlignedPair {
  return { queryFrom, queryCount, nameFrom, nameCount, relation, closeness: 0, moved: false }
}

function withMovedWords(
  pairs: readonly AlignedPair[],
  query: readonly WordForm[],
  name: readonly WordForm[],
  vocabulary: Vocabulary,
): readonly AlignedPair[] {
  if (!pairs.some(isExtra) || !pairs.some(isMissing)) return pairs
  let current = pairs
  for (const extra of pairs) {
    if (!isExtra(extra)) continue
    const typed = query[extra.queryFrom]!
    let nearest: Relation = STRANGERS
    let place: AlignedPair | undefined
    for (const missing of current) {
      if (!isMissing(missing)) continue
      const found = relate(typed, name[missing.nameFrom]!, vocabulary.isWord)
      if (found === undefined || found.closeness <= nearest.closeness) continue
      nearest = found
      place = missing
    }
    if (place === undefined) continue
    const pair = { ...extra, nameFrom: place.nameFrom, nameCount: 1, ...nearest, moved: true }
    current = current
      .filter((other) => other !== place)
      .map((other) => (other === extra ? pair : other))
  }
  return current
}

/** Words no nearer than this are not paired out of order. */
const STRANGERS: Relation = { relation: 'different_word', closeness: 0.55 }

function isExtra(pair: AlignedPair): boolean {
  return pair.relation === 'extra'
}

function isMissing(pair: AlignedPair): boolean {
  return pair.relation === 'missing'
}
