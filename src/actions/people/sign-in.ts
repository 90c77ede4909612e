import type { Dependencies } from '../../dependencies.ts'
import { auditEvent } from '../../domain/people/audit-event.ts'
import { readEmail } from '../../domain/people/email.ts'
import { SESSION_LIMITS } from '../../domain/people/session-limits.ts'
import { isPasswordOf } from '../../password-hash.ts'
import { appendAudit } from '../../store/audit.ts'
import { findPersonToSignIn } from '../../store/people.ts'
import {
  completePasskeySignIn,
  completeSignIn,
  findAwaitedSecondFactor,
} from '../../store/second-factors.ts'
import { type NewSession, openSession } from '../../store/sessions.ts'
import { returnAttempts } from '../../store/sign-in-attempts.ts'
import { attemptKeyOf, type Locked, returnAttempt, spendAttempts } from './attempts.ts'
import { actorAt, type Caller } from './caller.ts'
import { proofByCode, proofByPasskey } from './second-factor.ts'
import { newId, newToken } from './tokens.ts'

type SignInDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

export type SignInOutcome = { readonly token: string } | { readonly refused: 'wrong' } | Locked

const WRONG = { refused: 'wrong' } as const

/**
 * The first of two factors. The token it gives opens nothing but the second. An address that nobody
 * has, a wrong password and a disabled person take the same path and the same time.
 */
export async function signInWithPassword(
  dependencies: SignInDependencies,
  typed: { readonly email: string; readonly password: string },
  caller: Caller,
  earlierToken: string | undefined,
): Promise<SignInOutcome> {
  const { database, hash } = dependencies
  const email = readEmail(typed.email) ?? ''
  const locked = await spendAttempts(dependencies, { address: caller.address, account: email })
  if (locked !== undefined) return locked

  const person = await findPersonToSignIn(database, email)
  const isRight = await isPasswordOf(typed.password, person?.passwordHash ?? undefined)
  if (person === undefined || !isRight) {
    await refuse(dependencies, caller, person?.id ?? null, 'password')
    return WRONG
  }
  const token = newToken()
  const session = newSession(dependencies, person.id, token, caller, 'password')
  const insteadOf = earlierToken && hash.of('session', earlierToken)
  const event = opened(caller, session)
  if (await openSession(database, session, person.sessionGeneration, insteadOf, event)) {
    return { token }
  }
  await refuse(dependencies, caller, person.id, 'password')
  return WRONG
}

/** The second factor: a code of the authenticator app, or a backup code. Gives the session's own token. */
export async function signInWithCode(
  dependencies: SignInDependencies,
  waitingToken: string,
  typed: string,
  caller: Caller,
): Promise<SignInOutcome | undefined> {
  const { database, clock, hash } = dependencies
  const waitingHash = hash.of('session', waitingToken)
  const awaited = await findAwaitedSecondFactor(database, waitingHash, clock.now())
  if (awaited === undefined) return undefined
  const locked = await spendAttempts(dependencies, {
    address: caller.address,
    account: awaited.email,
  })
  if (locked !== undefined) return locked

  const proof = proofByCode(dependencies, awaited, typed)
  if (proof !== undefined) {
    const token = newToken()
    const method = 'step' in proof ? 'authenticator' : 'backup_code'
    const session = newSession(dependencies, awaited.personId, token, caller, method)
    const event = opened(caller, session)
    const attemptKey = attemptKeyOf(dependencies, 'account', awaited.email)
    if (await completeSignIn(database, waitingHash, session, proof, attemptKey, event)) {
      const addressKey = attemptKeyOf(dependencies, 'address', caller.address)
      // Two were spent, one for each factor.
      await returnAttempts(database, addressKey, 2)
      return { token }
    }
  }
  await refuse(dependencies, caller, awaited.personId, 'second_factor')
  return WRONG
}

/** A passkey is both factors at once: what somebody has, and what it verified of them. */
export async function signInWithPasskey(
  dependencies: SignInDependencies,
  response: string,
  origin: string,
  caller: Caller,
  earlierToken: string | undefined,
): Promise<SignInOutcome> {
  const { database, hash } = dependencies
  const { address } = caller
  const locked = await spendAttempts(dependencies, { address })
  if (locked !== undefined) return locked

  const signed = await proofByPasskey(dependencies, { passkey: response, origin }, 'sign-in')
  if (signed?.proof !== undefined) {
    const token = newToken()
    const session = newSession(dependencies, signed.personId, token, caller, 'passkey')
    const event = opened(caller, session)
    const insteadOf = earlierToken && hash.of('session', earlierToken)
    if (await completePasskeySignIn(database, signed.proof, session, insteadOf, event)) {
      await returnAttempt(dependencies, { address })
      return { token }
    }
  }
  await refuse(dependencies, caller, signed?.personId ?? null, 'passkey')
  return WRONG
}

function opened(caller: Caller, { id, personId, method, isComplete }: NewSession) {
  const actor = actorAt(caller, { id: personId, sessionId: id })
  return auditEvent(actor, 'session.opened', id, { detail: { method, complete: isComplete } })
}

async function refuse(
  { database }: SignInDependencies,
  caller: Caller,
  personId: string | null,
  factor: 'password' | 'second_factor' | 'passkey',
): Promise<void> {
  const event = auditEvent(actorAt(caller, null), 'sign_in.refused', personId, {
    detail: { factor },
  })
  await appendAudit(database, event)
}

export function newSession(
  { clock, hash }: SignInDependencies,
  personId: string,
  token: string,
  { address, userAgent }: Caller,
  method: NewSession['method'],
): NewSession {
  const isComplete = method !== 'password'
  const startedAt = clock.now()
  const life = isComplete ? SESSION_LIMITS.absolute : SESSION_LIMITS.secondFactor
  return {
    id: newId('ses'),
    tokenHash: hash.of('session', token),
    personId,
    isComplete,
    method,
    address,
    userAgent,
    startedAt,
    endsAt: new Date(startedAt.getTime() + life),
  }
}
