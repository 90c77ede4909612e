import type { RegisterName } from './match.ts'
import { type Clue, NameRanking } from './name-ranking.ts'
import type { NameTable } from './name-table.ts'
import type { NameReading } from './read-name.ts'
import { NOT_IN_TABLE } from './word-form.ts'
import type { WordTable } from './word-table.ts'

/** A word of this many names is not taken for a slip of another. */
const COMMON = 40

/** Finds the names worth aligning. One of these belongs to one table and is not shared. */
export class CandidateFinder {
  readonly #table: NameTable
  readonly #ranking: NameRanking

  constructor(table: NameTable) {
    this.#table = table
    this.#ranking = new NameRanking(table)
  }

  /** Slots of all names that are spelt as what is asked, spaces aside. */
  printed(
    readings: readonly NameReading[],
    isEligible: (name: RegisterName) => boolean,
  ): readonly number[] {
    const found = new Set<number>()
    for (const { joined } of readings) {
      for (const slot of this.#table.byJoined.get(joined)) found.add(slot)
    }
    return [...found].filter((slot) => isEligible(this.#table.at(slot)!.name))
  }

  /** Slots of the `most` likeliest names, likeliest first, and of all that are spelt or sound equal. */
  find(
    readings: readonly NameReading[],
    acronyms: ReadonlySet<string>,
    most: number,
    isEligible: (name: RegisterName) => boolean,
  ): readonly number[] {
    const sure = new Set<number>()
    let isPrinted = false
    for (const reading of readings) {
      for (const slot of this.#table.byJoined.get(reading.joined)) {
        sure.add(slot)
        isPrinted ||= isEligible(this.#table.at(slot)!.name)
      }
      const sound = this.#table.words.reader.sound(reading.joined)
      for (const slot of this.#table.bySound.get(sound, 200)) sure.add(slot)
    }
    for (const acronym of acronyms) {
      for (const slot of this.#table.byInitials.get(acronym, 50)) sure.add(slot)
    }
    // A name typed as printed needs no slips excused; its neighbours share whole words with it.
    const ranked = this.#ranking.rank(this.#clues(readings[readings.length - 1]!.words, !isPrinted))
    const found = [...sure].filter((slot) => isEligible(this.#table.at(slot)!.name))
    let left = most
    for (const slot of ranked) {
      if (left === 0) break
      if (sure.has(slot) || !isEligible(this.#table.at(slot)!.name)) continue
      found.push(slot)
      left -= 1
    }
    return found
  }

  #clues(words: readonly string[], seekSlips: boolean): Clue[] {
    const table = this.#table.words
    const clues: Clue[] = []
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!
      const form = table.read(word)
      const id = form.id === NOT_IN_TABLE ? undefined : form.id
      if (id !== undefined) this.#add(clues, at, id, 1)
      for (const other of table.soundingLike(form.sound))
        if (other !== id) this.#add(clues, at, other, 0.95)
      const canonical = form.canonical === word ? undefined : table.id(form.canonical)
      if (canonical !== undefined) this.#add(clues, at, canonical, 0.97)
      for (let count = 2; count <= 3 && at + count <= words.length; count += 1) {
        const sound = table.reader.sound(words.slice(at, at + count).join(''))
        for (const other of table.soundingLike(sound)) this.#add(clues, at, other, 0.95 * count)
      }
      // A word of many names is hardly a slip for another, and looking for one costs most.
      if (!seekSlips || table.countOf(form) >= COMMON) continue
      for (const similar of table.similarTo(form)) {
        if (similar.id !== id) this.#add(clues, at, similar.id, similar.closeness * 0.9)
      }
      if (id === undefined && word.length >= 6) this.#addParts(clues, word, at)
    }
    return clues
  }

  // A method, since tsx names every closure that a variable holds each time that one is made.
  #add(clues: Clue[], group: number, wordId: number, closeness: number): void {
    const { words } = this.#table
    const names = words.namesWith(wordId).length
    if (names === 0) return
    clues.push({ group, wordId, gain: closeness * words.weightOfCount(names), names })
  }

  /** Words that a glued word begins or ends with, and what resembles the rest of it. */
  #addParts(clues: Clue[], word: string, group: number): void {
    const { words } = this.#table
    // The parts of one word explain different letters, so each has a group of its own.
    const right = group + 100
    let restIsSought = true
    for (let cut = 2; cut <= word.length - 2; cut += 1) {
      const leftId = words.id(word.slice(0, cut))
      const rightId = words.id(word.slice(cut))
      const whole = leftId !== undefined && rightId !== undefined
      if (leftId !== undefined && (whole || cut >= 4))
        this.#add(clues, group, leftId, whole ? 0.9 : 0.5)
      if (rightId !== undefined && (whole || word.length - cut >= 4)) {
        this.#add(clues, right, rightId, whole ? 0.9 : 0.5)
        if (whole || !restIsSought) continue
        restIsSought = false
        for (const { id, closeness } of words.similarTo(words.read(word.slice(0, cut)))) {
          this.#add(clues, group, id, closeness * 0.8)
        }
      }
    }
  }
}

/** What in the question may be a name's initials: short, and no word that names are made of. */
export function acronymsIn(
  readings: readonly NameReading[],
  table: WordTable,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { words, ownAcronyms } of readings) {
    for (const acronym of ownAcronyms) found.add(acronym)
    for (const word of words) {
      const fits = word.length >= 2 && word.length <= 7
      if (
        fits &&
        (words.length === 1 || (word.length > 2 && table.countOf(table.read(word)) === 0))
      )
        found.add(word)
    }
  }
  return found
}
