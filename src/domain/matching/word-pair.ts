import type { WordRelation } from './match.ts'
import { areWithinTwoEdits, editBetween, soundLikeness } from './near-words.ts'
import { isPlausibleSlip } from './single-edit.ts'
import type { WordForm } from './word-form.ts'

export interface Relation {
  readonly relation: WordRelation
  /** 0 to 1, for ordering candidates only. */
  readonly closeness: number
}

/** Shorter words lie so near one another that a slip cannot be told from another word. */
export const SHORTEST_MISTYPED = 5
/** How close two different words are that differ in one letter. */
export const ONE_LETTER_AWAY = 0.65
/** Below this likeness two words are strangers, and both stay unexplained. */
const STRANGERS = 0.4

/**
 * How the word typed and the word registered belong together, or undefined for strangers.
 * `isWord` says whether the typed one is a word of its own; then no slip and no sound excuses it,
 * nor where the part of it that differs, `typedPart`, is one.
 */
export function relate(
  typed: WordForm,
  meant: WordForm,
  isWord: (text: string) => boolean,
  typedPart?: string,
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
  // Initials and two-letter words have no letter to spare.
  const shortest = Math.min(typed.text.length, meant.text.length)
  if (shortest < 3) {
    return typed.skeleton === meant.skeleton
      ? { relation: 'look_alike', closeness: 0.8 }
      : shortened(typed, meant)
  }
  if (typed.spelling === meant.spelling) {
    const old = hasOldSpelling(typed.text) !== hasOldSpelling(meant.text)
    return { relation: old ? 'old_spelling' : 'sound', closeness: 0.95 }
  }
  // The eye cannot confirm what the eye cannot see, so these are never a slip of the hand.
  if (typed.skeleton === meant.skeleton) return { relation: 'look_alike', closeness: 0.8 }
  if (typed.sound === meant.sound) {
    return isKnown(typed, isWord, typedPart)
      ? { relation: 'different_word', closeness: 0.7 }
      : { relation: 'sound', closeness: 0.92 }
  }
  const edit = editBetween(typed, meant)
  if (edit !== undefined) {
    const mayBeSlip = shortest >= SHORTEST_MISTYPED && isPlausibleSlip(edit, typed.text.length)
    return mayBeSlip && !isKnown(typed, isWord, typedPart)
      ? { relation: 'typo', closeness: 0.85 }
      : { relation: 'different_word', closeness: ONE_LETTER_AWAY }
  }
  const likeness = soundLikeness(typed, meant, STRANGERS)
  if (likeness > 0) return { relation: 'different_word', closeness: 0.6 * likeness }
  const mayBeTwoSlips = shortest >= SHORTEST_MISTYPED && areWithinTwoEdits(typed, meant)
  if (mayBeTwoSlips && !isKnown(typed, isWord, typedPart)) {
    return { relation: 'different_word', closeness: 0.35 }
  }
  return shortened(typed, meant)
}

function isKnown(
  typed: WordForm,
  isWord: (text: string) => boolean,
  typedPart: string | undefined,
): boolean {
  return isWord(typed.text) || (typedPart !== undefined && isWord(typedPart))
}

/** "IP Jasindo" for a name whose first word begins so. */
function shortened(typed: WordForm, meant: WordForm): Relation | undefined {
  const { length } = typed.text
  return length >= 2 && length <= 4 && meant.text.startsWith(typed.text)
    ? { relation: 'initials', closeness: 0.4 }
    : undefined
}

function hasOldSpelling(text: string): boolean {
  return text.includes('oe') || text.includes('tj') || text.includes('dj')
}
