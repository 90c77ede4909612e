import { SESSION_LIMITS } from '../domain/people/session-limits.ts'
import type { Database } from './database.ts'

const SECONDS_TO_FORGET = 86_400
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3_600

/**
 * Counts an attempt before it is tried, so that attempts made at once cannot pass by: after `free` of
 * them each doubles the wait, up to an hour. Gives the seconds to wait when it may not be tried now.
 */
export async function spendAttempt(
  { sql }: Database,
  keyHash: string,
  free: number,
  now: Date,
): Promise<number | undefined> {
  const at = now.toISOString()
  const spent = await sql`
    insert into sign_in_attempts as kept (key_hash, attempts, locked_until, forget_at)
    values (${keyHash}, 1, ${at}::timestamptz, ${at}::timestamptz + make_interval(secs => ${SECONDS_TO_FORGET}))
    on conflict (key_hash) do update set
      attempts = case when kept.forget_at <= ${at}::timestamptz then 1 else kept.attempts + 1 end,
      locked_until = ${at}::timestamptz + make_interval(secs => case
        when kept.forget_at <= ${at}::timestamptz or kept.attempts < ${free} then 0
        else least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ least(kept.attempts - ${free}, 12))
      end),
      forget_at = excluded.forget_at
    where kept.locked_until <= ${at}::timestamptz
    returning 1`
  if (spent.count === 1) return undefined
  const [row] = await sql`
    select ceil(extract(epoch from locked_until - ${at}::timestamptz))::int as seconds
    from sign_in_attempts where key_hash = ${keyHash}`
  return Math.max(1, Number(row?.seconds ?? 1))
}

/** Takes attempts back that were right, so that many people may share an address. */
export async function returnAttempts(
  { sql }: Database,
  keyHash: string,
  count: number,
): Promise<void> {
  await sql`update sign_in_attempts set attempts = greatest(attempts - ${count}, 0)
    where key_hash = ${keyHash}`
}

/** Forgets sessions that are over, challenges that have ended, and attempts long past. One statement. */
export async function purgeSignIns({ sql }: Database, now: Date): Promise<number> {
  const at = now.toISOString()
  const idleSince = new Date(now.getTime() - SESSION_LIMITS.idle).toISOString()
  const [row] = await sql`
    with over as (
      delete from sessions
      where ends_at <= ${at}::timestamptz or seen_at <= ${idleSince}::timestamptz
      returning 1
    ), ended as (delete from passkey_challenges where expires_at <= ${at}::timestamptz),
    past as (delete from sign_in_attempts where forget_at <= ${at}::timestamptz)
    select count(*)::int as sessions from over`
  return Number(row?.sessions)
}
