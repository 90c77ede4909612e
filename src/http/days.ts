import { z } from '@hono/zod-openapi'
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'

const REAL_DAY = {
  id: 'Isi dengan tanggal YYYY-MM-DD yang ada.',
  en: 'Give a day that exists, as YYYY-MM-DD.',
}

/** A day that exists, as `YYYY-MM-DD`. `2026-02-30` and `tomorrow` are refused, never rolled over. */
export const DaySchema = z.iso
  .date({ abort: true })
  .refine(isCalendarDate, { params: { says: REAL_DAY } })
  .transform((text) => text as CalendarDate)
  .openapi({ type: 'string', format: 'date', example: '2026-11-24' })

/** A day in an answer. */
export const DayOutSchema = z.string().openapi({ format: 'date', example: '2026-11-24' })

// Before it, or beside it by an offset, an instant has no day that is written YYYY-MM-DD.
const FIRST_INSTANT = Date.UTC(1900, 0, 1)

/** An instant as RFC 3339, of a time that a register can speak of. */
export const InstantSchema = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => Date.parse(text) >= FIRST_INSTANT, {
    params: { says: { id: 'Isi dengan waktu sejak 1900.', en: 'Give an instant since 1900.' } },
  })
  .transform((text) => new Date(text))
  .openapi({ type: 'string', format: 'date-time', example: '2026-11-24T03:12:08Z' })

export const InstantOutSchema = z
  .string()
  .openapi({ format: 'date-time', example: '2026-11-24T03:12:08.000Z' })
