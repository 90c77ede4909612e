import { fromBase64, toBase64 } from './base64.ts'
import { HASH_BYTES, type Hash } from './hash.ts'
import { type NoteCrypto, type NoteKey, type NoteRefusal, openNote } from './signed-note.ts'

/** A log's size and root at one moment (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export type CheckpointRefusal = NoteRefusal | 'checkpoint_malformed' | 'origin_wrong'

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Undefined for what is no checkpoint. Lines after the third are opaque and left aside. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = '', ...more] = text.split('\n')
  const hash = fromBase64(root)
  const isWhole = more.at(-1) === '' && more.slice(0, -1).every((line) => line !== '')
  if (origin === '' || !isWhole || hash?.length !== HASH_BYTES) return undefined
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined
  return { origin, size: Number(size), root: hash }
}

export type OpenedCheckpoint =
  | { readonly checkpoint: Checkpoint }
  | { readonly refused: CheckpointRefusal }

/** The checkpoint in a note that a known key of its own log signed. */
export function openCheckpoint(
  crypto: NoteCrypto,
  note: string,
  keys: readonly NoteKey[],
): OpenedCheckpoint {
  const opened = openNote(crypto, note, keys)
  if ('refused' in opened) return opened
  const checkpoint = readCheckpoint(opened.text)
  if (checkpoint === undefined) return { refused: 'checkpoint_malformed' }
  return opened.by.some(({ name }) => name === checkpoint.origin)
    ? { checkpoint }
    : { refused: 'origin_wrong' }
}
