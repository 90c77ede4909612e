import type { Bilingual } from '../../domain/bilingual.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { readTypedAmount } from '../../domain/typed-amount.ts'
import { readTypedDay } from '../../domain/typed-day.ts'
import type { Frame } from '../frame.ts'

type Labels = Readonly<Record<string, Bilingual>>

/** How something is asked for and read. */
type Reading =
  | { readonly kind: 'text' | 'telephone' | 'digits'; readonly longest: number }
  | { readonly kind: 'day' | 'amount' | 'yes' | 'country' }
  | {
      readonly kind: 'choice'
      readonly labels: Labels
      /** What is chosen unless something else is; without it nothing is chosen. */
      readonly usual?: string
    }

/** One thing that may be told; `name` is its place in the question, as the API writes it. */
export type Field = Reading & {
  readonly name: string
  readonly label: Bilingual
  readonly hint?: Bilingual
  /** True for what only explains another field: it is not called missing. */
  readonly isAside?: boolean
  /** What to say of something that the question's schema refuses. */
  readonly fault?: Bilingual
}

/** Fields that are asked for together. */
export interface FieldGroup {
  readonly legend: Bilingual
  readonly fields: readonly Field[]
  /** True for what is seldom known: it is folded away, and not called missing. */
  readonly isSeldom?: boolean
}

export type FieldValue = string | number | boolean

/** What was typed as the question says it. */
export function readField(
  field: Field,
  typed: string,
): { readonly value: FieldValue } | { readonly fault: Bilingual } {
  switch (field.kind) {
    case 'day': {
      const value = readTypedDay(typed)
      return value === undefined ? { fault: NO_DAY } : { value }
    }
    case 'amount': {
      const value = readTypedAmount(typed)
      return value === undefined ? { fault: NO_AMOUNT } : { value }
    }
    case 'yes':
      return { value: true }
    default:
      return { value: typed }
  }
}

const NO_DAY: Bilingual = {
  id: 'Tanggal ini tidak terbaca. Tulis hari, bulan, lalu tahun dengan empat angka, misalnya 31/12/1999.',
  en: 'This day cannot be read. Write the day, the month, then the year in four digits, such as 31/12/1999.',
}
const NO_AMOUNT: Bilingual = {
  id: 'Jumlah ini tidak terbaca. Tulis angkanya saja, misalnya 1.500.000.',
  en: 'This amount cannot be read. Write digits only, such as 1.500.000.',
}

/** A value as people read it. */
export function valueInWords(frame: Frame, field: Field, value: FieldValue): string {
  switch (field.kind) {
    case 'day':
      return frame.day(value as CalendarDate)
    case 'amount':
      return Number(value).toLocaleString(frame.language === 'id' ? 'id-ID' : 'en-GB')
    case 'yes':
      return frame.say('ya', 'yes')
    case 'country':
      return frame.country(String(value))
    case 'choice': {
      const label = field.labels[String(value)]
      return label === undefined ? String(value) : frame.pick(label)
    }
    default:
      return String(value)
  }
}
