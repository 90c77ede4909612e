import { z } from '@hono/zod-openapi'
import { Problem } from '../../problem.ts'
import type { RequestContext } from '../../request-context.ts'
import { IdempotencyHeadersSchema } from '../idempotency-key.ts'
import { entryRead } from '../if-match.ts'

/** What every call that changes the register takes in its head. */
export const RecordingHeadersSchema = IdempotencyHeadersSchema.extend({
  'if-match': z.string().optional().openapi({
    description: 'The ETag of the subject as it was read',
    example: '"348"',
  }),
  'if-none-match': z.string().optional().openapi({
    description: '`*` for a subject of which nothing is recorded yet',
    example: '*',
  }),
})

/** The last entry of the subject when the caller read it; null where there was none. */
export function readPrecondition(c: RequestContext): number | null {
  const { 'if-match': match, 'if-none-match': noneMatch } = c.env.incoming.headers
  if (match === undefined && noneMatch?.trim() === '*') return null
  const entry = entryRead(c)
  if (noneMatch !== undefined) throw new Problem('precondition-failed')
  return entry
}
