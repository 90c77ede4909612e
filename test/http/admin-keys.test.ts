import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../../src/domain/people/role.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { issuedKey } from '../support/issued-key.ts'
import { signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const QUESTION = '/v1/verify?licence=9900000000011'

let service: TestService
let administrator: TestSession
let ofDistrict: TestSession
const { log, lines } = keptLog()

beforeAll(async () => {
  service = await startTestService({ parts: { log } })
  administrator = await signInAs(service, { roles: [{ role: 'administrator' }] })
  ofDistrict = await signInAs(service, {
    roles: [{ role: 'administrator', country: 'ID', region: '32.12' }],
  })
})
afterAll(() => service.stop())

const verified = async (secret: string) =>
  (await fetch(`${service.url}${QUESTION}`, { headers: { Authorization: `Bearer ${secret}` } }))
    .status

const ORDER = { partner: 'Aplikasi Uji', scopes: ['verify'] }
const LETTERS = { scopes: ['issued_documents'], place: { country: 'ID', region: '32.12' } }

describe('an administrator', () => {
  test('issues, rotates and revokes a key, which is shown once', async () => {
    lines.length = 0
    const issued = await administrator.agent.post('/v1/admin/keys').send(ORDER).expect(201)
    expect(issued.headers['cache-control']).toBe('no-store')
    const { secret, key } = issued.body
    expect(secret).toMatch(/^pst_live_/)
    expect(key).toMatchObject({
      partner: 'Aplikasi Uji',
      kind: 'partner',
      scopes: ['verify'],
      state: 'live',
      quota_per_minute: 600,
      issued_by: administrator.id,
    })
    expect(await verified(secret)).toBe(200)

    const rotated = await administrator.agent
      .post(`/v1/admin/keys/${key.id}/rotation`)
      .send({ overlap_days: 3 })
      .expect(201)
    expect(Date.parse(rotated.body.old_ends_at) - Date.parse(rotated.body.key.issued_at)).toBe(
      3 * 86_400_000,
    )
    await administrator.agent.post(`/v1/admin/keys/${key.id}/rotation`).send({}).expect(409)
    await administrator.agent.post('/v1/admin/keys').send(ORDER).expect(409)
    expect(await verified(rotated.body.secret)).toBe(200)

    const revoked = await administrator.agent
      .post(`/v1/admin/keys/${key.id}/revocation`)
      .expect(200)
    expect(revoked.body).toMatchObject({ id: key.id, state: 'revoked' })
    expect([await verified(secret), await verified(rotated.body.secret)]).toEqual([401, 200])
    await administrator.agent.post(`/v1/admin/keys/${key.id}/revocation`).expect(409)

    const { text, body } = await administrator.agent.get('/v1/admin/keys').expect(200)
    expect(body.items).toContainEqual(expect.objectContaining({ id: key.id, state: 'revoked' }))
    for (const told of [text, JSON.stringify(lines)]) {
      expect(told).not.toContain(secret.slice(18))
      expect(told).not.toContain(rotated.body.secret.slice(18))
    }
    const told = await service.database.sql`
      select action, actor_id, subject from audit_events where action like 'key.%' order by id`
    expect(told.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['key.issued', administrator.id],
      ['key.rotated', administrator.id],
      ['key.revoked', administrator.id],
    ])
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['no scope', { scopes: [] }, '/scopes'],
    ['an unknown scope', { scopes: ['admin'] }, '/scopes/0'],
    ['a device that does more', { scopes: ['device', 'verify'] }, '/scopes'],
    ['letters without a place', { scopes: ['issued_documents'] }, '/place'],
    ['a place without letters', { place: LETTERS.place }, '/place'],
    ['a place in words', { ...LETTERS, place: { country: 'ID', region: 'Jawa' } }, '/place'],
    ['more than a year', { days: 366 }, '/days'],
    ['no quota', { quota_per_minute: 0 }, '/quota_per_minute'],
    ['a partner of signs', { partner: '<b>' }, '/partner'],
  ])('orders no key with %s', async (_what, more, pointer) => {
    const { body } = await administrator.agent
      .post('/v1/admin/keys')
      .send({ ...ORDER, ...more })
      .expect(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('gets 404 for a key that is not there', async () => {
    await administrator.agent.post('/v1/admin/keys/nosuchid/revocation').expect(404)
    await administrator.agent.post('/v1/admin/keys/nosuchid/rotation').send({}).expect(404)
  })

  test('of a district manages the keys of its own letters only', async () => {
    const everywhere = await issuedKey(service)
    const neighbour = await issuedKey(service, {
      ...LETTERS,
      scopes: ['issued_documents'],
      place: { country: 'ID', region: '32.13' },
    })
    const own = await ofDistrict.agent
      .post('/v1/admin/keys')
      .send({ partner: 'Desa Uji', ...LETTERS })
      .expect(201)
    await ofDistrict.agent.post('/v1/admin/keys').send(ORDER).expect(403)
    for (const { key } of [everywhere, neighbour]) {
      await ofDistrict.agent.post(`/v1/admin/keys/${key.id}/revocation`).expect(403)
      await ofDistrict.agent.post(`/v1/admin/keys/${key.id}/rotation`).send({}).expect(403)
    }
    const { body } = await ofDistrict.agent.get('/v1/admin/keys').expect(200)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([own.body.key.id])
  })
})

describe('keys are managed by nobody else', () => {
  const others = ROLES.filter((role) => role !== 'administrator')
  test.each(others)('not by a %s', async (role) => {
    const { key } = await issuedKey(service)
    const { agent } = await signInAs(service, { roles: [{ role }] })
    await agent.get('/v1/admin/keys').expect(403)
    await agent.post('/v1/admin/keys').send(ORDER).expect(403)
    await agent.post(`/v1/admin/keys/${key.id}/revocation`).expect(403)
    await agent.post(`/v1/admin/keys/${key.id}/rotation`).send({}).expect(403)
    await agent.get('/konsol/kunci').expect(403)
  })

  test('not by who is signed out, nor with a key', async () => {
    const { headers } = await issuedKey(service)
    const path = `${service.url}/v1/admin/keys`
    expect((await fetch(path)).status).toBe(401)
    expect((await fetch(path, { headers })).status).toBe(403)
  })
})

describe('the console', () => {
  const send = (path: string, fields: Record<string, string | string[]>) =>
    administrator.agent
      .post(path)
      .type('form')
      .send({ form_token: administrator.formToken, ...fields })

  test('issues a key, shows it once, changes it over and revokes it', async () => {
    const start = await administrator.agent.get('/konsol').expect(200)
    expect(start.text).toContain('href="/konsol/kunci"')
    const issued = await send('/konsol/kunci', {
      partner: 'Kantor Uji',
      scope: ['issued_documents', 'verify'],
      country: 'ID',
      region: '32.12',
      quota: '90',
      days: '30',
    }).expect(200)
    const secret = /pst_live_\w+/.exec(issued.text)?.[0] ?? ''
    expect(await verified(secret)).toBe(200)
    const list = await administrator.agent.get('/konsol/kunci').expect(200)
    expect(list.text).toContain('Kantor Uji')
    expect(list.text).not.toContain(secret.slice(18))
    const id = secret.slice(9, 17)
    const second = await send(`/konsol/kunci/${id}/ganti`, {}).expect(200)
    expect(await verified(/pst_live_\w+/.exec(second.text)?.[0] ?? '')).toBe(200)
    await send(`/konsol/kunci/${id}/cabut`, {}).expect(303)
    expect(await verified(secret)).toBe(401)
    await send(`/konsol/kunci/${id}/cabut`, {}).expect(422)
  })

  test('says what is wrong with an order', async () => {
    const { text } = await send('/konsol/kunci', { partner: 'Kantor', scope: 'issued_documents' })
      .set('Accept-Language', 'en')
      .expect(422)
    expect(text).toContain('A place is needed')
    for (const country of ['I', 'IDX']) {
      const order = { partner: 'Kantor', scope: 'issued_documents', country, region: '32.12' }
      await send('/konsol/kunci', order).expect(422)
    }
  })

  test('takes no form from elsewhere', async () => {
    const form = { partner: 'Kantor Lain', scope: 'verify', form_token: 'x' }
    await administrator.agent.post('/konsol/kunci').type('form').send(form).expect(403)
  })
})
