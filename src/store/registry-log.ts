import type { Hash } from '../domain/evidence/hash.ts'
import type { LoggedEntry } from '../domain/evidence/logged-entry.ts'
import type { Subtree } from '../domain/evidence/merkle-tree.ts'
import type { Database } from './database.ts'

/** The entries from `from` to before `to`, in order. */
export async function listLogEntries(
  { sql }: Pick<Database, 'sql'>,
  from: number,
  to: number,
): Promise<LoggedEntry[]> {
  const rows = await sql`
    select idx::float8, kind, subject, body, leaf, recorded_by,
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at
    from registry_log where idx >= ${from} and idx < ${to} order by idx`
  return rows.map((row) => ({
    idx: Number(row.idx),
    kind: String(row.kind),
    subject: String(row.subject),
    body: String(row.body),
    leaf: row.leaf as Buffer,
    recordedAt: String(row.recorded_at),
    recordedBy: String(row.recorded_by),
  }))
}

/** The stored hashes of complete subtrees, in the order asked for; undefined for one that is missing. */
export async function loadSubtreeHashes(
  { sql }: Pick<Database, 'sql'>,
  subtrees: readonly Subtree[],
): Promise<(Hash | undefined)[]> {
  const levels = subtrees.map(({ level }) => level).join()
  const places = subtrees.map(({ index }) => index).join()
  // Not as joins: for a few thousand of them the planner would read both tables whole.
  const rows = await sql`
    select case s.level
      when 0 then (select l.leaf from registry_log l where l.idx = s.index)
      else (select n.hash from registry_log_node n where n.level = s.level and n.index = s.index)
    end as hash
    from unnest(string_to_array(${levels}, ',')::int[], string_to_array(${places}, ',')::bigint[])
      with ordinality as s (level, index, place)
    order by s.place`
  return rows.map(({ hash }) => (hash === null ? undefined : (hash as Buffer)))
}

/** The first place that lies beyond the log's head, in the log or among its subtrees, if any does. */
export async function findBeyondHead({ sql }: Pick<Database, 'sql'>): Promise<number | undefined> {
  const [row] = await sql`
    select least(
      (select min(l.idx) from registry_log l where l.idx < 0 or l.idx >= h.size),
      (select min(n.index) from registry_log_node n where n.index >= h.size >> n.level::int)
    )::float8 as place
    from registry_head h`
  return row === undefined || row.place === null ? undefined : Number(row.place)
}
