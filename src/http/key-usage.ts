import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type KeyUsage, keyUsage } from '../actions/key-usage.ts'
import type { Dependencies } from '../dependencies.ts'
import { KEY_SCOPES, kindOfKey, ROUTE_CLASSES } from '../domain/partner-key.ts'
import { problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import type { KeptKey } from '../store/partner-keys.ts'
import { orUnavailable } from '../store-outage.ts'
import { DayOutSchema, InstantOutSchema } from './days.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'
import { needsKey, unusableKey } from './key-gate.ts'

/** What a key is told as, to itself and to who manages it. */
export const KEY_SHAPE = {
  id: z.string().openapi({ description: 'Names the key; opens nothing', example: '3kx09q2m' }),
  partner: z.string().openapi({ example: 'Aplikasi Contoh' }),
  kind: z.enum(['partner', 'device']),
  scopes: z.array(z.enum(KEY_SCOPES)),
  test: z.boolean(),
  place: z
    .strictObject({ country: z.string().nullable(), region: z.string().nullable() })
    .nullable()
    .openapi({ description: 'Whose letters it may record; null where it records none' }),
  quota_per_minute: z.int(),
  issued_at: InstantOutSchema,
  expires_at: InstantOutSchema,
  last_used_at: InstantOutSchema.nullable().openapi({ description: 'To the minute' }),
} as const

const KeySchema = z.strictObject(KEY_SHAPE).openapi('PartnerKey')

const KeyUsageSchema = z
  .strictObject({
    key: KeySchema,
    from: DayOutSchema,
    to: DayOutSchema,
    uses: z.array(
      z.strictObject({
        day: DayOutSchema,
        route_class: z.enum(ROUTE_CLASSES),
        status_class: z.string().openapi({ example: '2xx' }),
        count: z.int(),
      }),
    ),
  })
  .openapi('KeyUsage')

export const KEY_EXAMPLE = {
  id: '3kx09q2m',
  partner: 'Aplikasi Contoh',
  kind: 'partner' as const,
  scopes: ['checks' as const, 'verify' as const],
  test: false,
  place: null,
  quota_per_minute: 600,
  issued_at: '2026-11-01T02:00:00.000Z',
  expires_at: '2027-11-01T02:00:00.000Z',
  last_used_at: '2026-11-24T03:12:00.000Z',
}

const getUsage = createRoute({
  method: 'get',
  path: '/v1/usage',
  operationId: 'getUsage',
  tags: ['keys'],
  summary: 'What the key that asks is, and how it was used in the last thirty days',
  description:
    'Counts only, a few seconds behind: nothing of what was asked is kept. The page for people is /pemakaian.',
  security: [{ partnerKey: [] }],
  middleware: needsKey,
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The key and the counts of its use',
      content: {
        'application/json': {
          schema: KeyUsageSchema,
          example: {
            key: KEY_EXAMPLE,
            from: '2026-10-26',
            to: '2026-11-24',
            uses: [{ day: '2026-11-24', route_class: 'lookups', status_class: '2xx', count: 412 }],
          },
        },
      },
    },
    ...problemResponses(
      'key-unusable',
      'input-invalid',
      'too-many-requests',
      'service-unavailable',
      'unexpected-failure',
    ),
  },
})

export function keyUsageRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    getUsage,
    async (c) => {
      const id = c.get('key')?.id
      const usage =
        id === undefined ? undefined : await orUnavailable(dependencies, keyUsage(dependencies, id))
      if (usage === undefined) throw unusableKey()
      return c.json(presentUsage(usage), 200)
    },
  )
}

function presentUsage({ key, from, to, uses }: KeyUsage): z.infer<typeof KeyUsageSchema> {
  return {
    key: presentKey(key),
    from,
    to,
    uses: uses.map(({ day, routeClass, statusClass, count }) => ({
      day,
      route_class: routeClass,
      status_class: `${statusClass}xx`,
      count,
    })),
  }
}

export function presentKey(key: KeptKey): z.infer<typeof KeySchema> {
  return {
    id: key.id,
    partner: key.partner,
    kind: kindOfKey(key),
    scopes: [...key.scopes],
    test: key.isTest,
    place: key.place,
    quota_per_minute: key.quotaPerMinute,
    issued_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
  }
}
