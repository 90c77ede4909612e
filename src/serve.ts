import { createServer, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { App } from './app.ts'
import type { Dependencies } from './dependencies.ts'
import { LightResponse } from './http/light-response.ts'
import { SECURITY_HEADERS } from './http/security-headers.ts'
import { PROBLEM_MEDIA_TYPE, PROBLEMS } from './problem.ts'
import { StartRefusal } from './store/start-refusal.ts'

const MOST_CONNECTIONS = 2000
const MILLISECONDS_TO_FINISH = 10_000
const MILLISECONDS_BETWEEN_CLOSINGS = 100

export interface RunningService {
  /** Where it answers, for instance http://127.0.0.1:3000. */
  readonly url: string
  readonly port: number
  /** Answers what has been asked, closes every connection, and resolves: within 10 seconds. */
  stop(): Promise<void>
}

/** Listens. Throws a StartRefusal when the address cannot be had. */
export async function serve(
  app: App,
  { config, lifecycle }: Pick<Dependencies, 'config' | 'lifecycle'>,
): Promise<RunningService> {
  // The lightweight Request and Response stay on (`overrideGlobalObjects`): without them a bare
  // route answered 4,500 instead of 9,700 requests a second.
  const listener = getRequestListener(app.fetch, { errorHandler: () => unreadableResponse() })
  const server = createServer(
    {
      ServerResponse: LightResponse as typeof ServerResponse,
      headersTimeout: 10_000,
      // The longest of all: reading a body has a shorter limit of its own, save for a list's file.
      requestTimeout: 11 * 60_000,
      connectionsCheckingInterval: 2_000,
      // Above the 60 s after which common proxies drop an idle connection of theirs.
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
    },
    listener,
  )
  server.maxHeadersCount = 100
  // Beyond it Node answers 503 to clients that overlook `Connection: close`: high enough to be rare.
  server.maxRequestsPerSocket = 100_000
  server.maxConnections = MOST_CONNECTIONS
  server.on('clientError', refuseUnparsable)

  await listening(server, config.host, config.port)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${urlHost(config.host)}:${port}`,
    port,
    stop: () => stop(server, lifecycle),
  }
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REFUSALS[error.code ?? '']?.(host, port)
      reject(reason === undefined ? error : new StartRefusal(reason))
    })
    server.listen({ host, port }, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

const REFUSALS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is taken by another program: stop that one, or set PORT to a free port.`,
  EADDRNOTAVAIL: (host) =>
    `This machine has no address ${host}: set HOST to one of its own, 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: (host) =>
    `The host name ${host} is not known: set HOST to an address of this machine.`,
  EAI_AGAIN: (host) =>
    `The host name ${host} cannot be looked up: set HOST to an address of this machine.`,
  EACCES: (_host, port) =>
    `This user may not listen on port ${port}: set PORT to one from 1024 upwards.`,
}

async function stop(server: Server, lifecycle: Dependencies['lifecycle']): Promise<void> {
  lifecycle.isStopping = true
  server.prependListener('request', (_request, response) => {
    response.setHeader('Connection', 'close')
  })
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  // An answer whose head was made before leaves its connection open: close it once it is idle.
  const closing = setInterval(() => server.closeIdleConnections(), MILLISECONDS_BETWEEN_CLOSINGS)
  const giveUp = setTimeout(() => server.closeAllConnections(), MILLISECONDS_TO_FINISH)
  server.closeIdleConnections()
  await closed
  clearInterval(closing)
  clearTimeout(giveUp)
}

function unreadableDocument(): string {
  const { status, title, remedy } = PROBLEMS['request-unreadable']
  return JSON.stringify({
    type: '/problems/request-unreadable',
    title: title.id,
    status,
    detail: remedy.id,
  })
}

/** For a request that has no usable address and so never reaches the app. */
function unreadableResponse(): Response {
  return new Response(unreadableDocument(), {
    status: 400,
    headers: { ...SECURITY_HEADERS, 'Content-Type': PROBLEM_MEDIA_TYPE },
  })
}

// For bytes that are not HTTP, heads that are too large, and requests that take too long to arrive.
function refuseUnparsable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = CLIENT_ERROR_STATUS[error.code ?? ''] ?? 400
  const body = unreadableDocument().replace('"status":400', `"status":${status}`)
  const head = Object.entries({
    ...SECURITY_HEADERS,
    'Content-Type': PROBLEM_MEDIA_TYPE,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`, () =>
    socket.destroy(),
  )
}

const CLIENT_ERROR_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
