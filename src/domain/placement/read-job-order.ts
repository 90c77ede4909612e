import type { AgencyOnDay } from '../agency-on-day.ts'
import type { CheckQuestion } from '../check-question.ts'
import type { RegisterView } from '../register-view.ts'
import { fitOf, isWellKnown, rowsInForceOn } from '../rule-tables/dated-row.ts'
import type { ForeignPartner, JobOrder } from '../rule-tables/rows.ts'
import { numberKey, type RuleTables } from '../rule-tables/rule-tables.ts'
import type { DaysOfActs } from './days-of-acts.ts'
import { type PermitReading, sectorsTold } from './read-permit.ts'
import { isRowFresh } from './row-freshness.ts'

export const JOB_ORDER_STATES = [
  'no_agency',
  'said_to_be_none',
  'not_told',
  'not_on_record',
  'of_other_agency',
  'under_other_permit',
  'for_other_job',
  'expired',
  'expired_after_contract',
  'not_yet_valid',
  'unverified',
  'quota_spent',
  'quota_spent_contracted',
  'not_synced',
  'stale',
  'reported_only',
  'job_not_told',
  'open',
] as const

export interface JobOrderReading {
  readonly state: (typeof JOB_ORDER_STATES)[number]
  readonly order: JobOrder | null
}

/** The one demand from abroad that the job comes from: verified, of this agency, with a free place. */
export function readJobOrder(
  question: CheckQuestion,
  placer: AgencyOnDay | null,
  days: DaysOfActs,
  { alike }: PermitReading,
  register: RegisterView,
  tables: RuleTables,
): JobOrderReading {
  const { placement } = question
  const claim = placement?.jobOrder
  if (claim?.said === 'none') return { state: 'said_to_be_none', order: null }
  const permits = new Set(alike.map(({ number }) => numberKey(number)))
  const read = (order: JobOrder) => readOne(order, question, days, permits, register, tables)
  if (claim?.number !== undefined) {
    const found = tables.jobOrders(claim.number)
    if (found.length === 0) return { state: 'not_on_record', order: null }
    if (placer === null) return { state: 'no_agency', order: null }
    const own = found.filter(({ agencyId }) => agencyId === placer.agency.id)
    return own.length === 0 ? { state: 'of_other_agency', order: null } : bestOf(own.map(read))
  }
  if (placer === null) return { state: 'no_agency', order: null }
  const underPermit = tables
    .jobOrdersOf(placer.agency.id)
    .filter(({ permitNumber }) => permits.has(numberKey(permitNumber)))
  // An order that was not named is offered only where it fits: another may be meant.
  const best = underPermit.length === 0 ? null : bestOf(underPermit.map(read))
  return best?.state === 'open' ? best : { state: 'not_told', order: null }
}

function readOne(
  order: JobOrder,
  { on, today, placement = {}, documents = [] }: CheckQuestion,
  days: DaysOfActs,
  permits: ReadonlySet<string>,
  register: RegisterView,
  tables: RuleTables,
): JobOrderReading {
  const as = (state: JobOrderReading['state']) => ({ state, order })
  const { destination, employer } = placement
  const sectors = sectorsTold(placement, documents)
  if (permits.size > 0 && !permits.has(numberKey(order.permitNumber))) {
    return as('under_other_permit')
  }
  const fit = fitOf([
    [order.destination, destination],
    ...sectors.map((sector) => [order.sector, sector] as const),
    [order.employerType, employer?.type],
    [nameKey(order.employerName), nameKey(employer?.name)],
  ])
  if (fit === 'no') return as('for_other_job')
  const isContracted = days.contractedOn !== null
  const neededOn = days.contractedOn ?? on
  if (order.validUntil !== null && order.validUntil < neededOn) return as('expired')
  if (order.validFrom > neededOn) return as('not_yet_valid')
  if (order.verifiedOn === null || order.verifiedOn > on) return as('unverified')
  if (order.used >= order.quota) {
    const mayBeCounted =
      isContracted && order.syncedOn !== null && days.contractedOn! <= order.syncedOn
    return as(mayBeCounted ? 'quota_spent_contracted' : 'quota_spent')
  }
  const counted = on < today ? on : today
  if (order.syncedOn === null || order.syncedOn < counted) return as('not_synced')
  if (!isRowFresh(order, on, register) || !tables.isCurrent) return as('stale')
  if (!isWellKnown(order)) return as('reported_only')
  if (order.validUntil !== null && order.validUntil < on) return as('expired_after_contract')
  return as(order.sector !== null && sectors.length === 0 ? 'job_not_told' : 'open')
}

function nameKey<Name extends string | null | undefined>(name: Name) {
  return (name == null ? name : numberKey(name)) as Name
}

const BEST_FIRST: readonly JobOrderReading['state'][] = [
  'open',
  'job_not_told',
  'expired_after_contract',
  'reported_only',
  'quota_spent_contracted',
  'not_synced',
  'stale',
  'unverified',
  'not_yet_valid',
  'quota_spent',
  'expired',
  'for_other_job',
  'under_other_permit',
]

function bestOf(readings: readonly JobOrderReading[]): JobOrderReading {
  return readings.reduce((best, one) =>
    BEST_FIRST.indexOf(one.state) < BEST_FIRST.indexOf(best.state) ? one : best,
  )
}

/** The problem list’s row for the foreign partner, named in the question or in the job order. */
export function readPartner(
  { placement, on }: CheckQuestion,
  { order }: JobOrderReading,
  tables: RuleTables,
): ForeignPartner | null {
  const country = placement?.destination ?? order?.destination
  if (country === undefined) return null
  const names = [
    placement?.partner,
    order?.partnerName,
    placement?.employer?.name,
    order?.employerName,
  ]
    .filter((name) => name != null)
    .map(numberKey)
  const listed = rowsInForceOn(on, tables.foreignPartners(country)).filter(({ name }) =>
    names.includes(numberKey(name)),
  )
  return listed.find(({ listedEffect }) => listedEffect === 'not_legal') ?? listed[0] ?? null
}
