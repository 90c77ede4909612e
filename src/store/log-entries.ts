import type { JsonValue } from '../domain/canonical-json.ts'
import type { Database } from './database.ts'
import { REPLAYED_TABLES } from './log-state.ts'

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

/** Facts that name something for good: nothing ever takes their place. */
const IDENTITIES: ReadonlySet<string> = new Set(['sources', 'agencies', 'licences'])

export interface EndedEntry extends LogEntry {
  /** The entry that took the place of its fact; null while the fact stands, or where there is none. */
  readonly supersededBy: number | null
}

/** Entries from `from` to before `to` whose facts can be superseded, in order. */
export async function listFactEntries(
  { sql }: Database,
  from: number,
  to: number,
): Promise<EndedEntry[]> {
  const facts = REPLAYED_TABLES.filter((table) => !IDENTITIES.has(table)).map(
    (table) => `select entry, superseded_by from ${table} where entry >= $1 and entry < $2`,
  )
  const rows = await sql.unsafe(
    `select l.idx::float8, l.kind, l.subject, l.body, l.recorded_at::text, l.recorded_by,
       f.superseded_by::float8
     from registry_log l join (${facts.join(' union all ')}) f on f.entry = l.idx
     where l.idx >= $1 and l.idx < $2 order by l.idx`,
    [from, to],
  )
  return rows.map((row) => ({
    ...entryOf(row),
    supersededBy: row.superseded_by === null ? null : Number(row.superseded_by),
  }))
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
