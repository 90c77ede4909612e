import { z } from '@hono/zod-openapi'
import { Problem } from '../problem.ts'
import { type RequestContext, setHeader } from '../request-context.ts'

// Strong only: a weak tag does not say that nothing changed (RFC 9110, 13.1.1).
const ENTRY_TAG = /^"(\d{1,15})"$/

export const IfMatchHeadersSchema = z.object({
  'if-match': z.string().optional().openapi({
    description: 'The ETag of your last reading; without it the change is refused (428)',
    example: '"349"',
  }),
})

/** The log entry that the caller read last. Throws 428 without If-Match, 412 for what names no entry. */
export function entryRead(c: RequestContext): number {
  const given = c.env.incoming.headers['if-match']
  if (given === undefined) throw new Problem('precondition-required')
  const [, entry] = ENTRY_TAG.exec(given.trim()) ?? []
  if (entry === undefined) throw new Problem('precondition-failed')
  return Number(entry)
}

/** Names the entry that the answer rests on, for a later If-Match. */
export function setEntryTag(c: RequestContext, entry: number): void {
  setHeader(c, 'ETag', `"${entry}"`)
}
