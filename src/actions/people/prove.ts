import type { Dependencies } from '../../dependencies.ts'
import { type Actor, auditEvent } from '../../domain/people/audit-event.ts'
import { assertionOptions, takesPasskeys } from '../../passkeys.ts'
import { appendAudit } from '../../store/audit.ts'
import { findAccount } from '../../store/credentials.ts'
import { findAuthenticatorSeed, type Proof, proveSession } from '../../store/second-factors.ts'
import type { AccountHolder } from './account.ts'
import { type Locked, returnAttempt, spendAttempts } from './attempts.ts'
import { type GivenPasskey, proofByCode, proofByPasskey } from './second-factor.ts'
import { newToken } from './tokens.ts'

type ProveDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

export type GivenFactor = { readonly code: string } | GivenPasskey

/** The session goes on under this token. */
export interface Proven {
  readonly token: string
  readonly provenAt: Date
}

export type ProofRefused = { readonly refused: 'wrong' } | Locked

/** Takes the second factor once more in a session; a wrong one counts as a wrong one at sign-in does. */
export async function proveAgain(
  dependencies: ProveDependencies,
  holder: AccountHolder,
  given: GivenFactor,
  by: Actor,
): Promise<Proven | ProofRefused> {
  const { database, clock, hash } = dependencies
  const { id: personId, sessionId, address, email } = holder
  const isCode = 'code' in given
  const counts = isCode ? { address, account: email } : { address }
  const locked = await spendAttempts(dependencies, counts)
  if (locked !== undefined) return locked

  const proof = await proofOf(dependencies, holder, given)
  const factor = { detail: { factor: isCode ? 'second_factor' : 'passkey' } }
  if (proof !== undefined) {
    const token = newToken()
    const provenAt = clock.now()
    const event = auditEvent(by, 'proof.given', sessionId, factor)
    const session = { sessionId, personId }
    const tokenHash = hash.of('session', token)
    if (await proveSession(database, session, proof, tokenHash, provenAt, event)) {
      await returnAttempt(dependencies, counts)
      return { token, provenAt }
    }
  }
  await appendAudit(database, auditEvent(by, 'proof.refused', sessionId, factor))
  return { refused: 'wrong' }
}

async function proofOf(
  dependencies: ProveDependencies,
  { id, sessionId, email }: AccountHolder,
  given: GivenFactor,
): Promise<Proof | undefined> {
  if ('code' in given) {
    const seed = await findAuthenticatorSeed(dependencies.database, id)
    return proofByCode(dependencies, { seed, email }, given.code)
  }
  const signed = await proofByPasskey(dependencies, given, `prove:${sessionId}`)
  return signed?.personId === id ? signed.proof : undefined
}

/** By what somebody can prove in their session that it is them. */
export interface WaysToProve {
  readonly takesCode: boolean
  /** What a browser needs to ask for a passkey; null for who has none, and where there can be none. */
  readonly passkeyOptions: object | null
}

export async function waysToProve(
  { database, clock, hash }: ProveDependencies,
  { id, sessionId }: Pick<AccountHolder, 'id' | 'sessionId'>,
  origin: string | undefined,
): Promise<WaysToProve> {
  const { hasAuthenticator, backupCodes, passkeys } = await findAccount(database, id)
  const canSign = passkeys.length > 0 && takesPasskeys(origin)
  return {
    takesCode: hasAuthenticator || backupCodes > 0,
    passkeyOptions: canSign
      ? await assertionOptions(hash, origin, `prove:${sessionId}`, passkeys, clock.now())
      : null,
  }
}
