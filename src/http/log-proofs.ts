import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { proveConsistency, proveInclusion } from '../actions/prove-log.ts'
import type { Dependencies } from '../dependencies.ts'
import { toBase64 } from '../domain/evidence/base64.ts'
import { tlogProofText } from '../domain/evidence/tlog-proof.ts'
import { packed, sendPacked } from '../packed.ts'
import { Problem, problemResponses } from '../problem.ts'
import { type RequestEnv, setHeader } from '../request-context.ts'
import { listLogEntries } from '../store/registry-log.ts'
import { conditional } from './conditional.ts'
import { NoQuerySchema, refuseInvalidInput, strictQuery } from './input.ts'
import {
  CHECKPOINT_EXAMPLE,
  HASH_EXAMPLE,
  HashSchema,
  LogNumberSchema,
  latestCheckpoint,
  readingLog,
} from './signed-log.ts'

const EntryParamSchema = z.strictObject({ entry: LogNumberSchema })

const proofProblems = problemResponses(
  'log-unsigned',
  'log-entry-not-found',
  'input-invalid',
  'too-many-requests',
  'registry-unavailable',
)

const InclusionSchema = z
  .strictObject({
    entry: z.int(),
    size: z.int(),
    leaf: HashSchema,
    proof: z
      .array(HashSchema)
      .openapi({ description: 'From the leaf’s sibling to the root’s child' }),
    root: HashSchema,
  })
  .openapi('LogInclusion')

const proveLogEntry = createRoute({
  method: 'get',
  path: '/v1/log/entries/{entry}/proof',
  operationId: 'proveLogEntry',
  tags: ['log'],
  summary: 'That a log of a size holds an entry (RFC 6962 inclusion proof)',
  request: {
    params: EntryParamSchema,
    query: strictQuery({
      size: LogNumberSchema.optional().openapi({
        description: 'Size of a checkpoint; the newest when absent',
      }),
    }),
  },
  responses: {
    200: {
      description: 'The proof. Compare `root` with a checkpoint that you trust.',
      content: {
        'application/json': {
          schema: InclusionSchema,
          example: {
            entry: 0,
            size: 2,
            leaf: HASH_EXAMPLE,
            proof: [HASH_EXAMPLE],
            root: HASH_EXAMPLE,
          },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...proofProblems,
  },
})

const getTlogProof = createRoute({
  method: 'get',
  path: '/v1/log/entries/{entry}/tlog-proof',
  operationId: 'getTlogProof',
  tags: ['log'],
  summary: 'Entry, proof and signed checkpoint in one file, for offline use',
  description:
    'c2sp.org/tlog-proof@v1, the entry’s body as `extra`. `pastikan-log-verify --key … --proof FILE` verifies it without any network.',
  request: { params: EntryParamSchema, query: NoQuerySchema },
  responses: {
    200: {
      description: 'The proof file',
      content: {
        'text/plain': {
          schema: z.string(),
          example: `c2sp.org/tlog-proof@v1\nextra eyJlbnRyeSI6MH0=\nindex 0\n${HASH_EXAMPLE}\n\n${CHECKPOINT_EXAMPLE}`,
        },
      },
    },
    304: { description: 'Unchanged' },
    ...proofProblems,
  },
})

const ConsistencySchema = z
  .strictObject({
    from: z.int(),
    to: z.int(),
    proof: z.array(HashSchema),
    from_root: HashSchema,
    to_root: HashSchema,
  })
  .openapi('LogConsistency')

const proveLogConsistency = createRoute({
  method: 'get',
  path: '/v1/log/consistency',
  operationId: 'proveLogConsistency',
  tags: ['log'],
  summary: 'That the log only grew from one size to another (RFC 6962 consistency proof)',
  request: {
    query: strictQuery({
      from: LogNumberSchema,
      to: LogNumberSchema.optional().openapi({ description: 'The newest checkpoint when absent' }),
    }),
  },
  responses: {
    200: {
      description: 'The proof. Compare the roots with the two checkpoints.',
      content: {
        'application/json': {
          schema: ConsistencySchema,
          example: {
            from: 2,
            to: 3,
            proof: [HASH_EXAMPLE],
            from_root: HASH_EXAMPLE,
            to_root: HASH_EXAMPLE,
          },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses(
      'log-unsigned',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
    ),
  },
})

export function logProofRoutes(dependencies: Dependencies) {
  const { database } = dependencies
  const newest = () => readingLog(dependencies, () => latestCheckpoint(dependencies))

  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(proveLogEntry, async (c) => {
      const { entry } = c.req.valid('param')
      const signed = await newest()
      const { size = signed.size } = c.req.valid('query')
      if (size > signed.size) throw refuseSize('size', signed.size)
      if (entry >= signed.size) throw new Problem('log-entry-not-found')
      if (entry >= size) throw refuseSize('size', signed.size, entry + 1)
      const unchanged = conditional(c, `${entry}.${size}.${signed.size}`)
      if (unchanged) return unchanged
      const { leaf, proof, root } = await readingLog(dependencies, () =>
        proveInclusion(database, entry, size),
      )
      const hashes = { leaf: toBase64(leaf), proof: proof.map(toBase64), root: toBase64(root) }
      return c.json({ entry, size, ...hashes }, 200)
    })
    .openapi(getTlogProof, async (c) => {
      const { entry: index } = c.req.valid('param')
      const { size, note } = await newest()
      if (index >= size) throw new Problem('log-entry-not-found')
      const [[logged], { proof }] = await readingLog(dependencies, () =>
        Promise.all([
          listLogEntries(database, index, index + 1),
          proveInclusion(database, index, size),
        ]),
      )
      if (logged === undefined) throw new Problem('log-entry-not-found')
      const text = tlogProofText({ entry: Buffer.from(logged.body), index, proof, note })
      setHeader(c, 'Content-Disposition', `attachment; filename="entry-${index}.tlog-proof"`)
      return sendPacked(c, packed(Buffer.from(text)), 'text/plain; charset=utf-8')
    })
    .openapi(proveLogConsistency, async (c) => {
      const signed = await newest()
      const { from, to = signed.size } = c.req.valid('query')
      if (to > signed.size) throw refuseSize('to', signed.size)
      if (from > to || from === 0) throw refuseSize('from', to, 1)
      const unchanged = conditional(c, `${from}.${to}.${signed.size}`)
      if (unchanged) return unchanged
      const { proof, fromRoot, toRoot } = await readingLog(dependencies, () =>
        proveConsistency(database, from, to),
      )
      const roots = { from_root: toBase64(fromRoot), to_root: toBase64(toRoot) }
      return c.json({ from, to, proof: proof.map(toBase64), ...roots }, 200)
    })
}

function refuseSize(parameter: string, most: number, least = 0): Problem {
  const detail = {
    id: `Isi dengan bilangan dari ${least} sampai ${most}: sejauh itu log ditandatangani.`,
    en: `Give a number from ${least} to ${most}: so far the log is signed.`,
  }
  return new Problem('input-invalid', { errors: [{ parameter, detail }] })
}
