import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Dependencies } from '../../dependencies.ts'
import { Problem, problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { needs } from '../../signed-in.ts'
import { listSubjectEntries } from '../../store/log-entries.ts'
import { orUnavailable } from '../../store-outage.ts'
import { setEntryTag } from '../if-match.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { LogEntrySchema, presentEntries } from './log-entry.ts'

const MOST_ENTRIES = 2_000

const getSubject = createRoute({
  method: 'get',
  path: '/v1/admin/subjects/{id}',
  operationId: 'getSubject',
  tags: ['recording'],
  summary: 'Everything recorded of a subject, current and superseded',
  description:
    'An agency, a source, a permit, a job order, or a rule table such as `rules:destinations`. The ETag is what a change of it names in `If-Match`. The newest 2,000 entries.',
  ...needs('read_console'),
  request: { params: z.strictObject({ id: z.string().max(200) }), query: NoQuerySchema },
  responses: {
    200: {
      description: 'Its entries, oldest first',
      content: {
        'application/json': {
          schema: z
            .strictObject({ id: z.string(), entries: z.array(LogEntrySchema) })
            .openapi('Subject'),
        },
      },
    },
    ...problemResponses(
      'sign-in-required',
      'not-allowed',
      'subject-not-found',
      'input-invalid',
      'too-many-requests',
      'service-unavailable',
      'unexpected-failure',
    ),
  },
})

export function subjectRoutes(dependencies: Dependencies) {
  const { database } = dependencies
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    getSubject,
    async (c) => {
      const { id } = c.req.valid('param')
      const asked = listSubjectEntries(database, id, MOST_ENTRIES)
      const entries = await orUnavailable(dependencies, asked)
      const last = entries.at(-1)
      if (last === undefined) throw new Problem('subject-not-found')
      setEntryTag(c, last.entry)
      return c.json({ id, entries: presentEntries(entries) }, 200)
    },
  )
}
