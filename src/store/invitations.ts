import type { AuditEvent } from '../domain/people/audit-event.ts'
import { auditInsert } from './audit.ts'
import type { Database } from './database.ts'
import type { KeptPerson } from './people.ts'
import { type NewSession, sessionInsert } from './sessions.ts'

/** Whom an invitation is for that was not used and has not expired. */
export async function findInvited(
  { sql }: Database,
  tokenHash: string,
  now: Date,
): Promise<KeptPerson | undefined> {
  const [row] = await sql`
    select p.id, p.email, p.name from invitations i join people p on p.id = i.person_id
    where i.token_hash = ${tokenHash} and i.used_at is null and p.disabled_at is null
      and i.expires_at > ${now.toISOString()}::timestamptz`
  return row && { id: row.id, email: row.email, name: row.name }
}

export interface Credentials {
  readonly passwordHash: string
  readonly seed: string
  /** The time step of the code that showed the app to be set up. */
  readonly step: number
  readonly backupCodeHashes: readonly string[]
}

/** Uses an invitation up: keeps what to sign in with, and opens the first session. False when it was used. */
export async function useInvitation(
  { sql }: Database,
  tokenHash: string,
  { passwordHash, seed, step, backupCodeHashes }: Credentials,
  session: NewSession,
  event: AuditEvent,
): Promise<boolean> {
  const at = session.startedAt.toISOString()
  const used = await sql`
    with used as (
      update invitations set used_at = ${at}::timestamptz
      where token_hash = ${tokenHash} and person_id = ${session.personId} and used_at is null
        and expires_at > ${at}::timestamptz
      returning person_id
    ), password as (
      insert into passwords (person_id, hash, set_at)
      select person_id, ${passwordHash}, ${at}::timestamptz from used
      on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at
    ), app as (
      insert into authenticator_apps (person_id, seed, last_step)
      select person_id, ${seed}, ${step} from used
      on conflict (person_id) do update set seed = excluded.seed, last_step = excluded.last_step
    ), codes as (
      insert into backup_codes (code_hash, person_id)
      select hash, person_id from used, json_array_elements_text(${JSON.stringify(backupCodeHashes)}::text::json) hash
    ), opened as (${sessionInsert(sql, session, sql`used`)}),
    told as (${auditInsert(sql, event, sql`used`)})
    select from used`
  return used.count === 1
}
