import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies, ReadinessCheck } from '../dependencies.ts'
import { problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { NoQuerySchema } from './input.ts'
import type { Metrics } from './metrics.ts'

const MOST_MILLISECONDS_A_CHECK = 300

const AliveSchema = z
  .strictObject({ status: z.literal('alive') })
  .openapi('Alive', { example: { status: 'alive' } })

const ReadinessSchema = z
  .strictObject({
    status: z.enum(['ready', 'not_ready']),
    checks: z.array(z.strictObject({ name: z.string(), passed: z.boolean() })),
  })
  .openapi('Readiness')

const READY = { status: 'ready', checks: [{ name: 'register', passed: true }] } as const
const NOT_READY = { status: 'not_ready', checks: [{ name: 'register', passed: false }] } as const

const getLiveness = createRoute({
  method: 'get',
  path: '/livez',
  operationId: 'getLiveness',
  tags: ['operations'],
  summary: 'Whether the process answers at all',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The process answers. It looks at nothing else.',
      content: { 'application/json': { schema: AliveSchema } },
    },
    ...problemResponses('input-invalid'),
  },
})

const getReadiness = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tags: ['operations'],
  summary: 'Whether this instance should be sent requests',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'Every check passed',
      content: { 'application/json': { schema: ReadinessSchema, example: READY } },
    },
    503: {
      description: 'A check did not pass, or the instance is ending',
      content: { 'application/json': { schema: ReadinessSchema, example: NOT_READY } },
    },
    ...problemResponses('input-invalid'),
  },
})

const getMetrics = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  tags: ['operations'],
  summary: 'Counters for Prometheus',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The Prometheus text format. Holds nothing that anybody typed.',
      content: {
        'text/plain': {
          schema: z.string(),
          example:
            'http_request_duration_seconds_count{method="GET",route="/livez",status="200"} 1',
        },
      },
    },
    ...problemResponses('input-invalid'),
  },
})

export function operationsRoutes(
  { readiness, lifecycle }: Pick<Dependencies, 'readiness' | 'lifecycle'>,
  { registry }: Metrics,
) {
  return new OpenAPIHono<RequestEnv>()
    .openapi(getLiveness, (c) => c.json({ status: 'alive' as const }, 200))
    .openapi(getReadiness, async (c) => {
      const checks = await Promise.all(
        readiness.map(async (check) => ({ name: check.name, passed: await passes(check) })),
      )
      const isReady = !lifecycle.isStopping && checks.every(({ passed }) => passed)
      return isReady
        ? c.json({ status: 'ready' as const, checks }, 200)
        : c.json({ status: 'not_ready' as const, checks }, 503)
    })
    .openapi(getMetrics, async (c) =>
      c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    )
}

async function passes({ check }: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, MOST_MILLISECONDS_A_CHECK, false)
  })
  try {
    return await Promise.race([Promise.resolve(check()).then(() => true), tooSlow])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
