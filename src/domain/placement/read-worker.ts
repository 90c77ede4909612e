import type { CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion } from '../check-question.ts'
import { ageOn } from '../documents/age.ts'
import { type NikReading, readNik } from '../documents/nik.ts'
import { fitOf, rowsInForceOn } from '../rule-tables/dated-row.ts'
import type { AgeLimit } from '../rule-tables/rows.ts'
import type { RuleTables } from '../rule-tables/rule-tables.ts'
import type { DaysOfActs } from './days-of-acts.ts'
import type { SchemeReading } from './scheme.ts'

export const WORKER_STATES = [
  'not_asked',
  'not_told',
  'not_born',
  'under_18',
  'outside_limit',
  'outside_uncertain_limit',
  'limit_may_apply',
  'no_row',
  'within_limits_on_departure_only',
  'within_limits',
] as const

export interface WorkerReading {
  readonly state: (typeof WORKER_STATES)[number]
  /** The row that decides. */
  readonly limit: AgeLimit | null
}

/** The statutory minimum, whatever any row says. */
const LEAST_AGE = 18

/**
 * The age on the day of departure, against every row for the destination and the work. Somebody who
 * only then is of age is told so: the day may change, and nobody may be sent before it.
 */
export function readWorker(
  question: CheckQuestion,
  { leavingOn }: DaysOfActs,
  scheme: SchemeReading,
  tables: RuleTables,
): WorkerReading {
  const { worker, today, on } = question
  if (worker === undefined) return { state: 'not_asked', limit: null }
  const { birthDate } = worker
  if (birthDate === undefined) return { state: 'not_told', limit: null }
  if (birthDate > today) return { state: 'not_born', limit: null }
  const leaving = readAgeOn(leavingOn, birthDate, question, scheme, tables)
  if (leavingOn === on || leaving.state !== 'within_limits') return leaving
  const asked = readAgeOn(on, birthDate, question, scheme, tables)
  const isOutsideNow = asked.state === 'under_18' || asked.state === 'outside_limit'
  return isOutsideNow ? { state: 'within_limits_on_departure_only', limit: asked.limit } : leaving
}

function readAgeOn(
  day: CalendarDate,
  birthDate: CalendarDate,
  { worker, placement }: CheckQuestion,
  scheme: SchemeReading,
  tables: RuleTables,
): WorkerReading {
  const age = ageOn(birthDate, day)
  if (age < LEAST_AGE) return { state: 'under_18', limit: null }

  const fitting = rowsInForceOn(day, tables.ageLimits()).flatMap((row) => {
    const fit = fitOf([
      [row.destination, placement?.destination],
      [row.scheme, scheme.origin === 'assumed' ? undefined : scheme.scheme],
      [row.sector, placement?.sector],
      [row.sex, worker?.sex],
    ])
    return fit === 'no' ? [] : [{ row, fit }]
  })
  // A destination's row for some work takes the place of its general one; never of the statutory one.
  const limits = fitting.flatMap(({ row, fit }) => {
    if (row.destination === null || row.sector !== null) return [{ row, fit }]
    const special = fitting.filter(
      (other) => other.row.destination === row.destination && other.row.sector !== null,
    )
    if (special.some((other) => other.fit === 'yes')) return []
    return [{ row, fit: special.length > 0 ? ('unknown' as const) : fit }]
  })
  const broken = limits.filter(
    ({ row: { min, max } }) => (min !== null && age < min) || (max !== null && age > max),
  )
  const sure = broken.filter(({ fit }) => fit === 'yes').map(({ row }) => row)
  const certain = sure.find(({ confidence }) => confidence !== 'uncertain')
  if (certain !== undefined) return { state: 'outside_limit', limit: certain }
  if (sure[0] !== undefined) return { state: 'outside_uncertain_limit', limit: sure[0] }
  // A row for some destination cannot be meant while none was told; one for some work or sex can.
  const maybe = broken.find(
    ({ row }) => row.destination === null || placement?.destination !== undefined,
  )
  if (maybe !== undefined) return { state: 'limit_may_apply', limit: maybe.row }
  return limits.some(({ fit }) => fit === 'yes')
    ? { state: 'within_limits', limit: null }
    : { state: 'no_row', limit: null }
}

export interface NikComparison {
  readonly reading: NikReading
  readonly differsInBirthDate: boolean
  readonly differsInSex: boolean
}

/** The NIK of the worker or of the identity card, beside what was stated. Null when none was given. */
export function compareNik({ worker, documents = [], today }: CheckQuestion): NikComparison | null {
  const card = documents.find(
    ({ type, number }) => type === 'identity_card' && number !== undefined,
  )
  const nik = worker?.nik ?? card?.number
  if (nik === undefined) return null
  const reading = readNik(nik, today)
  const stated = worker?.birthDate ?? card?.holderBirthDate
  return {
    reading,
    differsInBirthDate:
      stated !== undefined && reading.birthDates.length > 0 && !reading.birthDates.includes(stated),
    differsInSex: worker?.sex !== undefined && reading.sex !== null && reading.sex !== worker.sex,
  }
}
