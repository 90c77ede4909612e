import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { SECTORS } from '../domain/placement/words.ts'
import { RENEWALS } from '../domain/rule-tables/rows.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { DayOutSchema } from './days.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { DestinationSchema } from './quick-question.ts'
import {
  AgencyIdSchema,
  agencyOfRow,
  isNumber,
  NumberSchema,
  RowAgencySchema,
} from './row-agency.ts'
import {
  isAsked,
  openRows,
  pageOfRows,
  ROW_QUERY,
  rowListResponses,
  speaksOf,
} from './rule-list.ts'
import { presentRow, ROW_EXAMPLE, ROW_SHAPE } from './rule-row.ts'

const RecruitmentPermitSchema = z
  .strictObject({
    ...ROW_SHAPE,
    number: z.string(),
    agency: RowAgencySchema,
    destination: z.string(),
    position: z.string().nullable(),
    sector: z.enum(SECTORS).nullable(),
    renewal: z.enum(RENEWALS),
    revoked_on: DayOutSchema.nullable(),
  })
  .openapi('RecruitmentPermit')

const listRecruitmentPermits = createRoute({
  method: 'get',
  path: '/v1/recruitment-permits',
  operationId: 'listRecruitmentPermits',
  tags: ['placements'],
  summary: 'Permits to recruit (SIP2MI) whose term covers a day, revoked ones marked',
  request: {
    query: strictQuery({
      number: NumberSchema.optional(),
      agency: AgencyIdSchema.optional(),
      destination: DestinationSchema.optional(),
      sector: z.enum(SECTORS).optional(),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('RecruitmentPermitList', RecruitmentPermitSchema, {
    ...ROW_EXAMPLE,
    id: 'prm_contoh01',
    number: 'CONTOH/SIP2MI/01/2026',
    agency: { id: 'agy_contoh01', name: 'PT Contoh Bahari Sentosa' },
    destination: 'TW',
    position: null,
    sector: 'manufacturing',
    renewal: 'none',
    revoked_on: null,
  }),
})

export function recruitmentPermitRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listRecruitmentPermits,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const page = pageOfRows(rows.recruitmentPermits(), asked, {
        on,
        isWanted: (row) =>
          isNumber(row.number, asked.number) &&
          isAsked(row.agencyId, asked.agency) &&
          isAsked(row.destination, asked.destination) &&
          speaksOf(row.sector, asked.sector),
        orderOf: ({ number }) => number,
        present: (row) => ({
          ...presentRow(row, view),
          number: row.number,
          agency: agencyOfRow(row, on, view),
          destination: row.destination,
          position: row.position,
          sector: row.sector,
          renewal: row.renewal,
          revoked_on: row.revokedOn,
        }),
      })
      return c.json(page, 200)
    },
  )
}
