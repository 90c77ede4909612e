import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptLog } from '../support/bare-dependencies.ts'
import { issuedKey } from '../support/issued-key.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { textOf } from './page-at.ts'

let service: TestService
const { log, lines } = keptLog()
beforeAll(async () => {
  service = await startTestService({ parts: { log } })
})
afterAll(() => service.stop())

const paste = (key: string, language = 'id') =>
  fetch(`${service.url}/pemakaian`, {
    method: 'POST',
    headers: { 'Accept-Language': language, Accept: 'text/html' },
    body: new URLSearchParams({ key }),
  })

describe('the page of a key’s use', () => {
  test('asks for the key in a form, without a script', async () => {
    const response = await fetch(`${service.url}/pemakaian`)
    const html = await response.text()
    expect(html).toMatch(/<form method="post" action="\/pemakaian">/)
    expect(html).toContain('type="password"')
    expect(html).not.toContain('<script')
  })

  test('tells what the key may and how often it was used, and never repeats it', async () => {
    lines.length = 0
    const { key, text, headers } = await issuedKey(service, { scopes: ['verify', 'checks'] })
    for (let turn = 0; turn < 3; turn++) {
      await fetch(`${service.url}/v1/verify?licence=9900000000011`, { headers })
    }
    await service.dependencies.keyUses.write(service.database)
    const response = await paste(` ${text} `)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const read = textOf(html)
    expect(read).toContain(key.partner)
    expect(read).toContain('3 permintaan.')
    expect(read).toContain('24 November 2026')
    expect(html).toContain('<svg class="chart"')
    for (const told of [html, JSON.stringify(lines)]) expect(told).not.toContain(text.slice(18))
    expect(textOf(await (await paste(text, 'en')).text())).toContain('3 requests.')
  })

  test.each(['', 'pst_live_x', '<script>alert(1)</script>'])('refuses %j', async (typed) => {
    const response = await paste(typed, 'en')
    expect(response.status).toBe(401)
    const html = await response.text()
    expect(html).toContain('role="alert"')
    expect(html).not.toContain('alert(1)')
  })
})
