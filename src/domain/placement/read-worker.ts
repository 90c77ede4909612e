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
  'within_limits',
] as const

export interface WorkerReading {
  readonly state: (typeof WORKER_STATES)[number]
  /** The row that decides. */
  readonly limit: AgeLimit | null
}

/** The statutory minimum, whatever any row says. */
const LEAST_AGE = 18

/** The age on the day of departure, against every row for the destination and the work. */
export function readWorker(
  { worker, placement, today }: CheckQuestion,
  days: DaysOfActs,
  scheme: SchemeReading,
  tables: RuleTables,
): WorkerReading {
  if (worker === undefined) return { state: 'not_asked', limit: null }
  const { birthDate, sex } = worker
  if (birthDate === undefined) return { state: 'not_told', limit: null }
  if (birthDate > today) return { state: 'not_born', limit: null }
  const age = ageOn(birthDate, days.leavingOn)
  if (age < LEAST_AGE) return { state: 'under_18', limit: null }

  const rows = rowsInForceOn(days.leavingOn, tables.ageLimits())
  const limits = rows.flatMap((row) => {
    const fit = fitOf([
      [row.destination, placement?.destination],
      [row.scheme, scheme.origin === 'assumed' ? undefined : scheme.scheme],
      [row.sector, placement?.sector],
      [row.sex, sex],
    ])
    return fit === 'no' ? [] : [{ row, fit }]
  })
  const broken = limits.filter(
    ({ row: { min, max } }) => (min !== null && age < min) || (max !== null && age > max),
  )
  const sure = broken.filter(({ fit }) => fit === 'yes').map(({ row }) => row)
  const certain = sure.find(({ confidence }) => confidence !== 'uncertain')
  if (certain !== undefined) return { state: 'outside_limit', limit: certain }
  if (sure[0] !== undefined) return { state: 'outside_uncertain_limit', limit: sure[0] }
  // A row whose destination was not asked cannot be meant; one whose work or sex was not told can.
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
export function compareNik(
  { worker, documents = [], today }: CheckQuestion,
  isRegionCode: (code: string) => boolean,
): NikComparison | null {
  const card = documents.find(
    ({ type, number }) => type === 'identity_card' && number !== undefined,
  )
  const nik = worker?.nik ?? card?.number
  if (nik === undefined) return null
  const reading = readNik(nik, today, isRegionCode)
  const stated = worker?.birthDate ?? card?.holderBirthDate
  return {
    reading,
    differsInBirthDate:
      stated !== undefined && reading.birthDates.length > 0 && !reading.birthDates.includes(stated),
    differsInSex: worker?.sex !== undefined && reading.sex !== null && reading.sex !== worker.sex,
  }
}
