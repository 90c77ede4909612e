import { createHash, createHmac } from 'node:crypto'

/** What a hash is for: equal texts of different purposes never have equal hashes. */
export const HASH_PURPOSES = [
  'check-code',
  'idempotency-key',
  'check-body',
  'holder',
  'session',
  'form-token',
  'invitation',
  'authenticator',
  'backup-code',
  'sign-in-attempt',
  'passkey-challenge',
] as const
export type HashPurpose = (typeof HASH_PURPOSES)[number]

/**
 * HMAC-SHA-256 with a key that the database does not hold. Numbers of persons are few enough to try
 * them all, so that a plain hash of one would be as good as the number.
 */
export interface KeyedHash {
  /** Names the key, so that hashes of an earlier one can be told apart. */
  readonly keyId: string
  /** `keyId.hash`, as it is stored. */
  of(purpose: HashPurpose, text: string): string
  /** Bytes that only the holder of the key can tell, from a seed that may be stored. */
  bytes(purpose: HashPurpose, seed: string): Buffer
}

export function keyedHash(secret: string): KeyedHash {
  const keyId = createHash('sha256').update(`pastikan key id\0${secret}`).digest('hex').slice(0, 8)
  const bytes = (purpose: HashPurpose, text: string) =>
    createHmac('sha256', secret).update(purpose).update('\0').update(text).digest()
  return {
    keyId,
    bytes,
    of: (purpose, text) => `${keyId}.${bytes(purpose, text).toString('base64url')}`,
  }
}

const NIK_DIGITS = 16

/**
 * Stands for the holder of a letter where an office recorded it and where a check asks for it. By NIK
 * alone: a name is spelt in several ways, and a difference would accuse a true letter.
 */
export function holderHashOf(hash: KeyedHash, nik: string): string | undefined {
  const digits = nik.replace(/\D+/g, '')
  return digits.length === NIK_DIGITS ? hash.of('holder', digits) : undefined
}
