import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourceRecorded } from '../../src/domain/change.ts'
import { connect, OWN_ROLE } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { findRegistryHead } from '../../src/store/registry-head.ts'
import { startImport } from '../support/import-process.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

let testDatabase: TestDatabase
let folder: string
let list: string

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'pastikan-command-'))
  list = join(folder, 'list.csv')
  writeFileSync(list, 'Perusahaan,Izin\nPT Rekaan Bahari Sentosa,9120000000011\n')
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await testDatabase.drop()
})

const run = (args: string[], more: Record<string, string> = {}) =>
  startImport(args, {
    DATABASE_URL: testDatabase.serviceUrl,
    DATABASE_OWNER_URL: testDatabase.ownerUrl,
    ...more,
  }).ended
const needed = ['--source', 'src_rekaan', '--as-of', '2026-03-02']

describe('the import command', () => {
  const WRONG: [string, string[], string][] = [
    ['--source is missing', ['--as-of', '2026-03-02', 'x.csv'], 'required'],
    ['--source rekaan is not', ['--source', 'rekaan', '--as-of', '2026-03-02', 'x'], 'no id'],
    ['--as-of is missing', ['--source', 'src_rekaan', 'x.csv'], 'required'],
    [
      '--as-of 2026-02-30 is no day',
      ['--source', 'src_a', '--as-of', '2026-02-30', 'x'],
      'no such day',
    ],
    [
      '--as-of 2999-01-01 lies in the future',
      ['--source', 'src_a', '--as-of', '2999-01-01', 'x'],
      'future',
    ],
    ['--kind pmi is not one of', [...needed, '--kind', 'pmi', 'x.csv'], 'unknown kind'],
    [
      '--columns nama=A is not column=heading',
      [...needed, '--columns', 'nama=A', 'x'],
      'unknown column',
    ],
    ['--publisher and --title go together', [...needed, '--title', 'A', 'x.csv'], 'half a source'],
    ['FILE is missing', needed, 'required'],
  ]
  test('names each wrong argument in its first line and ends with 2', async () => {
    for (const [says, args] of WRONG) {
      const { code, stderr } = await run(args)
      expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(says)])
    }
  }, 300_000)

  test('says in one line that a file is not there and ends with 1', async () => {
    const { code, stderr } = await run([...needed, join(folder, 'none.csv')])
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining('ENOENT')]])
  })

  test.each([
    ['DATABASE_URL', 'nowhere'],
    ['TIME_ZONE', 'Asia/Nowhere'],
  ])('refuses a wrong %s as the service does', async (name, value) => {
    const { code, stderr } = await run([...needed, list], { [name]: value })
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(new RegExp(`^${name}.* is not usable`)),
    ])
  })

  test('says what a database needs that this version has not prepared', async () => {
    const { code, stderr } = await run([...needed, list], { DATABASE_OWNER_URL: '' })
    expect([code, stderr]).toEqual([1, expect.stringContaining('give DATABASE_OWNER_URL')])
  })

  test('reads the columns named by hand and writes the report as JSON', async () => {
    const json = join(folder, 'report.json')
    const columns = ['--columns', 'name=Perusahaan,licence=Izin']
    const { code, stdout } = await run([...needed, ...columns, '--json', json, list])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing was recorded')
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      outcome: { is: 'dry_run' },
      as_of: '2026-03-02',
      summary: { rows: 1, classes: { new: 1 } },
      rows: [{ line: 2, class: 'new', name: 'PT Rekaan Bahari Sentosa' }],
    })
  })

  test('records nothing where people keep the register: a second person must approve it', async () => {
    const database = connect(testDatabase.ownerUrl, { role: OWN_ROLE })
    await recordChanges(database, 'test', [
      sourceRecorded({
        id: 'src_rekaan_dua',
        publisher: 'Kantor Rekaan',
        title: 'Daftar rekaan',
        kind: 'authority_list',
        freshForDays: 30,
        demonstration: true,
      }),
    ])
    await database.sql`insert into people (id, email, name)
      values ('per_penyetuju0000aaa', 'penyetuju@contoh.example', 'Penyetuju Contoh')`
    await database.sql`insert into role_grants (person_id, role, granted_by)
      values ('per_penyetuju0000aaa', 'approver', 'test')`
    const asked = ['--source', 'src_rekaan_dua', '--as-of', '2026-03-02', '--apply']
    const { code, stderr } = await run([...asked, list])
    expect([code, stderr]).toEqual([0, expect.stringContaining('wait for a second person')])
    const kept = await database.sql`
      select i.state, r.proposed_by from list_imports i
      join list_import_rounds r on r.import_id = i.id`
    expect([...kept]).toEqual([{ state: 'proposed', proposed_by: 'import' }])
    expect((await findRegistryHead(database)).size).toBe(1)
    await database.close()
  })
})
