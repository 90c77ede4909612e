import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { proveAgain, waysToProve } from '../../actions/people/prove.ts'
import type { Dependencies } from '../../dependencies.ts'
import { SESSION_LIMITS } from '../../domain/people/session-limits.ts'
import { ownOrigin } from '../../own-origin.ts'
import { Problem, problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { setSessionToken } from '../../session-cookie.ts'
import { actorOf, NEEDS_SIGN_IN, signedIn } from '../../signed-in.ts'
import { orUnavailable } from '../../store-outage.ts'
import { InstantOutSchema } from '../days.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'

const PATH = '/v1/admin/sessions/proof'

const FRESH_UNTIL = {
  fresh_until: InstantOutSchema.nullable().openapi({
    description: 'Until when it holds what takes a fresh proof; null when nothing was proven yet',
  }),
}

const REFUSALS = [
  'sign-in-required',
  'input-invalid',
  'too-many-requests',
  'service-unavailable',
] as const

const getSessionProof = createRoute({
  method: 'get',
  path: PATH,
  operationId: 'getSessionProof',
  tags: ['people'],
  summary: 'When the second factor was proven, and by what it may be proven again',
  ...NEEDS_SIGN_IN,
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The proof of this session, and what to ask of its person',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              ...FRESH_UNTIL,
              takes_code: z.boolean(),
              passkey_options: z.looseObject({ challenge: z.string() }).nullable().openapi({
                description:
                  'For PublicKeyCredential.parseRequestOptionsFromJSON; null for who has no passkey. To be signed within ten minutes, once, in this session.',
              }),
            })
            .openapi('SessionProof'),
        },
      },
    },
    ...problemResponses(...REFUSALS),
  },
})

const proveSession = createRoute({
  method: 'post',
  path: PATH,
  operationId: 'proveSession',
  tags: ['people'],
  summary: 'Prove the second factor once more',
  description:
    'Before keys are issued or rotated, the roles administrator and approver given, somebody’s second factor reset or enabled again, and a proposal approved: these take a proof of the last five minutes. Signing in is one. The session goes on under a new cookie, and the one before opens nothing any more. A wrong proof counts as a wrong one at sign-in.',
  ...NEEDS_SIGN_IN,
  request: {
    query: NoQuerySchema,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              code: z.string().min(1).max(40).optional().openapi({
                description: 'Of the authenticator app, or a backup code',
                example: '492039',
              }),
              passkey: z.record(z.string(), z.unknown()).optional().openapi({
                description: 'What navigator.credentials.get gave, as its toJSON() writes it',
              }),
            })
            .refine(({ code, passkey }) => (code === undefined) !== (passkey === undefined), {
              path: ['code'],
              params: {
                says: {
                  id: 'Kirim kode atau kunci sandi: salah satu.',
                  en: 'Send a code or a passkey: one of them.',
                },
              },
            })
            .openapi('NewSessionProof'),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'Proven. Set-Cookie carries the session on.',
      content: {
        'application/json': { schema: z.strictObject(FRESH_UNTIL).openapi('ProvenSession') },
      },
    },
    ...problemResponses(
      ...REFUSALS,
      'other-site',
      'request-unreadable',
      'media-type-unsupported',
      'body-too-large',
    ),
  },
})

/** The fresh proof that a few calls take, so that a stolen session does not reach them. */
export function sessionProofRoutes(dependencies: Dependencies) {
  const { config } = dependencies
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(getSessionProof, async (c) => {
      const person = signedIn(c)
      const { takesCode, passkeyOptions } = await orUnavailable(
        dependencies,
        waysToProve(dependencies, person, ownOrigin(c.env.incoming, config)),
      )
      return c.json(
        {
          fresh_until: freshUntil(person.provenAt),
          takes_code: takesCode,
          passkey_options: passkeyOptions,
        },
        200,
      )
    })
    .openapi(proveSession, async (c) => {
      const { code = '', passkey } = c.req.valid('json')
      const origin = ownOrigin(c.env.incoming, config) ?? ''
      const given = passkey === undefined ? { code } : { passkey: JSON.stringify(passkey), origin }
      const outcome = await orUnavailable(
        dependencies,
        proveAgain(dependencies, signedIn(c), given, actorOf(c)),
      )
      if ('refused' in outcome) {
        if (outcome.refused === 'wrong') throw wrong(passkey === undefined ? 'code' : 'passkey')
        const headers = { 'Retry-After': String(outcome.seconds) }
        throw new Problem('too-many-requests', { headers })
      }
      setSessionToken(c, config, outcome.token)
      return c.json({ fresh_until: freshUntil(outcome.provenAt) }, 200)
    })
}

function freshUntil(provenAt: Date | null): string | null {
  return provenAt && new Date(provenAt.getTime() + SESSION_LIMITS.fresh).toISOString()
}

function wrong(field: 'code' | 'passkey'): Problem {
  const detail = {
    id: 'Ini tidak cocok, atau sudah dipakai.',
    en: 'This is not right, or was used already.',
  }
  return new Problem('input-invalid', { errors: [{ pointer: `/${field}`, detail }] })
}
