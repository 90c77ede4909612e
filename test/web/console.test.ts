import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authenticatorOf } from '../../src/authenticator.ts'
import { PROBLEM_KINDS } from '../../src/problem.ts'
import { expectHeaders } from '../http/every-route.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { movingClock } from '../support/moving-clock.ts'
import { agentOf, signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { pageAt } from './page-at.ts'

const HOSTILE = 'Ibu <script>alert("x")</script> & Contoh'
const CHOSEN = 'sepeda tua di bukit kapur'

const { clock, advance } = movingClock()
const { log, lines } = keptLog()
let service: TestService
let admin: TestSession
beforeAll(async () => {
  service = await startTestService({ parts: { clock, log } })
  admin = await signInAs(service, {
    roles: [{ role: 'administrator' }, { role: 'auditor' }],
  })
})
afterAll(() => service.stop())

let invited = 0
/** An invitation made on the people page: its token. */
async function inviteOnPage(name = 'Kuwu Contoh'): Promise<{ token: string; email: string }> {
  invited += 1
  const email = `kuwu${invited}@contoh.example`
  const { text } = await admin.agent
    .post('/konsol/orang')
    .type('form')
    .send({
      form_token: admin.formToken,
      email,
      name,
      role: 'reader',
      country: 'id',
      region: '32.12',
    })
    .expect(200)
  return { email, token: /\/undangan#([\w-]{43})/.exec(text)?.[1] ?? '' }
}

const post = (path: string, form: Record<string, string>) =>
  agentOf(service.url).post(path).type('form').send(form)
const seedIn = (html: string) => /name="seed" value="([\w-]+)"/.exec(html)?.[1] ?? ''
const codeFor = (seed: string, email: string) =>
  authenticatorOf(service.dependencies.hash, seed, email).codeAt(clock.now())

describe('an invitation', () => {
  test('is opened once, by choosing a password and an authenticator app', async () => {
    const { token, email } = await inviteOnPage(HOSTILE)
    const opened = await post('/undangan', { token }).expect(200)
    expect(opened.text).not.toContain('<script>alert')
    expect(opened.text).toContain('<svg')
    const seed = seedIn(opened.text)
    const form = { token, seed, password: CHOSEN, code: codeFor(seed, email) }

    const weak = await post('/undangan/kata-sandi', { ...form, password: 'pendek' }).expect(422)
    expect(seedIn(weak.text)).toBe(seed)
    await post('/undangan/kata-sandi', { ...form, code: '000000' }).expect(422)

    const agent = agentOf(service.url)
    const done = await agent.post('/undangan/kata-sandi').type('form').send(form).expect(200)
    const backupCodes = done.text.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g) ?? []
    expect(backupCodes).toHaveLength(10)
    await agent.get('/konsol').expect(200)
    await post('/undangan', { token }).expect(404)
    await post('/undangan/kata-sandi', form).expect(404)

    const anew = agentOf(service.url)
    const code = String(backupCodes[0]).toLowerCase()
    await anew.post('/masuk').type('form').send({ email, password: CHOSEN }).expect(303)
    await anew.post('/masuk/kode').type('form').send({ code }).expect(303)
    await anew.get('/konsol').expect(200)
    await anew.post('/masuk').type('form').send({ email, password: CHOSEN }).expect(303)
    await anew.post('/masuk/kode').type('form').send({ code }).expect(401)
  })

  test('expires after a day', async () => {
    const { token } = await inviteOnPage()
    advance(24 * 60 - 1)
    await post('/undangan', { token }).expect(200)
    advance(1)
    await post('/undangan', { token }).expect(404)
    admin = await signInAs(service, { roles: [{ role: 'administrator' }, { role: 'auditor' }] })
  })

  test.each(['', 'a', 'A'.repeat(43), '=+'])('is not opened by %j', async (token) => {
    const { text } = await post('/undangan', { token }).expect(404)
    expect(text).toContain('sudah dipakai atau sudah lewat')
  })

  test('leaves no secret in the log', async () => {
    const { token, email } = await inviteOnPage()
    await post('/undangan', { token }).expect(200)
    await post('/masuk', { email, password: CHOSEN })
    const text = JSON.stringify(lines)
    expect(text).toContain('/undangan')
    for (const secret of [token, email, CHOSEN, admin.cookie.split('=')[1] ?? '']) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('the console', () => {
  const PAGES = ['/konsol', '/konsol/akun', '/konsol/orang', '/konsol/jejak']

  test.each([...PAGES, '/masuk', '/masuk/kode', '/undangan'])(
    '%s keeps itself out of caches and frames, and asks no other host for anything',
    async (path) => {
      const page = await pageAt(service.url, path, { Cookie: admin.cookie })
      expect(page.status).toBe(200)
      expectHeaders(page, { 'referrer-policy': /^same-origin$/ })
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(page.html).not.toMatch(/(src|href|action)="(https?:)?\/\//)
      expect(page.html).toContain('<meta name="referrer" content="same-origin"')
      expect(page.html).not.toContain('Yang Anda ketik di halaman ini tidak disimpan')
    },
  )

  test('leads to the pages that a role may use, and refuses the others as a page', async () => {
    const reader = await signInAs(service, { roles: [{ role: 'reader' }] })
    const { html } = await pageAt(service.url, '/konsol', { Cookie: reader.cookie })
    expect(html).toContain('href="/konsol/akun"')
    expect(html).not.toContain('href="/konsol/orang"')
    for (const path of ['/konsol/orang', `/konsol/orang/${admin.id}`, '/konsol/jejak']) {
      const page = await pageAt(service.url, path, { Cookie: reader.cookie })
      expect(page.status).toBe(403)
      expect(page.html).toContain('Peran Anda tidak mengizinkan ini')
    }
  })

  test('gives and takes roles, disables and enables, each as a form of its own', async () => {
    const person = await signInAs(service)
    const at = `/konsol/orang/${person.id}`
    const act = (what: string, fields: Record<string, string> = {}) =>
      admin.agent
        .post(`${at}/${what}`)
        .type('form')
        .send({ form_token: admin.formToken, ...fields })
    await act('peran', { role: 'recorder', country: 'ID', region: '32' }).expect(303)
    await act('peran', { role: 'recorder', country: '', region: '32' }).expect(422)
    const { text } = await admin.agent.get(at).expect(200)
    expect(text).toContain('pencatat, Indonesia 32')
    const grant = /name="grant" value="(\d+)"/.exec(text)?.[1] ?? ''
    await act('cabut', { grant }).expect(303)
    await act('cabut', { grant: 'x' }).expect(422)
    await act('nonaktifkan').expect(303)
    expect((await admin.agent.get(at)).text).toContain('nonaktif')
    await act('aktifkan').expect(303)
    await act('atur-ulang').expect(200)
    const own = await admin.agent
      .post(`/konsol/orang/${admin.id}/peran`)
      .type('form')
      .send({ form_token: admin.formToken, role: 'approver' })
      .expect(422)
    expect(own.text).toContain('oleh administrator lain')
    const { text: trail } = await admin.agent.get(`/konsol/jejak?subject=${person.id}`).expect(200)
    for (const word of [
      'memberi peran',
      'mencabut peran',
      'menonaktifkan',
      'mengaktifkan kembali',
    ]) {
      expect(trail).toContain(word)
    }
  })

  test('does nothing with a form of another session until its sender confirms it', async () => {
    const { status, text } = await admin.agent
      .post('/konsol/orang')
      .set('Accept', 'text/html')
      .type('form')
      .send({ form_token: 'x', email: 'a@contoh.example', name: 'A', role: 'reader' })
    expect(status).toBe(403)
    expect(text).toContain('Formulir ini dibuka sebelum Anda masuk')
    expect((await admin.agent.get('/konsol/orang?q=a@contoh.example')).text).toContain(
      'Tidak ada yang cocok',
    )
  })
})

describe('one’s own account', () => {
  const change = (session: TestSession, what: string, fields: Record<string, string>) =>
    session.agent
      .post(`/konsol/akun/${what}`)
      .type('form')
      .send({ form_token: session.formToken, ...fields })

  test('takes a new password, under a new token, and ends the other sessions', async () => {
    const session = await signInAs(service)
    const fields = { current: session.password, password: CHOSEN }
    await change(session, 'kata-sandi', { ...fields, current: 'salah' }).expect(422)
    await change(session, 'kata-sandi', { ...fields, password: 'pendek' }).expect(422)
    await change(session, 'kata-sandi', fields).expect(303)
    await request(service.url).get('/v1/admin/me').set('Cookie', session.cookie).expect(401)
    await session.agent.get('/v1/admin/me').expect(200)
    await post('/masuk', { email: session.email, password: session.password }).expect(401)
    await post('/masuk', { email: session.email, password: CHOSEN }).expect(303)
  })

  test('takes a new authenticator app', async () => {
    const session = await signInAs(service)
    const seed = seedIn((await session.agent.get('/konsol/akun').expect(200)).text)
    await change(session, 'aplikasi', { seed, code: '123' }).expect(422)
    const code = codeFor(seed, session.email)
    const { text } = await change(session, 'aplikasi', { seed, code }).expect(200)
    expect(text.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g)).toHaveLength(10)
  })

  test('is changed only soon after a proof, and a password is not carried over', async () => {
    const session = await signInAs(service)
    advance(5)
    const { text } = await session.agent.get('/konsol/akun').expect(200)
    expect(text).toContain('buktikan dahulu bahwa ini Anda')
    expect(text).not.toContain('name="password"')
    const fields = { current: session.password, password: CHOSEN }
    const asked = await change(session, 'kata-sandi', fields).expect(403)
    expect(asked.text).toContain('name="proof_code"')
    expect(asked.text).not.toContain(CHOSEN)
    const proof = { form_token: session.formToken, proof_code: session.code() }
    await session.agent.post('/konsol/akun').type('form').send(proof).expect(303)
    await change(session, 'kata-sandi', fields).expect(303)
  })

  test('takes no passkey that was not made for it', async () => {
    const session = await signInAs(service)
    for (const credential of ['', 'x', '{}', '{"id":"a"}']) {
      await change(session, 'kunci-sandi', { credential }).expect(422)
      await post('/masuk/kunci-sandi', { credential }).expect(401)
    }
  })
})

test('every problem has a page in words', async () => {
  for (const kind of PROBLEM_KINDS) await request(service.url).get(`/problems/${kind}`).expect(200)
})
