import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { sendList } from '../../actions/list-imports.ts'
import type { Dependencies } from '../../dependencies.ts'
import { IMPORT_STATES } from '../../domain/listing/list-import.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { needs } from '../../signed-in.ts'
import { findRememberedColumns, listImports } from '../../store/list-imports.ts'
import { orUnavailable } from '../../store-outage.ts'
import { limitSchema, NoQuerySchema, refuseInvalidInput, strictQuery } from '../input.ts'
import {
  IMPORT_READ_PROBLEMS,
  IMPORT_WRITE_PROBLEMS,
  IMPORTS_PATH,
  ImportParamSchema,
  importDesk,
  inBackground,
  oneImport,
} from './import-desk.ts'
import { ImportCursorSchema, importCursor, SentListSchema } from './import-input.ts'
import { ImportSchema, presentImport } from './import-schema.ts'

const sendListOfAuthority = createRoute({
  method: 'post',
  path: IMPORTS_PATH,
  operationId: 'createImport',
  tags: ['imports'],
  summary:
    'Send an authority’s list: it is compared with the register, and nothing is recorded yet',
  description:
    'CSV or XLSX, at most 25 MB. Columns are recognised by their headings; what `columns` names goes first, and where it is left out, what was chosen for the last list of the source.',
  ...needs('record'),
  request: {
    query: NoQuerySchema,
    body: { required: true, content: { 'multipart/form-data': { schema: SentListSchema } } },
  },
  responses: {
    202: inBackground,
    ...problemResponses(...IMPORT_WRITE_PROBLEMS, 'upload-too-large', 'upload-broken-off'),
  },
})

const searchImports = createRoute({
  method: 'get',
  path: IMPORTS_PATH,
  operationId: 'searchImports',
  tags: ['imports'],
  summary: 'Imports of lists, the newest first',
  ...needs('read_console'),
  request: {
    query: strictQuery({
      state: z.enum(IMPORT_STATES).optional(),
      source: z.string().min(1).max(100).optional(),
      limit: limitSchema(100, 50),
      cursor: ImportCursorSchema.optional(),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: z
            .strictObject({ items: z.array(ImportSchema), next_cursor: z.string().nullable() })
            .openapi('ImportPage'),
        },
      },
    },
    ...problemResponses(...IMPORT_READ_PROBLEMS),
  },
})

const getImport = createRoute({
  method: 'get',
  path: `${IMPORTS_PATH}/{id}`,
  operationId: 'getImport',
  tags: ['imports'],
  summary: 'How far an import is, what its file is, and what would change',
  ...needs('read_console'),
  request: { params: ImportParamSchema, query: NoQuerySchema },
  responses: {
    200: oneImport('The import as it is now'),
    ...problemResponses('import-not-found', ...IMPORT_READ_PROBLEMS),
  },
})

/** Lists of authorities that are sent, and how far each is. */
export function importRoutes(dependencies: Dependencies) {
  const { clock, config, database } = dependencies
  const { asking, begun, found } = importDesk(dependencies)
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(sendListOfAuthority, async (c) => {
      const { file, source_id: sourceId, columns, ...given } = c.req.valid('form')
      const remembered = findRememberedColumns(database, sourceId)
      const acting = sendList(dependencies, {
        ...asking(c, 'record'),
        bytes: new Uint8Array(await file.arrayBuffer()),
        fileName: file.name,
        request: {
          sourceId,
          asOf: given.as_of,
          retrievedOn: given.retrieved_on ?? clock.today(),
          country: given.country ?? config.country,
          kind: given.kind,
          columns: columns ?? (await orUnavailable(dependencies, remembered)),
          sheet: given.sheet ?? null,
          acceptMissing: given.accept_missing,
        },
      })
      return c.json(await begun(c, acting), 202)
    })
    .openapi(searchImports, async (c) => {
      const { state, source, limit, cursor } = c.req.valid('query')
      const finding = listImports(database, {
        state,
        sourceId: source,
        after: cursor,
        limit: limit + 1,
      })
      const kept = await orUnavailable(dependencies, finding)
      const items = kept.slice(0, limit)
      const last = items.at(-1)
      return c.json(
        {
          items: items.map((one) => presentImport(one, c.get('language'))),
          next_cursor: kept.length > limit && last !== undefined ? importCursor(last) : null,
        },
        200,
      )
    })
    .openapi(getImport, async (c) => {
      const kept = await found(c.req.valid('param').id)
      return c.json(presentImport(kept, c.get('language')), 200)
    })
}
