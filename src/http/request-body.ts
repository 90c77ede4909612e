import type { IncomingMessage } from 'node:http'
import { Problem } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'
import { refuseLooseJson } from './strict-json.ts'

const MOST_BYTES = 64 * 1024
const MOST_BYTES_AT: Readonly<Record<string, number>> = { '/v1/verify/batch': 1024 * 1024 }

const JSON_MEDIA_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Reads the body, if there is one, within its limit, also on routes that never look at it: an
 * unread upload would be taken in whole. What handlers read later is the kept copy. Throws a Problem.
 */
export async function readRequestBody(c: RequestContext): Promise<void> {
  const { incoming } = c.env
  const limit = MOST_BYTES_AT[c.req.path] ?? MOST_BYTES
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw new Problem('body-too-large')
  if (incoming.method === 'GET' || incoming.method === 'HEAD' || incoming.method === 'TRACE') {
    throw new Problem('request-unreadable', {
      detail: { id: 'Metode ini tidak membawa isi.', en: 'This method carries no body.' },
    })
  }
  const bytes = await readWithin(c.req.raw, limit)
  // Hono keeps promises here, though its type says values.
  const kept = c.req.bodyCache as Record<string, unknown>
  kept.arrayBuffer = Promise.resolve(bytes.buffer)
  if (!JSON_MEDIA_TYPE.test(incoming.headers['content-type'] ?? '')) return

  const text = decode(bytes)
  refuseLooseJson(text)
  kept.text = Promise.resolve(text)
}

/** True when the request's head announces a body. */
export function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return (length !== undefined && length !== '0') || headers['transfer-encoding'] !== undefined
}

async function readWithin(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body === null) return new Uint8Array(0)
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > limit) throw new Problem('body-too-large')
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

function decode(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw new Problem('request-unreadable', {
      detail: { id: 'Isi permintaan bukan UTF-8.', en: 'The body is not UTF-8.' },
    })
  }
}
