import type { CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion } from '../check-question.ts'

/** The days on which something was done: what the law of that day allowed is what counts. */
export interface DaysOfActs {
  /** Of recruiting or paying, whichever were told, oldest first; else the contract’s, else `on`. */
  readonly recruiting: readonly CalendarDate[]
  /** Null while no contract had been signed by the day asked about. */
  readonly contractedOn: CalendarDate | null
  /** Null when it was not told. */
  readonly departsOn: CalendarDate | null
  /** The day of departure, or the day asked about while it is not known. */
  readonly leavingOn: CalendarDate
}

export function daysOfActs({ on, placement = {} }: CheckQuestion): DaysOfActs {
  const { recruitedOn, paidOn, contractSignedOn, departsOn } = placement
  const contractedOn =
    contractSignedOn !== undefined && contractSignedOn <= on ? contractSignedOn : null
  const told = [recruitedOn, paidOn].filter((day) => day !== undefined).sort()
  return {
    recruiting: told.length > 0 ? told : [contractedOn ?? on],
    contractedOn,
    departsOn: departsOn ?? null,
    leavingOn: departsOn ?? on,
  }
}
