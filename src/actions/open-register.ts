import { setTimeout as pause } from 'node:timers/promises'
import type { Dependencies } from '../dependencies.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { RegisterView } from '../domain/register-view.ts'
import type { RuleTables } from '../domain/rule-tables/rule-tables.ts'
import type { OpenedLiveRegister } from '../register/live-register.ts'
import type { Register } from '../register/register.ts'
import type { PublicRows } from '../register/rule-register.ts'
import { RELEASE } from '../release.ts'

/** Where in the registry's log an answer stands. */
export interface RegistryMark {
  /** The newest log entry that the answer rests on; null while the log is empty. */
  readonly entry: number | null
  /** When it was last certain that nothing newer had been recorded. */
  readonly asOf: Date
  readonly knownAt: Date
  /** False while the database cannot be asked: good news is then withheld. */
  readonly isCurrent: boolean
}

export interface OpenedRegister {
  readonly register: Register
  readonly view: RegisterView
  /** The dated rows behind the rules, of the same log size as the view. */
  readonly tables: RuleTables
  readonly rows: PublicRows
  readonly registry: RegistryMark
  readonly today: CalendarDate
  /** Everything that an answer depends on besides the question: the code, the log and the day. */
  readonly version: string
}

/** The register as it stands now, or as it was known at `knownAt`; undefined before its first load. */
export async function openRegister(
  { register: live, clock }: Pick<Dependencies, 'register' | 'clock'>,
  knownAt?: Date,
): Promise<OpenedRegister | undefined> {
  return markOpened(await live.open(knownAt), clock, knownAt)
}

/** What was opened, with where and when it stands. */
export function markOpened(
  opened: OpenedLiveRegister | undefined,
  clock: Dependencies['clock'],
  knownAt?: Date,
): OpenedRegister | undefined {
  if (opened === undefined) return undefined
  const { register, view, tables, rows, confirmedAt, stamp } = opened
  const today = clock.today()
  return {
    register,
    view,
    tables,
    rows,
    registry: {
      entry: view.size === 0 ? null : view.size - 1,
      asOf: confirmedAt,
      knownAt: knownAt ?? clock.now(),
      isCurrent: view.isCurrent,
    },
    today,
    version: `${RELEASE}.${view.size}.${stamp}.${today}.${view.isCurrent ? 'c' : 's'}`,
  }
}

const TRIES = 10
const MS_A_TRY = 200

/**
 * The register as whoever records must see it: nothing newer is on record. A moment's delay is waited
 * out, so that a revocation does not fail on it; undefined when it lasts.
 */
export async function openCurrentRegister(
  dependencies: Pick<Dependencies, 'register' | 'clock'>,
): Promise<OpenedRegister | undefined> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const opened = await openRegister(dependencies)
    if (opened?.registry.isCurrent) return opened
    await pause(MS_A_TRY)
  }
  return undefined
}
