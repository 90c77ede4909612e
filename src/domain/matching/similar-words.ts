import { areWithinTwoEdits, editBetween, soundLikeness } from './near-words.ts'
import { Postings } from './postings.ts'
import type { WordForm } from './word-form.ts'

export interface SimilarWord {
  readonly id: number
  readonly closeness: number
}

/** Comparing letter by letter costs most, so only the words with most letter groups in common. */
const MOST_COMPARED = 150
const MOST_SIMILAR_WORDS = 12
/** Least share of letters in common for a word to be worth looking its names up. */
const LEAST_SIMILARITY = 0.4

/** Words by the groups of three letters in them. Ids are given from 0 upwards, without gaps. */
export class SimilarWords {
  readonly #forms: WordForm[] = []
  readonly #byTrigram = new Map<number, Postings>()
  // Scratch of one question: how many groups each word shares with it, and which words share any.
  #counts = new Uint8Array(1024)
  #touched = new Int32Array(1024)
  readonly #histogram = new Int32Array(256)
  #lengths = new Uint8Array(1024)

  add(id: number, form: WordForm): void {
    this.#forms.push(form)
    if (this.#lengths.length <= id) {
      const longer = new Uint8Array(this.#lengths.length * 2)
      longer.set(this.#lengths)
      this.#lengths = longer
    }
    this.#lengths[id] = form.sound.length
    const { text } = form
    const trigrams = new Set(trigramsOf(form.sound))
    // The written beginning too, for the words that begin with what is being typed.
    if (text.length >= 2) trigrams.add(beginningCode(text))
    for (const trigram of trigrams) {
      const words = this.#byTrigram.get(trigram)
      if (words !== undefined) words.push(id)
      else {
        const fresh = new Postings()
        fresh.push(id)
        this.#byTrigram.set(trigram, fresh)
      }
    }
  }

  /** Words of names with letters in common, likest first. */
  find(form: WordForm, isHeld: (id: number) => boolean): readonly SimilarWord[] {
    const key = form.sound
    if (key.length < 3) return []
    this.#makeRoom()
    const counts = this.#counts
    const touched = this.#touched
    let found = 0
    for (const trigram of trigramsOf(key)) {
      const words = this.#byTrigram.get(trigram)
      if (words === undefined) continue
      const { items, length } = words
      for (let at = 0; at < length; at += 1) {
        const id = items[at]!
        if (counts[id] === 0) {
          touched[found] = id
          found += 1
        }
        counts[id]! += 1
      }
    }
    const near = this.#keepNear(key.length, found)
    const enough = leastToKeep(this.#histogram, Math.min(key.length, 255), MOST_COMPARED)
    const similar: SimilarWord[] = []
    for (let at = 0; at < near; at += 1) {
      const id = touched[at]!
      const shared = counts[id]!
      counts[id] = 0
      if (shared < enough || !isHeld(id)) continue
      const closeness = closenessOf(form, this.#forms[id]!)
      if (closeness > 0) this.#insert(similar, id, closeness)
    }
    return similar
  }

  /** Keeps the likest in order, those alike by the alphabet. */
  #insert(similar: SimilarWord[], id: number, closeness: number): void {
    const { text } = this.#forms[id]!
    let at = similar.length
    while (at > 0) {
      const other = similar[at - 1]!
      const ahead = closeness - other.closeness
      if (ahead < 0 || (ahead === 0 && text > this.#forms[other.id]!.text)) break
      at -= 1
    }
    if (at === MOST_SIMILAR_WORDS) return
    similar.splice(at, 0, { id, closeness })
    if (similar.length > MOST_SIMILAR_WORDS) similar.pop()
  }

  /** Moves the words with enough in common to the front of those touched; answers how many. */
  #keepNear(length: number, found: number): number {
    const counts = this.#counts
    const touched = this.#touched
    const histogram = this.#histogram
    histogram.fill(0)
    // One slip breaks up to four letter groups of three, so a long word keeps some.
    const least = Math.max(1, Math.min(length - 4, Math.floor(length * 0.3)))
    let near = 0
    for (let at = 0; at < found; at += 1) {
      const id = touched[at]!
      const count = counts[id]!
      const difference = this.#lengths[id]! - length
      if (count < least || difference > 3 || difference < -3) counts[id] = 0
      else {
        touched[near] = id
        near += 1
        histogram[count]! += 1
      }
    }
    return near
  }

  #makeRoom(): void {
    if (this.#counts.length >= this.#forms.length) return
    this.#counts = new Uint8Array(this.#forms.length * 2)
    this.#touched = new Int32Array(this.#forms.length * 2)
  }

  /** Every word that begins with `prefix`, of two letters or more. */
  beginningWith(prefix: string): number[] {
    if (prefix.length < 2) return []
    const words = this.#byTrigram.get(beginningCode(prefix))
    if (words === undefined) return []
    return Array.from(words.items.subarray(0, words.length)).filter((id) =>
      this.#forms[id]!.text.startsWith(prefix),
    )
  }
}

/** How near two words are, 0..1; 0 for strangers. */
function closenessOf(form: WordForm, other: WordForm): number {
  // A swap of two letters breaks most of a short word's letter pairs.
  if (editBetween(form, other) !== undefined) return 0.85
  const likeness = soundLikeness(form, other, LEAST_SIMILARITY)
  if (likeness > 0) return likeness
  // Two slips seldom touch the first letter, and to compare fully costs most.
  const mayBeTwoSlips = form.text.length >= 5 && form.text[0] === other.text[0]
  return mayBeTwoSlips && areWithinTwoEdits(form, other) ? 0.45 : 0
}

/** The lowest count of which no more than `most` are kept, or the highest there is. */
function leastToKeep(histogram: Int32Array, highest: number, most: number): number {
  let kept = 0
  for (let count = highest; count > 0; count -= 1) {
    kept += histogram[count]!
    if (kept > most) return histogram[count] === kept ? count : count + 1
  }
  return 0
}

const SPACE = 32

function trigramsOf(word: string): number[] {
  const codes: number[] = []
  let code = grown(SPACE, word.charCodeAt(0))
  for (let at = 1; at <= word.length; at += 1) {
    code = grown(code, at === word.length ? SPACE : word.charCodeAt(at))
    if (!codes.includes(code)) codes.push(code)
  }
  return codes
}

/** The code of the last three letters, ten bits each, one letter on. */
function grown(code: number, letter: number): number {
  return ((code & 0xfffff) << 10) | (letter & 1023)
}

function beginningCode(word: string): number {
  return grown(grown(SPACE, word.charCodeAt(0)), word.charCodeAt(1))
}
