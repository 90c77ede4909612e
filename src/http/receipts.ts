import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { issueReceipt } from '../actions/issue-receipt.ts'
import type { Dependencies } from '../dependencies.ts'
import { printedCheckCode, readCheckCode } from '../domain/check-code.ts'
import { Problem, problemResponses } from '../problem.ts'
import { ReceiptPayloadSchema } from '../receipt.ts'
import { type RequestEnv, setHeader } from '../request-context.ts'
import { type CheckFinder, CodeParamSchema } from './check-code.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'

const ReceiptSchema = z
  .strictObject({
    receipt: z.string().openapi({ description: 'JWS in compact form, EdDSA' }),
    payload: ReceiptPayloadSchema.openapi('ReceiptPayload'),
    links: z.strictObject({ page: z.string(), verify: z.string(), keys: z.string() }),
  })
  .openapi('Receipt')

const getReceipt = createRoute({
  method: 'get',
  path: '/v1/receipts/{code}',
  operationId: 'getReceipt',
  tags: ['checks'],
  summary: 'A signed receipt of the answer as it stands now',
  description:
    'Anyone verifies it offline with the keys at /.well-known/jwks.json: EdDSA only, `typ` pastikan-receipt+jwt, a listed `kid`, no `crit`. It holds nobody’s data and expires within 24 hours; after that a good answer is to be asked for again, a bad one stays.',
  request: { params: CodeParamSchema, query: NoQuerySchema },
  responses: {
    200: {
      description: 'The receipt and what it says',
      content: { 'application/json': { schema: ReceiptSchema } },
    },
    ...problemResponses(
      'check-not-found',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
      'unexpected-failure',
    ),
  },
})

const KeySchema = z
  .strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    kid: z.string(),
    alg: z.literal('EdDSA'),
    use: z.literal('sig'),
  })
  .openapi('ReceiptKey')

const listReceiptKeys = createRoute({
  method: 'get',
  path: '/.well-known/jwks.json',
  operationId: 'listReceiptKeys',
  tags: ['checks'],
  summary: 'The public keys that receipts are signed with, the current one first',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'A JSON Web Key Set',
      content: {
        'application/json': {
          schema: z.strictObject({ keys: z.array(KeySchema) }).openapi('ReceiptKeys'),
        },
      },
    },
    ...problemResponses('input-invalid', 'too-many-requests', 'unexpected-failure'),
  },
})

export function receiptRoutes(dependencies: Dependencies, finder: CheckFinder) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(getReceipt, async (c) => {
      const { code } = c.req.valid('param')
      const kept = await finder.find(c, code)
      const issued = await issueReceipt(dependencies, kept)
      if (issued === undefined) throw new Problem('registry-unavailable')
      const { receipt, payload } = issued
      c.set('verdict', payload.verdict)
      return c.json(
        {
          receipt,
          payload,
          links: {
            page: `/tanda-terima/${printedCheckCode(readCheckCode(code) ?? '')}`,
            verify: `/verifikasi#${receipt}`,
            keys: '/.well-known/jwks.json',
          },
        },
        200,
      )
    })
    .openapi(listReceiptKeys, (c) => {
      setHeader(c, 'Cache-Control', 'no-cache')
      return c.json({ keys: [...dependencies.receiptKeys.published] }, 200)
    })
}
