import { type Hash, isHash, isSameBytes, type Sha256 } from './hash.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Entries from `from` to before `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A complete subtree: the 2^level entries from index * 2^level on. Level 0 is a leaf. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

export const leafHash = (sha256: Sha256, entry: Uint8Array): Hash => sha256(LEAF, entry)
export const nodeHash = (sha256: Sha256, left: Hash, right: Hash): Hash => sha256(NODE, left, right)

/** The hash of subtrees that lie side by side, the largest first (RFC 6962, 2.1). */
export function hashOfSubtrees(sha256: Sha256, hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return sha256()
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
}

/** The complete subtrees that a range of a tree is made of, from left to right. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++
    subtrees.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return subtrees
}

/** The ranges whose hashes prove that a tree of `size` entries holds entry `index`, leaf's side first. */
export function inclusionRanges(index: number, size: number): Range[] {
  return path({ from: 0, to: size }, index)
}

function path(tree: Range, index: number): Range[] {
  if (tree.to - tree.from === 1) return []
  const [left, right] = halves(tree)
  return index < right.from ? [...path(left, index), right] : [...path(right, index), left]
}

/**
 * The ranges whose hashes prove that a tree of `to` entries begins with the tree of `from` entries,
 * of which there is at least one.
 */
export function consistencyRanges(from: number, to: number): Range[] {
  return rest({ from: 0, to }, from, true)
}

function rest(tree: Range, end: number, isKnown: boolean): Range[] {
  if (end === tree.to) return isKnown ? [] : [tree]
  const [left, right] = halves(tree)
  return end <= right.from
    ? [...rest(left, end, isKnown), right]
    : [...rest(right, end, false), left]
}

/** RFC 6962 splits at the largest power of two below the number of entries. */
function halves({ from, to }: Range): [Range, Range] {
  let width = 1
  while (width * 2 < to - from) width *= 2
  return [
    { from, to: from + width },
    { from: from + width, to },
  ]
}

export interface InclusionClaim {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly proof: readonly Hash[]
  readonly root: Hash
}

/** Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function isIncluded(sha256: Sha256, claim: InclusionClaim): boolean {
  const { leaf, index, size, proof, root } = claim
  if (index >= size || !isHash(root)) return false
  const walk = new Walk(index, size - 1)
  let hash = leaf
  for (const sibling of proof) {
    const side = walk.step()
    if (side === undefined) return false
    hash = side === 'left' ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling)
  }
  return walk.isAtRoot && isSameBytes(hash, root)
}

export interface ConsistencyClaim {
  readonly from: number
  readonly to: number
  readonly proof: readonly Hash[]
  readonly fromRoot: Hash
  readonly toRoot: Hash
}

/** Whether the proof shows that the larger tree begins with the smaller one (RFC 9162, 2.1.4.2). */
export function isConsistent(sha256: Sha256, claim: ConsistencyClaim): boolean {
  const { from, to, proof, fromRoot, toRoot } = claim
  // Every tree begins with the empty one: that proves nothing.
  if (from === 0 || from > to) return false
  if (from === to) return proof.length === 0 && isSameBytes(fromRoot, toRoot)

  const isPowerOfTwo = subtreesOf({ from: 0, to: from }).length === 1
  const [first, ...others] = isPowerOfTwo ? [fromRoot, ...proof] : proof
  if (first === undefined || proof.length === 0) return false
  const walk = new Walk(from - 1, to - 1)
  walk.skipRightEdges()
  let smaller = first
  let larger = first
  for (const sibling of others) {
    const side = walk.step()
    if (side === undefined) return false
    if (side === 'left') {
      smaller = nodeHash(sha256, sibling, smaller)
      larger = nodeHash(sha256, sibling, larger)
    } else {
      larger = nodeHash(sha256, larger, sibling)
    }
  }
  return walk.isAtRoot && isSameBytes(smaller, fromRoot) && isSameBytes(larger, toRoot)
}

/** The way up from an entry to the root, beside the way up from the last entry. */
class Walk {
  #at: number
  #last: number

  constructor(index: number, last: number) {
    this.#at = index
    this.#last = last
  }

  get isAtRoot(): boolean {
    return this.#last === 0
  }

  skipRightEdges(): void {
    while (this.#at % 2 === 1) this.#up()
  }

  /** The side on which the next sibling lies; undefined above the root. */
  step(): 'left' | 'right' | undefined {
    if (this.#last === 0) return undefined
    const isLeft = this.#at % 2 === 1 || this.#at === this.#last
    // At the right edge of an incomplete tree, levels without a sibling are passed over.
    if (isLeft) while (this.#at % 2 === 0 && this.#at !== 0) this.#up()
    this.#up()
    return isLeft ? 'left' : 'right'
  }

  #up(): void {
    this.#at = Math.floor(this.#at / 2)
    this.#last = Math.floor(this.#last / 2)
  }
}
