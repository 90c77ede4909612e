import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '../start-refusal.ts'
import { findProcess } from './running-process.ts'
import { canReach, type ServerAccount, serverAccountFor } from './server-account.ts'

/**
 * The folder of one embedded database. Beside the cluster itself it holds what belongs to the
 * service: the passwords, the server's log and the note of who uses the folder.
 */
export type DataFolder = {
  path: string
  cluster: string
  logFile: string
  account: ServerAccount | undefined
}

export type Passwords = { owner: string; service: string }

/** Who uses the folder: our process, and the database server that it started last. */
export type Claim = { pid: number; startedAt: string; server?: number; port?: number }

/**
 * Names the folder without making it. The default one gives way to one under /var/lib where root's
 * server cannot reach it; a cluster that exists is never left behind for a new one.
 */
export function locateDataFolder(dataDir: string | undefined, defaultDataDir: string): DataFolder {
  const wanted = folderAt(resolve(dataDir ?? defaultDataDir))
  const { path, cluster, account } = wanted
  if (account === undefined) return wanted

  const hasCluster = existsSync(cluster)
  if (dataDir === undefined && !hasCluster) {
    const checkout = createHash('sha256').update(path).digest('hex').slice(0, 12)
    const moved = folderAt(join('/var/lib/pastikan', checkout))
    if (existsSync(moved.cluster) || !canReach(path, account)) return moved
  }
  if (canReach(hasCluster ? cluster : path, account)) return wanted
  throw new StartRefusal(
    `${dataDir === undefined ? 'The database folder' : 'DATA_DIR'} ${path} cannot be reached by the user ${account.name}, as whom the database runs because PostgreSQL does not run as root: set DATA_DIR to a folder that this user can enter, such as one under /var/lib, or start the service as an ordinary user.`,
  )
}

function folderAt(path: string): DataFolder {
  const cluster = join(path, 'cluster')
  return {
    path,
    cluster,
    logFile: join(path, 'postgres.log'),
    account: serverAccountFor(cluster),
  }
}

/** Makes the folder if need be, and shows that it can be written. */
export function openDataFolder({ path, account }: DataFolder): void {
  try {
    // An account of its own passes through to its cluster, and cannot list what lies beside it.
    makeFolder(path, account === undefined ? 0o700 : 0o711)
    const probe = join(path, `.write-test-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = WRITE_FAULTS[code ?? ''] ?? message
    throw new StartRefusal(
      `The database folder ${path} cannot be written (${reason}): set DATA_DIR to a folder that this user can write, or DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

const WRITE_FAULTS: Record<string, string | undefined> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
}

/** Step by step: a recursive mkdir hides a read-only file system behind "no such file". */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return
  makeFolder(dirname(path), mode)
  mkdirSync(path)
  chmodSync(path, mode)
}

/** The passwords of an existing cluster, or new ones for a cluster that is still to be made. */
export function keepPasswords({ path, cluster }: DataFolder): Passwords {
  const file = join(path, 'passwords.json')
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      throw new StartRefusal(`${file} cannot be read, or is not the file the service wrote.`)
    }
  }
  if (existsSync(cluster)) {
    throw new StartRefusal(
      `${file} is missing, and without it the database in ${cluster} cannot be entered: put it back from a backup of ${path}, or set DATA_DIR to an empty folder.`,
    )
  }
  const passwords = {
    owner: randomBytes(24).toString('hex'),
    service: randomBytes(24).toString('hex'),
  }
  writeOwnFile(file, passwords)
  return passwords
}

/** Takes the folder for this process, and says what a dead holder had noted before. */
export async function claimDataFolder({ path }: DataFolder): Promise<Claim | undefined> {
  const file = claimFile(path)
  let previous: Claim | undefined
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(ourClaim()), { flag: 'wx', mode: 0o600 })
      giveToFolderOwner(file, path)
      return previous
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readClaim(path) ?? (await sleep(100).then(() => readClaim(path)))
    if (holder !== undefined && isAlive(holder)) refuseInUse(path, holder.pid)
    const aside = `${file}.${process.pid}`
    try {
      renameSync(file, aside)
    } catch {
      continue
    }
    // Two starts may have judged the same dead holder: the slower one must not take from the quicker.
    const taken = parseClaim(aside)
    if (taken !== undefined && isAlive(taken)) {
      renameSync(aside, file)
      refuseInUse(path, taken.pid)
    }
    rmSync(aside, { force: true })
    previous = holder
  }
}

export function noteServer({ path }: DataFolder, server: number, port: number): void {
  writeOwnFile(claimFile(path), { ...ourClaim(), server, port })
}

export function releaseDataFolder({ path }: DataFolder): void {
  if (readClaim(path)?.pid === process.pid) rmSync(claimFile(path), { force: true })
}

/** The claim of a service that runs now. */
export function findLiveClaim({ path }: DataFolder): Claim | undefined {
  const claim = readClaim(path)
  return claim !== undefined && isAlive(claim) ? claim : undefined
}

function refuseInUse(path: string, pid: number): never {
  throw new StartRefusal(
    `The database folder ${path} is already in use by another service, process ${pid}: stop that one, or set DATA_DIR to another folder.`,
  )
}

const claimFile = (path: string) => join(path, 'service.json')

const ourClaim = (): Claim => ({
  pid: process.pid,
  startedAt: findProcess(process.pid)?.startedAt ?? '',
})

const readClaim = (path: string) => parseClaim(claimFile(path))

function parseClaim(file: string): Claim | undefined {
  try {
    const claim = JSON.parse(readFileSync(file, 'utf8'))
    return Number.isSafeInteger(claim?.pid) ? claim : undefined
  } catch {
    return undefined
  }
}

function isAlive({ pid, startedAt }: Claim): boolean {
  const found = findProcess(pid)
  return found !== undefined && !found.isZombie && found.startedAt === startedAt
}

function writeOwnFile(file: string, content: object): void {
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true })
  giveToFolderOwner(draft, dirname(file))
  renameSync(draft, file)
}

/** What root writes in the folder of an ordinary user must not shut that user out later. */
export function giveToFolderOwner(file: string, folder: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  chownSync(file, uid, gid)
}
