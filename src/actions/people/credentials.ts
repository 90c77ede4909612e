import { randomBytes } from 'node:crypto'
import { authenticatorOf } from '../../authenticator.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { CODE_BYTES } from '../../domain/check-code.ts'
import { BACKUP_CODES, backupCodeOf, readBackupCode } from '../../domain/people/backup-code.ts'
import { passwordFault } from '../../domain/people/password-rule.ts'
import { readRegistration } from '../../passkeys.ts'
import { hashPassword } from '../../password-hash.ts'
import type { NewCredentials } from '../../store/credentials.ts'

type CredentialDependencies = Pick<Dependencies, 'clock' | 'hash'>

/** Whose credentials they are to be. */
export interface Holder {
  readonly id: string
  readonly email: string
  readonly name: string
}

export interface Faulty {
  readonly refused: 'faulty'
  readonly says: Bilingual
}

/** Credentials to keep, and what their holder must be shown once. */
export interface Made {
  readonly credentials: NewCredentials
  readonly backupCodes: readonly string[]
}

/** Where the secret of an authenticator app begins; only with the service's key does it follow. */
export function newAuthenticatorSeed(): string {
  return randomBytes(16).toString('base64url')
}

export async function makePassword(password: string, holder: Holder): Promise<Made | Faulty> {
  const says = passwordFault(password, holder)
  if (says !== undefined) return { refused: 'faulty', says }
  return { credentials: { passwordHash: await hashPassword(password) }, backupCodes: [] }
}

/** An authenticator app that has shown by a code that it is set up, with new backup codes. */
export function makeAuthenticator(
  { clock, hash }: CredentialDependencies,
  { seed, code }: { readonly seed: string; readonly code: string },
  holder: Holder,
): Made | Faulty {
  const isSeed = /^[\w-]{22}$/.test(seed)
  const typed = code.replace(/\s/g, '')
  const step = isSeed
    ? authenticatorOf(hash, seed, holder.email).stepOf(typed, clock.now())
    : undefined
  if (step === undefined) return { refused: 'faulty', says: WRONG_CODE }
  const backupCodes = Array.from({ length: BACKUP_CODES }, () =>
    backupCodeOf(randomBytes(CODE_BYTES)),
  )
  const backupCodeHashes = backupCodes.map((each) =>
    hash.of('backup-code', readBackupCode(each) ?? ''),
  )
  return { credentials: { authenticator: { seed, step, backupCodeHashes } }, backupCodes }
}

export async function makePasskey(
  { clock, hash }: CredentialDependencies,
  {
    response,
    origin,
    name,
  }: { readonly response: string; readonly origin: string; readonly name: string },
  holder: Holder,
): Promise<Made | Faulty> {
  const passkey = await readRegistration(hash, origin, holder.id, response, clock.now())
  if (passkey === undefined) return { refused: 'faulty', says: WRONG_PASSKEY }
  return { credentials: { passkey: { ...passkey, name } }, backupCodes: [] }
}

const WRONG_CODE = {
  id: 'Kode itu tidak cocok. Pindai gambarnya, lalu ketik kode yang tampil sekarang.',
  en: 'That code is not right. Scan the picture, then type the code that shows now.',
}

const WRONG_PASSKEY = {
  id: 'Kunci sandi ini tidak dapat dipakai di sini. Coba lagi.',
  en: 'This passkey cannot be used here. Try again.',
}
