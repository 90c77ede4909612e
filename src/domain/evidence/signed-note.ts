import { fromBase64, toBase64 } from './base64.ts'
import { isSameBytes, joinBytes, type Sha256 } from './hash.ts'

const ED25519 = 1
const PUBLIC_KEY_BYTES = 32
const KEY_ID_BYTES = 4
const MOST_SIGNATURES = 100
const encoder = new TextEncoder()

/** What checking a note needs of cryptography. Handed in: the domain imports nothing. */
export interface NoteCrypto {
  readonly sha256: Sha256
  readonly verifyEd25519: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean
}

/** A public key with the name it signs under. Written `name+id+base64`, a verifier key. */
export interface NoteKey {
  readonly name: string
  readonly publicKey: Uint8Array
}

export interface NoteSignature {
  readonly name: string
  /** Four bytes that, with the name, say which key signed. */
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

export interface SignedNote {
  /** With its last line break, as it was signed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export const NOTE_REFUSALS = ['note_malformed', 'key_unknown', 'signature_wrong'] as const
export type NoteRefusal = (typeof NOTE_REFUSALS)[number]

export function keyIdOf(sha256: Sha256, { name, publicKey }: NoteKey): Uint8Array {
  const hash = sha256(encoder.encode(`${name}\n`), Uint8Array.of(ED25519), publicKey)
  return hash.slice(0, KEY_ID_BYTES)
}

export function verifierKeyText(sha256: Sha256, key: NoteKey): string {
  const encoded = toBase64(joinBytes([Uint8Array.of(ED25519), key.publicKey]))
  return `${key.name}+${toHex(keyIdOf(sha256, key))}+${encoded}`
}

/** Undefined for what is no Ed25519 verifier key, or has an id that is not the key's. */
export function readVerifierKey(sha256: Sha256, text: string): NoteKey | undefined {
  const [, name = '', , encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes?.length !== PUBLIC_KEY_BYTES + 1 || bytes[0] !== ED25519) {
    return undefined
  }
  const key = { name, publicKey: bytes.slice(1) }
  return verifierKeyText(sha256, key) === text ? key : undefined
}

/** A key name is not empty and has neither spaces nor plus signs. */
export const isKeyName = (name: string): boolean => /^[^\s\u0085+]+$/u.test(name)

export function noteText({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) => `— ${name} ${toBase64(joinBytes([keyId, signature]))}\n`,
  )
  return `${text}\n${lines.join('')}`
}

/** Undefined for what is no signed note (c2sp.org/signed-note). Nothing is verified. */
export function readNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end === -1 || !note.endsWith('\n') || hasControlCharacter(note)) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return undefined
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
    const bytes = fromBase64(encoded)
    if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined
    signatures.push({
      name,
      keyId: bytes.slice(0, KEY_ID_BYTES),
      signature: bytes.slice(KEY_ID_BYTES),
    })
  }
  return { text: note.slice(0, end + 1), signatures }
}

export type OpenedNote =
  /** `by`: the known keys that signed it, at least one. */
  { readonly text: string; readonly by: readonly NoteKey[] } | { readonly refused: NoteRefusal }

/** Verifies every signature of a known key; those of unknown keys count for nothing. */
export function openNote(
  { sha256, verifyEd25519 }: NoteCrypto,
  note: string,
  keys: readonly NoteKey[],
): OpenedNote {
  const read = readNote(note)
  if (read === undefined) return { refused: 'note_malformed' }
  const message = encoder.encode(read.text)
  const by = new Set<NoteKey>()
  for (const { name, keyId, signature } of read.signatures) {
    const key = keys.find(
      (known) => known.name === name && isSameBytes(keyIdOf(sha256, known), keyId),
    )
    if (key === undefined) continue
    if (!verifyEd25519(key.publicKey, message, signature)) return { refused: 'signature_wrong' }
    by.add(key)
  }
  return by.size === 0 ? { refused: 'key_unknown' } : { text: read.text, by: [...by] }
}

function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => character < ' ' && character !== '\n')
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
