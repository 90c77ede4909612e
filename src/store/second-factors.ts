import type { Sql } from 'postgres'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { Assertion, Passkey } from '../domain/people/passkey.ts'
import { auditInsert, type Fragment } from './audit.ts'
import type { Database } from './database.ts'
import { type NewSession, sessionInsert } from './sessions.ts'

export interface AwaitedSecondFactor {
  readonly personId: string
  readonly email: string
  /** Null for somebody without an authenticator app. */
  readonly seed: string | null
}

/** Who gave a password under this token and still owes the second factor. */
export async function findAwaitedSecondFactor(
  { sql }: Database,
  tokenHash: string,
  now: Date,
): Promise<AwaitedSecondFactor | undefined> {
  const [row] = await sql`
    select s.person_id, p.email, a.seed
    from sessions s
    join people p on p.id = s.person_id
    left join authenticator_apps a on a.person_id = p.id
    where s.token_hash = ${tokenHash} and not s.is_complete and p.disabled_at is null
      and s.generation = p.session_generation
      and s.ends_at > ${now.toISOString()}::timestamptz`
  return row && { personId: row.person_id, email: row.email, seed: row.seed }
}

/** What proves the second factor, and is used up by it. */
export type Proof =
  | { readonly step: number }
  | { readonly backupCodeHash: string }
  | { readonly assertion: Assertion; readonly earlierCounter: number }

/** The first parts of a `with`: `proven` has a row when the proof was not used before. */
function proven(sql: Sql, personId: string, proof: Proof, at: string): Fragment {
  if ('step' in proof) {
    return sql`proven as (
      update authenticator_apps set last_step = ${proof.step}
      where person_id = ${personId} and last_step < ${proof.step} returning 1)`
  }
  if ('backupCodeHash' in proof) {
    return sql`proven as (
      delete from backup_codes
      where person_id = ${personId} and code_hash = ${proof.backupCodeHash} returning 1)`
  }
  const { passkeyId, challenge, challengeEndsAt, counter } = proof.assertion
  return sql`fresh as (
      insert into passkey_challenges (challenge, expires_at)
      values (${challenge}, ${challengeEndsAt.toISOString()}::timestamptz)
      on conflict do nothing
      returning 1
    ), proven as (
      update passkeys set counter = ${counter}::bigint, used_at = ${at}::timestamptz
      from fresh
      where id = ${passkeyId} and person_id = ${personId} and counter = ${proof.earlierCounter}::bigint
      returning 1)`
}

/**
 * Opens the session in place of the one that waits, forgets the account's failed attempts and uses the
 * proof up, in one statement. False when the proof was used before: then nothing happens.
 */
export async function completeSignIn(
  { sql }: Database,
  waitingTokenHash: string,
  session: NewSession,
  proof: Proof,
  attemptKeyHash: string,
  event: AuditEvent,
): Promise<boolean> {
  const completed = await sql`
    with ${proven(sql, session.personId, proof, session.startedAt.toISOString())}, replaced as (
      delete from sessions using proven where token_hash = ${waitingTokenHash} returning generation
    ), forgotten as (
      delete from sign_in_attempts using replaced where key_hash = ${attemptKeyHash}
    ), opened as (${sessionInsert(sql, session, sql`replaced`, sql`replaced.generation`)} returning 1),
    told as (${auditInsert(sql, event, sql`opened`)})
    select from opened`
  return completed.count === 1
}

export interface PasskeyToSignIn extends Passkey {
  readonly personId: string
}

/** A passkey of somebody who is not disabled. */
export async function findPasskeyToSignIn(
  { sql }: Database,
  id: string,
): Promise<PasskeyToSignIn | undefined> {
  const [row] = await sql`
    select k.id, k.person_id, encode(k.public_key, 'hex') as public_key, k.counter::float8,
      array_to_string(k.transports, ' ') as transports
    from passkeys k join people p on p.id = k.person_id
    where k.id = ${id} and p.disabled_at is null`
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      publicKey: Buffer.from(row.public_key, 'hex'),
      counter: row.counter,
      transports: row.transports.split(' ').filter(Boolean),
    }
  )
}

/** Opens a session on a passkey's signature. False when its challenge was taken before. */
export async function completePasskeySignIn(
  { sql }: Database,
  proof: Proof,
  session: NewSession,
  insteadOf: string | undefined,
  event: AuditEvent,
): Promise<boolean> {
  const completed = await sql`
    with ${proven(sql, session.personId, proof, session.startedAt.toISOString())}, replaced as (
      delete from sessions using proven where token_hash = ${insteadOf ?? ''}
    ), opened as (${sessionInsert(sql, session, sql`proven`)} returning 1),
    told as (${auditInsert(sql, event, sql`opened`)})
    select from opened`
  return completed.count === 1
}

/**
 * Carries a session on under a new token, so that whoever took the old one loses it with the proof.
 * False when the proof was used before, or the session has ended.
 */
export async function proveSession(
  { sql }: Database,
  { sessionId, personId }: { readonly sessionId: string; readonly personId: string },
  proof: Proof,
  newTokenHash: string,
  now: Date,
  event: AuditEvent,
): Promise<boolean> {
  const at = now.toISOString()
  const carriedOn = await sql`
    with ${proven(sql, personId, proof, at)}, carried_on as (
      update sessions set token_hash = ${newTokenHash}, proven_at = ${at}::timestamptz
      from proven
      where id = ${sessionId} and person_id = ${personId} and is_complete
      returning 1
    ), told as (${auditInsert(sql, event, sql`carried_on`)})
    select from carried_on`
  return carriedOn.count === 1
}

/** Where the codes of somebody's authenticator app begin; null for who has none. */
export async function findAuthenticatorSeed(
  { sql }: Database,
  personId: string,
): Promise<string | null> {
  const [row] = await sql`select seed from authenticator_apps where person_id = ${personId}`
  return row?.seed ?? null
}
