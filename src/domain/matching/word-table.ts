import type { Vocabulary } from './align.ts'
import { compare } from './compare.ts'
import { Postings } from './postings.ts'
import { type SimilarWord, SimilarWords } from './similar-words.ts'
import { NOT_IN_TABLE, type WordForm, type WordReader } from './word-form.ts'

/** Shorter pieces make words by chance. */
const SHORTEST_PART = 4
/** Words whose likes are remembered: they are the register's own, never what was typed. */
const MOST_REMEMBERED = 2_000
/** Even the commonest word tells something. */
const LEAST_WEIGHT = 0.08

/** Every word of the names held, with how many names hold it and which words it resembles. */
export class WordTable implements Vocabulary {
  readonly reader: WordReader
  readonly #ids = new Map<string, number>()
  readonly #forms: WordForm[] = []
  readonly #names: Postings[] = []
  readonly #bySound = new Map<string, number[]>()
  readonly #similar = new SimilarWords()
  /** What words of names resemble, as far as it was asked since names last changed. */
  readonly #similarTo = new Map<number, readonly SimilarWord[]>()
  #similarAt = 0
  /** Words of the question that no name holds, and its words joined. */
  readonly #readNow = new Map<string, WordForm>()
  #nameCount = 0
  #changes = 0
  readonly #weightByCount = new Float64Array(256)
  #weighedFor = -1

  readonly #isHeld = (id: number): boolean => this.#names[id]!.length > 0

  constructor(reader: WordReader) {
    this.reader = reader
  }

  /** Another number whenever weights may be other ones. */
  get changes(): number {
    return this.#changes
  }

  get nameCount(): number {
    return this.#nameCount
  }

  /** Records that the name at `slot` holds these words. */
  addName(slot: number, words: readonly string[]): readonly WordForm[] {
    this.#nameCount += 1
    this.#changes += 1
    const forms = words.map((word) => this.#heldForm(word) ?? this.#addWord(word))
    for (const { id } of new Set(forms)) this.#names[id]!.push(slot)
    return forms
  }

  removeName(slot: number, words: readonly WordForm[]): void {
    this.#nameCount -= 1
    this.#changes += 1
    for (const { id } of new Set(words)) this.#names[id]!.delete(slot)
  }

  #heldForm(text: string): WordForm | undefined {
    const id = this.#ids.get(text)
    return id === undefined ? undefined : this.#forms[id]
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

  /** How many names hold the word. */
  readonly countOf = ({ id }: WordForm): number =>
    id === NOT_IN_TABLE ? 0 : this.#names[id]!.length

  /** True for a word of any name, for a known word, and for two of them glued together. */
  readonly isWord = (text: string): boolean => this.#isSingleWord(text) || this.#isCompound(text)

  #isSingleWord(text: string): boolean {
    const held = this.#heldForm(text)
    return (held !== undefined && this.countOf(held) > 0) || this.reader.isKnown(text)
  }

  #isCompound(text: string): boolean {
    for (let cut = SHORTEST_PART; cut <= text.length - SHORTEST_PART; cut += 1) {
      if (this.#isSingleWord(text.slice(0, cut)) && this.#isSingleWord(text.slice(cut))) return true
    }
    return false
  }

  /** Called before each question: nothing of the last one is kept. */
  forgetQuestion(): void {
    this.#readNow.clear()
  }

  /** How telling a word is, 0..1: rare words tell more. */
  readonly weightOf = (word: WordForm): number => {
    const count = this.countOf(word)
    // A word never seen may be a slip of a common one, so it weighs less than a rare one.
    return count === 0 ? 0.9 : this.weightOfCount(count)
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
    const known = this.#heldForm(text) ?? this.#readNow.get(text)
    if (known !== undefined) return known
    const form = this.reader.read(text, NOT_IN_TABLE)
    this.#readNow.set(text, form)
    return form
  }

  /** Words with the same sound. */
  soundingLike(sound: string): readonly number[] {
    return this.#bySound.get(sound) ?? []
  }

  /** Words of names with letters in common, likest first. */
  similarTo(form: WordForm): readonly SimilarWord[] {
    if (form.id === NOT_IN_TABLE) return this.#similar.find(form, this.#isHeld)
    if (this.#similarAt !== this.#changes || this.#similarTo.size >= MOST_REMEMBERED) {
      this.#similarTo.clear()
      this.#similarAt = this.#changes
    }
    const known = this.#similarTo.get(form.id)
    if (known !== undefined) return known
    const found = this.#similar.find(form, this.#isHeld)
    this.#similarTo.set(form.id, found)
    return found
  }

  /** Words of names that begin with `prefix`, those in most names first. */
  beginningWith(prefix: string, limit: number): readonly number[] {
    return this.#similar
      .beginningWith(prefix)
      .filter(this.#isHeld)
      .sort(
        (a, b) =>
          this.#names[b]!.length - this.#names[a]!.length ||
          compare(this.#forms[a]!.text, this.#forms[b]!.text),
      )
      .slice(0, limit)
  }

  #addWord(text: string): WordForm {
    const id = this.#forms.length
    const form = this.reader.read(text, id)
    this.#ids.set(text, id)
    this.#forms.push(form)
    this.#similar.add(id, form)
    this.#names.push(new Postings())
    const sounding = this.#bySound.get(form.sound)
    if (sounding === undefined) this.#bySound.set(form.sound, [id])
    else sounding.push(id)
    return form
  }
}
