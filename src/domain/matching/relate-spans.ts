import type { Vocabulary } from './align.ts'
import { isVowel } from './letter-folds.ts'
import { isPlausibleSlip, singleEdit } from './single-edit.ts'
import type { WordForm } from './word-form.ts'
import { ONE_LETTER_AWAY, type Relation, relate, SHORTEST_MISTYPED } from './word-pair.ts'

const MOST_LETTERS_APART = 2
/** Shorter joined words say too little. */
const SHORTEST_JOINED = 6

/**
 * How words of the question and of the name belong together where a space was lost, put in or
 * moved. The spans end before `queryEnd` and `nameEnd`, and not both are of one word.
 */
export function relateSpans(
  query: readonly WordForm[],
  queryEnd: number,
  queryCount: number,
  name: readonly WordForm[],
  nameEnd: number,
  nameCount: number,
  vocabulary: Vocabulary,
): Relation | undefined {
  const queryFrom = queryEnd - queryCount
  const nameFrom = nameEnd - nameCount
  if (!beginAlike(query[queryFrom]!.text, name[nameFrom]!.text)) return undefined
  const letters = lettersIn(query, queryFrom, queryEnd) - lettersIn(name, nameFrom, nameEnd)
  if (letters > MOST_LETTERS_APART || letters < -MOST_LETTERS_APART) return undefined

  const typed = joinedText(query, queryFrom, queryEnd)
  const meant = joinedText(name, nameFrom, nameEnd)
  if (typed === meant) return { relation: 'spacing', closeness: 0.99 }
  if (typed.length < SHORTEST_JOINED) return undefined
  // A number or an initial that vanishes in a joined word tells two companies apart.
  if (!allAreWords(query, queryFrom, queryEnd) || !allAreWords(name, nameFrom, nameEnd)) {
    return undefined
  }

  const spaceMoved = queryCount > 1 && nameCount > 1
  if (
    spaceMoved &&
    (query[queryFrom]!.text.length === name[nameFrom]!.text.length ||
      query[queryEnd - 1]!.text === name[nameEnd - 1]!.text)
  ) {
    return undefined
  }
  const part =
    nameCount > 1
      ? differingPart(name, nameFrom, nameEnd, meant, typed)
      : differingPart(query, queryFrom, queryEnd, typed, meant)
  const typedPart = nameCount > 1 ? part.counterpart : part.word
  const meantPart = nameCount > 1 ? part.word : part.counterpart
  const found = relate(vocabulary.read(typed), vocabulary.read(meant), vocabulary.isWord, typedPart)
  if (found === undefined) return undefined

  switch (found.relation) {
    case 'sound':
    case 'old_spelling':
      return { relation: found.relation, closeness: found.closeness - 0.02 }
    case 'different_word':
      // Likeness alone would join any two words; one letter or the same sound is more than that.
      return found.closeness >= ONE_LETTER_AWAY
        ? { relation: found.relation, closeness: found.closeness - 0.02 }
        : undefined
    case 'typo':
      return {
        relation: !spaceMoved && isSlip(typedPart, meantPart) ? 'typo' : 'different_word',
        closeness: found.closeness - 0.02,
      }
    default:
      return undefined
  }
}

/** A slip in a part of a glued word is judged as in a word of its own. */
function isSlip(typed: string, meant: string): boolean {
  if (Math.min(typed.length, meant.length) < SHORTEST_MISTYPED) return false
  const edit = singleEdit(typed, meant)
  return edit !== undefined && isPlausibleSlip(edit, typed.length)
}

/** The word in which the joined words part from `other`, and what `other` has in its place. */
function differingPart(
  words: readonly WordForm[],
  from: number,
  to: number,
  joined: string,
  other: string,
): { readonly word: string; readonly counterpart: string } {
  let same = 0
  while (same < joined.length && joined[same] === other[same]) same += 1
  let start = 0
  for (let at = from; at < to; at += 1) {
    const word = words[at]!.text
    const end = start + word.length
    if (same < end || at === to - 1) {
      return { word, counterpart: other.slice(start, other.length - (joined.length - end)) }
    }
    start = end
  }
  return { word: joined, counterpart: other }
}

function allAreWords(words: readonly WordForm[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { text, hasDigit } = words[at]!
    if (text.length < 2 || hasDigit || isRoman(text)) return false
  }
  return true
}

function isRoman(text: string): boolean {
  for (const letter of text) if (letter !== 'i' && letter !== 'v' && letter !== 'x') return false
  return true
}

function beginAlike(typed: string, meant: string): boolean {
  return typed[0] === meant[0] || (isVowel(typed[0]!) && isVowel(meant[0]!))
}

function lettersIn(words: readonly WordForm[], from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at += 1) letters += words[at]!.text.length
  return letters
}

function joinedText(words: readonly WordForm[], from: number, to: number): string {
  let text = words[from]!.text
  for (let at = from + 1; at < to; at += 1) text += words[at]!.text
  return text
}
