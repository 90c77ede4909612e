import { ROLE_WORDS } from '../../domain/people/people-words.ts'
import type { RoleGrant } from '../../domain/people/person.ts'
import type { Frame } from '../frame.ts'

/** A role with its place: "pencatat, Indonesia 32.12". */
export function roleInWords(frame: Frame, { role, country, region }: RoleGrant): string {
  const where =
    country === null
      ? frame.say('semua negara', 'every country')
      : [frame.country(country), region].filter(Boolean).join(' ')
  return `${frame.pick(ROLE_WORDS[role])}, ${where}`
}
