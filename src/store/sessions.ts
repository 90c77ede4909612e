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
  /** When the second factor was last proven in it. */
  readonly provenAt: Date | null
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
      select s.id as session_id, s.proven_at::text, p.id, p.name, p.email
      from sessions s join people p on p.id = s.person_id
      where s.token_hash = ${tokenHash} and s.is_complete and p.disabled_at is null
        and s.generation = p.session_generation
        and s.ends_at > ${at}::timestamptz and s.seen_at > ${idleSince}::timestamptz
    ), touched as (
      update sessions set seen_at = ${at}::timestamptz
      where id = (select session_id from found)
        and seen_at < ${at}::timestamptz - make_interval(secs => ${SECONDS_BETWEEN_TOUCHES})
    )
    select f.session_id, f.proven_at, f.id, f.name, f.email, ${heldRoles(sql, sql`f.id`)} as grants from found f`
  return (
    row && {
      ...personOf(row),
      sessionId: row.session_id,
      email: row.email,
      provenAt: row.proven_at === null ? null : new Date(row.proven_at),
    }
  )
}

/** A subquery: the roles that somebody has now, as JSON. */
function heldRoles(sql: Sql, personId: Fragment): Fragment {
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

/**
 * Opens a session in place of the one that came with the request, if any, and writes it down. False when
 * what it rests on, known since `generation`, was changed meanwhile.
 */
export async function openSession(
  { sql }: Database,
  session: NewSession,
  generation: number,
  insteadOf: string | undefined,
  event: AuditEvent,
): Promise<boolean> {
  const known = sql`(select ${generation}::int as generation) known`
  const opened = await sql`
    with replaced as (
      delete from sessions where token_hash = ${insteadOf ?? ''}
    ), opened as (${sessionInsert(sql, session, known, sql`known.generation`)} returning 1),
    told as (${auditInsert(sql, event, sql`opened`)})
    select from opened`
  return opened.count === 1
}

/**
 * `generation` is that in which the person proved who they are, where an earlier statement read it; else
 * it is the one that this statement sees.
 */
export function sessionInsert(
  sql: Sql,
  session: NewSession,
  from: Fragment,
  generation: Fragment = sql`p.session_generation`,
): Fragment {
  const startedAt = session.startedAt.toISOString()
  return sql`insert into sessions (id, token_hash, person_id, is_complete, method, address, user_agent,
      started_at, seen_at, ends_at, proven_at, generation)
    select ${session.id}, ${session.tokenHash}, ${session.personId}, ${session.isComplete},
      ${session.method}, ${session.address}, ${session.userAgent}, ${startedAt}::timestamptz,
      ${startedAt}::timestamptz, ${session.endsAt.toISOString()}::timestamptz,
      ${session.isComplete ? startedAt : null}::timestamptz, p.session_generation
    from ${from} cross join people p
    where p.id = ${session.personId} and p.disabled_at is null and p.session_generation = ${generation}`
}

export interface ListedSession {
  readonly id: string
  readonly method: NewSession['method']
  readonly address: string
  readonly userAgent: string
  readonly startedAt: string
  readonly seenAt: string
}

/** Somebody's sessions that have not ended, the last used first. */
export async function listSessions(
  { sql }: Database,
  personId: string,
  now: Date,
): Promise<ListedSession[]> {
  const at = now.toISOString()
  const idleSince = new Date(now.getTime() - SESSION_LIMITS.idle).toISOString()
  const rows = await sql`
    select s.id, s.method, s.address, s.user_agent, s.started_at::text, s.seen_at::text
    from sessions s join people p on p.id = s.person_id and p.session_generation = s.generation
    where s.person_id = ${personId} and s.is_complete and s.ends_at > ${at}::timestamptz
      and s.seen_at > ${idleSince}::timestamptz
    order by s.seen_at desc, s.id limit 100`
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    address: row.address,
    userAgent: row.user_agent,
    startedAt: new Date(row.started_at).toISOString(),
    seenAt: new Date(row.seen_at).toISOString(),
  }))
}

/** Ends one of somebody's sessions, or all but one; gives how many. */
export async function endSessions(
  { sql }: Database,
  personId: string,
  which: { readonly only: string } | { readonly allBut: string },
  event: AuditEvent,
): Promise<number> {
  const [row] = await sql`
    with ended as (
      delete from sessions
      where person_id = ${personId}
        and ${'only' in which ? sql`id = ${which.only}` : sql`id <> ${which.allBut}`}
      returning 1
    ), told as (${auditInsert(sql, event, sql`(select from ended limit 1) once`)})
    select count(*)::int as sessions from ended`
  return Number(row?.sessions)
}
