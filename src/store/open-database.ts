import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import {
  type DatabaseUrls,
  findRunningDatabase,
  SERVICE_LOGIN,
  startEmbeddedDatabase,
} from './embedded-database.ts'
import { migrate } from './migrate.ts'

/** Where the embedded database keeps its data unless DATA_DIR says otherwise; git ignores it. */
export const DEFAULT_DATA_DIR = fileURLToPath(new URL('../../.data', import.meta.url))

export interface OpenedDatabase extends DatabaseUrls {
  /** The folder of the embedded database; undefined with a server of one's own. */
  readonly dataDir: string | undefined
  stop(): Promise<void>
}

export interface DatabaseSettings {
  /** The service's own login; the embedded database when undefined. */
  readonly databaseUrl: string | undefined
  /** The owner of the tables, when the service's login is not. */
  readonly databaseOwnerUrl: string | undefined
  readonly dataDir: string | undefined
}

/** The database that the configuration names, started if it is the embedded one, and migrated. */
export async function openDatabase(
  config: DatabaseSettings,
  log: (line: string) => void,
): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined) {
    const ownerUrl = config.databaseOwnerUrl ?? config.databaseUrl
    await migrate(ownerUrl)
    if (ownerUrl !== config.databaseUrl) await grantService(ownerUrl, loginOf(config.databaseUrl))
    return { ownerUrl, serviceUrl: config.databaseUrl, dataDir: undefined, stop: async () => {} }
  }
  const embedded = await startEmbeddedDatabase({
    ...(config.dataDir === undefined ? {} : { dataDir: config.dataDir }),
    defaultDataDir: DEFAULT_DATA_DIR,
    log,
  })
  try {
    await migrate(embedded.ownerUrl)
    await grantService(embedded.ownerUrl, SERVICE_LOGIN)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return embedded
}

/** For a command: the same database, whether or not a service runs on it; a server's is not migrated. */
export async function openDatabaseBeside(
  config: Pick<DatabaseSettings, 'databaseUrl' | 'dataDir'>,
  log: (line: string) => void,
): Promise<Pick<OpenedDatabase, 'serviceUrl' | 'dataDir' | 'stop'>> {
  const { databaseUrl, dataDir } = config
  const nothing = async () => {}
  if (databaseUrl !== undefined) {
    return { serviceUrl: databaseUrl, dataDir: undefined, stop: nothing }
  }
  const running = findRunningDatabase({ dataDir, defaultDataDir: DEFAULT_DATA_DIR })
  if (running !== undefined) return { ...running, stop: nothing }
  return openDatabase({ databaseUrl, databaseOwnerUrl: undefined, dataDir }, log)
}

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

async function grantService(ownerUrl: string, login: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`grant pastikan_service to ${sql(login)}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
