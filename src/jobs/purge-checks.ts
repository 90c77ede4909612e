import { expiryOf } from '../actions/look-at-check.ts'
import { IDEMPOTENCY_HOURS } from '../actions/run-check.ts'
import type { Dependencies } from '../dependencies.ts'
import { purgeChecks } from '../store/checks.ts'

type PurgeDependencies = Pick<Dependencies, 'database' | 'clock' | 'config' | 'log'>

const MILLISECONDS_AN_HOUR = 3_600_000

/** Leaves only counts of the checks whose time is over. Safe to run twice, and from several services. */
export async function purgeExpiredChecks({ database, clock, config, log }: PurgeDependencies) {
  const keysUntil = new Date(clock.now().getTime() - IDEMPOTENCY_HOURS * MILLISECONDS_AN_HOUR)
  const purged = await purgeChecks(database, expiryOf({ clock, config }), keysUntil)
  log.info({ job: 'purge-checks', ...purged }, 'purged')
  return purged
}
