import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

const project = resolve(import.meta.dirname, '../..')
const COMMAND = resolve(project, 'src/jobs/person-command.ts')

let testDatabase: TestDatabase
beforeAll(async () => {
  testDatabase = await createTestDatabase()
})
afterAll(() => testDatabase.drop())

function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, ...args], {
    cwd: project,
    env: {
      ...process.env,
      DATABASE_URL: testDatabase.serviceUrl,
      DATABASE_OWNER_URL: testDatabase.ownerUrl,
      CHECK_HASH_KEY: 'only for tests: no service has this key',
      PUBLIC_URL: 'https://pastikan.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (part) => {
    stdout += part
  })
  child.stderr.on('data', (part) => {
    stderr += part
  })
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

const EMAIL = ['--email', 'pertama@contoh.example']

test('the first administrator is made by a command, which prints an invitation once', async () => {
  expect(await run('list')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nobody yet'),
  })
  const made = await run('create-administrator', ...EMAIL, '--name', 'Ibu Pertama')
  expect(made.code).toBe(0)
  expect(made.stdout).toMatch(/^https:\/\/pastikan\.example\/undangan#[\w-]{43}\n/)
  const again = await run('create-administrator', ...EMAIL, '--name', 'Ibu Pertama')
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('known already') })
  const { stdout } = await run('list')
  expect(stdout).toMatch(
    /^per_\w{16}\tpertama@contoh\.example\tIbu Pertama\tinvited\tadministrator\n$/,
  )
  const reset = await run('reset-second-factor', ...EMAIL)
  expect(reset.stdout).toMatch(/^https:\/\/pastikan\.example\/undangan#/)
  const disabled = await run('disable', ...EMAIL)
  expect(disabled).toMatchObject({ code: 0, stdout: expect.stringContaining('is disabled') })
}, 120_000)

test.each([
  [[], 'COMMAND is missing'],
  [['toString'], 'COMMAND is missing'],
  [['disable'], '--email is missing'],
  [['disable', '--email', 'x'], '--email is missing or wrong'],
  [['create-administrator', ...EMAIL], '--name is missing'],
] as [string[], string][])(
  'wrong use %j is told in the first line, and ends with 2',
  async (args, says) => {
    const { code, stderr } = await run(...args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)])
  },
)
