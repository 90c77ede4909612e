import { authenticatorOf } from '../../authenticator.ts'
import type { Dependencies } from '../../dependencies.ts'
import { readBackupCode } from '../../domain/people/backup-code.ts'
import { type ChallengePurpose, passkeyIdIn, readAssertion } from '../../passkeys.ts'
import { findPasskeyToSignIn, type Proof } from '../../store/second-factors.ts'

type FactorDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** What a browser gave for a passkey, and the address of this service as it sees it. */
export interface GivenPasskey {
  readonly passkey: string
  readonly origin: string
}

/** A code of the authenticator app that begins at `seed`, or a backup code, as it was typed. */
export function proofByCode(
  { hash, clock }: FactorDependencies,
  { seed, email }: { readonly seed: string | null; readonly email: string },
  typed: string,
): Proof | undefined {
  const backupCode = readBackupCode(typed)
  if (backupCode !== undefined) return { backupCodeHash: hash.of('backup-code', backupCode) }
  const code = typed.replace(/\s/g, '')
  if (seed === null || !/^\d{6}$/.test(code)) return undefined
  const step = authenticatorOf(hash, seed, email).stepOf(code, clock.now())
  return step === undefined ? undefined : { step }
}

/** Whose passkey it says it is, and the proof if its signature is one; undefined when nobody has it. */
export async function proofByPasskey(
  { database, hash, clock }: FactorDependencies,
  { passkey: response, origin }: GivenPasskey,
  purpose: ChallengePurpose,
): Promise<{ readonly personId: string; readonly proof: Proof | undefined } | undefined> {
  const passkey = await findPasskeyToSignIn(database, passkeyIdIn(response) ?? '')
  if (passkey === undefined) return undefined
  const { personId, counter: earlierCounter } = passkey
  const assertion = await readAssertion(hash, origin, purpose, passkey, response, clock.now())
  return { personId, proof: assertion && { assertion, earlierCounter } }
}
