import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { movingClock } from '../support/moving-clock.ts'
import { addTestPerson, signInAs, type TestSession } from '../support/signed-in.ts'
import { newTestPasskey } from '../support/test-passkey.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { fieldsOf } from './filled-form.ts'
import { textOf } from './page-at.ts'

const PARTNER = "Mitra Ma'mur & Kawan"

const { clock, advance } = movingClock()
let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock } })
})
afterAll(() => service.stop())

async function stale(): Promise<TestSession> {
  const session = await signInAs(service, { roles: [{ role: 'administrator' }] })
  advance(5)
  return session
}

const send = (
  { agent, formToken }: TestSession,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
) =>
  agent
    .post(path)
    .set('Accept', 'text/html')
    .type('form')
    .send({ form_token: formToken, ...fields })

const KEY = { partner: 'Mitra Uji', scope: ['checks', 'verify'], quota: '60', days: '30' }

/** Presses the button of the page with the code: what its form holds goes where it says. */
async function prove(session: TestSession, html: string, code: string) {
  const [form = ''] = /<form method="post"[^>]*>(?:(?!<\/form>).)*proof_code.*?<\/form>/s.exec(
    html.slice(html.indexOf('<h1>')),
  ) ?? ['']
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    for (const [name, value] of fieldsOf(tag)) fields.append(name, value)
  }
  fields.set('proof_code', code)
  const to = /action="([^"]+)"/.exec(form)?.[1] ?? ''
  return session.agent.post(to).set('Accept', 'text/html').type('form').send(fields.toString())
}

describe('R53: a form of the console that takes a fresh proof', () => {
  test('keeps what was typed, and does it with the proof', async () => {
    const session = await stale()
    const asked = await send(session, '/konsol/kunci', { ...KEY, partner: PARTNER }).expect(403)
    expect(textOf(asked.text)).toContain('Buktikan bahwa ini Anda')
    const done = await prove(session, asked.text, session.code())
    expect(done.status).toBe(200)
    expect(done.text).toContain('pst_live_')
    const [kept] = await service.database.sql`
      select partner, scopes, quota_per_minute as quota
      from partner_keys where created_by = ${session.id}`
    expect(kept).toEqual({ partner: PARTNER, scopes: 'checks verify', quota: 60 })
    await send(session, '/konsol/kunci', { ...KEY, partner: 'Sesudahnya' }).expect(200)
    await request(service.url).get('/v1/admin/me').set('Cookie', session.cookie).expect(401)
  })

  test('asks again after a wrong code, with everything still there', async () => {
    const session = await stale()
    const fields = { email: 'baru@contoh.example', name: 'Baru', role: 'administrator' }
    const asked = await send(session, '/konsol/orang', fields).expect(403)
    const again = await prove(session, asked.text, '000000')
    expect(again.status).toBe(403)
    expect(again.text).toContain('role="alert"')
    const done = await prove(session, again.text, session.code())
    expect([done.status, done.text.includes('/undangan#')]).toEqual([200, true])
  })

  test.each([
    ['peran', { role: 'approver' }, 303],
    ['atur-ulang', {}, 200],
    ['aktifkan', {}, 303],
  ])('stands before %s of a person', async (part, fields, status) => {
    const session = await stale()
    const at = `/konsol/orang/${(await addTestPerson(service)).id}/${part}`
    const asked = await send(session, at, fields).expect(403)
    expect((await prove(session, asked.text, session.code())).status).toBe(status)
  })

  test('stands before approving, and not before declining', async () => {
    const session = await signInAs(service, { roles: [{ role: 'approver' }] })
    advance(5)
    const at = '/konsol/usulan/prp_tidakada'
    const asked = await send(session, `${at}/setujui`).expect(403)
    expect(textOf(asked.text)).toContain('Buktikan bahwa ini Anda')
    const declined = await send(session, `${at}/tolak`, { reason: 'Salah.' })
    expect(declined.text).not.toContain('proof_code')
  })

  test.each([
    [
      'inviting a reader',
      '/konsol/orang',
      { email: 'r@contoh.example', name: 'R', role: 'reader' },
    ],
    ['a form that is wrong', '/konsol/orang', { email: 'x', name: 'X', role: 'raja' }],
  ])('does not stand before %s', async (_what, path, fields) => {
    const { text } = await send(await stale(), path, fields)
    expect(text).not.toContain('proof_code')
  })

  test('is not opened by who may not do it anyway', async () => {
    const session = await signInAs(service, { roles: [{ role: 'reader' }] })
    advance(5)
    const { text } = await send(session, '/konsol/kunci', KEY).expect(403)
    expect(textOf(text)).toContain('Peran Anda tidak mengizinkan ini')
  })

  test('asks who has a passkey for that', async () => {
    const passkey = newTestPasskey()
    const session = await stale()
    await service.database.sql`
      insert into passkeys (id, person_id, public_key, counter, transports, name, created_at)
      values (${passkey.kept.id}, ${session.id}, ${Buffer.from(passkey.kept.publicKey)}, 0, '{}', 'uji', now())`
    const { port } = new URL(service.url)
    const origin = `http://localhost:${port}`
    const sent = (fields: object) =>
      session.agent
        .post('/konsol/kunci')
        .set({ Host: `localhost:${port}`, Origin: origin, Accept: 'text/html' })
        .type('form')
        .send({ form_token: session.formToken, ...KEY, ...fields })
    const asked = await sent({}).expect(403)
    const options = /data-passkey="get" data-options="([^"]+)"/.exec(asked.text)?.[1] ?? ''
    const credential = passkey.signed(JSON.parse(options.replaceAll('&quot;', '"')), origin)
    expect((await sent({ credential }).expect(200)).text).toContain('pst_live_')
  })
})
