import { z } from '@hono/zod-openapi'
import type { RegistryMark } from '../actions/open-register.ts'
import type { CheckAnswer } from '../domain/answer-check.ts'
import { DOCUMENT_PROBLEMS, ISSUER_BOOKS } from '../domain/documents/read-documents.ts'
import { SCHEME_ORIGINS } from '../domain/placement/scheme.ts'
import { DOCUMENT_TYPES, SCHEMES } from '../domain/placement/words.ts'
import { REQUIREMENTS } from '../domain/rule-tables/rows.ts'
import { CLAIM_OUTCOMES, CLAIMS } from '../domain/verdict.ts'
import type { Language } from '../language.ts'
import { ANSWER_SHAPE, MatchSchema, presentCommon, presentMatch } from './answer.ts'
import { DayOutSchema } from './days.ts'

const ClaimSchema = z
  .strictObject({
    claim: z.enum(CLAIMS),
    outcome: z.enum(CLAIM_OUTCOMES),
    required: z.boolean().openapi({
      description: 'True when the answer could not be `legal` without it',
    }),
  })
  .openapi('AnsweredClaim')

const DocumentSchema = z
  .strictObject({
    type: z.enum(DOCUMENT_TYPES),
    requirement: z.enum(REQUIREMENTS).nullable(),
    problems: z.array(z.enum(DOCUMENT_PROBLEMS)),
    issuer_book: z.enum(ISSUER_BOOKS),
    passport_months: z.int().nullable(),
  })
  .openapi('AnsweredDocument')

/** The quick check's shape and each part of the claim. */
export const CHECK_ANSWER_SHAPE = {
  ...ANSWER_SHAPE,
  // A nullable reference with a description would come out as "an object, and also null".
  match: z
    .union([MatchSchema, z.null()])
    .openapi({ description: 'Null when no recruiter was asked about' }),
  claims: z.array(ClaimSchema),
  scheme: z
    .strictObject({ scheme: z.enum(SCHEMES), origin: z.enum(SCHEME_ORIGINS) })
    .nullable()
    .openapi({ description: 'Null when no placement was asked about' }),
  documents: z.array(DocumentSchema),
  offices: z.array(
    z.strictObject({
      name: z.string(),
      contact: z.string(),
      verified_on: DayOutSchema.nullable(),
    }),
  ),
} as const

export const CheckAnswerSchema = z.strictObject(CHECK_ANSWER_SHAPE).openapi('CheckAnswer')

export function presentCheckAnswer(
  answer: CheckAnswer,
  registry: RegistryMark,
  language: Language,
): z.infer<typeof CheckAnswerSchema> {
  return {
    ...presentCommon(answer, registry, language),
    match: answer.match && presentMatch(answer.match),
    claims: answer.claims.map(({ claim, outcome, isRequired }) => ({
      claim,
      outcome,
      required: isRequired,
    })),
    scheme: answer.scheme && { scheme: answer.scheme.scheme, origin: answer.scheme.origin },
    documents: answer.documents.map((document) => ({
      type: document.type,
      requirement: document.requirement,
      problems: [...document.problems],
      issuer_book: document.issuerBook,
      passport_months: document.passportMonths,
    })),
    offices: answer.offices.map(({ name, contact, verifiedOn }) => ({
      name: name[language],
      contact,
      verified_on: verifiedOn,
    })),
  }
}
