import { z } from '@hono/zod-openapi'
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { SOURCE_KINDS, type Source } from '../domain/source.ts'
import { DayOutSchema } from './days.ts'

export const SourceSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'src_contoh_daftar' }),
    publisher: z.string(),
    title: z.string(),
    kind: z.enum(SOURCE_KINDS),
    instrument: z.string().nullable(),
    issued_on: DayOutSchema.nullable(),
    url: z.string().nullable(),
    demonstration: z.boolean(),
    fresh_for_days: z.int(),
    latest: z
      .strictObject({ as_of: DayOutSchema, retrieved_on: DayOutSchema, age_days: z.int() })
      .nullable()
      .openapi({ description: 'The newest edition; null when none is recorded' }),
    is_fresh: z.boolean(),
    editions: z.int(),
  })
  .openapi('Source')

export function presentSource(source: Source, today: CalendarDate): z.infer<typeof SourceSchema> {
  const latest = source.editions.reduce<Source['editions'][number] | undefined>(
    (newest, edition) => (newest === undefined || edition.asOf >= newest.asOf ? edition : newest),
    undefined,
  )
  const age = latest && Math.max(0, daysBetween(latest.asOf, today))
  return {
    id: source.id,
    publisher: source.publisher,
    title: source.title,
    kind: source.kind,
    instrument: source.instrument,
    issued_on: source.issuedOn,
    url: source.url,
    demonstration: source.demonstration,
    fresh_for_days: source.freshForDays,
    latest:
      latest === undefined || age === undefined
        ? null
        : { as_of: latest.asOf, retrieved_on: latest.retrievedOn, age_days: age },
    is_fresh: age !== undefined && age <= source.freshForDays,
    editions: source.editions.length,
  }
}
