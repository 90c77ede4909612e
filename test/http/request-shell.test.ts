import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { conditional } from '../../src/http/conditional.ts'
import { strictQuery } from '../../src/http/input.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import type { RequestEnv } from '../../src/request-context.ts'
import { type RunningService, serve } from '../../src/serve.ts'
import { ASSET_ADDRESS } from '../../src/web/assets.ts'
import { bareDependencies, keptLog } from '../support/bare-dependencies.ts'
import { everyRoute, expectHeaders, problemOf } from './every-route.ts'

const TYPED = 'NAMA-YANG-DIKETIK'

// Routes of the kinds that the service has, so that the shell is tried before and beside the real ones.
function trialRoutes() {
  const ok = {
    200: {
      description: 'Fine',
      content: { 'application/json': { schema: z.strictObject({ name: z.string() }) } },
    },
  }
  const read = createRoute({
    method: 'get',
    path: '/v1/trial/{id}',
    operationId: 'readTrial',
    request: {
      params: z.strictObject({ id: z.string() }),
      query: strictQuery({ name: z.string().optional(), on: z.iso.date().optional() }),
    },
    responses: ok,
  })
  const write = createRoute({
    method: 'post',
    path: '/v1/trial',
    operationId: 'writeTrial',
    request: {
      query: strictQuery({}),
      body: {
        required: true,
        content: { 'application/json': { schema: z.strictObject({ name: z.string() }) } },
      },
    },
    responses: ok,
  })
  return new OpenAPIHono<RequestEnv>()
    .openapi(read, (c) => {
      const unchanged = conditional(c, '7-2026-11-24')
      if (unchanged) return unchanged as never
      c.set('verdict', 'caution')
      return c.json({ name: c.req.valid('query').name ?? '' }, 200)
    })
    .openapi(write, (c) => c.json({ name: c.req.valid('json').name }, 200))
}

const { log, lines } = keptLog()
const dependencies = bareDependencies({}, { log })
const app = createApp(dependencies)
app.route('/', trialRoutes())
app.get('/v1/failing', (c) => {
  conditional(c, '1')
  const driverError = Object.assign(new Error(`invalid input: "${TYPED}"`), {
    name: 'PostgresError',
    code: '22P02',
    routine: 'DateTimeParseError',
  })
  throw Object.assign(
    new Error(`Failed query: select $1\nparams: ${TYPED}`, { cause: driverError }),
    {
      name: 'DrizzleQueryError',
    },
  )
})

let service: RunningService
beforeAll(async () => {
  service = await serve(app, dependencies)
})
afterAll(() => service.stop())

everyRoute({ document: openApiDocument(app), url: () => service.url })

test('routes are found by one expression', () => {
  const app = createApp(bareDependencies())
  app.router.match('GET', '/livez')
  // One address that its RegExpRouter cannot hold, and every route is found by walking a tree again.
  expect(app.router.name).toBe('SmartRouter + RegExpRouter')
})

describe('a failure nobody foresaw', () => {
  test('is one fixed sentence, and its log line holds no SQL and nothing typed', async () => {
    lines.length = 0
    const response = await fetch(`${service.url}/v1/failing?name=${TYPED}`)
    const { type } = await problemOf(response, 500)
    expect(type).toBe('/problems/unexpected-failure')
    const logged = JSON.stringify(lines)
    expect(logged).not.toContain(TYPED)
    expect(logged).not.toMatch(/select/i)
    expect(lines[0]).toMatchObject({
      err: {
        name: 'DrizzleQueryError',
        cause: { code: '22P02', routine: 'DateTimeParseError' },
      },
    })
  })
})

describe('R55: whatever is answered', () => {
  const REFERRER = { 'referrer-policy': /^(no-referrer|same-origin)$/ }

  test.each([
    ['a page', '/', 200],
    ['a page that is not there', '/tidak/ada', 404],
    ['a page that somebody must sign in for', '/konsol', 303],
    ['a form of another site', '/masuk', 403],
    ['the words for a problem', '/problems', 200],
  ])('%s carries the security headers', async (_what, path, status) => {
    const isForm = status === 403
    const response = await fetch(`${service.url}${path}`, {
      method: isForm ? 'POST' : 'GET',
      headers: { Accept: 'text/html' },
      redirect: 'manual',
    })
    expect(response.status).toBe(status)
    expectHeaders(response, REFERRER)
  })

  test('an asset carries them too, and may be kept for ever', async () => {
    const response = await fetch(`${service.url}${ASSET_ADDRESS['pastikan.css']}`)
    expectHeaders(response, { 'cache-control': /^public, max-age=31536000, immutable$/ })
  })
})

describe('the access log', () => {
  test('has the pattern, the verdict and the id, and nothing that was typed', async () => {
    lines.length = 0
    await fetch(`${service.url}/v1/trial/${TYPED}?name=${TYPED}`, {
      headers: { 'X-Request-Id': 'kiosk-7.00012345' },
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      method: 'GET',
      route: '/v1/trial/:id',
      status: 200,
      verdict: 'caution',
      request_id: 'kiosk-7.00012345',
    })
    expect(JSON.stringify(lines)).not.toContain(TYPED)
  })

  test.each(['short', 'has space in it', 'a'.repeat(65), 'kiosk"7"00012345'])(
    'takes no request id such as %j',
    async (id) => {
      const response = await fetch(`${service.url}/livez`, { headers: { 'X-Request-Id': id } })
      expect(response.headers.get('x-request-id')).not.toBe(id)
    },
  )
})

describe('a read', () => {
  test('is 304 when the caller holds this version in this language, and 200 otherwise', async () => {
    const address = `${service.url}/v1/trial/a`
    const first = await fetch(address)
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(address, { headers: { 'If-None-Match': etag } })
    const english = await fetch(address, {
      headers: { 'If-None-Match': etag, 'Accept-Language': 'en' },
    })
    expect(etag).toBe('W/"7-2026-11-24-id"')
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag])
    expect(again.headers.get('cache-control')).toBe('no-cache')
    expect(again.headers.get('vary')).toBe('Accept-Language')
    expect(english.status).toBe(200)
  })

  test('may be read by a page of any origin, a write may not', async () => {
    const headers = { Origin: 'https://elsewhere.example' }
    const read = await fetch(`${service.url}/v1/trial/a`, { headers })
    const write = await fetch(`${service.url}/v1/trial`, { method: 'POST', headers })
    expect(read.headers.get('access-control-allow-origin')).toBe('*')
    expect(write.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a body', () => {
  test('sent in chunks without a length is refused beyond its limit', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('[1,'.repeat(10_000))),
    })
    const response = await fetch(`${service.url}/v1/trial`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json' },
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  test('sent in chunks within the limit is read', async () => {
    const parts = ['{"na', 'me":"Ayu"', '}']
    const stream = ReadableStream.from(parts.map((part) => new TextEncoder().encode(part)))
    const response = await fetch(`${service.url}/v1/trial`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json' },
    } as RequestInit)
    expect(await response.json()).toEqual({ name: 'Ayu' })
  })
})

describe('the language of a problem', () => {
  test.each([
    [undefined, 'Alamat ini tidak ada'],
    ['en', 'There is nothing at this address'],
    ['in', 'Alamat ini tidak ada'],
    ['fr, en;q=0.5, id;q=0.2', 'There is nothing at this address'],
    ['en;q=0, id;q=0.1', 'Alamat ini tidak ada'],
  ])('for %s', async (language, title) => {
    const asked = request(service.url).get('/nothing')
    const { body } = await (language ? asked.set('Accept-Language', language) : asked)
    expect(body.title).toBe(title)
  })

  test('its type leads to a page in both languages', async () => {
    const { text } = await request(service.url).get('/problems/agency-not-found').expect(200)
    expect(text).toContain('Tidak ada perusahaan dengan id ini')
    expect(text).toContain('No agency has this id')
    await request(service.url).get('/problems/no-such-problem').expect(404)
  })
})

describe('/docs', () => {
  test('names no outside host and lists every path without JavaScript', async () => {
    const { text } = await request(service.url).get('/docs').expect(200)
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(text).toContain('/livez')
    for (const [, asset = ''] of text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)) {
      await request(service.url).get(asset).expect(200)
    }
    await request(service.url).get('/docs/no-such-file.js').expect(404)
  })
})
