import type { Row, Sql } from 'postgres'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { KeptPerson, RoleGrant } from '../domain/people/person.ts'
import { auditInsert, type Fragment } from './audit.ts'
import type { Database } from './database.ts'
import { invitationInsert, type NewInvitation } from './invitations.ts'

/**
 * Keeps somebody with their roles and an invitation in one statement; false when the address is taken.
 * `givenBy` is a person's id or a command's name.
 */
export async function addPerson(
  { sql }: Database,
  person: KeptPerson,
  roles: readonly RoleGrant[],
  invitation: NewInvitation,
  givenBy: string,
  event: AuditEvent,
): Promise<boolean> {
  const added = await sql`
    with added as (
      insert into people (id, email, name) values (${person.id}, ${person.email}, ${person.name})
      on conflict (email) do nothing
      returning id
    ), granted as (
      insert into role_grants (person_id, role, country, region, granted_by)
      select a.id, r.role::role, r.country, r.region, ${givenBy}
      from added a, json_to_recordset(${JSON.stringify(roles)}::text::json)
        as r (role text, country text, region text)
    ), invited as (${invitationInsert(sql, invitation, givenBy, sql`added`)}),
    told as (${auditInsert(sql, event, sql`added`)})
    select from added`
  return added.count === 1
}

/** The names of people by their ids. */
export async function namesOf(
  { sql }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql`select id, name from people
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
}

export interface PersonToSignIn extends KeptPerson {
  readonly passwordHash: string | null
  readonly sessionGeneration: number
}

/** Somebody by address, unless disabled. */
export async function findPersonToSignIn(
  { sql }: Database,
  email: string,
): Promise<PersonToSignIn | undefined> {
  const [row] = await sql`
    select p.id, p.email, p.name, p.session_generation, w.hash as password_hash
    from people p left join passwords w on w.person_id = p.id
    where p.email = ${email} and p.disabled_at is null`
  return (
    row && {
      id: row.id,
      email: row.email,
      name: row.name,
      passwordHash: row.password_hash,
      sessionGeneration: row.session_generation,
    }
  )
}

export interface ListedPerson extends KeptPerson {
  readonly isDisabled: boolean
  /** False for somebody who has not accepted an invitation. */
  readonly canSignIn: boolean
  readonly grants: readonly HeldRole[]
}

export interface HeldRole extends RoleGrant {
  readonly grantId: number
  readonly grantedBy: string
  readonly grantedAt: string
}

export interface PeopleFilter {
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** People by address, those whose name or address holds `q`, after an address. */
export async function listPeople(
  { sql }: Database,
  { q, after, limit }: PeopleFilter,
): Promise<ListedPerson[]> {
  const rows = await sql`
    select ${personColumns(sql)} from people p
    where p.email > ${after ?? ''}
      and (${q ?? ''} = '' or strpos(p.email, lower(${q ?? ''})) > 0 or strpos(lower(p.name), lower(${q ?? ''})) > 0)
    order by p.email limit ${limit}`
  return rows.map(listedPerson)
}

export async function findPerson(
  { sql }: Database,
  by: { readonly id: string } | { readonly email: string },
): Promise<ListedPerson | undefined> {
  const [row] = await sql`
    select ${personColumns(sql)} from people p
    where ${'id' in by ? sql`p.id = ${by.id}` : sql`p.email = ${by.email}`}`
  return row && listedPerson(row)
}

function personColumns(sql: Sql): Fragment {
  return sql`p.id, p.email, p.name, p.disabled_at is not null as is_disabled,
    can_sign_in(p.id),
    (select coalesce(json_agg(json_build_object('grantId', g.id, 'role', g.role, 'country', g.country,
        'region', g.region, 'grantedBy', g.granted_by,
        'grantedAt', to_char(g.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by g.id), '[]'::json)
      from role_grants g left join role_grant_ends e on e.grant_id = g.id
      where g.person_id = p.id and e.grant_id is null) as grants`
}

function listedPerson(row: Row): ListedPerson {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    isDisabled: row.is_disabled,
    canSignIn: row.can_sign_in,
    grants: row.grants,
  }
}
