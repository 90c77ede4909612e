import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from './database.ts'
import { StartRefusal } from './start-refusal.ts'

/** Any constant: of several signers one works at a time. */
const SIGNER_LOCK = 4_720_662
const MILLISECONDS_TO_WAIT = 30_000
const MILLISECONDS_BETWEEN_TRIES = 250

/**
 * Runs `act` while no other signer works. The lock belongs to the connection, so `database` must
 * have one only. Throws a StartRefusal when another signer takes too long.
 */
export async function whileSigning<Result>(
  { sql }: Pick<Database, 'sql'>,
  act: () => Promise<Result>,
): Promise<Result> {
  const giveUpAt = performance.now() + MILLISECONDS_TO_WAIT
  for (;;) {
    const [row] = await sql`select pg_try_advisory_lock(${SIGNER_LOCK}) as is_ours`
    if (row?.is_ours === true) break
    if (performance.now() > giveUpAt) throw new StartRefusal('Another signer is at work.')
    await pause(MILLISECONDS_BETWEEN_TRIES)
  }
  try {
    return await act()
  } finally {
    // A connection that is gone has given its lock back already.
    await sql`select pg_advisory_unlock(${SIGNER_LOCK})`.catch(() => {})
  }
}
