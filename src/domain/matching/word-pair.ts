import type { WordRelation } from './match.ts'
import { isPlausibleSlip, pairSimilarity, singleEdit } from './single-edit.ts'
import type { WordForm } from './word-form.ts'

export interface Relation {
  readonly relation: WordRelation
  /** 0 to 1, for ordering candidates only. */
  readonly closeness: number
}

/** Shorter words lie so near one another that a slip cannot be told from another word. */
const SHORTEST_MISTYPED = 5
/** Below this likeness two words are strangers, and both stay unexplained. */
const STRANGERS = 0.5

/**
 * How the word typed and the word registered belong together, or undefined for strangers.
 * `isWord` says whether the typed one is a word of its own; then no slip and no sound excuses it.
 */
export function relate(
  typed: WordForm,
  meant: WordForm,
  isWord: (text: string) => boolean,
): Relation | undefined {
  if (typed.text === meant.text) return { relation: 'same', closeness: 1 }
  if (typed.value !== undefined && meant.value !== undefined) {
    return typed.value === meant.value
      ? { relation: 'equivalent', closeness: 0.97 }
      : { relation: 'number', closeness: 0.1 }
  }
  if (typed.canonical === meant.canonical) return { relation: 'equivalent', closeness: 0.97 }
  if (typed.hasDigit || meant.hasDigit) {
    return typed.skeleton === meant.skeleton
      ? { relation: 'look_alike', closeness: 0.8 }
      : undefined
  }
  if (typed.spelling === meant.spelling) {
    const old = hasOldSpelling(typed.text) !== hasOldSpelling(meant.text)
    return { relation: old ? 'old_spelling' : 'sound', closeness: 0.95 }
  }
  // The eye cannot confirm what the eye cannot see, so these are never a slip of the hand.
  if (typed.skeleton === meant.skeleton) return { relation: 'look_alike', closeness: 0.8 }
  if (Math.min(typed.text.length, meant.text.length) < 3) return undefined

  const known = isWord(typed.text)
  if (typed.sound === meant.sound) {
    return known
      ? { relation: 'different_word', closeness: 0.7 }
      : { relation: 'sound', closeness: 0.92 }
  }
  const edit = singleEdit(typed.text, meant.text) ?? singleEdit(typed.sound, meant.sound)
  if (edit !== undefined) {
    const long = Math.min(typed.text.length, meant.text.length) >= SHORTEST_MISTYPED
    return long && !known && isPlausibleSlip(edit, typed.text.length)
      ? { relation: 'typo', closeness: 0.85 }
      : { relation: 'different_word', closeness: 0.65 }
  }
  const likeness = pairSimilarity(typed.sound, meant.sound)
  if (likeness >= STRANGERS) return { relation: 'different_word', closeness: 0.6 * likeness }
  return meant.text.startsWith(typed.text) && typed.text.length <= 4
    ? { relation: 'initials', closeness: 0.4 }
    : undefined
}

function hasOldSpelling(text: string): boolean {
  return text.includes('oe') || text.includes('tj') || text.includes('dj')
}
