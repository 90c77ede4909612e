import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import { verify } from '../support/asked.ts'
import { fixedClock, keptLog } from '../support/bare-dependencies.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const { log, lines } = keptLog()
let service: TestService
let today = day('2026-11-24')
beforeAll(async () => {
  service = await startTestService({
    parts: { log, clock: { ...fixedClock(), today: () => today } },
  })
})
afterAll(() => service.stop())

const QUESTION = { licence: '9900000000042' }
const asked = (headers: Record<string, string> = {}, question: Record<string, string> = QUESTION) =>
  fetch(`${service.url}/v1/verify?${new URLSearchParams(question)}`, { headers })

async function tagOf(headers: Record<string, string> = {}): Promise<string> {
  const response = await asked(headers)
  await response.arrayBuffer()
  return response.headers.get('etag') ?? 'none'
}

describe('a copy of an answer', () => {
  test('is never used unasked, and is confirmed by 304 while nothing has changed', async () => {
    const tag = await tagOf()
    const again = await asked({ 'If-None-Match': tag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('cache-control')).toBe('no-cache')
    expect(again.headers.get('etag')).toBe(tag)
    expect(again.headers.get('vary')).toContain('Accept-Language')
  })

  test.each([
    ['one of several', (tag: string) => `"x", ${tag}`, 304],
    ['in its strong form', (tag: string) => tag.replace('W/', ''), 304],
    ['any', () => '*', 304],
    ['another', () => '"x"', 200],
  ])('asked for as %s', async (_form, header, status) => {
    expect((await asked({ 'If-None-Match': header(await tagOf()) })).status).toBe(status)
  })

  test('in one language is none in another', async () => {
    const tag = await tagOf({ 'Accept-Language': 'id' })
    const english = await asked({ 'Accept-Language': 'en', 'If-None-Match': tag })
    expect(english.status).toBe(200)
  })

  test('is outdated by any acknowledged change', async () => {
    const tag = await tagOf()
    await service.record(
      licenceEventRecorded('agy_contoh04', {
        id: 'evt_revoked04',
        licenceId: 'lic_contoh04',
        type: 'revoked',
        effectiveOn: day('2026-11-23'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    const changed = await asked({ 'If-None-Match': tag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(tag)
    expect(await changed.json()).toMatchObject({ verdict: 'not_legal' })
  })

  test('is outdated by another log of the same length, as a restored database has', async () => {
    const tag = await tagOf()
    const owner = postgres(service.testDatabase.ownerUrl, { max: 1 })
    await owner`update registry_head set recorded_at = recorded_at + interval '1 microsecond'`
    await owner.end()
    expect((await asked({ 'If-None-Match': tag })).status).toBe(200)
  })

  test('is outdated by midnight in the registry’s zone', async () => {
    const tag = await tagOf()
    today = day('2026-11-25')
    const next = await asked({ 'If-None-Match': tag })
    today = day('2026-11-24')
    expect(next.status).toBe(200)
  })
})

describe('the language of an answer', () => {
  test.each([
    [undefined, 'id', /Tanya Disnaker/, /sebagian/],
    ['en', 'en', /Ask Disnaker/, /partly/],
    ['en-GB, id;q=0.5', 'en', /Ask Disnaker/, /partly/],
    ['fr', 'id', /Tanya Disnaker/, /sebagian/],
  ])('for %s is %s', async (accepted, language, text, headline) => {
    const response = await asked(accepted === undefined ? {} : { 'Accept-Language': accepted }, {
      licence: '9900000000042',
      on: '2026-10-01',
    })
    expect(response.headers.get('content-language')).toBe(language)
    const answer = (await response.json()) as { text_160: string; headline: string }
    expect(answer.text_160).toMatch(text)
    expect(answer.headline).toMatch(headline)
  })

  test('never changes a code', async () => {
    const [indonesian, english] = await Promise.all(
      ['id', 'en'].map((language) =>
        verify(service.url, { name: 'PT Contoh Milenia Muda' }, { 'Accept-Language': language }),
      ),
    )
    const codes = (answer: typeof english) =>
      [answer?.findings, answer?.next_steps].map((list) => list?.map(({ code }) => code))
    expect(codes(indonesian)).toEqual(codes(english))
    expect(indonesian?.headline).not.toBe(english?.headline)
  })
})

describe('what was typed', () => {
  test('is in no line of the log, nor in the counters', async () => {
    const typed = ['KANARI SATU', '9988776655443', '081298765432']
    const [name = '', licence = '', phone = ''] = typed
    await verify(service.url, { name, licence, phone })
    await asked({}, { name, on: 'never' })
    await fetch(`${service.url}/v1/licences/${licence}`)
    await fetch(`${service.url}/v1/verify/batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        items: [
          { key: 'a', name },
          { key: 'b', phone, on: name },
        ],
      }),
    })
    const counters = await (await fetch(`${service.url}/metrics`)).text()
    const written = JSON.stringify(lines) + counters
    expect(lines.length).toBeGreaterThan(4)
    for (const text of [...typed, 'KANARI+SATU', 'KANARI%20SATU']) {
      expect(written).not.toContain(text)
    }
  })
})

describe('one address', () => {
  test('is limited whatever X-Forwarded-For it sends, and told so', async () => {
    const limited = await startTestService({
      parts: { config: readConfig({ PORT: '0', RATE_LIMIT_PER_MINUTE: '20' }) },
    })
    const statuses: number[] = []
    for (let n = 0; n < 30; n++) {
      const response = await fetch(`${limited.url}/v1/verify?licence=9900000000011`, {
        headers: { 'X-Forwarded-For': `203.0.113.${n}` },
      })
      await response.arrayBuffer()
      statuses.push(response.status)
      if (response.status === 429) {
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
        expect(response.headers.get('ratelimit')).toMatch(/r=0;t=\d+/)
      }
    }
    await limited.stop()
    expect(statuses).toEqual([...Array(20).fill(200), ...Array(10).fill(429)])
  })
})
