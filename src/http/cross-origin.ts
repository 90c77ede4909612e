import type { IncomingMessage, ServerResponse } from 'node:http'

const EXPOSED = 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Content-Language'
const REQUEST_HEADERS = 'Accept-Language, Content-Type, If-None-Match, X-Request-Id'
// Questions about recruiters that change nothing, though they come in a body.
const PUBLIC_POSTS: ReadonlySet<string> = new Set(['/v1/verify/batch'])

/** True where any web page may read the answer: public questions, asked without credentials. */
export function isOpenToOtherOrigins(method: string, path: string): boolean {
  if (path.startsWith('/v1/admin')) return false
  if (method === 'GET' || method === 'HEAD') {
    return path.startsWith('/v1/') || path === '/openapi.json' || path === '/.well-known/jwks.json'
  }
  return method === 'POST' && PUBLIC_POSTS.has(path)
}

/** Lets pages of any origin read public answers. No credentials are ever allowed, so `*` is enough. */
export function setCrossOriginHeaders(
  path: string,
  { method = 'GET', headers }: IncomingMessage,
  outgoing: ServerResponse,
): void {
  if (!isOpenToOtherOrigins(method, path)) return
  outgoing.setHeader('Access-Control-Allow-Origin', '*')
  if (headers.origin !== undefined) outgoing.setHeader('Access-Control-Expose-Headers', EXPOSED)
}

/** Sets the answer to a preflight; where nothing is open it stays silent and the browser refuses. */
export function setPreflightHeaders(
  path: string,
  allowed: readonly string[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  outgoing.setHeader('Allow', allowed.join(', '))
  if (incoming.headers.origin === undefined) return
  const open = allowed.filter((method) => isOpenToOtherOrigins(method, path))
  if (open.length === 0) return
  outgoing.setHeader('Access-Control-Allow-Origin', '*')
  outgoing.setHeader('Access-Control-Allow-Methods', open.join(', '))
  outgoing.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS)
  outgoing.setHeader('Access-Control-Max-Age', '86400')
}
