import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeyUses } from '../../src/actions/key-uses.ts'
import { endKey, rotateKey } from '../../src/actions/manage-keys.ts'
import { createApp } from '../../src/app.ts'
import { addDays, day } from '../../src/domain/calendar-date.ts'
import type { KeyScope } from '../../src/domain/partner-key.ts'
import { newKeyText } from '../../src/key-text.ts'
import { LiveKeys } from '../../src/register/live-keys.ts'
import { serve } from '../../src/serve.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { listKeys } from '../../src/store/partner-keys.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { BY_TEST, issuedKey } from '../support/issued-key.ts'
import { keyChecksum } from '../support/key-checksum.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { problemOf } from './every-route.ts'

const QUESTION = '/v1/verify?licence=9900000000011'
const CHECK = JSON.stringify({ recruiter: { licence: '9900000000011' } })

let service: TestService
let instant = new Date('2026-11-24T03:12:08Z')
let today = day('2026-11-24')
const clock = { now: () => instant, today: () => today }
const { log, lines } = keptLog()

beforeAll(async () => {
  service = await startTestService({
    environment: { RATE_LIMIT_PER_MINUTE: '1000', TRUSTED_PROXIES: '127.0.0.1' },
    parts: { clock, log },
  })
})
afterAll(() => service.stop())

type Headers = Readonly<Record<string, string>>

function ask(path: string, headers: Headers = {}, init: RequestInit = {}): Promise<Response> {
  return fetch(`${service.url}${path}`, { ...init, headers })
}
const postCheck = (headers: Headers) =>
  ask(
    '/v1/checks',
    { 'Content-Type': 'application/json', ...headers },
    { method: 'POST', body: CHECK },
  )
const jsonOf = async (response: Response) => JSON.parse(await response.text())
const bearer = (text: string) => ({ Authorization: `Bearer ${text}` })

describe('a key', () => {
  test('counts against its own quota, named by its kind, and not against its address', async () => {
    const { headers } = await issuedKey(service, { quotaPerMinute: 3 })
    const first = await ask(QUESTION, headers)
    expect(first.status).toBe(200)
    expect(first.headers.get('ratelimit-policy')).toBe('"partner";q=3;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"partner";r=2;t=\d+$/)
    const before = (await ask(QUESTION)).headers.get('ratelimit')
    await ask(QUESTION, headers)
    await ask(QUESTION, headers)
    const refused = await ask(QUESTION, headers)
    await problemOf(refused, 429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const after = (await ask(QUESTION)).headers.get('ratelimit')
    const left = (header: string | null) => Number(/r=(\d+)/.exec(header ?? '')?.[1])
    expect(left(after)).toBe(left(before) - 1)
  })

  test('of a device is counted as one', async () => {
    const { headers } = await issuedKey(service, { scopes: ['device'], quotaPerMinute: 60 })
    const response = await ask(QUESTION, headers)
    expect(response.headers.get('ratelimit-policy')).toBe('"device";q=60;w=60')
  })

  test('that is noisy leaves the others their own', async () => {
    const noisy = await issuedKey(service, { quotaPerMinute: 10 })
    const quiet = await issuedKey(service, { quotaPerMinute: 10 })
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await ask(QUESTION, noisy.headers)).status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(10)
    expect((await ask(QUESTION, quiet.headers)).status).toBe(200)
    expect((await ask(QUESTION)).status).toBe(200)
  })
})

describe('a key that opens nothing', () => {
  test('is one answer, whatever is wrong with it', async () => {
    const known = await issuedKey(service)
    const expired = await issuedKey(service, { days: 1 })
    const revoked = await issuedKey(service)
    await endKey(service.dependencies, revoked.key.id, BY_TEST)
    const [, , id] = known.text.split('_')
    const other = newKeyText(false)
    const guessed = `pst_live_${id}_${'0'.repeat(32)}`
    const at = instant
    instant = new Date(at.getTime() + 25 * 3_600_000)
    const answers = await Promise.all(
      [
        bearer('pst_live_wrong'),
        bearer(`${known.text.slice(0, -1)}${known.text.endsWith('0') ? '1' : '0'}`),
        bearer(other.text),
        bearer(`${guessed}${keyChecksum(guessed)}`),
        bearer(expired.text),
        bearer(revoked.text),
        bearer(known.text.replace('live', 'test')),
        bearer(''),
        { Authorization: 'Basic bWl0cmE6a3VuY2k=' },
        { Authorization: known.text },
      ].map(async (headers) => {
        const response = await ask(QUESTION, headers)
        expect(response.headers.get('www-authenticate')).toBe('Bearer')
        return { ...(await problemOf(response, 401)), request_id: '' }
      }),
    )
    instant = at
    expect(answers[0]?.type).toBe('/problems/key-unusable')
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await ask(QUESTION, known.headers)).status).toBe(200)
  })

  test('counts against its address', async () => {
    const headers = { ...bearer('pst_live_x'), 'X-Forwarded-For': '198.51.100.9' }
    const [first, second] = [await ask(QUESTION, headers), await ask(QUESTION, headers)]
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=999;/)
    expect(second.headers.get('ratelimit')).toMatch(/^"default";r=998;/)
  })

  test('with a wrong checksum is refused without the database', async () => {
    const queries = countedQueries(service.database)
    const keys = new LiveKeys({ database: queries.database, now: clock.now, onFault: () => {} })
    const dependencies = { ...service.dependencies, keys }
    const counted = await serve(createApp(dependencies), dependencies)
    const { text } = await issuedKey(service)
    const wrong = text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')
    for (let turn = 0; turn < 20; turn++) {
      const response = await fetch(`${counted.url}${QUESTION}`, { headers: bearer(wrong) })
      expect(response.status).toBe(401)
    }
    expect(queries.count()).toBe(0)
    const response = await fetch(`${counted.url}${QUESTION}`, { headers: bearer(text) })
    expect(response.status).toBe(200)
    expect(queries.count()).toBe(1)
    await counted.stop()
  })
})

describe('a key in an address', () => {
  test.each([
    '/v1/verify?name=KEY',
    '/v1/verify?licence=9900000000011&key=KEY',
    '/v1/agencies/KEY',
    '/pemakaian?kunci=KEY',
    '/KEY',
  ])('%s is refused, and is in no log', async (path) => {
    const { text } = await issuedKey(service)
    lines.length = 0
    const response = await ask(path.replace('KEY', text), { Accept: 'text/html' })
    const body = await response.clone().text()
    const problem = await problemOf(response, 400)
    expect(problem.type).toBe('/problems/key-in-address')
    expect(body).not.toContain(text)
    expect(JSON.stringify(lines)).not.toContain(text.slice(18))
    expect(lines).toHaveLength(1)
  })
})

describe('the scopes of a key', () => {
  const ROUTES = {
    '/v1/verify': () => ['GET', QUESTION],
    '/v1/verify/batch': () => ['POST', '/v1/verify/batch'],
    '/v1/agencies': () => ['GET', '/v1/agencies'],
    '/v1/checks': () => ['POST', '/v1/checks'],
    '/v1/issued-documents': () => ['POST', '/v1/issued-documents'],
    '/v1/issued-documents/{type}/{number}': () => [
      'GET',
      '/v1/issued-documents/family_permission/X1?region=32.12.99.2001&issued_in=2026',
    ],
    '/v1/usage': () => ['GET', '/v1/usage'],
    '/v1/admin/me': () => ['GET', '/v1/admin/me'],
  } as const
  type Route = keyof typeof ROUTES
  const ALLOWED: Readonly<Record<KeyScope, readonly Route[]>> = {
    verify: [
      '/v1/verify',
      '/v1/verify/batch',
      '/v1/agencies',
      '/v1/issued-documents/{type}/{number}',
      '/v1/usage',
    ],
    checks: ['/v1/checks', '/v1/usage'],
    issued_documents: ['/v1/issued-documents', '/v1/issued-documents/{type}/{number}', '/v1/usage'],
    device: [
      '/v1/verify',
      '/v1/verify/batch',
      '/v1/agencies',
      '/v1/checks',
      '/v1/issued-documents/{type}/{number}',
      '/v1/usage',
    ],
  }
  const cells = (Object.keys(ALLOWED) as KeyScope[]).flatMap((scope) =>
    (Object.keys(ROUTES) as Route[]).map(
      (route) => [scope, ALLOWED[scope].includes(route) ? 'open' : 'close', route] as const,
    ),
  )

  test.each(cells)('%s %ss %s', async (scope, does, route) => {
    const { headers } = await issuedKey(service, { scopes: [scope] })
    const [method, path] = ROUTES[route]()
    const response = await ask(
      path ?? '',
      { ...headers, ...(method === 'POST' && { 'Content-Type': 'application/json' }) },
      { method: method ?? 'GET', ...(method === 'POST' && { body: '{}' }) },
    )
    if (does === 'close') {
      expect((await problemOf(response, 403)).type).toBe('/problems/key-not-allowed')
    } else {
      // An empty body is understood and wrong: the key let it through.
      expect(response.status).toBe(method === 'POST' ? 422 : 200)
    }
  })

  test('nothing is recorded, and no usage told, without a key', async () => {
    const record = await ask(
      '/v1/issued-documents',
      { 'Content-Type': 'application/json' },
      { method: 'POST', body: '{}' },
    )
    await problemOf(record, 401)
    await problemOf(await ask('/v1/usage'), 401)
  })
})

describe('a test key', () => {
  test('asks a demonstration register', async () => {
    const { text, headers } = await issuedKey(service, { isTest: true })
    expect(text).toMatch(/^pst_test_/)
    expect((await ask(QUESTION, headers)).status).toBe(200)
  })

  test('asks no other register, and records nothing there', async () => {
    const { headers } = await issuedKey(service, {
      isTest: true,
      scopes: ['issued_documents', 'verify'],
    })
    const config = { ...service.dependencies.config, seed: 'none' as const }
    const dependencies = { ...service.dependencies, config }
    const real = await serve(createApp(dependencies), dependencies)
    for (const [method, path] of [
      ['GET', QUESTION],
      ['POST', '/v1/issued-documents'],
    ] as const) {
      const response = await fetch(`${real.url}${path}`, { method, headers })
      const { type, detail } = await problemOf(response, 403)
      expect(type).toBe('/problems/key-not-allowed')
      expect(detail).toContain('pst_test_')
    }
    expect((await fetch(`${real.url}/v1/usage`, { headers })).status).toBe(200)
    await real.stop()
  })
})

describe('a revoked key', () => {
  test('is dead at once where it was revoked', async () => {
    const { key, headers } = await issuedKey(service)
    expect((await ask(QUESTION, headers)).status).toBe(200)
    expect(await endKey(service.dependencies, key.id, BY_TEST)).toBeUndefined()
    expect((await ask(QUESTION, headers)).status).toBe(401)
    expect(await endKey(service.dependencies, key.id, BY_TEST)).toEqual({ refused: 'not_live' })
    expect(await endKey(service.dependencies, 'nosuchid', BY_TEST)).toEqual({
      refused: 'not_found',
    })
  })

  test('is dead on another instance within five seconds, and usable there until it was', async () => {
    const { key, headers } = await issuedKey(service)
    const keys = new LiveKeys({ database: service.database, now: clock.now, onFault: () => {} })
    const dependencies = { ...service.dependencies, keys }
    const other = await serve(createApp(dependencies), dependencies)
    const there = async () => (await fetch(`${other.url}${QUESTION}`, { headers })).status
    expect(await there()).toBe(200)
    await endKey(service.dependencies, key.id, BY_TEST)
    const revokedAt = performance.now()
    while ((await there()) === 200) {
      expect(performance.now() - revokedAt).toBeLessThan(5_000)
      // Asked without a pause, the key's quota would end before the key.
      await pause(50)
    }
    expect(await there()).toBe(401)
    await other.stop()
  })
})

describe('rotating a key', () => {
  test('gives a second one like it, and ends the first after the overlap', async () => {
    const first = await issuedKey(service, { scopes: ['checks', 'verify'], quotaPerMinute: 77 })
    const rotated = await rotateKey(
      service.dependencies,
      first.key.id,
      { days: 100, overlapDays: 7 },
      BY_TEST,
    )
    if ('refused' in rotated) throw new Error(rotated.refused)
    expect(rotated.key).toMatchObject({
      partner: first.key.partner,
      scopes: ['checks', 'verify'],
      quotaPerMinute: 77,
    })
    expect(rotated.oldEndsAt).toEqual(new Date(instant.getTime() + 7 * 86_400_000))
    const both = [first.headers, bearer(rotated.text)]
    for (const headers of both) expect((await ask(QUESTION, headers)).status).toBe(200)
    const third = await rotateKey(
      service.dependencies,
      rotated.key.id,
      { days: 100, overlapDays: 7 },
      BY_TEST,
    )
    expect(third).toEqual({ refused: 'two_live_keys' })

    const at = instant
    instant = new Date(rotated.oldEndsAt.getTime() + 1000)
    const statuses = await Promise.all(both.map(async (h) => (await ask(QUESTION, h)).status))
    expect(statuses).toEqual([401, 200])
    const later = await rotateKey(
      service.dependencies,
      rotated.key.id,
      { days: 100, overlapDays: 1 },
      BY_TEST,
    )
    expect(later).not.toHaveProperty('refused')
    expect(
      await rotateKey(service.dependencies, first.key.id, { days: 1, overlapDays: 1 }, BY_TEST),
    ).toEqual({ refused: 'not_live' })
    instant = at
  })

  test('never leaves three live keys of one partner and scopes, however many are issued at once', async () => {
    const partner = 'Mitra Serentak'
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => issuedKey(service, { partner })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    const kept = (await listKeys(service.database)).filter((key) => key.partner === partner)
    expect(kept).toHaveLength(2)
    expect((await issuedKey(service, { partner, scopes: ['checks'] })).text).toMatch(/^pst_live_/)
    await endKey(service.dependencies, kept[0]?.id ?? '', BY_TEST)
    expect((await issuedKey(service, { partner })).text).toMatch(/^pst_live_/)
  })
})

describe('usage', () => {
  test('is told to the key itself: counts of a day, a class of routes and of statuses', async () => {
    const { key, headers } = await issuedKey(service, { scopes: ['verify', 'checks'] })
    for (let turn = 0; turn < 3; turn++) await ask(QUESTION, headers)
    await ask('/v1/verify', headers)
    await postCheck(headers)
    await service.dependencies.keyUses.write(service.database)
    await ask(QUESTION, headers)
    await service.dependencies.keyUses.write(service.database)
    const response = await ask('/v1/usage', headers)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const told = await jsonOf(response)
    expect(told).toMatchObject({ from: '2026-10-26', to: '2026-11-24' })
    expect(told.key).toEqual({
      id: key.id,
      partner: key.partner,
      kind: 'partner',
      scopes: ['checks', 'verify'],
      test: false,
      place: null,
      quota_per_minute: 600,
      issued_at: '2026-11-24T03:12:08.000Z',
      expires_at: '2027-11-24T03:12:08.000Z',
      last_used_at: '2026-11-24T03:12:00.000Z',
    })
    expect(told.uses).toEqual([
      { day: '2026-11-24', route_class: 'checks', status_class: '2xx', count: 1 },
      { day: '2026-11-24', route_class: 'lookups', status_class: '2xx', count: 4 },
      { day: '2026-11-24', route_class: 'lookups', status_class: '4xx', count: 1 },
    ])
  })

  test('of more than thirty days ago is not told', async () => {
    const { headers } = await issuedKey(service)
    await ask(QUESTION, headers)
    await service.dependencies.keyUses.write(service.database)
    const usesOn = async (days: number) => {
      today = addDays(day('2026-11-24'), days)
      const { uses } = await jsonOf(await ask('/v1/usage', headers))
      today = day('2026-11-24')
      return uses.filter((use: { day: string }) => use.day === '2026-11-24').length
    }
    expect(await usesOn(29)).toBe(1)
    expect(await usesOn(30)).toBe(0)
  })

  test('that cannot be written is kept for the next time', async () => {
    const { key } = await issuedKey(service)
    const uses = new KeyUses(clock)
    uses.count(key, 'lookups', 200)
    const nowhere = connect('postgresql://nobody@127.0.0.1:1/none')
    await expect(uses.write(nowhere)).rejects.toThrow()
    await nowhere.close()
    uses.count(key, 'lookups', 204)
    await uses.write(service.database)
    const [row] = await service.database.sql`
      select sum(count)::int as count from partner_key_uses where key_id = ${key.id}`
    expect(row?.count).toBe(2)
  })
})

describe('a service whose database is gone', () => {
  test('answers a lookup with a key as if by address, and lets nothing be kept', async () => {
    const { headers } = await issuedKey(service, { scopes: ['verify', 'checks'] })
    const database = connect('postgresql://nobody@127.0.0.1:1/none')
    const keys = new LiveKeys({ database, now: clock.now, onFault: () => {} })
    const dependencies = { ...service.dependencies, keys }
    const cut = await serve(createApp(dependencies), dependencies)
    const lookup = await fetch(`${cut.url}${QUESTION}`, { headers })
    expect(lookup.status).toBe(200)
    expect(lookup.headers.get('ratelimit-policy')).toMatch(/^"default"/)
    const check = await fetch(`${cut.url}/v1/checks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: CHECK,
    })
    await problemOf(check, 503)
    await cut.stop()
    await database.close()
  })
})

describe('the secret of a key', () => {
  test('is in no log line and in no table, and only its hash is kept', async () => {
    lines.length = 0
    const { key, text, headers } = await issuedKey(service, { scopes: ['verify', 'checks'] })
    await ask(QUESTION, headers)
    await postCheck({ ...headers, 'Idempotency-Key': 'canary' })
    await ask(`/v1/verify?name=${text}`, headers)
    await ask('/no/such/address', headers)
    await ask('/v1/checks', headers, { method: 'POST', body: text })
    await service.dependencies.keyUses.write(service.database)
    const secret = text.slice(18, 50)
    const { sql } = service.database
    const tables = await sql`select relname from pg_stat_user_tables where schemaname = 'public'`
    const rows = await Promise.all(
      tables.map(({ relname }) => sql`select t::text as row from ${sql(relname)} t`),
    )
    const dump = rows
      .flat()
      .map(({ row }) => row)
      .join('\n')
    expect(dump).toContain(key.secretHash.toString('hex'))
    expect(dump).not.toContain(secret)
    expect(JSON.stringify(lines)).not.toContain(secret)
    expect(lines).toContainEqual(expect.objectContaining({ route: '/v1/verify', key: key.id }))
  })
})

describe('the service’s own role', () => {
  test.each([
    "update partner_keys set secret_hash = repeat('0', 64)",
    "update partner_keys set scopes = 'issued_documents'",
    'update partner_keys set quota_per_minute = 1',
    'delete from partner_keys',
    'delete from partner_key_uses',
    "update partner_key_uses set day = '2020-01-01'",
  ])('may not %s', async (statement) => {
    await expect(service.database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })
})

/** The same database, with its queries counted. */
function countedQueries(database: Database) {
  let queries = 0
  const sql = new Proxy(database.sql, {
    apply(target, self, args) {
      if (String(args[0]?.[0]).trim().startsWith('select')) queries += 1
      return Reflect.apply(target, self, args)
    },
  })
  return { database: { ...database, sql }, count: () => queries }
}
