import { mayDo, type Person, type Place, type RoleGrant } from './person.ts'

export type RightsRefusal = 'own_role' | 'outside_place'

/** Why somebody may not give or take this role of `personId`; undefined when they may. */
export function roleRefusal(
  administrator: Person,
  personId: string,
  { country, region }: Place,
): RightsRefusal | undefined {
  // Two people for what one alone could misuse: nobody gives or keeps roles for themselves.
  if (administrator.id === personId) return 'own_role'
  return mayDo(administrator, 'manage_people', { country, region }) ? undefined : 'outside_place'
}

/** Whether somebody may disable a person, or reset what they sign in with: all their roles lie within reach. */
export function mayGovern(administrator: Person, held: readonly RoleGrant[]): boolean {
  return held.every(({ country, region }) =>
    mayDo(administrator, 'manage_people', { country, region }),
  )
}
