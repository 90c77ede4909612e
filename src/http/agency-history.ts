import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { agencyHistory, HISTORY_KINDS } from '../domain/agency-history.ts'
import { Problem, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { DayOutSchema, InstantOutSchema } from './days.ts'
import { limitSchema, refuseInvalidInput, strictQuery } from './input.ts'

const HistoryItemSchema = z
  .strictObject({
    entry: z.int().openapi({ description: 'Its place in the registry log' }),
    kind: z.enum(HISTORY_KINDS),
    effective_on: DayOutSchema,
    last_day: DayOutSchema.nullable(),
    recorded_at: InstantOutSchema,
    superseded_by: z
      .int()
      .nullable()
      .openapi({ description: 'The entry that corrected or ended it' }),
    source_id: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('HistoryItem')

const HistorySchema = z
  .strictObject({
    items: z.array(HistoryItemSchema),
    next_cursor: z.string().nullable(),
    total: z.int(),
  })
  .openapi('History')

const EXAMPLE = {
  items: [
    {
      entry: 15,
      kind: 'licence_event' as const,
      effective_on: '2025-01-02',
      last_day: null,
      recorded_at: '2026-11-24T03:12:07.000Z',
      superseded_by: null,
      source_id: 'src_contoh_daftar',
      details: { id: 'evt_contoh01g', licence: 'lic_contoh01', type: 'granted' },
    },
  ],
  next_cursor: null,
  total: 1,
}

const getAgencyHistory = createRoute({
  method: 'get',
  path: '/v1/agencies/{id}/history',
  operationId: 'getAgencyHistory',
  tags: ['agencies'],
  summary: 'Everything ever recorded of an agency, by both clocks',
  description:
    'Each item has the day it took effect and the moment it was recorded. Nothing is left out: what was corrected stays, with the entry that corrected it.',
  request: {
    params: z.strictObject({ id: z.string() }),
    query: strictQuery({
      limit: limitSchema(500, 100),
      cursor: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .optional()
        .openapi({ type: 'string' }),
    }),
  },
  responses: {
    200: {
      description: 'In the order in which it was recorded',
      content: { 'application/json': { schema: HistorySchema, example: EXAMPLE } },
    },
    304: { description: 'Unchanged' },
    ...problemResponses(
      'agency-not-found',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
    ),
  },
})

export function agencyHistoryRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    getAgencyHistory,
    async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const opened = await openRegister(dependencies)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const agency = opened.register.agencyWithHistory(c.req.valid('param').id)
      if (agency === undefined) throw new Problem('agency-not-found')
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged

      const all = agencyHistory(agency)
      const rest = cursor === undefined ? all : all.filter(({ fact }) => fact.entry > cursor)
      const items = rest.slice(0, limit)
      const last = items.at(-1)
      return c.json(
        {
          items: items.map(({ kind, fact, details }) => ({
            entry: fact.entry,
            kind,
            effective_on: fact.effectiveOn,
            last_day: fact.lastDay,
            recorded_at: (
              opened.register.entryTime(fact.entry) ?? opened.registry.asOf
            ).toISOString(),
            superseded_by: fact.supersededBy,
            source_id: fact.sourceId,
            details,
          })),
          next_cursor:
            last !== undefined && items.length < rest.length ? String(last.fact.entry) : null,
          total: all.length,
        },
        200,
      )
    },
  )
}
