import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import type { WireAnswer } from '../../src/http/answer.ts'
import { problemOf } from '../http/every-route.ts'
import { type DatabaseProxy, PROXY_FAULTS, startDatabaseProxy } from '../support/database-proxy.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

/** A request takes no longer, whatever the database does. */
const MOST_MS = 2_500
/** From the return of the database to the first right answer. */
const MOST_MS_TO_RECOVER = 1_500
const OUTAGE_MS = 1_800

const LICENSED = '9900000000011'
const REVOKED = '9900000000066'

let service: TestService
let proxy: DatabaseProxy
beforeAll(async () => {
  service = await startTestService({
    reach: async (url) => {
      proxy = await startDatabaseProxy(url)
      return proxy.url
    },
  })
})
afterAll(async () => {
  await proxy.become('pass')
  await service.stop()
  await proxy.stop()
})

interface Asked {
  readonly status: number
  readonly ms: number
  readonly answer: WireAnswer
}

async function ask(licence: string, url = service.url): Promise<Asked> {
  const startedAt = performance.now()
  const response = await fetch(`${url}/v1/verify?licence=${licence}`, {
    signal: AbortSignal.timeout(10_000),
  })
  const answer = (await response.json()) as WireAnswer
  return { status: response.status, ms: performance.now() - startedAt, answer }
}

/** The first answer from a register that has caught up; until then good news is withheld. */
async function askCaughtUp(licence: string): Promise<WireAnswer> {
  for (;;) {
    const { answer } = await ask(licence)
    if (answer.registry.current) return answer
    expect(answer.verdict).not.toBe('legal')
  }
}

async function askUntil(isOver: () => boolean, licence: string): Promise<Asked[]> {
  const all: Asked[] = []
  while (!isOver()) {
    all.push(...(await Promise.all([ask(licence), ask(licence), ask(licence)])))
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return all
}

describe.each(PROXY_FAULTS)('while the way to the database fails by %s', (fault) => {
  let good: Asked[] = []
  let bad: Asked[] = []
  let connectionsASecond = 0
  let recoveredAfter = Number.POSITIVE_INFINITY

  beforeAll(async () => {
    expect((await askCaughtUp(LICENSED)).verdict).toBe('legal')
    const before = proxy.connections
    await proxy.become(fault)
    const startedAt = performance.now()
    const isOver = () => performance.now() - startedAt > OUTAGE_MS
    ;[good, bad] = await Promise.all([askUntil(isOver, LICENSED), askUntil(isOver, REVOKED)])
    connectionsASecond = ((proxy.connections - before) * 1000) / (performance.now() - startedAt)

    await proxy.become('pass')
    const backAt = performance.now()
    while (performance.now() - backAt < 5_000) {
      const { answer } = await ask(LICENSED)
      if (answer.verdict === 'legal') {
        recoveredAfter = performance.now() - backAt
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })

  test('nobody is said to be legal, and the reason is that the register may be behind', () => {
    expect(good.length).toBeGreaterThan(3)
    for (const { status, answer } of good) {
      expect(status).toBe(200)
      expect(answer.verdict).toBe('cannot_confirm')
      expect(answer.registry.current).toBe(false)
      expect(answer.findings[0]).toMatchObject({ outcome: 'stale', effect: 'cannot_confirm' })
    }
  })

  test('bad news stays', () => {
    expect(bad.length).toBeGreaterThan(3)
    for (const { status, answer } of bad) {
      expect(status).toBe(200)
      expect(answer.verdict).toBe('not_legal')
      expect(answer.agency?.status).toBe('revoked')
    }
  })

  test('no request waits long', () => {
    expect(Math.max(...[...good, ...bad].map(({ ms }) => ms))).toBeLessThan(MOST_MS)
  })

  test('the database is not stormed', () => {
    expect(connectionsASecond).toBeLessThan(20)
  })

  test('its return is noticed by itself', () => {
    expect(recoveredAfter).toBeLessThan(MOST_MS_TO_RECOVER)
  })
})

describe('a database that answers how far the log goes but not what it holds', () => {
  test('delays nobody, and what was recorded meanwhile cannot be answered legal', async () => {
    await service.record(
      licenceEventRecorded('agy_contoh02', {
        id: 'evt_revoked02',
        licenceId: 'lic_contoh02',
        type: 'revoked',
        effectiveOn: day('2026-11-20'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    const owner = postgres(service.testDatabase.ownerUrl, { max: 1 })
    const held = await owner.reserve()
    await held`begin`
    await held`lock table agency_names in access exclusive mode`
    const meanwhile = await Promise.all(
      ['99000000000280001', LICENSED, REVOKED].map((licence) => ask(licence)),
    )
    await held`rollback`
    held.release()
    await owner.end()

    expect(meanwhile.map(({ answer }) => answer.verdict)).toEqual([
      'cannot_confirm',
      'cannot_confirm',
      'not_legal',
    ])
    expect(Math.max(...meanwhile.map(({ ms }) => ms))).toBeLessThan(MOST_MS)
    expect((await askCaughtUp('99000000000280001')).verdict).toBe('not_legal')
    expect((await askCaughtUp(LICENSED)).verdict).toBe('legal')
  })
})

describe('a service that has never read the register', () => {
  test('answers no question, says so, and begins by itself', async () => {
    let early: DatabaseProxy | undefined
    const started = await startTestService({
      reach: async (url) => {
        early = await startDatabaseProxy(url)
        await early.become('refuse')
        return early.url
      },
    })
    const paths = [
      `/v1/verify?licence=${LICENSED}`,
      `/v1/licences/${LICENSED}`,
      '/v1/agencies',
      '/v1/agencies/agy_contoh01',
      '/v1/agencies/agy_contoh01/history',
      '/v1/sources',
      '/v1/suggest?q=contoh',
    ]
    for (const path of paths) {
      const response = await fetch(`${started.url}${path}`)
      await problemOf(response, 503)
      expect(Number(response.headers.get('retry-after')), path).toBeGreaterThan(0)
    }
    const batch = await fetch(`${started.url}/v1/verify/batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ items: [{ key: 'a', licence: LICENSED }] }),
    })
    await problemOf(batch, 503)
    expect((await fetch(`${started.url}/livez`)).status).toBe(200)
    expect((await fetch(`${started.url}/v1/rules`)).status).toBe(200)

    await early?.become('pass')
    await expect
      .poll(async () => (await ask(LICENSED, started.url)).answer.verdict, { timeout: 3_000 })
      .toBe('legal')
    await started.stop()
    await early?.stop()
  })
})

describe('connections that are killed on the server', () => {
  test('cost at most a moment of good news, never a wrong answer', async () => {
    const owner = postgres(service.testDatabase.ownerUrl, { max: 1 })
    const until = performance.now() + 1_500
    const asking = askUntil(() => performance.now() > until, LICENSED)
    while (performance.now() < until) {
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await owner.end()
    for (const { status, answer, ms } of await asking) {
      expect(status).toBe(200)
      expect(answer.verdict).toBe(answer.registry.current ? 'legal' : 'cannot_confirm')
      expect(ms).toBeLessThan(MOST_MS)
    }
    await expect
      .poll(async () => (await ask(LICENSED)).answer.verdict, { timeout: 3_000 })
      .toBe('legal')
  })
})
