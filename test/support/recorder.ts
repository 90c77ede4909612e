import type { Response, Test } from 'supertest'
import type { RoleGrant } from '../../src/domain/people/person.ts'
import type { Role } from '../../src/domain/people/role.ts'
import { signIn, signInAs, type TestSession } from './signed-in.ts'
import type { TestService } from './test-service.ts'

/** Somebody who keeps the register, by the API. */
export interface Recorder {
  readonly id: string
  get(path: string): Test
  post(path: string): Test
  /** The ETag of a subject. */
  lastEntry(subject: string): Promise<string>
  /** Records by the last part of the address, on the subject as it is; null for a new one. */
  record(path: string, body: object, subject: string | null): Promise<Response>
  decide(
    proposalId: string,
    part: 'approval' | 'refusal' | 'withdrawal',
    reason?: string,
  ): Promise<Response>
  /** The same person in another session. */
  again(): Promise<Recorder>
}

export async function recorderOf(
  service: TestService,
  role: { readonly role: Role } & Partial<Omit<RoleGrant, 'role'>>,
): Promise<Recorder> {
  return inSession(service, await signInAs(service, { roles: [role] }))
}

function inSession(service: TestService, session: TestSession): Recorder {
  const { agent, id } = session
  const post = (path: string) => agent.post(path)
  const lastEntry = async (subject: string) =>
    String((await agent.get(`/v1/admin/subjects/${subject}`)).headers.etag)
  return {
    id,
    post,
    lastEntry,
    get: (path) => agent.get(path),
    record: async (path, body, subject) => {
      const asked = post(`/v1/admin/${path}`)
      if (subject === null) return asked.set('If-None-Match', '*').send(body)
      return asked.set('If-Match', await lastEntry(subject)).send(body)
    },
    decide: async (proposalId, part, reason) =>
      post(`/v1/admin/proposals/${proposalId}/${part}`).send(reason ? { reason } : {}),
    again: async () => inSession(service, await signIn(service, session)),
  }
}
