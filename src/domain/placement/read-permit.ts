import type { AgencyOnDay } from '../agency-on-day.ts'
import { addDays, type CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion, DocumentClaim, PlacementClaim } from '../check-question.ts'
import type { RegisterView } from '../register-view.ts'
import { fitOf, isWellKnown, rowsInForceOn } from '../rule-tables/dated-row.ts'
import type { RecruitmentPermit } from '../rule-tables/rows.ts'
import { numberKey, type RuleTables } from '../rule-tables/rule-tables.ts'
import type { DaysOfActs } from './days-of-acts.ts'
import { isRowFresh } from './row-freshness.ts'
import type { Sector } from './words.ts'

export const PERMIT_STATES = [
  'not_asked',
  'no_agency',
  'said_to_be_none',
  'none_for_destination',
  'not_told',
  'not_on_record',
  'of_other_agency',
  'for_other_destination',
  'for_other_job',
  'revoked',
  'revoked_after_contract',
  'expired',
  'expired_after_contract',
  'not_yet_valid',
  'stale',
  'reported_only',
  'job_not_told',
  'in_force',
] as const

export interface PermitReading {
  readonly state: (typeof PERMIT_STATES)[number]
  readonly permit: RecruitmentPermit | null
  /** Those that the question fits as well; any of them may be the one that is meant. */
  readonly alike: readonly RecruitmentPermit[]
  /** True when the position is worded differently, though nothing else differs. */
  readonly isPositionWordedDifferently: boolean
}

/** A SIP2MI must have been in force when people were recruited, and still be while they are. */
export function readPermit(
  question: CheckQuestion,
  placer: AgencyOnDay | null,
  days: DaysOfActs,
  register: RegisterView,
  tables: RuleTables,
): PermitReading {
  const { placement } = question
  const claim = placement?.recruitmentPermit
  const without = (state: PermitReading['state']) => ({
    state,
    permit: null,
    alike: [],
    isPositionWordedDifferently: false,
  })
  if (claim?.said === 'none') return without('said_to_be_none')
  if (claim?.number !== undefined) {
    const found = tables.recruitmentPermits(claim.number)
    if (found.length === 0) return without('not_on_record')
    if (placer === null) return without('no_agency')
    const own = found.filter(({ agencyId }) => agencyId === placer.agency.id)
    if (own.length === 0) return without('of_other_agency')
    return bestOf(own.map((permit) => readOne(permit, question, days, register, tables)))
  }
  if (placer === null) return without('no_agency')
  const destination = placement?.destination
  if (destination === undefined) return without('not_told')
  const forIt = tables
    .recruitmentPermitsOf(placer.agency.id)
    .filter((permit) => permit.destination === destination)
  if (forIt.length > 0) {
    const ofOrder = permitsOfOrder(placement?.jobOrder?.number, forIt, tables)
    const meant = ofOrder.length > 0 ? ofOrder : forIt
    return bestOf(meant.map((permit) => readOne(permit, question, days, register, tables)))
  }
  const isComplete = rowsInForceOn(days.recruiting.at(-1)!, tables.completeTables()).some(
    (row) =>
      row.table === 'recruitment_permits' &&
      (row.agencyId === null || row.agencyId === placer.agency.id) &&
      (row.destination === null || row.destination === destination) &&
      isRowFresh(row, question.on, register),
  )
  return without(isComplete ? 'none_for_destination' : 'not_told')
}

/** A job order that was told says which permit is meant, however the others stand. */
function permitsOfOrder(
  order: string | undefined,
  permits: readonly RecruitmentPermit[],
  tables: RuleTables,
): readonly RecruitmentPermit[] {
  const named = order === undefined ? [] : tables.jobOrders(order)
  return permits.filter(({ number, agencyId }) =>
    named.some(
      (one) => one.agencyId === agencyId && numberKey(one.permitNumber) === numberKey(number),
    ),
  )
}

function readOne(
  permit: RecruitmentPermit,
  { on, placement = {}, documents = [] }: CheckQuestion,
  days: DaysOfActs,
  register: RegisterView,
  tables: RuleTables,
): PermitReading {
  const sectors = sectorsTold(placement, documents)
  const isPositionWordedDifferently =
    permit.position !== null &&
    placement.position !== undefined &&
    numberKey(permit.position) !== numberKey(placement.position)
  const as = (state: PermitReading['state']) => ({
    state,
    permit,
    alike: [permit],
    isPositionWordedDifferently,
  })

  if (fitOf([[permit.destination, placement.destination]]) === 'no') {
    return as('for_other_destination')
  }
  if (permit.sector !== null && sectors.some((sector) => sector !== permit.sector)) {
    return as('for_other_job')
  }
  const first = days.recruiting[0]!
  const last = days.recruiting.at(-1)!
  const { revokedOn, validFrom, validUntil } = permit
  // Somebody who signed or left in time no longer needs it, and must not be forgotten either.
  const wasInTime = (lastDay: CalendarDate) =>
    validFrom <= first &&
    last <= lastDay &&
    [days.contractedOn, days.departsOn].some((day) => day !== null && day <= lastDay)
  // That it was in force is good news, which must have been fresh to the end.
  const after = (lastDay: CalendarDate, state: PermitReading['state']) =>
    as(isRowFresh(permit, lastDay < on ? lastDay : on, register) ? state : 'stale')
  if (revokedOn !== null && revokedOn <= on) {
    const lastDay = addDays(revokedOn, -1)
    return wasInTime(lastDay) ? after(lastDay, 'revoked_after_contract') : as('revoked')
  }
  if (validUntil !== null && (validUntil < last || validUntil < on)) {
    return wasInTime(validUntil) ? after(validUntil, 'expired_after_contract') : as('expired')
  }
  if (validFrom > first) return as('not_yet_valid')
  if (!isRowFresh(permit, on, register) || !tables.isCurrent) return as('stale')
  if (!isWellKnown(permit)) return as('reported_only')
  return as(permit.sector !== null && sectors.length === 0 ? 'job_not_told' : 'in_force')
}

/** The work that was offered, and that of every contract shown. */
export function sectorsTold(
  { sector }: Pick<PlacementClaim, 'sector'>,
  documents: readonly DocumentClaim[],
): readonly Sector[] {
  const contracts = documents.filter(({ type }) => type === 'employment_contract')
  return [sector, ...contracts.map((contract) => contract.sector)].filter(
    (told) => told !== undefined,
  )
}

// A better permit of the same agency for the same place makes a worse one harmless.
const BEST_FIRST: readonly PermitReading['state'][] = [
  'in_force',
  'job_not_told',
  'expired_after_contract',
  'revoked_after_contract',
  'reported_only',
  'stale',
  'not_yet_valid',
  'expired',
  'revoked',
  'for_other_job',
  'for_other_destination',
]

function bestOf(readings: readonly PermitReading[]): PermitReading {
  const rank = ({ state, isPositionWordedDifferently }: PermitReading) =>
    BEST_FIRST.indexOf(state) * 2 + (isPositionWordedDifferently ? 1 : 0)
  const best = readings.reduce((least, one) => (rank(one) < rank(least) ? one : least))
  const alike = readings.filter((one) => rank(one) === rank(best)).flatMap(({ permit }) => permit!)
  return { ...best, alike }
}
