import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { openQuickCheck, sharedQuickCheck } from '../actions/quick-check.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem, problemResponses } from '../problem.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { AnswerSchema, presentAnswer, type WireAnswer } from './answer.ts'
import { ANSWER_EXAMPLE } from './answer-example.ts'
import { conditional } from './conditional.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { ASKS_SOMETHING, asksSomething, QUICK_QUESTION } from './quick-question.ts'
import { type RenderedAnswer, RenderedAnswers } from './rendered-answers.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' } as const

const verifyRecruiter = createRoute({
  method: 'get',
  path: '/v1/verify',
  operationId: 'verifyRecruiter',
  tags: ['verify'],
  summary: 'Whether a recruiter is licensed on a day',
  description:
    'The quick check: by name, licence number or telephone, or by several, which must then agree. Nothing is stored, and what was typed is not logged.',
  request: { query: strictQuery(QUICK_QUESTION).refine(asksSomething, ASKS_SOMETHING) },
  responses: {
    200: {
      description: 'The answer, whatever its verdict',
      content: { 'application/json': { schema: AnswerSchema, example: ANSWER_EXAMPLE } },
    },
    304: { description: 'Nothing that the answer depends on has changed' },
    ...problemResponses(
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
      'unexpected-failure',
    ),
  },
})

export function verifyRoutes(dependencies: Dependencies) {
  const rendered = new RenderedAnswers()
  const openNow = sharedQuickCheck(dependencies)
  const app = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })

  // What was asked before in the same letters was valid then: reading and judging it again would
  // cost more than the rest of the request.
  app.get('/v1/verify', async (c, next) => {
    const { url = '' } = c.env.incoming
    const language = c.get('language')
    if (!rendered.has(url, language)) return next()
    const check = await openNow()
    const found = check && rendered.find(url, language, check)
    if (check === undefined || found === undefined) return next()
    return conditional(c, check.version) ?? respond(c, found)
  })

  return app.openapi(verifyRecruiter, async (c) => {
    const { known_at: knownAt, ...question } = c.req.valid('query')
    refuseFuture(knownAt, dependencies)
    const check = await (knownAt === undefined ? openNow() : openQuickCheck(dependencies, knownAt))
    if (check === undefined) throw new Problem('registry-unavailable')
    const unchanged = conditional(c, check.version)
    if (unchanged) return unchanged

    const { licence, name, phone, country, on } = question
    if (licence !== undefined && (name ?? phone ?? country ?? on ?? knownAt) === undefined) {
      const { url = '' } = c.env.incoming
      return respond(c, rendered.answer(url, c.get('language'), check, licence))
    }
    const answer = check.answer(question)
    c.set('verdict', answer.verdict)
    return c.json(presentAnswer(answer, check.registry, c.get('language')), 200)
  })
}

// The route's answer, written out already.
function respond(c: RequestContext, { verdict, bytes }: RenderedAnswer) {
  c.set('verdict', verdict)
  return c.body(bytes, 200, JSON_TYPE) as Response as Response &
    TypedResponse<WireAnswer, 200, 'json'>
}

export function refuseFuture(knownAt: Date | undefined, { clock }: Pick<Dependencies, 'clock'>) {
  if (knownAt === undefined || knownAt <= clock.now()) return
  throw new Problem('input-invalid', {
    errors: [
      {
        parameter: 'known_at',
        detail: {
          id: 'Waktu ini belum tiba: belum ada yang tercatat.',
          en: 'This instant has not come yet: nothing has been recorded by it.',
        },
      },
    ],
  })
}
