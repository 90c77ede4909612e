import type { Bilingual } from '../../domain/bilingual.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { JsonValue } from '../../domain/canonical-json.ts'
import type { FactKind } from '../../domain/recording/fact-kind.ts'
import type { AnyBody, Field } from '../../domain/recording/field.ts'
import { asTyped, readTypedDay } from '../../domain/typed-day.ts'
import type { InputFault } from '../../problem.ts'

/** What stands in the fields of a form, as typed. */
export type Typed = URLSearchParams

export type FieldFaults = ReadonlyMap<string, Bilingual>

/** The wire's reading of a body, handed in by whoever may import it. */
export type ReadFact = (
  kind: FactKind,
  given: Record<string, unknown>,
) =>
  | { readonly body: AnyBody; readonly reason: string | null }
  | { readonly faults: readonly InputFault[] }

type Reading = { readonly value: unknown } | { readonly fault: Bilingual } | undefined

/** Reads the fields of one kind by the form's own habits, then as the wire does. */
export function readTypedFact(
  kind: FactKind,
  typed: Typed,
  readFact: ReadFact,
): { readonly body: AnyBody; readonly reason: string | null } | { readonly faults: FieldFaults } {
  const readings = Object.entries(kind.fields).map(
    ([name, field]) => [name, readField(field, typed.getAll(name))] as const,
  )
  const faults = new Map<string, Bilingual>()
  const given: Record<string, unknown> = {}
  for (const [name, reading] of readings) {
    if (reading === undefined) continue
    if ('fault' in reading) faults.set(name, reading.fault)
    else given[name] = reading.value
  }
  const reason = typed.get('reason')?.trim()
  const read = readFact(kind, { ...given, ...(reason && { reason }) })
  if ('faults' in read) {
    for (const { detail, ...place } of read.faults) {
      const name = 'pointer' in place ? (place.pointer.split('/')[1] ?? '') : place.parameter
      if (!faults.has(name)) faults.set(name, typeof detail === 'string' ? said(detail) : detail)
    }
  }
  return 'faults' in read || faults.size > 0 ? { faults } : read
}

function readField(field: Field, texts: readonly string[]): Reading {
  const text = texts.join(' ').trim()
  if (text === '') return field.required ? { fault: NEEDED } : undefined
  switch (field.type) {
    case 'day': {
      const day = readTypedDay(text)
      return day === undefined ? { fault: NO_DAY } : { value: day }
    }
    case 'integer':
      return /^\d{1,15}$/.test(text) ? { value: Number(text) } : { fault: NO_NUMBER }
    case 'codes':
      return { value: text.split(/[\s,;]+/).filter((code) => code !== '') }
    default:
      return { value: text }
  }
}

function said(text: string): Bilingual {
  return { id: text, en: text }
}

const NEEDED: Bilingual = { id: 'Wajib diisi.', en: 'This is needed.' }
const NO_DAY: Bilingual = {
  id: 'Tanggal ini tidak ada atau tidak terbaca. Tulis hari, bulan, dan tahun empat angka, misalnya 24/11/2026.',
  en: 'This is no day, or cannot be read. Write day, month and a year of four digits, for instance 24/11/2026.',
}
const NO_NUMBER: Bilingual = {
  id: 'Tulis dengan angka saja, tanpa titik.',
  en: 'Write digits only, without separators.',
}

/** A recorded fact as it would be typed, to be corrected: `scope.schemes` is typed as `scope_schemes`. */
export function typedOf({ fields }: FactKind, row: Row, entry: number): Typed {
  const typed = new URLSearchParams()
  for (const [column, value] of Object.entries({ ...row, corrects: entry } as Row)) {
    const parts = isParted(value)
      ? Object.entries(value).map(([part, inner]) => [`${column}_${part}`, inner] as const)
      : [[column, value] as const]
    for (const [name, inner] of parts) {
      const field = fields[name]
      if (field === undefined || inner === null) continue
      for (const one of Array.isArray(inner) ? inner : [inner]) {
        typed.append(name, field.type === 'day' ? asTyped(one as CalendarDate) : String(one))
      }
    }
  }
  return typed
}

type Row = { readonly [column: string]: JsonValue }

function isParted(value: JsonValue): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
