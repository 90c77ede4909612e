import { checkLog, LogRefused } from '../actions/check-log.ts'
import { type Checkpoint, openCheckpoint } from '../domain/evidence/checkpoint.ts'
import type { Edge } from '../domain/evidence/frontier.ts'
import { type LogKeys, signCheckpoint, verifierKeysText } from '../log-keys.ts'
import { noteCrypto } from '../note-crypto.ts'
import type { Database } from '../store/database.ts'
import { appendCheckpoint, findLatestCheckpoint, holdRecording } from '../store/log-checkpoints.ts'
import { whileSigning } from '../store/signer-lock.ts'
import { publishedNote, publishLog } from './publish-log.ts'
import { readFileIfThere, writeWhole } from './whole-file.ts'

export interface Signer {
  /** With one connection, in the signer's role. */
  readonly database: Database
  readonly keys: LogKeys
  /** Where it remembers what it signed last: a database that is put back cannot make it forget. */
  readonly stateFile: string
  readonly publishDir: string | undefined
}

export interface SignedLog {
  readonly size: number
  readonly note: string
  /** From where the next run may go on. */
  readonly edge: Edge
}

/**
 * Derives the log anew from `from` on, and only then signs its size and root and publishes them.
 * Throws a LogRefused, having signed nothing, when anything stored does not agree.
 */
export function signLog(signer: Signer, from: Edge): Promise<SignedLog> {
  const { database, keys, stateFile, publishDir } = signer
  return whileSigning(database, async () => {
    const inFolder = publishDir === undefined ? undefined : publishedNote(publishDir)
    const folderCheckpoint = remembered(inFolder, `of ${publishDir}`, keys)
    const published = [
      remembered(readFileIfThere(stateFile)?.toString('utf8'), `in ${stateFile}`, keys),
      remembered((await findLatestCheckpoint(database))?.note, 'in the database', keys),
      folderCheckpoint,
    ].filter((checkpoint) => checkpoint !== undefined)

    const { edge, size, root } = await checkLog(database, from, published).catch(
      async (error: unknown) => {
        if (error instanceof LogRefused && error.isFork)
          await holdRecording(database, error.message)
        throw error
      },
    )
    const checkpoint = { origin: keys.origin, size, root }
    const note = signCheckpoint(checkpoint, keys)
    // Before anybody sees it: what was signed once binds every later run.
    writeWhole(stateFile, Buffer.from(note), 0o600)
    if (publishDir !== undefined) {
      const progress = { from, published: folderCheckpoint?.size ?? -1 }
      await publishLog(database, publishDir, { ...checkpoint, note }, progress)
    }
    await appendCheckpoint(database, { size, note, verifierKeys: verifierKeysText(keys) })
    return { size, note, edge }
  })
}

function remembered(
  note: string | undefined,
  where: string,
  keys: LogKeys,
): Checkpoint | undefined {
  if (note === undefined) return undefined
  const opened = openCheckpoint(noteCrypto, note, keys.known)
  if ('checkpoint' in opened) return opened.checkpoint
  throw new LogRefused(`The checkpoint ${where} was not signed by this log (${opened.refused}).`)
}
