import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { endOwnSessions } from '../../actions/people/session.ts'
import type { Dependencies } from '../../dependencies.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { actorOf, NEEDS_SIGN_IN, signedIn } from '../../signed-in.ts'
import { listSessions, SIGN_IN_METHODS } from '../../store/sessions.ts'
import { orUnavailable } from '../../store-outage.ts'
import { InstantOutSchema } from '../days.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'

const SessionSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'ses_7q4n0ztm5r2xk9db' }),
    is_this_one: z.boolean(),
    method: z.enum(SIGN_IN_METHODS),
    address: z.string(),
    user_agent: z.string(),
    started_at: InstantOutSchema,
    seen_at: InstantOutSchema,
  })
  .openapi('Session')

const REFUSALS = [
  'sign-in-required',
  'input-invalid',
  'too-many-requests',
  'service-unavailable',
] as const

const listOwnSessions = createRoute({
  method: 'get',
  path: '/v1/admin/sessions',
  operationId: 'listOwnSessions',
  tags: ['people'],
  summary: 'Where one is signed in',
  ...NEEDS_SIGN_IN,
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'One’s own sessions, the last used first',
      content: {
        'application/json': {
          schema: z.strictObject({ items: z.array(SessionSchema) }).openapi('Sessions'),
        },
      },
    },
    ...problemResponses(...REFUSALS),
  },
})

const endOwnSession = createRoute({
  method: 'delete',
  path: '/v1/admin/sessions/{id}',
  operationId: 'endOwnSession',
  tags: ['people'],
  summary: 'End one of one’s own sessions, this one included',
  ...NEEDS_SIGN_IN,
  request: {
    params: z.strictObject({ id: z.string().max(40).openapi({ example: 'ses_7q4n0ztm5r2xk9db' }) }),
    query: NoQuerySchema,
  },
  responses: {
    204: { description: 'Ended, or was over already' },
    ...problemResponses(...REFUSALS, 'other-site'),
  },
})

const endOtherSessions = createRoute({
  method: 'post',
  path: '/v1/admin/sessions/end-others',
  operationId: 'endOtherSessions',
  tags: ['people'],
  summary: 'End every session of one’s own but this one',
  ...NEEDS_SIGN_IN,
  request: { query: NoQuerySchema },
  responses: {
    204: { description: 'Ended' },
    ...problemResponses(...REFUSALS, 'other-site'),
  },
})

export function sessionRoutes(dependencies: Dependencies) {
  const { database, clock } = dependencies
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(listOwnSessions, async (c) => {
      const { id, sessionId } = signedIn(c)
      const found = await orUnavailable(dependencies, listSessions(database, id, clock.now()))
      const items = found.map((session) => ({
        id: session.id,
        is_this_one: session.id === sessionId,
        method: session.method,
        address: session.address,
        user_agent: session.userAgent,
        started_at: session.startedAt,
        seen_at: session.seenAt,
      }))
      return c.json({ items }, 200)
    })
    .openapi(endOwnSession, async (c) => {
      const which = { only: c.req.valid('param').id }
      const ended = endOwnSessions(dependencies, signedIn(c).id, which, actorOf(c))
      await orUnavailable(dependencies, ended)
      return c.body(null, 204)
    })
    .openapi(endOtherSessions, async (c) => {
      const { id, sessionId } = signedIn(c)
      const ended = endOwnSessions(dependencies, id, { allBut: sessionId }, actorOf(c))
      await orUnavailable(dependencies, ended)
      return c.body(null, 204)
    })
}
