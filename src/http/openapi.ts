import type { OpenAPIHono } from '@hono/zod-openapi'
import type { RequestEnv } from '../request-context.ts'

const INTRODUCTION = `Pastikan answers one question before a migrant worker departs: is this
recruiter, and is this placement, legal — and how do we know?

* A verdict, whatever it is, is \`200\`. A problem document carries no verdict.
* **Not found is not illegal**: it is \`cannot_confirm\`, with what to do next.
* \`on\` asks what was true on a day, \`known_at\` what had been recorded by an instant.
* Sentences come in Indonesian or English (\`Accept-Language\`, Indonesian when absent); codes stay.
* Days are \`YYYY-MM-DD\`, instants RFC 3339 in UTC. Unknown parameters and fields are refused.
* Every change is an entry of one public log, signed by a process of its own: \`/v1/log/checkpoint\`.
* \`RateLimit\` says what is left to your address; answers carry an \`ETag\` for \`If-None-Match\`.`

const TAGS = [
  { name: 'verify', description: 'The quick check: is this recruiter licensed on a day?' },
  {
    name: 'checks',
    description: 'The full check, looked at again by its code, and its signed receipt',
  },
  { name: 'agencies', description: 'The register of agencies and their licences' },
  {
    name: 'placements',
    description: 'Permits, job orders and the dated rows behind the answer on a placement',
  },
  { name: 'sources', description: 'Where the register’s facts come from, and its words' },
  { name: 'operations', description: 'For those who run the service' },
]

/** The OpenAPI 3.1 document of what is mounted on `app`. */
export function openApiDocument(app: OpenAPIHono<RequestEnv>) {
  const document = app.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: {
        title: 'Pastikan',
        version: '1.0.0',
        description: INTRODUCTION,
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: '/', description: 'This service' }],
      security: [],
      tags: TAGS,
    },
    { unionPreferredType: 'oneOf' },
  )
  const used = new Set(
    Object.values(document.paths ?? {}).flatMap((path) =>
      Object.values(path).flatMap((operation) => (operation as { tags?: string[] }).tags ?? []),
    ),
  )
  return { ...document, tags: TAGS.filter(({ name }) => used.has(name)) }
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>
