import { randomBytes } from 'node:crypto'
import { CODE_BYTES, checkCodeOf } from '../../domain/check-code.ts'

const TOKEN_BYTES = 32

/** A secret that opens something: 256 random bits. Only its keyed hash is stored. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** True of what `newToken` may have given; anything else need not be looked up. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** An id that nobody can guess and the registry's log takes: a prefix and sixteen letters or digits. */
export function newId(prefix: 'per' | 'ses' | 'inv'): string {
  return `${prefix}_${checkCodeOf(randomBytes(CODE_BYTES)).toLowerCase()}`
}
