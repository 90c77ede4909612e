import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService({ isSigned: true })
})
afterAll(() => service.stop())

const document = openApiDocument(createApp(bareDependencies()))
const READS = Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
  const { get } = item as { get?: { parameters?: { name: string; in: string }[] } }
  if (get === undefined) return []
  const query = (get.parameters ?? []).flatMap((each) => (each.in === 'query' ? each.name : []))
  return [{ path, query }]
})

const HOSTILE = [
  '\0',
  '\ud800',
  '\u202e',
  '\u200b'.repeat(200),
  "' or 1=1 --",
  "'; drop table agencies; --",
  '%',
  '%00',
  '%ff',
  '../../etc/passwd',
  '9'.repeat(100),
  '99999999999999999999',
  '-1',
  '1e309',
  'NaN',
  '9223372036854775808',
  '00000000-0000-0000-0000-000000000000',
  '0000-01-01',
  '9999-12-31',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2026-11-24T03:12:08.123456789Z',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '{"$ne":null}',
  'a'.repeat(200),
  'ａ'.repeat(200),
  'PT '.repeat(66),
  `${'a'.repeat(99)}!`,
  '(a+)+$',
  '\u0e33'.repeat(60),
  'ﷺ'.repeat(100),
]
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('PT Contoh ', '99000000000', 'agy_', '+62'), fc.string())
    .map((two) => two.join('')),
)
/** Percent-encoded, a lone surrogate in the three bytes that no UTF-8 has. */
const encoded = (given: string) =>
  Array.from(Buffer.from(given, 'utf8'), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
    '',
  )

async function expectSound(response: Response, asked: string): Promise<void> {
  const body = await response.text()
  expect(response.status, asked).toBeLessThan(500)
  expect(body, asked).not.toMatch(/node_modules|PostgresError|DrizzleQueryError/)
  if (response.status >= 400) {
    expect(response.headers.get('content-type'), asked).toBe('application/problem+json')
  }
}

describe('whatever is asked', () => {
  test.each(READS.filter(({ path }) => path.startsWith('/v1/')))(
    '$path never fails on our side',
    async ({ path, query }) => {
      await fc.assert(
        fc.asyncProperty(
          text,
          fc.dictionary(fc.constantFrom('unknown', ...query), text, { maxKeys: 4 }),
          async (parameter, asked) => {
            const filled = path.replace(/\{\w+\}/g, encoded(parameter) || 'x')
            const search = Object.entries(asked).map(([name, value]) => `${name}=${encoded(value)}`)
            const address = `${service.url}${filled}?${search.join('&')}`
            if (address.length > 12_000) return
            await expectSound(await fetch(address), address)
          },
        ),
        { numRuns: 120 },
      )
    },
  )

  test('a batch never fails on our side', async () => {
    const item = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { key: text, name: text, licence: text, phone: text, country: text, on: text },
        { requiredKeys: ['key'] },
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 6 }), async (items) => {
        const body = JSON.stringify({ items })
        const response = await fetch(`${service.url}/v1/verify/batch`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: new TextEncoder().encode(body),
        })
        await expectSound(response, body)
      }),
      { numRuns: 150 },
    )
  })

  // The time that a test may take is the bound: what blows up takes minutes.
  test.each(HOSTILE)('%j is read without blowing up', async (hostile) => {
    const query = `name=${encoded(hostile)}&licence=${encoded(hostile.slice(0, 100))}&phone=${encoded(hostile.slice(0, 40))}`
    await expectSound(await fetch(`${service.url}/v1/verify?${query}`), query)
  })
})
