import { type Checkpoint, openCheckpoint } from '../domain/evidence/checkpoint.ts'
import { Frontier, type HashTile } from '../domain/evidence/frontier.ts'
import { isSameBytes } from '../domain/evidence/hash.ts'
import { readLogEntry } from '../domain/evidence/log-entry.ts'
import { leafHash } from '../domain/evidence/merkle-tree.ts'
import type { NoteKey } from '../domain/evidence/signed-note.ts'
import {
  decodeEntries,
  decodeHashes,
  encodeHashes,
  TILE_WIDTH,
  type Tile,
  tilePath,
  widthOfLevel,
} from '../domain/evidence/tile.ts'
import { openTlogProof } from '../domain/evidence/tlog-proof.ts'
import { noteCrypto, sha256 } from '../note-crypto.ts'
import type { PublicLog } from './public-log.ts'
import { CHECKPOINT_FILE } from './publish-log.ts'

/** Each way in which a log or a proof fails, with the exit code of the command. */
export const LOG_FAILURES = {
  checkpoint_missing: { code: 10, says: 'There is no checkpoint.' },
  note_malformed: { code: 11, says: 'The checkpoint is no signed note.' },
  checkpoint_malformed: { code: 12, says: 'The note was signed, but it is no checkpoint.' },
  origin_wrong: { code: 13, says: 'The checkpoint is of another log than its key.' },
  key_unknown: { code: 14, says: 'No key that you trust signed the checkpoint.' },
  signature_wrong: { code: 15, says: 'The signature is not that of the checkpoint.' },
  shorter_than_remembered: {
    code: 20,
    says: 'The log is shorter than it was: entries were taken away.',
  },
  forked: { code: 21, says: 'The log is not the one seen before: its past was rewritten.' },
  file_missing: { code: 30, says: 'A file that the checkpoint speaks of is missing.' },
  bundle_malformed: { code: 31, says: 'A bundle does not hold its entries.' },
  tile_malformed: { code: 32, says: 'A tile does not hold its hashes.' },
  entry_malformed: { code: 33, says: 'An entry is not one that a registry writes.' },
  tile_wrong: { code: 34, says: 'A tile is not that of the entries.' },
  root_wrong: { code: 35, says: 'The signed root is not that of the entries: one was changed.' },
  proof_malformed: { code: 40, says: 'This is no proof file, or it carries no entry.' },
  proof_wrong: { code: 41, says: 'The proof does not lead from its entry to the signed root.' },
} as const
export type LogFailure = keyof typeof LOG_FAILURES

/** What was looked at does not hold. `at` says where. */
export class LogUnproven extends Error {
  override readonly name = 'LogUnproven'
  readonly failure: LogFailure

  constructor(failure: LogFailure, at = '') {
    super(at === '' ? LOG_FAILURES[failure].says : `${LOG_FAILURES[failure].says} (${at})`)
    this.failure = failure
  }
}

export interface ProvenLog {
  readonly checkpoint: Checkpoint
  readonly note: string
}

/**
 * Derives a whole published log anew from its public files: entries, leaves, tiles, root, signature;
 * and that it continues the checkpoint remembered from earlier. Throws a LogUnproven.
 */
export async function verifyLog(
  read: PublicLog,
  keys: readonly NoteKey[],
  remembered: Checkpoint | undefined,
): Promise<ProvenLog> {
  const note = await noteIn(read)
  const checkpoint = openedCheckpoint(note, keys)
  const { size, root } = checkpoint
  if (remembered !== undefined && remembered.size > size) {
    throw new LogUnproven('shorter_than_remembered', `${size} of ${remembered.size} entries`)
  }
  const isSeenBefore = (frontier: Frontier) =>
    remembered?.size !== frontier.size || isSameBytes(remembered.root, frontier.root())

  const tiles: HashTile[] = []
  const frontier = new Frontier(sha256, (tile) => tiles.push(tile))
  if (!isSeenBefore(frontier)) throw new LogUnproven('forked')
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    for (const body of await bundleAt(read, index, size)) {
      const idx = frontier.size
      if (readLogEntry(Buffer.from(body).toString('utf8'))?.idx !== idx) {
        throw new LogUnproven('entry_malformed', `entry ${idx}`)
      }
      frontier.append(leafHash(sha256, body))
      if (!isSeenBefore(frontier)) {
        throw new LogUnproven('forked', `the first ${frontier.size} entries`)
      }
    }
    for (const tile of tiles.splice(0)) await compareTile(read, tile)
  }
  for (const tile of frontier.partialTiles()) await compareTile(read, tile)
  if (!isSameBytes(frontier.root(), root)) throw new LogUnproven('root_wrong')
  return { checkpoint, note }
}

/** The entry that a proof file proves. Throws a LogUnproven. */
export function verifyProofFile(
  text: string,
  keys: readonly NoteKey[],
): { readonly index: number; readonly entry: string; readonly checkpoint: Checkpoint } {
  const opened = openTlogProof(noteCrypto, text, keys)
  if ('refused' in opened) throw new LogUnproven(opened.refused)
  return { ...opened, entry: Buffer.from(opened.entry).toString('utf8') }
}

/** The checkpoint in a note that one of the keys signed. Throws a LogUnproven. */
export function openedCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint {
  const opened = openCheckpoint(noteCrypto, note, keys)
  if ('refused' in opened) throw new LogUnproven(opened.refused)
  return opened.checkpoint
}

/** The entries of a bundle in a log of `size` entries. Throws a LogUnproven. */
export async function bundleAt(
  read: PublicLog,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  const width = Math.min(TILE_WIDTH, widthOfLevel('entries', size) - index * TILE_WIDTH)
  return tileParts(read, { level: 'entries', index, width }, decodeEntries, 'bundle_malformed')
}

async function noteIn(read: PublicLog): Promise<string> {
  const bytes = await read(CHECKPOINT_FILE)
  if (bytes === undefined) throw new LogUnproven('checkpoint_missing')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new LogUnproven('note_malformed')
  }
}

async function compareTile(read: PublicLog, { level, index, hashes }: HashTile): Promise<void> {
  const tile = { level, index, width: hashes.length }
  const published = await tileParts(read, tile, decodeHashes, 'tile_malformed')
  if (!isSameBytes(encodeHashes(published), encodeHashes(hashes))) {
    throw new LogUnproven('tile_wrong', tilePath(tile))
  }
}

async function tileParts(
  read: PublicLog,
  tile: Tile,
  decode: (bytes: Uint8Array, width: number) => Uint8Array[] | undefined,
  malformed: LogFailure,
): Promise<Uint8Array[]> {
  const bytes = await read(tilePath(tile))
  // A log may take a partial tile away once the full one is there.
  const full = bytes ?? (await read(tilePath({ ...tile, width: TILE_WIDTH })))
  if (full === undefined) throw new LogUnproven('file_missing', tilePath(tile))
  const parts = decode(full, bytes === undefined ? TILE_WIDTH : tile.width)
  if (parts === undefined) throw new LogUnproven(malformed, tilePath(tile))
  return parts.slice(0, tile.width)
}
