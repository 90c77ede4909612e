import type { Dependencies } from '../../dependencies.ts'
import { type Actor, auditEvent } from '../../domain/people/audit-event.ts'
import { readEmail } from '../../domain/people/email.ts'
import { mayGovern } from '../../domain/people/governing.ts'
import type { Person, RoleGrant } from '../../domain/people/person.ts'
import { INVITATION_LIFE } from '../../domain/people/session-limits.ts'
import type { NewInvitation } from '../../store/invitations.ts'
import { addPerson } from '../../store/people.ts'
import { newId, newToken } from './tokens.ts'

type InviteDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

export interface Invited {
  readonly personId: string
  /** Shown once; opens the invitation until it expires. */
  readonly token: string
  readonly expiresAt: Date
}

export type InviteRefusal = 'email_taken' | 'email_unreadable' | 'outside_place'

/** Keeps somebody new with their roles, and gives what invites them. A command may invite anybody. */
export async function invite(
  dependencies: InviteDependencies,
  who: { readonly email: string; readonly name: string; readonly roles: readonly RoleGrant[] },
  administrator: Person | undefined,
  by: Actor,
): Promise<Invited | { readonly refused: InviteRefusal }> {
  const isWithinReach = administrator === undefined || mayGovern(administrator, who.roles)
  if (!isWithinReach) return { refused: 'outside_place' }
  const email = readEmail(who.email)
  if (email === undefined) return { refused: 'email_unreadable' }
  const person = { id: newId('per'), email, name: who.name }
  const { token, invitation } = newInvitation(dependencies)
  const event = auditEvent(by, 'invitation.made', person.id, {
    detail: { roles: who.roles.map(({ role }) => role).join(' ') },
  })
  const isAdded = await addPerson(
    dependencies.database,
    person,
    who.roles,
    invitation,
    by.id ?? by.kind,
    event,
  )
  if (!isAdded) return { refused: 'email_taken' }
  return { personId: person.id, token, expiresAt: invitation.expiresAt }
}

export function newInvitation({ clock, hash }: InviteDependencies): {
  readonly token: string
  readonly invitation: NewInvitation
} {
  const token = newToken()
  const createdAt = clock.now()
  const invitation = {
    id: newId('inv'),
    tokenHash: hash.of('invitation', token),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + INVITATION_LIFE),
  }
  return { token, invitation }
}
