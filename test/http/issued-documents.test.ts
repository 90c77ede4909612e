import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { completeTableRecorded } from '../../src/domain/change-rules.ts'
import { purgeExpiredChecks } from '../../src/jobs/purge-checks.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { issuedKey } from '../support/issued-key.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { problemOf } from './every-route.ts'

const CANARY_NIK = '3212999912340007'
const CANARY_NUMBER = 'KENARI/474/2026'
const VILLAGE = '32.12.99.2001'
const SOURCE = 'src_contoh_keputusan'

let service: TestService
let instant = new Date('2026-11-24T03:12:08Z')
const today = day('2026-11-24')
const clock = { now: () => instant, today: () => today }
const { log, lines } = keptLog()
let office: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  service = await startTestService({ parts: { clock, log } })
  const { headers } = await issuedKey(service, {
    scopes: ['issued_documents'],
    quotaPerMinute: 60_000,
  })
  office = headers
})
afterAll(() => service.stop())

let serial = 0
function letter(more: Readonly<Record<string, unknown>> = {}) {
  serial += 1
  return {
    type: 'family_permission',
    number: `UJI/474/${serial}/2026`,
    issuer_region: VILLAGE,
    issued_on: '2026-11-20',
    source: SOURCE,
    ...more,
  }
}

type Headers = Readonly<Record<string, string>>
function post(path: string, body: unknown, headers: Headers = office): Promise<Response> {
  return fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
const record = (body: unknown, headers: Headers = {}) =>
  post('/v1/issued-documents', body, { ...office, ...headers })
const jsonOf = async (response: Response) => JSON.parse(await response.text())

async function recorded(body: unknown, headers: Headers = {}) {
  const response = await record(body, headers)
  expect(response.status).toBe(201)
  return { ...(await jsonOf(response)), etag: response.headers.get('etag') ?? '' }
}

async function lookUp(number: string, more = `region=${VILLAGE}&issued_in=2026`) {
  const response = await fetch(
    `${service.url}/v1/issued-documents/family_permission/${encodeURIComponent(number)}?${more}`,
  )
  expect(response.status).toBe(200)
  return jsonOf(response)
}

async function countOf(table: string): Promise<number> {
  const { sql } = service.database
  return Number((await sql`select count(*) as n from ${sql(table)}`)[0]?.n)
}

/** What the full check says of one letter. */
async function papersOf(document: Readonly<Record<string, unknown>>, worker = {}) {
  const response = await post(
    '/v1/checks',
    {
      recruiter: { licence: '9900000000011' },
      placement: { scheme: 'p_to_p', destination: 'TW' },
      worker,
      documents: [{ type: 'family_permission', issuer_region: VILLAGE, ...document }],
    },
    {},
  )
  expect(response.status).toBe(200)
  const { findings } = await jsonOf(response)
  return findings
    .map(({ code }: { code: string }) => code)
    .filter((code: string) => /book|withdrawn|holder/.test(code))
}

describe('a letter that an office records', () => {
  test('is found by who holds it, with its day and nothing of its holder', async () => {
    const body = letter({ holder_nik: CANARY_NIK })
    expect(await lookUp(body.number)).toMatchObject({ state: 'not_recorded', issued_on: null })
    const { id, entry, etag, ...rest } = await recorded(body)
    expect(id).toMatch(/^isd_[0-9a-f]{24}$/)
    expect(etag).toBe(`"${entry}"`)
    expect(rest).toMatchObject({
      type: 'family_permission',
      issuer_region: VILLAGE,
      issued_on: '2026-11-20',
      withdrawn_on: null,
      has_holder: true,
      source: SOURCE,
    })
    const found = await lookUp(body.number.toLowerCase().replaceAll('/', '-'))
    expect(found).toEqual({
      type: 'family_permission',
      issuer_region: VILLAGE,
      issued_in: 2026,
      state: 'recorded',
      issued_on: '2026-11-20',
      withdrawn_on: null,
      says: expect.any(String),
      registry: expect.objectContaining({ demonstration: true }),
    })
    const other = await lookUp(body.number, 'region=32.12.99.2002&issued_in=2026')
    expect(other.state).toBe('not_recorded')
    expect((await lookUp(body.number, `region=${VILLAGE}&issued_in=2025`)).state).toBe(
      'not_recorded',
    )
    expect(Object.keys(other)).toEqual(Object.keys(found))
  })

  test('is confirmed by a check, and one that was never recorded is not found', async () => {
    const body = letter({ holder_nik: CANARY_NIK })
    await recorded(body)
    expect(await papersOf({ number: body.number })).toEqual([])
    expect(await papersOf({ number: body.number }, { nik: CANARY_NIK })).toEqual([])
    expect(await papersOf({ number: body.number }, { nik: '3212999912340008' })).toEqual([
      'documents.of_other_holder',
    ])
    expect(await papersOf({ number: 'UJI/474/TAKADA/2026' })).toEqual([
      'documents.not_in_issuers_book',
    ])
    const noBook = { number: 'UJI/474/TAKADA/2026', issuer_region: '32.12.99.2002' }
    expect(await papersOf(noBook), 'of an office whose book is not complete').toEqual([])
  })

  test('of last year does not confirm one of this year', async () => {
    const body = letter({ issued_on: '2025-03-01' })
    await recorded(body)
    expect(await papersOf({ number: body.number, issued_on: '2026-11-20' })).toEqual([
      'documents.not_in_issuers_book',
    ])
    expect(await papersOf({ number: body.number, issued_on: '2025-03-01' })).toEqual([])
  })

  test('is contradicted once it is withdrawn', async () => {
    const body = letter()
    const { id, etag } = await recorded(body)
    const withdrawal = await post(
      `/v1/issued-documents/${id}/withdrawal`,
      { source: SOURCE },
      { ...office, 'If-Match': etag },
    )
    expect(withdrawal.status).toBe(200)
    expect(await jsonOf(withdrawal)).toMatchObject({ id, withdrawn_on: '2026-11-24' })
    expect(await papersOf({ number: body.number })).toEqual(['documents.withdrawn_by_issuer'])
    expect(await lookUp(body.number)).toMatchObject({
      state: 'withdrawn',
      issued_on: '2026-11-20',
      withdrawn_on: '2026-11-24',
    })
  })

  test('is confirmed or found missing at once in a book that was declared complete', async () => {
    const region = '32.12.99.2003'
    const number = 'UJI/BARU/1'
    expect(await papersOf({ number, issuer_region: region })).toEqual([])
    await service.record(
      completeTableRecorded({
        id: 'cpl_uji',
        validFrom: day('2026-01-01'),
        validUntil: null,
        instrument: null,
        instrumentOn: null,
        url: null,
        confidence: 'statement',
        sourceId: SOURCE,
        table: 'issued_documents',
        agencyId: null,
        destination: null,
        documentType: null,
        issuerRegion: region,
      }),
    )
    expect(await papersOf({ number, issuer_region: region })).toEqual([
      'documents.not_in_issuers_book',
    ])
    await recorded(letter({ number, issuer_region: region }))
    expect(await papersOf({ number, issuer_region: region })).toEqual([])
  })
})

describe('recording a letter', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a passport', { type: 'passport' }, '/type'],
    ['an identity card', { type: 'identity_card' }, '/type'],
    ['a NIK for its number', { number: '3212 9999 1234 0007' }, '/number'],
    ['a number without letters or digits', { number: '///' }, '/number'],
    ['letters that turn the line round', { number: 'A\u202eB' }, '/number'],
    ['a region in words', { issuer_region: 'Indramayu' }, '/issuer_region'],
    ['a region without dots', { issuer_region: '3212992001' }, '/issuer_region'],
    ['tomorrow', { issued_on: '2026-11-25' }, '/issued_on'],
    ['a day that is none', { issued_on: '2026-02-30' }, '/issued_on'],
    ['half a NIK', { holder_nik: '32129999' }, '/holder_nik'],
    ['an unknown source', { source: 'src_tidak_ada' }, '/source'],
    ['a status of its own', { withdrawn_on: null }, '/withdrawn_on'],
  ])('refuses %s, naming the field', async (_what, more, pointer) => {
    const before = await countOf('registry_log')
    const { errors } = await problemOf(await record(letter(more)), 422)
    expect(errors).toContainEqual(expect.objectContaining({ pointer }))
    expect(await countOf('registry_log')).toBe(before)
  })

  test.each([
    ['another district', '32.13.01.2001', 403],
    ['another province', '33.12.99.2001', 403],
    ['a district whose code begins alike', '32.1', 422],
    ['the province itself', '32', 403],
    ['its own village', '32.12.01.2001', 201],
    ['its own district', '32.12', 201],
  ])('of %s (%s) with a key for 32.12: %i', async (_what, region, status) => {
    expect((await record(letter({ issuer_region: region }))).status).toBe(status)
  })

  test('the same number of the same office and year twice is a conflict, of the next year is not', async () => {
    const body = letter()
    await recorded(body)
    await problemOf(await record({ ...body, number: ` ${body.number.toLowerCase()}` }), 409)
    await recorded({ ...body, issued_on: '2025-12-31' })
  })

  test('of one number twenty times at once records one', async () => {
    const body = letter()
    const before = await countOf('registry_log')
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await record(body)).status),
    )
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
    expect(await countOf('registry_log')).toBe(before + 1)
  })
})

describe('an Idempotency-Key for a letter', () => {
  test('gives the same answer again and records once', async () => {
    const body = letter({ holder_nik: CANARY_NIK })
    const before = await countOf('registry_log')
    const first = await record(body, { 'Idempotency-Key': 'surat-1' })
    const text = await first.text()
    const again = await record(body, { 'Idempotency-Key': 'surat-1' })
    expect([again.status, await again.text()]).toEqual([201, text])
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await countOf('registry_log')).toBe(before + 1)
  })

  test('sent twenty times at once leads to one entry', async () => {
    const body = letter()
    const before = await countOf('registry_log')
    const all = await Promise.all(
      Array.from({ length: 20 }, () => record(body, { 'Idempotency-Key': 'dua-puluh' })),
    )
    const statuses = all.map(({ status }) => status)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    const texts = await Promise.all(
      all.filter(({ status }) => status === 201).map((response) => response.text()),
    )
    expect(new Set(texts).size).toBe(1)
    const refused = all.find(({ status }) => status === 409)
    if (refused) expect((await problemOf(refused, 409)).type).toBe('/problems/request-in-progress')
    expect(await countOf('registry_log')).toBe(before + 1)
  })

  test('of another body is refused, also when only the holder differs', async () => {
    const body = letter({ holder_nik: CANARY_NIK })
    await recorded(body, { 'Idempotency-Key': 'surat-2' })
    for (const other of [letter(), { ...body, holder_nik: '3212999912340008' }]) {
      const response = await record(other, { 'Idempotency-Key': 'surat-2' })
      expect((await problemOf(response, 422)).type).toBe('/problems/idempotency-key-reused')
    }
  })

  test('of another key, and of a check, is another one', async () => {
    const { headers } = await issuedKey(service, { scopes: ['issued_documents', 'checks'] })
    const [mine, theirs] = [
      await recorded(letter(), { 'Idempotency-Key': 'sama' }),
      await recorded(letter(), { 'Idempotency-Key': 'sama', ...headers }),
    ]
    expect(mine.id).not.toBe(theirs.id)
    const check = await post(
      '/v1/checks',
      { recruiter: { licence: '9900000000011' } },
      { 'Idempotency-Key': 'sama', ...headers },
    )
    expect(check.status).toBe(200)
  })

  test('stays free when nothing was recorded', async () => {
    const body = letter()
    await recorded(body)
    await problemOf(await record(body, { 'Idempotency-Key': 'bebas' }), 409)
    await recorded(letter(), { 'Idempotency-Key': 'bebas' })
  })

  test('is forgotten after 24 hours, and by the purge', async () => {
    const body = letter()
    await recorded(body, { 'Idempotency-Key': 'lama' })
    const at = instant
    instant = new Date(at.getTime() + 24 * 3_600_000 - 1000)
    await recorded(body, { 'Idempotency-Key': 'lama' })
    instant = new Date(at.getTime() + 24 * 3_600_000)
    await problemOf(await record(body, { 'Idempotency-Key': 'lama' }), 409)
    await purgeExpiredChecks(service.dependencies)
    instant = at
    expect(await countOf('recording_keys')).toBe(0)
  })

  test.each(['', 'a b', 'x'.repeat(256)])('such as %.10j is refused', async (key) => {
    await problemOf(await record(letter(), { 'Idempotency-Key': key }), 400)
  })
})

describe('withdrawing and correcting', () => {
  const DOORS = [
    ['withdrawal', () => ({ source: SOURCE })],
    ['correction', () => letter()],
  ] as const

  test.each(DOORS)('%s needs what was read last', async (door, body) => {
    const { id, etag } = await recorded(letter())
    const to = `/v1/issued-documents/${id}/${door}`
    await problemOf(await post(to, body()), 428)
    for (const stale of ['"1"', 'W/"1"', '*', 'x', '"999999"']) {
      await problemOf(await post(to, body(), { ...office, 'If-Match': stale }), 412)
    }
    expect((await post(to, body(), { ...office, 'If-Match': etag })).status).toBe(200)
    await problemOf(await post(to, body(), { ...office, 'If-Match': etag }), 412)
  })

  test.each(DOORS)('%s of a letter that is not there is 404', async (door, body) => {
    const to = `/v1/issued-documents/isd_tidakada/${door}`
    await problemOf(await post(to, body(), { ...office, 'If-Match': '"1"' }), 404)
  })

  test.each(DOORS)('%s by a key for another place is refused', async (door, body) => {
    const { id, etag } = await recorded(letter())
    const { headers } = await issuedKey(service, {
      scopes: ['issued_documents'],
      place: { country: 'ID', region: '32.13' },
    })
    const to = `/v1/issued-documents/${id}/${door}`
    await problemOf(await post(to, body(), { ...headers, 'If-Match': etag }), 403)
  })

  test('twenty at once, one is done', async () => {
    const { id, etag } = await recorded(letter())
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const [door, body] = DOORS[at % 2] ?? DOORS[0]
        const to = `/v1/issued-documents/${id}/${door}`
        return (await post(to, body(), { ...office, 'If-Match': etag })).status
      }),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 412)).toHaveLength(19)
  })

  test('a withdrawal is no earlier than the letter and no later than today', async () => {
    const { id, etag } = await recorded(letter())
    for (const withdrawn_on of ['2026-11-19', '2026-11-25']) {
      const body = { source: SOURCE, withdrawn_on }
      const response = await post(`/v1/issued-documents/${id}/withdrawal`, body, {
        ...office,
        'If-Match': etag,
      })
      const { errors } = await problemOf(response, 422)
      expect(errors).toContainEqual(expect.objectContaining({ pointer: '/withdrawn_on' }))
    }
  })

  test('a withdrawn letter is not revived by a correction', async () => {
    const body = letter()
    const { id, etag } = await recorded(body)
    const withdrawal = await post(
      `/v1/issued-documents/${id}/withdrawal`,
      { source: SOURCE },
      { ...office, 'If-Match': etag },
    )
    const now = { ...office, 'If-Match': withdrawal.headers.get('etag') ?? '' }
    await problemOf(await post(`/v1/issued-documents/${id}/correction`, body, now), 409)
    expect((await lookUp(body.number)).state).toBe('withdrawn')
  })

  test('a correction is a new fact that names the old one', async () => {
    const [wrong, right] = [letter(), letter()]
    const { id, entry, etag } = await recorded(wrong)
    const response = await post(`/v1/issued-documents/${id}/correction`, right, {
      ...office,
      'If-Match': etag,
    })
    const corrected = await jsonOf(response)
    expect(corrected).toMatchObject({ id, has_holder: false })
    expect((await lookUp(wrong.number)).state).toBe('not_recorded')
    expect((await lookUp(right.number)).state).toBe('recorded')
    const [row] = await service.database.sql`
      select body from registry_log where idx = ${corrected.entry}`
    expect(JSON.parse(row?.body)).toMatchObject({ supersedes: [entry] })
  })
})

describe('looking a letter up', () => {
  test.each([
    ['without the office', 'issued_in=2026', 'region'],
    ['without the year', `region=${VILLAGE}`, 'issued_in'],
    ['with a year in words', `region=${VILLAGE}&issued_in=tahun`, 'issued_in'],
  ])('%s is refused', async (_what, query, parameter) => {
    const response = await fetch(`${service.url}/v1/issued-documents/family_permission/X1?${query}`)
    const { errors } = await problemOf(response, 422)
    expect(errors).toContainEqual(expect.objectContaining({ parameter }))
  })

  test('is too narrow to read an office’s book, with a key and without', async () => {
    const limited = await startTestService({
      environment: { RATE_LIMIT_PER_MINUTE: '1000', TRUSTED_PROXIES: '127.0.0.1' },
    })
    const { headers } = await issuedKey(limited, { quotaPerMinute: 1000 })
    for (const caller of [headers, { 'X-Forwarded-For': '198.51.100.7' }] as Headers[]) {
      const statuses: number[] = []
      for (let at = 0; at < 65; at++) {
        const path = `/v1/issued-documents/family_permission/474-${at}?region=${VILLAGE}&issued_in=2026`
        statuses.push((await fetch(`${limited.url}${path}`, { headers: caller })).status)
      }
      expect(statuses.filter((status) => status === 200)).toHaveLength(60)
      expect(statuses.slice(60)).toEqual(Array(5).fill(429))
    }
    await limited.stop()
  })

  test('is a fault, never an answer, while the register may be behind', async () => {
    const gone = await startTestService({ reach: (url) => url.replace(/:\d+\//, ':1/') })
    const path = `/v1/issued-documents/family_permission/X1?region=${VILLAGE}&issued_in=2026`
    const problem = await problemOf(await fetch(`${gone.url}${path}`), 503)
    expect(problem.type).toBe('/problems/registry-unavailable')
    await gone.stop()
  })
})

describe('what an office records', () => {
  test('leaves no NIK anywhere, and no number in the log or in a log line', async () => {
    lines.length = 0
    const body = letter({ number: CANARY_NUMBER, holder_nik: CANARY_NIK })
    const { id, etag } = await recorded(body, { 'Idempotency-Key': 'kenari' })
    const match = { ...office, 'If-Match': etag }
    await post(`/v1/issued-documents/${id}/withdrawal`, { source: SOURCE }, match)
    await record({ ...body, holder_nik: `${CANARY_NIK}9`, other: CANARY_NIK })
    await record({ ...body, number: CANARY_NIK })
    await papersOf({ number: CANARY_NUMBER }, { nik: CANARY_NIK })
    const { sql } = service.database
    const tables = await sql`select relname from pg_stat_user_tables where schemaname = 'public'`
    for (const { relname } of tables) {
      const rows = await sql`select t::text as row from ${sql(relname)} t`
      const text = rows.map(({ row }) => row).join('\n')
      expect(text.includes(CANARY_NIK), `NIK in ${relname}`).toBe(false)
      const mayHoldNumber = relname === 'issued_documents'
      expect(text.includes('KENARI'), `number in ${relname}`).toBe(mayHoldNumber)
    }
    const logged = JSON.stringify(lines)
    expect(logged).not.toContain(CANARY_NIK)
    expect(logged).not.toMatch(/kenari/i)
    const bodies = await sql`select body, recorded_by from registry_log where subject = ${id}`
    expect(bodies).toHaveLength(2)
    for (const { recorded_by } of bodies) expect(recorded_by).toMatch(/^key:[0-9a-z]{8}$/)
  })
})
