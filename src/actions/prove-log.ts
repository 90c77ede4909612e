import type { Hash } from '../domain/evidence/hash.ts'
import {
  consistencyRanges,
  hashOfSubtrees,
  inclusionRanges,
  type Range,
  type Subtree,
  subtreesOf,
} from '../domain/evidence/merkle-tree.ts'
import { sha256 } from '../note-crypto.ts'
import type { Database } from '../store/database.ts'
import { loadSubtreeHashes } from '../store/registry-log.ts'

export interface InclusionProof {
  readonly leaf: Hash
  readonly proof: readonly Hash[]
  readonly root: Hash
}

/** That the log's first `size` entries hold entry `index`. */
export async function proveInclusion(
  database: Database,
  index: number,
  size: number,
): Promise<InclusionProof> {
  const ranges = [
    { from: index, to: index + 1 },
    { from: 0, to: size },
    ...inclusionRanges(index, size),
  ]
  const [leaf, root, ...proof] = await hashesOf(database, ranges)
  return { leaf: leaf!, proof, root: root! }
}

export interface ConsistencyProof {
  readonly proof: readonly Hash[]
  readonly fromRoot: Hash
  readonly toRoot: Hash
}

/** That the log of `to` entries begins with the log of `from` entries. */
export async function proveConsistency(
  database: Database,
  from: number,
  to: number,
): Promise<ConsistencyProof> {
  const ranges = [{ from: 0, to: from }, { from: 0, to }, ...consistencyRanges(from, to)]
  const [fromRoot, toRoot, ...proof] = await hashesOf(database, ranges)
  return { proof, fromRoot: fromRoot!, toRoot: toRoot! }
}

/** The stored hashes of complete subtrees. Throws when one is missing. */
export async function subtreeHashes(
  database: Database,
  subtrees: readonly Subtree[],
): Promise<Hash[]> {
  const hashes = await loadSubtreeHashes(database, subtrees)
  return hashes.map((hash) => {
    if (hash === undefined) throw new Error('a stored hash of the registry log is missing')
    return hash
  })
}

/** The hash of each range, from the subtrees that are stored: one query for them all. */
async function hashesOf(database: Database, ranges: readonly Range[]): Promise<Hash[]> {
  const parts = ranges.map(subtreesOf)
  const hashes = await subtreeHashes(database, parts.flat())
  return parts.map((subtrees) => hashOfSubtrees(sha256, hashes.splice(0, subtrees.length)))
}
