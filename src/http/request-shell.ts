import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Dependencies } from '../dependencies.ts'
import { languageFor } from '../language.ts'
import { type AnswerProblem, answerProblem, Problem } from '../problem.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { addressOf } from './client-address.ts'
import { setCrossOriginHeaders, setPreflightHeaders } from './cross-origin.ts'
import { holdsKey, type KeyGate } from './key-gate.ts'
import type { Metrics } from './metrics.ts'
import { perAddressLimit } from './rate-limit.ts'
import { announcesBody, readRequestBody } from './request-body.ts'
import { requestIdFor } from './request-id.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { isUpload } from './upload.ts'

// What watches the service must get through when nobody else does.
const OPERATIONS: ReadonlySet<string> = new Set(['/livez', '/readyz', '/metrics'])
const NUL_IN_ADDRESS = '%00'
// Asked first, because it costs nothing beside a pattern.
const KEY_IN_ADDRESS = 'pst_'

/**
 * Everything that happens to every request, around whatever answers it. One middleware, since each
 * further one costs a promise and a closure on a path that answers from memory.
 */
export function requestShell(
  { config, log }: Pick<Dependencies, 'config' | 'log'>,
  metrics: Metrics,
  gate: KeyGate,
  methodsAt: (path: string) => readonly string[],
  answer: AnswerProblem = answerProblem,
): MiddlewareHandler<RequestEnv> {
  const limit = perAddressLimit(config.rateLimitPerMinute)
  let inFlight = 0

  return async (c, next) => {
    const startedAt = performance.now()
    const { path } = c.req
    prepare(c, path)
    inFlight++
    try {
      const refusal = await refuse(c, path)
      if (refusal !== undefined) c.res = answer(c, refusal)
      else if (c.env.incoming.method === 'OPTIONS') c.res = answerOptions(c, path)
      else await next()
      if (c.env.incoming.method === 'HEAD') await setLengthOfBody(c)
    } finally {
      inFlight--
      finish(c, startedAt)
    }
  }

  async function refuse(c: RequestContext, path: string): Promise<Problem | undefined> {
    const { incoming, outgoing } = c.env
    if (!OPERATIONS.has(path)) {
      if (inFlight > config.maxInFlight) {
        return new Problem('service-busy', { headers: { 'Retry-After': '1' } })
      }
      const admitted =
        incoming.headers.authorization === undefined ? undefined : await gate.admit(c, path)
      const refusal =
        admitted?.key === undefined
          ? await limit?.(addressOf(incoming, config), outgoing)
          : undefined
      if (refusal !== undefined) return refusal
      if (admitted?.refusal !== undefined) return admitted.refusal
    }
    const { url = '' } = incoming
    if (url.includes(NUL_IN_ADDRESS)) return new Problem('request-unreadable')
    if (url.includes(KEY_IN_ADDRESS) && holdsKey(url)) return new Problem('key-in-address')
    if (!announcesBody(incoming) || isUpload(c)) return undefined
    return readRequestBody(c).then(
      () => undefined,
      (error) => {
        if (error instanceof Problem) return error
        throw error
      },
    )
  }

  function answerOptions(c: RequestContext, path: string): Response {
    const allowed = methodsAt(path)
    if (allowed.length === 0) return answerProblem(c, new Problem('not-found'))
    setPreflightHeaders(path, allowed, c.env.incoming, c.env.outgoing)
    return c.body(null, 204)
  }

  function finish(c: RequestContext, startedAt: number): void {
    const milliseconds = performance.now() - startedAt
    const { method = '' } = c.env.incoming
    const pattern = routePath(c, -1)
    const route = pattern === '/*' || pattern === '*' ? 'unmatched' : pattern
    const { status } = c.res
    const key = c.get('key')
    if (key !== undefined) gate.count(key, c)
    metrics.observeRequest(method, route, status, milliseconds / 1000)
    // The pattern, never the address: what was typed into a lookup is not written down.
    log.info(
      {
        method,
        route,
        status,
        ms: Math.round(milliseconds * 100) / 100,
        request_id: c.get('requestId'),
        verdict: c.get('verdict'),
        key: key?.id,
      },
      'request',
    )
  }
}

function prepare(c: RequestContext, path: string): void {
  const { incoming, outgoing } = c.env
  const { headers } = incoming
  const requestId = requestIdFor(headers['x-request-id'])
  const language = languageFor(headers['accept-language'])
  c.set('requestId', requestId)
  c.set('language', language)
  setSecurityHeaders(path, outgoing)
  outgoing.setHeader('X-Request-Id', requestId)
  outgoing.setHeader('Vary', 'Accept-Language')
  outgoing.setHeader('Content-Language', language)
  setCrossOriginHeaders(path, incoming, outgoing)
}

// Hono answers HEAD with GET's response less its body, and so less the body's length.
async function setLengthOfBody(c: RequestContext): Promise<void> {
  if (c.res.body === null || c.res.headers.has('content-length')) return
  const { byteLength } = await c.res.clone().arrayBuffer()
  c.env.outgoing.setHeader('Content-Length', byteLength)
}
