import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WireAnswer } from '../src/http/answer.ts'

// The service as `npm start` runs it: its own database, the demonstration, the signer of the log.

const project = resolve(import.meta.dirname, '..')
const started: ChildProcess[] = []
let folder: string
let madeAtFirst: string | undefined

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastikan-server-'))
  chmodSync(folder, 0o711)
})

afterAll(() => {
  for (const { pid } of started) endGroup(pid)
  rmSync(folder, { recursive: true, force: true })
})

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

interface Started {
  readonly child: ChildProcess
  readonly url: string
  /** Everything that it printed so far. */
  readonly said: () => string
}

async function start(): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: project,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches every process of the terminal's group, so it must have one of its own.
    detached: true,
  })
  started.push(child)
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const read = (text: string) => {
      said += text
      const [, address] = /answers at (\S+)/.exec(said) ?? []
      if (address !== undefined && said.includes('"job":"sign-log"')) found(address)
    }
    child.stdout?.setEncoding('utf8').on('data', read)
    child.stderr?.setEncoding('utf8').on('data', read)
    child.once('exit', (code) => failed(new Error(`exit code ${code}: ${said}`)))
  })
  return { child, url, said: () => said }
}

async function verify(url: string): Promise<{ verdict: string; madeAt: string | undefined }> {
  const answer = await fetch(`${url}/v1/verify?licence=9900000000011`)
  const { verdict } = (await answer.json()) as WireAnswer
  // The third part of the version is when the log's last entry was recorded: another database has another.
  return { verdict, madeAt: answer.headers.get('etag')?.split('.')[2] }
}

/** The server that runs on the folder. */
function postmaster(): number {
  return Number(readFileSync(join(folder, 'data/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the service, its database and its signer', () => {
  test.each([
    ['SIGTERM to the service', 'SIGTERM', (pid: number) => pid],
    ['Ctrl-C, which reaches all of them', 'SIGINT', (pid: number) => -pid],
  ] as const)(
    'end together and cleanly on %s, and begin again with what was kept',
    async (_, signal, whom) => {
      const { child, url, said } = await start()
      const { verdict, madeAt } = await verify(url)
      expect(verdict).toBe('legal')
      expect(madeAt).toMatch(/^\d{16}$/)
      madeAtFirst ??= madeAt
      expect(madeAt).toBe(madeAtFirst)
      const database = postmaster()
      expect(isAlive(database)).toBe(true)

      const exit = once(child, 'exit')
      process.kill(whom(child.pid ?? Number.NaN), signal)

      // Whatever had to be forced after 15 seconds ends with code 1.
      expect(await exit, said()).toEqual([0, null])
      expect(isAlive(database)).toBe(false)
      expect(said()).not.toContain('"level":50')
    },
  )
})
