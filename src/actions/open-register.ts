import type { Dependencies } from '../dependencies.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { RegisterView } from '../domain/register-view.ts'
import { NO_RULE_ROWS, type RuleTables, ruleTablesOf } from '../domain/rule-tables/rule-tables.ts'
import type { Register } from '../register/register.ts'

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
  readonly tables: RuleTables
  readonly registry: RegistryMark
  readonly today: CalendarDate
  readonly version: string
}

/** The register as it stands now, or as it was known at `knownAt`; undefined before its first load. */
export async function openRegister(
  { register: live, clock }: Pick<Dependencies, 'register' | 'clock'>,
  knownAt?: Date,
): Promise<OpenedRegister | undefined> {
  const opened = await live.open(knownAt)
  if (opened === undefined) return undefined
  const { register, view, confirmedAt } = opened
  const today = clock.today()
  return {
    register,
    view,
    tables: ruleTablesOf(NO_RULE_ROWS, {
      size: view.size,
      isCurrent: view.isCurrent,
      isRegionCode: () => true,
    }),
    registry: {
      entry: view.size === 0 ? null : view.size - 1,
      asOf: confirmedAt,
      knownAt: knownAt ?? clock.now(),
      isCurrent: view.isCurrent,
    },
    today,
    version: `${view.size}.${today}.${view.isCurrent ? 'c' : 's'}`,
  }
}
