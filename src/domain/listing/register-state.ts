import type { CalendarDate } from '../calendar-date.ts'

/** What the register holds of one agency, as far as a list can confirm or change it. */
export type RegisteredAgency = {
  agencyId: string
  licenceId: string | null
  /** The name in force first; then former names, trade names and the spellings lists have used. */
  names: readonly string[]
  numberPrinted: string | null
  numberNormalised: string | null
  /** The NIB of a number that is a NIB or a NIB with its serial. */
  nib?: string | undefined
  validUntil: CalendarDate | null
  phones: readonly string[]
  region: string | null
  address: string | null
  /** What this source said the last time: it listed the agency, it had dropped it, or never had it. */
  inSource: 'listed' | 'missing' | 'never'
}

export type RegisterState = readonly RegisteredAgency[]
