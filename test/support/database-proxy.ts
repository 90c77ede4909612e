import { connect, createServer, type Server, type Socket } from 'node:net'

/** How the way to the database can fail. `pass` is when it does not. */
export const PROXY_FAULTS = ['refuse', 'reset', 'stall', 'truncate', 'accept_then_close'] as const
export type ProxyMode = (typeof PROXY_FAULTS)[number] | 'pass'

export interface DatabaseProxy {
  /** The database's URL by way of the proxy. */
  readonly url: string
  /** How many connections it was asked for so far. */
  readonly connections: number
  /** Takes effect on the connections that are open, too. */
  become(mode: ProxyMode): Promise<void>
  stop(): Promise<void>
}

/** Of an answer of the database, what a `truncate` lets through before it cuts the connection. */
const TRUNCATED_BYTES = 7

/** A TCP proxy before the database that can fail in the ways that networks and servers do. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  const clients = new Set<Socket>()
  const upstreams = new Set<Socket>()
  let mode: ProxyMode = 'pass'
  let connections = 0

  const server: Server = createServer((client) => {
    connections += 1
    clients.add(client)
    client.on('error', () => {})
    client.on('close', () => clients.delete(client))
    if (mode === 'accept_then_close') return void client.end()
    if (mode === 'reset') return void client.resetAndDestroy()
    const upstream = connect(Number(target.port), target.hostname)
    upstreams.add(upstream)
    upstream.on('error', () => client.destroy())
    client.on('data', (chunk) => void upstream.write(chunk))
    upstream.on('data', (chunk) => {
      if (mode !== 'truncate') return void client.write(chunk)
      client.write(chunk.subarray(0, TRUNCATED_BYTES), () => client.destroy())
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => {
      upstreams.delete(upstream)
      client.destroy()
    })
    if (mode === 'stall') for (const socket of [client, upstream]) socket.pause()
  })

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)

  const cut = (how: 'destroy' | 'resetAndDestroy') => {
    for (const client of [...clients]) client[how]()
  }
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })

  return {
    url: url.href,
    get connections() {
      return connections
    },
    async become(next) {
      const before = mode
      mode = next
      if (next === 'refuse') {
        const closed = close()
        cut('destroy')
        await closed
      } else if (before === 'refuse') await listen(port)
      for (const socket of [...clients, ...upstreams]) {
        if (next === 'stall') socket.pause()
        else socket.resume()
      }
      if (next === 'reset') cut('resetAndDestroy')
      if (next === 'accept_then_close') cut('destroy')
    },
    async stop() {
      cut('destroy')
      if (server.listening) await close()
    },
  }
}
