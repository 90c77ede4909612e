import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { SCHEMES, SECTORS, SEXES } from '../domain/placement/words.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { DestinationSchema } from './quick-question.ts'
import { openRows, pageOfRows, ROW_QUERY, rowListResponses, speaksOf } from './rule-list.ts'
import { presentRow, ROW_EXAMPLE, ROW_SHAPE } from './rule-row.ts'

const AgeLimitSchema = z
  .strictObject({
    ...ROW_SHAPE,
    destination: z.string().nullable(),
    scheme: z.enum(SCHEMES).nullable(),
    sector: z.enum(SECTORS).nullable(),
    sex: z.enum(SEXES).nullable(),
    min: z.int().nullable().openapi({ description: 'Completed years on the day of departure' }),
    max: z.int().nullable().openapi({ description: 'The last age allowed' }),
  })
  .openapi('AgeLimit')

const listAgeLimits = createRoute({
  method: 'get',
  path: '/v1/age-limits',
  operationId: 'listAgeLimits',
  tags: ['placements'],
  summary: 'How old a worker must be, and may be, by destination and work',
  request: {
    query: strictQuery({
      destination: DestinationSchema.optional(),
      scheme: z.enum(SCHEMES).optional(),
      sector: z.enum(SECTORS).optional(),
      sex: z.enum(SEXES).optional(),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('AgeLimitList', AgeLimitSchema, {
    ...ROW_EXAMPLE,
    id: 'age_contoh',
    destination: null,
    scheme: null,
    sector: null,
    sex: null,
    min: 18,
    max: null,
  }),
})

export function ageLimitRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listAgeLimits,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const page = pageOfRows(rows.ageLimits(), asked, {
        on,
        isWanted: (row) =>
          speaksOf(row.destination, asked.destination) &&
          speaksOf(row.scheme, asked.scheme) &&
          speaksOf(row.sector, asked.sector) &&
          speaksOf(row.sex, asked.sex),
        orderOf: ({ destination }) => destination ?? '',
        present: (row) => ({
          ...presentRow(row, view),
          destination: row.destination,
          scheme: row.scheme,
          sector: row.sector,
          sex: row.sex,
          min: row.min,
          max: row.max,
        }),
      })
      return c.json(page, 200)
    },
  )
}
