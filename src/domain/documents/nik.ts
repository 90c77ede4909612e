import { type CalendarDate, isCalendarDate } from '../calendar-date.ts'
import type { Sex } from '../placement/words.ts'
import { isRegencyCode } from '../regions/region.ts'

export const NIK_PROBLEMS = [
  'not_sixteen_digits',
  'region_unknown',
  'date_impossible',
  'serial_zero',
] as const
export type NikProblem = (typeof NIK_PROBLEMS)[number]

/** What a NIK says by itself. Never the number: a reading may stand in an answer's making. */
export interface NikReading {
  readonly problems: readonly NikProblem[]
  readonly sex: Sex | null
  /** Both centuries where both are possible: a NIK holds two digits of the year. */
  readonly birthDates: readonly CalendarDate[]
}

const SHAPE = /^(\d{4})\d{2}(\d{2})(\d{2})(\d{2})(\d{4})$/
const WOMEN_ADD = 40

/**
 * Sixteen digits: province and regency of first registration, district, day of birth (women: day plus
 * 40), month, year, serial from 0001. It is never reissued when a birth date is corrected, so that
 * no mismatch proves anything.
 * Source: https://dukcapil.klaten.go.id/arti-16-digit-nomor-induk-kependudukan-nik
 */
export function readNik(nik: string, today: CalendarDate): NikReading {
  const parts = SHAPE.exec(nik.replace(/[\s.-]+/g, ''))
  if (parts === null) return { problems: ['not_sixteen_digits'], sex: null, birthDates: [] }
  const [, region, date, month, year, serial] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const isWoman = Number(date) > WOMEN_ADD
  const dayOfMonth = String(isWoman ? Number(date) - WOMEN_ADD : Number(date)).padStart(2, '0')
  const inCentury = (century: string) => `${century}${year}-${month}-${dayOfMonth}`
  const birthDates = [inCentury('19'), inCentury('20')].filter(
    (text): text is CalendarDate => isCalendarDate(text) && text <= today,
  )
  const problems: NikProblem[] = []
  if (!isRegencyCode(region)) problems.push('region_unknown')
  if (birthDates.length === 0) problems.push('date_impossible')
  if (serial === '0000') problems.push('serial_zero')
  return {
    problems,
    sex: birthDates.length === 0 ? null : isWoman ? 'female' : 'male',
    birthDates,
  }
}
