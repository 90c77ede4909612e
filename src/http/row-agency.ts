import { z } from '@hono/zod-openapi'
import { agencyOnDay } from '../domain/agency-on-day.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { RegisterView } from '../domain/register-view.ts'
import { numberKey } from '../domain/rule-tables/rule-tables.ts'

/** The agency that a permit or an order was given to, by its name on the day asked about. */
export const RowAgencySchema = z.strictObject({ id: z.string(), name: z.string().nullable() })

export function agencyOfRow(
  { agencyId }: { readonly agencyId: string },
  on: CalendarDate,
  view: RegisterView,
): z.infer<typeof RowAgencySchema> {
  const agency = view.agency(agencyId)
  return { id: agencyId, name: agency === undefined ? null : agencyOnDay(on, agency, view).name }
}

export const AgencyIdSchema = z
  .string()
  .regex(/^agy_[a-z0-9]{4,40}$/)
  .openapi({ example: 'agy_contoh01' })

export const NumberSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .openapi({ description: 'A number, however it is written' })

export function isNumber(number: string, asked: string | undefined): boolean {
  return asked === undefined || numberKey(number) === numberKey(asked)
}
