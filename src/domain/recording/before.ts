import type { Agency } from '../agency.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { RegisterView } from '../register-view.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'

/** The registry as changes find it. */
export interface Before {
  readonly register: RegisterView
  readonly today: CalendarDate
  /** The dated rows as they stand, by the kind of their log entries. */
  rows(kind: string): readonly DatedRow[]
  /** An agency's own record, also where it was merged into another. */
  agency(id: string): Agency | undefined
}

/** Of two last days; null where no end is known. */
export function endsNoLater(day: CalendarDate | null, other: CalendarDate | null): boolean {
  return other === null || (day !== null && day <= other)
}
