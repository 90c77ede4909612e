import type { CountryPack } from './country-pack.ts'
import { letterBits, pairBits } from './letter-bits.ts'
import { applyFolds, type FoldTable, foldTable } from './letter-folds.ts'
import { skeleton } from './look-alikes.ts'

export const NOT_IN_TABLE = -1

/** Everything about one word that a comparison needs, computed once. */
export interface WordForm {
  /** Its number in the table of the words that names hold, or NOT_IN_TABLE. */
  readonly id: number
  readonly text: string
  /** Same spelling key, same word: silent and doubled letters and old spelling do not count. */
  readonly spelling: string
  /** Same sound key: the same word only where the one typed is no word itself. */
  readonly sound: string
  /** Bits of the letters of the text and of the sound, and of the letter pairs of the sound. */
  readonly textLetters: number
  readonly soundLetters: number
  readonly soundPairs: number
  /** Look-alike letters and digits read as what they resemble. */
  readonly skeleton: string
  /** The first of its group of equivalents, or the word itself. */
  readonly canonical: string
  /** Its value when it is a number, a Roman number or a number's name. */
  readonly value: number | undefined
  readonly hasDigit: boolean
}

/** A pack made ready for comparing words. */
export class WordReader {
  readonly #oldSpelling: FoldTable
  readonly #spelling: FoldTable
  readonly #sound: FoldTable
  readonly #canonical = new Map<string, string>()
  readonly #known: ReadonlySet<string>
  readonly #numberWords: Readonly<Record<string, number>>

  constructor(pack: CountryPack) {
    this.#oldSpelling = foldTable(pack.oldSpelling)
    this.#spelling = foldTable(pack.spellingFolds)
    this.#sound = foldTable(pack.soundFolds)
    for (const group of pack.equivalents) {
      for (const word of group) this.#canonical.set(word, group[0]!)
    }
    this.#known = new Set(pack.knownWords)
    this.#numberWords = pack.numberWords
  }

  readonly isKnown = (word: string): boolean => this.#known.has(word) || this.#canonical.has(word)

  /** The sound key alone, for joined words that are only looked up. */
  sound(text: string): string {
    return applyFolds(applyFolds(this.#modern(text), this.#spelling), this.#sound)
  }

  read(text: string, id: number): WordForm {
    const spelling = applyFolds(this.#modern(text), this.#spelling)
    const sound = applyFolds(spelling, this.#sound)
    return {
      id,
      text,
      spelling,
      sound,
      textLetters: letterBits(text),
      soundLetters: letterBits(sound),
      soundPairs: pairBits(sound),
      skeleton: skeleton(text),
      canonical: this.#canonical.get(text) ?? text,
      value: this.#value(text),
      hasDigit: hasDigit(text),
    }
  }

  /** The word without the old spelling's marks; equal to `text` when it has none. */
  #modern(text: string): string {
    const old = text.includes('oe') || text.includes('tj') || text.includes('dj')
    return old ? applyFolds(text, this.#oldSpelling) : text
  }

  #value(text: string): number | undefined {
    if (text.length > 9) return undefined
    const named = Object.hasOwn(this.#numberWords, text) ? this.#numberWords[text] : undefined
    return named ?? digitsValue(text) ?? romanValue(text)
  }
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) return true
  }
  return false
}

function digitsValue(text: string): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return undefined
  }
  return text === '' ? undefined : Number(text)
}

const ROMAN = [
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['vi', 6],
  ['vii', 7],
  ['viii', 8],
  ['ix', 9],
  ['xi', 11],
  ['xii', 12],
] as const
const ROMAN_VALUES: ReadonlyMap<string, number> = new Map(ROMAN)

/** Single letters are initials more often than numbers, so I, V and X are left alone. */
function romanValue(text: string): number | undefined {
  return ROMAN_VALUES.get(text)
}
