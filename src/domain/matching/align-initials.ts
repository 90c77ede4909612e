import type { AlignedPair } from './align.ts'
import type { HeldName } from './name-table.ts'
import type { NameReading } from './read-name.ts'

/** "CKS" for Citra Karya Sejati: the acronym stands for the whole name, the rest is left over. */
export function alignInitials(
  reading: NameReading,
  acronyms: ReadonlySet<string>,
  held: HeldName,
): readonly AlignedPair[] | undefined {
  if (acronyms.size === 0) return undefined
  if (held.words.length === 0 || !held.initials.some((initials) => acronyms.has(initials))) {
    return undefined
  }
  const own = held.initials.filter((initials) => acronyms.has(initials))
  const at = reading.words.findIndex((word) => own.includes(word))
  if (at < 0 && !reading.ownAcronyms.some((acronym) => own.includes(acronym))) return undefined
  return [...reading.words, ''].flatMap((_, index): AlignedPair[] => {
    const isAcronym = index === (at < 0 ? reading.words.length : at)
    if (!isAcronym && index === reading.words.length) return []
    return [
      {
        queryFrom: index,
        queryCount: index === reading.words.length ? 0 : 1,
        nameFrom: 0,
        nameCount: isAcronym ? held.words.length : 0,
        relation: isAcronym ? 'initials' : 'extra',
        closeness: isAcronym ? 0.5 : 0,
        moved: false,
      },
    ]
  })
}
