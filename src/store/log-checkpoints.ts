import type { Database } from './database.ts'

/** A signed checkpoint as it was published, with the keys that verify it, one a line. */
export interface StoredCheckpoint {
  readonly size: number
  readonly note: string
  readonly verifierKeys: string
}

/** The newest checkpoint that the signer published. */
export async function findLatestCheckpoint({
  sql,
}: Pick<Database, 'sql'>): Promise<StoredCheckpoint | undefined> {
  const [row] = await sql`
    select size::float8, note, verifier_keys from log_checkpoint order by size desc limit 1`
  return (
    row && {
      size: Number(row.size),
      note: String(row.note),
      verifierKeys: String(row.verifier_keys),
    }
  )
}

/** Publishes a checkpoint. One of the same size stays as it is. */
export async function appendCheckpoint(
  { sql }: Pick<Database, 'sql'>,
  { size, note, verifierKeys }: StoredCheckpoint,
): Promise<void> {
  await sql`
    insert into log_checkpoint (size, note, verifier_keys) values (${size}, ${note}, ${verifierKeys})
    on conflict (size) do nothing`
}

/** Holds recording until the log has been put back. */
export async function holdRecording({ sql }: Pick<Database, 'sql'>, reason: string): Promise<void> {
  await sql`insert into registry_hold (reason) values (${reason}) on conflict (one) do nothing`
}

export async function releaseRecording({ sql }: Pick<Database, 'sql'>): Promise<void> {
  await sql`delete from registry_hold`
}

/** Why recording is held, if it is. */
export async function findHold({ sql }: Pick<Database, 'sql'>): Promise<string | undefined> {
  const [row] = await sql`select reason from registry_hold`
  return row && String(row.reason)
}
