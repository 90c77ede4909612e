import { z } from '@hono/zod-openapi'
import type { RegisterView } from '../domain/register-view.ts'
import { type DatedRow, ROW_CONFIDENCES } from '../domain/rule-tables/dated-row.ts'
import { DayOutSchema } from './days.ts'

/** What every dated row says on the wire, beside what it is about. */
export const ROW_SHAPE = {
  id: z.string(),
  valid_from: DayOutSchema,
  valid_until: DayOutSchema.nullable().openapi({
    description: 'Last day, inclusive; null while no end is known',
  }),
  instrument: z.string().nullable(),
  instrument_on: DayOutSchema.nullable(),
  url: z.string().nullable().openapi({ description: 'Where it was read' }),
  confidence: z.enum(ROW_CONFIDENCES).openapi({
    description: 'How it is known: the law’s own text, a statement, the press, or uncertain',
  }),
  source: z
    .strictObject({ id: z.string(), title: z.string(), demonstration: z.boolean() })
    .nullable(),
  entry: z.int().openapi({ description: 'Its place in the registry log' }),
} as const

const RowSchema = z.strictObject(ROW_SHAPE)

export function presentRow(row: DatedRow, view: RegisterView): z.infer<typeof RowSchema> {
  const source = view.source(row.sourceId)
  return {
    id: row.id,
    valid_from: row.validFrom,
    valid_until: row.validUntil,
    instrument: row.instrument,
    instrument_on: row.instrumentOn,
    url: row.url,
    confidence: row.confidence,
    source:
      source === undefined
        ? null
        : { id: source.id, title: source.title, demonstration: source.demonstration },
    entry: row.entry,
  }
}

/** The common part of the examples: a row of the demonstration. */
export const ROW_EXAMPLE: z.infer<typeof RowSchema> = {
  id: 'dst_contoh_TW',
  valid_from: '2026-01-05',
  valid_until: null,
  instrument: 'Keputusan Contoh (rekaan)',
  instrument_on: '2026-01-05',
  url: null,
  confidence: 'law_text',
  source: { id: 'src_contoh_keputusan', title: 'Keputusan contoh', demonstration: true },
  entry: 190,
}
