import type { JsonValue } from '../domain/canonical-json.ts'
import type { Database } from './database.ts'

/** An Idempotency-Key to be claimed by the statement that does what it stands for. */
export interface KeyClaim {
  readonly keyHash: string
  readonly bodyHash: string
  /** What the answer needs, besides what the registry itself holds. */
  readonly outcome: JsonValue
}

export interface ClaimedKey {
  readonly bodyHash: string
  readonly outcome: JsonValue
  readonly firstEntry: number | null
}

export function claimJson(claim: KeyClaim | null): string | null {
  if (claim === null) return null
  const { keyHash, bodyHash, outcome } = claim
  return JSON.stringify({ key_hash: keyHash, body_hash: bodyHash, outcome })
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
