import type { MiddlewareHandler } from 'hono'
import { bufferToFormData } from 'hono/utils/buffer'
import { Problem } from '../problem.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { announcesBody, readRequestBody, UPLOAD } from './request-body.ts'

const UPLOADS: ReadonlySet<string> = new Set(['POST /v1/admin/imports', 'POST /konsol/impor'])

const MULTIPART = /^multipart\/form-data\s*(;|$)/i

/** True where a file is sent: its body is read once it is known who sends it, never before. */
export function isUpload(c: RequestContext): boolean {
  return UPLOADS.has(`${c.req.method} ${c.req.path}`)
}

/** Behind the sign-in: reads the whole of an upload. What breaks off is refused, and nothing of it kept. */
export function uploadRead(): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    if (isUpload(c) && announcesBody(c.env.incoming)) await readUpload(c)
    await next()
  }
}

async function readUpload(c: RequestContext): Promise<void> {
  await readRequestBody(c, UPLOAD)
  const type = c.env.incoming.headers['content-type'] ?? ''
  if (!MULTIPART.test(type)) return
  const form = await bufferToFormData(await c.req.arrayBuffer(), type).catch(() => undefined)
  if (form === undefined) throw new Problem('upload-broken-off')
  for (const [, value] of form) {
    // No database keeps it, and nobody types it.
    if ((typeof value === 'string' ? value : value.name).includes('\0')) {
      throw new Problem('request-unreadable')
    }
  }
  const kept = c.req.bodyCache as Record<string, unknown>
  kept.formData = Promise.resolve(form)
  // The file is held once.
  delete kept.arrayBuffer
}
