import type { Dependencies } from '../../dependencies.ts'
import { type Actor, auditEvent } from '../../domain/people/audit-event.ts'
import { mayGovern, type RightsRefusal, roleRefusal } from '../../domain/people/governing.ts'
import type { Person, RoleGrant } from '../../domain/people/person.ts'
import { findPerson } from '../../store/people.ts'
import {
  disablePerson,
  enablePerson,
  endRole,
  grantRole,
  type RightsOutcome,
  resetCredentials,
} from '../../store/rights.ts'
import { type Invited, newInvitation } from './invite.ts'

type RightsDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

export type RightsFailure = RightsRefusal | 'unknown' | 'last_administrator'
export type RightsResult = RightsOutcome | RightsFailure

export async function giveRole(
  { database }: RightsDependencies,
  personId: string,
  grant: RoleGrant,
  administrator: Person,
  by: Actor,
): Promise<RightsResult> {
  const refusal = roleRefusal(administrator, personId, grant)
  if (refusal !== undefined) return refusal
  if ((await findPerson(database, { id: personId })) === undefined) return 'unknown'
  const { role, country, region } = grant
  const event = auditEvent(by, 'role.granted', personId, {
    place: { country, region },
    detail: { role },
  })
  return grantRole(database, personId, grant, administrator.id, event)
}

export async function takeRole(
  { database }: RightsDependencies,
  personId: string,
  grantId: number,
  administrator: Person,
  by: Actor,
): Promise<RightsResult> {
  const person = await findPerson(database, { id: personId })
  const held = person?.grants.find((grant) => grant.grantId === grantId)
  if (held === undefined) return 'unknown'
  const refusal = roleRefusal(administrator, personId, held)
  if (refusal !== undefined) return refusal
  const { role, country, region } = held
  const event = auditEvent(by, 'role.ended', personId, {
    place: { country, region },
    detail: { role },
  })
  return endRole(database, personId, grantId, administrator.id, event)
}

/** `administrator` is undefined for a command, which may govern everybody. */
export async function disable(
  { database, clock }: RightsDependencies,
  personId: string,
  administrator: Person | undefined,
  by: Actor,
): Promise<RightsResult> {
  const refusal = await governingRefusal(database, personId, administrator)
  if (refusal !== undefined) return refusal
  const event = auditEvent(by, 'person.disabled', personId)
  return disablePerson(database, personId, clock.now(), event)
}

export async function enable(
  { database }: RightsDependencies,
  personId: string,
  administrator: Person | undefined,
  by: Actor,
): Promise<RightsResult> {
  const refusal = await governingRefusal(database, personId, administrator)
  if (refusal !== undefined) return refusal
  return enablePerson(database, personId, auditEvent(by, 'person.enabled', personId))
}

/** Takes everything away that somebody signs in with, and gives a new invitation. */
export async function resetFactors(
  dependencies: RightsDependencies,
  personId: string,
  administrator: Person | undefined,
  by: Actor,
): Promise<Invited | { readonly refused: RightsFailure }> {
  const { database } = dependencies
  const refusal = await governingRefusal(database, personId, administrator)
  if (refusal !== undefined) return { refused: refusal }
  const { token, invitation } = newInvitation(dependencies)
  const event = auditEvent(by, 'second_factor.reset', personId)
  await resetCredentials(database, personId, invitation, by.id ?? by.kind, event)
  return { personId, token, expiresAt: invitation.expiresAt }
}

async function governingRefusal(
  database: RightsDependencies['database'],
  personId: string,
  administrator: Person | undefined,
): Promise<RightsRefusal | 'unknown' | undefined> {
  const person = await findPerson(database, { id: personId })
  if (person === undefined) return 'unknown'
  const may = administrator === undefined || mayGovern(administrator, person.grants)
  return may ? undefined : 'outside_place'
}
