import type { Sql } from 'postgres'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { Person, RoleGrant } from '../domain/people/person.ts'
import { SESSION_LIMITS } from '../domain/people/session-limits.ts'
import { auditInsert, type Fragment } from './audit.ts'
import type { Database } from './database.ts'

export const SIGN_IN_METHODS = ['password', 'authenticator', 'backup_code', 'passkey'] as const

export interface NewSession {
  /** `ses_…`: names the session where its token must not stand. */
  readonly id: string
  readonly tokenHash: string
  readonly personId: string
  /** False between the password and the second factor. */
  readonly isComplete: boolean
  readonly method: (typeof SIGN_IN_METHODS)[number]
  readonly address: string
  readonly userAgent: string
  readonly startedAt: Date
  readonly endsAt: Date
}

export interface OpenSession extends Person {
  readonly sessionId: string
  readonly email: string
}

const SECONDS_BETWEEN_TOUCHES = 30

/** Who holds a session that has not ended, with their roles as they are now; marks it as used. */
export async function findOpenSession(
  { sql }: Database,
  tokenHash: string,
  now: Date,
): Promise<OpenSession | undefined> {
  const at = now.toISOString()
  const idleSince = new Date(now.getTime() - SESSION_LIMITS.idle).toISOString()
  const [row] = await sql`
    with found as (
      select s.id as session_id, s.seen_at, p.id, p.name, p.email
      from sessions s join people p on p.id = s.person_id
      where s.token_hash = ${tokenHash} and s.is_complete and p.disabled_at is null
        and s.ends_at > ${at}::timestamptz and s.seen_at > ${idleSince}::timestamptz
    ), touched as (
      update sessions set seen_at = ${at}::timestamptz
      where id = (select session_id from found)
        and seen_at < ${at}::timestamptz - make_interval(secs => ${SECONDS_BETWEEN_TOUCHES})
    )
    select f.session_id, f.id, f.name, f.email, ${heldRoles(sql, sql`f.id`)} as grants from found f`
  return row && { ...personOf(row), sessionId: row.session_id, email: row.email }
}

/** A subquery: the roles that somebody has now, as JSON. */
export function heldRoles(sql: Sql, personId: Fragment): Fragment {
  return sql`(
    select coalesce(json_agg(json_build_object('role', g.role, 'country', g.country, 'region', g.region)
      order by g.id), '[]'::json)
    from role_grants g left join role_grant_ends e on e.grant_id = g.id
    where g.person_id = ${personId} and e.grant_id is null)`
}

function personOf(row: Record<string, unknown>): Person {
  return {
    id: String(row.id),
    name: String(row.name),
    grants: row.grants as RoleGrant[],
  }
}

/** Opens a session in place of the one that came with the request, if any, and writes it down. */
export async function openSession(
  { sql }: Database,
  session: NewSession,
  insteadOf: string | undefined,
  event: AuditEvent,
): Promise<void> {
  await sql`
    with replaced as (
      delete from sessions where token_hash = ${insteadOf ?? ''}
    ), opened as (${sessionInsert(sql, session, sql`(select) once`)} returning 1)
    ${auditInsert(sql, event, sql`opened`)}`
}

export function sessionInsert(sql: Sql, session: NewSession, from: Fragment): Fragment {
  const startedAt = session.startedAt.toISOString()
  return sql`insert into sessions (id, token_hash, person_id, is_complete, method, address, user_agent,
      started_at, seen_at, ends_at)
    select ${session.id}, ${session.tokenHash}, ${session.personId}, ${session.isComplete},
      ${session.method}, ${session.address}, ${session.userAgent}, ${startedAt}::timestamptz,
      ${startedAt}::timestamptz, ${session.endsAt.toISOString()}::timestamptz
    from ${from}`
}

/** Ends one session by its token. */
export async function endSession(
  { sql }: Database,
  tokenHash: string,
  event: AuditEvent,
): Promise<void> {
  await sql`
    with ended as (delete from sessions where token_hash = ${tokenHash} returning 1)
    ${auditInsert(sql, event, sql`ended`)}`
}
