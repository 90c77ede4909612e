import { expiryOf } from '../actions/look-at-check.ts'
import { idempotencySince } from '../actions/one-at-a-time.ts'
import type { Dependencies } from '../dependencies.ts'
import { purgeChecks } from '../store/checks.ts'
import { purgeClaimedKeys } from '../store/recording-keys.ts'

type PurgeDependencies = Pick<Dependencies, 'database' | 'clock' | 'config' | 'log'>

/** Leaves only counts of the checks whose time is over. Safe to run twice, and from several services. */
export async function purgeExpiredChecks({ database, clock, config, log }: PurgeDependencies) {
  const keysUntil = idempotencySince(clock.now())
  const { checks, keys } = await purgeChecks(database, expiryOf({ clock, config }), keysUntil)
  const purged = { checks, keys: keys + (await purgeClaimedKeys(database, keysUntil)) }
  log.info({ job: 'purge-checks', ...purged }, 'purged')
  return purged
}
