import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import type { WireAnswer } from '../../src/http/answer.ts'
import { decided, verify } from '../support/asked.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { problemOf } from './every-route.ts'

interface Result {
  readonly key: string | null
  readonly answer?: WireAnswer
  readonly problem?: {
    readonly status: number
    readonly type: string
    readonly errors: readonly { pointer: string; detail: string }[]
  }
}

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

const send = (body: unknown, headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${service.url}/v1/verify/batch`, {
    method: 'POST',
    headers,
    body: Buffer.isBuffer(body)
      ? new Uint8Array(body)
      : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  })
const JSON_TYPE = { 'Content-Type': 'application/json' }

async function results(items: unknown): Promise<Result[]> {
  const response = await send({ items })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return (JSON.parse(text) as { results: Result[] }).results
}

describe('a batch', () => {
  test('of a thousand is answered in order, each under its own key, from one entry', async () => {
    const items = Array.from({ length: 1_000 }, (_, n) => {
      const subject = DEMONSTRATION_AGENCIES[n % DEMONSTRATION_AGENCIES.length]!
      return n % 2 === 0 || subject.number === undefined
        ? { key: `baris ${n}`, name: subject.name }
        : { key: `baris ${n}`, licence: subject.number }
    })
    const answered = await results(items)
    expect(answered.map(({ key }) => key)).toEqual(items.map(({ key }) => key))
    expect(answered.every(({ answer }) => answer !== undefined)).toBe(true)
    expect(new Set(answered.map(({ answer }) => answer?.registry.entry)).size).toBe(1)
    expect(new Set(answered.map(({ answer }) => answer?.known_at)).size).toBe(1)
    for (const [n, { answer }] of answered.entries()) {
      const { id } = DEMONSTRATION_AGENCIES[n % DEMONSTRATION_AGENCIES.length]!
      expect(answer?.agency?.id).toBe(`agy_${id}`)
    }
  })

  test('answers as the single call does', async () => {
    const questions = [
      { licence: '9900000000011', phone: '021 9999 9999' },
      { name: 'PT Contoh Bahari Santosa' },
      { licence: '9900000000080', on: '2026-08-31' },
      { licence: '9900000000011', country: 'MY' },
    ]
    const answered = await results(
      questions.map((question, n) => ({ key: String(n), ...question })),
    )
    for (const [n, question] of questions.entries()) {
      const { answer } = answered[n]!
      expect(answer && decided(answer)).toEqual(
        decided(await verify(service.url, question as never)),
      )
    }
  })

  test('with faulty items answers the others and names each fault by its place', async () => {
    const answered = await results([
      { key: 'a', licence: '9900000000011' },
      { key: 'b' },
      { key: 'c', name: 'PT Contoh Graha Perdana', on: '2026-02-30' },
      { licence: '9900000000011' },
      { key: 'd', licence: '9900000000066', status: 'licensed' },
      null,
      'teks',
      { key: 7, name: 'x' },
      { key: 'e', name: 'PT Contoh Graha Perdana' },
    ])
    expect(answered.map(({ answer }) => answer?.verdict ?? null)).toEqual([
      'legal',
      ...Array(7).fill(null),
      'not_legal',
    ])
    expect(answered.map(({ key }) => key)).toEqual([
      'a',
      'b',
      'c',
      null,
      'd',
      null,
      null,
      null,
      'e',
    ])
    const pointers = answered.map(({ problem }) => problem?.errors[0]?.pointer)
    expect(pointers).toEqual([
      undefined,
      '/items/1/name',
      '/items/2/on',
      '/items/3/key',
      '/items/4/status',
      '/items/5',
      '/items/6',
      '/items/7/key',
      undefined,
    ])
    for (const { problem } of answered) {
      if (problem !== undefined) {
        expect(problem).toMatchObject({ status: 422, type: '/problems/input-invalid' })
      }
    }
  })

  test('answers a repeated key once, and says so at the second', async () => {
    const answered = await results([
      { key: 'a', licence: '9900000000011' },
      { key: 'a', licence: '9900000000066' },
    ])
    expect(answered[0]?.answer?.verdict).toBe('legal')
    expect(answered[1]).toMatchObject({
      key: 'a',
      problem: { errors: [{ pointer: '/items/1/key' }] },
    })
    expect(answered[1]).not.toHaveProperty('answer')
  })

  test('speaks the language asked for', async () => {
    const response = await send(
      { items: [{ key: 'a', licence: '9900000000066' }, { key: 'b' }] },
      { ...JSON_TYPE, 'Accept-Language': 'en' },
    )
    const [good, faulty] = ((await response.json()) as { results: Result[] }).results
    expect(good?.answer?.headline).toContain('may not place workers')
    expect(faulty?.problem?.errors[0]?.detail).toMatch(/^Give at least one/)
  })

  test('is not kept by anyone', async () => {
    const response = await send({ items: [{ key: 'a', licence: '9900000000011' }] })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
  })
})

describe('a batch that is refused', () => {
  const item = { key: 'a', licence: '9900000000011' }

  test.each<[string, unknown, Record<string, string>, number]>([
    ['without a content type', { items: [item] }, {}, 415],
    ['as text', { items: [item] }, { 'Content-Type': 'text/plain' }, 415],
    ['as a form', 'items=1', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    [
      'as a type that begins like JSON',
      { items: [item] },
      { 'Content-Type': 'application/jsonx' },
      415,
    ],
    ['not JSON', '{"items":[', JSON_TYPE, 400],
    ['empty', '', JSON_TYPE, 400],
    [
      'with a byte that is no UTF-8',
      Buffer.from('{"items":[{"key":"\xff"}]}', 'latin1'),
      JSON_TYPE,
      400,
    ],
    ['deep', `{"items":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, JSON_TYPE, 400],
    ['a list', [item], JSON_TYPE, 422],
    ['nothing', 'null', JSON_TYPE, 422],
    ['with no items', { items: [] }, JSON_TYPE, 422],
    ['without items', {}, JSON_TYPE, 422],
    ['with a thousand and one', { items: Array(1_001).fill(item) }, JSON_TYPE, 422],
    ['with more than it may have', { items: [item], dry_run: true }, JSON_TYPE, 422],
    ['with a prototype', '{"items":[{"key":"a","__proto__":{"licence":"1"}}]}', JSON_TYPE, 422],
    ['over a megabyte', { items: [{ key: 'a', name: 'x'.repeat(2 ** 20) }] }, JSON_TYPE, 413],
  ])('%s is one problem', async (_what, body, headers, status) => {
    await problemOf(await send(body, headers), status)
  })

  test('by a GET is told what may be done there', async () => {
    const response = await fetch(`${service.url}/v1/verify/batch`)
    await problemOf(response, 405)
    expect(response.headers.get('allow')).toContain('POST')
  })
})
