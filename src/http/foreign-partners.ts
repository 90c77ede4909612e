import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { LISTED_EFFECTS } from '../domain/change-rules.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { DestinationSchema } from './quick-question.ts'
import { isAsked, openRows, pageOfRows, ROW_QUERY, rowListResponses } from './rule-list.ts'
import { presentRow, ROW_EXAMPLE, ROW_SHAPE } from './rule-row.ts'

const ForeignPartnerSchema = z
  .strictObject({
    ...ROW_SHAPE,
    name: z.string(),
    country: z.string(),
    listed_effect: z.enum(LISTED_EFFECTS).openapi({
      description: 'What the listing does to a placement, as the attaché published it',
    }),
  })
  .openapi('ForeignPartner')

const listForeignPartners = createRoute({
  method: 'get',
  path: '/v1/foreign-partners',
  operationId: 'listForeignPartners',
  tags: ['placements'],
  summary: 'Partners and employers abroad that an attaché’s list names',
  request: {
    query: strictQuery({
      country: DestinationSchema.optional(),
      listed_effect: z.enum(LISTED_EFFECTS).optional(),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('ForeignPartnerList', ForeignPartnerSchema, {
    ...ROW_EXAMPLE,
    id: 'ptn_contoh01',
    name: 'Contoh Manpower Rekaan Ltd',
    country: 'TW',
    listed_effect: 'caution',
  }),
})

export function foreignPartnerRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listForeignPartners,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const page = pageOfRows(rows.foreignPartners(), asked, {
        on,
        isWanted: (row) =>
          isAsked(row.country, asked.country) && isAsked(row.listedEffect, asked.listed_effect),
        orderOf: ({ country, name }) => `${country} ${name}`,
        present: (row) => ({
          ...presentRow(row, view),
          name: row.name,
          country: row.country,
          listed_effect: row.listedEffect,
        }),
      })
      return c.json(page, 200)
    },
  )
}
