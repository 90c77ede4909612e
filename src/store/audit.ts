import type { PendingQuery, Row, Sql } from 'postgres'
import type { AuditEvent } from '../domain/people/audit-event.ts'
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
