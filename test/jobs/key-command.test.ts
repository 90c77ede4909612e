import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function key(...args: string[]): Promise<Ended> {
  const environment = {
    ...process.env,
    DATABASE_URL: service.testDatabase.serviceUrl,
    DATABASE_OWNER_URL: service.testDatabase.ownerUrl,
  }
  const command = ['--import', 'tsx', 'src/jobs/key-command.ts', ...args]
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, {
      env: environment,
    })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as Ended
    return { code, stdout, stderr }
  }
}

describe('npm run key', () => {
  test('issues, lists, rotates and revokes', async () => {
    const issued = await key(
      ...['issue', '--partner', 'Desa Uji', '--scopes', 'issued_documents,verify'],
      ...['--place', 'ID/32.12', '--days', '30', '--quota', '90'],
    )
    expect(issued.stdout).toMatch(/^pst_live_[0-9a-z]{8}_\w{38}\n$/)
    const secret = issued.stdout.trim()
    const id = secret.slice(9, 17)
    const headers = { Authorization: `Bearer ${secret}` }
    const told = JSON.parse(await (await fetch(`${service.url}/v1/usage`, { headers })).text())
    expect(told.key).toMatchObject({
      partner: 'Desa Uji',
      place: { country: 'ID', region: '32.12' },
      quota_per_minute: 90,
    })
    const rotated = await key('rotate', id, '--overlap-days', '3')
    expect(rotated.stdout).toMatch(/^pst_live_/)
    expect((await key('rotate', id)).code).toBe(1)
    expect((await key('revoke', id)).code).toBe(0)
    const list = await key('list')
    expect(list.stdout).toContain(`${id}\tlive\trevoked\tDesa Uji\tissued_documents,verify`)
    expect(list.stdout.split('\n').filter((line) => line.includes('Desa Uji'))).toHaveLength(2)
    expect(list.stdout + list.stderr).not.toContain(secret.slice(18))
  }, 300_000)

  test('says how it is used when it is used wrongly', async () => {
    const letters = ['issue', '--partner', 'A', '--scopes', 'issued_documents']
    for (const args of [[], letters, ['issue', '--partner', 'A', '--scopes', 'all']]) {
      const { code, stdout, stderr } = await key(...args)
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('usage: npm run key')])
    }
  }, 300_000)
})
