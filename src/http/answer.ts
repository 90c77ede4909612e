import { z } from '@hono/zod-openapi'
import type { RegistryMark } from '../actions/open-register.ts'
import type { Answer } from '../domain/answer.ts'
import { CANDIDATE_REASONS, MATCH_FEATURES } from '../domain/answer-match.ts'
import { DEMONSTRATION_NOTICE } from '../domain/demonstration.ts'
import type { Finding } from '../domain/finding.ts'
import { AGENCY_KINDS, LICENCE_STATUSES } from '../domain/licence.ts'
import {
  MATCH_OUTCOMES,
  REMOVED_KINDS,
  SPOOF_SIGNAL_KINDS,
  WORD_RELATIONS,
} from '../domain/matching/match.ts'
import { CONFIDENCES } from '../domain/rules/instruments.ts'
import { CLAIM_OUTCOMES, CLAIMS, EFFECTS, VERDICTS } from '../domain/verdict.ts'
import type { Language } from '../language.ts'
import { DayOutSchema, InstantOutSchema } from './days.ts'

const WordSchema = z
  .strictObject({
    relation: z.enum(WORD_RELATIONS),
    query: z.string(),
    register: z.string(),
    moved: z.boolean(),
  })
  .openapi('WordComparison')

export const BasisSchema = z
  .strictObject({
    instrument: z.string(),
    article: z.string().nullable(),
    url: z.string().nullable(),
    confidence: z.enum(CONFIDENCES),
  })
  .openapi('LegalBasis')

export const FindingSchema = z
  .strictObject({
    code: z.string().openapi({ example: 'agency.suspended_partial' }),
    claim: z.enum(CLAIMS),
    outcome: z.enum(CLAIM_OUTCOMES),
    effect: z.enum(EFFECTS),
    says: z.string(),
    basis: z.array(BasisSchema),
    source: z
      .strictObject({
        id: z.string(),
        title: z.string(),
        retrieved_on: DayOutSchema.nullable(),
        age_days: z.int().nullable(),
      })
      .nullable(),
  })
  .openapi('Finding')

const CandidateSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    status: z.enum(LICENCE_STATUSES),
    licence_number: z.string().nullable(),
    valid_until: DayOutSchema.nullable(),
    outcome: z.enum(['exact', 'variant', 'similar']),
    why: z.enum(CANDIDATE_REASONS),
    differences: z.array(WordSchema),
  })
  .openapi('Candidate', {
    description: 'An agency that may be meant: to compare, never an answer.',
  })

export const RegistryMarkSchema = z
  .strictObject({
    entry: z.int().nullable(),
    as_of: InstantOutSchema,
    current: z.boolean(),
    demonstration: z.boolean(),
    notice: z.string().nullable(),
  })
  .openapi('RegistryMark')

export const MatchSchema = z
  .strictObject({
    outcome: z.enum(MATCH_OUTCOMES),
    by: z.array(z.enum(MATCH_FEATURES)),
    explanation: z.array(
      z.strictObject({
        feature: z.enum(MATCH_FEATURES),
        outcome: z.enum(MATCH_OUTCOMES),
        agrees: z.boolean().nullable(),
        words: z.array(WordSchema),
      }),
    ),
    spoof_signals: z.array(
      z.strictObject({
        kind: z.enum(SPOOF_SIGNAL_KINDS),
        position: z.int(),
        character: z.string(),
      }),
    ),
    removed: z.array(z.strictObject({ kind: z.enum(REMOVED_KINDS), text: z.string() })),
    question: z.enum(['city', 'number', 'full_name']).nullable(),
  })
  .openapi('Match')

/** What the quick check and the full one answer alike. */
export const ANSWER_SHAPE = {
  verdict: z.enum(VERDICTS),
  covers: z.array(z.enum(CLAIMS)),
  not_covered: z.array(z.enum(CLAIMS)),
  on: DayOutSchema,
  known_at: InstantOutSchema,
  headline: z.string(),
  text_160: z.string().max(160),
  agency: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(AGENCY_KINDS),
      country: z.string(),
      status: z.enum(LICENCE_STATUSES),
      licence_number: z.string().nullable(),
      valid_until: DayOutSchema.nullable(),
      contact: z.strictObject({ phone: z.string().nullable() }),
    })
    .nullable(),
  match: MatchSchema,
  candidates: z.array(CandidateSchema),
  findings: z.array(FindingSchema),
  next_steps: z.array(
    z.strictObject({ code: z.string(), says: z.string(), contact: z.string().nullable() }),
  ),
  registry: RegistryMarkSchema,
} as const

export const AnswerSchema = z.strictObject(ANSWER_SHAPE).openapi('Answer')

export type WireAnswer = z.infer<typeof AnswerSchema>

export function presentRegistry(
  registry: RegistryMark,
  demonstration: boolean,
  language: Language,
): z.infer<typeof RegistryMarkSchema> {
  return {
    entry: registry.entry,
    as_of: registry.asOf.toISOString(),
    current: registry.isCurrent,
    demonstration,
    notice: demonstration ? DEMONSTRATION_NOTICE[language] : null,
  }
}

/** The answer on the wire, in one language. */
export function presentAnswer(
  answer: Answer,
  registry: RegistryMark,
  language: Language,
): WireAnswer {
  return {
    ...presentCommon(answer, registry, language),
    match: presentMatch(answer.match),
  }
}

/** All that the quick check and the full one present alike. */
export function presentCommon(
  answer: Omit<Answer, 'match'>,
  registry: RegistryMark,
  language: Language,
): Omit<WireAnswer, 'match'> {
  const { agency } = answer
  return {
    verdict: answer.verdict,
    covers: [...answer.covers],
    not_covered: [...answer.notCovered],
    on: answer.on,
    known_at: registry.knownAt.toISOString(),
    headline: answer.headline[language],
    text_160: answer.text160[language],
    agency: agency && {
      id: agency.id,
      name: agency.name,
      kind: agency.kind,
      country: agency.country,
      status: agency.status,
      licence_number: agency.licenceNumber,
      valid_until: agency.validUntil,
      contact: { phone: agency.phone },
    },
    candidates: answer.candidates.map((candidate) => ({
      id: candidate.id,
      name: candidate.name,
      status: candidate.status,
      licence_number: candidate.licenceNumber,
      valid_until: candidate.validUntil,
      outcome: candidate.outcome,
      why: candidate.why,
      differences: [...candidate.differences],
    })),
    findings: answer.findings.map((finding) => presentFinding(finding, language)),
    next_steps: answer.nextSteps.map(({ code, says, contact }) => ({
      code,
      says: says[language],
      contact,
    })),
    registry: presentRegistry(registry, answer.demonstration, language),
  }
}

export function presentMatch(match: Answer['match']): WireAnswer['match'] {
  return {
    outcome: match.outcome,
    by: [...match.by],
    explanation: match.explanation.map(({ feature, outcome, agrees, words }) => ({
      feature,
      outcome,
      agrees,
      words: [...words],
    })),
    spoof_signals: [...match.spoofSignals],
    removed: [...match.removed],
    question: match.question ?? null,
  }
}

export function presentFinding(
  finding: Finding,
  language: Language,
): z.infer<typeof FindingSchema> {
  const { source } = finding
  return {
    code: finding.code,
    claim: finding.claim,
    outcome: finding.outcome,
    effect: finding.effect,
    says: finding.says[language],
    basis: finding.basis.map(presentBasis),
    source: source && {
      id: source.id,
      title: source.title,
      retrieved_on: source.retrievedOn,
      age_days: source.ageDays,
    },
  }
}

export function presentBasis(basis: Finding['basis'][number]): z.infer<typeof BasisSchema> {
  const { instrument, article, url, confidence } = basis
  return { instrument, article, url, confidence }
}
