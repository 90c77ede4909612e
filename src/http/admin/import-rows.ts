import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { decideRow } from '../../actions/list-imports.ts'
import type { Dependencies } from '../../dependencies.ts'
import { DIRT_CODES } from '../../domain/listing/dirt.ts'
import { IMPORT_ROW_CLASSES } from '../../domain/listing/list-import.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { needs } from '../../signed-in.ts'
import { listImportRows } from '../../store/list-imports.ts'
import { orUnavailable } from '../../store-outage.ts'
import { limitSchema, NoQuerySchema, refuseInvalidInput, strictQuery } from '../input.ts'
import {
  IMPORT_READ_PROBLEMS,
  IMPORT_WRITE_PROBLEMS,
  IMPORTS_PATH,
  ImportParamSchema,
  importDesk,
  jsonBody,
  oneImport,
} from './import-desk.ts'
import { DecisionBodySchema } from './import-input.ts'
import { ImportRowSchema, presentImportRow } from './import-schema.ts'

const LineParamSchema = ImportParamSchema.extend({
  line: z
    .string()
    .regex(/^\d{1,8}$/)
    .transform(Number)
    .openapi({ type: 'integer', example: 14, description: 'As a spreadsheet counts' }),
})

const isTrue = z.enum(['true', 'false']).transform((text) => text === 'true')

const searchImportRows = createRoute({
  method: 'get',
  path: `${IMPORTS_PATH}/{id}/rows`,
  operationId: 'searchImportRows',
  tags: ['imports'],
  summary: 'What each row of the list means for the register, in the order of the list',
  ...needs('read_console'),
  request: {
    params: ImportParamSchema,
    query: strictQuery({
      class: z.enum(IMPORT_ROW_CLASSES).optional(),
      needs_look: isTrue.optional(),
      decided: isTrue.optional(),
      dirt: z.enum(DIRT_CODES).optional(),
      q: z.string().trim().min(1).max(200).optional().openapi({
        description: 'Part of a name, a number or an agency’s id',
      }),
      limit: limitSchema(200, 50),
      cursor: z
        .string()
        .regex(/^\d{1,8}$/)
        .transform(Number)
        .optional()
        .openapi({ type: 'string' }),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              items: z.array(ImportRowSchema),
              next_cursor: z.string().nullable(),
              total: z.int(),
            })
            .openapi('ImportRowPage'),
        },
      },
    },
    ...problemResponses('import-not-found', ...IMPORT_READ_PROBLEMS),
  },
})

const decideImportRow = createRoute({
  method: 'put',
  path: `${IMPORTS_PATH}/{id}/rows/{line}/decision`,
  operationId: 'decideImportRow',
  tags: ['imports'],
  summary: 'Decide about one row: leave it out, or say which agency it is',
  description: 'It counts from the next comparison on; `needs_comparing` says so until then.',
  ...needs('record'),
  request: {
    params: LineParamSchema,
    query: NoQuerySchema,
    body: jsonBody(DecisionBodySchema, { is: 'is_agency', agency_id: 'agy_contoh02' }),
  },
  responses: {
    200: oneImport('The import'),
    ...problemResponses(...IMPORT_WRITE_PROBLEMS, 'not-found'),
  },
})

const undecideImportRow = createRoute({
  method: 'delete',
  path: `${IMPORTS_PATH}/{id}/rows/{line}/decision`,
  operationId: 'undecideImportRow',
  tags: ['imports'],
  summary: 'Take a decision about a row back: the comparison’s own reading stands again',
  ...needs('record'),
  request: { params: LineParamSchema, query: NoQuerySchema },
  responses: {
    200: oneImport('The import'),
    ...problemResponses(...IMPORT_WRITE_PROBLEMS, 'not-found'),
  },
})

/** What each row of a list means, and what people decide about it. */
export function importRowRoutes(dependencies: Dependencies) {
  const { askingOf, done, found } = importDesk(dependencies)
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(searchImportRows, async (c) => {
      const { id } = c.req.valid('param')
      const { needs_look: needsLook, q, cursor, limit, ...filter } = c.req.valid('query')
      await found(id)
      const finding = listImportRows(dependencies.database, id, {
        ...filter,
        needsLook,
        text: q,
        after: cursor,
        limit: limit + 1,
      })
      const { rows, total } = await orUnavailable(dependencies, finding)
      const items = rows.slice(0, limit)
      return c.json(
        {
          items: items.map((row) => presentImportRow(row, c.get('language'))),
          next_cursor: rows.length > limit ? String(items.at(-1)?.position) : null,
          total,
        },
        200,
      )
    })
    .openapi(decideImportRow, async (c) => {
      const { id, line } = c.req.valid('param')
      const decision = c.req.valid('json')
      const acting = decideRow(dependencies, { ...askingOf(c, 'record', id), line, decision })
      return c.json(await done(c, acting), 200)
    })
    .openapi(undecideImportRow, async (c) => {
      const { id, line } = c.req.valid('param')
      const asked = { ...askingOf(c, 'record', id), line, decision: null }
      return c.json(await done(c, decideRow(dependencies, asked)), 200)
    })
}
