import type { OpenAPIHono } from '@hono/zod-openapi'
import { PROBLEM_MEDIA_TYPE, PROBLEMS } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'

const INTRODUCTION = `Pastikan answers one question before a migrant worker departs: is this
recruiter, and is this placement, legal — and how do we know?

* A verdict, whatever it is, is \`200\`. A problem document carries no verdict.
* **Not found is not illegal**: it is \`cannot_confirm\`, with what to do next.
* \`on\` asks what was true on a day, \`known_at\` what had been recorded by an instant.
* Sentences come in Indonesian or English (\`Accept-Language\`, Indonesian when absent); codes stay.
* Days are \`YYYY-MM-DD\`, instants RFC 3339 in UTC. Unknown parameters and fields are refused.
* Every change is an entry of one public log, signed by a process of its own: \`/v1/log/checkpoint\`.
* \`RateLimit\` says what is left to your address, or to your key; answers carry an \`ETag\` for \`If-None-Match\`.
* Lookups need no key. With \`Authorization: Bearer pst_live_…\` they count against the key's own quota. A key
  stands in that header only: in an address it is refused. \`pst_test_…\` asks demonstration registers only.`

/** What any question may be answered with when it comes with a key. */
const KEY_PROBLEMS = ['key-in-address', 'key-unusable', 'key-not-allowed'] as const

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
  {
    name: 'issued-documents',
    description: 'Letters that offices record, so that a forged one is not found',
  },
  { name: 'keys', description: 'The keys of partners and devices' },
  { name: 'sources', description: 'Where the register’s facts come from, and its words' },
  {
    name: 'recording',
    description:
      'Maintaining the register: worse counts at once, better takes two persons, nothing is overwritten',
  },
  {
    name: 'imports',
    description:
      'Lists of authorities: what would change is shown before it changes, two persons publish it, and it can be taken back',
  },
  { name: 'people', description: 'For people who are signed in: themselves, others, who did what' },
  { name: 'operations', description: 'For those who run the service' },
]

const SECURITY_SCHEMES = {
  partnerKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'pst_live_… or pst_test_…',
    description: 'A key of a partner or a device, shown once when it is issued.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-pastikan',
    description:
      'The session of a person who signed in at /masuk. Changes are taken from pages of this service only: with its `Origin`.',
  },
} as const

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
      security: [{}, { partnerKey: [] }],
      tags: TAGS,
    },
    { unionPreferredType: 'oneOf' },
  )
  const paths = Object.entries(document.paths ?? {})
  for (const [path, operations] of paths) {
    if (path.startsWith('/v1/'))
      for (const operation of Object.values(operations)) tellOfKeys(operation)
  }
  const used = new Set(
    paths.flatMap(([, operations]) =>
      Object.values(operations).flatMap((operation: Operation) => operation.tags ?? []),
    ),
  )
  return {
    ...document,
    components: { ...document.components, securitySchemes: SECURITY_SCHEMES },
    tags: TAGS.filter(({ name }) => used.has(name)),
  }
}

interface Operation {
  readonly tags?: string[]
  readonly responses: Record<string, unknown>
}

/** Adds the problems that the request's shell may answer, where the route does not tell of its own. */
function tellOfKeys({ responses }: Operation): void {
  for (const kind of KEY_PROBLEMS) {
    const { status, title } = PROBLEMS[kind]
    responses[status] ??= {
      description: title.en,
      content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>
