import { compare } from './compare.ts'
import type { NameTable } from './name-table.ts'
import type { NameReading } from './read-name.ts'
import { NOT_IN_TABLE } from './word-form.ts'
import type { WordTable } from './word-table.ts'

/** A word of names worth looking up, and how well it fits the question. */
interface Clue {
  /** Clues of one group explain the same words of the question, so only the best counts. */
  readonly group: number
  readonly wordId: number
  readonly gain: number
  readonly names: number
}

/** A word of this many names is not taken for a slip of another. */
const COMMON = 40
/** Look-ups stop here; words in more names than that hardly tell names apart. */
const MOST_POSTINGS = 400_000
const SHORTLIST = 48
/** Names whose clues say less than this share of the best one's are not aligned … */
const LEAST_OF_BEST = 0.4
/** … beyond the first few. */
const ALWAYS_KEPT = 6

/** Finds the names worth aligning. One of these belongs to one table and is not shared. */
export class CandidateFinder {
  readonly #table: NameTable
  #scores = new Float32Array(1024)
  #lastGroup = new Int16Array(1024)
  #lastGain = new Float32Array(1024)
  #touched = new Int32Array(1024)

  constructor(table: NameTable) {
    this.#table = table
  }

  /** Slots of all names that are spelt as what is asked, spaces aside. */
  printed(
    readings: readonly NameReading[],
    isEligible: (slot: number) => boolean,
  ): readonly number[] {
    const found = new Set<number>()
    for (const { joined } of readings) {
      for (const slot of this.#table.byJoined.get(joined)) found.add(slot)
    }
    return [...found].filter(isEligible)
  }

  /** Slots of the `most` likeliest names, likeliest first, and of all that are spelt or sound equal. */
  find(readings: readonly NameReading[], most: number, isEligible: (slot: number) => boolean) {
    const certain = new Set<number>()
    let isPrinted = false
    for (const reading of readings) {
      for (const slot of this.#table.byJoined.get(reading.joined)) {
        certain.add(slot)
        isPrinted ||= isEligible(slot)
      }
      const sound = this.#table.words.reader.sound(reading.joined)
      for (const slot of this.#table.bySound.get(sound, 200)) certain.add(slot)
    }
    const initials = new Set<number>()
    for (const acronym of acronymsIn(readings, this.#table.words)) {
      for (const slot of this.#table.byInitials.get(acronym, 50)) initials.add(slot)
    }
    // A name typed as printed needs no slips excused; its neighbours share whole words with it.
    const ranked = this.#rank(readings[readings.length - 1]!.words, !isPrinted)
    const found: number[] = []
    for (const slot of [...certain, ...initials]) if (isEligible(slot)) found.push(slot)
    let counted = 0
    for (const slot of ranked) {
      if (counted >= most) break
      if (certain.has(slot) || initials.has(slot)) continue
      if (!isEligible(slot)) continue
      found.push(slot)
      counted += 1
    }
    return found
  }

  #rank(words: readonly string[], seekSlips: boolean): readonly number[] {
    // The whole order is fixed, so that sums do not depend on the order of the register.
    const clues = this.#clues(words, seekSlips).sort(
      (a, b) => a.names - b.names || b.gain - a.gain || a.group - b.group,
    )
    this.#makeRoom()
    const scores = this.#scores
    const lastGroup = this.#lastGroup
    const lastGain = this.#lastGain
    const touched = this.#touched
    let found = 0
    let looked = 0
    for (const clue of clues) {
      looked += clue.names
      if (looked > MOST_POSTINGS && found > 0) break
      const { items } = this.#table.words.namesWith(clue.wordId)
      for (let at = 0; at < clue.names; at += 1) {
        const slot = items[at]!
        if (scores[slot] === 0) {
          touched[found] = slot
          found += 1
          lastGroup[slot] = -1
        }
        if (lastGroup[slot] !== clue.group) {
          scores[slot]! += clue.gain
          lastGroup[slot] = clue.group
          lastGain[slot] = clue.gain
        } else if (clue.gain > lastGain[slot]!) {
          scores[slot]! += clue.gain - lastGain[slot]!
          lastGain[slot] = clue.gain
        }
      }
    }
    const best = this.#bestOf(touched.subarray(0, found))
    for (let at = 0; at < found; at += 1) scores[touched[at]!] = 0
    return best
  }

  #makeRoom(): void {
    if (this.#scores.length >= this.#table.slotCount) return
    const room = this.#table.slotCount * 2
    this.#scores = new Float32Array(room)
    this.#lastGroup = new Int16Array(room)
    this.#lastGain = new Float32Array(room)
    this.#touched = new Int32Array(room)
  }

  /** Shortlists by score, then orders by score and by how little of the name is left over. */
  #bestOf(touched: Int32Array): readonly number[] {
    const scores = this.#scores
    const shortlist =
      touched.length > SHORTLIST
        ? this.#highest(touched, nthLargest(touched, scores, SHORTLIST), 2 * SHORTLIST)
        : Array.from(touched)
    const values = this.#lastGain
    for (const slot of shortlist) {
      values[slot] = scores[slot]! / (0.6 + 0.25 * this.#table.weightAt(slot))
    }
    const sorted = shortlist.sort(
      (a, b) =>
        values[b]! - values[a]! || compare(this.#table.at(a)!.joined, this.#table.at(b)!.joined),
    )
    const least = LEAST_OF_BEST * (values[sorted[0] ?? 0] ?? 0)
    const far = sorted.findIndex((slot, at) => at >= ALWAYS_KEPT && values[slot]! < least)
    return far < 0 ? sorted : sorted.slice(0, far)
  }

  /**
   * The `most` slots of highest score of those that reach `cut`. Where too many are alike, the
   * alphabet decides, never the order of the register; to sort them all would take most of the
   * time of a question.
   */
  #highest(touched: Int32Array, cut: number, most: number): number[] {
    const scores = this.#scores
    const byScore = (a: number, b: number) =>
      scores[b]! - scores[a]! || compare(this.#table.at(a)!.joined, this.#table.at(b)!.joined)
    let kept: number[] = []
    let last: number | undefined
    for (let at = 0; at < touched.length; at += 1) {
      const slot = touched[at]!
      if (scores[slot]! < cut) continue
      if (last !== undefined && byScore(last, slot) < 0) continue
      kept.push(slot)
      if (kept.length < 2 * most) continue
      kept = kept.sort(byScore).slice(0, most)
      last = kept[most - 1]
    }
    return kept.length > most ? kept.sort(byScore).slice(0, most) : kept
  }

  #clues(words: readonly string[], seekSlips: boolean): Clue[] {
    const table = this.#table.words
    const clues: Clue[] = []
    const add = (group: number, wordId: number, closeness: number) => {
      const names = table.namesWith(wordId).length
      if (names === 0) return
      clues.push({ group, wordId, gain: closeness * table.weightOfCount(names), names })
    }
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!
      const form = table.read(word)
      const id = form.id === NOT_IN_TABLE ? undefined : form.id
      if (id !== undefined) add(at, id, 1)
      for (const other of table.soundingLike(form.sound)) if (other !== id) add(at, other, 0.95)
      const canonical = form.canonical === word ? undefined : table.id(form.canonical)
      if (canonical !== undefined) add(at, canonical, 0.97)
      for (let count = 2; count <= 3 && at + count <= words.length; count += 1) {
        const sound = table.reader.sound(words.slice(at, at + count).join(''))
        for (const other of table.soundingLike(sound)) add(at, other, 0.95 * count)
      }
      // A word of many names is hardly a slip for another, and looking for one costs most.
      if (!seekSlips || table.countOf(form) >= COMMON) continue
      for (const similar of table.similarTo(form)) {
        if (similar.id !== id) add(at, similar.id, similar.closeness * 0.9)
      }
      if (id === undefined && word.length >= 6) this.#addParts(word, at, add)
    }
    return clues
  }

  /** Words that a glued word begins or ends with, and what resembles the rest of it. */
  #addParts(
    word: string,
    group: number,
    add: (group: number, wordId: number, closeness: number) => void,
  ): void {
    const { words } = this.#table
    // The parts of one word explain different letters, so each has a group of its own.
    const right = group + 100
    let restIsSought = true
    for (let cut = 2; cut <= word.length - 2; cut += 1) {
      const leftId = words.id(word.slice(0, cut))
      const rightId = words.id(word.slice(cut))
      const whole = leftId !== undefined && rightId !== undefined
      if (leftId !== undefined && (whole || cut >= 4)) add(group, leftId, whole ? 0.9 : 0.5)
      if (rightId !== undefined && (whole || word.length - cut >= 4)) {
        add(right, rightId, whole ? 0.9 : 0.5)
        if (whole || !restIsSought) continue
        restIsSought = false
        for (const { id, closeness } of words.similarTo(words.read(word.slice(0, cut)))) {
          add(group, id, closeness * 0.8)
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

/** The score that `count` of the slots reach, to within a fine grid: sorting all would be slow. */
function nthLargest(slots: Int32Array, scores: Float32Array, count: number): number {
  let highest = 0
  for (let at = 0; at < slots.length; at += 1) {
    const score = scores[slots[at]!]!
    if (score > highest) highest = score
  }
  GRID.fill(0)
  for (let at = 0; at < slots.length; at += 1) {
    GRID[Math.floor((scores[slots[at]!]! / highest) * 1024)]! += 1
  }
  let above = 0
  for (let at = 1024; at > 0; at -= 1) {
    above += GRID[at]!
    if (above >= count) return (at / 1024) * highest
  }
  return 0
}

const GRID = new Int32Array(1025)
