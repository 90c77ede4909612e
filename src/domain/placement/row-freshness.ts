import { type CalendarDate, daysBetween } from '../calendar-date.ts'
import { dayOf } from '../licence-confirmation.ts'
import type { RegisterView } from '../register-view.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'
import { latestEdition } from '../source.ts'

/** True when the source of a row that may change any day was seen lately enough for `on`. */
export function isRowFresh(row: DatedRow, on: CalendarDate, register: RegisterView): boolean {
  const source = register.source(row.sourceId)
  if (source === undefined) return false
  const edition = latestEdition(source, register.size)
  const seenOn = edition === undefined ? source.issuedOn : dayOf(edition)
  return seenOn !== null && daysBetween(seenOn, on) <= source.freshForDays
}
