import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { sameDayClock } from '../support/asked.ts'
import { expectDocumented } from '../support/documented.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock }, isSigned: true })
})
afterAll(() => service.stop())

const ANSWERS = [
  'licence=9900000000011',
  'licence=9900000000042&phone=0219999',
  'licence=9900000000011000',
  'licence=99000000000280001&on=2020-01-01',
  'licence=9900000000066&on=2026-01-28',
  'licence=9900000000011&name=PT+Contoh+Pandu+Utama',
  'licence=9900000000011&country=MY',
  'name=PT+Contoh+Bahari+Santosa',
  'name=PT+Contoh+Milenia+Muda',
  'name=PT+C%D0%BEntoh+Bahari+Sentosa',
  'name=PT+Contoh%E2%80%8B+Bahari+Sentosa',
  'name=PT+Contoh+Niaga+Bersama',
  'name=PT+Contoh+Rimba+Sakti',
  'name=Tak+Dikenal',
  'phone=02100000101',
  'licence=9900000000011&known_at=2020-01-01T00:00:00Z',
  'licence=9900000000011&on=9999-12-31',
]

describe('R63: the OpenAPI document is true of', () => {
  test.each(ANSWERS)('the answer to %s, in both languages', async (query) => {
    for (const language of ['id', 'en']) {
      const response = await fetch(`${service.url}/v1/verify?${query}`, {
        headers: { 'Accept-Language': language },
      })
      expect(response.status).toBe(200)
      await expectDocumented('/v1/verify', response)
    }
  })

  test.each([
    ['/v1/agencies', '/v1/agencies?limit=100', 200],
    ['/v1/agencies', '/v1/agencies?q=contoh&limit=2', 200],
    ['/v1/agencies', '/v1/agencies?limit=0', 422],
    ...[1, 4, 8, 12, 15, 18, 20, 21].map(
      (n) =>
        ['/v1/agencies/{id}', `/v1/agencies/agy_contoh${String(n).padStart(2, '0')}`, 200] as const,
    ),
    ['/v1/agencies/{id}', '/v1/agencies/agy_tidakada', 404],
    ['/v1/agencies/{id}', '/v1/agencies/agy_contoh01?on=x', 422],
    ['/v1/agencies/{id}/history', '/v1/agencies/agy_contoh04/history', 200],
    ['/v1/agencies/{id}/history', '/v1/agencies/agy_tidakada/history', 404],
    ['/v1/licences/{number}', '/v1/licences/CONTOH%2F18%2FUKPS%2F2025', 200],
    ['/v1/licences/{number}', '/v1/licences/9900000000999', 404],
    ['/v1/sources', '/v1/sources', 200],
    ['/v1/sources/{id}', '/v1/sources/src_contoh_daftar_lama', 200],
    ['/v1/sources/{id}', '/v1/sources/src_tidakada', 404],
    ['/v1/rules', '/v1/rules', 200],
    ['/v1/vocabulary', '/v1/vocabulary', 200],
    ['/v1/suggest', '/v1/suggest?q=contoh', 200],
    ['/v1/log/checkpoint', '/v1/log/checkpoint', 200],
    ['/v1/log/key', '/v1/log/key', 200],
    ['/v1/log/entries', '/v1/log/entries', 200],
    ['/v1/log/entries', '/v1/log/entries?from=300&limit=256', 200],
    ['/v1/log/entries', '/v1/log/entries?from=x', 422],
    ['/v1/log/entries/{entry}/proof', '/v1/log/entries/7/proof', 200],
    ['/v1/log/entries/{entry}/proof', '/v1/log/entries/7/proof?size=7', 422],
    ['/v1/log/entries/{entry}/proof', '/v1/log/entries/99999/proof', 404],
    ['/v1/log/entries/{entry}/tlog-proof', '/v1/log/entries/7/tlog-proof', 200],
    ['/v1/log/entries/{entry}/tlog-proof', '/v1/log/entries/99999/tlog-proof', 404],
    ['/v1/log/consistency', '/v1/log/consistency?from=10', 200],
    ['/v1/log/consistency', '/v1/log/consistency', 422],
    ['/v1/log/tile/{level}/{place}', '/v1/log/tile/0/000', 200],
    ['/v1/log/tile/{level}/{place}', '/v1/log/tile/1/000', 404],
    ['/v1/log/tile/entries/{place}', '/v1/log/tile/entries/000', 200],
    ['/v1/log/tile/entries/{place}', '/v1/log/tile/entries/777', 404],
    ['/v1/verify', '/v1/verify', 422],
    ['/livez', '/livez', 200],
    ['/readyz', '/readyz', 200],
    ['/metrics', '/metrics', 200],
  ] as const)('%s at %s: %i', async (path, address, status) => {
    const response = await fetch(`${service.url}${address}`)
    expect(response.status).toBe(status)
    await expectDocumented(path, response)
  })

  test('what has not changed', async () => {
    const address = `${service.url}/v1/verify?licence=9900000000011`
    const tag = (await fetch(address)).headers.get('etag') ?? ''
    await expectDocumented(
      '/v1/verify',
      await fetch(address, { headers: { 'If-None-Match': tag } }),
    )
  })

  test.each([
    [{ items: [{ key: 'a', licence: '9900000000011' }, { key: 'b' }, null] }, 200],
    [{ items: [] }, 422],
    ['{', 400],
    ['x'.repeat(2 ** 20 + 1), 413],
  ])('a batch of %.40j: %i', async (body, status) => {
    const response = await fetch(`${service.url}/v1/verify/batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    expect(response.status).toBe(status)
    await expectDocumented('/v1/verify/batch', response, 'post')
  })

  test('a service that has no register, and one that is asked too often', async () => {
    const limited = await startTestService({
      parts: { config: readConfig({ PORT: '0', RATE_LIMIT_PER_MINUTE: '1' }) },
      reach: (url) => url.replace(/:\d+\//, ':1/'),
    })
    for (const status of [503, 429]) {
      const response = await fetch(`${limited.url}/v1/verify?licence=9900000000011`)
      expect(response.status).toBe(status)
      await expectDocumented('/v1/verify', response)
    }
    await limited.stop()
  })
})
