import type { RequestContext } from '../request-context.ts'
import { setHeader } from '../request-context.ts'

/**
 * Marks the answer with what it depends on, and answers 304 when the caller has it already.
 * `version` names every input but the address, the code too; the language is added.
 * Call it before the work: `const unchanged = conditional(c, version); if (unchanged) return unchanged`.
 */
export function conditional(c: RequestContext, version: string): Response | undefined {
  const language = c.get('language')
  const tag = `W/"${version}-${language}"`
  setHeader(c, 'ETag', tag)
  // A copy may be kept but never used unasked: an old status could be a wrong "legal".
  setHeader(c, 'Cache-Control', 'no-cache')
  const known = c.env.incoming.headers['if-none-match']
  if (known === undefined || !knows(known, tag)) return undefined
  return c.body(null, 304)
}

// If-None-Match compares weakly: W/"a" and "a" are the same (RFC 9110, 13.1.2).
function knows(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch === tag || ifNoneMatch.trim() === '*') return true
  const opaque = tag.slice(2)
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === opaque)
}
