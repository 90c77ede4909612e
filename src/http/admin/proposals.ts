import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { decideProposal, renewProposal } from '../../actions/decide-proposal.ts'
import { lookAtProposal } from '../../actions/look-at-proposal.ts'
import { auditRecorded } from '../../actions/people/audit.ts'
import type { Dependencies } from '../../dependencies.ts'
import { auditEvent } from '../../domain/people/audit-event.ts'
import { PROPOSAL_STATES, type ProposalDecision } from '../../domain/recording/proposal.ts'
import { Problem, problemResponses } from '../../problem.ts'
import { recordingProblem } from '../../recording-problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, needs, requireProof, requireTask } from '../../signed-in.ts'
import { findProposal, listProposals } from '../../store/proposals.ts'
import { orUnavailable } from '../../store-outage.ts'
import { readIdempotencyKey } from '../idempotency-key.ts'
import { setEntryTag } from '../if-match.ts'
import { limitSchema, NoQuerySchema, refuseInvalidInput, strictQuery } from '../input.ts'
import { ReasonSchema } from './fact-schema.ts'
import { LookedAtProposalSchema, presentLookedAt } from './looked-at-proposal.ts'
import { RecordingHeadersSchema, readPrecondition } from './precondition.ts'
import { PROPOSAL_EXAMPLE, ProposalSchema, presentProposal } from './proposal-schema.ts'
import { answerRecorded, RECORDING_PROBLEMS, RECORDING_RESPONSES } from './recorded.ts'

const ProposalParamSchema = z.strictObject({
  id: z.string().max(100).openapi({ example: PROPOSAL_EXAMPLE.id }),
})

const READ_PROBLEMS = [
  'sign-in-required',
  'not-allowed',
  'input-invalid',
  'too-many-requests',
  'registry-unavailable',
  'service-unavailable',
  'unexpected-failure',
] as const

const searchProposals = createRoute({
  method: 'get',
  path: '/v1/admin/proposals',
  operationId: 'searchProposals',
  tags: ['recording'],
  summary: 'What waits for a second person, the oldest first',
  description: 'Nothing is ever applied, and nothing lapses, by time alone.',
  ...needs('read_console'),
  request: {
    query: strictQuery({
      state: z.enum(PROPOSAL_STATES).default('waiting'),
      mine: z.enum(['true', 'false']).default('false').openapi({ description: 'Only my own' }),
      limit: limitSchema(100, 50),
      cursor: z.string().min(1).max(100).optional(),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: z
            .strictObject({ items: z.array(ProposalSchema), next_cursor: z.string().nullable() })
            .openapi('ProposalPage'),
          example: { items: [PROPOSAL_EXAMPLE], next_cursor: null },
        },
      },
    },
    ...problemResponses(...READ_PROBLEMS),
  },
})

const getProposal = createRoute({
  method: 'get',
  path: '/v1/admin/proposals/{id}',
  operationId: 'getProposal',
  tags: ['recording'],
  summary: 'A proposal with its difference, its source and the answer before and after',
  ...needs('read_console'),
  request: { params: ProposalParamSchema, query: NoQuerySchema },
  responses: {
    200: {
      description: 'All that its second person must see',
      content: { 'application/json': { schema: LookedAtProposalSchema } },
    },
    ...problemResponses('proposal-not-found', ...READ_PROBLEMS),
  },
})

const DECISIONS = [
  {
    part: 'approval',
    operationId: 'approveProposal',
    decision: 'approved',
    task: 'approve',
    needsProof: true,
    summary: 'Approve what somebody else proposed: it is recorded with this',
  },
  {
    part: 'refusal',
    operationId: 'declineProposal',
    decision: 'declined',
    task: 'approve',
    needsProof: false,
    summary: 'Decline what somebody else proposed',
  },
  {
    part: 'withdrawal',
    operationId: 'withdrawProposal',
    decision: 'withdrawn',
    task: 'record',
    needsProof: false,
    summary: 'Withdraw what one proposed oneself',
  },
] as const

function decisionRoute({
  part,
  operationId,
  summary,
  task,
  needsProof,
}: (typeof DECISIONS)[number]) {
  return createRoute({
    method: 'post',
    path: `/v1/admin/proposals/{id}/${part}`,
    operationId,
    tags: ['recording'],
    summary,
    ...needs(task),
    request: {
      params: ProposalParamSchema,
      query: NoQuerySchema,
      headers: RecordingHeadersSchema.pick({ 'idempotency-key': true }),
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({ reason: ReasonSchema }).openapi('DecisionBody'),
          },
        },
      },
    },
    responses: {
      200: {
        description: 'The proposal as it is decided',
        content: { 'application/json': { schema: ProposalSchema } },
      },
      ...problemResponses(
        'proposal-not-found',
        'second-person-needed',
        ...RECORDING_PROBLEMS,
        ...(needsProof ? (['step-up-needed'] as const) : []),
      ),
    },
  })
}

const renewProposalRoute = createRoute({
  method: 'post',
  path: '/v1/admin/proposals/{id}/renewal',
  operationId: 'renewProposal',
  tags: ['recording'],
  summary: 'Propose the same on the record as it is now',
  description: 'Judged anew: the proposal that it renews is withdrawn with it.',
  ...needs('record'),
  request: {
    params: ProposalParamSchema,
    query: NoQuerySchema,
    headers: RecordingHeadersSchema,
  },
  responses: {
    201: RECORDING_RESPONSES[201],
    202: RECORDING_RESPONSES[202],
    ...problemResponses('proposal-not-found', 'second-person-needed', ...RECORDING_PROBLEMS),
  },
})

export function proposalRoutes(dependencies: Dependencies) {
  const { clock, database } = dependencies
  const routes = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
  for (const one of DECISIONS) {
    routes.openapi(decisionRoute(one), async (c) => {
      const person = requireTask(c, one.task)
      if (one.needsProof) requireProof(c, dependencies)
      const deciding = decideProposal(dependencies, {
        person,
        actor: actorOf(c),
        proposalId: c.req.valid('param').id,
        decision: one.decision satisfies ProposalDecision,
        reason: c.req.valid('json').reason ?? null,
        idempotency: idempotencyOf(c, person.id),
      })
      const outcome = await orUnavailable(dependencies, deciding)
      if ('refused' in outcome) throw recordingProblem(outcome)
      const { decided } = outcome
      const last = (decided.decided?.firstEntry ?? 0) + decided.changes.length - 1
      if (one.decision === 'approved') setEntryTag(c, last)
      return c.json(presentProposal(decided, clock.now()), 200)
    })
  }
  return routes
    .openapi(searchProposals, async (c) => {
      const { state, mine, limit, cursor } = c.req.valid('query')
      const person = requireTask(c, 'read_console')
      const after = cursor && (await orUnavailable(dependencies, findProposal(database, cursor)))
      if (cursor !== undefined && !after) throw notACursor()
      const finding = listProposals(database, {
        state,
        proposedBy: mine === 'true' ? person.id : undefined,
        after: after || undefined,
        limit: limit + 1,
      })
      const found = await orUnavailable(dependencies, finding)
      const items = found.slice(0, limit)
      return c.json(
        {
          items: items.map((proposal) => presentProposal(proposal, clock.now())),
          next_cursor: found.length > limit ? items.at(-1)!.id : null,
        },
        200,
      )
    })
    .openapi(getProposal, async (c) => {
      const looking = lookAtProposal(dependencies, c.req.valid('param').id)
      const looked = await orUnavailable(dependencies, looking)
      if (looked === undefined) throw new Problem('proposal-not-found')
      if ('refused' in looked) throw new Problem('registry-unavailable')
      const { proposal } = looked
      if (proposal.changes.some((change) => change.private !== undefined)) {
        const event = auditEvent(actorOf(c), 'proposal.read', proposal.id, {
          place: proposal.place,
        })
        if (!(await auditRecorded(dependencies, event))) throw new Problem('service-unavailable')
      }
      return c.json(presentLookedAt(looked, clock.today(), clock.now(), c.get('language')), 200)
    })
    .openapi(renewProposalRoute, async (c) => {
      const person = requireTask(c, 'record')
      const renewing = renewProposal(dependencies, {
        person,
        actor: actorOf(c),
        proposalId: c.req.valid('param').id,
        lastEntry: readPrecondition(c),
        idempotency: idempotencyOf(c, person.id),
      })
      const outcome = await orUnavailable(dependencies, renewing)
      return answerRecorded(c, outcome, clock.now())
    })
}

function notACursor(): Problem {
  const detail = {
    id: 'Pakai next_cursor dari halaman sebelumnya.',
    en: 'Give the next_cursor of the page before.',
  }
  return new Problem('input-invalid', { errors: [{ parameter: 'cursor', detail }] })
}

function idempotencyOf(c: RequestContext, scope: string) {
  const key = readIdempotencyKey(c)
  return key === undefined ? undefined : { key, scope }
}
