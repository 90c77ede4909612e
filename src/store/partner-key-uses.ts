import type { CalendarDate } from '../domain/calendar-date.ts'
import type { RouteClass } from '../domain/partner-key.ts'
import type { Database } from './database.ts'

const MOST_COUNTS = 2_000

export interface KeyUse {
  readonly keyId: string
  readonly day: CalendarDate
  readonly routeClass: RouteClass
  readonly statusClass: number
  readonly count: number
}

/** Adds to the counts, and notes the minute in which each key was last used. */
export async function addKeyUses(
  { sql }: Database,
  uses: readonly KeyUse[],
  lastUsedAt: Date,
): Promise<void> {
  const at = new Date(Math.floor(lastUsedAt.getTime() / 60_000) * 60_000).toISOString()
  await sql`with used as (
      select * from jsonb_to_recordset(${JSON.stringify(uses)}::text::jsonb)
        as u ("keyId" text, day date, "routeClass" text, "statusClass" smallint, count integer)
      -- One order for every service that adds, so that none waits for another's rows in a circle.
      order by "keyId", day, "routeClass", "statusClass"
    ), counted as (
      insert into partner_key_uses as kept (key_id, day, route_class, status_class, count)
      select "keyId", day, "routeClass", "statusClass", count from used
      on conflict (key_id, day, route_class, status_class)
        do update set count = kept.count + excluded.count
    )
    update partner_keys set last_used_at = greatest(last_used_at, ${at}::timestamptz)
    where id in (select "keyId" from used)`
}

/** The counts of a key from a day on, in order. */
export async function listKeyUses(
  { sql }: Database,
  keyId: string,
  from: CalendarDate,
): Promise<KeyUse[]> {
  const rows = await sql`select day::text, route_class, status_class, count
    from partner_key_uses where key_id = ${keyId} and day >= ${from}::date
    order by day, route_class, status_class limit ${MOST_COUNTS}`
  return rows.map((row) => ({
    keyId,
    day: row.day,
    routeClass: row.route_class,
    statusClass: row.status_class,
    count: row.count,
  }))
}
