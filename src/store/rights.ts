import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { RoleGrant } from '../domain/people/person.ts'
import { auditInsert, type Fragment } from './audit.ts'
import type { Database } from './database.ts'
import { invitationInsert, type NewInvitation } from './invitations.ts'

// Whatever changes somebody's rights ends their sessions, so that no session outlives what it rested on.

export type RightsOutcome = 'done' | 'unchanged' | 'last_administrator'

/** Whether anybody can approve what another person recorded. */
export async function hasApprover({ sql }: Database): Promise<boolean> {
  const [row] = await sql`
    select exists (
      select from role_grants g
      join people p on p.id = g.person_id and p.disabled_at is null
      left join role_grant_ends e on e.grant_id = g.id
      where g.role = 'approver' and e.grant_id is null) as has`
  return row?.has === true
}

/** Unchanged when they have this role for this place already. */
export function grantRole(
  { sql }: Database,
  personId: string,
  { role, country, region }: RoleGrant,
  by: string,
  event: AuditEvent,
): Promise<RightsOutcome> {
  return rightsOutcome(sql`
    with changed as (
      insert into role_grants (person_id, role, country, region, granted_by)
      select id, ${role}::role, ${country}, ${region}, ${by} from people
      where id = ${personId} and not exists (
        select from role_grants g left join role_grant_ends e on e.grant_id = g.id
        where g.person_id = ${personId} and g.role = ${role}::role and e.grant_id is null
          and g.country is not distinct from ${country} and g.region is not distinct from ${region})
      returning person_id
    ), ended as (delete from sessions using changed where sessions.person_id = changed.person_id),
    renewed as (
      update people set session_generation = session_generation + 1
      from changed where people.id = changed.person_id
    ),
    told as (${auditInsert(sql, event, sql`changed`)})
    select from changed`)
}

export function endRole(
  { sql }: Database,
  personId: string,
  grantId: number,
  by: string,
  event: AuditEvent,
): Promise<RightsOutcome> {
  return rightsOutcome(sql`
    with changed as (
      insert into role_grant_ends (grant_id, ended_by)
      select id, ${by} from role_grants where id = ${grantId} and person_id = ${personId}
      on conflict do nothing
      returning grant_id
    ), ended as (delete from sessions using changed where person_id = ${personId}),
    renewed as (
      update people set session_generation = session_generation + 1
      from changed where people.id = ${personId}
    ),
    told as (${auditInsert(sql, event, sql`changed`)})
    select from changed`)
}

export function disablePerson(
  { sql }: Database,
  personId: string,
  now: Date,
  event: AuditEvent,
): Promise<RightsOutcome> {
  return rightsOutcome(sql`
    with changed as (
      update people set disabled_at = ${now.toISOString()}::timestamptz,
        session_generation = session_generation + 1
      where id = ${personId} and disabled_at is null returning id
    ), ended as (delete from sessions using changed where person_id = changed.id),
    told as (${auditInsert(sql, event, sql`changed`)})
    select from changed`)
}

export function enablePerson(
  { sql }: Database,
  personId: string,
  event: AuditEvent,
): Promise<RightsOutcome> {
  return rightsOutcome(sql`
    with changed as (
      update people set disabled_at = null
      where id = ${personId} and disabled_at is not null returning id
    ), told as (${auditInsert(sql, event, sql`changed`)})
    select from changed`)
}

/** Takes away everything that somebody signs in with, voids earlier invitations, and invites anew. */
export async function resetCredentials(
  { sql }: Database,
  personId: string,
  invitation: NewInvitation,
  by: string,
  event: AuditEvent,
): Promise<void> {
  await sql`
    with changed as (
      update people set session_generation = session_generation + 1
      where id = ${personId} returning id
    ),
    password as (delete from passwords using changed where person_id = changed.id),
    app as (delete from authenticator_apps using changed where person_id = changed.id),
    codes as (delete from backup_codes using changed where person_id = changed.id),
    keys as (delete from passkeys using changed where person_id = changed.id),
    ended as (delete from sessions using changed where person_id = changed.id),
    voided as (
      update invitations set used_at = ${invitation.createdAt.toISOString()}::timestamptz
      from changed where person_id = changed.id and used_at is null
    ),
    invited as (${invitationInsert(sql, invitation, by, sql`changed`)}),
    told as (${auditInsert(sql, event, sql`changed`)})
    select from changed`
}

async function rightsOutcome(statement: Fragment): Promise<RightsOutcome> {
  try {
    return (await statement).count === 1 ? 'done' : 'unchanged'
  } catch (error) {
    if ((error as { code?: string }).code === 'PR423') return 'last_administrator'
    throw error
  }
}
