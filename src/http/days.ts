import { z } from '@hono/zod-openapi'
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'

/** A day that exists, as `YYYY-MM-DD`. `2026-02-30` and `tomorrow` are refused, never rolled over. */
export const DaySchema = z.iso
  .date()
  .refine(isCalendarDate)
  .transform((text) => text as CalendarDate)
  .openapi({ type: 'string', format: 'date', example: '2026-11-24' })

/** A day in an answer. */
export const DayOutSchema = z.string().openapi({ format: 'date', example: '2026-11-24' })

/** An instant as RFC 3339. */
export const InstantSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .openapi({ type: 'string', format: 'date-time', example: '2026-11-24T03:12:08Z' })

export const InstantOutSchema = z
  .string()
  .openapi({ format: 'date-time', example: '2026-11-24T03:12:08.000Z' })
