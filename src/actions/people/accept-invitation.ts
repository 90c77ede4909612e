import type { Dependencies } from '../../dependencies.ts'
import { auditEvent } from '../../domain/people/audit-event.ts'
import { findInvited, useInvitation } from '../../store/invitations.ts'
import { actorAt, type Caller } from './caller.ts'
import {
  type Faulty,
  type Holder,
  type Made,
  makeAuthenticator,
  makePasskey,
  makePassword,
} from './credentials.ts'
import { newSession } from './sign-in.ts'
import { isToken, newToken } from './tokens.ts'

type InvitationDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** Whom an invitation is for; undefined when it was used, has expired or never was. */
export async function invitedBy(
  { database, clock, hash }: InvitationDependencies,
  invitation: string,
): Promise<Holder | undefined> {
  if (!isToken(invitation)) return undefined
  return findInvited(database, hash.of('invitation', invitation), clock.now())
}

export type Chosen =
  | {
      readonly with: 'password'
      readonly password: string
      readonly seed: string
      readonly code: string
    }
  | {
      readonly with: 'passkey'
      readonly response: string
      readonly origin: string
      readonly name: string
    }

export interface Accepted {
  readonly token: string
  /** Shown once. */
  readonly backupCodes: readonly string[]
}

/** Keeps what somebody will sign in with, and signs them in. Undefined when the invitation is no more. */
export async function acceptInvitation(
  dependencies: InvitationDependencies,
  invitation: string,
  chosen: Chosen,
  caller: Caller,
): Promise<Accepted | Faulty | undefined> {
  const holder = await invitedBy(dependencies, invitation)
  if (holder === undefined) return undefined
  const made = await make(dependencies, chosen, holder)
  if ('refused' in made) return made

  const token = newToken()
  const method = chosen.with === 'passkey' ? 'passkey' : 'authenticator'
  const session = newSession(dependencies, holder.id, token, caller, method)
  const isUsed = await useInvitation(
    dependencies.database,
    dependencies.hash.of('invitation', invitation),
    made.credentials,
    session,
    auditEvent(
      actorAt(caller, { id: holder.id, sessionId: session.id }),
      'invitation.used',
      holder.id,
      { detail: { with: chosen.with } },
    ),
  )
  return isUsed ? { token, backupCodes: made.backupCodes } : undefined
}

async function make(
  dependencies: InvitationDependencies,
  chosen: Chosen,
  holder: Holder,
): Promise<Made | Faulty> {
  if (chosen.with === 'passkey') return makePasskey(dependencies, chosen, holder)
  const password = await makePassword(chosen.password, holder)
  if ('refused' in password) return password
  const app = makeAuthenticator(dependencies, chosen, holder)
  if ('refused' in app) return app
  return {
    credentials: { ...password.credentials, ...app.credentials },
    backupCodes: app.backupCodes,
  }
}
