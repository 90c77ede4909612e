import { KeyUses } from '../../src/actions/key-uses.ts'
import type { Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import type { Dependencies } from '../../src/dependencies.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { keyedHash } from '../../src/keyed-hash.ts'
import { createLog } from '../../src/log.ts'
import type { ReceiptKeys } from '../../src/receipt-keys.ts'
import { LiveKeys } from '../../src/register/live-keys.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { connect } from '../../src/store/database.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'

/** Nothing listens there: what a service finds whose database is gone from the start. */
const NO_DATABASE = 'postgresql://nobody@127.0.0.1:1/none'

/** For services whose receipts nobody asks for. */
const NO_KEYS: ReceiptKeys = {
  kid: '',
  signingKey: undefined as unknown as ReceiptKeys['signingKey'],
  published: [],
}

/** A clock that stands still. */
export function fixedClock(instant = '2026-11-24T03:12:08Z', today = '2026-11-24'): Clock {
  return { now: () => new Date(instant), today: () => day(today) }
}

/** What the service needs of its surroundings, without a register or a database. */
export function bareDependencies(
  environment: Readonly<Record<string, string>> = {},
  parts: Partial<Dependencies> = {},
): Dependencies {
  const { clock = fixedClock(), database = connect(NO_DATABASE) } = parts
  return {
    database,
    keys: new LiveKeys({ database, now: () => clock.now(), onFault: () => {} }),
    keyUses: new KeyUses(clock),
    hash: keyedHash('only for tests: no service has this key'),
    receiptKeys: NO_KEYS,
    config: readConfig({ PORT: '0', RATE_LIMIT_PER_MINUTE: '0', ...environment }),
    clock,
    log: createLog('silent'),
    register: new LiveRegister({
      database: connect(NO_DATABASE),
      probe: openHeadProbe(NO_DATABASE),
      onFault: () => {},
    }),
    // Where a test sends no list; whoever does gets the real one from startTestService.
    imports: { run: () => {} },
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
