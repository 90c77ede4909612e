import { expiryOf } from '../actions/look-at-check.ts'
import { idempotencySince } from '../actions/one-at-a-time.ts'
import type { Dependencies } from '../dependencies.ts'
import { purgeChecks } from '../store/checks.ts'
import { purgeClaimedKeys } from '../store/recording-keys.ts'

type PurgeDependencies = Pick<Dependencies, 'database' | 'clock' | 'config' | 'log'>

const MILLISECONDS_A_DAY = 86_400_000

/** Leaves only counts of the checks whose time is over. Safe to run twice, and from several services. */
export async function purgeExpiredChecks({ database, clock, config, log }: PurgeDependencies) {
  const keysUntil = idempotencySince(clock.now())
  const { checks, keys } = await purgeChecks(database, expiryOf({ clock, config }), keysUntil)
  const purged = { checks, keys: keys + (await purgeClaimedKeys(database, keysUntil)) }
  log.info({ job: 'purge-checks', ...purged }, 'purged')
  return purged
}

/** Purges now and once a day; a purge that fails is told in the log and tried again the next day. */
export function purgeDaily(dependencies: PurgeDependencies): { stop(): void } {
  const purge = () => {
    purgeExpiredChecks(dependencies).catch((error: unknown) =>
      dependencies.log.error({ err: error, job: 'purge-checks' }, 'purging checks'),
    )
  }
  purge()
  const timer = setInterval(purge, MILLISECONDS_A_DAY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
