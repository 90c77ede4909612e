import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../src/http/openapi.ts'

interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly hasBody: boolean
  /** True where its body is a form with a file. */
  readonly isUpload: boolean
  /** A method that its address does not have. */
  readonly otherMethod: string
  /** Whose it is to ask, by the name of its security scheme; anybody's when undefined. */
  readonly needs: 'session' | 'partnerKey' | undefined
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

interface Subject {
  readonly document: OpenApiDocument
  /** Where the app is being served. Asked for when a test runs. */
  readonly url: () => string
  /** A value for each path parameter, so that the address is one that exists. */
  readonly pathParameters?: Readonly<Record<string, string>>
  /** A query that the operation accepts, by operationId; none when absent. */
  readonly queries?: Readonly<Record<string, string>>
  /** Cookie and Origin of somebody who may do everything; without, what needs a session is left out. */
  readonly session?: () => Readonly<Record<string, string>>
  /** The Authorization of a key that may do everything; without, what needs a key is left out. */
  readonly key?: () => Readonly<Record<string, string>>
}

const ALWAYS = {
  'strict-transport-security': /max-age=63072000; includeSubDomains/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cache-control': /^(no-store|no-cache)$/,
  'x-request-id': /^[\w-]{36}$/,
}

/** A tile of the log never changes: it alone may be kept without asking again. */
const OF_TILES = { 'cache-control': /^public, max-age=31536000, immutable$/ }

const GROWING: ReadonlySet<string> = new Set(['/metrics', '/v1/admin/audit', '/v1/admin/audit.csv'])

const VARYING_HEADERS = ['date', 'x-request-id', 'ratelimit', 'keep-alive', 'connection']

/** What every route of the API must do, whatever it answers. */
export function everyRoute({
  document,
  url,
  pathParameters = {},
  queries = {},
  session,
  key,
}: Subject) {
  const headersOfWhom = { session, partnerKey: key }
  const operations = operationsOf(document).filter(
    ({ needs }) => needs === undefined || headersOfWhom[needs] !== undefined,
  )
  const addressOf = ({ path, operationId }: Operation) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => pathParameters[name] ?? 'x')
    return `${url()}${filled}${queries[operationId] ? `?${queries[operationId]}` : ''}`
  }
  const ask = (operation: Operation, init: RequestInit = {}, more = '') => {
    const address = addressOf(operation)
    const joint = address.includes('?') ? '&' : '?'
    const { headers = operation.hasBody ? JSON_TYPE : {}, ...rest } = init
    return fetch(more ? `${address}${joint}${more}` : address, {
      method: operation.method,
      ...(operation.hasBody ? { body: '{}' } : {}),
      ...rest,
      headers: { ...headers, ...rightsFor(operation) },
    })
  }
  const rightsFor = ({ needs }: Operation) => (needs && headersOfWhom[needs]?.()) || {}

  describe.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    (_id, operation) => {
      test('R55: carries the headers of every response', async () => {
        const response = await ask(operation)
        const isTile = response.ok && operation.path.startsWith('/v1/log/tile/')
        expectHeaders(response, isTile ? OF_TILES : ALWAYS)
      })

      test('refuses an unknown query parameter by name', async () => {
        const response = await ask(operation, {}, 'no_such_parameter=1')
        const problem = await problemOf(response, 422)
        expect(problem.errors).toContainEqual(
          expect.objectContaining({ parameter: 'no_such_parameter' }),
        )
      })

      test('answers a method it does not have with 405 and what it has', async () => {
        const response = await fetch(addressOf(operation).split('?')[0] ?? '', {
          method: operation.otherMethod,
          headers: rightsFor(operation),
        })
        await problemOf(response, 405)
        expect(response.headers.get('allow')).toContain(operation.method)
      })

      test('does not see TRACE', async () => {
        const { pathname } = new URL(addressOf(operation))
        const status = await rawStatus(url(), `TRACE ${pathname} HTTP/1.1`)
        expect(status).toBe(operation.needs === 'session' ? 403 : 405)
      })

      if (operation.method === 'GET') {
        test('answers HEAD with the headers of GET and no body', async () => {
          const [get, head] = [await ask(operation), await ask(operation, { method: 'HEAD' })]
          expect(head.status).toBe(get.status)
          const [ofGet, ofHead] = [headersOf(get), headersOf(head)]
          // What grows with every asking differs in its length.
          if (GROWING.has(operation.path)) {
            delete ofGet['content-length']
            delete ofHead['content-length']
          }
          expect(ofHead).toEqual(ofGet)
          expect(await head.text()).toBe('')
        })

        test('refuses a body', async () => {
          const { pathname } = new URL(addressOf(operation))
          const status = await rawStatus(
            url(),
            `GET ${pathname} HTTP/1.1`,
            'Content-Length: 2\r\n',
            '{}',
          )
          expect(status).toBe(400)
        })
      }

      if (operation.hasBody) {
        const send = (body: string, type: string | null = 'application/json') =>
          ask(operation, {
            body: new TextEncoder().encode(body),
            headers: type === null ? {} : { 'Content-Type': type },
          })

        const faults: [what: string, body: string, type: string | null, status: number][] = [
          ['no content type', '{}', null, 415],
          ['text', '{}', 'text/plain', 415],
          ['a type that only begins like JSON', '{}', 'application/jsonx', 415],
          ['an empty body', '', 'application/json', 400],
          ['broken JSON', '{"a":', 'application/json', 400],
          ['a key given twice', '{"a":1,"a":2}', 'application/json', 400],
          ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'application/json', 400],
          ['an unknown field', '{"no_such_field":1}', 'application/json', 422],
          ['__proto__', '{"__proto__":{"a":1}}', 'application/json', 422],
          ['constructor', '{"constructor":1}', 'application/json', 422],
          ['2 MB', `"${'a'.repeat(2 ** 21)}"`, 'application/json', 413],
        ]
        const formFaults: typeof faults = [
          ['no content type', '{}', null, 415],
          ['text', '{}', 'text/plain', 415],
          ['JSON', '{"no_such_field":1}', 'application/json', 415],
          ['a form without its parts', '', 'multipart/form-data', 400],
          ['a form that breaks off', '--x\r\nContent-Disp', 'multipart/form-data; boundary=x', 400],
          ['an unknown field', formOf('no_such_field'), 'multipart/form-data; boundary=x', 422],
          ['30 MB', 'a'.repeat(30 * 2 ** 20), 'multipart/form-data; boundary=x', 413],
        ]
        test.each(operation.isUpload ? formFaults : faults)(
          'refuses %s',
          async (_what, body, type, status) => {
            await problemOf(await send(body, type), status)
          },
        )
      }
    },
  )

  describe('an address where nothing is', () => {
    test.each(['GET', 'POST', 'OPTIONS', 'DELETE'])('is a problem for %s', async (method) => {
      const response = await fetch(`${url()}/no/such/address`, { method })
      await problemOf(response, 404)
    })
  })
}

/** Checks a problem document and its headers, and gives it. */
export async function problemOf(response: Response, status: number) {
  expect(response.status).toBe(status)
  expectHeaders(response)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('etag')).toBeNull()
  const text = await response.text()
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|select |insert |drizzle|postgres/i)
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({ status, request_id: response.headers.get('x-request-id') })
  expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/)
  return problem as { type: string; title: string; detail: string; errors?: object[] }
}

export function expectHeaders(
  { headers }: Pick<Response, 'headers'>,
  otherwise: Readonly<Record<string, RegExp>> = {},
) {
  for (const [name, value] of Object.entries({ ...ALWAYS, ...otherwise })) {
    expect(headers.get(name), name).toMatch(value)
  }
}

const formOf = (field: string) =>
  `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n1\r\n--x--\r\n`

interface DocumentedOperation {
  readonly operationId: string
  readonly requestBody?: { readonly content: object }
  readonly security?: readonly object[]
}

function operationsOf({ paths = {} }: OpenApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, DocumentedOperation>).map(
      ([method, { operationId, requestBody, security = [] }]) => ({
        method: method.toUpperCase(),
        path,
        operationId,
        hasBody: requestBody !== undefined,
        isUpload: 'multipart/form-data' in (requestBody?.content ?? {}),
        otherMethod: ['patch', 'delete', 'put'].find((other) => !(other in item))!.toUpperCase(),
        needs: (['session', 'partnerKey'] as const).find((scheme) =>
          security.some((needed) => scheme in needed),
        ),
      }),
    ),
  )
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !VARYING_HEADERS.includes(name)))
}

/** The status of a request that fetch would not send. */
export async function rawStatus(url: string, line: string, headers = '', body = '') {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.end(`${line}\r\nHost: ${hostname}\r\nConnection: close\r\n${headers}\r\n${body}`)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return Number(answer.split(' ')[1])
}
