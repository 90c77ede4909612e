import postgres from 'postgres'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSession } from '../../../src/actions/people/sign-in.ts'
import { newToken } from '../../../src/actions/people/tokens.ts'
import { auditEvent, commandActor } from '../../../src/domain/people/audit-event.ts'
import { findPersonToSignIn } from '../../../src/store/people.ts'
import { openSession } from '../../../src/store/sessions.ts'
import {
  addTestPerson,
  agentOf,
  signIn,
  signInAs,
  type TestPerson,
} from '../../support/signed-in.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

let service: TestService
let owner: ReturnType<typeof postgres>
beforeAll(async () => {
  service = await startTestService()
  owner = postgres(service.testDatabase.ownerUrl, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await owner.end()
  await service.stop()
})

const FORM = 'form'
const newAdministrator = () => signInAs(service, { roles: [{ role: 'administrator' }] })

/** Waits until so many statements wait for a lock. */
async function waiting(statements: number): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await service.database.sql`
        select count(distinct pid)::int as found from pg_locks join pg_stat_activity using (pid)
        where not granted and datname = current_database()`
      return row?.found
    })
    .toBe(statements)
}

/** Begins `first` and then `second` while neither can go on, and lets both go. */
async function atOnce<First, Second>(
  { id }: TestPerson,
  first: () => PromiseLike<First>,
  second: () => PromiseLike<Second>,
): Promise<[First, Second]> {
  let both: Promise<[First, Second]> | undefined
  await owner.begin(async (sql) => {
    await sql`select from sessions where person_id = ${id} and not is_complete for update`
    const begun = Promise.resolve(first())
    await waiting(1)
    both = Promise.all([begun, second()])
    await waiting(2)
  })
  return both!
}

describe('a session that is opened', () => {
  test.each(['reset-second-factor', 'disable'])(
    'while its person meets %s is over with it',
    async (what) => {
      const { agent } = await newAdministrator()
      const person = await addTestPerson(service, { roles: [{ role: 'approver' }] })
      const { email, password } = person
      const thief = agentOf(service.url)
      await thief.post('/masuk').type(FORM).send({ email, password }).expect(303)

      const [entered, ended] = await atOnce(
        person,
        () => thief.post('/masuk/kode').type(FORM).send({ code: person.code() }),
        () => agent.post(`/v1/admin/people/${person.id}/${what}`),
      )

      expect([entered.status, ended.ok]).toEqual([303, true])
      if (what === 'disable') await agent.post(`/v1/admin/people/${person.id}/enable`).expect(204)
      await thief.get('/v1/admin/me').expect(401)
    },
  )

  test('with a password that was changed since it was looked up is none', async () => {
    const person = await signInAs(service, { roles: [{ role: 'reader' }] })
    const known = await findPersonToSignIn(service.database, person.email)
    const { headers } = await person.agent
      .post('/konsol/akun/kata-sandi')
      .type(FORM)
      .send({ form_token: person.formToken, current: person.password, password: NEXT })
      .expect(303)

    const caller = { address: '192.0.2.1', userAgent: '', requestId: '' }
    const session = newSession(service.dependencies, person.id, newToken(), caller, 'password')
    const told = auditEvent(commandActor('test'), 'session.opened', session.id)
    const generation = known!.sessionGeneration
    expect(await openSession(service.database, session, generation, undefined, told)).toBe(false)
    const kept = await service.database.sql`select from audit_events where subject = ${session.id}`
    expect(kept).toHaveLength(0)

    const cookie = String(headers['set-cookie']).split(';')[0]!
    await request(service.url).get('/v1/admin/me').set('Cookie', cookie).expect(200)
    await request(service.url).get('/v1/admin/me').set('Cookie', person.cookie).expect(401)
    await expect(signIn(service, person)).rejects.toThrow()
  })
})

const NEXT = 'kerbau minum air sungai'
