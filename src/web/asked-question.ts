import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import { readTypedQuestion } from '../domain/typed-question.ts'
import { LONGEST, type Typed } from './check-form.tsx'
import type { Frame } from './frame.ts'

/** A question as the page asks it. */
export interface AskedQuestion {
  readonly name?: string
  readonly licence?: string
  readonly phone?: string
  readonly on?: CalendarDate
}

type Reading =
  | { readonly asked: AskedQuestion; readonly typed: Typed }
  | { readonly faults: readonly string[]; readonly typed: Typed }

const FIELDS = ['q', 'name', 'licence', 'phone'] as const

/** Reads the form. A field that is filled in by itself outranks the box. */
export function readQuestion(
  query: Readonly<Record<string, string>>,
  country: string,
  frame: Frame,
): Reading {
  const typed = Object.fromEntries(
    [...FIELDS, 'on' as const].map((field) => [field, query[field]?.trim() || undefined]),
  ) as Typed
  const faults = faultsOf(typed, frame)
  if (faults.length > 0) return { faults, typed }

  const { q, on, ...fields } = typed
  const given = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined))
  const asked = { ...readTypedQuestion(q ?? '', country), ...given }
  return { asked: on === undefined ? asked : { ...asked, on: on as CalendarDate }, typed }
}

function faultsOf(typed: Typed, { say }: Frame): string[] {
  const faults: string[] = []
  if (FIELDS.every((field) => typed[field] === undefined)) {
    faults.push(
      say(
        'Ketik dulu nama perusahaan, nomor izin, atau nomor teleponnya.',
        'First type the company’s name, licence number or telephone.',
      ),
    )
  }
  if (FIELDS.some((field) => (typed[field]?.length ?? 0) > LONGEST[field])) {
    faults.push(
      say(
        'Terlalu panjang. Ketik nama atau nomornya saja.',
        'Too long. Type only the name or the number.',
      ),
    )
  }
  if (typed.on !== undefined && !isCalendarDate(typed.on)) {
    faults.push(
      say(
        'Hari itu tidak ada. Tulis seperti 2026-11-24.',
        'There is no such day. Write it as 2026-11-24.',
      ),
    )
  }
  return faults
}
