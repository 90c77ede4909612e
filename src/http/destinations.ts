import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { EMPLOYER_TYPES, SCHEMES, SECTORS } from '../domain/placement/words.ts'
import { DESTINATION_RULES } from '../domain/rule-tables/rows.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { DestinationSchema } from './quick-question.ts'
import {
  isAsked,
  openRows,
  pageOfRows,
  ROW_QUERY,
  rowListResponses,
  speaksOf,
} from './rule-list.ts'
import { presentRow, ROW_EXAMPLE, ROW_SHAPE } from './rule-row.ts'

const DestinationRuleSchema = z
  .strictObject({
    ...ROW_SHAPE,
    destination: z.string(),
    scheme: z.enum(SCHEMES).nullable(),
    sector: z.enum(SECTORS).nullable(),
    employer_type: z.enum(EMPLOYER_TYPES).nullable(),
    rule: z.enum(DESTINATION_RULES),
    channel_exception: z.string().nullable().openapi({
      description: 'The one channel that this row opens, where it opens no other',
    }),
    doubt: z.string().nullable().openapi({ description: 'Who doubts the row, and why' }),
  })
  .openapi('DestinationRule')

const listDestinations = createRoute({
  method: 'get',
  path: '/v1/destinations',
  operationId: 'listDestinations',
  tags: ['placements'],
  summary: 'Which destinations are open, closed, restricted or contested on a day',
  request: {
    query: strictQuery({
      destination: DestinationSchema.optional(),
      scheme: z.enum(SCHEMES).optional(),
      sector: z.enum(SECTORS).optional(),
      employer_type: z.enum(EMPLOYER_TYPES).optional(),
      rule: z.enum(DESTINATION_RULES).optional(),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('DestinationRuleList', DestinationRuleSchema, {
    ...ROW_EXAMPLE,
    destination: 'TW',
    scheme: 'p_to_p',
    sector: null,
    employer_type: null,
    rule: 'open',
    channel_exception: null,
    doubt: null,
  }),
})

export function destinationRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listDestinations,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const language = c.get('language')
      const page = pageOfRows(rows.destinations(), asked, {
        on,
        isWanted: (row) =>
          isAsked(row.destination, asked.destination) &&
          speaksOf(row.scheme, asked.scheme) &&
          speaksOf(row.sector, asked.sector) &&
          speaksOf(row.employerType, asked.employer_type) &&
          isAsked(row.rule, asked.rule),
        orderOf: ({ destination }) => destination,
        present: (row) => ({
          ...presentRow(row, view),
          destination: row.destination,
          scheme: row.scheme,
          sector: row.sector,
          employer_type: row.employerType,
          rule: row.rule,
          channel_exception: row.channelException,
          doubt: row.doubt?.[language] ?? null,
        }),
      })
      return c.json(page, 200)
    },
  )
}
