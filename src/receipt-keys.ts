import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { type CryptoKey, importJWK, type JWK } from 'jose'
import { StartRefusal } from './store/start-refusal.ts'

/** A public Ed25519 key as it is published. */
export interface PublicReceiptKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}

/** The key that signs, and every key whose receipts may still be about. */
export interface ReceiptKeys {
  readonly kid: string
  readonly signingKey: CryptoKey
  /** The current one first. */
  readonly published: readonly PublicReceiptKey[]
}

interface KeptKey {
  readonly x: string
  readonly d?: string
}

/**
 * The keys in `file`: `{ "keys": [...] }` of Ed25519 JWKs, the first one with its private part `d`,
 * earlier ones with or without. Throws a StartRefusal for anything else.
 */
export async function readReceiptKeys(file: string): Promise<ReceiptKeys> {
  const keys = parsed(file)
  const [current] = keys
  if (current?.d === undefined) throw refusal(file, 'its first key has no private part "d"')
  const published = keys.map(({ x }) => publicKey(x))
  const jwk = { ...publicKey(current.x), d: current.d } as JWK
  try {
    const signingKey = (await importJWK(jwk, 'EdDSA')) as CryptoKey
    return { kid: published[0]!.kid, signingKey, published }
  } catch {
    throw refusal(file, 'its first key is no Ed25519 key')
  }
}

/** Makes the file with one new key if there is none. Two services that start at once get one key. */
export function keepReceiptKeyFile(file: string): void {
  keepSecretFile(file, () => `${JSON.stringify({ keys: [newKey()] }, null, 2)}\n`)
}

/** Puts a new key first; earlier ones stay to verify with, without their private part. */
export function rotatedKeys(text: string): string {
  const { keys } = JSON.parse(text) as { keys: JWK[] }
  const earlier = keys.map(({ d: _gone, ...rest }) => rest)
  return `${JSON.stringify({ keys: [newKey(), ...earlier] }, null, 2)}\n`
}

/** A file that only its owner reads, written whole or not at all, and never over another one. */
export function keepSecretFile(file: string, make: () => string): void {
  if (existsSync(file)) {
    refuseReadableByOthers(file)
    return
  }
  let opened: number
  try {
    opened = openSync(file, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    throw new StartRefusal(`${file} cannot be written (${code}): give a folder that can be.`)
  }
  writeSync(opened, make())
  closeSync(opened)
  chmodSync(file, 0o600)
}

function refuseReadableByOthers(file: string): void {
  if ((statSync(file).mode & 0o077) === 0) return
  throw new StartRefusal(`${file} can be read by other users: set its mode to 0600.`)
}

function parsed(file: string): readonly KeptKey[] {
  let keys: unknown
  try {
    keys = (JSON.parse(readFileSync(file, 'utf8')) as { keys?: unknown }).keys
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw refusal(file, code ?? 'it is not JSON')
  }
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isEd25519)) {
    throw refusal(file, 'it is no list of Ed25519 keys')
  }
  return keys
}

function isEd25519(key: unknown): key is KeptKey {
  const { kty, crv, x, d } = (key ?? {}) as Record<string, unknown>
  return (
    kty === 'OKP' &&
    crv === 'Ed25519' &&
    typeof x === 'string' &&
    (d === undefined || typeof d === 'string')
  )
}

function refusal(file: string, reason: string): StartRefusal {
  return new StartRefusal(`The receipt keys in ${file} cannot be used: ${reason}.`)
}

function publicKey(x: string): PublicReceiptKey {
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x), alg: 'EdDSA', use: 'sig' }
}

/** RFC 7638 over the key's required members. */
function thumbprint(x: string): string {
  const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })
  return createHash('sha256').update(members).digest('base64url')
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { x, d } = privateKey.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x: String(x), d: String(d) }
}
