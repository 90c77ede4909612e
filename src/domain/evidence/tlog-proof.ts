import { fromBase64, toBase64 } from './base64.ts'
import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from './checkpoint.ts'
import { HASH_BYTES, type Hash } from './hash.ts'
import { isIncluded, leafHash } from './merkle-tree.ts'
import type { NoteCrypto, NoteKey } from './signed-note.ts'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
const MOST_HASHES = 63

/** Proves offline that a log holds an entry (c2sp.org/tlog-proof). */
export interface TlogProof {
  /** The entry itself: what the proof is checked against, so it need not be trusted. */
  readonly entry: Uint8Array
  readonly index: number
  readonly proof: readonly Hash[]
  /** The signed checkpoint, as the log published it. */
  readonly note: string
}

export function tlogProofText({ entry, index, proof, note }: TlogProof): string {
  const hashes = proof.map((hash) => `${toBase64(hash)}\n`).join('')
  return `${FIRST_LINE}\nextra ${toBase64(entry)}\nindex ${index}\n${hashes}\n${note}`
}

/** Undefined for what is no proof of this kind, or carries no entry. */
export function readTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf('\n\n')
  if (end === -1) return undefined
  const [first, extra = '', index = '', ...lines] = text.slice(0, end).split('\n')
  const entry = /^extra /.test(extra) ? fromBase64(extra.slice('extra '.length)) : undefined
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(index) ?? []
  if (first !== FIRST_LINE || entry === undefined || digits === undefined) return undefined
  if (!Number.isSafeInteger(Number(digits)) || lines.length > MOST_HASHES) return undefined
  const proof: Hash[] = []
  for (const line of lines) {
    const hash = fromBase64(line)
    if (hash?.length !== HASH_BYTES) return undefined
    proof.push(hash)
  }
  return { entry, index: Number(digits), proof, note: text.slice(end + 2) }
}

export type OpenedTlogProof =
  | { readonly entry: Uint8Array; readonly index: number; readonly checkpoint: Checkpoint }
  | { readonly refused: CheckpointRefusal | 'proof_malformed' | 'proof_wrong' }

/** The entry of a proof whose checkpoint a known key signed and whose hashes lead to its root. */
export function openTlogProof(
  crypto: NoteCrypto,
  text: string,
  keys: readonly NoteKey[],
): OpenedTlogProof {
  const read = readTlogProof(text)
  if (read === undefined) return { refused: 'proof_malformed' }
  const opened = openCheckpoint(crypto, read.note, keys)
  if ('refused' in opened) return opened
  const { checkpoint } = opened
  const { entry, index, proof } = read
  const leaf = leafHash(crypto.sha256, entry)
  return isIncluded(crypto.sha256, { leaf, index, proof, ...checkpoint })
    ? { entry, index, checkpoint }
    : { refused: 'proof_wrong' }
}
