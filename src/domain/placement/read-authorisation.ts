import type { AuthorisedDestination } from '../agency.ts'
import type { AgencyOnDay } from '../agency-on-day.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion } from '../check-question.ts'
import { holdsOn } from '../fact.ts'

export interface AuthorisationReading {
  /** True where destinations are on record for the agency, and none is the one offered. */
  readonly isOutside: boolean
  /** Those on record as authorised on the day that decides. */
  readonly authorised: readonly AuthorisedDestination[]
}

const NOTHING_AGAINST: AuthorisationReading = { isOutside: false, authorised: [] }

/** The agency's recorded destinations on every day of recruiting or paying: one day outside decides. */
export function readAuthorisation(
  { placement }: CheckQuestion,
  placer: AgencyOnDay | null,
  recruiting: readonly CalendarDate[],
): AuthorisationReading {
  const offered = placement?.destination
  if (offered === undefined || placer === null) return NOTHING_AGAINST
  const { destinations } = placer.agency
  for (const day of recruiting) {
    // Before the first record, as for an agency without any, nothing is known.
    if (!destinations.some(({ effectiveOn }) => effectiveOn <= day)) continue
    const authorised = destinations.filter((one) => holdsOn(one, day))
    if (!authorised.some(({ destination }) => destination === offered)) {
      return { isOutside: true, authorised }
    }
  }
  return NOTHING_AGAINST
}
