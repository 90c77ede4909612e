import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document } from '../support/documented.ts'
import { encoded, HOSTILE, hostileText as text } from '../support/hostile-text.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService({ isSigned: true })
})
afterAll(() => service.stop())

const READS = Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
  const { get } = item as { get?: { parameters?: { name: string; in: string }[] } }
  if (get === undefined) return []
  const query = (get.parameters ?? []).flatMap((each) => (each.in === 'query' ? each.name : []))
  return [{ path, query }]
})

async function expectSound(response: Response, asked: string): Promise<void> {
  const body = await response.text()
  expect(response.status, asked).toBeLessThan(500)
  expect(body, asked).not.toMatch(/node_modules|PostgresError|DrizzleQueryError/)
  if (response.status >= 400) {
    expect(response.headers.get('content-type'), asked).toBe('application/problem+json')
  }
}

describe('R45: whatever is asked', () => {
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
