import type { RegisterName } from './match.ts'
import type { NameIndex } from './name-index.ts'

/** Two names of a register that the matcher would take for one. */
export interface DoubtfulName {
  readonly name: RegisterName
  readonly other: RegisterName
  readonly outcome: 'exact' | 'variant'
}

/**
 * Matches each of `names` against the index without its agency's names, as if it were unlicensed:
 * what is then exact or variant is a duplicate, or two companies that an officer could take for
 * one. The index is as before afterwards.
 */
export function findDoubtfulNames(
  index: NameIndex,
  names: readonly RegisterName[],
): readonly DoubtfulName[] {
  const byAgency = new Map<string, RegisterName[]>()
  for (const name of names) {
    const own = byAgency.get(name.agencyId)
    if (own === undefined) byAgency.set(name.agencyId, [name])
    else own.push(name)
  }
  const found: DoubtfulName[] = []
  for (const own of byAgency.values()) {
    // Taken out, so that its own words do not count as words of others.
    for (const name of own) index.remove(name.id)
    for (const name of own) {
      const { candidates } = index.match(name.name, { country: name.country })
      for (const { outcome, name: other } of candidates) {
        if (outcome !== 'similar') found.push({ name, other, outcome })
      }
    }
    for (const name of own) index.add(name)
  }
  return found
}
