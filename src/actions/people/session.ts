import type { Dependencies } from '../../dependencies.ts'
import { auditEvent } from '../../domain/people/audit-event.ts'
import { endSession, findOpenSession, type OpenSession } from '../../store/sessions.ts'
import { actorAt, type Caller } from './caller.ts'
import { isToken } from './tokens.ts'

type SessionDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** Who holds a session's token; undefined when it has ended, or its second factor is still owed. */
export async function personOf(
  { database, clock, hash }: SessionDependencies,
  token: string,
): Promise<OpenSession | undefined> {
  if (!isToken(token)) return undefined
  return findOpenSession(database, hash.of('session', token), clock.now())
}

/** What a form of this session carries, so that no other page can have made it. */
export function formTokenOf({ hash }: Pick<Dependencies, 'hash'>, sessionToken: string): string {
  return hash.bytes('form-token', sessionToken).toString('base64url')
}

export async function signOut(
  { database, hash }: SessionDependencies,
  token: string,
  person: { readonly id: string; readonly sessionId: string },
  caller: Caller,
): Promise<void> {
  const event = auditEvent(actorAt(caller, person), 'session.ended', person.sessionId)
  await endSession(database, hash.of('session', token), event)
}
