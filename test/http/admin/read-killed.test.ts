import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReference } from '../../../src/actions/issue-receipt.ts'
import { readCheckCode } from '../../../src/domain/check-code.ts'
import { keyedHash } from '../../../src/keyed-hash.ts'
import { sameDayClock } from '../../support/asked.ts'
import { signInAs } from '../../support/signed-in.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

const HASH_KEY = 'only for tests: no service has this key'
const SERVER = resolve(import.meta.dirname, '../../../src/server.ts')
const CHECKS = 30
/** Of these so many are read one by one, and surely answered, before the others are at once. */
const READ_FIRST = 3
/** After so many lines in the trail the process is killed, one round each. */
const KILLED_AFTER = [4, 9, 18]

let service: TestService
let owner: postgres.Sql
const folder = mkdtempSync(join(tmpdir(), 'pastikan-killed-'))
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock, hash: keyedHash(HASH_KEY) } })
  owner = postgres(service.testDatabase.ownerUrl, { max: 2, onnotice: () => {} })
  // Told at the commit: that is between the line in the trail and the answer.
  await owner`create function tell_read() returns trigger language plpgsql as $$
    begin perform pg_notify('check_read', new.subject); return null; end $$`
  await owner`create trigger tell_read after insert on audit_events for each row
    when (new.action = 'check.read') execute function tell_read()`
})
afterAll(async () => {
  await owner.end()
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The service as a process of its own, on the same database, and where it answers. */
async function startProcess(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    env: {
      ...process.env,
      DATABASE_OWNER_URL: service.testDatabase.ownerUrl,
      DATABASE_URL: service.testDatabase.serviceUrl,
      DATA_DIR: folder,
      SEED: 'none',
      PORT: '0',
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
      CHECK_HASH_KEY: HASH_KEY,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /answers at (\S+)/.exec(line)?.[1]
    if (url !== undefined) return { child, url }
  }
  throw new Error('the service did not start')
}

async function newCheck(): Promise<{ code: string; reference: string }> {
  const response = await fetch(`${service.url}/v1/checks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ recruiter: { licence: '9900000000011' } }),
  })
  const { code } = (await response.json()) as { code: string }
  const codeHash = service.dependencies.hash.of('check-code', readCheckCode(code) ?? '')
  return { code, reference: checkReference({ codeHash }) }
}

test('R38: a service that is killed has written down every stored check that it delivered', async () => {
  const reader = await signInAs(service, { roles: [{ role: 'reader' }] })
  for (const killedAfter of KILLED_AFTER) {
    const checks = await Promise.all(Array.from({ length: CHECKS }, newCheck))
    const { child, url } = await startProcess()
    const ended = once(child, 'exit')
    let written = 0
    const listening = await owner.listen('check_read', () => {
      written += 1
      if (written === killedAfter) child.kill('SIGKILL')
    })
    const read = async ({ code, reference }: (typeof checks)[number]) => {
      try {
        const headers = { Cookie: reader.cookie }
        const response = await fetch(`${url}/v1/checks/${code}`, { headers })
        await response.json()
        if (response.ok) delivered.push(reference)
      } catch {
        // The process is gone: nothing whole was delivered.
      }
    }
    const delivered: string[] = []
    for (const check of checks.slice(0, READ_FIRST)) await read(check)
    await Promise.all(checks.slice(READ_FIRST).map(read))
    await ended
    await listening.unlisten()

    const rows = await owner`select subject from audit_events
      where action = 'check.read' and actor_id = ${reader.id}`
    const kept = new Set(rows.map(({ subject }) => subject))
    expect(delivered.filter((reference) => !kept.has(reference))).toEqual([])
    expect(delivered.length).toBeGreaterThanOrEqual(READ_FIRST)
    expect(delivered.length).toBeLessThan(CHECKS)
  }
})
