import type { JsonValue } from '../domain/canonical-json.ts'
import type { Change } from '../domain/change.ts'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import { auditInsert } from './audit.ts'
import type { Database } from './database.ts'
import {
  type ExpectedEntries,
  orRefused,
  type Recorded,
  type RefusedRecord,
  recordedIn,
} from './record-changes.ts'

/** What a claim is refused with, by the code of the error. */
export const KEY_USED = { PR208: 'key_used' } as const

/** An Idempotency-Key to be claimed by the statement that does what it stands for. */
export interface KeyClaim {
  readonly keyHash: string
  readonly bodyHash: string
  readonly usedAt: Date
  /** What the answer needs, besides what the registry itself holds. */
  readonly outcome: JsonValue
}

/**
 * Records what one caller may record alone, once for its key. The event tells the trail of it; null
 * where the log's own line, which names the caller's key, is all that is kept.
 */
export function recordOnce(
  { sql }: Database,
  recordedBy: string,
  changes: readonly Change[],
  expect: ExpectedEntries | null,
  key: KeyClaim | null,
  event: AuditEvent | null,
): Promise<Recorded | { readonly refused: RefusedRecord | 'key_used' }> {
  const told = event === null ? sql`` : sql`, told as (${auditInsert(sql, event, sql`recorded`)})`
  return orRefused(KEY_USED, async () =>
    recordedIn(
      await sql`
        with recorded as materialized (
          select * from registry_record_once(${recordedBy}, ${JSON.stringify(changes)}::text::jsonb,
            ${expect === null ? null : JSON.stringify(expect)}::text::jsonb,
            ${claimJson(key)}::text::jsonb)
        )${told}
        select first_entry::float8, size::float8, recorded_at::text from recorded`,
    ),
  )
}

export interface ClaimedKey {
  readonly bodyHash: string
  readonly outcome: JsonValue
  readonly firstEntry: number | null
}

export function claimJson(claim: KeyClaim | null): string | null {
  if (claim === null) return null
  const { keyHash, bodyHash, usedAt, outcome } = claim
  return JSON.stringify({ key_hash: keyHash, body_hash: bodyHash, used_at: usedAt, outcome })
}

/** What a key used after `since` led to. An older use is forgotten, so that the key is free. */
export async function findClaimedKey(
  { sql }: Database,
  keyHash: string,
  since: Date,
): Promise<ClaimedKey | undefined> {
  const [row] = await sql`
    with forgotten as (
      delete from recording_keys
      where key_hash = ${keyHash} and used_at <= ${since.toISOString()}::timestamptz
    )
    select body_hash, outcome, first_entry::float8 from recording_keys
    where key_hash = ${keyHash} and used_at > ${since.toISOString()}::timestamptz`
  if (row === undefined) return undefined
  return {
    bodyHash: String(row.body_hash),
    outcome: row.outcome as JsonValue,
    firstEntry: row.first_entry === null ? null : Number(row.first_entry),
  }
}

/** Forgets keys used by `until`. */
export async function purgeClaimedKeys({ sql }: Database, until: Date): Promise<number> {
  const gone = await sql`delete from recording_keys
    where used_at <= ${until.toISOString()}::timestamptz`
  return gone.count
}
