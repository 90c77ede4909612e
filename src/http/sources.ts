import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'
import { presentSource, SourceSchema } from './source.ts'
import { SOURCE_EXAMPLE } from './source-example.ts'

const ListSchema = z
  .strictObject({
    items: z.array(SourceSchema),
    next_cursor: z.string().nullable(),
    total: z.int(),
  })
  .openapi('SourceList')

const listSources = createRoute({
  method: 'get',
  path: '/v1/sources',
  operationId: 'listSources',
  tags: ['sources'],
  summary: 'Where the register’s facts come from, and how old each source is',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'Every source, in one page',
      content: {
        'application/json': {
          schema: ListSchema,
          example: { items: [SOURCE_EXAMPLE], next_cursor: null, total: 1 },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests', 'registry-unavailable'),
  },
})

const getSource = createRoute({
  method: 'get',
  path: '/v1/sources/{id}',
  operationId: 'getSource',
  tags: ['sources'],
  summary: 'One source',
  request: { params: z.strictObject({ id: z.string() }), query: NoQuerySchema },
  responses: {
    200: {
      description: 'The source',
      content: { 'application/json': { schema: SourceSchema, example: SOURCE_EXAMPLE } },
    },
    304: { description: 'Unchanged' },
    ...problemResponses(
      'source-not-found',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
    ),
  },
})

export function sourceRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(listSources, async (c) => {
      const opened = await openRegister(dependencies)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged
      const items = [...opened.register.sources()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((source) => presentSource(source, opened.today))
      return c.json({ items, next_cursor: null, total: items.length }, 200)
    })
    .openapi(getSource, async (c) => {
      const opened = await openRegister(dependencies)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const source = opened.view.source(c.req.valid('param').id)
      if (source === undefined) throw new Problem('source-not-found')
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged
      return c.json(presentSource(source, opened.today), 200)
    })
}
