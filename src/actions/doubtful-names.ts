import { setImmediate as turn } from 'node:timers/promises'
import type { RegisterName } from '../domain/matching/match.ts'
import { NameIndex } from '../domain/matching/name-index.ts'
import { type DoubtfulName, findDoubtfulNames } from '../domain/matching/register-hygiene.ts'
import type { OpenedRegister } from './open-register.ts'

/** A look-up takes about a millisecond, and an index of its own memory: past these nobody waits. */
const MOST_NAMES = 5_000
/** So long other requests may wait at a stretch. */
const SLICE_MS = 10

/**
 * Finds names of different agencies that the matcher takes for one, each pair once; undefined where
 * the register is too large to look while somebody waits. Kept until the register changes.
 */
export function doubtfulNamesFinder() {
  let kept: { version: string; found: Promise<readonly DoubtfulName[] | undefined> } | undefined
  return (opened: OpenedRegister): Promise<readonly DoubtfulName[] | undefined> => {
    if (kept?.version !== opened.version) {
      kept = { version: opened.version, found: findAmong(namesOf(opened)) }
    }
    return kept.found
  }
}

function namesOf({ register, view }: OpenedRegister): RegisterName[][] {
  return [...register.agencies()].flatMap(({ id }) => {
    const agency = view.agency(id)
    if (agency === undefined) return []
    const { country, names } = agency
    return [
      names.map(({ entry, name, kind }) => ({
        id: String(entry),
        agencyId: id,
        name,
        kind,
        country,
      })),
    ]
  })
}

async function findAmong(
  agencies: readonly RegisterName[][],
): Promise<readonly DoubtfulName[] | undefined> {
  const names = agencies.flat()
  if (names.length > MOST_NAMES) return undefined
  const index = new NameIndex(names)
  const found = new Map<string, DoubtfulName>()
  let since = performance.now()
  for (const own of agencies) {
    for (const doubtful of findDoubtfulNames(index, own)) {
      const pair = [doubtful.name.id, doubtful.other.id].sort().join(' ')
      if (!found.has(pair)) found.set(pair, doubtful)
    }
    if (performance.now() - since > SLICE_MS) {
      await turn()
      since = performance.now()
    }
  }
  return [...found.values()]
}
