import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { kept, packed, sendPacked } from '../packed.ts'
import type { RequestEnv } from '../request-context.ts'
import { type OpenApiDocument, openApiDocument } from './openapi.ts'

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const START_SCRIPT = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  queryConfigEnabled: false,
})
document.getElementById('plain').hidden = true
`

const PLAIN_STYLE = `body { margin: 0; font-family: sans-serif; }
header, #plain { margin: 1rem; }
td, th { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
`

interface Asset {
  readonly type: string
  readonly read: () => Buffer
}

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'
const ofSwaggerUi = (name: string) => () => readFileSync(join(SWAGGER_UI, name))

const ASSETS: Readonly<Record<string, Asset>> = {
  'swagger-ui.css': { type: STYLE, read: ofSwaggerUi('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: SCRIPT, read: ofSwaggerUi('swagger-ui-bundle.js') },
  'start.js': { type: SCRIPT, read: () => Buffer.from(START_SCRIPT) },
  'plain.css': { type: STYLE, read: () => Buffer.from(PLAIN_STYLE) },
}

/**
 * `/openapi.json` and `/docs`. The documentation comes from this service alone, and its table can be
 * read without JavaScript. Mount it after every other route: the document lists what is there.
 */
export function documentationRoutes(app: OpenAPIHono<RequestEnv>) {
  const document = kept(() => openApiDocument(app))
  const documentText = kept(() => packed(Buffer.from(JSON.stringify(document()))))
  const assets = new Map(
    Object.entries(ASSETS).map(([name, { read }]) => [name, kept(() => packed(read()))]),
  )

  return new Hono<RequestEnv>()
    .get('/openapi.json', (c) => sendPacked(c, documentText(), 'application/json'))
    .get('/docs', (c) => c.html(page(document())))
    .get('/docs/:asset', (c, next) => {
      const name = c.req.param('asset')
      const asset = assets.get(name)
      return asset ? sendPacked(c, asset(), ASSETS[name]?.type ?? '') : next()
    })
}

function page({ info, paths = {} }: OpenApiDocument) {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { summary }]: [string, { summary?: string }]) => html`<tr>
        <td><code>${method.toUpperCase()}</code></td>
        <td><code>${path}</code></td>
        <td>${summary ?? ''}</td>
      </tr>`,
    ),
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${info.title} API</title>
        <link rel="stylesheet" href="/docs/plain.css">
        <link rel="stylesheet" href="/docs/swagger-ui.css">
      </head>
      <body>
        <header><a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1)</header>
        <main>
          <div id="plain">
            <h1>${info.title} API</h1>
            <table>
              <thead>
                <tr><th>Method</th><th>Path</th><th>What it does</th></tr>
              </thead>
              <tbody>${rows}</tbody>
            </table>
          </div>
          <div id="reference"></div>
        </main>
        <script src="/docs/swagger-ui-bundle.js"></script>
        <script src="/docs/start.js"></script>
      </body>
    </html>`
}
