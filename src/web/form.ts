import { Problem } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'

const URL_ENCODED = /^application\/x-www-form-urlencoded\s*(;|$)/i
const MULTIPART = /^multipart\/form-data\s*(;|$)/i

/** What a form sent. */
export interface Form {
  /** A field as typed, less the spaces around it; empty when it was left out. */
  text(name: string): string
  /** A file that was chosen; undefined where none was. */
  file(name: string): File | undefined
  /** The fields that were sent, without files. */
  readonly fields: URLSearchParams
}

export async function readForm(c: RequestContext): Promise<Form> {
  const { fields, files } = await partsOf(c)
  // No database keeps it, and nobody types it.
  if ([...fields.values()].some((value) => value.includes('\0'))) {
    throw new Problem('request-unreadable')
  }
  return {
    fields,
    text: (name) => fields.get(name)?.trim() ?? '',
    file: (name) => files.get(name),
  }
}

async function partsOf(c: RequestContext) {
  const type = c.env.incoming.headers['content-type'] ?? ''
  const files = new Map<string, File>()
  if (URL_ENCODED.test(type)) return { fields: new URLSearchParams(await c.req.text()), files }
  if (!MULTIPART.test(type)) throw new Problem('media-type-unsupported')
  const fields = new URLSearchParams()
  for (const [name, value] of await c.req.formData()) {
    if (typeof value === 'string') fields.append(name, value)
    // A field for a file that was left empty is sent as a file without name and content.
    else if (value.size > 0 || value.name !== '') files.set(name, value)
  }
  return { fields, files }
}
