import type { FactRow } from '../domain/evidence/log-entry.ts'
import type { StoredFact } from '../domain/evidence/state-replay.ts'
import type { Database } from './database.ts'

/**
 * The tables that the log speaks for. Kept here and not read from the database's own list, so that
 * nobody can take a table out of the comparison with SQL.
 */
export const REPLAYED_TABLES = [
  'sources',
  'source_editions',
  'agencies',
  'agency_names',
  'agency_identifiers',
  'agency_contacts',
  'branches',
  'representatives',
  'authorised_destinations',
  'licences',
  'licence_numbers',
  'licence_events',
  'licence_listings',
  'destination_rules',
  'age_limits',
  'document_requirements',
  'fee_rules',
  'foreign_partners',
  'recruitment_permits',
  'job_orders',
  'issued_documents',
  'assistance_offices',
  'complete_tables',
  'agency_merges',
] as const

/** Every row of a fact whose entry lies from `from` to before `to`, or among `others`. */
export async function loadStoredFacts(
  { sql }: Pick<Database, 'sql'>,
  from: number,
  to: number,
  others: readonly number[],
): Promise<StoredFact[]> {
  const parts = REPLAYED_TABLES.map(
    (
      table,
    ) => `select '${table}' as of, f.entry::float8 as entry, to_jsonb(f) as row from ${table} f
      where f.entry >= $1 and f.entry < $2 or f.entry = any (string_to_array($3, ',')::bigint[])`,
  )
  const rows = await sql.unsafe(parts.join(' union all '), [from, to, others.join()])
  return rows.map((row) => ({
    table: String(row.of),
    entry: Number(row.entry),
    row: row.row as FactRow,
  }))
}

/** A row that claims an entry, or to be superseded by one, that the log does not have. */
export async function findFactBeyondHead({
  sql,
}: Pick<Database, 'sql'>): Promise<{ table: string; entry: number } | undefined> {
  const parts = REPLAYED_TABLES.map(
    (table) => `select '${table}' as of, f.entry::float8 as entry from ${table} f, registry_head h
      where f.entry < 0 or f.entry >= h.size
        or (to_jsonb(f) ->> 'superseded_by')::bigint >= h.size`,
  )
  const [row] = await sql.unsafe(`${parts.join(' union all ')} limit 1`)
  return row && { table: String(row.of), entry: Number(row.entry) }
}
