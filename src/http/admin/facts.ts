import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { RETRACTION, type RecordRequest, recordFact } from '../../actions/record-fact.ts'
import type { Dependencies } from '../../dependencies.ts'
import { NEVER_RETRACTED, RECORDABLE } from '../../domain/recording/catalogue.ts'
import type { FactKind } from '../../domain/recording/fact-kind.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, needs, requireTask } from '../../signed-in.ts'
import { orUnavailable } from '../../store-outage.ts'
import { readIdempotencyKey } from '../idempotency-key.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { factBodySchema, ReasonSchema, readFactBody } from './fact-schema.ts'
import { RecordingHeadersSchema, readPrecondition } from './precondition.ts'
import { answerRecorded, RECORDING_RESPONSES } from './recorded.ts'

const HOW =
  'What can only make answers worse counts at once; anything else waits for a second person. Of a subject on record `If-Match` carries the ETag of `GET /v1/admin/subjects/{id}`, of a new one `If-None-Match: *`. A correction names the entry that it corrects.'

function recordingRoute(kind: FactKind) {
  return createRoute({
    method: 'post',
    path: `/v1/admin/${kind.path}`,
    operationId: `record_${kind.kind}`.replace(/_(\w)/g, (_, letter: string) =>
      letter.toUpperCase(),
    ),
    tags: ['recording'],
    summary: `Record: ${kind.title.en}`,
    description: HOW,
    ...needs('record'),
    request: {
      query: NoQuerySchema,
      headers: RecordingHeadersSchema,
      body: {
        required: true,
        content: { 'application/json': { schema: factBodySchema(kind) } },
      },
    },
    responses: RECORDING_RESPONSES,
  })
}

const recordRetraction = createRoute({
  method: 'post',
  path: '/v1/admin/retractions',
  operationId: 'recordRetraction',
  tags: ['recording'],
  summary: 'Take back what should never have been recorded',
  description: `The log keeps it and says so. ${HOW}`,
  ...needs('record'),
  request: {
    query: NoQuerySchema,
    headers: RecordingHeadersSchema,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              kind: z.enum(
                RECORDABLE.map(({ kind }) => kind).filter((kind) => !NEVER_RETRACTED.has(kind)),
              ),
              entry: z.int().min(0).openapi({ description: 'The entry that is taken back' }),
              reason: ReasonSchema,
            })
            .openapi('RetractionBody'),
        },
      },
    },
  },
  responses: RECORDING_RESPONSES,
})

/** One call for each kind of fact, made from the catalogue. */
export function factRoutes(dependencies: Dependencies) {
  const { clock } = dependencies
  const record = async (
    c: RequestContext,
    sent: Pick<RecordRequest, 'kind' | 'body' | 'reason'>,
  ) => {
    const person = requireTask(c, 'record')
    const lastEntry = readPrecondition(c)
    const key = readIdempotencyKey(c)
    const idempotency = key === undefined ? undefined : { key, scope: person.id }
    const actor = actorOf(c)
    const recording = recordFact(dependencies, {
      ...sent,
      person,
      actor,
      lastEntry,
      idempotency,
    })
    const outcome = await orUnavailable(dependencies, recording)
    return answerRecorded(c, outcome, clock.now())
  }
  const routes = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
  for (const kind of RECORDABLE) {
    routes.openapi(recordingRoute(kind), (c) =>
      record(c, { kind: kind.kind, ...readFactBody(kind, c.req.valid('json')) }),
    )
  }
  return routes.openapi(recordRetraction, (c) => {
    const { kind, entry, reason = null } = c.req.valid('json')
    return record(c, { kind: RETRACTION, body: { kind, entry }, reason })
  })
}
