import type { CalendarDate } from './calendar-date.ts'

/** What stands on the paper: at least one of name, licence and phone should be given. */
export interface QuickQuestion {
  readonly name?: string
  readonly licence?: string
  /** `e164` is null when what was written is no telephone number. */
  readonly phone?: { readonly asWritten: string; readonly e164: string | null }
  /** ISO 3166 alpha-2; every country's agencies when absent. */
  readonly country?: string
  /** The day asked about. */
  readonly on: CalendarDate
  readonly today: CalendarDate
}
