import { type Role, TASKS_OF_ROLE, type Task } from './role.ts'

/** Where something is kept or may be done; null reads "all of them". */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** Code of a province ("32") or a district ("32.12") in that country. */
  readonly region: string | null
}

export const EVERYWHERE: Place = { country: null, region: null }

export interface RoleGrant extends Place {
  readonly role: Role
}

/** Somebody who is signed in. */
export interface Person {
  /** `per_…`: the pseudonym under which the registry's log knows them. */
  readonly id: string
  readonly name: string
  readonly grants: readonly RoleGrant[]
}

/** Somebody as they are kept: with the address by which they sign in. */
export interface KeptPerson {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** Whether a person may do a task for what is kept at `place`; without a place, for anything at all. */
export function mayDo(person: Person, task: Task, place?: Place): boolean {
  return person.grants.some(
    (grant) => tasksOf(grant.role).includes(task) && (place === undefined || covers(grant, place)),
  )
}

/** Where a person may do a task. */
export function placesFor({ grants }: Person, task: Task): readonly Place[] {
  return grants.filter(({ role }) => tasksOf(role).includes(task))
}

function tasksOf(role: Role): readonly Task[] {
  return TASKS_OF_ROLE[role]
}

/** Where both are kept: of two regions of a country, all of it. */
export function spanning(a: Place, b: Place): Place {
  return {
    country: a.country === b.country ? a.country : null,
    region: a.country === b.country && a.region === b.region ? a.region : null,
  }
}

/** A province covers its districts; nothing narrower ever covers a whole country. */
export function covers(wide: Place, narrow: Place): boolean {
  if (wide.country === null) return true
  if (wide.country !== narrow.country) return false
  if (wide.region === null) return true
  return narrow.region === wide.region || narrow.region?.startsWith(`${wide.region}.`) === true
}
