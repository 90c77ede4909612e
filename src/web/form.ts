import { Problem } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'

const FORM_MEDIA_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** What a form sent. */
export interface Form {
  /** A field as typed, less the spaces around it; empty when it was left out. */
  text(name: string): string
  /** The fields that were sent. */
  readonly fields: URLSearchParams
}

export async function readForm(c: RequestContext): Promise<Form> {
  const type = c.env.incoming.headers['content-type'] ?? ''
  if (!FORM_MEDIA_TYPE.test(type)) throw new Problem('media-type-unsupported')
  const fields = new URLSearchParams(await c.req.text())
  // No database keeps it, and nobody types it.
  if ([...fields.values()].some((value) => value.includes('\0'))) {
    throw new Problem('request-unreadable')
  }
  return { fields, text: (name) => fields.get(name)?.trim() ?? '' }
}
