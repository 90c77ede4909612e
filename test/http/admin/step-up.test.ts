import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptKeyOf, FREE_ATTEMPTS } from '../../../src/actions/people/attempts.ts'
import { createApp } from '../../../src/app.ts'
import { openApiDocument } from '../../../src/http/openapi.ts'
import { spendAttempt } from '../../../src/store/sign-in-attempts.ts'
import { bareDependencies } from '../../support/bare-dependencies.ts'
import { movingClock } from '../../support/moving-clock.ts'
import { addTestPerson, agentOf, signInAs, type TestSession } from '../../support/signed-in.ts'
import { newTestPasskey } from '../../support/test-passkey.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

const PROOF = '/v1/admin/sessions/proof'
const ALL = { roles: [{ role: 'administrator' }, { role: 'approver' }] } as const
const ORDER = { partner: 'Aplikasi Uji', scopes: ['verify'] }

const { clock, advance } = movingClock()
let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock } })
})
afterAll(() => service.stop())

/** Somebody whose session is open, and whose proof is as old as it can be. */
async function stale(): Promise<TestSession> {
  const session = await signInAs(service, ALL)
  advance(5)
  return session
}

const issue = ({ agent }: Pick<TestSession, 'agent'>, partner: string) =>
  agent.post('/v1/admin/keys').send({ ...ORDER, partner })
const prove = ({ agent }: Pick<TestSession, 'agent'>, given: object) =>
  agent.post(PROOF).send(given)
const trailOf = async ({ id }: { id: string }, action: string) =>
  service.database.sql`
    select detail, session_id, subject from audit_events
    where action = ${action} and actor_id = ${id} order by id`

interface Person {
  readonly id: string
}
type Body = Readonly<Record<string, unknown>>

/** Its operation or what it does, its address for somebody else, and what is sent. */
type Call = [string, (other: Person) => string, Body?]

const GUARDED: Call[] = [
  ['issuePartnerKey', () => '/v1/admin/keys', ORDER],
  [
    'createInvitation',
    () => '/v1/admin/invitations',
    { email: 'a@contoh.example', name: 'A', roles: [{ role: 'approver' }] },
  ],
  ['grantRole', ({ id }) => `/v1/admin/people/${id}/roles`, { role: 'administrator' }],
  ['enablePerson', ({ id }) => `/v1/admin/people/${id}/enable`],
  ['resetSecondFactor', ({ id }) => `/v1/admin/people/${id}/reset-second-factor`],
  ['approveProposal', () => '/v1/admin/proposals/prp_tidakada/approval', {}],
  [
    'approveImport',
    () => '/v1/admin/imports/imp_00000000000000000000/approval',
    { digest: '0'.repeat(64) },
  ],
]

/** What only takes away or says no, and what gives nobody power: never a question of the proof. */
const UNGUARDED: Call[] = [
  [
    'an invitation of a recorder',
    () => '/v1/admin/invitations',
    { email: 'b@contoh.example', name: 'B', roles: [{ role: 'recorder' }] },
  ],
  ['the role of a reader', ({ id }) => `/v1/admin/people/${id}/roles`, { role: 'reader' }],
  ['disabling somebody', ({ id }) => `/v1/admin/people/${id}/disable`],
  ['declining', () => '/v1/admin/proposals/prp_tidakada/refusal', { reason: 'Salah.' }],
  ['ending one’s other sessions', () => '/v1/admin/sessions/end-others'],
]

describe('R53: a proof of more than five minutes ago', () => {
  test.each<Call>(GUARDED)(
    'is not enough for %s, which names what is',
    async (_operation, at, body) => {
      const session = await stale()
      const other = await addTestPerson(service)
      const asked = session.agent.post(at(other))
      const refused = await (body === undefined ? asked : asked.send(body))
      expect([refused.status, refused.body.type]).toEqual([403, '/problems/step-up-needed'])
      expect(refused.body.detail).toContain(`POST ${PROOF}`)

      await prove(session, { code: session.code() }).expect(200)
      const again = session.agent.post(at(other))
      const { status } = await (body === undefined ? again : again.send(body))
      expect([201, 204, 404]).toContain(status)
    },
  )

  test('is not enough to rotate a key, and is to revoke it', async () => {
    const session = await signInAs(service, ALL)
    const { body } = await issue(session, 'Diganti').expect(201)
    advance(5)
    const at = `/v1/admin/keys/${body.key.id}`
    const refused = await session.agent.post(`${at}/rotation`).send({}).expect(403)
    expect(refused.body.type).toBe('/problems/step-up-needed')
    await session.agent.post(`${at}/revocation`).expect(200)
  })

  test.each<Call>(UNGUARDED)('is enough for %s', async (_what, at, body) => {
    const session = await stale()
    const asked = session.agent.post(at(await addTestPerson(service)))
    const { status } = await (body === undefined ? asked : asked.send(body))
    expect([201, 204, 404]).toContain(status)
  })

  test('is enough to record what makes an answer worse', async () => {
    const session = await signInAs(service, { roles: [{ role: 'recorder' }] })
    advance(5)
    const { headers } = await session.agent.get('/v1/admin/subjects/agy_contoh01').expect(200)
    await session.agent
      .post('/v1/admin/licence-events')
      .set('If-Match', String(headers.etag))
      .send({
        licence_id: 'lic_contoh01',
        type: 'suspended_full',
        effective_on: '2026-11-24',
        instrument: 'SK Contoh 77',
        source_id: 'src_contoh_keputusan',
      })
      .expect(201)
  })

  test('is named by each of these calls in the OpenAPI document, and by no other', () => {
    const document = JSON.parse(JSON.stringify(openApiDocument(createApp(bareDependencies()))))
    const naming = Object.values(document.paths)
      .flatMap((item) => Object.values(item as Record<string, Operation>))
      .filter(({ responses }) =>
        Object.values(responses[403]?.content ?? {}).some(
          ({ examples = {} }) => 'step-up-needed' in examples,
        ),
      )
      .map(({ operationId }) => operationId)
    const guarded = GUARDED.map(([operation]) => operation)
    expect(naming.toSorted()).toEqual([...guarded, 'rotatePartnerKey'].toSorted())
  })
})

interface Operation {
  readonly operationId: string
  readonly responses: Readonly<
    Record<number, { readonly content?: Readonly<Record<string, { examples?: object }>> }>
  >
}

describe('R53: a new proof', () => {
  test('is good for five minutes, of this session alone', async () => {
    const session = await stale()
    const { body } = await session.agent.get(PROOF).expect(200)
    expect(body).toEqual({
      fresh_until: clock.now().toISOString(),
      takes_code: true,
      passkey_options: null,
    })
    const proven = await prove(session, { code: session.code() }).expect(200)
    expect(Date.parse(proven.body.fresh_until) - clock.now().getTime()).toBe(5 * 60_000)
    advance(4)
    await issue(session, 'Empat menit').expect(201)
    advance(1)
    await issue(session, 'Lima menit').expect(403)
  })

  test('leaves nothing to whoever has the cookie of before', async () => {
    const session = await stale()
    const proven = await prove(session, { code: session.code() }).expect(200)
    expect(String(proven.headers['set-cookie'])).toMatch(/^pastikan=[\w-]{43}; .*HttpOnly/)
    const stolen = () => request(service.url).get('/v1/admin/me').set('Cookie', session.cookie)
    await stolen().expect(401)
    const me = await session.agent.get('/v1/admin/me').expect(200)
    const [event] = await trailOf(session, 'proof.given')
    expect(event).toEqual({
      detail: { factor: 'second_factor' },
      session_id: me.body.session_id,
      subject: me.body.session_id,
    })
  })

  test('keeps forms good that were open meanwhile', async () => {
    const session = await stale()
    await prove(session, { code: session.code() }).expect(200)
    const form = { form_token: session.formToken }
    await session.agent.post('/konsol/akun/sesi-lain').type('form').send(form).expect(303)
  })

  test('takes no code twice, and none of signing in', async () => {
    const session = await signInAs(service, ALL)
    const used = await prove(session, { code: session.code() }).expect(422)
    expect(used.body.errors).toEqual([expect.objectContaining({ pointer: '/code' })])
    advance(5)
    const code = session.code()
    await prove(session, { code }).expect(200)
    await prove(session, { code }).expect(422)
    expect(await trailOf(session, 'proof.refused')).toHaveLength(2)
  })

  test.each([
    [{}, '/code'],
    [{ code: '123456', passkey: {} }, '/code'],
    [{ code: '' }, '/code'],
    [{ passkey: 'x' }, '/passkey'],
    [{ code: '123456', role: 'administrator' }, '/role'],
  ])('is not read from %j', async (given, pointer) => {
    const session = await stale()
    const { body } = await prove(session, given).expect(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('is not taken from another site', async () => {
    const session = await stale()
    await session.agent
      .post(PROOF)
      .set('Origin', 'https://jahat.example')
      .send({ code: session.code() })
      .expect(403)
  })

  test('that is wrong counts as a wrong one at sign-in does, and locks both alike', async () => {
    const session = await stale()
    const key = attemptKeyOf(service.dependencies, 'account', session.email)
    for (let count = 0; count < FREE_ATTEMPTS.account; count += 1) {
      await spendAttempt(service.database, key, FREE_ATTEMPTS.account, clock.now())
    }
    await prove(session, { code: '000000' }).expect(422)
    const locked = await prove(session, { code: session.code() }).expect(429)
    expect(locked.headers['retry-after']).toBe('30')
    const { email, password } = session
    const signingIn = agentOf(service.url).post('/masuk').type('form')
    expect((await signingIn.send({ email, password })).status).toBe(429)
    await issue(session, 'Terkunci').expect(403)
    advance(1)
    await prove(session, { code: session.code() }).expect(200)
  })
})

describe('a passkey', () => {
  /** At a host name: browsers make no passkeys for a bare address. */
  async function signedInByPasskey() {
    const url = service.url.replace('127.0.0.1', 'localhost')
    const passkey = newTestPasskey()
    const { id } = await addTestPerson(service, { ...ALL, passkey })
    const agent = agentOf(url)
    const credential = passkey.signed(await signInOptions(agent), url)
    const enter = () => agent.post('/masuk/kunci-sandi').type('form').send({ credential })
    await enter().expect(303)
    advance(5)
    const options = async () => (await agent.get(PROOF).expect(200)).body.passkey_options
    const give = (text: string) => prove({ agent }, { passkey: JSON.parse(text) })
    return { id, url, agent, passkey, options, give }
  }

  async function signInOptions(agent: TestSession['agent']) {
    const { text } = await agent.get('/masuk').expect(200)
    const options = /data-options="([^"]+)"/.exec(text)?.[1] ?? ''
    return JSON.parse(options.replaceAll('&quot;', '"'))
  }

  test('signs in, and proves it again by one signature each', async () => {
    const { id, url, agent, passkey, options, give } = await signedInByPasskey()
    await issue({ agent }, 'Kunci sandi').expect(403)
    const asked = await options()
    expect(asked).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [{ id: passkey.kept.id }],
    })
    const signed = passkey.signed(asked, url)
    await give(signed).expect(200)
    await issue({ agent }, 'Kunci sandi').expect(201)
    await give(signed).expect(422)
    expect((await trailOf({ id }, 'proof.given'))[0]?.detail).toEqual({ factor: 'passkey' })
  })

  test('proves nothing by a challenge of signing in, of another session, or at another host', async () => {
    const one = await signedInByPasskey()
    const other = await signedInByPasskey()
    const refused = async (options: { challenge: string }, origin = one.url) => {
      const { body } = await one.give(one.passkey.signed(options, origin)).expect(422)
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/passkey' })])
    }
    await refused(await signInOptions(one.agent))
    await refused(await other.options())
    await refused(await one.options(), 'http://jahat.example')
    await one.give(other.passkey.signed(await one.options(), one.url)).expect(422)
    await issue(one, 'Bukan').expect(403)
  })

  test('stays with whoever would have a password and no second factor left', async () => {
    const { url, agent, passkey, options, give } = await signedInByPasskey()
    await give(passkey.signed(await options(), url)).expect(200)
    const change = async (what: string, fields: object) => {
      const { text } = await agent.get('/konsol/akun').expect(200)
      const form_token = /name="form_token" value="([\w-]+)"/.exec(text)?.[1] ?? ''
      const sent = agent.post(`/konsol/akun/${what}`).type('form')
      return sent.send({ form_token, ...fields }).expect(303)
    }
    await change('kata-sandi', { password: 'kerbau minum air sungai' })
    await change('kunci-sandi/hapus', { passkey: passkey.kept.id })

    const credential = passkey.signed(await signInOptions(agentOf(url)), url)
    await agentOf(url).post('/masuk/kunci-sandi').type('form').send({ credential }).expect(303)
  })

  test('does not sign in by the challenge of a proof', async () => {
    const { url, passkey, options } = await signedInByPasskey()
    const credential = passkey.signed(await options(), url)
    await agentOf(url).post('/masuk/kunci-sandi').type('form').send({ credential }).expect(401)
  })
})
