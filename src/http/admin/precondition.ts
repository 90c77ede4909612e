import { z } from '@hono/zod-openapi'
import { Problem } from '../../problem.ts'
import { type RequestContext, setHeader } from '../../request-context.ts'
import { IdempotencyHeadersSchema } from '../idempotency-key.ts'

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

// Strong only: a weak tag does not say that nothing changed (RFC 9110, 13.1.1).
const ENTRY_TAG = /^"(\d{1,15})"$/

/** The last entry of the subject when the caller read it; null where there was none. */
export function readPrecondition(c: RequestContext): number | null {
  const { 'if-match': match, 'if-none-match': noneMatch } = c.env.incoming.headers
  if (match === undefined && noneMatch?.trim() === '*') return null
  if (match === undefined) throw new Problem('precondition-required')
  const entry = ENTRY_TAG.exec(match.trim())?.[1]
  if (entry === undefined || noneMatch !== undefined) throw new Problem('precondition-failed')
  return Number(entry)
}

export function setEntryTag(c: RequestContext, entry: number): void {
  setHeader(c, 'ETag', `"${entry}"`)
}
