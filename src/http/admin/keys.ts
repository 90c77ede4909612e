import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  endKey,
  type IssuedKey,
  issueKey,
  KEY_REFUSALS,
  type KeyRefusal,
  managedKeys,
  rotateKey,
  USUAL_OVERLAP_DAYS,
  USUAL_QUOTA,
} from '../../actions/manage-keys.ts'
import type { Dependencies } from '../../dependencies.ts'
import {
  KEY_LIMITS,
  KEY_SCOPES,
  KEY_STATES,
  keyStateAt,
  orderFaults,
} from '../../domain/partner-key.ts'
import { EVERYWHERE } from '../../domain/people/person.ts'
import { Problem, problemResponses } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, needs, requireProof, requireTask } from '../../signed-in.ts'
import { findKey, type KeptKey } from '../../store/partner-keys.ts'
import { orUnavailable } from '../../store-outage.ts'
import { InstantOutSchema } from '../days.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { KEY_EXAMPLE, KEY_SHAPE, presentKey } from '../key-usage.ts'

const MANAGED_SHAPE = {
  ...KEY_SHAPE,
  state: z.enum(KEY_STATES),
  issued_by: z.string().openapi({ example: 'per_7q4n0ztm5r2xk9db' }),
  revoked_at: InstantOutSchema.nullable(),
} as const
const ManagedKeySchema = z.strictObject(MANAGED_SHAPE).openapi('ManagedKey')
const MANAGED_EXAMPLE = {
  ...KEY_EXAMPLE,
  state: 'live' as const,
  issued_by: 'per_7q4n0ztm5r2xk9db',
  revoked_at: null,
}

const SECRET = {
  secret: z.string().openapi({
    description: 'The key itself. Shown once; only its hash is kept.',
    example: 'pst_live_3kx09q2m_…',
  }),
}
const SECRET_EXAMPLE = { secret: 'pst_live_3kx09q2m_…' }

const days = z.int().min(1).max(KEY_LIMITS.days).default(KEY_LIMITS.days)

const KeyOrderSchema = z
  .strictObject({
    partner: z.string().trim().min(1).max(100).openapi({
      description: 'Who holds it; for a kiosk, the kiosk itself',
    }),
    scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length),
    place: z
      .strictObject({
        country: z.string().regex(/^[A-Z]{2}$/),
        region: z.string().max(16).nullable(),
      })
      .nullable()
      .default(null)
      .openapi({ description: 'Whose letters it may record: with `issued_documents` only' }),
    quota_per_minute: z.int().min(1).max(KEY_LIMITS.quotaPerMinute).default(USUAL_QUOTA),
    days,
    test: z.boolean().default(false),
  })
  .openapi('KeyOrder', {
    example: {
      partner: 'Aplikasi Contoh',
      scopes: ['checks', 'verify'],
      place: null,
      quota_per_minute: 600,
      days: 365,
      test: false,
    },
  })

const RotationSchema = z
  .strictObject({
    days,
    overlap_days: z.int().min(1).max(KEY_LIMITS.overlapDays).default(USUAL_OVERLAP_DAYS),
  })
  .openapi('KeyRotation')

const COMMON = { ...needs('manage_keys'), tags: ['keys'] }
const IdParamSchema = z.strictObject({ id: z.string().max(40).openapi({ example: '3kx09q2m' }) })
const PROBLEMS_OF_ALL = [
  'sign-in-required',
  'not-allowed',
  'other-site',
  'input-invalid',
  'too-many-requests',
  'service-unavailable',
] as const
const PROBLEMS_OF_BODIES = [
  'request-unreadable',
  'body-too-large',
  'media-type-unsupported',
  'conflict',
  'step-up-needed',
] as const

const listPartnerKeys = createRoute({
  ...COMMON,
  method: 'get',
  path: '/v1/admin/keys',
  operationId: 'listPartnerKeys',
  summary: 'Every key of the places in your care, the newest first',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The keys, without their secrets',
      content: {
        'application/json': {
          schema: z.strictObject({ items: z.array(ManagedKeySchema) }).openapi('ManagedKeyList'),
          example: { items: [MANAGED_EXAMPLE] },
        },
      },
    },
    ...problemResponses(...PROBLEMS_OF_ALL),
  },
})

const issuePartnerKey = createRoute({
  ...COMMON,
  method: 'post',
  path: '/v1/admin/keys',
  operationId: 'issuePartnerKey',
  summary: 'Issue a key',
  request: {
    query: NoQuerySchema,
    body: { required: true, content: { 'application/json': { schema: KeyOrderSchema } } },
  },
  responses: {
    201: {
      description: 'The key, with its secret this once',
      content: {
        'application/json': {
          schema: z.strictObject({ ...SECRET, key: ManagedKeySchema }).openapi('IssuedKey'),
          example: { ...SECRET_EXAMPLE, key: MANAGED_EXAMPLE },
        },
      },
    },
    ...problemResponses(...PROBLEMS_OF_ALL, ...PROBLEMS_OF_BODIES),
  },
})

const rotatePartnerKey = createRoute({
  ...COMMON,
  method: 'post',
  path: '/v1/admin/keys/{id}/rotation',
  operationId: 'rotatePartnerKey',
  summary: 'Issue a second key like this one, which ends after the overlap',
  request: {
    params: IdParamSchema,
    query: NoQuerySchema,
    body: { required: true, content: { 'application/json': { schema: RotationSchema } } },
  },
  responses: {
    201: {
      description: 'The second key, with its secret this once',
      content: {
        'application/json': {
          schema: z
            .strictObject({ ...SECRET, key: ManagedKeySchema, old_ends_at: InstantOutSchema })
            .openapi('RotatedKey'),
          example: {
            ...SECRET_EXAMPLE,
            key: MANAGED_EXAMPLE,
            old_ends_at: '2026-12-01T03:12:08.000Z',
          },
        },
      },
    },
    ...problemResponses(...PROBLEMS_OF_ALL, ...PROBLEMS_OF_BODIES, 'key-not-found'),
  },
})

const revokePartnerKey = createRoute({
  ...COMMON,
  method: 'post',
  path: '/v1/admin/keys/{id}/revocation',
  operationId: 'revokePartnerKey',
  summary: 'Revoke a key: dead here at once, everywhere within two seconds',
  request: { params: IdParamSchema, query: NoQuerySchema },
  responses: {
    200: {
      description: 'The key as it is now',
      content: {
        'application/json': {
          schema: ManagedKeySchema,
          example: { ...MANAGED_EXAMPLE, state: 'revoked', revoked_at: '2026-11-24T03:12:08.000Z' },
        },
      },
    },
    ...problemResponses(...PROBLEMS_OF_ALL, 'key-not-found', 'conflict'),
  },
})

export function adminKeyRoutes(dependencies: Dependencies) {
  const { clock } = dependencies

  const present = (key: KeptKey): z.infer<typeof ManagedKeySchema> => ({
    ...presentKey(key),
    state: keyStateAt(clock.now(), key),
    issued_by: key.createdBy,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  })
  const presentIssued = ({ key, text }: IssuedKey) => ({ secret: text, key: present(key) })

  /** A key that the person may manage. */
  async function mine(c: RequestContext, id: string): Promise<KeptKey> {
    const key = await orUnavailable(dependencies, findKey(dependencies.database, id))
    if (key === undefined) throw new Problem('key-not-found')
    requireTask(c, 'manage_keys', key.place ?? EVERYWHERE)
    return key
  }

  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(listPartnerKeys, async (c) => {
      const person = requireTask(c, 'manage_keys')
      const keys = await orUnavailable(dependencies, managedKeys(dependencies, person))
      return c.json({ items: keys.map(present) }, 200)
    })
    .openapi(issuePartnerKey, async (c) => {
      const { quota_per_minute: quotaPerMinute, test: isTest, ...rest } = c.req.valid('json')
      const order = { ...rest, quotaPerMinute, isTest }
      const faults = orderFaults(order)
      if (faults.length > 0) {
        throw new Problem('input-invalid', {
          errors: faults.map(({ field, says }) => ({ pointer: `/${field}`, detail: says })),
        })
      }
      requireTask(c, 'manage_keys', order.place ?? EVERYWHERE)
      requireProof(c, dependencies)
      const issued = await orUnavailable(dependencies, issueKey(dependencies, order, actorOf(c)))
      if ('refused' in issued) throw refusedKey(issued.refused)
      return c.json(presentIssued(issued), 201)
    })
    .openapi(rotatePartnerKey, async (c) => {
      const { id } = await mine(c, c.req.valid('param').id)
      requireProof(c, dependencies)
      const { days, overlap_days: overlapDays } = c.req.valid('json')
      const rotated = await orUnavailable(
        dependencies,
        rotateKey(dependencies, id, { days, overlapDays }, actorOf(c)),
      )
      if ('refused' in rotated) throw refusedKey(rotated.refused)
      return c.json(
        { ...presentIssued(rotated), old_ends_at: rotated.oldEndsAt.toISOString() },
        201,
      )
    })
    .openapi(revokePartnerKey, async (c) => {
      const key = await mine(c, c.req.valid('param').id)
      const refused = await orUnavailable(dependencies, endKey(dependencies, key.id, actorOf(c)))
      if (refused !== undefined) throw refusedKey(refused.refused)
      return c.json(present({ ...key, revokedAt: clock.now() }), 200)
    })
}

function refusedKey(refused: KeyRefusal): Problem {
  if (refused === 'not_found') return new Problem('key-not-found')
  return new Problem('conflict', { detail: KEY_REFUSALS[refused] })
}
