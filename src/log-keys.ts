import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Checkpoint, checkpointText } from './domain/evidence/checkpoint.ts'
import {
  isKeyName,
  keyIdOf,
  type NoteKey,
  noteText,
  readVerifierKey,
  verifierKeyText,
} from './domain/evidence/signed-note.ts'
import { sha256 } from './note-crypto.ts'
import { StartRefusal } from './store/start-refusal.ts'

interface SigningKey extends NoteKey {
  readonly privateKey: KeyObject
}

/** The keys that sign, at least one, and every key that a checkpoint may still be verified with. */
export interface LogKeys {
  /** The log's name, which its keys bear. */
  readonly origin: string
  readonly signing: readonly SigningKey[]
  readonly known: readonly NoteKey[]
}

const SIGNER_PREFIX = 'PRIVATE+KEY+'
/** PKCS #8 of an Ed25519 key, up to the 32 bytes of its seed (RFC 8410). */
const PKCS8_BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex')
const SEED_BYTES = 32
const ED25519 = 1

/**
 * The keys in `file`, one a line: `PRIVATE+KEY+name+id+…` as Go's note package writes them, all of
 * which sign, and verifier keys of earlier ones. Throws a StartRefusal for anything else.
 */
export function readLogKeys(file: string): LogKeys {
  const signing: SigningKey[] = []
  const known: NoteKey[] = []
  for (const line of linesOf(file)) {
    const signs = readSigningKey(line)
    const key = signs ?? readVerifierKey(sha256, line)
    if (key === undefined) throw refusal(file, 'one of its lines is no key')
    known.push(key)
    if (signs !== undefined) signing.push(signs)
  }
  const [first] = signing
  if (first === undefined) throw refusal(file, 'it holds no key that signs')
  if (known.some(({ name }) => name !== first.name)) {
    throw refusal(file, 'its keys bear more than one name')
  }
  return { origin: first.name, signing, known }
}

/** A new key as one line of a key file. */
export function newLogKeyLine(origin: string): string {
  if (!isKeyName(origin)) {
    throw new StartRefusal(`${origin} cannot name a log: it may hold no space and no plus sign.`)
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-SEED_BYTES)
  const { publicKey } = signingKey(origin, seed)
  const id = Buffer.from(keyIdOf(sha256, { name: origin, publicKey })).toString('hex')
  const encoded = Buffer.concat([Buffer.of(ED25519), seed]).toString('base64')
  return `${SIGNER_PREFIX}${origin}+${id}+${encoded}\n`
}

/** The checkpoint as a note with a signature of each key that signs. */
export function signCheckpoint(checkpoint: Checkpoint, keys: LogKeys): string {
  const text = checkpointText(checkpoint)
  return noteText({
    text,
    signatures: keys.signing.map((key) => ({
      name: key.name,
      keyId: keyIdOf(sha256, key),
      signature: sign(null, Buffer.from(text), key.privateKey),
    })),
  })
}

/** The verifier keys of the keys that sign, one a line. */
export function verifierKeysText(keys: LogKeys): string {
  return keys.signing.map((key) => `${verifierKeyText(sha256, key)}\n`).join('')
}

function readSigningKey(line: string): SigningKey | undefined {
  const [, name = '', id = '', encoded = ''] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length !== SEED_BYTES + 1 || bytes[0] !== ED25519) return undefined
  const key = signingKey(name, bytes.subarray(1))
  return Buffer.from(keyIdOf(sha256, key)).toString('hex') === id ? key : undefined
}

function signingKey(name: string, seed: Buffer): SigningKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_BEFORE_SEED, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = privateKey.export({ format: 'jwk' })
  return { name, privateKey, publicKey: Buffer.from(x, 'base64url') }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch (error) {
    throw refusal(file, String((error as NodeJS.ErrnoException).code))
  }
}

function refusal(file: string, reason: string): StartRefusal {
  return new StartRefusal(`The log's keys in ${file} cannot be used: ${reason}.`)
}
