import { compare } from './compare.ts'
import type { RegisterName } from './match.ts'
import type { NameTable } from './name-table.ts'

export const SUGGESTION_REASONS = ['beginning', 'words', 'initials', 'similar'] as const

/** A name to offer while a person types. It is an offer, never an answer. */
export interface Suggestion {
  readonly agencyId: string
  readonly name: RegisterName
  readonly reason: (typeof SUGGESTION_REASONS)[number]
}

/** Enough names to choose from; more cost time and no one reads them. */
const MOST_SCANNED = 2000
const MOST_WORDS_BEGUN = 60

/**
 * Names that begin with what is typed, that hold its words with the last one begun, or that have
 * it as initials, in this order. Empty below two letters.
 */
export function suggestFrom(
  table: NameTable,
  typed: readonly string[],
  limit: number,
  isEligible: (name: RegisterName) => boolean,
): readonly Suggestion[] {
  const joined = typed.join('')
  if (joined.length < 2) return []
  const byAgency = new Map<string, Ranked>()
  const offer = (slot: number, reason: Suggestion['reason']) => {
    const held = table.at(slot)
    if (held === undefined || !isEligible(held.name)) return
    const { agencyId } = held.name
    const known = byAgency.get(agencyId)
    const rank = SUGGESTION_REASONS.indexOf(reason)
    const ranked = { suggestion: { agencyId, name: held.name, reason }, rank, joined: held.joined }
    if (known === undefined || byRank(ranked, known) < 0) byAgency.set(agencyId, ranked)
  }

  for (const slot of slotsWithWords(table, typed)) {
    const begins = table.at(slot)?.joined.startsWith(joined) ?? false
    offer(slot, begins ? 'beginning' : 'words')
  }
  if (joined.length <= 7)
    for (const slot of table.byInitials.get(joined, 50)) offer(slot, 'initials')
  return [...byAgency.values()]
    .sort(byRank)
    .slice(0, limit)
    .map((ranked) => ranked.suggestion)
}

interface Ranked {
  readonly suggestion: Suggestion
  readonly rank: number
  readonly joined: string
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    a.joined.length - b.joined.length ||
    compare(a.joined, b.joined) ||
    compare(a.suggestion.name.id, b.suggestion.name.id)
  )
}

/** Names that hold every word, the last one begun, the others complete or begun too. */
function slotsWithWords(table: NameTable, typed: readonly string[]): ReadonlySet<number> {
  // One letter begins too many words to look them up; it only narrows what the others find.
  const narrowing = typed.filter((word) => word.length === 1)
  const choices = typed.filter((word) => word.length > 1).map((word) => wordsBegunWith(table, word))
  const fewest = choices
    .map((ids, at) => ({
      ids,
      at,
      names: ids.reduce((sum, id) => sum + table.words.namesWith(id).length, 0),
    }))
    .sort((a, b) => a.names - b.names)
  const first = fewest[0]
  const found = new Set<number>()
  if (first === undefined || first.names === 0) return found
  const others = fewest.slice(1).map(({ ids }) => new Set(ids))
  for (const id of first.ids) {
    const { items, length } = table.words.namesWith(id)
    for (let at = 0; at < length && found.size < MOST_SCANNED; at += 1) {
      const slot = items[at]!
      const words = table.at(slot)?.words ?? []
      const holdsAll =
        others.every((ids) => words.some(({ id }) => ids.has(id))) &&
        narrowing.every((letter) => words.some(({ text }) => text.startsWith(letter)))
      if (holdsAll) found.add(slot)
    }
  }
  return found
}

function wordsBegunWith(table: NameTable, word: string): readonly number[] {
  const exact = table.words.id(word)
  const sounding = table.words.soundingLike(table.words.read(word).sound)
  const begun = table.words.beginningWith(word, MOST_WORDS_BEGUN)
  return [...new Set([...(exact === undefined ? [] : [exact]), ...sounding, ...begun])]
}
