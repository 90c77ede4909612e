import { z } from '@hono/zod-openapi'
import type { RecordFactOutcome } from '../../actions/record-fact.ts'
import { problemResponses } from '../../problem.ts'
import { recordingProblem } from '../../recording-problem.ts'
import { type RequestContext, setHeader } from '../../request-context.ts'
import { InstantOutSchema } from '../days.ts'
import { setEntryTag } from '../if-match.ts'
import { PROPOSAL_EXAMPLE, ProposalSchema, presentProposal } from './proposal-schema.ts'

const WarningsSchema = z.array(
  z
    .strictObject({
      code: z.enum(['name_like_another']),
      says: z.string(),
      agency_id: z.string(),
    })
    .openapi('RecordingWarning'),
)

const RecordedSchema = z
  .strictObject({
    kind: z.string(),
    subject: z.string(),
    entry: z.int().openapi({ description: 'Its place in the registry log' }),
    recorded_at: InstantOutSchema,
    warnings: WarningsSchema,
  })
  .openapi('RecordedFact')

const ProposedSchema = z
  .strictObject({ proposal: ProposalSchema, warnings: WarningsSchema })
  .openapi('ProposedFact')

export const RECORDING_PROBLEMS = [
  'request-unreadable',
  'sign-in-required',
  'not-allowed',
  'other-site',
  'conflict',
  'request-in-progress',
  'precondition-failed',
  'precondition-required',
  'body-too-large',
  'media-type-unsupported',
  'input-invalid',
  'idempotency-key-reused',
  'too-many-requests',
  'registry-unavailable',
  'service-unavailable',
  'recording-held',
  'unexpected-failure',
] as const

export const RECORDING_RESPONSES = {
  201: {
    description: 'It can only make answers worse, and is recorded: it counts from now on',
    content: {
      'application/json': {
        schema: RecordedSchema,
        example: {
          kind: 'licence_events',
          subject: 'agy_contoh01',
          entry: 349,
          recorded_at: '2026-11-24T03:12:08.000Z',
          warnings: [],
        },
      },
    },
  },
  202: {
    description: 'It may make an answer better, and waits for a second person',
    content: {
      'application/json': {
        schema: ProposedSchema,
        example: { proposal: PROPOSAL_EXAMPLE, warnings: [] },
      },
    },
  },
  ...problemResponses(...RECORDING_PROBLEMS),
} as const

/** Answers what came of recording; throws the problem that a refusal is. */
export function answerRecorded(c: RequestContext, outcome: RecordFactOutcome, now: Date) {
  if ('refused' in outcome) throw recordingProblem(outcome)
  const language = c.get('language')
  const warnings = outcome.warnings.map(({ code, says, agencyId }) => ({
    code,
    says: says[language],
    agency_id: agencyId,
  }))
  if ('proposed' in outcome) {
    const proposal = presentProposal(outcome.proposed, now)
    setHeader(c, 'Location', `/v1/admin/proposals/${proposal.id}`)
    return c.json({ proposal, warnings }, 202)
  }
  const { kind, subject, entry, recordedAt } = outcome.recorded
  setEntryTag(c, entry)
  setHeader(c, 'Location', `/v1/admin/subjects/${subject}`)
  return c.json(
    { kind, subject, entry, recorded_at: new Date(recordedAt).toISOString(), warnings },
    201,
  )
}
