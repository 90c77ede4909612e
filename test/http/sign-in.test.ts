import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptKeyOf, FREE_ATTEMPTS } from '../../src/actions/people/attempts.ts'
import { areEqualSecrets } from '../../src/equal-secrets.ts'
import { spendAttempt } from '../../src/store/sign-in-attempts.ts'
import { movingClock } from '../support/moving-clock.ts'
import { addTestPerson, agentOf, signIn, signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const { clock, advance } = movingClock()
let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock } })
})
afterAll(() => service.stop())

const READER = { roles: [{ role: 'reader', country: 'ID' }] } as const
const me = ({ cookie }: TestSession) =>
  request(service.url).get('/v1/admin/me').set('Cookie', cookie)
const password = (typed: { email: string; password: string }) =>
  agentOf(service.url).post('/masuk').type('form').send(typed)

/** A service whose attempts no other test uses up, and which is told the address of each. */
async function serviceOfItsOwn() {
  const { clock: itsClock, advance: wait } = movingClock()
  const own = await startTestService({
    parts: { clock: itsClock },
    environment: { TRUSTED_PROXIES: '127.0.0.1' },
  })
  let hosts = 0
  return {
    own,
    wait,
    attempt(typed: { email: string; password: string }, address = `203.0.113.${++hosts}`) {
      const asked = agentOf(own.url).post('/masuk').set('X-Forwarded-For', address)
      return asked.type('form').send(typed)
    },
    /** Attempts without the work of a password. */
    async spend(what: 'account' | 'address', value: string, count: number) {
      const key = attemptKeyOf(own.dependencies, what, value)
      const { account, address } = FREE_ATTEMPTS
      const spent = await Promise.all(
        Array.from({ length: count }, () =>
          spendAttempt(own.database, key, { account, address }[what], itsClock.now()),
        ),
      )
      return spent.filter((seconds) => seconds !== undefined).length
    },
  }
}

describe('signing in', () => {
  test('with password and authenticator app opens the API and the console', async () => {
    const session = await signInAs(service, READER)
    const { body } = await me(session).expect(200)
    expect(body).toMatchObject({
      id: session.id,
      roles: [{ role: 'reader', country: 'ID', region: null }],
      tasks: ['read_console', 'read_checks'],
    })
    expect(session.formToken).toMatch(/^[\w-]{43}$/)
  })

  test('opens nothing before the second factor', async () => {
    const person = await addTestPerson(service, READER)
    const first = await password(person).expect(303)
    const waiting = String(first.headers['set-cookie']).split(';')[0] ?? ''
    await request(service.url).get('/v1/admin/me').set('Cookie', waiting).expect(401)
    await request(service.url).get('/konsol').set('Cookie', waiting).expect(401)
  })

  test('gives each factor a token of its own, and the first one opens nothing afterwards', async () => {
    const person = await addTestPerson(service, READER)
    const agent = agentOf(service.url)
    const first = await agent.post('/masuk').type('form').send(person).expect(303)
    const code = person.code()
    const second = await agent.post('/masuk/kode').type('form').send({ code }).expect(303)
    const [waiting, open] = [first, second].map(
      ({ headers }) => String(headers['set-cookie']).split(';')[0] ?? '',
    )
    expect(waiting).not.toBe(open)
    await request(service.url).get('/v1/admin/me').set('Cookie', waiting!).expect(401)
    await request(service.url).get('/v1/admin/me').set('Cookie', open!).expect(200)
  })

  test('takes no code twice', async () => {
    const person = await addTestPerson(service, READER)
    await signIn(service, person)
    await expect(signIn(service, person)).rejects.toThrow('signing in gave 401')
    advance(1)
    await signIn(service, person)
  })

  test('keeps the token away from scripts, other sites and, with HTTPS, other hosts', async () => {
    const plain = await password(await addTestPerson(service)).expect(303)
    expect(plain.headers['set-cookie']?.[0]).toMatch(
      /^pastikan=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const secure = await startTestService({
      environment: { PUBLIC_URL: 'https://pastikan.example' },
    })
    try {
      const { email, password: typed } = await addTestPerson(secure)
      const sent = await request(secure.url)
        .post('/masuk')
        .set('Origin', 'https://pastikan.example')
        .type('form')
        .send({ email, password: typed })
        .expect(303)
      expect(sent.headers['set-cookie']?.[0]).toMatch(
        /^__Host-pastikan=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      )
    } finally {
      await secure.stop()
    }
  })

  test('stores no token, code or secret as it is', async () => {
    const session = await signInAs(service, READER)
    const { sql } = service.database
    const kept = await Promise.all(
      ['sessions', 'invitations', 'authenticator_apps', 'passwords', 'sign_in_attempts'].map(
        (table) => sql`select row_to_json(t)::text as row from ${sql(table)} t`,
      ),
    )
    const text = JSON.stringify(kept)
    expect(text).toContain(session.id)
    expect(text).not.toContain(session.cookie.split('=')[1])
    expect(text).not.toContain(session.password)
  })

  test.each([
    ['/konsol/akun?lang=en', '/konsol/akun?lang=en'],
    ['https://elsewhere.example/konsol', '/konsol'],
    ['//elsewhere.example', '/konsol'],
    ['/konsol/../keluar\\', '/konsol'],
    ['/konsolidasi', '/konsol'],
  ])('leads on to %s as %s', async (asked, led) => {
    const person = await addTestPerson(service)
    const agent = agentOf(service.url)
    await agent
      .post('/masuk')
      .type('form')
      .send({ ...person, next: asked })
      .expect(303)
    const { headers } = await agent
      .post('/masuk/kode')
      .type('form')
      .send({ code: person.code(), next: asked })
    expect(headers.location).toBe(led)
  })

  test('is asked for by pages that need it, and by the API with a problem', async () => {
    const page = await request(service.url).get('/konsol/akun').set('Accept', 'text/html')
    expect([page.status, page.headers.location]).toEqual([303, '/masuk?lanjut=%2Fkonsol%2Fakun'])
    const api = await request(service.url)
      .get('/v1/admin/me')
      .set('Accept', 'text/html')
      .expect(401)
    expect(api.body.type).toBe('/problems/sign-in-required')
  })
})

describe('R53: a session', () => {
  test('ends after 15 minutes without a request', async () => {
    const session = await signInAs(service, READER)
    advance(14)
    await me(session).expect(200)
    advance(14)
    await me(session).expect(200)
    advance(15)
    await me(session).expect(401)
  })

  test('ends after 8 hours however busy it is', async () => {
    const session = await signInAs(service, READER)
    for (let minutes = 0; minutes < 470; minutes += 10) {
      advance(10)
      await me(session).expect(200)
    }
    advance(10)
    await me(session).expect(401)
  })

  test('ends with signing out, for whoever kept its cookie too', async () => {
    const session = await signInAs(service, READER)
    const out = (token: string) =>
      session.agent.post('/keluar').type('form').send({ form_token: token })
    await out('another').expect(403)
    await out(session.formToken).expect(303)
    await me(session).expect(401)
  })

  test('ends when the person is disabled, at once', async () => {
    const admin = await signInAs(service, { roles: [{ role: 'administrator' }] })
    const session = await signInAs(service, READER)
    await me(session).expect(200)
    await admin.agent.post(`/v1/admin/people/${session.id}/disable`).expect(204)
    await me(session).expect(401)
    await password(session).expect(401)
  })

  test('ends when a role is given or taken', async () => {
    const admin = await signInAs(service, { roles: [{ role: 'administrator' }] })
    const given = await signInAs(service, READER)
    const roles = `/v1/admin/people/${given.id}/roles`
    await admin.agent.post(roles).send({ role: 'recorder', country: 'ID' }).expect(204)
    await me(given).expect(401)

    advance(1)
    const taken = await signIn(service, given)
    expect((await me(taken)).body.tasks).toContain('record')
    const { body } = await admin.agent.get(`/v1/admin/people/${given.id}`).expect(200)
    await admin.agent.delete(`${roles}/${body.roles[1].id}`).expect(204)
    await me(taken).expect(401)
  })

  test('is listed for its owner, who may end the others', async () => {
    const first = await signInAs(service, READER)
    const { session_id: firstId } = (await me(first)).body
    advance(1)
    const second = await signIn(service, first)
    const { body } = await second.agent.get('/v1/admin/sessions').expect(200)
    expect(body.items[0]).toMatchObject({ is_this_one: true, method: 'authenticator' })
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(firstId)
    const stranger = await signInAs(service)
    await stranger.agent.delete(`/v1/admin/sessions/${firstId}`).expect(204)
    await me(first).expect(200)
    await second.agent.post('/v1/admin/sessions/end-others').expect(204)
    await me(first).expect(401)
    await me(second).expect(200)
  })
})

describe('guessing', () => {
  test('tells nothing of whether an account exists', async () => {
    const { email } = await addTestPerson(service)
    const known = await password({ email, password: 'salah sekali kata ini' })
    const besides = (text: string, typed: string) =>
      lessChallenge(text).replace(` value="${typed}"`, '')
    for (const typed of ['tak.ada@contoh.example', 'bukan surel']) {
      const { status, text } = await password({ email: typed, password: 'salah' })
      expect(status).toBe(known.status)
      expect(text).toContain(` value="${typed}"`)
      expect(besides(text, typed)).toBe(besides(known.text, email))
    }
  })

  test('of one account is slowed down from everywhere, and lets nobody in meanwhile', async () => {
    const { own, attempt, wait } = await serviceOfItsOwn()
    try {
      const { email, password: right } = await addTestPerson(own)
      const wrong = () => attempt({ email, password: 'salah' })
      const seen = []
      for (let count = 0; count < 10; count++) seen.push((await wrong()).status)
      expect(seen).toEqual([...Array(9).fill(401), 429])
      const locked = await attempt({ email, password: right })
      expect([locked.status, locked.headers['retry-after']]).toEqual([429, '30'])
      wait(1)
      expect((await wrong()).status).toBe(401)
      expect((await attempt({ email, password: right })).headers['retry-after']).toBe('60')
      wait(2)
      expect((await attempt({ email, password: right })).status).toBe(303)
    } finally {
      await own.stop()
    }
  })

  test('of an account that is none is slowed down alike', async () => {
    const { own, attempt, spend } = await serviceOfItsOwn()
    try {
      const typed = { email: 'tak.ada@contoh.example', password: 'salah' }
      expect(await spend('account', typed.email, FREE_ATTEMPTS.account)).toBe(0)
      expect((await attempt(typed)).status).toBe(401)
      const { status, headers } = await attempt(typed)
      expect([status, headers['retry-after']]).toEqual([429, '30'])
    } finally {
      await own.stop()
    }
  })

  test('from one address is slowed down whatever it tries, and many at once count each', async () => {
    const { own, attempt, spend } = await serviceOfItsOwn()
    try {
      const address = '203.0.113.200'
      expect(await spend('address', address, FREE_ATTEMPTS.address + 20)).toBe(19)
      const typed = { email: 'lain@contoh.example', password: 'salah' }
      expect((await attempt(typed, address)).status).toBe(429)
      expect((await attempt(typed)).status).toBe(401)
    } finally {
      await own.stop()
    }
  })

  test('is refused where attempts cannot be counted', async () => {
    const { own, attempt } = await serviceOfItsOwn()
    try {
      const person = await addTestPerson(own)
      await own.database.close()
      const { status, text } = await attempt(person)
      expect(status).toBe(503)
      expect(text).not.toContain(person.email)
    } finally {
      await own.stop()
    }
  })

  test('with what no database keeps is refused before it is asked', async () => {
    await password({ email: 'a\0@contoh.example', password: 'salah' }).expect(400)
  })

  test('compares digests of one length', () => {
    expect(areEqualSecrets('a', 'a')).toBe(true)
    expect(areEqualSecrets('a', 'b')).toBe(false)
    expect(areEqualSecrets('', 'a much longer text')).toBe(false)
  })
})

describe('R54: a request from elsewhere', () => {
  let session: TestSession
  beforeAll(async () => {
    session = await signInAs(service, { roles: [{ role: 'administrator' }] })
  })
  const invitation = () => ({ email: 'baru@contoh.example', name: 'Baru', roles: [] })
  const post = () =>
    request(service.url).post('/v1/admin/invitations').set('Cookie', session.cookie)

  test.each([
    ['a form of another site', 'https://jahat.example', { type: 'form' }],
    ['JSON of another site', 'https://jahat.example', { type: 'json' }],
    ['a body without a type', 'https://jahat.example', {}],
    ['no Origin', undefined, { type: 'json' }],
    ['an opaque Origin', 'null', { type: 'json' }],
    ['a forged Host', 'http://jahat.example', { type: 'json', host: 'jahat.example' }],
    ['another port of this host', 'http://127.0.0.1:1', { type: 'json' }],
    ['a page of the same site only', undefined, { type: 'json', site: 'same-site' }],
    ['a page of another site', undefined, { type: 'json', site: 'cross-site' }],
  ] as [string, string | undefined, { type?: string; host?: string; site?: string }][])(
    'with %s changes nothing: 403',
    async (_what, origin, { type, host, site }) => {
      const asked = post()
      if (origin !== undefined) asked.set('Origin', origin)
      if (site !== undefined) asked.set('Origin', service.url).set('Sec-Fetch-Site', site)
      if (host !== undefined) asked.set('Host', host)
      const { status, body } = await (type === undefined
        ? asked.unset('Content-Type').send(JSON.stringify(invitation()))
        : asked.type(type).send(invitation()))
      expect([status, body.type]).toEqual([403, '/problems/other-site'])
    },
  )

  test('is taken from its own page as JSON only', async () => {
    await post().set('Origin', service.url).type('form').send(invitation()).expect(415)
    await post().set('Origin', service.url).send(invitation()).expect(201)
  })

  test('needs the form token of the session on a page', async () => {
    const form = () => session.agent.post('/konsol/akun/sesi-lain').type('form')
    await form().send({}).expect(403)
    await form().send({ form_token: session.formToken }).expect(303)
  })
})

/** Every showing of the page has a challenge of its own. */
function lessChallenge(html: string): string {
  return html.replace(/&quot;challenge&quot;:&quot;[\w-]+/g, '')
}
