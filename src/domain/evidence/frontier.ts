import type { Hash, Sha256 } from './hash.ts'
import { hashOfSubtrees, nodeHash, type Subtree } from './merkle-tree.ts'
import { TILE_WIDTH } from './tile.ts'

const LEVELS_A_TILE = 8

/** A tile of hashes with every complete subtree that lies above them. */
export interface HashTile {
  readonly level: number
  readonly index: number
  readonly hashes: readonly Hash[]
  readonly subtrees: readonly (Subtree & { readonly hash: Hash })[]
}

/** Where a tree can be continued: its size, and the hashes of each level that no full tile holds yet. */
export interface Edge {
  readonly size: number
  readonly tiles: readonly (readonly Hash[])[]
}

export const EMPTY_EDGE: Edge = { size: 0, tiles: [] }

/** Grows a tree leaf by leaf, keeping only its right edge, and hands out each tile that becomes full. */
export class Frontier {
  readonly #sha256: Sha256
  readonly #onFull: (tile: HashTile) => void
  readonly #tiles: Hash[][]
  #size: number

  constructor(
    sha256: Sha256,
    onFull: (tile: HashTile) => void = () => {},
    from: Edge = EMPTY_EDGE,
  ) {
    this.#sha256 = sha256
    this.#onFull = onFull
    this.#tiles = from.tiles.map((hashes) => [...hashes])
    this.#size = from.size
  }

  get size(): number {
    return this.#size
  }

  append(leaf: Hash): void {
    this.#push(0, leaf)
    this.#size++
  }

  root(): Hash {
    const hashes = this.#tiles.toReversed().flatMap((tile) => this.#largestSubtrees(tile))
    return hashOfSubtrees(this.#sha256, hashes)
  }

  /** The tiles at the right edge that are not full, the lowest level first. */
  partialTiles(): HashTile[] {
    return this.#tiles.flatMap((hashes, level) =>
      hashes.length === 0 ? [] : this.#tile(level, this.#size, hashes),
    )
  }

  /** Where to go on later: at the last full tile of leaves, so that younger entries are read again. */
  edge(): Edge {
    const [leaves = [], ...above] = this.#tiles
    return { size: this.#size - leaves.length, tiles: [[], ...above.map((tile) => [...tile])] }
  }

  #push(level: number, hash: Hash): void {
    this.#tiles[level] ??= []
    const hashes = this.#tiles[level]
    hashes.push(hash)
    if (hashes.length < TILE_WIDTH) return
    const tile = this.#tile(level, this.#size, hashes)
    this.#onFull(tile)
    this.#tiles[level] = []
    this.#push(level + 1, tile.subtrees.at(-1)!.hash)
  }

  #tile(level: number, size: number, hashes: readonly Hash[]): HashTile {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1))
    return { level, index, hashes, subtrees: this.#subtreesAbove(level, index, hashes) }
  }

  #subtreesAbove(level: number, index: number, hashes: readonly Hash[]): HashTile['subtrees'] {
    const subtrees: (Subtree & { hash: Hash })[] = []
    let below = hashes
    for (let height = 1; below.length > 1; height++) {
      const above: Hash[] = []
      for (let at = 0; at + 1 < below.length; at += 2) {
        above.push(nodeHash(this.#sha256, below[at]!, below[at + 1]!))
      }
      const first = (index * TILE_WIDTH) / 2 ** height
      for (const [at, hash] of above.entries()) {
        subtrees.push({ level: level * LEVELS_A_TILE + height, index: first + at, hash })
      }
      below = above
    }
    return subtrees
  }

  /** The hashes of a tile as the fewest complete subtrees, the largest first. */
  #largestSubtrees(hashes: readonly Hash[]): Hash[] {
    const subtrees: Hash[] = []
    for (let from = 0, width = TILE_WIDTH; width > 0; width /= 2) {
      if ((hashes.length & width) === 0) continue
      subtrees.push(this.#complete(hashes.slice(from, from + width)))
      from += width
    }
    return subtrees
  }

  #complete(hashes: readonly Hash[]): Hash {
    if (hashes.length === 1) return hashes[0]!
    const middle = hashes.length / 2
    return nodeHash(
      this.#sha256,
      this.#complete(hashes.slice(0, middle)),
      this.#complete(hashes.slice(middle)),
    )
  }
}
