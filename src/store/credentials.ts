import type { Sql } from 'postgres'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { Passkey } from '../domain/people/passkey.ts'
import { auditInsert, type Fragment } from './audit.ts'
import type { Database } from './database.ts'

/** What somebody signs in with from now on; what is left out stays as it is. */
export interface NewCredentials {
  readonly passwordHash?: string
  readonly authenticator?: {
    readonly seed: string
    /** The time step of the code that showed the app to be set up. */
    readonly step: number
    readonly backupCodeHashes: readonly string[]
  }
  readonly passkey?: NewPasskey
}

export interface NewPasskey extends Passkey {
  readonly name: string
}

/** Further parts of a `with`, for the `person_id` that a relation of it has. Each begins with a comma. */
export function withCredentials(
  sql: Sql,
  { passwordHash, authenticator, passkey }: NewCredentials,
  now: Date,
  from: Fragment,
): Fragment {
  const at = now.toISOString()
  return sql`${
    passwordHash === undefined
      ? sql``
      : sql`, password as (
          insert into passwords (person_id, hash, set_at)
          select person_id, ${passwordHash}, ${at}::timestamptz from ${from}
          on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at
        )`
  }${
    authenticator === undefined
      ? sql``
      : sql`, app as (
          insert into authenticator_apps (person_id, seed, last_step)
          select person_id, ${authenticator.seed}, ${authenticator.step}::bigint from ${from}
          on conflict (person_id) do update set seed = excluded.seed, last_step = excluded.last_step
        ), earlier_codes as (
          delete from backup_codes where person_id in (select person_id from ${from})
        ), codes as (
          insert into backup_codes (code_hash, person_id)
          select hash, person_id
          from ${from}, json_array_elements_text(${JSON.stringify(authenticator.backupCodeHashes)}::text::json) hash
        )`
  }${
    passkey === undefined
      ? sql``
      : sql`, passkey as (
          insert into passkeys (id, person_id, public_key, counter, transports, name, created_at)
          select ${passkey.id}, person_id, decode(${Buffer.from(passkey.publicKey).toString('hex')}::text, 'hex'),
            ${passkey.counter}::bigint, string_to_array(${passkey.transports.join(' ')}, ' '),
            ${passkey.name}, ${at}::timestamptz
          from ${from}
          on conflict (id) do nothing
        )`
  }`
}

/** What of somebody's own credentials they may be shown. */
export interface Account {
  readonly passwordHash: string | null
  readonly hasAuthenticator: boolean
  readonly backupCodes: number
  readonly passkeys: readonly KeptPasskey[]
}

export interface KeptPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly usedAt: string | null
}

export async function findAccount({ sql }: Database, personId: string): Promise<Account> {
  const [row] = await sql`
    select (select hash from passwords where person_id = ${personId}) as password_hash,
      exists (select from authenticator_apps where person_id = ${personId}) as has_authenticator,
      (select count(*)::int from backup_codes where person_id = ${personId}) as backup_codes,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'createdAt', created_at,
          'usedAt', used_at) order by created_at, id), '[]'::json)
        from passkeys where person_id = ${personId}) as passkeys`
  return {
    passwordHash: row?.password_hash,
    hasAuthenticator: row?.has_authenticator,
    backupCodes: row?.backup_codes,
    passkeys: row?.passkeys,
  }
}

/** Which session of whose is to be carried on under another token; their others end. */
export interface Rotation {
  readonly personId: string
  readonly sessionId: string
  readonly newSessionId: string
  readonly newTokenHash: string
}

/** Keeps new credentials and rotates the session they are given in. False when that has ended. */
export async function changeCredentials(
  { sql }: Database,
  credentials: NewCredentials,
  rotation: Rotation,
  now: Date,
  event: AuditEvent,
): Promise<boolean> {
  const changed = await sql`
    with ${rotated(sql, rotation, now)}${withCredentials(sql, credentials, now, sql`rotated`)},
    told as (${auditInsert(sql, event, sql`rotated`)})
    select from rotated`
  return changed.count === 1
}

/** Takes a passkey away, unless nothing would be left to sign in with. */
export async function removePasskey(
  { sql }: Database,
  passkeyId: string,
  rotation: Rotation,
  now: Date,
  event: AuditEvent,
): Promise<boolean> {
  const { personId } = rotation
  const removed = await sql`
    with ${rotated(sql, rotation, now)}, removed as (
      delete from passkeys using rotated
      where passkeys.person_id = rotated.person_id and passkeys.id = ${passkeyId}
        and ((exists (select from passwords where person_id = ${personId})
            and (exists (select from authenticator_apps where person_id = ${personId})
              or exists (select from backup_codes where person_id = ${personId})))
          or exists (select from passkeys other where other.person_id = ${personId} and other.id <> ${passkeyId}))
      returning 1
    ), told as (${auditInsert(sql, event, sql`removed`)})
    select from rotated`
  return removed.count === 1
}

function rotated(
  sql: Sql,
  { personId, sessionId, newSessionId, newTokenHash }: Rotation,
  now: Date,
): Fragment {
  return sql`ended as (
      delete from sessions where person_id = ${personId}
      returning id, person_id, is_complete, method, address, user_agent, started_at, ends_at, proven_at
    ), renewed as (
      update people set session_generation = session_generation + 1
      from ended where people.id = ended.person_id and ended.id = ${sessionId} and ended.is_complete
      returning session_generation
    ), rotated as (
      insert into sessions (id, token_hash, person_id, is_complete, method, address, user_agent,
        started_at, seen_at, ends_at, proven_at, generation)
      select ${newSessionId}, ${newTokenHash}, person_id, is_complete, method, address, user_agent,
        started_at, ${now.toISOString()}::timestamptz, ends_at, proven_at, session_generation
      from ended cross join renewed where id = ${sessionId} and is_complete
      returning person_id
    )`
}
