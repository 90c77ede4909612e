import { compare } from './compare.ts'
import type { NameTable } from './name-table.ts'

/** A word of names worth looking up, and how well it fits the question. */
export interface Clue {
  /** Clues of one group explain the same words of the question, so only the best counts. */
  readonly group: number
  readonly wordId: number
  readonly gain: number
  readonly names: number
}

/** Look-ups stop here; words in more names than that hardly tell names apart. */
const MOST_POSTINGS = 400_000
const SHORTLIST = 48
/** Where too many names are alike. */
const LONGEST_SHORTLIST = 2 * SHORTLIST
/** Names whose clues say less than this share of the best one's are not aligned … */
const LEAST_OF_BEST = 0.4
/** … beyond the first few. */
const ALWAYS_KEPT = 6

/** Orders names by what clues say of them. One of these belongs to one table and is not shared. */
export class NameRanking {
  readonly #table: NameTable
  // Scratch of one question, used again for the next, since a list a question costs more than all
  // else here. Scores are zero between questions.
  #scores = new Float32Array(1024)
  #lastGroup = new Int16Array(1024)
  #lastGain = new Float32Array(1024)
  #touched = new Int32Array(1024)
  readonly #shortlist = new Int32Array(LONGEST_SHORTLIST)

  constructor(table: NameTable) {
    this.#table = table
  }

  /** The slots of the likeliest names, likeliest first. */
  rank(clues: Clue[]): readonly number[] {
    this.#makeRoom()
    const found = this.#addUp(clues)
    const best = this.#likeliest(this.#shorten(found))
    for (let at = 0; at < found; at += 1) this.#scores[this.#touched[at]!] = 0
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

  /** Scores every name that a clue leads to; answers how many. */
  #addUp(clues: Clue[]): number {
    // The whole order is fixed, so that sums do not depend on the order of the register.
    clues.sort((a, b) => a.names - b.names || b.gain - a.gain || a.group - b.group)
    const scores = this.#scores
    const lastGroup = this.#lastGroup
    const lastGain = this.#lastGain
    const touched = this.#touched
    let found = 0
    let looked = 0
    for (const { group, wordId, gain, names } of clues) {
      looked += names
      if (looked > MOST_POSTINGS && found > 0) break
      const { items } = this.#table.words.namesWith(wordId)
      for (let at = 0; at < names; at += 1) {
        const slot = items[at]!
        if (scores[slot] === 0) {
          touched[found] = slot
          found += 1
          lastGroup[slot] = -1
        }
        if (lastGroup[slot] !== group) {
          scores[slot]! += gain
          lastGroup[slot] = group
          lastGain[slot] = gain
        } else if (gain > lastGain[slot]!) {
          scores[slot]! += gain - lastGain[slot]!
          lastGain[slot] = gain
        }
      }
    }
    return found
  }

  /** Puts the names of highest score on the shortlist; answers how many. */
  #shorten(found: number): number {
    const touched = this.#touched
    const cut =
      found > SHORTLIST ? nthLargest(touched.subarray(0, found), this.#scores, SHORTLIST) : 0
    let kept = 0
    for (let at = 0; at < found; at += 1) {
      const slot = touched[at]!
      if (this.#scores[slot]! < cut) continue
      if (kept === LONGEST_SHORTLIST) return this.#shortenByAlphabet(found, cut)
      this.#shortlist[kept] = slot
      kept += 1
    }
    return kept
  }

  /** Where too many are alike, the alphabet decides, never the order of the register. */
  #shortenByAlphabet(found: number, cut: number): number {
    const scores = this.#scores
    const shortlist = this.#shortlist
    let kept = 0
    for (let at = 0; at < found; at += 1) {
      const slot = this.#touched[at]!
      if (scores[slot]! < cut) continue
      let low = 0
      let high = kept
      if (kept === LONGEST_SHORTLIST && !this.#isBefore(slot, shortlist[kept - 1]!, scores))
        continue
      while (low < high) {
        const middle = (low + high) >>> 1
        if (this.#isBefore(slot, shortlist[middle]!, scores)) high = middle
        else low = middle + 1
      }
      shortlist.copyWithin(low + 1, low, kept)
      shortlist[low] = slot
      if (kept < LONGEST_SHORTLIST) kept += 1
    }
    return kept
  }

  /** Orders the shortlist by score and by how little of the name is left over. */
  #likeliest(count: number): readonly number[] {
    const scores = this.#scores
    const shortlist = this.#shortlist
    const values = this.#lastGain
    for (let at = 0; at < count; at += 1) {
      const slot = shortlist[at]!
      values[slot] = scores[slot]! / (0.6 + 0.25 * this.#table.weightAt(slot))
    }
    const likeliest: number[] = []
    for (let at = 0; at < count; at += 1) {
      let best = at
      for (let other = at + 1; other < count; other += 1) {
        if (this.#isBefore(shortlist[other]!, shortlist[best]!, values)) best = other
      }
      const slot = shortlist[best]!
      shortlist.copyWithin(at + 1, at, best)
      shortlist[at] = slot
      const least = LEAST_OF_BEST * values[shortlist[0]!]!
      if (at >= ALWAYS_KEPT && values[slot]! < least) break
      likeliest.push(slot)
    }
    return likeliest
  }

  #isBefore(a: number, b: number, values: Float32Array): boolean {
    const ahead = values[a]! - values[b]!
    if (ahead !== 0) return ahead > 0
    return compare(this.#table.at(a)!.joined, this.#table.at(b)!.joined) < 0
  }
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
