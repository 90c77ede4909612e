import { z } from '@hono/zod-openapi'
import type { CheckInput } from '../actions/run-check.ts'
import {
  AGENCY_REPLIES,
  CONTRACT_STATES,
  DOCUMENT_STATES,
  DOCUMENT_TYPES,
  EMPLOYER_TYPES,
  OFFERS,
  PAYEES,
  RECRUITER_KINDS,
  SCHEMES,
  SECTORS,
  SEXES,
  VISA_TYPES,
} from '../domain/placement/words.ts'
import type { InputFault } from '../problem.ts'
import { DaySchema } from './days.ts'
import { inputFaults } from './input.ts'
import { CountrySchema } from './quick-question.ts'

const typed = (most: number) => z.string().trim().min(1).max(most)
export const RegionSchema = z
  .string()
  .regex(/^\d{2}(\.?\d{2}(\.?\d{2}(\.?\d{4})?)?)?$/)
  .openapi({ description: 'Kemendagri code', example: '32.12' })
const MOST_MONEY = 1_000_000_000_000
const MOST_DOCUMENTS = 40

const RecruiterSchema = z
  .strictObject({
    kind: z.enum(RECRUITER_KINDS).optional().openapi({
      description: '`individual`: someone who says that they send people without a company',
    }),
    name: typed(200).optional().openapi({ example: 'PT Contoh Bahari Sentosa' }),
    licence: typed(100).optional(),
    phone: typed(40).optional(),
    offers: z.enum(OFFERS).optional(),
    shows_only_nib: z.boolean().optional(),
    branch_region: RegionSchema.optional(),
    representative: z
      .strictObject({ name: typed(200).optional(), letter_number: typed(100).optional() })
      .optional()
      .openapi({ description: 'Who recruits for the agency. Used to judge, not kept.' }),
    agency_reply: z.enum(AGENCY_REPLIES).optional().openapi({
      description: 'What the agency said when it was called on its registered number',
    }),
  })
  .openapi('RecruiterClaim')

const PaperSchema = z
  .strictObject({
    number: typed(100).optional(),
    said: z.enum(['none', 'in_process']).optional(),
  })
  .openapi('PaperClaim', { description: 'A number that was shown, or what was said instead.' })

const PlacementSchema = z
  .strictObject({
    scheme: z.enum(SCHEMES).optional().openapi({ description: 'Inferred where it can be' }),
    destination: CountrySchema.optional().openapi({ example: 'TW' }),
    position: typed(120).optional(),
    sector: z.enum(SECTORS).optional(),
    employer: z
      .strictObject({ name: typed(200).optional(), type: z.enum(EMPLOYER_TYPES).optional() })
      .optional(),
    partner: typed(200).optional().openapi({ description: 'The agency in the destination' }),
    recruitment_permit: PaperSchema.optional(),
    job_order: PaperSchema.optional(),
    channel: typed(60).optional(),
    visa_type: z.enum(VISA_TYPES).optional(),
    contract: z.enum(CONTRACT_STATES).optional(),
    is_wage_work: z.boolean().optional(),
    recruited_on: DaySchema.optional(),
    paid_on: DaySchema.optional(),
    contract_signed_on: DaySchema.optional(),
    departs_on: DaySchema.optional(),
    fee: z
      .strictObject({
        amount: z
          .number()
          .min(0)
          .max(MOST_MONEY)
          .optional()
          .openapi({ description: 'In units of the currency' }),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional()
          .openapi({ description: 'ISO 4217', example: 'IDR' }),
        payee: z.enum(PAYEES).optional(),
      })
      .optional(),
  })
  .openapi('PlacementClaim')

const WorkerSchema = z
  .strictObject({
    birth_date: DaySchema.optional(),
    sex: z.enum(SEXES).optional(),
    name: typed(200).optional(),
    nik: typed(40).optional(),
  })
  .openapi('WorkerClaim', { description: 'Used to judge; none of it is stored or logged.' })

const DocumentSchema = z
  .strictObject({
    type: z.enum(DOCUMENT_TYPES),
    state: z.enum(DOCUMENT_STATES).optional(),
    number: typed(100).optional(),
    issuer: typed(200).optional(),
    issuer_region: RegionSchema.optional(),
    issued_on: DaySchema.optional(),
    expires_on: DaySchema.optional(),
    holder_name: typed(200).optional(),
    holder_birth_date: DaySchema.optional(),
    agency_name: typed(200).optional().openapi({
      description: 'The agency that a placement agreement names',
    }),
    visa_type: z.enum(VISA_TYPES).optional(),
    sector: z.enum(SECTORS).optional(),
  })
  .openapi('DocumentClaim')

const NOTHING_ASKED = {
  id: 'Isi paling sedikit satu bagian: recruiter, placement, worker, atau documents.',
  en: 'Give at least one part: recruiter, placement, worker or documents.',
}

/** The whole claim as callers send it. Everything is optional except that something is asked. */
export const CheckBodySchema = z
  .strictObject({
    on: DaySchema.optional().openapi({ description: 'The day asked about; today when absent' }),
    country: CountrySchema.optional(),
    recruiter: RecruiterSchema.optional(),
    placement: PlacementSchema.optional(),
    worker: WorkerSchema.optional(),
    documents: z.array(DocumentSchema).max(MOST_DOCUMENTS).optional(),
  })
  .refine(
    ({ recruiter, placement, worker, documents }) =>
      [recruiter, placement, worker, documents].some(saysSomething),
    { path: ['recruiter'], params: { says: NOTHING_ASKED } },
  )
  .openapi('CheckQuestion')

export type CheckBody = z.output<typeof CheckBodySchema>

function saysSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(saysSomething)
    : value !== undefined
}

/** Reads a body for doors that answer faults in their own way, by the same schema. */
export function readCheck(
  body: unknown,
): { readonly input: CheckInput } | { readonly faults: readonly InputFault[] } {
  const read = CheckBodySchema.safeParse(body)
  return read.success
    ? { input: readCheckBody(read.data) }
    : { faults: inputFaults(read.error.issues, true) }
}

/** The question in the domain's words; the only place where the wire's names are turned into them. */
export function readCheckBody(body: CheckBody): CheckInput {
  return inCamelCase(body) as CheckInput
}

type CamelCased = string | number | boolean | null | CamelCased[] | { [key: string]: CamelCased }

function inCamelCase(value: unknown): CamelCased {
  if (Array.isArray(value)) return value.map(inCamelCase)
  if (typeof value !== 'object' || value === null) return value as CamelCased
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [
        key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        inCamelCase(member),
      ]),
  )
}
