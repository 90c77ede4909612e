import { randomUUID } from 'node:crypto'
import { checkLog, LogRefused } from '../actions/check-log.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Change } from '../domain/change.ts'
import { erasedColumns } from '../domain/evidence/committed-columns.ts'
import { EMPTY_EDGE, Frontier } from '../domain/evidence/frontier.ts'
import { isSameBytes } from '../domain/evidence/hash.ts'
import { type LogEntry, readLogEntry } from '../domain/evidence/log-entry.ts'
import { leafHash } from '../domain/evidence/merkle-tree.ts'
import type { NoteKey } from '../domain/evidence/signed-note.ts'
import { TILE_WIDTH } from '../domain/evidence/tile.ts'
import { sha256 } from '../note-crypto.ts'
import type { Database } from '../store/database.ts'
import { releaseRecording } from '../store/log-checkpoints.ts'
import { appendStagedAt, stageChanges } from '../store/record-changes.ts'
import type { PublicLog } from './public-log.ts'
import { bundleAt, verifyLog } from './verify-log.ts'

const MOST_STAGED_AT_ONCE = 1_000

export interface RestoredLog {
  readonly size: number
  readonly appended: number
  /** Entries whose texts about persons came back erased: they were never published. */
  readonly erased: number
}

/**
 * Appends the published entries that the database lacks, each as it was recorded, and lets recording
 * go on once the whole log is the published one. Safe to run again after it was cut off. Throws a
 * LogUnproven for a published log that does not hold, a LogRefused for a database that has forked.
 */
export async function restoreLog(
  database: Database,
  read: PublicLog,
  keys: readonly NoteKey[],
): Promise<RestoredLog> {
  const { checkpoint } = await verifyLog(read, keys, undefined)
  const kept = await checkLog(database, EMPTY_EDGE, [])
  let erased = 0
  if (kept.size < checkpoint.size) {
    for await (const batch of missingBatches(read, checkpoint.size, kept)) {
      const changes = batch.map(changeOf)
      erased += changes.filter((change) => change.private !== undefined).length
      await appendBatch(database, batch[0]!, changes)
    }
  }
  const { size } = await checkLog(database, EMPTY_EDGE, [checkpoint])
  await releaseRecording(database)
  return { size, appended: Math.max(0, checkpoint.size - kept.size), erased }
}

/** The published entries after those that are kept, in the batches in which they were recorded. */
async function* missingBatches(
  read: PublicLog,
  size: number,
  kept: { readonly size: number; readonly root: Uint8Array },
): AsyncGenerator<LogEntry[]> {
  const frontier = new Frontier(sha256)
  let batch: LogEntry[] = []
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    for (const body of await bundleAt(read, index, size)) {
      refuseOtherBeginning(frontier, kept)
      const entry =
        frontier.size < kept.size ? undefined : readLogEntry(Buffer.from(body).toString())
      frontier.append(leafHash(sha256, body))
      if (entry === undefined) continue
      if (batch[0] !== undefined && !wasRecordedWith(batch[0], entry)) {
        yield batch
        batch = []
      }
      batch.push(entry)
    }
  }
  if (batch.length > 0) yield batch
}

function refuseOtherBeginning(
  frontier: Frontier,
  kept: { readonly size: number; readonly root: Uint8Array },
): void {
  if (frontier.size !== kept.size || isSameBytes(frontier.root(), kept.root)) return
  throw new LogRefused(
    `The ${kept.size} entries of the database are not the first that were published: put back an older copy of it, from before anything was recorded that was not published.`,
    true,
  )
}

const wasRecordedWith = (a: LogEntry, b: LogEntry) =>
  a.recordedAt === b.recordedAt && a.recordedBy === b.recordedBy

async function appendBatch(
  database: Database,
  { recordedBy, recordedAt, idx }: LogEntry,
  changes: readonly Change[],
): Promise<void> {
  const batch = `restore-${randomUUID()}`
  for (let from = 0; from < changes.length; from += MOST_STAGED_AT_ONCE) {
    await stageChanges(database, batch, from, changes.slice(from, from + MOST_STAGED_AT_ONCE))
  }
  const outcome = await appendStagedAt(database, batch, recordedBy, recordedAt)
  if ('refused' in outcome) {
    throw new LogRefused(`Entry ${idx} and those with it cannot be appended (${outcome.refused}).`)
  }
}

function changeOf({ idx, kind, subject, row, supersedes, retracts }: LogEntry): Change {
  const erased = retracts ? undefined : erasedColumns(kind, row, idx)
  return {
    kind,
    subject,
    fact: canonicalJson({ kind, row, subject }),
    ...(erased === undefined ? {} : { private: erased }),
    ...(supersedes.length === 0 ? {} : { supersedes }),
    ...(retracts ? { retracts } : {}),
  }
}
