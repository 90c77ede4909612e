import { mayBeOneEdit, mayBeTwoEdits, mostShared } from './letter-bits.ts'
import { isWithinTwoEdits, pairSimilarity, type SingleEdit, singleEdit } from './single-edit.ts'
import type { WordForm } from './word-form.ts'

// Each looks at the letters' bits first: most words that are compared are strangers.

/** The one edit between two words as written or else as heard. */
export function editBetween(typed: WordForm, meant: WordForm): SingleEdit | undefined {
  const written = mayBeOneEdit(typed.textLetters, meant.textLetters)
    ? singleEdit(typed.text, meant.text)
    : undefined
  if (written !== undefined || !mayBeOneEdit(typed.soundLetters, meant.soundLetters)) return written
  return singleEdit(typed.sound, meant.sound)
}

/** How like two words sound, 0..1; 0 where it is less than `least`. */
export function soundLikeness(a: WordForm, b: WordForm, least: number): number {
  const pairsInA = a.sound.length - 1
  const pairsInB = b.sound.length - 1
  const most = mostShared(a.soundPairs, pairsInA, b.soundPairs, pairsInB)
  if (2 * most < least * (pairsInA + pairsInB)) return 0
  const likeness = pairSimilarity(a.sound, b.sound)
  return likeness >= least ? likeness : 0
}

export function areWithinTwoEdits(a: WordForm, b: WordForm): boolean {
  return mayBeTwoEdits(a.textLetters, b.textLetters) && isWithinTwoEdits(a.text, b.text)
}
