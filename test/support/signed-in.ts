import request from 'supertest'
import { invite } from '../../src/actions/people/invite.ts'
import { newSession } from '../../src/actions/people/sign-in.ts'
import { newToken } from '../../src/actions/people/tokens.ts'
import { authenticatorOf } from '../../src/authenticator.ts'
import { auditEvent, commandActor } from '../../src/domain/people/audit-event.ts'
import { EVERYWHERE, type RoleGrant } from '../../src/domain/people/person.ts'
import type { Role } from '../../src/domain/people/role.ts'
import { hashPassword } from '../../src/password-hash.ts'
import { useInvitation } from '../../src/store/invitations.ts'
import type { TestPasskey } from './test-passkey.ts'
import type { TestService } from './test-service.ts'

/** One step of scrypt's cost: the work is in the hash that is kept, so checking it costs as little. */
const CHEAP = { N: 2, r: 8, p: 1 }
const PASSWORD = 'kuda makan rumput hijau'
const BY = commandActor('test')

export interface TestPerson {
  readonly id: string
  readonly email: string
  readonly password: string
  /** A code of their authenticator app at the service's present moment. */
  code(): string
}

export interface TestSession extends TestPerson {
  /** Asks with the session's cookie and as a page of the service does. */
  readonly agent: ReturnType<typeof request.agent>
  /** For the `form_token` of the console's forms. */
  readonly formToken: string
  /** The Cookie header of the session. */
  readonly cookie: string
}

type GivenRole = { readonly role: Role } & Partial<Omit<RoleGrant, 'role'>>

let people = 0

/** Somebody who has these roles, and signs in with a password and an app, or with a passkey alone. */
export async function addTestPerson(
  { dependencies }: Pick<TestService, 'dependencies'>,
  { roles = [], passkey }: { readonly roles?: readonly GivenRole[]; passkey?: TestPasskey } = {},
): Promise<TestPerson> {
  const { database, clock, hash } = dependencies
  people += 1
  const email = `petugas${people}@contoh.example`
  const grants = roles.map((given) => ({ ...EVERYWHERE, ...given }))
  const invited = await invite(
    dependencies,
    { email, name: `Petugas Contoh ${people}`, roles: grants },
    undefined,
    BY,
  )
  if ('refused' in invited) throw new Error(invited.refused)
  const seed = newToken()
  const caller = { address: '192.0.2.1', userAgent: 'test', requestId: 'test' }
  const session = newSession(dependencies, invited.personId, newToken(), caller, 'authenticator')
  const isUsed = await useInvitation(
    database,
    hash.of('invitation', invited.token),
    passkey === undefined
      ? {
          passwordHash: await hashPassword(PASSWORD, CHEAP),
          authenticator: { seed, step: 0, backupCodeHashes: [] },
        }
      : { passkey: passkey.kept },
    session,
    auditEvent(BY, 'invitation.used', invited.personId),
  )
  if (!isUsed) throw new Error('the invitation was not taken')
  return {
    id: invited.personId,
    email,
    password: PASSWORD,
    code: () => authenticatorOf(hash, seed, email).codeAt(clock.now()),
  }
}

/** Signs a new person in over HTTP, with password and authenticator app: a fresh proof of both. */
export async function signInAs(
  service: Pick<TestService, 'dependencies' | 'url'>,
  given: { readonly roles?: readonly GivenRole[] } = {},
): Promise<TestSession> {
  return signIn(service, await addTestPerson(service, given))
}

export async function signIn(
  { url }: Pick<TestService, 'url'>,
  person: TestPerson,
): Promise<TestSession> {
  const agent = agentOf(url)
  const { email, password } = person
  await agent.post('/masuk').type('form').send({ email, password }).expect(303)
  const entered = await agent.post('/masuk/kode').type('form').send({ code: person.code() })
  if (entered.status !== 303) throw new Error(`signing in gave ${entered.status}`)
  const { text } = await agent.get('/konsol').expect(200)
  return {
    ...person,
    agent,
    formToken: /name="form_token" value="([\w-]+)"/.exec(text)?.[1] ?? '',
    cookie: String(entered.headers['set-cookie']).split(';')[0] ?? '',
  }
}

/** A browser's habits: keeps cookies, and says where its requests come from. */
export function agentOf(url: string): ReturnType<typeof request.agent> {
  const agent = request.agent(url)
  agent.set('Origin', url).set('Sec-Fetch-Site', 'same-origin')
  return agent
}
