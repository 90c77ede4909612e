import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { openQuickCheck, type QuickCheck } from '../actions/quick-check.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Language } from '../language.ts'
import { PROBLEMS, Problem, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { AnswerSchema, presentAnswer } from './answer.ts'
import { ANSWER_EXAMPLE } from './answer-example.ts'
import { inputFaults, NoQuerySchema, refuseInvalidInput } from './input.ts'
import { ASKS_SOMETHING, asksSomething, QUICK_QUESTION } from './quick-question.ts'

const MOST_ITEMS = 1_000
/** After so many answers other requests get their turn. */
const ITEMS_A_TURN = 25

const { known_at: _knownAt, ...QUESTION } = QUICK_QUESTION

const ItemSchema = z
  .strictObject({ key: z.string().min(1).max(100), ...QUESTION })
  .refine(asksSomething, ASKS_SOMETHING)
  .openapi('BatchItem')

// Each item is read by itself, so that a faulty one does not fail the others.
const BodySchema = z
  .strictObject({
    items: z
      .array(z.unknown().openapi({ $ref: '#/components/schemas/BatchItem' } as object))
      .min(1)
      .max(MOST_ITEMS),
  })
  .openapi('Batch', {
    example: {
      items: [
        { key: 'a', licence: '9900000000011' },
        { key: 'b', name: 'PT Contoh Graha Perdana' },
      ],
    },
  })

const ItemFaultSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })),
  })
  .openapi('BatchItemProblem')

const ResultSchema = z
  .strictObject({
    key: z.string().nullable(),
    answer: AnswerSchema.optional(),
    problem: ItemFaultSchema.optional(),
  })
  .openapi('BatchResult')

const verifyBatch = createRoute({
  method: 'post',
  path: '/v1/verify/batch',
  operationId: 'verifyBatch',
  tags: ['verify'],
  summary: 'Up to 1,000 quick checks in one call',
  description:
    'Each item carries the caller’s own key and gets an answer or a problem of its own, in the order given. All answers rest on the same registry entry.',
  request: {
    query: NoQuerySchema,
    body: { required: true, content: { 'application/json': { schema: BodySchema } } },
  },
  responses: {
    200: {
      description: 'One result an item',
      content: {
        'application/json': {
          schema: z.strictObject({ results: z.array(ResultSchema) }).openapi('BatchResults'),
          example: { results: [{ key: 'a', answer: ANSWER_EXAMPLE }] },
        },
      },
    },
    ...problemResponses(
      'request-unreadable',
      'body-too-large',
      'media-type-unsupported',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
      'unexpected-failure',
    ),
  },
})

type Result = z.infer<typeof ResultSchema>

export function verifyBatchRoutes(dependencies: Dependencies) {
  const app = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
  app.openAPIRegistry.register('BatchItem', ItemSchema)
  return app.openapi(verifyBatch, async (c) => {
    const { items } = c.req.valid('json')
    const check = await openQuickCheck(dependencies)
    if (check === undefined) throw new Problem('registry-unavailable')

    const language = c.get('language')
    const seen = new Set<string>()
    const results: Result[] = []
    for (const [at, item] of items.entries()) {
      if (at % ITEMS_A_TURN === ITEMS_A_TURN - 1) await new Promise(setImmediate)
      results.push(answerItem(item, at, check, seen, language))
    }
    return c.json({ results }, 200)
  })
}

function answerItem(
  item: unknown,
  at: number,
  check: QuickCheck,
  seen: Set<string>,
  language: Language,
): Result {
  const read = ItemSchema.safeParse(item)
  if (!read.success) {
    const faults = inputFaults(read.error.issues, true)
    return { key: keyOf(item), problem: faulty(at, faults, language) }
  }
  const { key, ...question } = read.data
  if (seen.has(key)) return { key, problem: faulty(at, [REPEATED_KEY], language) }
  seen.add(key)
  return { key, answer: presentAnswer(check.answer(question), check.registry, language) }
}

const REPEATED_KEY = {
  pointer: '/key',
  detail: {
    id: 'Kunci ini sudah dipakai butir sebelumnya.',
    en: 'An earlier item has this key already.',
  },
}

function keyOf(item: unknown): string | null {
  const key = (item as { key?: unknown } | null)?.key
  return typeof key === 'string' ? key.slice(0, 100) : null
}

function faulty(
  at: number,
  faults: ReturnType<typeof inputFaults>,
  language: Language,
): z.infer<typeof ItemFaultSchema> {
  const { title, status } = PROBLEMS['input-invalid']
  return {
    type: '/problems/input-invalid',
    title: title[language],
    status,
    errors: faults.map((fault) => ({
      pointer: `/items/${at}${'pointer' in fault ? fault.pointer : ''}`,
      detail: typeof fault.detail === 'string' ? fault.detail : fault.detail[language],
    })),
  }
}
