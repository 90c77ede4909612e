import type { Vocabulary } from './align.ts'
import { Postings } from './postings.ts'
import { pairSimilarity } from './single-edit.ts'
import type { WordForm, WordReader } from './word-form.ts'

export interface SimilarWord {
  readonly id: number
  readonly closeness: number
}

const MOST_SIMILAR_WORDS = 12
/** Least share of letters in common for a word to be worth looking its names up. */
const LEAST_SIMILARITY = 0.5

/** Every word of the names held, with how many names hold it and which words it resembles. */
export class WordTable implements Vocabulary {
  readonly reader: WordReader
  readonly #ids = new Map<string, number>()
  readonly #forms: WordForm[] = []
  readonly #names: Postings[] = []
  readonly #bySound = new Map<string, number[]>()
  readonly #byTrigram = new Map<number, Postings>()
  #counts = new Uint8Array(1024)
  #nameCount = 0

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

  readonly isWord = (text: string): boolean =>
    this.reader.isKnown(text) || this.nameCountOf(text) > 0

  weight(text: string): number {
    const count = this.nameCountOf(text)
    // A word never seen may be a slip of a common one, so it weighs less than a rare one.
    if (count === 0) return 0.9
    return this.weightOfCount(count)
  }

  weightOfCount(count: number): number {
    const all = this.#nameCount + 1
    return Math.max(0.08, Math.log(all / count) / Math.log(all + 1))
  }

  read(text: string): WordForm {
    const id = this.#ids.get(text)
    return id === undefined ? this.reader.read(text) : this.#forms[id]!
  }

  /** Words with the same sound. */
  soundingLike(form: WordForm): readonly number[] {
    return this.#bySound.get(form.sound) ?? []
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
    const trigrams = trigramsOf(key)
    for (const trigram of trigrams) {
      const words = this.#byTrigram.get(trigram)
      if (words === undefined) continue
      const { items, length } = words
      for (let at = 0; at < length; at += 1) {
        const id = items[at]!
        if (counts[id] === 0) touched.push(id)
        counts[id]! += 1
      }
    }
    const least = key.length <= 5 ? 1 : 2
    const found: SimilarWord[] = []
    for (const id of touched) {
      const shared = counts[id]!
      counts[id] = 0
      if (shared < least || this.#names[id]!.length === 0) continue
      const other = this.#forms[id]!.sound
      const closeness = pairSimilarity(key, other)
      if (closeness >= LEAST_SIMILARITY) found.push({ id, closeness })
    }
    return found
      .sort(
        (a, b) =>
          b.closeness - a.closeness || compare(this.#forms[a.id]!.text, this.#forms[b.id]!.text),
      )
      .slice(0, MOST_SIMILAR_WORDS)
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
