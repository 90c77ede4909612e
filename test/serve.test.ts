import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { serve } from '../src/serve.ts'
import { problemOf, rawStatus } from './http/every-route.ts'
import { bareDependencies } from './support/bare-dependencies.ts'

async function started(environment: Record<string, string> = {}, parts = {}) {
  const dependencies = bareDependencies(environment, parts)
  const app = createApp(dependencies)
  app.get('/v1/slow', async (c) => {
    await wait(400)
    return c.json({ done: true })
  })
  return { service: await serve(app, dependencies), dependencies, app }
}

describe('starting', () => {
  test('on a port that is taken is refused in one line naming it', async () => {
    const { service } = await started()
    const second = started({ PORT: String(service.port) })
    await expect(second).rejects.toThrow(
      new RegExp(`^Port ${service.port} on 127.0.0.1 is taken by another program`),
    )
    await service.stop()
  })

  test('on an address of another machine is refused in one line naming it', async () => {
    await expect(started({ HOST: '192.0.2.1' })).rejects.toThrow(/no address 192\.0\.2\.1/)
  })
})

describe('stopping', () => {
  test('answers what was asked, closes idle connections, and takes no new ones', async () => {
    const { service, dependencies } = await started()
    const idle = connect(service.port, '127.0.0.1')
    const idleClosed = new Promise((resolve) => idle.on('close', resolve))
    await fetch(`${service.url}/livez`)
    const asked = fetch(`${service.url}/v1/slow`)
    await wait(100)

    const startedAt = performance.now()
    const stopped = service.stop()
    expect(dependencies.lifecycle.isStopping).toBe(true)
    expect(await (await asked).json()).toEqual({ done: true })
    idle.end()
    await Promise.all([stopped, idleClosed])
    expect(performance.now() - startedAt).toBeLessThan(3000)
    await expect(fetch(`${service.url}/livez`)).rejects.toThrow()
  })

  test('is told to whoever asks whether the service is ready', async () => {
    const { service, dependencies } = await started()
    dependencies.lifecycle.isStopping = true
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${service.url}/livez`)).status).toBe(200)
    await service.stop()
  })
})

describe('readiness', () => {
  test.each([
    ['passes', () => true, 200],
    ['fails', () => Promise.reject(new Error('down')), 503],
    ['hangs', () => new Promise(() => {}), 503],
  ])('with a check that %s', async (_how, check, status) => {
    const { service } = await started({}, { readiness: [{ name: 'database', check }] })
    const response = await fetch(`${service.url}/readyz`)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      checks: [{ name: 'database', passed: status === 200 }],
    })
    await service.stop()
  })
})

describe('limits', () => {
  test('an address that has asked enough waits, whatever it writes of itself', async () => {
    const { service } = await started({ RATE_LIMIT_PER_MINUTE: '3' })
    const ask = (n: number) =>
      fetch(`${service.url}/openapi.json`, { headers: { 'X-Forwarded-For': `203.0.113.${n}` } })
    const first = await ask(1)
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=2;t=(59|60)$/)
    await ask(2)
    expect((await ask(3)).status).toBe(200)
    const refused = await ask(4)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await problemOf(refused, 429)).type).toBe('/problems/too-many-requests')
    expect((await fetch(`${service.url}/livez`)).status).toBe(200)
    await service.stop()
  })

  test('more requests at one time than it holds are refused at once', async () => {
    const { service } = await started({ MAX_IN_FLIGHT: '2' })
    const held = [1, 2].map(() => fetch(`${service.url}/v1/slow`))
    await wait(100)
    const refused = await fetch(`${service.url}/v1/slow`)
    expect(refused.headers.get('retry-after')).toBe('1')
    await problemOf(refused, 503)
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200])
    expect((await fetch(`${service.url}/v1/slow`)).status).toBe(200)
    await service.stop()
  })
})

describe('what is not HTTP', () => {
  test.each([
    ['BREW /pot HTTP/1.1', '', 400],
    ['GET /livez HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}\r\n`, 431],
    ['GET /livez%00 HTTP/1.1', '', 400],
    ['GET http:// HTTP/1.1', '', 400],
  ])('%s is refused', async (line, headers, status) => {
    const { service } = await started()
    expect(await rawStatus(service.url, line, headers)).toBe(status)
    await service.stop()
  })

  test('a head that never ends is cut off', { timeout: 20_000 }, async () => {
    const { service } = await started()
    const startedAt = performance.now()
    const socket = connect(service.port, '127.0.0.1')
    socket.write('GET /livez HTTP/1.1\r\nHost: a\r\n')
    let answer = ''
    for await (const chunk of socket) answer += chunk
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    await service.stop()
  })
})
