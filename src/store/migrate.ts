import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { StartRefusal } from './start-refusal.ts'

const MIGRATIONS = fileURLToPath(new URL('../../schema/migrations', import.meta.url))
const OLDEST_SERVER = 15
/** Any constant: two services that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_720_661

/**
 * Brings the database to this version's schema, as its owner. Refuses in one line a server that is
 * too old, a history that is not this version's, and a history that is only half there: Drizzle
 * itself would skip such migrations in silence.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 5,
    connection: { application_name: 'pastikan-migrate', lock_timeout: 15_000 },
  })
  try {
    const version = Number((await sql`show server_version_num`)[0]?.server_version_num)
    if (version < OLDEST_SERVER * 10_000) {
      throw new StartRefusal(
        `The database server is PostgreSQL ${Math.floor(version / 10_000)}; this service needs ${OLDEST_SERVER} or newer.`,
      )
    }
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    refuseForeignHistory(await appliedMigrations(sql), 'before')
    await applyMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS })
    refuseForeignHistory(await appliedMigrations(sql), 'after')
    // So that one login can own the schema and still serve, and sign, with no more rights than that takes.
    await sql.unsafe('grant pastikan_service, pastikan_signer to current_user')
  } catch (error) {
    throw error instanceof StartRefusal ? error : refusalFor(error)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function appliedMigrations(sql: postgres.Sql): Promise<string[]> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (found?.there !== true) return []
  const rows = await sql`select hash from drizzle.__drizzle_migrations order by created_at`
  return rows.map(({ hash }) => String(hash))
}

function refuseForeignHistory(applied: readonly string[], moment: 'before' | 'after'): void {
  const ours = readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ hash }) => hash)
  const isPrefix = applied.every((hash, at) => hash === ours[at])
  const isWhole = moment === 'before' || applied.length === ours.length
  if (isPrefix && isWhole) return
  throw new StartRefusal(
    applied.length > ours.length
      ? 'The database was migrated by a newer version of this service: start that version.'
      : `The database's migrations (${applied.length}) are not the ${ours.length} of this version: restore it from a backup or start with an empty database.`,
  )
}

function refusalFor(error: unknown): StartRefusal {
  const { code, message } = error as { code?: string; message?: string }
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'CONNECT_TIMEOUT':
    case 'CONNECTION_CLOSED':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return new StartRefusal(`The database cannot be reached (${code}): check DATABASE_URL.`)
    case '28P01':
    case '28000':
      return new StartRefusal(
        'The database refuses the login: check the user and password in DATABASE_URL.',
      )
    case '3D000':
      return new StartRefusal('The database named in DATABASE_URL does not exist: create it first.')
    case '42501':
      return new StartRefusal(
        'The login may not create the schema: give DATABASE_OWNER_URL, a login that owns the database and may create roles.',
      )
    default:
      return new StartRefusal(
        `The migrations could not be applied (${code ?? 'no code'}): ${(message ?? '').split('\n')[0]}`,
      )
  }
}

/** How many migrations this version has, for the readiness check. */
export function migrationCount(): number {
  const journal = readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8')
  return (JSON.parse(journal) as { entries: unknown[] }).entries.length
}
