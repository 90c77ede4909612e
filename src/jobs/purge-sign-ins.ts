import type { Dependencies } from '../dependencies.ts'
import { purgeSignIns } from '../store/sign-in-attempts.ts'

/** Forgets what is left of signing in. Safe to run twice, and from several services. */
export async function purgeEndedSignIns({
  database,
  clock,
  log,
}: Pick<Dependencies, 'database' | 'clock' | 'log'>) {
  const sessions = await purgeSignIns(database, clock.now())
  log.info({ job: 'purge-sign-ins', sessions }, 'purged')
}
