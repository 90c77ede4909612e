import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/domain/evidence/base64.ts'
import { Frontier, type HashTile } from '../../../src/domain/evidence/frontier.ts'
import { type Hash, isSameBytes } from '../../../src/domain/evidence/hash.ts'
import {
  consistencyRanges,
  hashOfSubtrees,
  inclusionRanges,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  type Range,
  type Subtree,
  subtreesOf,
} from '../../../src/domain/evidence/merkle-tree.ts'
import { encodeHashes, readTilePath, tilePath } from '../../../src/domain/evidence/tile.ts'
import { sha256 } from '../../../src/note-crypto.ts'
import golang from './vectors/golang-tlog.json' with { type: 'json' }
import transparencyDev from './vectors/transparency-dev-merkle.json' with { type: 'json' }

const SIZES = 300
const leaves = Array.from({ length: SIZES }, (_, n) => leafHash(sha256, Buffer.from(`leaf ${n}`)))
const nodes = new Map<string, Hash>()
function subtreeHash({ level, index }: Subtree): Hash {
  if (level === 0) return leaves[index]!
  const key = `${level}/${index}`
  const below = (at: number) => subtreeHash({ level: level - 1, index: at })
  const hash = nodes.get(key) ?? nodeHash(sha256, below(index * 2), below(index * 2 + 1))
  nodes.set(key, hash)
  return hash
}
const hashOf = (range: Range) => hashOfSubtrees(sha256, subtreesOf(range).map(subtreeHash))
const roots = Array.from({ length: SIZES + 1 }, (_, size) => hashOf({ from: 0, to: size }))
const root = (size: number) => roots[size]!
const inclusion = (index: number, size: number) => inclusionRanges(index, size).map(hashOf)
const consistency = (from: number, to: number) => consistencyRanges(from, to).map(hashOf)

/** The tree as RFC 6962, 2.1 writes it down, and nothing else. */
function rootByDefinition(entries: readonly Hash[]): Hash {
  if (entries.length <= 1) return entries[0] ?? sha256()
  let half = 1
  while (half * 2 < entries.length) half *= 2
  return nodeHash(
    sha256,
    rootByDefinition(entries.slice(0, half)),
    rootByDefinition(entries.slice(half)),
  )
}

function flipped(hash: Hash, bit: number): Hash {
  const other = Uint8Array.from(hash)
  other[bit >> 3]! ^= 1 << (bit & 7)
  return other
}

/** The list with one bit flipped: every bit of every hash in turn, or one that `turn` chooses. */
function* mutations(proof: readonly Hash[], turn: number, isThorough: boolean): Generator<Hash[]> {
  const bits = proof.length * 256
  if (bits === 0) return
  const chosen = (turn * 101) % bits
  for (let bit = isThorough ? 0 : chosen; bit < (isThorough ? bits : chosen + 1); bit++) {
    yield proof.with(bit >> 8, flipped(proof[bit >> 8]!, bit & 255))
  }
}

/** All of them, or the one whose turn it is. */
const inTurn = <Item>(items: readonly Item[], turn: number, isThorough: boolean) =>
  isThorough ? items : [items[turn % items.length]!]

describe('the tree', () => {
  test('has the root that RFC 6962 defines, at every size up to 300', () => {
    for (let size = 0; size <= SIZES; size++) {
      expect(toBase64(root(size))).toBe(toBase64(rootByDefinition(leaves.slice(0, size))))
    }
  })

  test('has the roots of Go’s tlog', () => {
    expect(leaves.map((_, at) => toBase64(root(at + 1)))).toEqual(golang.roots)
  })

  test('grown leaf by leaf has the same roots, subtrees and tiles, wherever it was continued', () => {
    const tiles: HashTile[] = []
    let frontier = new Frontier(sha256, (tile) => tiles.push(tile))
    for (const [at, leaf] of leaves.entries()) {
      frontier.append(leaf)
      expect(isSameBytes(frontier.root(), root(at + 1))).toBe(true)
      if (at % 7 !== 0) continue
      const edge = frontier.edge()
      frontier = new Frontier(sha256, (tile) => tiles.push(tile), edge)
      for (const missed of leaves.slice(edge.size, at + 1)) frontier.append(missed)
    }
    const all = [...tiles, ...frontier.partialTiles()]
    for (const { subtrees } of all) {
      for (const subtree of subtrees) expect(subtree.hash).toEqual(subtreeHash(subtree))
    }
    const published = all.map(({ level, index, hashes }) => [
      tilePath({ level, index, width: hashes.length }).replace('tile/', 'tile/8/'),
      toBase64(encodeHashes(hashes)),
    ])
    expect(Object.fromEntries(published)).toEqual(golang.tiles)
  })
})

describe('R13: an inclusion proof', () => {
  test('holds for every entry of every size up to 300, and not with one bit changed', {
    timeout: 120_000,
  }, () => {
    for (let size = 1; size <= SIZES; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusion(index, size)
        const claim = { leaf: leaves[index]!, index, size, proof, root: root(size) }
        if (!isIncluded(sha256, claim)) expect.fail(`${index} of ${size} is refused`)
        const turn = size * SIZES + index
        const isThorough = size <= 9 || (size > 254 && size < 259 && index > 254)
        for (const other of mutations(proof, turn, isThorough)) {
          if (isIncluded(sha256, { ...claim, proof: other })) expect.fail(`${index} of ${size}`)
        }
        const wrongs = [
          { leaf: flipped(claim.leaf, turn % 256) },
          { root: flipped(claim.root, turn % 256) },
          { index: index + 1 },
          { index: size },
          { proof: [...proof, claim.root] },
          { proof: [claim.leaf, ...proof] },
          ...(proof.length > 0 ? [{ proof: proof.slice(1) }, { proof: proof.slice(0, -1) }] : []),
        ]
        for (const wrong of inTurn(wrongs, turn, isThorough)) {
          if (isIncluded(sha256, { ...claim, ...wrong })) expect.fail(`${index} of ${size}`)
        }
      }
    }
  })

  test.each(golang.inclusion)(
    'for $index of $size is the one of Go’s tlog',
    ({ index, size, proof }) => {
      expect(inclusion(index, size).map(toBase64)).toEqual(proof)
    },
  )

  test.each(transparencyDev.inclusion)('$file', (vector) => {
    const claim = {
      leaf: bytesOf(vector.leafHash),
      index: vector.leafIdx,
      size: vector.treeSize,
      proof: vector.proof.map(bytesOf),
      root: bytesOf(vector.root),
    }
    expect(isIncluded(sha256, claim)).toBe(!vector.wantErr)
  })
})

describe('R13: a consistency proof', () => {
  test('holds between all sizes up to 300, and not with one bit changed', {
    timeout: 120_000,
  }, () => {
    for (let to = 1; to <= SIZES; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = consistency(from, to)
        const claim = { from, to, proof, fromRoot: root(from), toRoot: root(to) }
        if (!isConsistent(sha256, claim)) expect.fail(`${from} to ${to} is refused`)
        const turn = to * SIZES + from
        for (const other of mutations(proof, turn, to <= 8)) {
          if (isConsistent(sha256, { ...claim, proof: other })) expect.fail(`${from} to ${to}`)
        }
        const wrongs = [
          { fromRoot: flipped(claim.fromRoot, turn % 256) },
          { toRoot: flipped(claim.toRoot, turn % 256) },
          { proof: [...proof, claim.toRoot] },
          { to: from - 1 },
          { from: 0 },
          ...(proof.length > 0 ? [{ proof: proof.slice(1) }, { proof: proof.slice(0, -1) }] : []),
        ]
        for (const wrong of inTurn(wrongs, turn, to <= 8)) {
          if (isConsistent(sha256, { ...claim, ...wrong })) expect.fail(`${from} to ${to}`)
        }
      }
    }
  })

  test.each(golang.consistency)(
    'from $from to $to is the one of Go’s tlog',
    ({ from, to, proof }) => {
      expect(consistency(from, to).map(toBase64)).toEqual(proof)
    },
  )

  test.each(transparencyDev.consistency)('$file', (vector) => {
    const claim = {
      from: vector.size1,
      to: vector.size2,
      proof: vector.proof.map(bytesOf),
      fromRoot: bytesOf(vector.root1),
      toRoot: bytesOf(vector.root2),
    }
    expect(isConsistent(sha256, claim)).toBe(!vector.wantErr)
  })
})

describe('the path of a tile', () => {
  test.each(Object.entries(golang.paths))('%s is that of Go’s tlog', (path, tile) => {
    const [level = 0, index = 0, width = 0] = tile.split('/').map(Number)
    const ours = path.replace('tile/8/', 'tile/')
    expect(tilePath({ level, index, width })).toBe(ours)
    expect(readTilePath(ours)).toEqual({ level, index, width })
  })

  test.each([
    ['tile/64/000', 'no tree is that high'],
    ['tile/00/000', 'a level without leading zeroes'],
    ['tile/0/1', 'three digits'],
    ['tile/0/x000/001', 'no group that says nothing'],
    ['tile/0/001/002', 'groups but the last have an x'],
    ['tile/0/x001', 'the last has none'],
    ['tile/0/000.p/0', 'an empty tile is not served'],
    ['tile/0/000.p/256', 'a full one is not called partial'],
    ['tile/0/000.p/01', 'a width without leading zeroes'],
    ['tile/data/000', 'no such kind'],
    ['tile/entries/000/', 'nothing behind'],
    ['/tile/0/000', 'nothing before'],
    ['tile/0/x999/x999/x999/x999/x999/999', 'more than can be counted'],
  ])('%s is refused: %s', (path) => {
    expect(readTilePath(path)).toBeUndefined()
  })
})

function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? Uint8Array.of()
}
