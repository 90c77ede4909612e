import { once } from 'node:events'
import { createServer, request, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { LightResponse } from '../../src/http/light-response.ts'

/** What a client gets from `answer`, and what the response told of itself before it was written. */
async function answered(
  Response: typeof ServerResponse,
  answer: (response: ServerResponse) => unknown,
) {
  let told: unknown
  const server = createServer({ ServerResponse: Response }, (_incoming, outgoing) => {
    outgoing.sendDate = false
    try {
      told = answer(outgoing)
    } catch (error) {
      told = (error as NodeJS.ErrnoException).code
    }
    outgoing.end('isi')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const asked = request({ port: (server.address() as AddressInfo).port, agent: false }).end()
  const [incoming] = await once(asked, 'response')
  const body: string[] = []
  for await (const part of incoming.setEncoding('utf8')) body.push(part)
  server.close()
  // Header by header: their order is free.
  const lines = incoming.rawHeaders.flatMap((name: string, at: number, all: string[]) =>
    at % 2 === 0 ? `${name.toLowerCase()}: ${all[at + 1]}` : [],
  )
  const { statusCode, statusMessage } = incoming
  return { told, statusCode, statusMessage, lines: lines.toSorted(), body: body.join('') }
}

test.each<[string, (response: ServerResponse) => unknown]>([
  ['no header', () => {}],
  ['a header set twice, in other letters', (r) => r.setHeader('ETag', 'a').setHeader('etag', 'b')],
  [
    'a header set and written otherwise',
    (r) => r.setHeader('Vary', 'x').writeHead(201, { vary: 'y' }),
  ],
  ['several values', (r) => r.setHeader('Set-Cookie', ['a=1', 'b=2'])],
  ['a number', (r) => r.setHeader('Retry-After', 3)],
  [
    'headers from a map',
    (r) =>
      r.setHeaders(
        new Map([
          ['X-One', '1'],
          ['X-Two', '2'],
        ]),
      ),
  ],
  [
    'a value appended',
    (r) =>
      r.setHeader('X-Part', 'a').appendHeader('x-part', 'b').appendHeader('X-Other', ['c', 'd']),
  ],
  [
    'a header removed',
    (r) => {
      r.setHeader('X-Gone', '1')
      r.removeHeader('x-gone')
      return [r.hasHeader('X-Gone'), r.getHeader('x-gone')]
    },
  ],
  [
    'what was set is asked for',
    (r) => {
      r.setHeader('X-One', '1')
      return [r.getHeader('x-one'), r.hasHeader('X-ONE'), r.getHeaderNames(), { ...r.getHeaders() }]
    },
  ],
  ['words of its own', (r) => r.writeHead(404, 'Tidak ada', { 'X-One': '1' })],
  ['words of its own only', (r) => r.setHeader('X-One', '1').writeHead(404, 'Tidak ada')],
  ['the end of the connection', (r) => r.setHeader('Connection', 'close')],
  ['its length', (r) => r.setHeader('Content-Length', 3)],
  ['a header set too late', (r) => r.writeHead(200).setHeader('X-Late', '1')],
  ['a header removed too late', (r) => r.writeHead(200).removeHeader('X-Late')],
])('a light response answers as Node does: %s', async (_what, answer) => {
  const { told, ...light } = await answered(LightResponse as typeof ServerResponse, answer)
  const { told: toldByNode, ...node } = await answered(ServerResponse, answer)
  expect(light).toEqual(node)
  if (!(toldByNode instanceof Object) || Array.isArray(toldByNode)) expect(told).toEqual(toldByNode)
})

test('a light response refuses a line break in a value when it is written', async () => {
  const { told, statusCode } = await answered(
    LightResponse as typeof ServerResponse,
    (response) => {
      response.setHeader('X-One', 'a\r\nX-Two: b')
      try {
        response.writeHead(200)
      } finally {
        response.removeHeader('X-One')
      }
    },
  )
  expect([told, statusCode]).toEqual(['ERR_INVALID_CHAR', 200])
})
