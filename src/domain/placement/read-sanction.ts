import { type AgencyOnDay, agencyStateOn } from '../agency-on-day.ts'
import { addDays, type CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion } from '../check-question.ts'
import { regionKey } from '../documents/read-documents.ts'
import {
  type LicenceEvent,
  type LicenceStatus,
  STATUSES_IN_FORCE,
  type SuspensionScope,
} from '../licence.ts'
import type { LicenceState } from '../licence-status.ts'
import type { DaysOfActs } from './days-of-acts.ts'
import { isPlacementAsked, type SchemeReading } from './scheme.ts'

/** How a sanction, or the end of a licence, meets the days on which things were done. */
export const SANCTION_RELATIONS = [
  'none',
  'barred',
  'departed_before',
  'contracted_before_full',
  'recruited_while_barred',
  'departed_while_barred',
  'recruiting_day_unknown',
  'in_scope_new',
  'in_scope_contracted',
  'scope_unknown',
  'out_of_scope',
] as const

export interface SanctionReading {
  readonly relation: (typeof SANCTION_RELATIONS)[number]
  /** First day of the sanction, or of the unbroken time without a licence in force. */
  readonly since: CalendarDate | null
  readonly event: LicenceEvent | null
}

const NONE: SanctionReading = { relation: 'none', since: null, event: null }
const BARRED: ReadonlySet<LicenceStatus> = new Set(['revoked', 'surrendered', 'suspended_full'])

/** What the reading looks at, and the licence of any day. */
interface Sanctioned {
  readonly question: CheckQuestion
  readonly placer: AgencyOnDay
  readonly days: DaysOfActs
  readonly asked: SuspensionScope
  readonly stateOn: (day: CalendarDate) => LicenceState
}

/** The gravest of what the licence is now and of what it was on each day on which something was done. */
export function readSanction(
  question: CheckQuestion,
  placer: AgencyOnDay | null,
  days: DaysOfActs,
  scheme: SchemeReading,
): SanctionReading {
  if (placer?.licence == null) return NONE
  const asked = scopeAsked(question, scheme)
  const stateOn = (day: CalendarDate) => agencyStateOn(day, placer.agency)
  const sanctioned = { question, placer, days, asked, stateOn }
  const readings = [...readActs(sanctioned), ...readNow(sanctioned)]
  return readings.sort(byGravity)[0] ?? NONE
}

function readActs(sanctioned: Sanctioned): readonly SanctionReading[] {
  const { question, days } = sanctioned
  const recruiting = new Set(days.recruiting)
  if (days.contractedOn !== null) recruiting.add(days.contractedOn)
  // What the licence is on the day asked about is read by itself.
  recruiting.delete(question.on)
  return [
    ...[...recruiting].flatMap((day) => readRecruiting(day, sanctioned)),
    ...[days.departsOn].flatMap((day) => (day && readDeparture(day, sanctioned)) ?? []),
  ]
}

function readRecruiting(
  day: CalendarDate,
  { placer, days, asked, stateOn }: Sanctioned,
): readonly SanctionReading[] {
  const then = stateOn(day)
  const readings: SanctionReading[] = []
  const event = barringIn(then, asked)
  if (event !== null) {
    const isMild = event.type === 'suspended_partial' && isBefore(days.contractedOn, event)
    const relation = isMild ? 'in_scope_contracted' : 'recruited_while_barred'
    readings.push({ relation, since: day, event })
  }
  // Where no licence is on record for the day asked about either, that is said already.
  if (!STATUSES_IN_FORCE.has(then.status) && placer.state.status !== 'never_licensed') {
    readings.push({ relation: 'recruiting_day_unknown', since: day, event: null })
  }
  return readings
}

function readDeparture(
  day: CalendarDate,
  { days, asked, stateOn }: Sanctioned,
): SanctionReading | null {
  const event = barringIn(stateOn(day), asked)
  if (event === null) return null
  const reading = { since: event.effectiveOn, event }
  if (isBefore(days.contractedOn, event)) {
    if (event.type === 'suspended_full') return { ...reading, relation: 'contracted_before_full' }
    if (event.type === 'suspended_partial') return { ...reading, relation: 'in_scope_contracted' }
  }
  return { ...reading, relation: 'departed_while_barred' }
}

/** The event that forbade what was asked about; null where none is on record. */
function barringIn(state: LicenceState, asked: SuspensionScope): LicenceEvent | null {
  if (isBarred(state)) return state.because
  return (
    state.sanctions.find(
      ({ type, scope }) => type === 'suspended_partial' && scopeFit(scope, asked) === 'in',
    ) ?? null
  )
}

function isBarred({ status, lapseConfirmed }: LicenceState): boolean {
  return BARRED.has(status) || (status === 'expired' && lapseConfirmed)
}

function isBefore(day: CalendarDate | null, event: LicenceEvent): boolean {
  return day !== null && day < event.effectiveOn
}

function readNow(sanctioned: Sanctioned): readonly SanctionReading[] {
  const { question, placer, days, asked } = sanctioned
  const { state } = placer
  const partial = !isPlacementAsked(question)
    ? []
    : placer.sanctions
        .filter(({ type }) => type === 'suspended_partial')
        .map((event) => relationOf(event, asked, days))
  // A grant that was taken back takes no sanction with it.
  if (STATUSES_IN_FORCE.has(state.status) || state.status === 'never_licensed') return partial

  const since = notInForceSince(sanctioned)
  const ended = { since, event: state.because }
  if (wasOverBefore(since, sanctioned)) {
    // The end of a licence makes nothing milder than it was while the licence stood.
    const barring = partial.filter(({ relation }) => BARRING.has(relation))
    return [{ ...ended, relation: 'departed_before' }, ...barring]
  }
  // The printed end of a term bars nothing by itself, nor does it end a partial suspension.
  if (!isBarred(state)) return partial
  const isInTime = state.status === 'suspended_full' && wasContractedBefore(since, sanctioned)
  // What only a part of was forbidden before is not allowed since all of it is.
  return [{ ...ended, relation: isInTime ? 'contracted_before_full' : 'barred' }, ...partial]
}

const BARRING: ReadonlySet<SanctionReading['relation']> = new Set(['in_scope_new', 'scope_unknown'])

/** The first day of the unbroken time without a licence in force that the day asked about is in. */
function notInForceSince({ question, placer, stateOn }: Sanctioned): CalendarDate {
  const turns = placer.agency.licences
    .flatMap(({ events }) => events)
    .flatMap(({ effectiveOn, validUntil }) =>
      validUntil === null ? [effectiveOn] : [effectiveOn, addDays(validUntil, 1)],
    )
    .filter((day) => day <= question.on)
    .sort()
  const lastInForce = turns.findLastIndex((day) => STATUSES_IN_FORCE.has(stateOn(day).status))
  return turns[lastInForce + 1] ?? question.on
}

/** True where everything was done, departure last, while a licence was in force. */
function wasOverBefore(since: CalendarDate, { question, days, stateOn }: Sanctioned): boolean {
  const { departsOn, recruiting, contractedOn } = days
  const isRecruitingTold = question.placement?.recruitedOn !== undefined || contractedOn !== null
  if (departsOn === null || departsOn >= since || !isRecruitingTold) return false
  return [...recruiting, contractedOn ?? departsOn, departsOn].every((day) =>
    STATUSES_IN_FORCE.has(stateOn(day).status),
  )
}

/** True where recruiting ended with a contract while the licence, whose term has not ended, was in force. */
function wasContractedBefore(
  since: CalendarDate,
  { question, placer, days, stateOn }: Sanctioned,
): boolean {
  const { contractedOn, recruiting } = days
  const { validUntil } = placer.state
  if (contractedOn === null || contractedOn >= since) return false
  if (validUntil !== null && validUntil < question.on) return false
  return [contractedOn, ...recruiting].every((day) => STATUSES_IN_FORCE.has(stateOn(day).status))
}

function relationOf(
  event: LicenceEvent,
  asked: SuspensionScope,
  { contractedOn }: DaysOfActs,
): SanctionReading {
  const fit = scopeFit(event.scope, asked)
  const relation =
    fit === 'out'
      ? 'out_of_scope'
      : isBefore(contractedOn, event)
        ? 'in_scope_contracted'
        : fit === 'in'
          ? 'in_scope_new'
          : 'scope_unknown'
  return { relation, since: event.effectiveOn, event }
}

const GRAVITY: readonly SanctionReading['relation'][] = [
  'barred',
  'recruited_while_barred',
  'in_scope_new',
  'departed_while_barred',
  'recruiting_day_unknown',
  'scope_unknown',
  'contracted_before_full',
  'in_scope_contracted',
  'departed_before',
  'out_of_scope',
]

function byGravity(a: SanctionReading, b: SanctionReading): number {
  return GRAVITY.indexOf(a.relation) - GRAVITY.indexOf(b.relation)
}

/** `unknown` where the decree’s scope is not on record, or does not speak of what was asked. */
function scopeFit(scope: SuspensionScope | null, asked: SuspensionScope): 'in' | 'out' | 'unknown' {
  const listed = SCOPE_DIMENSIONS.filter((dimension) => (scope?.[dimension]?.length ?? 0) > 0)
  if (scope === null || listed.length === 0) return 'unknown'
  let fit: 'in' | 'unknown' = 'in'
  for (const dimension of listed) {
    const here = asked[dimension]
    const fits =
      here === undefined
        ? ['unknown']
        : here.map((code) => codeFit(dimension, code, scope[dimension]!))
    if (fits.includes('in')) continue
    if (!fits.includes('unknown')) return 'out'
    fit = 'unknown'
  }
  return fit
}

/** A branch within a region that is listed is in; one told by a wider region only may be. */
function codeFit(
  dimension: (typeof SCOPE_DIMENSIONS)[number],
  code: string,
  listed: readonly string[],
): 'in' | 'out' | 'unknown' {
  if (dimension !== 'branches') return listed.includes(code) ? 'in' : 'out'
  const asked = regionKey(code)
  const regions = listed.map(regionKey)
  if (regions.some((region) => asked.startsWith(region))) return 'in'
  return regions.some((region) => region.startsWith(asked)) ? 'unknown' : 'out'
}

const SCOPE_DIMENSIONS = ['destinations', 'schemes', 'sectors', 'branches'] as const

function scopeAsked(
  { placement, recruiter }: CheckQuestion,
  { scheme, origin }: SchemeReading,
): SuspensionScope {
  return {
    ...(placement?.destination !== undefined && { destinations: [placement.destination] }),
    ...(origin !== 'assumed' && { schemes: [scheme] }),
    ...(placement?.sector !== undefined && { sectors: [placement.sector] }),
    ...(recruiter?.branchRegion !== undefined && { branches: [recruiter.branchRegion] }),
  }
}
