import { z } from '@hono/zod-openapi'
import { Problem } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

export const IdempotencyHeadersSchema = z.object({
  'idempotency-key': z.string().optional().openapi({ example: 'kiosk-7-000123' }),
})

/** What the caller calls this request; undefined where it has no name. */
export function readIdempotencyKey(c: RequestContext): string | undefined {
  const given = c.env.incoming.headers['idempotency-key']
  if (given === undefined) return undefined
  if (typeof given === 'string' && IDEMPOTENCY_KEY.test(given)) return given
  throw new Problem('request-unreadable', {
    detail: {
      id: 'Idempotency-Key: 1 sampai 255 huruf ASCII tanpa spasi.',
      en: 'Idempotency-Key: 1 to 255 ASCII characters without spaces.',
    },
  })
}
