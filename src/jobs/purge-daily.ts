import type { Dependencies } from '../dependencies.ts'
import { purgeExpiredChecks } from './purge-checks.ts'
import { purgeEndedSignIns } from './purge-sign-ins.ts'

const MILLISECONDS_A_DAY = 86_400_000
const JOBS = { 'purge-checks': purgeExpiredChecks, 'purge-sign-ins': purgeEndedSignIns }

/** Purges now and once a day; a purge that fails is told in the log and tried again the next day. */
export function purgeDaily(
  dependencies: Pick<Dependencies, 'database' | 'clock' | 'config' | 'log'>,
): { stop(): void } {
  const purge = () => {
    for (const [job, run] of Object.entries(JOBS)) {
      run(dependencies).catch((error: unknown) =>
        dependencies.log.error({ err: error, job }, 'purging'),
      )
    }
  }
  purge()
  const timer = setInterval(purge, MILLISECONDS_A_DAY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
