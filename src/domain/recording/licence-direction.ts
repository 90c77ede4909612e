import type { Agency } from '../agency.ts'
import { addDays, type CalendarDate } from '../calendar-date.ts'
import type { RegisterView } from '../register-view.ts'
import { RECRUITER_RULES } from '../rules/recruiter-rules.ts'
import { VERDICTS } from '../verdict.ts'
import { answerAbout } from './answer-about.ts'

/**
 * True when, on no day whatever, the quick check answers better about `after` than about `before`:
 * shown by asking it on every day on which anything that it looks at turns.
 */
export function isNowhereBetter(
  before: Agency,
  after: Agency,
  register: RegisterView,
  today: CalendarDate,
): boolean {
  const days = turningDays([before, after], register, today)
  const ids = [undefined, ...after.licences.map(({ id }) => id)]
  return days.every((on) =>
    ids.every((id) => {
      const goodnessOf = (agency: Agency) =>
        VERDICTS.indexOf(answerAbout(agency, register, { on, today }, id).verdict)
      return goodnessOf(after) <= goodnessOf(before)
    }),
  )
}

/** Between two of these days nothing turns; each stands with the day before it. */
function turningDays(
  agencies: readonly Agency[],
  register: RegisterView,
  today: CalendarDate,
): readonly CalendarDate[] {
  const days = new Set<CalendarDate>([today])
  const turns = (day: CalendarDate | null) => {
    if (day === null) return
    days.add(day)
    days.add(addDays(day, -1))
  }
  const sourceIds = new Set<string>()
  for (const { licences } of agencies) {
    for (const { events, listings } of licences) {
      for (const { effectiveOn, validUntil, sourceId } of events) {
        sourceIds.add(sourceId)
        turns(effectiveOn)
        if (validUntil !== null) turns(addDays(validUntil, 1))
      }
      for (const { effectiveOn, sourceId } of listings) {
        sourceIds.add(sourceId)
        turns(effectiveOn)
        const list = register.source(sourceId)
        if (list !== undefined) turns(addDays(effectiveOn, list.freshForDays + 1))
      }
    }
  }
  for (const source of [...sourceIds].flatMap((id) => register.source(id) ?? [])) {
    const seenOn = source.editions.flatMap(({ asOf, retrievedOn }) => [asOf, retrievedOn])
    for (const day of [source.issuedOn, ...seenOn]) {
      turns(day)
      if (day !== null) turns(addDays(day, source.freshForDays + 1))
    }
  }
  for (const { inForce } of RECRUITER_RULES) {
    turns(inForce.from)
    if (inForce.until !== null) turns(addDays(inForce.until, 1))
  }
  return [...days]
}
