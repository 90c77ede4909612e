import type { NameMatch, RegisterName } from '../../../src/domain/matching/match.ts'
import type { NameIndex } from '../../../src/domain/matching/name-index.ts'
import {
  LEFT_OUT,
  type Mutator,
  NEGATIVES,
  type OtherWords,
  PARTS,
  TRUE_VARIANTS,
  usualSpelling,
  wordsOneLetterAway,
  wordsOneLetterMore,
} from './mutators.ts'
import { Random } from './random.ts'
import { mentions } from './real-data.ts'

export interface Query {
  readonly set: 'variant' | 'part' | 'negative' | 'left out' | 'mention'
  readonly kind: string
  readonly text: string
  /** The agency meant; undefined when none of the register is. */
  readonly agencyId: string | undefined
  /** Taken out of the register while this is asked. */
  readonly without?: readonly RegisterName[]
  readonly labelBasis?: string
  /** So many letters of the name are not there that words of it must be missing. */
  readonly isPart?: boolean
}

export interface Answer {
  readonly query: Query
  readonly match: NameMatch
  /** 0 for the first; -1 when the agency meant is not among the candidates. */
  readonly rank: number
  readonly milliseconds: number
}

const FORM_OF_INDONESIA = /^(PT\.? |P\.T\. |pt\.|Perseroan Terbatas )|(, Tbk| \(Persero\))$/g
const FORM_WORDS = new Set(['pt', 'ltd', 'limited', 'pvt'])
const OTHER_FORM = /^(CV|C\.V|LPK|Yayasan|Koperasi|UD|Firma)/

/** A mention with fewer of the name's letters than this share leaves out words. */
const LEAST_OF_LETTERS = 2 / 3

/** Equal for the same words in any order. */
function key(words: readonly string[]): string {
  return words.map(usualSpelling).toSorted().join(' ')
}

/** The words of a name without its legal form, as the mutators take them. */
export function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(/\((pel[^)]*|bija[ck])\)/g, ' ')
    .replace(/['`]/g, '')
    .replace(/\bm\/s\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !FORM_WORDS.has(word))
}

/** Half of the agencies, by a hash of the agency: tune on one half, report on the other. */
export function isInHalf(agencyId: string, half: 'tune' | 'report' | 'all'): boolean {
  if (half === 'all') return true
  let hash = 2166136261
  for (let at = 0; at < agencyId.length; at += 1) {
    hash = Math.imul(hash ^ agencyId.charCodeAt(at), 16777619)
  }
  return (((hash ^ (hash >>> 15)) >>> 3) & 1) === (half === 'tune' ? 1 : 0)
}

export function generatedQueries(
  register: readonly RegisterName[],
  half: 'tune' | 'report' | 'all',
  seed: number,
  moreWords: readonly string[] = [],
): readonly Query[] {
  const random = new Random(seed)
  const names = register.map((name) => ({ name, words: wordsOf(name.name) }))
  const words = names.flatMap((entry) => entry.words)
  const other: OtherWords = {
    words,
    oneLetterAway: wordsOneLetterAway([...words, ...moreWords]),
    oneLetterMore: wordsOneLetterMore([...words, ...moreWords]),
  }
  const taken = new Map(names.map((entry) => [key(entry.words), entry.name.agencyId]))
  const joined = new Map(
    names.map((entry) => [entry.words.map(usualSpelling).join(''), entry.name.agencyId]),
  )
  const queries: Query[] = []
  const country = register[0]?.country

  for (const { name, words: own } of names) {
    if (own.length === 0 || !isInHalf(name.agencyId, half)) continue
    const make = (set: Query['set'], mutators: readonly Mutator[], isMeant: boolean) => {
      const seen = new Set<string>()
      for (const { kind, times, mutate } of mutators) {
        for (let time = 0; time < times; time += 1) {
          const mutated = mutate(own, random, other)
          const text = country === 'ID' ? mutated : mutated?.replace(FORM_OF_INDONESIA, '')
          if (text === undefined || seen.has(text)) continue
          // A mutation that happens to be a registered name is that name.
          const holder =
            taken.get(key(wordsOf(text))) ?? joined.get(wordsOf(text).map(usualSpelling).join(''))
          const isOther = holder !== undefined && (!isMeant || holder !== name.agencyId)
          if (isOther && (set === 'negative' || set === 'part') && !OTHER_FORM.test(text)) continue
          seen.add(text)
          const agencyId = isMeant ? name.agencyId : undefined
          queries.push({
            set,
            kind,
            text,
            agencyId,
            ...(set === 'left out' && { without: [name] }),
          })
        }
      }
    }
    make('variant', TRUE_VARIANTS, true)
    make('part', PARTS, true)
    make('negative', NEGATIVES, false)
    make('left out', LEFT_OUT, false)
  }
  return queries
}

/** The real mentions whose agency the register holds, and those said to be no agency. */
export function mentionQueries(
  register: readonly RegisterName[],
  half: 'tune' | 'report' | 'all',
): readonly Query[] {
  const ids = new Map(register.map((name) => [wordsOf(name.name).join(''), name.agencyId]))
  return mentions().flatMap((mention): Query[] => {
    const { asWritten: text, kind, labelBasis } = mention
    if (mention.trueAgency === '') {
      return [{ set: 'mention', kind, text, agencyId: undefined, labelBasis }]
    }
    const agencyId = ids.get(wordsOf(mention.trueAgency).join(''))
    if (agencyId === undefined || !isInHalf(agencyId, half)) return []
    const isPart =
      wordsOf(text).join('').length < LEAST_OF_LETTERS * wordsOf(mention.trueAgency).join('').length
    return [{ set: 'mention', kind, text, agencyId, labelBasis, isPart }]
  })
}

export function ask(index: NameIndex, queries: readonly Query[]): readonly Answer[] {
  return queries.map((query) => {
    for (const name of query.without ?? []) index.remove(name.id)
    const from = performance.now()
    const match = index.match(query.text)
    const milliseconds = performance.now() - from
    for (const name of query.without ?? []) index.add(name)
    const rank = match.candidates.findIndex((candidate) => candidate.agencyId === query.agencyId)
    return { query, match, rank, milliseconds }
  })
}

export function isCalledSame(match: NameMatch): boolean {
  return match.outcome === 'exact' || match.outcome === 'variant'
}
