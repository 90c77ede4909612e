import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** What a browser gets: `bytes` is the body's size on the wire. */
export interface FetchedPage {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  readonly bytes: number
}

/** Asks as a browser does, for a page, and counts what comes over the wire. */
export function pageAt(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<FetchedPage> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, {
      headers: { Accept: 'text/html,*/*;q=0.8', 'Accept-Encoding': 'gzip', ...headers },
    })
    asked.on('error', reject)
    asked.on('response', async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const body = Buffer.concat(chunks)
      const isPacked = response.headers['content-encoding'] === 'gzip'
      resolve({
        status: response.statusCode ?? 0,
        headers: new Headers(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        ),
        html: (isPacked ? gunzipSync(body) : body).toString(),
        bytes: body.length,
      })
    })
    asked.end()
  })
}

/** What is read aloud, roughly: the text of the page's body without its tags. */
export function textOf(html: string): string {
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;)])/g, '$1')
}
