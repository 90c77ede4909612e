// Sets of letters as the bits of a number. Several letters may share a bit, so that these never
// call two words strangers that are not; most strangers they tell apart before any letter is compared.

export function letterBits(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

export function pairBits(word: string): number {
  let bits = 0
  for (let at = 1; at < word.length; at += 1) {
    bits |= 1 << ((7 * word.charCodeAt(at - 1) + word.charCodeAt(at)) & 31)
  }
  return bits
}

/** False where more than one edit parts two words with these letters: an edit changes one letter. */
export function mayBeOneEdit(a: number, b: number): boolean {
  return withoutLowest(a & ~b) === 0 && withoutLowest(b & ~a) === 0
}

export function mayBeTwoEdits(a: number, b: number): boolean {
  return withoutLowest(withoutLowest(a & ~b)) === 0 && withoutLowest(withoutLowest(b & ~a)) === 0
}

/** No fewer than the letter pairs that two words share, which have so many pairs in all. */
export function mostShared(a: number, pairsInA: number, b: number, pairsInB: number): number {
  return Math.min(pairsInA - count(a & ~b), pairsInB - count(b & ~a))
}

function withoutLowest(bits: number): number {
  return bits & (bits - 1)
}

function count(bits: number): number {
  let left = bits
  left -= (left >>> 1) & 0x55555555
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
