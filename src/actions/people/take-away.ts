import type { Dependencies } from '../../dependencies.ts'
import { type Actor, auditEvent } from '../../domain/people/audit-event.ts'
import { disablePerson, type RightsOutcome, resetSecondFactor } from '../../store/people.ts'
import { type Invited, newInvitation } from './invite.ts'

type PeopleDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** Disables somebody; their sessions end with it. */
export function disable(
  { database, clock }: PeopleDependencies,
  personId: string,
  by: Actor,
): Promise<RightsOutcome> {
  return disablePerson(database, personId, clock.now(), auditEvent(by, 'person.disabled', personId))
}

/** Takes everything away that somebody signs in with, and gives a new invitation. */
export async function resetFactors(
  dependencies: PeopleDependencies,
  personId: string,
  by: Actor,
): Promise<Invited | undefined> {
  const { token, invitation } = newInvitation(dependencies)
  const outcome = await resetSecondFactor(
    dependencies.database,
    personId,
    invitation,
    by.id ?? by.kind,
    auditEvent(by, 'second_factor.reset', personId),
  )
  return outcome === 'done' ? { personId, token, expiresAt: invitation.expiresAt } : undefined
}
