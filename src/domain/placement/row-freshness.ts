import type { CalendarDate } from '../calendar-date.ts'
import type { RegisterView } from '../register-view.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'
import { daysLeft } from '../source-age.ts'

/** True when the source of a row that may change any day was seen lately enough for `on`. */
export function isRowFresh(row: DatedRow, on: CalendarDate, register: RegisterView): boolean {
  const source = register.source(row.sourceId)
  const left = source === undefined ? null : daysLeft(source, on, register.size)
  return left !== null && left >= 0
}
