import type { CalendarDate } from './calendar-date.ts'

/** One text in the languages of the service. The door picks one; codes never change with it. */
export interface Bilingual {
  readonly id: string
  readonly en: string
}

export const MONTHS = [
  ['Januari', 'January'],
  ['Februari', 'February'],
  ['Maret', 'March'],
  ['April', 'April'],
  ['Mei', 'May'],
  ['Juni', 'June'],
  ['Juli', 'July'],
  ['Agustus', 'August'],
  ['September', 'September'],
  ['Oktober', 'October'],
  ['November', 'November'],
  ['Desember', 'December'],
] as const

/** A day as people write it: 24 November 2026. */
export function dayInWords(day: CalendarDate): Bilingual {
  const [id, en] = MONTHS[Number(day.slice(5, 7)) - 1]!
  const date = Number(day.slice(8))
  const year = day.slice(0, 4)
  return { id: `${date} ${id} ${year}`, en: `${date} ${en} ${year}` }
}
