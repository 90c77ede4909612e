import { packFor } from '../matching/country-packs.ts'
import { readLicenceNumber } from '../matching/licence-number.ts'
import type { RegisterName } from '../matching/match.ts'
import { NameIndex } from '../matching/name-index.ts'
import { NameReader } from '../matching/read-name.ts'
import type { Matching } from './matching.ts'

/**
 * The matcher over `names`, the register's names of every agency of the country. They are indexed
 * at the first look-up only: a list that brings no new name needs none.
 */
export function listMatching(country: string, names: () => Iterable<RegisterName>): Matching {
  const { assumedForm } = packFor(country)
  const reader = new NameReader(packFor(country))
  let index: NameIndex | undefined

  return {
    readLicenceNumber,
    nameKey: (name) => {
      const [reading] = reader.readRegisterName(name).readings
      if (reading === undefined) return ''
      const { words, form } = reading
      // A CV is not the PT of the same name; a name without its form is taken for the usual one.
      const isUsual = form === undefined || form === assumedForm
      return [...words, ...(isUsual ? [] : [`(${form})`])].join(' ')
    },
    findByName: (name) => {
      index ??= new NameIndex(names())
      return index.match(name, { country }).candidates.map((candidate) => ({
        agencyId: candidate.agencyId,
        outcome: candidate.outcome,
        name: candidate.name.name,
      }))
    },
  }
}
