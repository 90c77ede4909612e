import { isVowel } from './letter-folds.ts'

export type SingleEdit =
  | { readonly kind: 'insertion'; readonly at: number; readonly typed: string }
  | { readonly kind: 'deletion'; readonly at: number; readonly meant: string }
  | {
      readonly kind: 'substitution'
      readonly at: number
      readonly typed: string
      readonly meant: string
    }
  | { readonly kind: 'transposition'; readonly at: number }

/** The one edit that turns `meant` into `typed`, or undefined when none or more are needed. */
export function singleEdit(typed: string, meant: string): SingleEdit | undefined {
  const difference = typed.length - meant.length
  if (difference < -1 || difference > 1) return undefined
  let at = 0
  const shorter = Math.min(typed.length, meant.length)
  while (at < shorter && typed.charCodeAt(at) === meant.charCodeAt(at)) at += 1
  if (difference === 0) {
    if (at === typed.length) return undefined
    if (endAlike(typed, at + 1, meant)) {
      return { kind: 'substitution', at, typed: typed[at]!, meant: meant[at]! }
    }
    const swapped =
      typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && endAlike(typed, at + 2, meant)
    return swapped ? { kind: 'transposition', at } : undefined
  }
  if (difference === 1) {
    return endAlike(typed, at + 1, meant) ? { kind: 'insertion', at, typed: typed[at]! } : undefined
  }
  return endAlike(typed, at, meant) ? { kind: 'deletion', at, meant: meant[at]! } : undefined
}

/** True when `b` ends with all that `a` has from `from` on. From the end, where strangers part first. */
function endAlike(a: string, from: number, b: string): boolean {
  for (let at = a.length - 1, other = b.length - 1; at >= from; at -= 1, other -= 1) {
    if (a.charCodeAt(at) !== b.charCodeAt(other)) return false
  }
  return true
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const NEIGHBOURS = new Set(
  KEYBOARD.flatMap((row, y) =>
    [...row].flatMap((key, x) => [
      row[x + 1] === undefined ? '' : key + row[x + 1],
      // The row below lies half a key to the right: key x touches x - 1 and x.
      KEYBOARD[y + 1]?.[x - 1] === undefined ? '' : key + KEYBOARD[y + 1]![x - 1],
      KEYBOARD[y + 1]?.[x] === undefined ? '' : key + KEYBOARD[y + 1]![x],
    ]),
  ).filter((pair) => pair !== ''),
)

// Sounds that the ear takes for one another.
const HEARD_ALIKE = new Set([
  'bp',
  'dt',
  'gk',
  'fv',
  'fp',
  'pv',
  'sz',
  'jz',
  'cs',
  'kq',
  'mn',
  'lr',
])

/** True when a hand or an ear makes this edit easily. */
export function isPlausibleSlip(edit: SingleEdit, length: number): boolean {
  if (edit.at === 0) return false
  if (edit.kind !== 'substitution') return true
  const { typed, meant } = edit
  if (NEIGHBOURS.has(typed + meant) || NEIGHBOURS.has(meant + typed)) return true
  const pair = typed < meant ? typed + meant : meant + typed
  if (HEARD_ALIKE.has(pair)) return true
  // A last vowel tells words apart (putra, putri; dewa, dewi), so only an inner one may slip.
  return isVowel(typed) && isVowel(meant) && edit.at < length - 1
}

const MOST_LETTERS = 64
// The last three rows of the table of distances, used again for each pair of words.
let rowBefore = new Uint8Array(MOST_LETTERS + 1)
let rowAbove = new Uint8Array(MOST_LETTERS + 1)
let rowHere = new Uint8Array(MOST_LETTERS + 1)

/** True when two slips or fewer turn one word into the other (insert, lose, change or swap). */
export function isWithinTwoEdits(a: string, b: string): boolean {
  if (a.length > b.length) return isWithinTwoEdits(b, a)
  if (b.length - a.length > 2 || b.length > MOST_LETTERS) return false
  for (let i = 0; i <= a.length; i += 1) rowAbove[i] = Math.min(i, 3)
  for (let j = 1; j <= b.length; j += 1) {
    // Beyond two letters from the diagonal there are three slips at least.
    const from = Math.max(1, j - 2)
    const to = Math.min(a.length, j + 2)
    rowHere[from - 1] = from === 1 ? Math.min(j, 3) : 3
    let least = rowHere[from - 1]!
    const letter = b.charCodeAt(j - 1)
    for (let i = from; i <= to; i += 1) {
      const above = i === j + 2 ? 3 : rowAbove[i]!
      const changed = rowAbove[i - 1]! + (a.charCodeAt(i - 1) === letter ? 0 : 1)
      let cost = Math.min(above + 1, rowHere[i - 1]! + 1, changed, 3)
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === letter
      if (isSwap) cost = Math.min(cost, rowBefore[i - 2]! + 1)
      rowHere[i] = cost
      if (cost < least) least = cost
    }
    if (least > 2) return false
    const spare = rowBefore
    rowBefore = rowAbove
    rowAbove = rowHere
    rowHere = spare
  }
  return rowAbove[a.length]! <= 2
}

/** 2 × shared letter pairs ÷ all letter pairs: 0 for strangers, 1 for the same word. */
export function pairSimilarity(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  let shared = 0
  let used = 0
  const bLast = b.length - 1
  for (let i = 0; i < a.length - 1; i += 1) {
    for (let j = 0; j < bLast && j < 30; j += 1) {
      const free = (used & (1 << j)) === 0
      if (
        free &&
        a.charCodeAt(i) === b.charCodeAt(j) &&
        a.charCodeAt(i + 1) === b.charCodeAt(j + 1)
      ) {
        used |= 1 << j
        shared += 1
        break
      }
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
