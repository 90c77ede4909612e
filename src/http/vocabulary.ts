import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { VOCABULARY } from '../domain/vocabulary.ts'
import { problemResponses } from '../problem.ts'
import { RELEASE } from '../release.ts'
import type { RequestEnv } from '../request-context.ts'
import { conditional } from './conditional.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'

const VocabularySchema = z
  .record(z.string(), z.array(z.strictObject({ word: z.string(), id: z.string(), en: z.string() })))
  .openapi('Vocabulary')

const getVocabulary = createRoute({
  method: 'get',
  path: '/v1/vocabulary',
  operationId: 'getVocabulary',
  tags: ['sources'],
  summary: 'Every closed set of words that answers use, said plainly in both languages',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The words',
      content: {
        'application/json': {
          schema: VocabularySchema,
          example: { verdict: [{ word: 'legal', id: 'sah', en: 'legal' }] },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests'),
  },
})

const WORDS = Object.fromEntries(
  Object.entries(VOCABULARY).map(([set, labels]) => [
    set,
    Object.entries(labels).map(([word, label]) => ({ word, ...label })),
  ]),
)

export function vocabularyRoutes() {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    getVocabulary,
    (c) => conditional(c, RELEASE) ?? c.json(WORDS, 200),
  )
}
