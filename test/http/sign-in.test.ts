import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

describe('signing in', () => {
  test('with password and authenticator app opens the API and the console', async () => {
    const before = performance.now()
    const session = await signInAs(service, { roles: [{ role: 'reader', country: 'ID' }] })
    expect(performance.now() - before).toBeLessThan(2_000)
    const { body } = await session.agent.get('/v1/admin/me').expect(200)
    expect(body).toMatchObject({
      id: session.id,
      roles: [{ role: 'reader', country: 'ID', region: null }],
      tasks: ['read_console', 'read_checks'],
    })
    expect(session.formToken).toMatch(/^[\w-]{43}$/)
  })

  test('is over after signing out', async () => {
    const session = await signInAs(service)
    await session.agent.post('/keluar').type('form').send({ form_token: 'another' }).expect(403)
    await session.agent
      .post('/keluar')
      .type('form')
      .send({ form_token: session.formToken })
      .expect(303)
    await session.agent.get('/v1/admin/me').set('Cookie', session.cookie).expect(401)
  })
})
