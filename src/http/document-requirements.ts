import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { DOCUMENT_TYPES, SCHEMES } from '../domain/placement/words.ts'
import { REQUIREMENTS } from '../domain/rule-tables/rows.ts'
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

const DocumentRequirementSchema = z
  .strictObject({
    ...ROW_SHAPE,
    scheme: z.enum(SCHEMES).nullable(),
    destination: z.string().nullable(),
    document_type: z.enum(DOCUMENT_TYPES),
    requirement: z.enum(REQUIREMENTS),
    passport_months: z.int().nullable().openapi({
      description: 'Whole months that a passport must still have on the day of departure',
    }),
  })
  .openapi('DocumentRequirement')

const listDocumentRequirements = createRoute({
  method: 'get',
  path: '/v1/document-requirements',
  operationId: 'listDocumentRequirements',
  tags: ['placements'],
  summary: 'Which papers a scheme and a destination ask for',
  request: {
    query: strictQuery({
      scheme: z.enum(SCHEMES).optional(),
      destination: DestinationSchema.optional(),
      document_type: z.enum(DOCUMENT_TYPES).optional(),
      ...ROW_QUERY,
    }),
  },
  responses: rowListResponses('DocumentRequirementList', DocumentRequirementSchema, {
    ...ROW_EXAMPLE,
    id: 'doc_contoh',
    scheme: 'p_to_p',
    destination: null,
    document_type: 'placement_agreement',
    requirement: 'required',
    passport_months: null,
  }),
})

export function documentRequirementRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listDocumentRequirements,
    async (c) => {
      const asked = c.req.valid('query')
      const { rows, view, version, on } = await openRows(dependencies, asked)
      const unchanged = conditional(c, version)
      if (unchanged) return unchanged
      const page = pageOfRows(rows.documentRequirements(), asked, {
        on,
        isWanted: (row) =>
          speaksOf(row.scheme, asked.scheme) &&
          speaksOf(row.destination, asked.destination) &&
          isAsked(row.documentType, asked.document_type),
        orderOf: ({ scheme, documentType }) => `${scheme ?? ''} ${documentType}`,
        present: (row) => ({
          ...presentRow(row, view),
          scheme: row.scheme,
          destination: row.destination,
          document_type: row.documentType,
          requirement: row.requirement,
          passport_months: row.passportMonths,
        }),
      })
      return c.json(page, 200)
    },
  )
}
