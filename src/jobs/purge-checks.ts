import { expiryOf } from '../actions/look-at-check.ts'
import { IDEMPOTENCY_HOURS } from '../actions/run-check.ts'
import type { Dependencies } from '../dependencies.ts'
import { purgeChecks } from '../store/checks.ts'
import { purgeSignIns } from '../store/sign-in-attempts.ts'

type PurgeDependencies = Pick<Dependencies, 'database' | 'clock' | 'config' | 'log'>

const MILLISECONDS_A_DAY = 86_400_000
const MILLISECONDS_AN_HOUR = 3_600_000

/** Leaves only counts of the checks whose time is over. Safe to run twice, and from several services. */
export async function purgeExpiredChecks({ database, clock, config, log }: PurgeDependencies) {
  const keysUntil = new Date(clock.now().getTime() - IDEMPOTENCY_HOURS * MILLISECONDS_AN_HOUR)
  const purged = await purgeChecks(database, expiryOf({ clock, config }), keysUntil)
  log.info({ job: 'purge-checks', ...purged }, 'purged')
  return purged
}

/** Forgets what is left of signing in. Safe to run twice, and from several services. */
export async function purgeEndedSignIns({ database, clock, log }: PurgeDependencies) {
  const sessions = await purgeSignIns(database, clock.now())
  log.info({ job: 'purge-sign-ins', sessions }, 'purged')
}

/** Purges now and once a day; a purge that fails is told in the log and tried again the next day. */
export function purgeDaily(dependencies: PurgeDependencies): { stop(): void } {
  const purge = () => {
    for (const job of [purgeExpiredChecks, purgeEndedSignIns]) {
      job(dependencies).catch((error: unknown) =>
        dependencies.log.error({ err: error, job: job.name }, 'purging'),
      )
    }
  }
  purge()
  const timer = setInterval(purge, MILLISECONDS_A_DAY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
