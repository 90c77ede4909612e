import { compare } from './compare.ts'
import { CountryIndex } from './country-index.ts'
import { packFor } from './country-packs.ts'
import type { MatchOutcome, NameCandidate, NameMatch, RegisterName } from './match.ts'
import { byRank, describeWords, levelOf, type RankedCandidate } from './ranked-candidate.ts'
import { SUGGESTION_REASONS, type Suggestion } from './suggest.ts'

export interface MatchOptions {
  /** Only names of this country's agencies. */
  readonly country?: string
  /** How many candidates to answer; 5 unless told. 1 is cheapest, and the outcome the same. */
  readonly limit?: number
  /** Leaves out names that are not to be seen, for instance not yet known at some moment. */
  readonly isEligible?: (name: RegisterName) => boolean
}

const USUAL_LIMIT = 5
const everyName = () => true

/** Finds agencies by name. Adding and removing one name costs about as much as reading it. */
export class NameIndex {
  readonly #countries = new Map<string, CountryIndex>()
  readonly #countryOf = new Map<string, string>()

  constructor(names: Iterable<RegisterName> = []) {
    for (const name of names) this.add(name)
  }

  get size(): number {
    return this.#countryOf.size
  }

  /** Adds a name, or replaces the one with the same id. */
  add(name: RegisterName): void {
    this.remove(name.id)
    const country = name.country.toUpperCase()
    let index = this.#countries.get(country)
    if (index === undefined) {
      index = new CountryIndex(packFor(country))
      this.#countries.set(country, index)
    }
    index.table.add(name)
    this.#countryOf.set(name.id, country)
  }

  /** Answers false when no name has this id. */
  remove(nameId: string): boolean {
    const country = this.#countryOf.get(nameId)
    if (country === undefined) return false
    this.#countryOf.delete(nameId)
    return this.#countries.get(country)?.table.remove(nameId) ?? false
  }

  match(query: string, options: MatchOptions = {}): NameMatch {
    const { limit = USUAL_LIMIT, isEligible = everyName } = options
    const matches = this.#indexes(options.country).map((index) =>
      index.match(query, isEligible, limit <= 1),
    )
    const ranked = matches.flatMap((match) => match.candidates).sort(byRank)
    const removed = matches.find((match) => match.candidates[0] === ranked[0])?.removed
    const decided = decide(ranked)
    return {
      ...decided,
      candidates: neverRising(ranked.slice(0, limit)),
      spoofSignals: matches[0]?.signals ?? [],
      removed: removed ?? matches[0]?.removed ?? [],
    }
  }

  /** Names to offer while a person types: begun, by initials, then similar. Never an answer. */
  suggest(typed: string, options: MatchOptions = {}): readonly Suggestion[] {
    const { limit = USUAL_LIMIT, isEligible = everyName } = options
    return this.#indexes(options.country)
      .flatMap((index) => index.suggest(typed, limit, isEligible))
      .sort((a, b) => SUGGESTION_REASONS.indexOf(a.reason) - SUGGESTION_REASONS.indexOf(b.reason))
      .slice(0, limit)
  }

  #indexes(country: string | undefined): readonly CountryIndex[] {
    if (country !== undefined) {
      const index = this.#countries.get(country.toUpperCase())
      return index === undefined ? [] : [index]
    }
    return [...this.#countries.keys()].sort(compare).map((key) => this.#countries.get(key)!)
  }
}

/** The order is the better judge of near candidates: none is said to be likelier than one above. */
function neverRising(ranked: readonly RankedCandidate[]): readonly NameCandidate[] {
  let ceiling = 1
  return ranked.map((entry) => {
    ceiling = Math.min(ceiling, entry.candidate.probability)
    return { ...entry.candidate, probability: ceiling, words: describeWords(entry) }
  })
}

/** One agency at the best level decides; two at the same level are a question. */
function decide(
  ranked: readonly RankedCandidate[],
): Pick<NameMatch, 'question'> & { readonly outcome: MatchOutcome } {
  const best = ranked[0]
  if (best === undefined) return { outcome: 'none' }
  const rivals = ranked.filter((other) => isRival(other, best))
  if (rivals.length < 2) return { outcome: best.candidate.outcome }
  return { outcome: 'ambiguous', question: questionFor(rivals) }
}

/** Similar names rival only as wholes of the same part: what resembles in other ways is a hint. */
function isRival(other: RankedCandidate, best: RankedCandidate): boolean {
  if (levelOf(other.candidate) !== levelOf(best.candidate)) return false
  return best.candidate.outcome !== 'similar' || (isWholeOfPart(best) && isWholeOfPart(other))
}

function isWholeOfPart({ candidate, hasInitials }: RankedCandidate): boolean {
  return candidate.partial || hasInitials
}

function questionFor(rivals: readonly RankedCandidate[]): 'city' | 'number' | 'full_name' {
  if (rivals[0]!.candidate.outcome !== 'exact') return 'full_name'
  const cities = rivals.map((rival) => rival.candidate.name.city?.toLowerCase())
  const allDiffer = new Set(cities).size === rivals.length && !cities.includes(undefined)
  return allDiffer ? 'city' : 'number'
}
