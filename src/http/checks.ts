import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type LookedAtCheck, lookAtCheck } from '../actions/look-at-check.ts'
import { runCheck } from '../actions/run-check.ts'
import type { Dependencies } from '../dependencies.ts'
import { printedCheckCode } from '../domain/check-code.ts'
import { CLAIMS, VERDICTS } from '../domain/verdict.ts'
import type { Language } from '../language.ts'
import { Problem, type ProblemKind, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { CHECK_ANSWER_SHAPE, CheckAnswerSchema, presentCheckAnswer } from './check-answer.ts'
import { CheckBodySchema, readCheckBody } from './check-body.ts'
import { type CheckFinder, CodeParamSchema } from './check-code.ts'
import { addressOf } from './client-address.ts'
import { DayOutSchema, InstantOutSchema } from './days.ts'
import { IdempotencyHeadersSchema, readIdempotencyKey } from './idempotency-key.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'

const CodeOutSchema = z.string().openapi({
  description: 'Unguessable; whoever has it may look at the check. Shown once.',
  example: '7Q4N-0ZTM-5R2X-K9DB',
})

const createCheck = createRoute({
  method: 'post',
  path: '/v1/checks',
  operationId: 'createCheck',
  tags: ['checks'],
  summary: 'The full check: recruiter, placement, worker and documents',
  description:
    'Answers each part of the claim and the whole. What is not told is `not_checked`, never a pass. The check is kept without persons: no name, NIK or document number. With an `Idempotency-Key` (at most 255 characters) a repeated request gets the same answer for 24 hours; keys of different callers never meet.',
  request: {
    query: NoQuerySchema,
    headers: IdempotencyHeadersSchema,
    body: { required: true, content: { 'application/json': { schema: CheckBodySchema } } },
  },
  responses: {
    200: {
      description: 'The answer, whatever its verdict',
      content: {
        'application/json': {
          schema: z.strictObject({ code: CodeOutSchema, ...CHECK_ANSWER_SHAPE }).openapi('Check'),
        },
      },
    },
    ...problemResponses(
      'request-unreadable',
      'input-invalid',
      'idempotency-key-reused',
      'request-in-progress',
      'body-too-large',
      'media-type-unsupported',
      'too-many-requests',
      'registry-unavailable',
      'unexpected-failure',
    ),
  },
})

const TurnSchema = z
  .strictObject({
    from: z.enum(VERDICTS),
    to: z.enum(VERDICTS),
    on: DayOutSchema,
    entry: z.int().nullable().openapi({
      description: 'The registry entry that turned it; null when the day alone did',
    }),
    recorded_at: InstantOutSchema.nullable(),
  })
  .openapi('Turn')

const LookedAtCheckSchema = z
  .strictObject({
    checked_at: InstantOutSchema,
    changed: z.boolean(),
    turns: z
      .array(TurnSchema)
      .openapi({ description: 'Each change of the verdict since, in order' }),
    was: CheckAnswerSchema,
    now: z.strictObject({
      ...CHECK_ANSWER_SHAPE,
      not_asked_again: z.array(z.enum(CLAIMS)).openapi({
        description:
          'Confirmed then by personal data, which is not kept: not part of the answer now. What was found against it then still counts.',
      }),
    }),
  })
  .openapi('LookedAtCheck')

const getCheck = createRoute({
  method: 'get',
  path: '/v1/checks/{code}',
  operationId: 'getCheck',
  tags: ['checks'],
  summary: 'What was answered then, what the answer is now, and when it turned',
  request: { params: CodeParamSchema, query: NoQuerySchema },
  responses: {
    200: {
      description: 'Both answers',
      content: { 'application/json': { schema: LookedAtCheckSchema } },
    },
    ...problemResponses(
      'check-not-found',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
      'unexpected-failure',
    ),
  },
})

export function fullCheckRoutes(dependencies: Dependencies, finder: CheckFinder) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(createCheck, async (c) => {
      const input = readCheckBody(c.req.valid('json'))
      const language = c.get('language')
      const key = readIdempotencyKey(c)
      const outcome = await runCheck(dependencies, {
        input,
        language,
        ...(key !== undefined && {
          idempotency: { key, scope: addressOf(c.env.incoming, dependencies.config) },
        }),
      })
      if ('refused' in outcome) throw new Problem(REFUSED[outcome.refused], RETRY[outcome.refused])
      const { code, answer, registry } = outcome
      c.set('verdict', answer.verdict)
      return c.json(
        { code: printedCheckCode(code), ...presentCheckAnswer(answer, registry, language) },
        200,
      )
    })
    .openapi(getCheck, async (c) => {
      const kept = await finder.find(c, c.req.valid('param').code)
      const looked = await lookAtCheck(dependencies, kept)
      if (looked === undefined) throw new Problem('registry-unavailable')
      c.set('verdict', looked.now.verdict)
      return c.json(presentLookedAt(looked, c.get('language')), 200)
    })
}

const REFUSED = {
  key_reused: 'idempotency-key-reused',
  in_flight: 'request-in-progress',
  unavailable: 'registry-unavailable',
} as const satisfies Record<string, ProblemKind>

const RETRY_SOON = { headers: { 'Retry-After': '1' } }
const RETRY = { key_reused: {}, in_flight: RETRY_SOON, unavailable: RETRY_SOON } as const

function presentLookedAt({ kept, now, turns }: LookedAtCheck, language: Language) {
  return {
    checked_at: kept.checkedAt.toISOString(),
    changed: now.verdict !== kept.answer.verdict,
    turns: turns.map(({ from, to, on, entry, recordedAt }) => ({
      from,
      to,
      on,
      entry,
      recorded_at: recordedAt?.toISOString() ?? null,
    })),
    was: presentCheckAnswer(kept.answer, kept.registry, language),
    now: {
      ...presentCheckAnswer(now.answer, now.registry, language),
      not_asked_again: [...now.notAskedAgain],
    },
  }
}
