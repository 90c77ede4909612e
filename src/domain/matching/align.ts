import type { WordRelation } from './match.ts'
import { relateSpans } from './relate-spans.ts'
import type { WordForm } from './word-form.ts'
import type { Relation } from './word-pair.ts'

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

export interface Vocabulary {
  read(text: string): WordForm
  /** How telling a word is, 0..1: rare words tell more. */
  weight(text: string): number
  isWord(text: string): boolean
  relate(typed: WordForm, meant: WordForm): Relation | undefined
}

/** The spans tried: one word for one, glued and split words, and a space that moved. */
const QUERY_SPANS = [1, 1, 2, 1, 3, 2] as const
const NAME_SPANS = [1, 2, 1, 3, 1, 2] as const

interface Step {
  readonly queryCount: number
  readonly nameCount: number
  readonly relation: WordRelation
  readonly closeness: number
}

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
  const best = new Float64Array((rows + 1) * width)
  const steps: (Step | undefined)[] = new Array((rows + 1) * width)

  for (let i = 0; i <= rows; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const at = i * width + j
      let value = 0
      if (i > 0) value = best[at - width]!
      if (j > 0 && best[at - 1]! > value) value = best[at - 1]!
      if (i > 0 && j > 0) {
        for (let span = 0; span < QUERY_SPANS.length; span += 1) {
          const queryCount = QUERY_SPANS[span]!
          const nameCount = NAME_SPANS[span]!
          if (queryCount > i || nameCount > j) continue
          const letters =
            query.lettersBefore[i]! -
            query.lettersBefore[i - queryCount]! -
            name.lettersBefore[j]! +
            name.lettersBefore[j - nameCount]!
          const single = queryCount + nameCount === 2
          if (!single && (letters > 2 || letters < -2)) continue
          const found = single
            ? vocabulary.relate(query.words[i - 1]!, name.words[j - 1]!)
            : relateSpans(query.words, i, queryCount, name.words, j, nameCount, vocabulary)
          if (found === undefined) continue
          const weight =
            query.weightBefore[i]! -
            query.weightBefore[i - queryCount]! +
            name.weightBefore[j]! -
            name.weightBefore[j - nameCount]!
          const from = at - queryCount * width - nameCount
          const reached = best[from]! + found.closeness * weight
          if (reached <= value + 1e-9) continue
          value = reached
          steps[at] = {
            queryCount,
            nameCount,
            relation: found.relation,
            closeness: found.closeness,
          }
        }
      }
      best[at] = value
    }
  }
  return withMovedWords(trace(steps, best, rows, width - 1), query.words, name.words, vocabulary)
}

/** Words with what each weighs, and running totals so that spans cost nothing to add up. */
export interface WeighedWords {
  readonly words: readonly WordForm[]
  readonly weights: readonly number[]
  readonly weightBefore: readonly number[]
  readonly lettersBefore: readonly number[]
}

export function weigh(words: readonly WordForm[], weights: readonly number[]): WeighedWords {
  const weightBefore = [0]
  const lettersBefore = [0]
  for (let at = 0; at < words.length; at += 1) {
    weightBefore.push(weightBefore[at]! + weights[at]!)
    lettersBefore.push(lettersBefore[at]! + words[at]!.text.length)
  }
  return { words, weights, weightBefore, lettersBefore }
}

function trace(
  steps: readonly (Step | undefined)[],
  best: Float64Array,
  queryLength: number,
  nameLength: number,
): AlignedPair[] {
  const width = nameLength + 1
  const pairs: AlignedPair[] = []
  let i = queryLength
  let j = nameLength
  while (i > 0 || j > 0) {
    const at = i * width + j
    const step = steps[at]
    if (step !== undefined) {
      i -= step.queryCount
      j -= step.nameCount
      pairs.push({
        queryFrom: i,
        queryCount: step.queryCount,
        nameFrom: j,
        nameCount: step.nameCount,
        relation: step.relation,
        closeness: step.closeness,
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
  let current = [...pairs]
  for (const extra of pairs.filter(isExtra)) {
    let bestPair: AlignedPair | undefined
    let replaced: AlignedPair | undefined
    for (const missing of current.filter(isMissing)) {
      const typed = query[extra.queryFrom]!
      const meant = name[missing.nameFrom]!
      const found = vocabulary.relate(typed, meant)
      if (found === undefined || found.closeness <= (bestPair?.closeness ?? 0.55)) continue
      bestPair = {
        queryFrom: extra.queryFrom,
        queryCount: 1,
        nameFrom: missing.nameFrom,
        nameCount: 1,
        ...found,
        moved: true,
      }
      replaced = missing
    }
    if (bestPair === undefined) continue
    const pair = bestPair
    current = current
      .filter((other) => other !== replaced)
      .map((other) => (other === extra ? pair : other))
  }
  return current
}

function isExtra(pair: AlignedPair): boolean {
  return pair.relation === 'extra'
}

function isMissing(pair: AlignedPair): boolean {
  return pair.relation === 'missing'
}
