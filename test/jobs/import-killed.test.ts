import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../src/store/database.ts'
import { type OpenedDatabase, openDatabase } from '../../src/store/open-database.ts'
import { findRegistryHead } from '../../src/store/registry-head.ts'
import { writeLargeCsv } from '../bench/large-list.ts'
import { type ImportProcess, startImport } from '../support/import-process.ts'

// Enough for several parts to be staged and for applying them to take a while.
const ROWS = 4_000
const STAGING = /Staged \d+ changes/
const APPLYING = /Recording \d+ changes in one statement/

let folder: string
let list: string
let server: OpenedDatabase
let running: ImportProcess | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pastikan-killed-'))
  chmodSync(folder, 0o711)
  list = join(folder, 'list.csv')
  await writeLargeCsv(list, ROWS)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A server of its own: the one of the test run is not to be killed.
beforeEach(async () => {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  chmodSync(dataDir, 0o711)
  server = await openDatabase(
    { databaseUrl: undefined, databaseOwnerUrl: undefined, dataDir },
    () => {},
  )
})

afterEach(async () => {
  running?.child.kill('SIGKILL')
  await running?.ended
  running = undefined
  await server.stop()
})

function importing(): ImportProcess {
  running = startImport(
    ['--source', 'src_rekaan', '--as-of', '2026-09-17', '--rows', '0', '--apply']
      .concat(['--publisher', 'Kantor Rekaan', '--title', 'Daftar rekaan'])
      .concat(list),
    { DATABASE_URL: server.serviceUrl, DATABASE_OWNER_URL: server.ownerUrl },
  )
  return running
}

const postmaster = () =>
  Number(readFileSync(join(server.dataDir!, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** Entries, agencies and licences recorded; asked until a server that was killed is back. */
async function recorded(): Promise<{ entries: number; agencies: number; granted: number }> {
  for (const deadline = Date.now() + 30_000; ; await sleep(200)) {
    const database = connect(server.serviceUrl, { max: 1 })
    try {
      const { size } = await findRegistryHead(database)
      const [row] = await database.sql`select
        (select count(*)::int from registry_log) as entries,
        (select count(*)::int from agencies) as agencies,
        (select count(*)::int from licence_events) as granted`
      expect(row?.entries).toBe(size)
      return { entries: size, agencies: Number(row?.agencies), granted: Number(row?.granted) }
    } catch (error) {
      if (Date.now() > deadline || (error as Error).name === 'AssertionError') throw error
    } finally {
      await database.close()
    }
  }
}

/** What was cut off while applying may have been committed: then it is there as a whole. */
function expectAllOrNothing({ entries, agencies, granted }: Awaited<ReturnType<typeof recorded>>) {
  expect([entries === 0, agencies, granted]).toEqual(
    entries === 0 ? [true, 0, 0] : [false, ROWS, ROWS],
  )
}

describe('an import that is killed', () => {
  test('has recorded nothing while it was staging, and the next one records all', async () => {
    const cut = importing()
    await cut.said(STAGING)
    cut.child.kill('SIGKILL')
    await cut.ended
    expect(await recorded()).toEqual({ entries: 0, agencies: 0, granted: 0 })

    const { code, stdout } = await importing().ended
    expect(stdout).toMatch(/Recorded \d+ changes/)
    expect(code).toBe(0)
    expect(await recorded()).toMatchObject({ agencies: ROWS, granted: ROWS })
  }, 300_000)

  test('has recorded all or nothing while it was applying', async () => {
    const cut = importing()
    await cut.said(APPLYING)
    await sleep(500)
    cut.child.kill('SIGKILL')
    await cut.ended
    // The server goes on with the statement, or ends it when it finds nobody to answer.
    for (let open = 1; open > 0; await sleep(200)) {
      const database = connect(server.ownerUrl, { max: 1 })
      const [row] = await database.sql`select count(*)::int as open from pg_stat_activity
        where query like '%registry_apply%' and state = 'active' and pid <> pg_backend_pid()`
      open = Number(row?.open)
      await database.close()
    }
    expectAllOrNothing(await recorded())
  }, 300_000)
})

describe('an import whose database server is killed', () => {
  test('fails in one line and has recorded nothing while it was staging', async () => {
    const cut = importing()
    await cut.said(STAGING)
    process.kill(postmaster(), 'SIGKILL')
    const { code, stderr } = await cut.ended
    expect(code).toBe(1)
    expect(stderr.trim().split('\n').at(-1)).toMatch(/recorded nothing|run again/)
    expect(await recorded()).toEqual({ entries: 0, agencies: 0, granted: 0 })
  }, 300_000)

  test('has recorded all or nothing while it was applying, and can be repeated', async () => {
    const cut = importing()
    await cut.said(APPLYING)
    await sleep(500)
    process.kill(postmaster(), 'SIGKILL')
    const { code } = await cut.ended
    const after = await recorded()
    expectAllOrNothing(after)
    expect(code === 0).toBe(after.entries > 0)

    const again = await importing().ended
    expect(again.code).toBe(0)
    expect(await recorded()).toMatchObject({ agencies: ROWS, granted: ROWS })
  }, 300_000)
})
