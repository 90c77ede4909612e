import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { disable, enable, giveRole, resetFactors, takeRole } from '../../actions/people/rights.ts'
import type { Dependencies } from '../../dependencies.ts'
import { giveNeedsProof } from '../../domain/people/proof.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { refuseUnlessDone, rightsProblem } from '../../rights-problem.ts'
import { actorOf, needs, requireProof, requireTask } from '../../signed-in.ts'
import { orUnavailable } from '../../store-outage.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { InvitationSchema, presentInvitation } from './invitations.ts'
import { PersonParamSchema } from './people.ts'
import { NewRoleGrantSchema } from './role-grant.ts'

const REFUSALS = [
  'person-not-found',
  'sign-in-required',
  'not-allowed',
  'other-site',
  'input-invalid',
  'conflict',
  'too-many-requests',
  'service-unavailable',
] as const

const DONE = { 204: { description: 'Done, or so already; the person’s sessions have ended' } }

const grantRole = createRoute({
  method: 'post',
  path: '/v1/admin/people/{id}/roles',
  operationId: 'grantRole',
  tags: ['people'],
  summary: 'Give a role, for a place or for all',
  description:
    'Never to oneself, and never beyond the place of one’s own role. The roles administrator and approver take a fresh proof of the second factor.',
  ...needs('manage_people'),
  request: {
    params: PersonParamSchema,
    query: NoQuerySchema,
    body: { required: true, content: { 'application/json': { schema: NewRoleGrantSchema } } },
  },
  responses: {
    ...DONE,
    ...problemResponses(
      ...REFUSALS,
      'step-up-needed',
      'request-unreadable',
      'media-type-unsupported',
      'body-too-large',
    ),
  },
})

const endRole = createRoute({
  method: 'delete',
  path: '/v1/admin/people/{id}/roles/{role_id}',
  operationId: 'endRole',
  tags: ['people'],
  summary: 'Take a role; who held it, and until when, stays on record',
  ...needs('manage_people'),
  request: {
    params: PersonParamSchema.extend({
      role_id: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .openapi({ type: 'integer', example: 17 }),
    }),
    query: NoQuerySchema,
  },
  responses: { ...DONE, ...problemResponses(...REFUSALS) },
})

const disablePerson = createRoute({
  method: 'post',
  path: '/v1/admin/people/{id}/disable',
  operationId: 'disablePerson',
  tags: ['people'],
  summary: 'Let somebody sign in no more, at once',
  ...needs('manage_people'),
  request: { params: PersonParamSchema, query: NoQuerySchema },
  responses: { ...DONE, ...problemResponses(...REFUSALS) },
})

const enablePerson = createRoute({
  method: 'post',
  path: '/v1/admin/people/{id}/enable',
  operationId: 'enablePerson',
  tags: ['people'],
  summary: 'Let somebody sign in again who was disabled',
  ...needs('manage_people'),
  request: { params: PersonParamSchema, query: NoQuerySchema },
  responses: { ...DONE, ...problemResponses(...REFUSALS, 'step-up-needed') },
})

const resetSecondFactor = createRoute({
  method: 'post',
  path: '/v1/admin/people/{id}/reset-second-factor',
  operationId: 'resetSecondFactor',
  tags: ['people'],
  summary: 'Take away what somebody signs in with, and invite them anew',
  description:
    'For a lost phone. Password, authenticator app, backup codes, passkeys, sessions and earlier invitations end.',
  ...needs('manage_people'),
  request: { params: PersonParamSchema, query: NoQuerySchema },
  responses: {
    201: {
      description: 'The new invitation',
      content: { 'application/json': { schema: InvitationSchema } },
    },
    ...problemResponses(...REFUSALS, 'step-up-needed'),
  },
})

/** What changes what somebody may do. */
export function rightsRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(grantRole, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      const { id } = c.req.valid('param')
      const grant = c.req.valid('json')
      if (giveNeedsProof([grant])) requireProof(c, dependencies)
      const given = giveRole(dependencies, id, grant, administrator, actorOf(c))
      refuseUnlessDone(await orUnavailable(dependencies, given))
      return c.body(null, 204)
    })
    .openapi(endRole, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      const { id, role_id: roleId } = c.req.valid('param')
      const taken = takeRole(dependencies, id, roleId, administrator, actorOf(c))
      refuseUnlessDone(await orUnavailable(dependencies, taken))
      return c.body(null, 204)
    })
    .openapi(disablePerson, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      const disabled = disable(dependencies, c.req.valid('param').id, administrator, actorOf(c))
      refuseUnlessDone(await orUnavailable(dependencies, disabled))
      return c.body(null, 204)
    })
    .openapi(enablePerson, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      requireProof(c, dependencies)
      const enabled = enable(dependencies, c.req.valid('param').id, administrator, actorOf(c))
      refuseUnlessDone(await orUnavailable(dependencies, enabled))
      return c.body(null, 204)
    })
    .openapi(resetSecondFactor, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      requireProof(c, dependencies)
      const { id } = c.req.valid('param')
      const invited = await orUnavailable(
        dependencies,
        resetFactors(dependencies, id, administrator, actorOf(c)),
      )
      if ('refused' in invited) throw rightsProblem(invited.refused)
      return c.json(presentInvitation(invited), 201)
    })
}
