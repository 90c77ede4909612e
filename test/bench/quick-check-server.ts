import { serve as serveHono } from '@hono/node-server'
import { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { systemClock } from '../../src/clock.ts'
import { createLog } from '../../src/log.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { serve } from '../../src/serve.ts'
import { connect, open } from '../../src/store/database.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'

export const BENCH_SERVERS = ['service', 'bare', 'body', 'query', 'trgm'] as const
export type BenchServer = (typeof BENCH_SERVERS)[number]

/** What the baselines answer: the bytes of the service's own answer, its head and its body. */
export interface SameBytes {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One server of the benchmark, in a process of its own: `server.ts KIND DATABASE_URL SAME_BYTES`. */
const [kind, databaseUrl = '', sameBytes = '{}'] = process.argv.slice(2)
const startedAt = performance.now()

const register = new LiveRegister({
  database: connect(databaseUrl),
  probe: openHeadProbe(databaseUrl),
  onFault: (error) => process.stderr.write(`${error}\n`),
})
const dependencies = bareDependencies(
  { MAX_IN_FLIGHT: '10000' },
  { register, clock: systemClock('Asia/Jakarta'), log: createLog('info') },
)

function baseline(): Hono {
  const hono = new Hono()
  const { headers, body }: SameBytes = JSON.parse(sameBytes)
  const sql = open(databaseUrl, 8, 5_000)
  if (kind === 'bare') hono.get('*', (c) => c.body(body, 200, headers))
  if (kind === 'body') {
    hono.get('*', (c) => c.body(body, 200, { 'Content-Type': 'application/json' }))
  }
  if (kind === 'query') {
    hono.get('*', async (c) => {
      const licence = c.req.query('licence') ?? ''
      await sql`select n.printed, e.type, e.effective_on, e.valid_until, a.name
        from licence_numbers n
        join licence_events e on e.licence_id = n.licence_id
        join licences l on l.id = n.licence_id
        join agency_names a on a.agency_id = l.agency_id
        where n.normalised = ${licence} and n.superseded_by is null
        order by e.effective_on`
      return c.body(body, 200, headers)
    })
  }
  if (kind === 'trgm') {
    hono.get('*', async (c) => {
      const name = c.req.query('name') ?? ''
      await sql`select agency_id, name, similarity(name, ${name}) as score
        from agency_names where name % ${name} order by score desc limit 5`
      return c.body(body, 200, headers)
    })
  }
  return hono
}

if (kind === 'service') {
  await register.open()
  const { port } = await serve(createApp(dependencies), dependencies)
  ready(port)
} else {
  serveHono({ fetch: baseline().fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => ready(port))
}

function ready(port: number): void {
  process.send?.({ port, readyMs: performance.now() - startedAt })
}

process.on('message', () => {
  process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() })
})
