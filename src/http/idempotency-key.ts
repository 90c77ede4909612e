import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'
import { addressOf } from './client-address.ts'
import { countedAs } from './key-gate.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

export const IdempotencyHeadersSchema = z.object({
  'idempotency-key': z.string().optional().openapi({ example: 'kiosk-7-000123' }),
})

/** What the caller calls this request, and who the caller is; undefined where it has no name. */
export function idempotencyOf(
  c: RequestContext,
  config: Pick<Config, 'trustedProxies'>,
): { readonly key: string; readonly scope: string } | undefined {
  const key = readIdempotencyKey(c)
  return key === undefined
    ? undefined
    : { key, scope: countedAs(c, addressOf(c.env.incoming, config)) }
}

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
