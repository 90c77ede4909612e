import { compare } from './compare.ts'
import { Postings } from './postings.ts'
import { isWithinTwoEdits, pairSimilarity, singleEdit } from './single-edit.ts'
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
  #counts = new Uint8Array(1024)
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
    if (text.length >= 2) trigrams.add(trigramCode(' ', text[0]!, text[1]!))
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
    if (this.#counts.length < this.#forms.length) {
      this.#counts = new Uint8Array(this.#forms.length * 2)
    }
    const counts = this.#counts
    const touched: number[] = []
    for (const trigram of trigramsOf(key)) {
      const words = this.#byTrigram.get(trigram)
      if (words === undefined) continue
      const { items, length } = words
      for (let at = 0; at < length; at += 1) {
        const id = items[at]!
        if (counts[id] === 0) touched.push(id)
        counts[id]! += 1
      }
    }
    // One slip breaks up to four letter groups of three, so a long word keeps some.
    const least = Math.max(1, Math.min(key.length - 4, Math.floor(key.length * 0.3)))
    const histogram = new Int32Array(key.length + 2)
    const near: number[] = []
    for (const id of touched) {
      const difference = this.#lengths[id]! - key.length
      if (counts[id]! < least || difference > 3 || difference < -3) counts[id] = 0
      else {
        near.push(id)
        histogram[counts[id]!]! += 1
      }
    }
    const enough = leastToKeep(histogram, MOST_COMPARED)
    const found: SimilarWord[] = []
    for (const id of near) {
      const shared = counts[id]!
      counts[id] = 0
      if (shared < enough || !isHeld(id)) continue
      const closeness = this.#closeness(form, id)
      if (closeness >= LEAST_SIMILARITY) found.push({ id, closeness })
    }
    return found
      .sort(
        (a, b) =>
          b.closeness - a.closeness || compare(this.#forms[a.id]!.text, this.#forms[b.id]!.text),
      )
      .slice(0, MOST_SIMILAR_WORDS)
  }

  #closeness(form: WordForm, id: number): number {
    const other = this.#forms[id]!
    // A swap of two letters breaks most of a short word's letter pairs.
    const oneAway = singleEdit(form.sound, other.sound) ?? singleEdit(form.text, other.text)
    if (oneAway !== undefined) return 0.85
    const likeness = pairSimilarity(form.sound, other.sound)
    // Two slips seldom touch the first letter, and to compare fully costs most.
    const mayBeTwoSlips = form.text.length >= 5 && form.text[0] === other.text[0]
    if (likeness >= LEAST_SIMILARITY || !mayBeTwoSlips) return likeness
    return isWithinTwoEdits(form.text, other.text) ? 0.45 : likeness
  }

  /** Every word that begins with `prefix`, of two letters or more. */
  beginningWith(prefix: string): number[] {
    if (prefix.length < 2) return []
    const words = this.#byTrigram.get(trigramCode(' ', prefix[0]!, prefix[1]!))
    if (words === undefined) return []
    return Array.from(words.items.subarray(0, words.length)).filter((id) =>
      this.#forms[id]!.text.startsWith(prefix),
    )
  }
}

/** The lowest count of which no more than `most` are kept, or the highest there is. */
function leastToKeep(histogram: Int32Array, most: number): number {
  let kept = 0
  for (let count = histogram.length - 1; count > 0; count -= 1) {
    kept += histogram[count]!
    if (kept > most) return histogram[count] === kept ? count : count + 1
  }
  return 0
}

function trigramsOf(word: string): number[] {
  const padded = ` ${word} `
  const codes: number[] = []
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const code = trigramCode(padded[at]!, padded[at + 1]!, padded[at + 2]!)
    if (!codes.includes(code)) codes.push(code)
  }
  return codes
}

function trigramCode(a: string, b: string, c: string): number {
  return (
    (a.charCodeAt(0) & 1023) * 1048576 + (b.charCodeAt(0) & 1023) * 1024 + (c.charCodeAt(0) & 1023)
  )
}
