import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { TASKS, TASKS_OF_ROLE } from '../../domain/people/role.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { NEEDS_SIGN_IN, signedIn } from '../../signed-in.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { RoleGrantSchema } from './role-grant.ts'

const getMe = createRoute({
  method: 'get',
  path: '/v1/admin/me',
  operationId: 'getMe',
  tags: ['people'],
  summary: 'Who is signed in, and what they may do',
  ...NEEDS_SIGN_IN,
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The person whose session this is',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              id: z.string().openapi({ example: 'per_7q4n0ztm5r2xk9db' }),
              name: z.string(),
              email: z.string(),
              roles: z.array(RoleGrantSchema),
              tasks: z.array(z.enum(TASKS)),
              session_id: z.string().openapi({ example: 'ses_7q4n0ztm5r2xk9db' }),
            })
            .openapi('Me'),
        },
      },
    },
    ...problemResponses(
      'sign-in-required',
      'input-invalid',
      'too-many-requests',
      'service-unavailable',
    ),
  },
})

export function meRoutes() {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(getMe, (c) => {
    const { id, name, email, grants, sessionId } = signedIn(c)
    const held = new Set<string>(grants.flatMap(({ role }) => TASKS_OF_ROLE[role]))
    return c.json(
      {
        id,
        name,
        email,
        roles: [...grants],
        tasks: TASKS.filter((task) => held.has(task)),
        session_id: sessionId,
      },
      200,
    )
  })
}
