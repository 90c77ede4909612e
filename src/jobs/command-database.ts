import type { Config } from '../config.ts'
import { findRunningDatabase } from '../store/embedded-database.ts'
import { DEFAULT_DATA_DIR, openDatabase } from '../store/open-database.ts'

interface CommandDatabase {
  /** The login of DATABASE_URL, or the owner's of the embedded database. */
  readonly url: string
  readonly ownerUrl: string
  /** Where the service's own files are kept. */
  readonly folder: string
  stop(): Promise<void>
}

/** The database of DATABASE_URL as it is, that of the service that runs here, or one started for the command. */
export async function openCommandDatabase(
  config: Config,
  say: (line: string) => void,
): Promise<CommandDatabase> {
  const { databaseUrl: url, databaseOwnerUrl, dataDir } = config
  const stop = async () => {}
  if (url !== undefined) {
    return { url, ownerUrl: databaseOwnerUrl ?? url, folder: dataDir ?? DEFAULT_DATA_DIR, stop }
  }
  const running = findRunningDatabase({ dataDir, defaultDataDir: DEFAULT_DATA_DIR })
  if (running !== undefined) {
    return { url: running.ownerUrl, ownerUrl: running.ownerUrl, folder: running.dataDir, stop }
  }
  const opened = await openDatabase(config, say)
  return {
    url: opened.ownerUrl,
    ownerUrl: opened.ownerUrl,
    folder: opened.dataDir ?? DEFAULT_DATA_DIR,
    stop: () => opened.stop(),
  }
}
