import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Invited, invite } from '../../actions/people/invite.ts'
import type { Dependencies } from '../../dependencies.ts'
import { readEmail } from '../../domain/people/email.ts'
import { giveNeedsProof } from '../../domain/people/proof.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { rightsProblem } from '../../rights-problem.ts'
import { actorOf, needs, requireProof, requireTask } from '../../signed-in.ts'
import { orUnavailable } from '../../store-outage.ts'
import { InstantOutSchema } from '../days.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { NewRoleGrantSchema } from './role-grant.ts'

export const InvitationSchema = z
  .strictObject({
    person_id: z.string().openapi({ example: 'per_7q4n0ztm5r2xk9db' }),
    path: z.string().openapi({
      description:
        'To be given to that person alone, below the service’s address. Shown once, opens once. The secret stands behind #, which browsers send to nobody.',
      example: '/undangan#q0Vb…',
    }),
    expires_at: InstantOutSchema,
  })
  .openapi('Invitation')

const createInvitation = createRoute({
  method: 'post',
  path: '/v1/admin/invitations',
  operationId: 'createInvitation',
  tags: ['people'],
  summary: 'Invite somebody, with the roles they are to have',
  description:
    'The person chooses a password and an authenticator app, or a passkey, within 24 hours. The roles administrator and approver take a fresh proof of the second factor.',
  ...needs('manage_people'),
  request: {
    query: NoQuerySchema,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              email: z
                .string()
                .max(254)
                .refine((text) => readEmail(text) !== undefined, {
                  params: {
                    says: { id: 'Ini bukan alamat surel.', en: 'This is no e-mail address.' },
                  },
                }),
              name: z.string().trim().min(1).max(100),
              roles: z.array(NewRoleGrantSchema).max(10),
            })
            .openapi('NewInvitation'),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The invitation',
      content: { 'application/json': { schema: InvitationSchema } },
    },
    ...problemResponses(
      'request-unreadable',
      'input-invalid',
      'sign-in-required',
      'not-allowed',
      'step-up-needed',
      'other-site',
      'conflict',
      'media-type-unsupported',
      'body-too-large',
      'too-many-requests',
      'service-unavailable',
    ),
  },
})

export function invitationRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    createInvitation,
    async (c) => {
      const administrator = requireTask(c, 'manage_people')
      const who = c.req.valid('json')
      if (giveNeedsProof(who.roles)) requireProof(c, dependencies)
      const invited = await orUnavailable(
        dependencies,
        invite(dependencies, who, administrator, actorOf(c)),
      )
      if ('refused' in invited) throw rightsProblem(invited.refused)
      return c.json(presentInvitation(invited), 201)
    },
  )
}

export function presentInvitation({ personId, token, expiresAt }: Invited) {
  return {
    person_id: personId,
    path: `/undangan#${token}`,
    expires_at: expiresAt.toISOString(),
  }
}
