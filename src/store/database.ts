import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export interface Database {
  readonly sql: postgres.Sql
  readonly db: PostgresJsDatabase
  close(): Promise<void>
}

/** The role whose rights the service has, whoever logs in: it reads, and records by one function. */
const SERVICE_ROLE = 'pastikan_service'
/** The role of the process that signs the log: it reads all of it, and publishes. */
export const SIGNER_ROLE = 'pastikan_signer'
/** No role but the login's own: for the owner of the tables. */
export const OWN_ROLE = 'none'

/**
 * The service's connections. Every write is one statement, because this driver can run the rest of a
 * broken transaction on another connection; the fixed back-off brings it back at once after an outage.
 */
export function connect(
  url: string,
  options: { max?: number; timeoutMs?: number; role?: string } = {},
): Database {
  const sql = open(url, options.max ?? 8, options.timeoutMs ?? 5_000, options.role)
  return { sql, db: drizzle(sql, { casing: 'snake_case' }), close: () => sql.end({ timeout: 5 }) }
}

export function open(
  url: string,
  max: number,
  timeoutMs: number,
  role: string = SERVICE_ROLE,
): postgres.Sql {
  return postgres(url, {
    max,
    connect_timeout: 2,
    idle_timeout: 0,
    max_lifetime: null,
    backoff: () => MS_A_CONNECTION / 1_000,
    socket: pacedSockets(max),
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: 'pastikan',
      role,
      statement_timeout: timeoutMs,
      lock_timeout: Math.min(timeoutMs, 5_000),
      idle_in_transaction_session_timeout: 5_000,
    },
  } as postgres.Options<Record<string, never>>)
}

/** A connection may be tried so often, besides as many at once as the pool has. */
const MS_A_CONNECTION = 200

/**
 * Sockets for one pool. The driver's own come without a pause where a server accepts and closes
 * during start-up: 44 connections a second were counted, and 800 elsewhere.
 */
function pacedSockets(max: number) {
  let allowed = max
  let countedAt = performance.now()
  let hostIndex = 0

  return async ({ host, port, path }: { host: string[]; port: number[]; path?: string }) => {
    const now = performance.now()
    allowed = Math.min(max, allowed + (now - countedAt) / MS_A_CONNECTION) - 1
    countedAt = now
    if (allowed < 0) await pause(-allowed * MS_A_CONNECTION)

    const at = hostIndex++ % host.length
    const socket = new Socket()
    // The driver writes at once, which Node keeps until it is connected, and names the host in TLS.
    if (path) socket.connect(path)
    else socket.connect(Number(port[at]), String(host[at]))
    return Object.assign(socket, { host: host[at], port: port[at] })
  }
}
