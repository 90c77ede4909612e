import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { NEXT_STEP_CODES } from '../domain/next-steps.ts'
import { regionName } from '../domain/regions/region.ts'
import { OFFICE_KINDS } from '../domain/rule-tables/rows.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { DayOutSchema } from './days.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { RegionNameSchema } from './region-name.ts'
import { isAsked, openRows, pageOfRows, ROW_QUERY, rowListResponses } from './rule-list.ts'
import { presentRow, ROW_EXAMPLE, ROW_SHAPE } from './rule-row.ts'

/** An office of the province serves its regencies; one without a region serves everywhere. */
function servesRegion(office: string | null, asked: string | undefined): boolean {
  return office === null || asked === undefined || `${asked}.`.startsWith(`${office}.`)
}

const OfficeSchema = z
  .strictObject({
    ...ROW_SHAPE,
    kind: z.enum(OFFICE_KINDS),
    name: z.string(),
    contact: z.string(),
    region: z.string().nullable(),
    region_name: RegionNameSchema,
    step: z.enum(NEXT_STEP_CODES).nullable().openapi({
      description: 'The next step for which it is the one to ask',
    }),
    verified_on: DayOutSchema.nullable().openapi({
      description: 'When the contact was last tried; null while nobody has',
    }),
  })
  .openapi('Office')

const listOffices = createRoute({
  method: 'get',
  path: '/v1/offices',
  operationId: 'listOffices',
  tags: ['placements'],
  summary: 'Whom to ask or call',
  request: {
    query: strictQuery({
      kind: z.enum(OFFICE_KINDS).optional(),
      step: z.enum(NEXT_STEP_CODES).optional(),
      region: z
        .string()
        .regex(/^\d{2}(\.\d{2}){0,2}$/)
        .optional()
        .openapi({
          description: 'A region code; offices that serve the whole country stay in the list',
          example: '32.12',
        }),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('OfficeList', OfficeSchema, {
    ...ROW_EXAMPLE,
    id: 'off_contoh',
    kind: 'hotline',
    name: 'Pengaduan contoh (rekaan)',
    contact: '+62 21 0000 0199',
    region: null,
    region_name: null,
    step: 'call_bp3mi',
    verified_on: null,
  }),
})

export function officeRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listOffices,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const language = c.get('language')
      const page = pageOfRows(rows.offices(), asked, {
        on,
        isWanted: (row) =>
          isAsked(row.kind, asked.kind) &&
          isAsked(row.step, asked.step) &&
          servesRegion(row.regionCode, asked.region),
        orderOf: ({ kind, name }) => `${kind} ${name.id}`,
        present: (row) => ({
          ...presentRow(row, view),
          kind: row.kind,
          name: row.name[language],
          contact: row.contact,
          region: row.regionCode,
          region_name: regionName(dependencies.config.country, row.regionCode),
          step: row.step,
          verified_on: row.verifiedOn,
        }),
      })
      return c.json(page, 200)
    },
  )
}
