import type { Agency } from '../agency.ts'
import { addDays, type CalendarDate } from '../calendar-date.ts'
import type { Fact } from '../fact.ts'
import { type LicenceEvent, type LicenceEventType, STATUSES_WORST_FIRST } from '../licence.ts'
import { licenceStateOn } from '../licence-status.ts'
import type { RegisterView } from '../register-view.ts'
import { RECRUITER_RULES } from '../rules/recruiter-rules.ts'
import { VERDICTS } from '../verdict.ts'
import { answerAbout } from './answer-about.ts'

/**
 * True when, on no day whatever, the quick check answers better about `after` than about `before`, nor
 * has a licence a better status: shown by asking on every day on which anything looked at turns.
 */
export function isNowhereBetter(
  before: Agency,
  after: Agency,
  register: RegisterView,
  today: CalendarDate,
): boolean {
  const from = firstDayTouched(before, after, today)
  const days = turningDays([before, after], register, today).filter((on) => on >= from)
  const ids = [undefined, ...after.licences.map(({ id }) => id)]
  return days.every(
    (on) =>
      hasNoBetterStatus(on, before, after) &&
      ids.every((id) => {
        const goodnessOf = (agency: Agency) =>
          VERDICTS.indexOf(answerAbout(agency, register, { on, today }, id).verdict)
        return goodnessOf(after) <= goodnessOf(before)
      }),
  )
}

/** An event that has come tells nothing of the days before it; another, or a listing, may tell of every day. */
function firstDayTouched(before: Agency, after: Agency, today: CalendarDate): string {
  const [was, is] = [before, after].map(
    ({ licences }) =>
      new Set<Fact>(licences.flatMap(({ events, listings }) => [...events, ...listings])),
  ) as [Set<Fact>, Set<Fact>]
  const touched = [...was, ...is].filter((fact) => was.has(fact) !== is.has(fact))
  const hasCome = (fact: Fact) => 'validityBasis' in fact && fact.effectiveOn <= today
  return touched.every(hasCome)
    ? (touched.map(({ effectiveOn }) => effectiveOn).sort()[0] ?? '')
    : ''
}

function hasNoBetterStatus(on: CalendarDate, before: Agency, after: Agency): boolean {
  return before.licences.every(({ id, events }) => {
    const still = after.licences.find((licence) => licence.id === id)?.events ?? []
    const goodnessOf = (of: readonly LicenceEvent[]) =>
      STATUSES_WORST_FIRST.indexOf(licenceStateOn(on, of).status)
    return goodnessOf(still) <= goodnessOf(events)
  })
}

/** The heavier the later: what takes the place of bad news must weigh no less. */
const BY_WEIGHT: readonly LicenceEventType[] = [
  'lapsed',
  'warned',
  'suspended_partial',
  'suspended_full',
  'surrendered',
  'revoked',
]

const ENDING: ReadonlySet<LicenceEventType> = new Set(['granted', 'renewed', 'lifted'])

/**
 * True where `is` says of the same licence all that `was` said, from the same day or an earlier one,
 * with no grant, renewal or lifting between them, of whichever licence: it ends what came before it,
 * or stands beside it. Where the agency was ever sanctioned, a grant may only end sooner.
 */
export function isNoMilder(
  was: LicenceEvent,
  is: LicenceEvent | undefined,
  { licences }: Agency,
): boolean {
  const weight = BY_WEIGHT.indexOf(was.type)
  const events = licences.flatMap(({ events }) => events)
  if (weight < 0) {
    const isSanctioned = events.some(({ type }) => BY_WEIGHT.includes(type))
    return !isSanctioned || (is?.type === was.type && is.effectiveOn === was.effectiveOn)
  }
  if (is === undefined || is.effectiveOn > was.effectiveOn) return false
  // Unlike a sanction, giving one licence back says nothing against another of the company.
  if (is.type === 'surrendered' && was.type !== 'surrendered') return false
  const { effectiveOn: from } = is
  const isEnded = events.some(
    ({ type, effectiveOn }) =>
      ENDING.has(type) && from < effectiveOn && effectiveOn <= was.effectiveOn,
  )
  if (isEnded) return false
  const isScopeKept =
    is.type !== 'suspended_partial' || JSON.stringify(is.scope) === JSON.stringify(was.scope)
  return BY_WEIGHT.indexOf(is.type) >= weight && isScopeKept
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
