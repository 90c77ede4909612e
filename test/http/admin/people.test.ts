import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { movingClock } from '../../support/moving-clock.ts'
import { addTestPerson, signIn, signInAs, type TestSession } from '../../support/signed-in.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

const { clock, advance } = movingClock()
let service: TestService
let admin: TestSession
beforeAll(async () => {
  service = await startTestService({ parts: { clock } })
  admin = await signInAs(service, { roles: [{ role: 'administrator' }] })
})
afterAll(() => service.stop())

const rolesOf = async (id: string) => (await admin.agent.get(`/v1/admin/people/${id}`)).body.roles

describe('people', () => {
  test('are invited with their roles, and listed page by page', async () => {
    const { body } = await admin.agent
      .post('/v1/admin/invitations')
      .send({
        email: ' Kuwu.Satu@Contoh.Example ',
        name: 'Kuwu Satu',
        roles: [{ role: 'reader', country: 'ID', region: '32.12' }],
      })
      .expect(201)
    expect(body).toMatchObject({ path: expect.stringMatching(/^\/undangan#[\w-]{43}$/) })
    const person = await admin.agent.get(`/v1/admin/people/${body.person_id}`).expect(200)
    expect(person.body).toMatchObject({
      email: 'kuwu.satu@contoh.example',
      state: 'invited',
      roles: [{ role: 'reader', country: 'ID', region: '32.12', granted_by: admin.id }],
    })
    const again = { email: 'kuwu.satu@contoh.example', name: 'Lain', roles: [] }
    await admin.agent.post('/v1/admin/invitations').send(again).expect(409)

    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = await admin.agent.get(`/v1/admin/people?limit=1${at}`).expect(200)
      seen.push(...page.body.items.map(({ email }: { email: string }) => email))
      cursor = page.body.next_cursor
    }
    expect(seen).toEqual(seen.toSorted())
    expect(seen).toContain('kuwu.satu@contoh.example')
    const found = await admin.agent.get('/v1/admin/people?q=KUWU').expect(200)
    expect(found.body.items).toHaveLength(1)
  })

  test.each([
    [{ email: 'bukan surel', name: 'A', roles: [] }, '/email'],
    [{ email: 'a@contoh.example', name: ' ', roles: [] }, '/name'],
    [{ email: 'a@contoh.example', name: 'A', roles: [{ role: 'king' }] }, '/roles/0/role'],
    [
      { email: 'a@contoh.example', name: 'A', roles: [{ role: 'reader', region: '32' }] },
      '/roles/0/country',
    ],
    [{ email: 'a@contoh.example', name: 'A', roles: [], id: 'per_1' }, '/id'],
  ])('are not invited by %j', async (invitation, pointer) => {
    const { body } = await admin.agent.post('/v1/admin/invitations').send(invitation).expect(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('who do not exist are 404', async () => {
    const nobody = '/v1/admin/people/per_0000000000000000'
    await admin.agent.get(nobody).expect(404)
    await admin.agent.post(`${nobody}/roles`).send({ role: 'reader' }).expect(404)
    await admin.agent.post(`${nobody}/disable`).expect(404)
    await admin.agent.post(`${nobody}/reset-second-factor`).expect(404)
    await admin.agent.delete(`/v1/admin/people/${admin.id}/roles/999999`).expect(404)
  })
})

describe('roles', () => {
  test('are given and taken, and who gave what to whom stays on record', async () => {
    const { id } = await addTestPerson(service)
    const roles = `/v1/admin/people/${id}/roles`
    await admin.agent.post(roles).send({ role: 'recorder', country: 'ID' }).expect(204)
    await admin.agent.post(roles).send({ role: 'recorder', country: 'ID' }).expect(204)
    const [held, ...others] = await rolesOf(id)
    expect([held.role, held.granted_by, others]).toEqual(['recorder', admin.id, []])
    await admin.agent.delete(`${roles}/${held.id}`).expect(204)
    await admin.agent.delete(`${roles}/${held.id}`).expect(404)
    expect(await rolesOf(id)).toEqual([])
    const kept = await service.database.sql`
      select g.role, g.granted_by, e.ended_by from role_grants g
      join role_grant_ends e on e.grant_id = g.id where g.person_id = ${id}`
    expect([...kept]).toEqual([{ role: 'recorder', granted_by: admin.id, ended_by: admin.id }])
  })

  test('are never given to oneself', async () => {
    for (const role of ['recorder', 'approver', 'administrator']) {
      const { body } = await admin.agent
        .post(`/v1/admin/people/${admin.id}/roles`)
        .send({ role })
        .expect(403)
      expect(body.type).toBe('/problems/not-allowed')
    }
    expect(await rolesOf(admin.id)).toHaveLength(1)
  })

  test('are given within the place of the administrator only', async () => {
    const local = await signInAs(service, {
      roles: [{ role: 'administrator', country: 'ID', region: '32' }],
    })
    const { id } = await addTestPerson(service)
    const roles = `/v1/admin/people/${id}/roles`
    const give = (country: string | null, region: string | null) =>
      local.agent.post(roles).send({ role: 'reader', country, region })
    await give(null, null).expect(403)
    await give('ID', null).expect(403)
    await give('ID', '36').expect(403)
    await give('ID', '32.12').expect(204)
    await local.agent.post(`/v1/admin/people/${admin.id}/disable`).expect(403)
    await local.agent.post(`/v1/admin/people/${admin.id}/reset-second-factor`).expect(403)
    await local.agent.post(`/v1/admin/people/${id}/disable`).expect(204)
    const beyond = { email: 'luar@contoh.example', name: 'Luar', roles: [{ role: 'approver' }] }
    await local.agent.post('/v1/admin/invitations').send(beyond).expect(403)
  })

  test('of the last administrator stay', async () => {
    const own = await startTestService()
    try {
      const [first, second] = [
        await signInAs(own, { roles: [{ role: 'administrator' }] }),
        await signInAs(own, { roles: [{ role: 'administrator' }] }),
      ]
      // Both at once: one of them must stay.
      const outcomes = await Promise.all([
        first.agent.post(`/v1/admin/people/${second.id}/disable`),
        second.agent.post(`/v1/admin/people/${first.id}/disable`),
      ])
      const statuses = outcomes.map(({ status }) => status).toSorted()
      expect(statuses[0]).toBe(204)
      expect([401, 409]).toContain(statuses[1])
      const left = await own.database.sql`select id from people where disabled_at is null`
      expect(left).toHaveLength(1)
      const stayed = left[0]?.id === first.id ? first : second
      const { body } = await stayed.agent.post(`/v1/admin/people/${stayed.id}/disable`).expect(409)
      expect(body.type).toBe('/problems/conflict')
    } finally {
      await own.stop()
    }
  })
})

describe('what somebody signs in with', () => {
  test('is taken away by a reset, which ends sessions and earlier invitations', async () => {
    const person = await signInAs(service, { roles: [{ role: 'reader' }] })
    const { body } = await admin.agent
      .post(`/v1/admin/people/${person.id}/reset-second-factor`)
      .expect(201)
    expect(body.person_id).toBe(person.id)
    await request(service.url).get('/v1/admin/me').set('Cookie', person.cookie).expect(401)
    await expect(signIn(service, person)).rejects.toThrow()
    const again = await admin.agent
      .post(`/v1/admin/people/${person.id}/reset-second-factor`)
      .expect(201)
    const open = await service.database.sql`
      select id from invitations where person_id = ${person.id} and used_at is null`
    expect(open).toHaveLength(1)
    expect(again.body.path).not.toBe(body.path)
  })

  test('works again after somebody is enabled', async () => {
    const person = await signInAs(service, { roles: [{ role: 'reader' }] })
    await admin.agent.post(`/v1/admin/people/${person.id}/disable`).expect(204)
    advance(1)
    await expect(signIn(service, person)).rejects.toThrow()
    await admin.agent.post(`/v1/admin/people/${person.id}/enable`).expect(204)
    advance(1)
    await signIn(service, person)
  })
})
