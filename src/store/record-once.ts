import type { Change } from '../domain/change.ts'
import type { Database } from './database.ts'
import { outcomeOf, type RecordOutcome } from './record-changes.ts'

/** What an Idempotency-Key led to. */
export interface RecordedByKey {
  readonly bodyHash: string
  readonly subject: string
  readonly firstEntry: number
  readonly recordedAt: Date
}

export interface KeyClaim {
  readonly keyHash: string
  readonly bodyHash: string
  readonly usedAt: Date
}

/** Records one change and claims its key in one statement; refuses when the key was used already. */
export async function recordOnce(
  { sql }: Database,
  recordedBy: string,
  change: Change,
  { keyHash, bodyHash, usedAt }: KeyClaim,
): Promise<RecordOutcome | { readonly refused: 'key_used' }> {
  // Asking for the claimed row makes the record wait for it: without a claim nothing is recorded.
  const rows = sql`with claimed as (
      insert into record_idempotency (key_hash, body_hash, subject, used_at)
      values (${keyHash}, ${bodyHash}, ${change.subject}, ${usedAt.toISOString()}::timestamptz)
      on conflict (key_hash) do nothing
      returning ${recordedBy}::text as recorded_by
    )
    select first_entry::float8, size::float8, recorded.recorded_at::text
    from claimed, lateral registry_record(
      claimed.recorded_by, ${JSON.stringify([change])}::text::jsonb, null) recorded`
  return outcomeOf(rows, { refused: 'key_used' })
}

/** What a key used after `since` led to. An older use is forgotten, so that the key is free. */
export async function findRecordedByKey(
  { sql }: Database,
  keyHash: string,
  since: Date,
): Promise<RecordedByKey | undefined> {
  const at = since.toISOString()
  const [row] = await sql`with forgotten as (
      delete from record_idempotency where key_hash = ${keyHash} and used_at <= ${at}::timestamptz
    )
    select i.body_hash, i.subject, l.idx::float8 as entry, l.recorded_at::text
    from record_idempotency i
      cross join lateral (
        select idx, recorded_at from registry_log where subject = i.subject order by idx limit 1
      ) l
    where i.key_hash = ${keyHash} and i.used_at > ${at}::timestamptz`
  return (
    row && {
      bodyHash: row.body_hash,
      subject: row.subject,
      firstEntry: row.entry,
      recordedAt: new Date(row.recorded_at),
    }
  )
}
