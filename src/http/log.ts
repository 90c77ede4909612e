import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { toBase64 } from '../domain/evidence/base64.ts'
import { packed, sendPacked } from '../packed.ts'
import { problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { findLatestCheckpoint } from '../store/log-checkpoints.ts'
import { findRegistryHead } from '../store/registry-head.ts'
import { listLogEntries } from '../store/registry-log.ts'
import { conditional } from './conditional.ts'
import { InstantOutSchema } from './days.ts'
import { limitSchema, NoQuerySchema, refuseInvalidInput, strictQuery } from './input.ts'
import {
  CHECKPOINT_EXAMPLE,
  HASH_EXAMPLE,
  HashSchema,
  LogNumberSchema,
  latestCheckpoint,
  readingLog,
} from './signed-log.ts'

const TEXT = 'text/plain; charset=utf-8'
const MOST_ENTRIES = 256
const USUAL_ENTRIES = 100

const logProblems = problemResponses(
  'log-unsigned',
  'input-invalid',
  'too-many-requests',
  'registry-unavailable',
)

const getLogCheckpoint = createRoute({
  method: 'get',
  path: '/v1/log/checkpoint',
  operationId: 'getLogCheckpoint',
  tags: ['log'],
  summary: 'The newest signed size and root of the log',
  description:
    'A C2SP checkpoint: a note signed with Ed25519. Keep it: whoever holds one notices a log that was shortened or rewritten.',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The signed note',
      content: { 'text/plain': { schema: z.string(), example: CHECKPOINT_EXAMPLE } },
    },
    304: { description: 'Unchanged' },
    ...logProblems,
  },
})

const getLogKey = createRoute({
  method: 'get',
  path: '/v1/log/key',
  operationId: 'getLogKey',
  tags: ['log'],
  summary: 'The keys that verify the newest checkpoint, one a line',
  description:
    'C2SP verifier keys. Take them once, compare them with what the operator publishes elsewhere, and keep them: a key that comes with what it verifies proves nothing.',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'Verifier keys',
      content: {
        'text/plain': {
          schema: z.string(),
          example:
            'pastikan.example/v1/log+215a2e96+AR/6uG7oj8tG56jDB285QpH3ESlEwxkEsPlB/4qeHfN+\n',
        },
      },
    },
    304: { description: 'Unchanged' },
    ...logProblems,
  },
})

const EntrySchema = z
  .strictObject({
    entry: z.int(),
    recorded_at: InstantOutSchema,
    body: z.string().openapi({
      description: 'Canonical JSON, byte for byte what the leaf is the hash of. No person’s data.',
    }),
    leaf: HashSchema,
  })
  .openapi('LogEntry')

const EntryListSchema = z
  .strictObject({
    items: z.array(EntrySchema),
    next_from: z.int().nullable().openapi({ description: 'Ask on from here; null at the end' }),
    size: z.int().openapi({ description: 'How many entries there are' }),
    signed_size: z.int().openapi({ description: 'How many of them the checkpoint covers' }),
  })
  .openapi('LogEntryList')

const listLog = createRoute({
  method: 'get',
  path: '/v1/log/entries',
  operationId: 'listLogEntries',
  tags: ['log'],
  summary: 'Every change of the registry, in order and without gaps',
  request: {
    query: strictQuery({
      from: LogNumberSchema.optional().openapi({ description: 'The first entry; 0 when absent' }),
      limit: limitSchema(MOST_ENTRIES, USUAL_ENTRIES),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: EntryListSchema,
          example: {
            items: [
              {
                entry: 7,
                recorded_at: '2026-11-24T03:12:08.000000Z',
                body: '{"entry":7,"fact":{"kind":"agencies","row":{"country":"ID","id":"agy_contoh01","kind":"p3mi","region_code":null},"subject":"agy_contoh01"},"recorded_at":"2026-11-24T03:12:08.000000Z","recorded_by":"seed"}',
                leaf: HASH_EXAMPLE,
              },
            ],
            next_from: 8,
            size: 349,
            signed_size: 349,
          },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests', 'registry-unavailable'),
  },
})

export function logRoutes(dependencies: Dependencies) {
  const { database } = dependencies
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(getLogCheckpoint, async (c) => {
      const { note } = await readingLog(dependencies, () => latestCheckpoint(dependencies))
      return sendPacked(c, packed(Buffer.from(note)), TEXT)
    })
    .openapi(getLogKey, async (c) => {
      const { verifierKeys } = await readingLog(dependencies, () => latestCheckpoint(dependencies))
      return sendPacked(c, packed(Buffer.from(verifierKeys)), TEXT)
    })
    .openapi(listLog, async (c) => {
      const { from = 0, limit } = c.req.valid('query')
      const [{ size, stamp }, signed] = await readingLog(dependencies, () =>
        Promise.all([findRegistryHead(database), findLatestCheckpoint(database)]),
      )
      const signedSize = signed?.size ?? 0
      const unchanged = conditional(c, `${size}.${signedSize}.${Date.parse(stamp)}`)
      if (unchanged) return unchanged
      const to = Math.min(from + limit, size)
      const entries = await readingLog(dependencies, () => listLogEntries(database, from, to))
      const items = entries.map(({ idx, recordedAt, body, leaf }) => ({
        entry: idx,
        recorded_at: recordedAt,
        body,
        leaf: toBase64(leaf),
      }))
      const nextFrom = from < size && to < size ? to : null
      return c.json({ items, next_from: nextFrom, size, signed_size: signedSize }, 200)
    })
}
