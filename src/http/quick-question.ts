import { z } from '@hono/zod-openapi'
import { DaySchema, InstantSchema } from './days.ts'

const typed = (most: number) => z.string().trim().min(1).max(most)

export const CountrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .openapi({ description: 'ISO 3166 alpha-2', example: 'ID' })

/** Where a job is: a country, or a territory with rules of its own. */
export const DestinationSchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .openapi({ description: 'ISO 3166 alpha-2, also TW, HK and MO', example: 'TW' })

/** What stands on the paper. */
export const QUICK_QUESTION = {
  name: typed(200)
    .optional()
    .openapi({ description: 'The agency’s name as written', example: 'PT Contoh Bahari Sentosa' }),
  licence: typed(100).optional().openapi({
    description: 'A licence number, however it is written',
    example: '9900 0000 00011',
  }),
  phone: typed(40).optional().openapi({
    description: 'A telephone number, however it is written',
    example: '021 0000 0101',
  }),
  country: CountrySchema.optional(),
  on: DaySchema.optional().openapi({ description: 'The day asked about; today when absent' }),
  known_at: InstantSchema.optional().openapi({
    description: 'Answer from what had been recorded by this instant',
  }),
} as const

const NOTHING_ASKED = {
  id: 'Isi paling sedikit satu: name, licence, atau phone.',
  en: 'Give at least one of name, licence and phone.',
}

export function asksSomething(question: {
  name?: string | undefined
  licence?: string | undefined
  phone?: string | undefined
}): boolean {
  return (
    question.name !== undefined || question.licence !== undefined || question.phone !== undefined
  )
}

export const ASKS_SOMETHING = { path: ['name'], params: { says: NOTHING_ASKED } }
