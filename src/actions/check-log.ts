import type { Checkpoint } from '../domain/evidence/checkpoint.ts'
import { type Edge, Frontier, type HashTile } from '../domain/evidence/frontier.ts'
import { type Hash, isSameBytes } from '../domain/evidence/hash.ts'
import type { LogEntry } from '../domain/evidence/log-entry.ts'
import { type LoggedEntry, openLoggedEntry } from '../domain/evidence/logged-entry.ts'
import { StateReplay, type StoredFact } from '../domain/evidence/state-replay.ts'
import { sha256 } from '../note-crypto.ts'
import type { Database } from '../store/database.ts'
import { findFactBeyondHead, loadStoredFacts } from '../store/log-state.ts'
import { findRegistryHead } from '../store/registry-head.ts'
import { findBeyondHead, listLogEntries, loadSubtreeHashes } from '../store/registry-log.ts'

/** Whole tiles, so that a batch ends where a tile does. */
export const ENTRIES_A_BATCH = 20 * 256

export interface CheckedLog {
  readonly size: number
  readonly root: Hash
  /** From where a later check may go on. */
  readonly edge: Edge
}

/** The log is not what it should be. The message names the entry and what differs. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused'
  /** The log is not the one that was published: whatever is appended to it would be a fork. */
  readonly isFork: boolean

  constructor(message: string, isFork = false) {
    super(message)
    this.isFork = isFork
  }
}

/**
 * Derives the log anew from its bodies and compares with it all that is stored: leaves, subtrees,
 * facts, and the roots that were published. Entries before `from` were checked earlier; from the
 * empty edge everything is. Throws a LogRefused for the first difference.
 */
export async function checkLog(
  database: Database,
  from: Edge,
  published: readonly Checkpoint[],
): Promise<CheckedLog> {
  const { size } = await findRegistryHead(database)
  const larger = published.find((checkpoint) => checkpoint.size > size)
  if (larger !== undefined) {
    throw new LogRefused(`The log holds ${size} entries, but ${larger.size} were published.`, true)
  }
  const tiles: HashTile[] = []
  const frontier = new Frontier(sha256, (tile) => tiles.push(tile), from)
  const replay = new StateReplay(sha256, size)
  refuseOtherRoot(frontier, published)

  for (let at = from.size; at < size; at += ENTRIES_A_BATCH) {
    const to = Math.min(at + ENTRIES_A_BATCH, size)
    const opened = openEntries(await listLogEntries(database, at, to), at, to)
    const superseded = opened.flatMap(({ entry }) => entry.supersedes)
    const earlier = superseded.filter((old) => old < from.size)
    const facts = factsByEntry(await loadStoredFacts(database, at, to, earlier))
    for (const old of earlier) for (const fact of facts.get(old) ?? []) replay.remember(fact)
    for (const { entry, leaf } of opened) {
      const difference = replay.follow(entry, facts.get(entry.idx) ?? [])
      if (difference !== undefined) throw differing(difference.entry, difference.says)
      frontier.append(leaf)
      refuseOtherRoot(frontier, published)
    }
    await refuseOtherSubtrees(database, tiles.splice(0))
  }

  await refuseOtherSubtrees(database, frontier.partialTiles())
  const unsaid = replay.end(from.size)
  if (unsaid !== undefined) throw differing(unsaid.entry, unsaid.says)
  if (from.size === 0) await refuseBeyondHead(database)
  return { size, root: frontier.root(), edge: frontier.edge() }
}

const differing = (entry: number, says: string) => new LogRefused(`Entry ${entry}: ${says}.`)

function openEntries(
  logged: readonly LoggedEntry[],
  from: number,
  to: number,
): { readonly entry: LogEntry; readonly leaf: Hash }[] {
  const opened = logged.map((row, at) => {
    if (row.idx !== from + at) throw differing(from + at, 'it is missing from the log')
    const read = openLoggedEntry(sha256, row)
    if ('differs' in read) throw differing(read.differs.entry, read.differs.says)
    return read
  })
  if (from + opened.length < to) {
    throw differing(from + opened.length, 'it is missing from the log')
  }
  return opened
}

function factsByEntry(facts: readonly StoredFact[]): Map<number, StoredFact[]> {
  const byEntry = new Map<number, StoredFact[]>()
  for (const fact of facts) {
    const held = byEntry.get(fact.entry)
    if (held === undefined) byEntry.set(fact.entry, [fact])
    else held.push(fact)
  }
  return byEntry
}

function refuseOtherRoot(frontier: Frontier, published: readonly Checkpoint[]): void {
  for (const { size, root } of published) {
    if (size !== frontier.size || isSameBytes(root, frontier.root())) continue
    throw new LogRefused(`The first ${size} entries are not those that were published.`, true)
  }
}

async function refuseOtherSubtrees(database: Database, tiles: readonly HashTile[]): Promise<void> {
  const derived = tiles.flatMap(({ subtrees }) => subtrees)
  const stored = await loadSubtreeHashes(database, derived)
  for (const [at, { level, index, hash }] of derived.entries()) {
    const held = stored[at]
    if (held !== undefined && isSameBytes(held, hash)) continue
    const what = held === undefined ? 'missing' : 'not that of its entries'
    throw differing(
      index * 2 ** level,
      `the stored subtree ${level}/${index} that begins with it is ${what}`,
    )
  }
}

async function refuseBeyondHead(database: Database): Promise<void> {
  const place = await findBeyondHead(database)
  if (place !== undefined) {
    throw new LogRefused(`The log holds something beyond its head, at place ${place}.`)
  }
  const fact = await findFactBeyondHead(database)
  if (fact !== undefined) {
    throw differing(fact.entry, `${fact.table} has a row that refers beyond the log's head`)
  }
}
