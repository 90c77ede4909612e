import type { IncomingMessage } from 'node:http'
import { Problem, type ProblemKind } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'
import { refuseLooseJson } from './strict-json.ts'

interface BodyLimits {
  readonly bytes: number
  /** What is read on and dropped beyond that: a browser that is still sending hears no answer. */
  readonly droppedBytes: number
  readonly milliseconds: number
  readonly tooLarge: ProblemKind
  readonly brokenOff: ProblemKind
}

const USUAL: BodyLimits = {
  bytes: 64 * 1024,
  droppedBytes: 0,
  milliseconds: 30_000,
  tooLarge: 'body-too-large',
  brokenOff: 'request-unreadable',
}
const BATCH: BodyLimits = { ...USUAL, bytes: 1024 * 1024 }
/** A list of an authority, with room for the rest of its form; a slow line sends it in minutes. */
export const UPLOAD: BodyLimits = {
  bytes: 25 * 1024 * 1024 + USUAL.bytes,
  droppedBytes: 100 * 1024 * 1024,
  milliseconds: 10 * 60_000,
  tooLarge: 'upload-too-large',
  brokenOff: 'upload-broken-off',
}

const JSON_MEDIA_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Reads the body, if there is one, within its limit, also on routes that never look at it: an
 * unread upload would be taken in whole. What handlers read later is the kept copy. Throws a Problem.
 */
export async function readRequestBody(
  c: RequestContext,
  limits = c.req.path === '/v1/verify/batch' ? BATCH : USUAL,
): Promise<void> {
  const { incoming } = c.env
  const announced = Number(incoming.headers['content-length'] ?? 0)
  if (announced > limits.bytes + limits.droppedBytes) {
    throw new Problem(limits.tooLarge)
  }
  if (incoming.method === 'GET' || incoming.method === 'HEAD' || incoming.method === 'TRACE') {
    throw new Problem('request-unreadable', {
      detail: { id: 'Metode ini tidak membawa isi.', en: 'This method carries no body.' },
    })
  }
  const bytes = await readWithin(c.req.raw, limits)
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

async function readWithin(
  request: Request,
  { bytes: most, droppedBytes, milliseconds, tooLarge, brokenOff }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body === null) return new Uint8Array(0)
  const reader = request.body.getReader()
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<'too_late'>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'too_late')
  })
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), tooLate])
      if (read === 'too_late') throw new Problem(brokenOff)
      if (read.done) break
      size += read.value.length
      if (size > most + droppedBytes) throw new Problem(tooLarge)
      if (size <= most) chunks.push(read.value)
      else chunks.length = 0
    }
    if (size > most) throw new Problem(tooLarge)
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(brokenOff)
  } finally {
    clearTimeout(timer)
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
