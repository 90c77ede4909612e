import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type RequestContext, setHeader } from './request-context.ts'

/** Bytes that are the same for everyone, with and without gzip, and the tag that names them. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer>
  readonly tag: string
}

export function packed(bytes: Buffer): Packed {
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return {
    bytes: Uint8Array.from(bytes),
    gzipped: Uint8Array.from(gzipSync(bytes)),
    tag: `W/"${digest}"`,
  }
}

export function sendPacked(
  c: RequestContext,
  { bytes, gzipped, tag }: Packed,
  type: string,
  cacheControl = 'no-cache',
): Response {
  const { headers } = c.env.incoming
  setHeader(c, 'ETag', tag)
  setHeader(c, 'Cache-Control', cacheControl)
  setHeader(c, 'Vary', 'Accept-Encoding')
  if (headers['if-none-match']?.split(',').some((known) => known.trim() === tag)) {
    return c.body(null, 304)
  }
  if (!takesGzip(c)) return c.body(bytes, 200, { 'Content-Type': type })
  setHeader(c, 'Content-Encoding', 'gzip')
  return c.body(gzipped, 200, { 'Content-Type': type })
}

/** Whether the caller reads gzip. */
export function takesGzip(c: RequestContext): boolean {
  const accepted = c.env.incoming.headers['accept-encoding']
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(String(accepted ?? ''))
}

/** Makes a value when it is first asked for, and keeps it. */
export function kept<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
