import { isLookAlike } from './look-alikes.ts'
import type { SpoofSignal } from './match.ts'

/** Longer input is cut: no company name is longer, and hostile input must stay cheap. */
export const LONGEST_INPUT = 200
export const MOST_WORDS = 12

export interface Token {
  /** Lower case, accents and typographic forms folded; look-alike letters kept as they are. */
  readonly text: string
  readonly inBrackets: boolean
  /** How many commas stand before it. */
  readonly commas: number
}

export interface ReadText {
  readonly tokens: readonly Token[]
  readonly signals: readonly SpoofSignal[]
  /** True when something was cut off the end. */
  readonly truncated: boolean
}

const JOINED_BY = new Set(["'", '`', '´', '’', '‘', 'ʼ', 'ʻ', '＇'])
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/
const INVISIBLE = /\p{Cf}|\p{Default_Ignorable_Code_Point}/u
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u
const COMBINING = /\p{M}/u
const LATIN_MARKS = /[\u0300-\u036f]/
const LATIN = /\p{Script=Latin}/u

// Latin letters that no Unicode normalisation decomposes.
const LATIN_FOLDS = new Map([
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
])

/**
 * Splits text into folded words. Every character that is not plainly what it seems is reported;
 * none is dropped in silence.
 */
export function readCharacters(text: string, conjunction: string): ReadText {
  const tokens: Token[] = []
  const signals: SpoofSignal[] = []
  const given = text.length > 5 * LONGEST_INPUT ? text.slice(0, 5 * LONGEST_INPUT) : text
  const trimmedFrom = given.length - given.trimStart().length
  const end = Math.min(given.length, trimmedFrom + LONGEST_INPUT)
  let truncated = text.trimEnd().length > end
  let word = ''
  let brackets = 0
  let commas = 0

  const finishWord = () => {
    if (word === '') return
    if (tokens.length < 4 * MOST_WORDS)
      tokens.push({ text: word, inBrackets: brackets > 0, commas })
    else truncated = true
    word = ''
  }

  for (let at = trimmedFrom; at < end; ) {
    const code = given.charCodeAt(at)
    if (code < 128) {
      if (isPlain(code)) {
        const from = at
        while (at + 1 < end && isPlain(given.charCodeAt(at + 1))) at += 1
        word += given.slice(from, at + 1).toLowerCase()
      } else if (code !== 39 && code !== 96) {
        finishWord()
        if (code === 40 || code === 91) brackets += 1
        else if (code === 41 || code === 93) brackets = Math.max(0, brackets - 1)
        else if (code === 44) commas += 1
        else if (code === 38 || code === 43) {
          word = conjunction
          finishWord()
        }
      }
      at += 1
      continue
    }
    const character = String.fromCodePoint(given.codePointAt(at)!)
    const folded = foldCharacter(character)
    if (folded.signal !== undefined) signals.push({ kind: folded.signal, position: at, character })
    if (folded.separates) finishWord()
    else word += folded.text
    at += character.length
  }
  finishWord()

  return { tokens, signals: signals.concat(mixedScripts(given, end)), truncated }
}

/** A letter a to z or a digit. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

interface FoldedCharacter {
  readonly text: string
  readonly separates: boolean
  readonly signal?: SpoofSignal['kind']
}

function foldCharacter(character: string): FoldedCharacter {
  if (JOINED_BY.has(character)) return { text: '', separates: false }
  if (BIDI_CONTROLS.test(character)) return { text: '', separates: false, signal: 'bidi_control' }
  if (INVISIBLE.test(character)) return { text: '', separates: false, signal: 'invisible' }
  if (COMBINING.test(character)) {
    return LATIN_MARKS.test(character)
      ? { text: '', separates: false, signal: 'accent' }
      : { text: character, separates: false }
  }
  const compatible = character.normalize('NFKC').toLowerCase()
  if (!LETTER_OR_NUMBER.test(compatible)) return { text: '', separates: true }

  const bare = LATIN.test(compatible)
    ? compatible.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    : compatible
  const text = LATIN_FOLDS.get(bare) ?? bare
  if (text === character.toLowerCase()) {
    return isLookAlike(text)
      ? { text, separates: false, signal: 'look_alike_letter' }
      : { text, separates: false }
  }
  const code = character.codePointAt(0)!
  if (code >= 0xff00 && code <= 0xffef) return { text, separates: false, signal: 'full_width' }
  const plain = compatible === character.toLowerCase()
  if (isLookAlike(text)) return { text, separates: false, signal: 'look_alike_letter' }
  return { text, separates: false, signal: plain ? 'accent' : 'typographic' }
}

function mixedScripts(text: string, end: number): SpoofSignal[] {
  const signals: SpoofSignal[] = []
  let plain = true
  for (let at = 0; at < end; at += 1) if (text.charCodeAt(at) > 127) plain = false
  if (plain) return signals

  let latin = false
  let other = -1
  const finish = () => {
    if (latin && other >= 0) {
      signals.push({
        kind: 'mixed_scripts',
        position: other,
        character: String.fromCodePoint(text.codePointAt(other)!),
      })
    }
    latin = false
    other = -1
  }
  for (let at = 0; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!)
    if (LETTER_OR_NUMBER.test(character)) {
      if (LATIN.test(character)) latin = true
      else if (other < 0 && /\p{L}/u.test(character)) other = at
    } else if (!INVISIBLE.test(character) && !COMBINING.test(character)) finish()
    at += character.length
  }
  finish()
  return signals
}
