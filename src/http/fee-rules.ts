import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { PAYEES, SCHEMES } from '../domain/placement/words.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { DestinationSchema } from './quick-question.ts'
import { openRows, pageOfRows, ROW_QUERY, rowListResponses, speaksOf } from './rule-list.ts'
import { presentRow, ROW_EXAMPLE, ROW_SHAPE } from './rule-row.ts'

const FeeRuleSchema = z
  .strictObject({
    ...ROW_SHAPE,
    scheme: z.enum(SCHEMES).nullable(),
    destination: z.string().nullable(),
    position: z.string().nullable(),
    max: z.strictObject({ amount: z.int(), currency: z.string() }).nullable().openapi({
      description: 'The most that a worker may be asked to pay; null where nothing may be asked',
    }),
    payee: z.enum(PAYEES).nullable(),
  })
  .openapi('FeeRule')

const listFeeRules = createRoute({
  method: 'get',
  path: '/v1/fee-rules',
  operationId: 'listFeeRules',
  tags: ['placements'],
  summary: 'What a worker may be asked to pay, and whom',
  request: {
    query: strictQuery({
      scheme: z.enum(SCHEMES).optional(),
      destination: DestinationSchema.optional(),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('FeeRuleList', FeeRuleSchema, {
    ...ROW_EXAMPLE,
    id: 'fee_contoh',
    scheme: 'g_to_g',
    destination: 'KR',
    position: null,
    max: { amount: 28, currency: 'USD' },
    payee: 'government',
  }),
})

export function feeRuleRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listFeeRules,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const page = pageOfRows(rows.feeRules(), asked, {
        on,
        isWanted: (row) =>
          speaksOf(row.scheme, asked.scheme) && speaksOf(row.destination, asked.destination),
        orderOf: ({ destination, scheme }) => `${destination ?? ''} ${scheme ?? ''}`,
        present: (row) => ({
          ...presentRow(row, view),
          scheme: row.scheme,
          destination: row.destination,
          position: row.position,
          max: row.max === 'none' ? null : { ...row.max },
          payee: row.payee,
        }),
      })
      return c.json(page, 200)
    },
  )
}
