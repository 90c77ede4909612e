import type { Dependencies } from '../../dependencies.ts'
import { type Actor, type AuditAction, auditEvent } from '../../domain/people/audit-event.ts'
import type { KeptPerson } from '../../domain/people/person.ts'
import { isPasswordOf } from '../../password-hash.ts'
import {
  changeCredentials,
  findAccount,
  type Rotation,
  removePasskey,
} from '../../store/credentials.ts'
import { type Locked, returnAttempt, spendAttempts } from './attempts.ts'
import {
  type Faulty,
  type Made,
  makeAuthenticator,
  makePasskey,
  makePassword,
} from './credentials.ts'
import { newId, newToken } from './tokens.ts'

type AccountDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** Somebody who changes their own account, in a session of theirs. */
export interface AccountHolder extends KeptPerson {
  readonly sessionId: string
  readonly address: string
}

/** The session goes on under this token; every other session of theirs has ended. */
export interface Changed {
  readonly token: string
  readonly backupCodes: readonly string[]
}

/** Undefined when the session ended meanwhile. */
export type ChangeOutcome = Changed | Faulty | Locked | undefined

export async function changePassword(
  dependencies: AccountDependencies,
  holder: AccountHolder,
  typed: { readonly current: string; readonly next: string },
  by: Actor,
): Promise<ChangeOutcome> {
  const counts = { address: holder.address, account: holder.email }
  const locked = await spendAttempts(dependencies, counts)
  if (locked !== undefined) return locked
  const { passwordHash } = await findAccount(dependencies.database, holder.id)
  if (passwordHash !== null && !(await isPasswordOf(typed.current, passwordHash))) {
    return { refused: 'faulty', says: WRONG_PASSWORD }
  }
  await returnAttempt(dependencies, counts)
  const made = await makePassword(typed.next, holder)
  return keep(dependencies, holder, made, 'password.changed', by)
}

export async function replaceAuthenticator(
  dependencies: AccountDependencies,
  holder: AccountHolder,
  typed: { readonly seed: string; readonly code: string },
  by: Actor,
): Promise<ChangeOutcome> {
  const made = makeAuthenticator(dependencies, typed, holder)
  return keep(dependencies, holder, made, 'authenticator.replaced', by)
}

export async function addPasskey(
  dependencies: AccountDependencies,
  holder: AccountHolder,
  given: { readonly response: string; readonly origin: string; readonly name: string },
  by: Actor,
): Promise<ChangeOutcome> {
  const made = await makePasskey(dependencies, given, holder)
  return keep(dependencies, holder, made, 'passkey.added', by)
}

/** The last passkey of somebody without a password stays. */
export async function takePasskey(
  dependencies: AccountDependencies,
  holder: AccountHolder,
  passkeyId: string,
  by: Actor,
): Promise<ChangeOutcome> {
  const { token, rotation } = rotate(dependencies, holder)
  const isDone = await removePasskey(
    dependencies.database,
    passkeyId,
    rotation,
    dependencies.clock.now(),
    auditEvent(by, 'passkey.removed', holder.id),
  )
  return isDone ? { token, backupCodes: [] } : undefined
}

async function keep(
  dependencies: AccountDependencies,
  holder: AccountHolder,
  made: Made | Faulty,
  action: AuditAction,
  by: Actor,
): Promise<ChangeOutcome> {
  if ('refused' in made) return made
  const { token, rotation } = rotate(dependencies, holder)
  const isDone = await changeCredentials(
    dependencies.database,
    made.credentials,
    rotation,
    dependencies.clock.now(),
    auditEvent(by, action, holder.id),
  )
  return isDone ? { token, backupCodes: made.backupCodes } : undefined
}

function rotate(
  { hash }: AccountDependencies,
  { id, sessionId }: AccountHolder,
): { readonly token: string; readonly rotation: Rotation } {
  const token = newToken()
  const rotation = {
    personId: id,
    sessionId,
    newSessionId: newId('ses'),
    newTokenHash: hash.of('session', token),
  }
  return { token, rotation }
}

const WRONG_PASSWORD = {
  id: 'Kata sandi sekarang tidak cocok.',
  en: 'The present password is not right.',
}
