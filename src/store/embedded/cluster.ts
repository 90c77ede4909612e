import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import type { DataFolder } from './data-folder.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { runAs } from './server-account.ts'

export const OWNER_ROLE = 'pastikan_owner'

/**
 * Makes the cluster, whole or not at all: under another name first, so that a start that was killed
 * half way leaves nothing a later one would take for a database.
 */
export async function createCluster(
  { path, cluster, account }: DataFolder,
  binaries: PostgresBinaries,
  ownerPassword: string,
): Promise<void> {
  const draft = `${cluster}.partial`
  const passwordFile = join(path, '.initdb-password')
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  try {
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, ownerPassword, { mode: 0o600, flag: 'wx' })
    if (account !== undefined) {
      chownSync(draft, account.uid, account.gid)
      chownSync(passwordFile, account.uid, account.gid)
    }
    await runInitdb(binaries.initdb, account, [
      `--pgdata=${draft}`,
      `--username=${OWNER_ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8 needs no locale of the system and folds the case of every letter.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
    ])
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw new StartRefusal(
      `The database could not be created in ${path}: ${(error as Error).message}. See that the disk has room (about 100 MB) and can be written, or set DATA_DIR to another folder.`,
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function runInitdb(initdb: string, account: DataFolder['account'], flags: string[]) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(initdb, flags, {
      ...runAs(account),
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(telling(said) || `initdb ended with ${signal ?? code}`))
    })
  })
}

/** Refuses a folder that holds no database, or one of another major version or another user. */
export function checkCluster({ path, cluster }: DataFolder, { version }: PostgresBinaries): void {
  const file = join(cluster, 'PG_VERSION')
  let found: string
  try {
    found = readFileSync(file, 'utf8').trim()
  } catch (error) {
    const isOthers = (error as NodeJS.ErrnoException).code === 'EACCES'
    throw new StartRefusal(
      isOthers
        ? `The database in ${path} belongs to another user: start the service as the user who started it first (root, perhaps), or set DATA_DIR to another folder.`
        : `${cluster} exists but holds no database: move it away, or set DATA_DIR to another folder.`,
    )
  }
  const major = version.split('.')[0]
  if (found === major) return
  throw new StartRefusal(
    `The database in ${path} was made by PostgreSQL ${found}, and this service brings PostgreSQL ${major}, which cannot read it: dump it with the service's earlier version and restore it into a new DATA_DIR, or set DATABASE_URL to a PostgreSQL server.`,
  )
}

export const hasCluster = ({ cluster }: DataFolder) => existsSync(cluster)

/** None of our own environment: a stray PGDATA or PGOPTIONS would change the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env
  const windows = process.platform === 'win32' ? { SystemRoot, TEMP, TMP } : {}
  return { PATH, ...windows, LC_ALL: 'C', TZ: 'UTC' }
}

/** What of PostgreSQL's output says why it gave up. */
export function telling(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/\bLOG:/.test(line))
  // The first fault is the cause, later ones follow from it.
  const fault = lines.find((line) => /\b(?:FATAL|PANIC|ERROR|error):/.test(line))
  if (fault !== undefined) return fault.replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s+/, '').trim()
  return lines
    .slice(-3)
    .join(' ')
    .replace(/^postgres: /, '')
}
