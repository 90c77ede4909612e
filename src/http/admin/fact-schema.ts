import { z } from '@hono/zod-openapi'
import type { FactKind } from '../../domain/recording/fact-kind.ts'
import type { AnyBody, Field } from '../../domain/recording/field.ts'
import type { InputFault } from '../../problem.ts'
import { DaySchema } from '../days.ts'
import { inputFaults } from '../input.ts'

const LONGEST_CODE = 20
const MOST_CODES = 100

// Direction marks, zero-width characters and the like make two texts that look alike.
const VISIBLE = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]*$/u
const UNSEEN = {
  says: {
    id: 'Ada huruf yang tidak terlihat.',
    en: 'It holds a character that cannot be seen.',
  },
}

export const ReasonSchema = visible(500).nullish().openapi({
  description: 'Why, for the second person; not part of the register',
})

export interface FactBody {
  readonly body: AnyBody
  readonly reason: string | null
}

/** The body of one recordable kind, made from its fields: what was left out is null. */
export function factBodySchema({ kind, fields }: FactKind) {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]),
  )
  return z.strictObject({ ...shape, reason: ReasonSchema }).openapi(componentName(kind))
}

export function readFactBody({ fields }: FactKind, given: Record<string, unknown>): FactBody {
  const values = Object.keys(fields).map((name) => [name, given[name] ?? null])
  return {
    body: Object.fromEntries(values) as AnyBody,
    reason: (given.reason as string | null | undefined) ?? null,
  }
}

/** Reads a body for doors that answer faults in their own way, by the same schema. */
export function readFact(
  kind: FactKind,
  given: Record<string, unknown>,
): FactBody | { readonly faults: readonly InputFault[] } {
  const read = factBodySchema(kind).safeParse(given)
  return read.success
    ? readFactBody(kind, read.data)
    : { faults: inputFaults(read.error.issues, true) }
}

function schemaOf(field: Field): z.ZodType {
  const { label, hint } = field
  const description = hint === undefined ? label.en : `${label.en}. ${hint.en}`
  const value = givenOf(field)
  return (field.required ? value : value.nullish()).openapi({ description })
}

function givenOf(field: Field) {
  switch (field.type) {
    case 'text':
      return visible(field.most, field.pattern)
    case 'day':
      return DaySchema
    case 'integer':
      return z.int().min(field.least).max(field.most)
    case 'word':
      return z.enum(field.words)
    case 'codes':
      return z
        .array(field.words === undefined ? visible(LONGEST_CODE) : z.enum(field.words))
        .min(1)
        .max(MOST_CODES)
  }
}

function visible(most: number, pattern = /./) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(pattern)
    .refine((text) => VISIBLE.test(text), { params: UNSEEN })
    .transform((text) => text.normalize('NFC'))
    .openapi({ type: 'string' })
}

/** `licence_events` → `LicenceEventsBody`. */
function componentName(kind: string): string {
  const words = kind.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `${words.join('')}Body`
}
