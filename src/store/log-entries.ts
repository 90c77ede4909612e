import type { JsonValue } from '../domain/canonical-json.ts'
import type { Database } from './database.ts'

/** One entry of the registry log, as it was recorded. */
export interface LogEntry {
  readonly entry: number
  readonly kind: string
  readonly subject: string
  readonly row: { readonly [column: string]: JsonValue }
  readonly supersedes: readonly number[]
  /** True where the superseded facts were taken back and nothing took their place. */
  readonly retracts: boolean
  readonly recordedAt: string
  readonly recordedBy: string
}

/** Everything recorded of a subject, oldest first; at most the newest `limit` entries. */
export async function listSubjectEntries(
  { sql }: Database,
  subject: string,
  limit: number,
): Promise<LogEntry[]> {
  const rows = await sql`
    select idx::float8, kind, subject, body, recorded_at::text, recorded_by from registry_log
    where subject = ${subject} order by idx desc limit ${limit}`
  return rows.map(entryOf).reverse()
}

export async function findEntries(
  { sql }: Database,
  entries: readonly number[],
): Promise<LogEntry[]> {
  if (entries.length === 0) return []
  const rows = await sql`
    select idx::float8, kind, subject, body, recorded_at::text, recorded_by from registry_log
    where idx = any (${`{${entries.join(',')}}`}::bigint[]) order by idx`
  return rows.map(entryOf)
}

/** The last entry of a subject, now or up to an entry of the log; null where there was none. */
export async function lastEntryOf(
  { sql }: Database,
  subject: string,
  upTo: number | null = null,
): Promise<number | null> {
  const [row] = await sql`
    select max(idx)::float8 as last from registry_log
    where subject = ${subject} and (${upTo}::bigint is null or idx <= ${upTo}::bigint)`
  return row?.last == null ? null : Number(row.last)
}

function entryOf(row: Record<string, unknown>): LogEntry {
  const body = JSON.parse(String(row.body)) as {
    fact: { row: { [column: string]: JsonValue } }
    supersedes?: number[]
  }
  return {
    entry: Number(row.idx),
    kind: String(row.kind),
    subject: String(row.subject),
    row: body.fact.row,
    supersedes: body.supersedes ?? [],
    retracts: Array.isArray(body.fact.row.retracts),
    recordedAt: String(row.recorded_at),
    recordedBy: String(row.recorded_by),
  }
}
