import type { Sql } from 'postgres'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import { auditInsert, type Fragment } from './audit.ts'
import { type NewCredentials, withCredentials } from './credentials.ts'
import type { Database } from './database.ts'
import { type NewSession, sessionInsert } from './sessions.ts'

export interface NewInvitation {
  /** `inv_…` */
  readonly id: string
  readonly tokenHash: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Invites whom a relation of the statement names by `id`. */
export function invitationInsert(
  sql: Sql,
  { id, tokenHash, createdAt, expiresAt }: NewInvitation,
  invitedBy: string,
  people: Fragment,
): Fragment {
  return sql`insert into invitations (id, token_hash, person_id, invited_by, created_at, expires_at)
    select ${id}, ${tokenHash}, id, ${invitedBy}, ${createdAt.toISOString()}::timestamptz,
      ${expiresAt.toISOString()}::timestamptz
    from ${people}`
}

export interface InvitedPerson {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** Whom an invitation is for that was not used and has not expired. */
export async function findInvited(
  { sql }: Database,
  tokenHash: string,
  now: Date,
): Promise<InvitedPerson | undefined> {
  const [row] = await sql`
    select p.id, p.email, p.name from invitations i join people p on p.id = i.person_id
    where i.token_hash = ${tokenHash} and i.used_at is null and p.disabled_at is null
      and i.expires_at > ${now.toISOString()}::timestamptz`
  return row && { id: row.id, email: row.email, name: row.name }
}

/** Uses an invitation up: keeps what to sign in with, and opens the first session. False when it was used. */
export async function useInvitation(
  { sql }: Database,
  tokenHash: string,
  credentials: NewCredentials,
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
    )${withCredentials(sql, credentials, session.startedAt, sql`used`)},
    opened as (${sessionInsert(sql, session, sql`used`)}),
    told as (${auditInsert(sql, event, sql`used`)})
    select from used`
  return used.count === 1
}
