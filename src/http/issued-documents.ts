import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { correctLetter, withdrawLetter } from '../actions/change-letter.ts'
import { recordLetter } from '../actions/record-letter.ts'
import type { Dependencies } from '../dependencies.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { PartnerKey } from '../domain/partner-key.ts'
import { problemResponses } from '../problem.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { orUnavailable } from '../store-outage.ts'
import { IdempotencyHeadersSchema, idempotencyOf } from './idempotency-key.ts'
import { entryRead, IfMatchHeadersSchema } from './if-match.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'
import {
  faulty,
  LetterBodySchema,
  presentLetter,
  RecordedLetterSchema,
  readLetterBody,
  WithdrawalBodySchema,
} from './issued-document.ts'
import { needsKey, unusableKey } from './key-gate.ts'

const COMMON = {
  tags: ['issued-documents'],
  security: [{ partnerKey: [] }],
  middleware: needsKey,
}
const ETAG = z.object({ ETag: z.string().openapi({ example: '"349"' }) })
const PROBLEMS_OF_ALL = [
  'request-unreadable',
  'key-unusable',
  'key-not-allowed',
  'input-invalid',
  'conflict',
  'body-too-large',
  'media-type-unsupported',
  'too-many-requests',
  'service-unavailable',
  'recording-held',
  'unexpected-failure',
] as const
const PROBLEMS_OF_CHANGES = [
  'issued-document-not-found',
  'precondition-failed',
  'precondition-required',
] as const
const IdParamSchema = z.strictObject({
  id: z.string().max(80).openapi({ example: 'isd_3f0c9a51d2e84b7f9a6c1b20' }),
})
const letterIn = (description: string) => ({
  description,
  headers: ETAG,
  content: { 'application/json': { schema: RecordedLetterSchema } },
})

const recordIssuedDocument = createRoute({
  ...COMMON,
  method: 'post',
  path: '/v1/issued-documents',
  operationId: 'recordIssuedDocument',
  summary: 'Record a letter that an office issued',
  description:
    'With a key of scope `issued_documents` whose place covers the issuing office. From then on a check confirms the letter, and one that the office never recorded is not found where its book is complete. With an `Idempotency-Key` a repeated request records nothing again for 24 hours. Number and holder are in the registry’s log as salted hashes only.',
  request: {
    query: NoQuerySchema,
    headers: IdempotencyHeadersSchema,
    body: { required: true, content: { 'application/json': { schema: LetterBodySchema } } },
  },
  responses: {
    201: letterIn('Recorded'),
    ...problemResponses(...PROBLEMS_OF_ALL, 'idempotency-key-reused', 'request-in-progress'),
  },
})

const withdrawIssuedDocument = createRoute({
  ...COMMON,
  method: 'post',
  path: '/v1/issued-documents/{id}/withdrawal',
  operationId: 'withdrawIssuedDocument',
  summary: 'Withdraw a letter: at once, and never back',
  request: {
    params: IdParamSchema,
    query: NoQuerySchema,
    headers: IfMatchHeadersSchema,
    body: { required: true, content: { 'application/json': { schema: WithdrawalBodySchema } } },
  },
  responses: {
    200: letterIn('Withdrawn'),
    ...problemResponses(...PROBLEMS_OF_ALL, ...PROBLEMS_OF_CHANGES),
  },
})

const correctIssuedDocument = createRoute({
  ...COMMON,
  method: 'post',
  path: '/v1/issued-documents/{id}/correction',
  operationId: 'correctIssuedDocument',
  summary: 'Record a letter anew in place of one that was recorded wrongly',
  description:
    'The whole letter as it should have been, holder included. The old fact stays in the history; the new one names it. A withdrawn letter cannot be corrected.',
  request: {
    params: IdParamSchema,
    query: NoQuerySchema,
    headers: IfMatchHeadersSchema,
    body: { required: true, content: { 'application/json': { schema: LetterBodySchema } } },
  },
  responses: {
    200: letterIn('Corrected'),
    ...problemResponses(...PROBLEMS_OF_ALL, ...PROBLEMS_OF_CHANGES),
  },
})

export function issuedDocumentRoutes(dependencies: Dependencies) {
  const { clock, config } = dependencies
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(recordIssuedDocument, async (c) => {
      const by = keyOf(c)
      const body = c.req.valid('json')
      refuseFuture('/issued_on', body.issued_on, clock.today())
      const idempotency = idempotencyOf(c, config)
      const outcome = await orUnavailable(
        dependencies,
        recordLetter(dependencies, { input: readLetterBody(body), by, idempotency }),
      )
      return c.json(presentLetter(c, outcome), 201)
    })
    .openapi(withdrawIssuedDocument, async (c) => {
      const at = { id: c.req.valid('param').id, entry: entryRead(c), by: keyOf(c) }
      const { withdrawn_on: withdrawnOn = clock.today(), source: sourceId } = c.req.valid('json')
      refuseFuture('/withdrawn_on', withdrawnOn, clock.today())
      const outcome = await orUnavailable(
        dependencies,
        withdrawLetter(dependencies, at, { withdrawnOn, sourceId }),
      )
      return c.json(presentLetter(c, outcome), 200)
    })
    .openapi(correctIssuedDocument, async (c) => {
      const at = { id: c.req.valid('param').id, entry: entryRead(c), by: keyOf(c) }
      const body = c.req.valid('json')
      refuseFuture('/issued_on', body.issued_on, clock.today())
      const outcome = await orUnavailable(
        dependencies,
        correctLetter(dependencies, at, readLetterBody(body)),
      )
      return c.json(presentLetter(c, outcome), 200)
    })
}

function keyOf(c: RequestContext): PartnerKey {
  const key = c.get('key')
  if (key === undefined) throw unusableKey()
  return key
}

function refuseFuture(pointer: string, day: CalendarDate, today: CalendarDate): void {
  if (day <= today) return
  throw faulty(pointer, {
    id: 'Hari ini belum tiba.',
    en: 'This day has not come yet.',
  })
}
