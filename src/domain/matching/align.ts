import { isVowel } from './letter-folds.ts'
import type { WordRelation } from './match.ts'
import type { WordForm, WordReader } from './word-form.ts'
import { relate } from './word-pair.ts'

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
  readonly reader: WordReader
  /** How telling a word is, 0..1: rare words tell more. */
  weight(text: string): number
  isWord(text: string): boolean
}

/** The spans tried: one word for one, glued and split words, and a space that moved. */
const SPANS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
] as const

/** What may be said of joined words; likeness alone would join any two. */
const JOINABLE = new Set<WordRelation>(['sound', 'old_spelling', 'typo', 'different_word'])

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
  query: readonly WordForm[],
  name: readonly WordForm[],
  vocabulary: Vocabulary,
): readonly AlignedPair[] {
  const width = name.length + 1
  const best = new Float64Array((query.length + 1) * width)
  const steps: (Step | undefined)[] = new Array((query.length + 1) * width)
  const queryWeights = query.map((word) => vocabulary.weight(word.text))
  const nameWeights = name.map((word) => vocabulary.weight(word.text))

  for (let i = 0; i <= query.length; i += 1) {
    for (let j = 0; j <= name.length; j += 1) {
      const at = i * width + j
      if (i > 0 && best[at - width]! > best[at]!) {
        best[at] = best[at - width]!
        steps[at] = undefined
      }
      if (j > 0 && best[at - 1]! > best[at]!) {
        best[at] = best[at - 1]!
        steps[at] = undefined
      }
      for (const [queryCount, nameCount] of SPANS) {
        if (queryCount > i || nameCount > j) continue
        const from = (i - queryCount) * width + (j - nameCount)
        const found = relateSpans(query, i, queryCount, name, j, nameCount, vocabulary)
        if (found === undefined) continue
        const weight = sum(queryWeights, i - queryCount, i) + sum(nameWeights, j - nameCount, j)
        const value = best[from]! + found.closeness * weight
        if (value > best[at]! + 1e-9) {
          best[at] = value
          steps[at] = { queryCount, nameCount, ...found }
        }
      }
    }
  }
  return withMovedWords(trace(steps, best, query.length, name.length), query, name, vocabulary)
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
      pairs.push({ ...step, queryFrom: i, nameFrom: j, moved: false })
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
      const found = relate(typed, meant, vocabulary.isWord)
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

function relateSpans(
  query: readonly WordForm[],
  queryEnd: number,
  queryCount: number,
  name: readonly WordForm[],
  nameEnd: number,
  nameCount: number,
  vocabulary: Vocabulary,
): { relation: WordRelation; closeness: number } | undefined {
  if (queryCount === 1 && nameCount === 1) {
    return relate(query[queryEnd - 1]!, name[nameEnd - 1]!, vocabulary.isWord)
  }
  const typed = joinedText(query, queryEnd - queryCount, queryEnd)
  const meant = joinedText(name, nameEnd - nameCount, nameEnd)
  if (Math.abs(typed.length - meant.length) > 2 || !beginAlike(typed, meant)) return undefined
  if (typed === meant) return { relation: 'spacing', closeness: 0.99 }
  // Joining words may hide a number or turn a word into another, so only sound and slips excuse it.
  if (typed.length < 6) return undefined
  for (let at = 1; at <= queryCount; at += 1) if (query[queryEnd - at]!.hasDigit) return undefined
  for (let at = 1; at <= nameCount; at += 1) if (name[nameEnd - at]!.hasDigit) return undefined

  const isWord = (text: string) =>
    vocabulary.isWord(text) ||
    differsInAWord(query, queryEnd, queryCount, name, nameEnd, nameCount, vocabulary)
  const found = relate(vocabulary.reader.read(typed), vocabulary.reader.read(meant), isWord)
  if (found === undefined || !JOINABLE.has(found.relation)) return undefined
  return { relation: found.relation, closeness: found.closeness - 0.02 }
}

function beginAlike(typed: string, meant: string): boolean {
  return typed[0] === meant[0] || (isVowel(typed[0]!) && isVowel(meant[0]!))
}

/**
 * True when the place where the joined texts part lies in a whole word of the question, or in the
 * part of a glued word that stands where the name has a word of its own.
 */
function differsInAWord(
  query: readonly WordForm[],
  queryEnd: number,
  queryCount: number,
  name: readonly WordForm[],
  nameEnd: number,
  nameCount: number,
  vocabulary: Vocabulary,
): boolean {
  const typed = joinedText(query, queryEnd - queryCount, queryEnd)
  const meant = joinedText(name, nameEnd - nameCount, nameEnd)
  let parts = 0
  while (parts < typed.length && typed[parts] === meant[parts]) parts += 1

  let start = 0
  for (let at = queryEnd - queryCount; at < queryEnd; at += 1) {
    const { length } = query[at]!.text
    if (queryCount > 1 && parts <= start + length && parts >= start) {
      if (vocabulary.isWord(query[at]!.text)) return true
    }
    start += length
  }
  start = 0
  const shift = typed.length - meant.length
  for (let at = nameEnd - nameCount; at < nameEnd; at += 1) {
    const { length } = name[at]!.text
    if (nameCount > 1 && parts >= start && parts <= start + length) {
      const asTyped = typed.slice(start, start + length + shift)
      if (asTyped !== name[at]!.text && vocabulary.isWord(asTyped)) return true
    }
    start += length
  }
  return false
}

function joinedText(words: readonly WordForm[], from: number, to: number): string {
  let text = words[from]!.text
  for (let at = from + 1; at < to; at += 1) text += words[at]!.text
  return text
}

function sum(weights: readonly number[], from: number, to: number): number {
  let total = 0
  for (let at = from; at < to; at += 1) total += weights[at]!
  return total
}
