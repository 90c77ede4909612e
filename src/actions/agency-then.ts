import { dayFormatter } from '../clock.ts'
import type { Dependencies } from '../dependencies.ts'
import { type AgencyOnDay, agencyOnDay } from '../domain/agency-on-day.ts'
import { type Answer, answerQuickCheck } from '../domain/answer.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type OpenedRegister, openRegister } from './open-register.ts'

/** One agency as the register stood on both clocks. */
export interface AgencyThen {
  readonly opened: OpenedRegister
  /** Undefined where it had not been recorded yet. */
  readonly seen: AgencyOnDay | undefined
  /** What the quick check answers to who asks for it by its number, or by its name without one. */
  readonly answer: Answer | undefined
}

/**
 * What was known of an agency at `knownAt` about `on`, and what was answered of it: ages are counted
 * to that day, as they were shown. Undefined when there is nothing to answer from.
 */
export async function agencyThen(
  { register, clock, config }: Pick<Dependencies, 'register' | 'clock' | 'config'>,
  agencyId: string,
  { on, knownAt }: { readonly on: CalendarDate; readonly knownAt: Date | undefined },
): Promise<AgencyThen | undefined> {
  const opened = await openRegister({ register, clock }, knownAt)
  if (opened === undefined) return undefined
  const { view } = opened
  const agency = view.agency(agencyId)
  if (agency === undefined) return { opened, seen: undefined, answer: undefined }
  const seen = agencyOnDay(on, agency, view)
  const asked = seen.number === null ? { name: seen.name } : { licence: seen.number.printed }
  const today = knownAt === undefined ? opened.today : dayFormatter(config.timeZone)(knownAt)
  return {
    opened,
    seen,
    answer: answerQuickCheck({ ...asked, country: agency.country, on, today }, view),
  }
}
