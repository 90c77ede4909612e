import type { Vocabulary } from './align.ts'
import { Postings } from './postings.ts'
import { isWithinTwoEdits, pairSimilarity, singleEdit } from './single-edit.ts'
import type { WordForm, WordReader } from './word-form.ts'
import { type Relation, relate } from './word-pair.ts'

export interface SimilarWord {
  readonly id: number
  readonly closeness: number
}

const STRANGERS: Relation = { relation: 'different_word', closeness: -1 }
/** Shorter pieces make words by chance. */
const SHORTEST_PART = 4
/** Even the commonest word tells something. */
const LEAST_WEIGHT = 0.08
/** Comparing letter by letter costs most, so only the words with most letter groups in common. */
const MOST_COMPARED = 150
const MOST_SIMILAR_WORDS = 12
/** Least share of letters in common for a word to be worth looking its names up. */
const LEAST_SIMILARITY = 0.4

/** Every word of the names held, with how many names hold it and which words it resembles. */
export class WordTable implements Vocabulary {
  readonly reader: WordReader
  readonly #ids = new Map<string, number>()
  readonly #forms: WordForm[] = []
  readonly #names: Postings[] = []
  readonly #bySound = new Map<string, number[]>()
  readonly #byTrigram = new Map<number, Postings>()
  readonly #related = new Map<WordForm, Map<WordForm, Relation>>()
  #counts = new Uint8Array(1024)
  #lengths = new Uint8Array(1024)
  #nameCount = 0
  readonly #weightByCount = new Float64Array(256)
  #weighedFor = -1

  constructor(reader: WordReader) {
    this.reader = reader
  }

  get nameCount(): number {
    return this.#nameCount
  }

  /** Records that the name at `slot` holds these words; answers their ids. */
  addName(slot: number, words: readonly string[]): number[] {
    this.#nameCount += 1
    const ids = words.map((word) => this.#ids.get(word) ?? this.#addWord(word))
    for (const id of new Set(ids)) this.#names[id]!.push(slot)
    return ids
  }

  removeName(slot: number, ids: readonly number[]): void {
    this.#nameCount -= 1
    for (const id of new Set(ids)) this.#names[id]!.delete(slot)
  }

  id(text: string): number | undefined {
    return this.#ids.get(text)
  }

  form(id: number): WordForm {
    return this.#forms[id]!
  }

  namesWith(id: number): Postings {
    return this.#names[id]!
  }

  nameCountOf(text: string): number {
    const id = this.#ids.get(text)
    return id === undefined ? 0 : this.#names[id]!.length
  }

  /** True for a word of any name, for a known word, and for two of them glued together. */
  readonly isWord = (text: string): boolean => this.#isSingleWord(text) || this.#isCompound(text)

  #isSingleWord(text: string): boolean {
    return this.nameCountOf(text) > 0 || this.reader.isKnown(text)
  }

  #isCompound(text: string): boolean {
    for (let cut = SHORTEST_PART; cut <= text.length - SHORTEST_PART; cut += 1) {
      if (this.#isSingleWord(text.slice(0, cut)) && this.#isSingleWord(text.slice(cut))) return true
    }
    return false
  }

  /** Remembers the words of one question against the words of all its candidates. */
  relate(typed: WordForm, meant: WordForm): Relation | undefined {
    if (typed === meant) return relate(typed, meant, this.isWord)
    let known = this.#related.get(typed)
    if (known === undefined) {
      known = new Map()
      this.#related.set(typed, known)
    }
    const found = known.get(meant)
    if (found !== undefined) return found === STRANGERS ? undefined : found
    const relation = relate(typed, meant, this.isWord)
    known.set(meant, relation ?? STRANGERS)
    return relation
  }

  /** Called before each question: what is a word may have changed since the last. */
  forgetRelations(): void {
    this.#related.clear()
  }

  weight(text: string): number {
    const count = this.nameCountOf(text)
    // A word never seen may be a slip of a common one, so it weighs less than a rare one.
    if (count === 0) return 0.9
    return this.weightOfCount(count)
  }

  weightOfCount(count: number): number {
    if (this.#weighedFor !== this.#nameCount) {
      this.#weightByCount.fill(0)
      this.#weighedFor = this.#nameCount
    }
    const known = this.#weightByCount[count]
    if (known !== undefined && known > 0) return known
    const all = this.#nameCount + 1
    const weight = Math.max(LEAST_WEIGHT, Math.log(all / count) / Math.log(all + 1))
    this.#weightByCount[count] = weight
    return weight
  }

  read(text: string): WordForm {
    const id = this.#ids.get(text)
    return id === undefined ? this.reader.read(text) : this.#forms[id]!
  }

  /** Words with the same sound. */
  soundingLike(sound: string): readonly number[] {
    return this.#bySound.get(sound) ?? []
  }

  /** Words of names with letters in common, likest first. */
  similarTo(form: WordForm): readonly SimilarWord[] {
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
      if (shared < enough || this.#names[id]!.length === 0) continue
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

  /** Words of names that begin with `prefix`, those in most names first. */
  beginningWith(prefix: string, limit: number): readonly number[] {
    const found: number[] = []
    if (prefix.length >= 2) {
      for (const id of this.#byTrigram.get(trigramCode(' ', prefix[0]!, prefix[1]!))?.items ?? []) {
        const form = this.#forms[id]
        if (form?.text.startsWith(prefix) && this.#names[id]!.length > 0) found.push(id)
      }
    }
    return [...new Set(found)]
      .sort(
        (a, b) =>
          this.#names[b]!.length - this.#names[a]!.length ||
          compare(this.#forms[a]!.text, this.#forms[b]!.text),
      )
      .slice(0, limit)
  }

  #addWord(text: string): number {
    const id = this.#forms.length
    const form = this.reader.read(text)
    this.#ids.set(text, id)
    this.#forms.push(form)
    if (this.#lengths.length <= id) {
      const longer = new Uint8Array(this.#lengths.length * 2)
      longer.set(this.#lengths)
      this.#lengths = longer
    }
    this.#lengths[id] = form.sound.length
    this.#names.push(new Postings())
    const sounding = this.#bySound.get(form.sound)
    if (sounding === undefined) this.#bySound.set(form.sound, [id])
    else sounding.push(id)
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
    return id
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

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
