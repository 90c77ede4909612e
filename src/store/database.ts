import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export interface Database {
  readonly sql: postgres.Sql
  readonly db: PostgresJsDatabase
  close(): Promise<void>
}

/** The role whose rights the service has, whoever logs in: it reads, and records by one function. */
const SERVICE_ROLE = 'pastikan_service'

/**
 * The service's connections. Every write is one statement, because this driver can run the rest of a
 * broken transaction on another connection; the fixed back-off brings it back at once after an outage.
 */
export function connect(url: string, options: { max?: number; timeoutMs?: number } = {}): Database {
  const sql = open(url, options.max ?? 8, options.timeoutMs ?? 5_000)
  return { sql, db: drizzle(sql, { casing: 'snake_case' }), close: () => sql.end({ timeout: 5 }) }
}

export function open(url: string, max: number, timeoutMs: number): postgres.Sql {
  return postgres(url, {
    max,
    connect_timeout: 2,
    idle_timeout: 0,
    max_lifetime: null,
    backoff: () => 0.2,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: 'pastikan',
      role: SERVICE_ROLE,
      statement_timeout: timeoutMs,
      lock_timeout: Math.min(timeoutMs, 5_000),
      idle_in_transaction_session_timeout: 5_000,
    },
  })
}
