/** A page with a form, as somebody without JavaScript sees it. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly html: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
}

function attribute(tag: string, name: string): string | undefined {
  const text = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return text?.replace(/&\w+;|&#39;/g, (entity) => ENTITIES[entity] ?? entity)
}

/** What a browser would send of the form as it stands. */
export function fieldsOf(html: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (name === undefined || (isChoice && !/\bchecked\b/.test(tag))) continue
    fields.set(name, attribute(tag, 'value') ?? '')
  }
  for (const [select, options = ''] of html.matchAll(/<select\b[^>]*>(.*?)<\/select>/gs)) {
    const chosen = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag)
    const tag = chosen.find((one) => /\bselected\b/.test(one)) ?? chosen[0] ?? ''
    fields.set(attribute(select, 'name') ?? '', attribute(tag, 'value') ?? '')
  }
  return fields
}

/** Fills in and presses a button: sends what stands in the form with what is typed over it. */
export async function press(
  url: string,
  page: Answered,
  to: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const fields = fieldsOf(page.html)
  for (const [name, text] of Object.entries(typed)) {
    if (!fields.has(name) && !page.html.includes(`name="${name}"`)) {
      throw new Error(`The page does not ask for ${name}`)
    }
    fields.set(name, text)
  }
  return sent(url, { ...Object.fromEntries(fields), to })
}

export async function sent(
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await fetch(`${url}/periksa-lengkap`, {
    method: 'POST',
    headers: { Accept: 'text/html', ...headers },
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}
