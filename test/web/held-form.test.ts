import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { movingClock } from '../support/moving-clock.ts'
import { agentOf, signIn, signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { fieldsOf } from './filled-form.ts'
import { textOf } from './page-at.ts'

const NAME = 'PT "Uji" <script>alert(1)</script> & Ma\'mur'
const PATH = '/konsol/catat/agency-names'
/** Longer than a session lives without a request. */
const TOO_LONG = 16

const { clock, advance } = movingClock()
let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock } })
})
afterAll(() => service.stop())

const recorder = () => signInAs(service, { roles: [{ role: 'recorder' }] })

async function filled({ agent }: TestSession): Promise<Record<string, string>> {
  const { text } = await agent.get(`${PATH}?agency_id=agy_contoh01`).expect(200)
  const typed = { kind: 'trading', name: NAME, effective_on: '1/2/2026' }
  return { ...Object.fromEntries(fieldsOf(text)), ...typed, source_id: 'src_contoh_keputusan' }
}

const send = ({ agent }: Pick<TestSession, 'agent'>, path: string, fields: object) =>
  agent.post(path).set('Accept', 'text/html').type('form').send(fields)

/** What the form of the page that sends things on to `path` holds. */
function heldOn(html: string, path = PATH): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${path}"`)) ?? ''
  return Object.fromEntries(fieldsOf(form))
}

const proposals = async ({ id }: TestSession) =>
  (await service.database.sql`select 1 from proposals where proposed_by = ${id}`).length

describe('a form of the console whose session has ended', () => {
  test('keeps what was typed until its sender has signed in again and confirms it', async () => {
    const session = await recorder()
    const { form_token, ...typed } = await filled(session)
    advance(TOO_LONG)
    const ended = await send(session, PATH, { form_token, ...typed })
    expect([ended.status, textOf(ended.text)]).toEqual([401, expect.stringContaining('berakhir')])
    expect(ended.text).not.toContain('<script>alert')
    expect(ended.headers['cache-control']).toBe('no-store')
    expect(heldOn(ended.text)).toEqual(typed)

    const again = await signIn(service, session)
    const asked = await send(again, PATH, heldOn(ended.text))
    expect(asked.status).toBe(403)
    expect(textOf(asked.text)).toContain('Kirim hanya bila Anda sendiri yang mengisinya')
    expect(await proposals(session)).toBe(0)
    const confirmed = heldOn(asked.text)
    expect(confirmed).toEqual({ form_token: again.formToken, ...typed })
    const done = await send(again, PATH, confirmed)
    expect([done.status, textOf(done.text)]).toEqual([200, expect.any(String)])
    await send(again, PATH, confirmed).expect(200)
    expect(await proposals(session)).toBe(1)
  })

  test('is confirmed when its sender signed in again in another tab', async () => {
    const session = await recorder()
    const typed = await filled(session)
    advance(1)
    const again = await signIn(service, session)
    const asked = await send(again, PATH, typed).expect(403)
    expect(heldOn(asked.text)).toEqual({ ...typed, form_token: again.formToken })
  })

  test('holds nothing of another site, of a program, of a list, or of one’s own account', async () => {
    const session = await recorder()
    const typed = await filled(session)
    advance(TOO_LONG)
    const foreign = await send(session, PATH, typed).set('Origin', 'https://lain.example')
    expect([foreign.status, foreign.text.includes('Uji')]).toEqual([403, false])
    await session.agent.post(PATH).type('form').send(typed).expect(401)
    const list = await send(session, '/konsol/impor', typed)
    expect([list.status, list.headers.location]).toEqual([303, '/masuk'])
    for (const what of ['usulan/usl_x', 'impor/imp_x']) {
      const approval = await send(session, `/konsol/${what}/setujui`, { ...typed, digest: 'x' })
      expect([approval.status, approval.headers.location]).toEqual([303, '/masuk'])
    }
    const secret = { current: session.password, password: 'sepeda tua di bukit kapur' }
    const account = await send(session, '/konsol/akun/kata-sandi', secret)
    expect([account.status, account.headers.location]).toEqual([303, '/masuk'])
  })
})

describe('signing in', () => {
  test('keeps the address that was typed, and the language', async () => {
    const { email, password } = await recorder()
    const agent = agentOf(service.url)
    const wrong = await send({ agent }, '/masuk?lang=en', { email, password: 'salah' }).expect(401)
    expect(wrong.text).toContain(`value="${email}"`)
    const right = await send({ agent }, '/masuk?lang=en', { email, password }).expect(303)
    expect(right.headers.location).toContain('lang=en')
  })
})

describe('a form about people or keys that is refused', () => {
  test('keeps everything that was typed, and names the field', async () => {
    const { agent, formToken } = await signInAs(service, { roles: [{ role: 'administrator' }] })
    const post = (path: string, fields: object) =>
      send({ agent }, path, { form_token: formToken, ...fields })
    const typed = { role: 'auditor', country: 'ID', region: '32.12' }
    const invited = { email: 'bukan surel', name: 'Kuwu Contoh', ...typed }
    const asked = await post('/konsol/orang', invited).expect(422)
    expect(Object.fromEntries(fieldsOf(asked.text))).toMatchObject(invited)
    expect(asked.text).toContain('<a href="#email">')
    expect(asked.text).toMatch(/<input id="email"[^>]*aria-invalid="true"/)

    const noCountry = await post('/konsol/orang', { ...invited, country: '' }).expect(422)
    expect(Object.fromEntries(fieldsOf(noCountry.text))).toMatchObject({ ...invited, country: '' })
    expect(noCountry.text).toContain('<a href="#country">')

    const { id } = await recorder()
    const given = await post(`/konsol/orang/${id}/peran`, { ...typed, region: '3212!' }).expect(422)
    expect(Object.fromEntries(fieldsOf(given.text))).toMatchObject({ ...typed, region: '3212!' })
    expect(given.text).toContain('<details open')

    const key = { partner: 'Desa Uji', scope: 'issued_documents', country: 'ID', region: 'x' }
    const ordered = { ...key, quota: '60', days: '30', test: '1' }
    const refused = await post('/konsol/kunci', ordered).expect(422)
    expect(Object.fromEntries(fieldsOf(refused.text))).toMatchObject(ordered)
    expect(refused.text).toContain('<a href="#country">')
    expect(refused.text).toMatch(/class="faults"[^>]*tabindex="-1" autofocus/)
  })

  test('says so where a key would reach beyond the administrator’s place', async () => {
    const place = { country: 'ID', region: '32.12' }
    const { agent, formToken } = await signInAs(service, {
      roles: [{ role: 'administrator', ...place }],
    })
    const typed = { partner: 'Desa Uji', scope: 'issued_documents', country: 'ID', region: '32.13' }
    const fields = { form_token: formToken, ...typed, quota: '60', days: '30' }
    const { text } = await send({ agent }, '/konsol/kunci', fields).expect(422)
    expect(textOf(text)).toContain('tidak mencakup wilayah ini')
    expect(Object.fromEntries(fieldsOf(text))).toMatchObject(typed)
  })
})
