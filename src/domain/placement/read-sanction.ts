import type { AgencyOnDay } from '../agency-on-day.ts'
import { addDays, type CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion } from '../check-question.ts'
import type { LicenceEvent, LicenceStatus, SuspensionScope } from '../licence.ts'
import { type LicenceState, licenceStateOn } from '../licence-status.ts'
import type { DaysOfActs } from './days-of-acts.ts'
import { isPlacementAsked, type SchemeReading } from './scheme.ts'

/** How a sanction, or the end of a licence, meets the days on which things were done. */
export const SANCTION_RELATIONS = [
  'none',
  'barred',
  'departed_before',
  'contracted_before_full',
  'recruited_while_barred',
  'recruiting_day_unknown',
  'in_scope_new',
  'in_scope_contracted',
  'scope_unknown',
  'out_of_scope',
] as const

export interface SanctionReading {
  readonly relation: (typeof SANCTION_RELATIONS)[number]
  /** First day of the sanction or of the end of the licence. */
  readonly since: CalendarDate | null
  readonly event: LicenceEvent | null
}

const NONE: SanctionReading = { relation: 'none', since: null, event: null }
const IN_FORCE: ReadonlySet<LicenceStatus> = new Set(['licensed', 'warned', 'suspended_partial'])
const BARRED: ReadonlySet<LicenceStatus> = new Set(['revoked', 'surrendered', 'suspended_full'])

export function readSanction(
  question: CheckQuestion,
  placer: AgencyOnDay | null,
  days: DaysOfActs,
  scheme: SchemeReading,
): SanctionReading {
  if (placer?.licence == null) return NONE
  const { events } = placer.licence
  const { state } = placer
  const asked = scopeAsked(question, scheme)
  if (state.status === 'never_licensed') return NONE

  if (!IN_FORCE.has(state.status)) {
    const since = endedOn(state)
    const barred: SanctionReading = { relation: 'barred', since, event: state.because }
    const stoodOn = (day: CalendarDate | undefined) =>
      day !== undefined && day < since && IN_FORCE.has(licenceStateOn(day, events).status)
    const { placement } = question
    const tookPartOn = placement?.recruitedOn ?? placement?.contractSignedOn
    if (days.departsOn !== null && days.departsOn < since && stoodOn(tookPartOn)) {
      return wereAllInForce(days, events)
        ? { ...barred, relation: 'departed_before' }
        : { ...barred, relation: 'recruited_while_barred' }
    }
    const isContracted = days.contractedOn !== null && stoodOn(days.contractedOn)
    return state.status === 'suspended_full' && isContracted
      ? { ...barred, relation: 'contracted_before_full' }
      : barred
  }

  const past = days.recruiting.filter((day) => day !== question.on)
  const then = readRecruitingDays(past, days, events, asked)
  if (then !== null) return then
  if (!isPlacementAsked(question)) return NONE
  const partial = state.sanctions.filter(({ type }) => type === 'suspended_partial')
  return partial.map((event) => relationOf(event, asked, days)).sort(byGravity)[0] ?? NONE
}

/** What the licence was on the days of recruiting, where the record makes that unlawful or unknown. */
function readRecruitingDays(
  recruiting: readonly CalendarDate[],
  days: DaysOfActs,
  events: readonly LicenceEvent[],
  asked: SuspensionScope,
): SanctionReading | null {
  for (const day of recruiting) {
    const then = licenceStateOn(day, events)
    const lapsed = then.status === 'expired' && then.lapseConfirmed
    const suspended = then.sanctions.find(
      (event) => event.type === 'suspended_partial' && scopeFit(event.scope, asked) === 'in',
    )
    if (BARRED.has(then.status) || lapsed) {
      return { relation: 'recruited_while_barred', since: day, event: then.because }
    }
    if (suspended !== undefined) {
      const isContracted = days.contractedOn !== null && days.contractedOn < suspended.effectiveOn
      const relation = isContracted ? 'in_scope_contracted' : 'recruited_while_barred'
      return { relation, since: day, event: suspended }
    }
    if (!IN_FORCE.has(then.status)) {
      return { relation: 'recruiting_day_unknown', since: day, event: null }
    }
  }
  return null
}

function wereAllInForce(days: DaysOfActs, events: readonly LicenceEvent[]): boolean {
  return days.recruiting.every((day) => IN_FORCE.has(licenceStateOn(day, events).status))
}

function relationOf(
  event: LicenceEvent,
  asked: SuspensionScope,
  { contractedOn }: DaysOfActs,
): SanctionReading {
  const fit = scopeFit(event.scope, asked)
  const isContracted = contractedOn !== null && contractedOn < event.effectiveOn
  const relation =
    fit === 'out'
      ? 'out_of_scope'
      : isContracted
        ? 'in_scope_contracted'
        : fit === 'in'
          ? 'in_scope_new'
          : 'scope_unknown'
  return { relation, since: event.effectiveOn, event }
}

const GRAVITY = ['in_scope_new', 'scope_unknown', 'in_scope_contracted', 'out_of_scope']

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
    if (here === undefined) fit = 'unknown'
    else if (!here.some((code) => scope[dimension]!.includes(code))) return 'out'
  }
  return fit
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

function endedOn({ status, because, validUntil, sanctions }: LicenceState): CalendarDate {
  if (status === 'suspended_full') {
    return sanctions.find(({ type }) => type === 'suspended_full')!.effectiveOn
  }
  const isByTerm = status === 'expired' && because?.type !== 'lapsed' && validUntil !== null
  return isByTerm ? addDays(validUntil, 1) : because!.effectiveOn
}
