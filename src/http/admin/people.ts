import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { auditFirst } from '../../audit-first.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Problem, problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { needs } from '../../signed-in.ts'
import { findPerson, type ListedPerson, listPeople } from '../../store/people.ts'
import { orUnavailable } from '../../store-outage.ts'
import { limitSchema, NoQuerySchema, refuseInvalidInput, strictQuery } from '../input.ts'
import { HeldRoleSchema } from './role-grant.ts'

export const PersonParamSchema = z.strictObject({
  id: z.string().max(40).openapi({ example: 'per_7q4n0ztm5r2xk9db' }),
})

const PersonSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'per_7q4n0ztm5r2xk9db' }),
    name: z.string(),
    email: z.string(),
    state: z.enum(['active', 'invited', 'disabled']).openapi({
      description: 'invited: has not accepted an invitation yet',
    }),
    roles: z.array(HeldRoleSchema),
  })
  .openapi('Person')

const listPeopleRoute = createRoute({
  method: 'get',
  path: '/v1/admin/people',
  operationId: 'listPeople',
  tags: ['people'],
  summary: 'Everybody who may sign in, by e-mail address',
  ...needs('manage_people'),
  request: {
    query: strictQuery({
      q: z.string().trim().min(1).max(100).optional().openapi({
        description: 'Part of a name or an address',
      }),
      limit: limitSchema(100, 20),
      cursor: z.string().max(254).optional(),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: z
            .strictObject({ items: z.array(PersonSchema), next_cursor: z.string().nullable() })
            .openapi('PeoplePage'),
        },
      },
    },
    ...problemResponses(
      'sign-in-required',
      'not-allowed',
      'input-invalid',
      'too-many-requests',
      'service-unavailable',
    ),
  },
})

const getPerson = createRoute({
  method: 'get',
  path: '/v1/admin/people/{id}',
  operationId: 'getPerson',
  tags: ['people'],
  summary: 'One person with the roles they hold now',
  ...needs('manage_people'),
  request: { params: PersonParamSchema, query: NoQuerySchema },
  responses: {
    200: {
      description: 'The person',
      content: { 'application/json': { schema: PersonSchema } },
    },
    ...problemResponses(
      'person-not-found',
      'sign-in-required',
      'not-allowed',
      'input-invalid',
      'too-many-requests',
      'service-unavailable',
    ),
  },
})

export function peopleRoutes(dependencies: Dependencies) {
  const { database } = dependencies
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(listPeopleRoute, async (c) => {
      const { q, cursor, limit } = c.req.valid('query')
      await auditFirst(c, dependencies, 'people.read', null)
      const found = await orUnavailable(
        dependencies,
        listPeople(database, { q, after: cursor, limit: limit + 1 }),
      )
      const items = found.slice(0, limit)
      const next = found.length > limit ? (items.at(-1)?.email ?? null) : null
      return c.json({ items: items.map(presentPerson), next_cursor: next }, 200)
    })
    .openapi(getPerson, async (c) => {
      const { id } = c.req.valid('param')
      await auditFirst(c, dependencies, 'people.read', id)
      const person = await orUnavailable(dependencies, findPerson(database, { id }))
      if (person === undefined) throw new Problem('person-not-found')
      return c.json(presentPerson(person), 200)
    })
}

function presentPerson({ id, name, email, isDisabled, canSignIn, grants }: ListedPerson) {
  const state = isDisabled ? 'disabled' : canSignIn ? 'active' : 'invited'
  return {
    id,
    name,
    email,
    state: state as 'active' | 'invited' | 'disabled',
    roles: grants.map(({ grantId, role, country, region, grantedBy, grantedAt }) => ({
      id: grantId,
      role,
      country,
      region,
      granted_by: grantedBy,
      granted_at: grantedAt,
    })),
  }
}
