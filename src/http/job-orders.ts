import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { EMPLOYER_TYPES, SECTORS } from '../domain/placement/words.ts'
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

const JobOrderSchema = z
  .strictObject({
    ...ROW_SHAPE,
    number: z.string(),
    permit_number: z.string(),
    agency: RowAgencySchema,
    destination: z.string(),
    position: z.string().nullable(),
    sector: z.enum(SECTORS).nullable(),
    employer: z.strictObject({
      name: z.string().nullable(),
      type: z.enum(EMPLOYER_TYPES).nullable(),
    }),
    partner: z.string().nullable(),
    verifying_mission: z.string().nullable(),
    verified_on: DayOutSchema.nullable(),
    quota: z.int(),
    used: z.int(),
    synced_on: DayOutSchema.nullable().openapi({
      description: 'The day on which `used` was last taken over from the issuing system',
    }),
  })
  .openapi('JobOrder')

const listJobOrders = createRoute({
  method: 'get',
  path: '/v1/job-orders',
  operationId: 'listJobOrders',
  tags: ['placements'],
  summary:
    'Demands from abroad: who verified them, how many places they have and how many are used',
  request: {
    query: strictQuery({
      number: NumberSchema.optional(),
      permit: NumberSchema.optional().openapi({ description: 'Number of the recruitment permit' }),
      agency: AgencyIdSchema.optional(),
      destination: DestinationSchema.optional(),
      sector: z.enum(SECTORS).optional(),
      has_places: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Only orders with places left, or only those without' }),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('JobOrderList', JobOrderSchema, {
    ...ROW_EXAMPLE,
    id: 'job_contoh01',
    number: 'CONTOH/JO/01/2026',
    permit_number: 'CONTOH/SIP2MI/01/2026',
    agency: { id: 'agy_contoh01', name: 'PT Contoh Bahari Sentosa' },
    destination: 'TW',
    position: 'Operator produksi',
    sector: 'manufacturing',
    employer: { name: 'Contoh Pabrik Rekaan Co Ltd', type: 'legal_entity' },
    partner: null,
    verifying_mission: 'KDEI Taipei (contoh)',
    verified_on: '2026-01-19',
    quota: 50,
    used: 12,
    synced_on: '2026-11-24',
  }),
})

export function jobOrderRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listJobOrders,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const page = pageOfRows(rows.jobOrders(), asked, {
        on,
        isWanted: (row) =>
          isNumber(row.number, asked.number) &&
          isNumber(row.permitNumber, asked.permit) &&
          isAsked(row.agencyId, asked.agency) &&
          isAsked(row.destination, asked.destination) &&
          speaksOf(row.sector, asked.sector) &&
          isAsked(String(row.used < row.quota), asked.has_places),
        orderOf: ({ number }) => number,
        present: (row) => ({
          ...presentRow(row, view),
          number: row.number,
          permit_number: row.permitNumber,
          agency: agencyOfRow(row, on, view),
          destination: row.destination,
          position: row.position,
          sector: row.sector,
          employer: { name: row.employerName, type: row.employerType },
          partner: row.partnerName,
          verifying_mission: row.verifyingMission,
          verified_on: row.verifiedOn,
          quota: row.quota,
          used: row.used,
          synced_on: row.syncedOn,
        }),
      })
      return c.json(page, 200)
    },
  )
}
