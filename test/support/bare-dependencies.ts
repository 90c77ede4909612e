import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import type { Dependencies } from '../../src/dependencies.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { createLog } from '../../src/log.ts'

/** A clock that stands still. */
export function fixedClock(instant = '2026-11-24T03:12:08Z', today = '2026-11-24'): Clock {
  return { now: () => new Date(instant), today: () => day(today) }
}

/** What the service needs of its surroundings, without a register or a database. */
export function bareDependencies(
  environment: Readonly<Record<string, string>> = {},
  parts: Partial<Dependencies> = {},
): Dependencies {
  return {
    config: readConfig({ PORT: '0', RATE_LIMIT_PER_MINUTE: '0', ...environment }),
    clock: fixedClock(),
    log: createLog('silent', { write: () => {} }),
    readiness: [],
    lifecycle: { isStopping: false },
    ...parts,
  }
}

/** Keeps the lines of a log, parsed. */
export function keptLog() {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) })
  return { log, lines }
}
