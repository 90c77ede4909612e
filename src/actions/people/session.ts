import type { Dependencies } from '../../dependencies.ts'
import { type Actor, auditEvent } from '../../domain/people/audit-event.ts'
import { endSessions, findOpenSession, type OpenSession } from '../../store/sessions.ts'
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

/**
 * What a form of this session carries, so that no other page can have made it. A form that is open
 * while the session gets another token is still good.
 */
export function formTokenOf({ hash }: Pick<Dependencies, 'hash'>, sessionId: string): string {
  return hash.bytes('form-token', sessionId).toString('base64url')
}

/** Ends one of somebody's sessions, or all but one; gives how many. */
export function endOwnSessions(
  { database }: SessionDependencies,
  personId: string,
  which: { readonly only: string } | { readonly allBut: string },
  by: Actor,
): Promise<number> {
  const subject = 'only' in which ? which.only : personId
  return endSessions(database, personId, which, auditEvent(by, 'session.ended', subject))
}
