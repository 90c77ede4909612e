import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ENTRIES_A_BATCH, LogRefused } from '../actions/check-log.ts'
import type { Checkpoint } from '../domain/evidence/checkpoint.ts'
import { type Edge, EMPTY_EDGE, Frontier, type HashTile } from '../domain/evidence/frontier.ts'
import { isSameBytes } from '../domain/evidence/hash.ts'
import { leafHash } from '../domain/evidence/merkle-tree.ts'
import {
  encodeEntries,
  encodeHashes,
  TILE_WIDTH,
  type Tile,
  tilePath,
} from '../domain/evidence/tile.ts'
import { sha256 } from '../note-crypto.ts'
import type { Database } from '../store/database.ts'
import { listLogEntries } from '../store/registry-log.ts'
import { readFileIfThere, writeWhole } from './whole-file.ts'

export const CHECKPOINT_FILE = 'checkpoint'

/** The note that a folder published last, if any. */
export const publishedNote = (folder: string): string | undefined =>
  readFileIfThere(join(folder, CHECKPOINT_FILE))?.toString('utf8')

/**
 * Writes what a signed checkpoint stands for as static files (c2sp.org/tlog-tiles), the checkpoint
 * last. `published` is the size that the folder has already; tiles before `from` are left alone
 * when that covers them. Run again it completes and mends what an earlier run left.
 */
export async function publishLog(
  database: Database,
  folder: string,
  { note, size, root }: Checkpoint & { readonly note: string },
  { from, published }: { readonly from: Edge; readonly published: number },
): Promise<void> {
  const write = (tile: Tile, content: Uint8Array) => {
    const file = join(folder, tilePath(tile))
    writeWhole(file, content)
    if (tile.width === TILE_WIDTH) rmSync(`${file}.p`, { recursive: true, force: true })
  }
  const writeHashes = ({ level, index, hashes }: HashTile) =>
    write({ level, index, width: hashes.length }, encodeHashes(hashes))

  const start = published >= from.size ? from : EMPTY_EDGE
  const frontier = new Frontier(sha256, writeHashes, start)
  for (let at = start.size; at < size; at += ENTRIES_A_BATCH) {
    const logged = await listLogEntries(database, at, Math.min(at + ENTRIES_A_BATCH, size))
    const bodies = logged.map(({ body }) => Buffer.from(body))
    for (let first = 0; first < bodies.length; first += TILE_WIDTH) {
      const bundle = bodies.slice(first, first + TILE_WIDTH)
      const index = (at + first) / TILE_WIDTH
      for (const body of bundle) frontier.append(leafHash(sha256, body))
      write({ level: 'entries', index, width: bundle.length }, encodeEntries(bundle))
    }
  }
  for (const tile of frontier.partialTiles()) writeHashes(tile)
  if (frontier.size !== size || !isSameBytes(frontier.root(), root)) {
    throw new LogRefused('The log changed between its check and its publication.')
  }
  writeWhole(join(folder, CHECKPOINT_FILE), Buffer.from(note))
}
