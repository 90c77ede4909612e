import type { PendingQuery, Row, Sql } from 'postgres'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { AuditAction, AuditEvent } from '../domain/people/audit-event.ts'
import type { Place } from '../domain/people/person.ts'
import type { Database } from './database.ts'

/** A part of a statement. */
export type Fragment = PendingQuery<Row[]>

export async function appendAudit({ sql }: Database, event: AuditEvent): Promise<void> {
  await auditInsert(sql, event)
}

/**
 * An insert to stand in the statement that does what it tells of, so that neither happens without the
 * other. `from` is a relation of that statement: no row in it, no event.
 */
export function auditInsert(
  sql: Sql,
  { actor, action, subject, place, detail }: AuditEvent,
  from: Fragment = sql`(select) once`,
): Fragment {
  return sql`insert into audit_events (actor_kind, actor_id, session_id, address, action, subject,
      country, region, detail, request_id)
    select ${actor.kind}::actor_kind, ${actor.id}, ${actor.sessionId}, ${actor.address}, ${action},
      ${subject}, ${place.country}, ${place.region}, ${JSON.stringify(detail)}::text::jsonb,
      ${actor.requestId}
    from ${from}`
}

export interface AuditFilter {
  /** A person's id, a key's, or a command's name. */
  readonly actor?: string | undefined
  readonly action?: AuditAction | undefined
  readonly subject?: string | undefined
  /** First and last day, in the registry's time zone. */
  readonly from?: CalendarDate | undefined
  readonly until?: CalendarDate | undefined
}

export interface KeptEvent extends AuditEvent {
  readonly id: number
  readonly at: Date
  /** Of a person; null for others. */
  readonly actorName: string | null
}

/** Newest first, those before `before` that concern a place within `within`. */
export async function listAudit(
  { sql }: Database,
  { actor, action, subject, from, until }: AuditFilter,
  page: {
    readonly within: readonly Place[]
    /** Also those that concern no place. */
    readonly withPlaceless: boolean
    readonly before: number | undefined
    readonly limit: number
    readonly timeZone: string
  },
): Promise<KeptEvent[]> {
  const rows = await sql`
    select a.id::float8, a.at::text, a.actor_kind, a.actor_id, p.name as actor_name, a.session_id,
      a.address, a.action, a.subject, a.country, a.region, a.detail, a.request_id
    from audit_events a left join people p on p.id = a.actor_id
    where (${isWithin(sql, page.within)}
        ${page.withPlaceless ? sql`or a.country is null` : sql``})
      ${page.before === undefined ? sql`` : sql`and a.id < ${page.before}::bigint`}
      ${actor === undefined ? sql`` : sql`and a.actor_id = ${actor}`}
      ${action === undefined ? sql`` : sql`and a.action = ${action}`}
      ${subject === undefined ? sql`` : sql`and a.subject = ${subject}`}
      ${from === undefined ? sql`` : sql`and a.at >= ${from}::date::timestamp at time zone ${page.timeZone}`}
      ${until === undefined ? sql`` : sql`and a.at < (${until}::date + 1)::timestamp at time zone ${page.timeZone}`}
    order by a.id desc limit ${page.limit}`
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at),
    actorName: row.actor_name,
    actor: {
      kind: row.actor_kind,
      id: row.actor_id,
      sessionId: row.session_id,
      address: row.address,
      requestId: row.request_id,
    },
    action: row.action,
    subject: row.subject,
    place: { country: row.country, region: row.region },
    detail: row.detail,
  }))
}

function isWithin(sql: Sql, places: readonly Place[]): Fragment {
  if (places.some(({ country }) => country === null)) return sql`true`
  return sql`exists (
    select from json_to_recordset(${JSON.stringify(places)}::text::json) w (country text, region text)
    where a.country = w.country
      and (w.region is null or a.region = w.region or starts_with(a.region, w.region || '.')))`
}
