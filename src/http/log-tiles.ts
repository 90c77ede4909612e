import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { subtreeHashes } from '../actions/prove-log.ts'
import type { Dependencies } from '../dependencies.ts'
import {
  encodeEntries,
  encodeHashes,
  isTileOf,
  readTilePath,
  TILE_WIDTH,
  type Tile,
} from '../domain/evidence/tile.ts'
import { packed, sendPacked } from '../packed.ts'
import { Problem, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { listLogEntries } from '../store/registry-log.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'
import { latestCheckpoint, readingLog } from './signed-log.ts'

const BYTES = 'application/octet-stream'
const FOR_EVER = 'public, max-age=31536000, immutable'
const PREFIX = '/v1/log/'
const SUBTREE_LEVELS_A_TILE = 8

const PLACE = z.string().openapi({
  description:
    'Index of the tile in groups of three digits, each but the last with an x before it and a slash behind it (x001/234), and `.p/` with the width for a partial one (000.p/93)',
  example: '000',
})

const tileResponses = {
  200: {
    description: 'Immutable once it is full',
    content: { [BYTES]: { schema: z.string().openapi({ format: 'binary' }), example: '' } },
  },
  304: { description: 'Unchanged' },
  ...problemResponses(
    'log-unsigned',
    'log-tile-not-found',
    'input-invalid',
    'too-many-requests',
    'registry-unavailable',
  ),
}

const getLogTile = createRoute({
  method: 'get',
  path: '/v1/log/tile/{level}/{place}',
  operationId: 'getLogTile',
  tags: ['log'],
  summary: 'Up to 256 hashes of the tree (c2sp.org/tlog-tiles)',
  request: { params: z.strictObject({ level: z.string(), place: PLACE }), query: NoQuerySchema },
  responses: tileResponses,
})

const getLogEntryBundle = createRoute({
  method: 'get',
  path: '/v1/log/tile/entries/{place}',
  operationId: 'getLogEntryBundle',
  tags: ['log'],
  summary: 'Up to 256 entries, each after its length in two bytes (c2sp.org/tlog-tiles)',
  request: { params: z.strictObject({ place: PLACE }), query: NoQuerySchema },
  responses: tileResponses,
})

/** The same paths as in a published folder, under `/v1/log/`. */
export function logTileRoutes(dependencies: Dependencies) {
  const app = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
  // OpenAPI has no parameter that spans slashes, as a tile's place does: documented and served apart.
  for (const route of [getLogTile, getLogEntryBundle]) app.openAPIRegistry.registerPath(route)
  app.get(`${PREFIX}tile/:path{.+}`, async (c) => {
    refuseInvalidInput({ target: 'query', ...NoQuerySchema.safeParse(c.req.query()) })
    const tile = readTilePath(c.req.path.slice(PREFIX.length))
    const bytes = await readingLog(dependencies, async () => {
      const { size } = await latestCheckpoint(dependencies)
      if (tile === undefined || !isTileOf(tile, size)) throw new Problem('log-tile-not-found')
      return tileBytes(dependencies, tile)
    })
    return sendPacked(c, packed(Buffer.from(bytes)), BYTES, FOR_EVER)
  })
  return app
}

async function tileBytes(
  { database }: Dependencies,
  { level, index, width }: Tile,
): Promise<Uint8Array> {
  const first = index * TILE_WIDTH
  if (level === 'entries') {
    const entries = await listLogEntries(database, first, first + width)
    return encodeEntries(entries.map(({ body }) => Buffer.from(body)))
  }
  const subtrees = Array.from({ length: width }, (_, at) => ({
    level: level * SUBTREE_LEVELS_A_TILE,
    index: first + at,
  }))
  return encodeHashes(await subtreeHashes(database, subtrees))
}
