import { type AlignedPair, align, type WeighedWords, weigh } from './align.ts'
import { alignInitials } from './align-initials.ts'
import { type Classified, classify, explainedShare } from './classify.ts'
import type { CountryPack, LegalForm } from './country-pack.ts'
import { acronymsIn, CandidateFinder } from './find-candidates.ts'
import type {
  CandidateOutcome,
  LegalFormComparison,
  RegisterName,
  RemovedPart,
  SpoofSignal,
} from './match.ts'
import { type HeldName, hidesSomething, NameTable } from './name-table.ts'
import { EXACT_PROBABILITY, featuresOf, likeness, matchProbability } from './probability.ts'
import { byRank, type RankedCandidate } from './ranked-candidate.ts'
import { NameReader, type NameReading, type ReadName } from './read-name.ts'
import { type Suggestion, suggestFrom } from './suggest.ts'
import { type WordForm, WordReader } from './word-form.ts'

/** How many names are aligned word by word. */
const MOST_ALIGNED = 12
/** A name is offered as similar only if this share of what tells names apart is explained. */
const LEAST_EXPLAINED = 0.45

export interface CountryMatch {
  readonly candidates: readonly RankedCandidate[]
  readonly signals: readonly SpoofSignal[]
  readonly removed: readonly RemovedPart[]
}

/** All names of one country, compared by that country's pack. */
export class CountryIndex {
  readonly table: NameTable
  readonly #reader: NameReader
  readonly #finder: CandidateFinder
  readonly #forms: ReadonlyMap<string, LegalForm>

  constructor(pack: CountryPack) {
    this.#reader = new NameReader(pack)
    this.table = new NameTable(this.#reader, new WordReader(pack), pack.nameParts)
    this.#finder = new CandidateFinder(this.table)
    this.#forms = new Map(pack.legalForms.map((form) => [form.id, form]))
  }

  /**
   * Every candidate worth showing, best first, one an agency. With `onlyBest` an exact name ends the
   * search: whatever could be exact too is among the names compared.
   */
  match(
    question: string,
    isEligible: (name: RegisterName) => boolean,
    onlyBest = false,
  ): CountryMatch {
    this.table.words.forgetQuestion()
    const read = this.#reader.readQuestion(question)
    const first = read.readings[0]!
    if (first.joined === '') {
      return { candidates: [], signals: read.signals, removed: first.removed }
    }
    const { words } = this.table
    const queries = read.readings.map((reading) =>
      weigh(
        reading.words.map((word) => words.read(word)),
        words.weightOf,
      ),
    )
    const acronyms = acronymsIn(read.readings, words)
    let candidates: readonly RankedCandidate[] = []
    if (onlyBest) {
      const printed = this.#finder.printed(read.readings, isEligible)
      candidates = this.#rank(question, read, queries, acronyms, printed)
    }
    if (candidates[0]?.candidate.outcome !== 'exact') {
      const found = this.#finder.find(read.readings, acronyms, MOST_ALIGNED, isEligible)
      candidates = this.#rank(question, read, queries, acronyms, found)
    }
    const reading = candidates[0]?.reading ?? first
    return { candidates, signals: read.signals, removed: reading.removed }
  }

  #rank(
    question: string,
    read: ReadName,
    queries: readonly WeighedWords[],
    acronyms: ReadonlySet<string>,
    slots: readonly number[],
  ): readonly RankedCandidate[] {
    const best = new Map<string, RankedCandidate>()
    for (const slot of slots) {
      const held = this.table.at(slot)!
      const name = this.table.weighed(held)
      for (let at = 0; at < queries.length; at += 1) {
        const query = queries[at]!
        const reading = read.readings[at]!
        const pairs = align(query, name, this.table.words)
        const initials = alignInitials(reading, acronyms, held)
        for (const ways of initials === undefined ? [pairs] : [pairs, initials]) {
          const ranked = this.#compare(question, read, reading, query, held, name, ways)
          if (ranked === undefined) continue
          const { agencyId } = ranked.candidate
          const known = best.get(agencyId)
          if (known === undefined || byRank(ranked, known) < 0) best.set(agencyId, ranked)
        }
      }
    }
    return [...best.values()].sort(byRank)
  }

  /** Names to offer while a person types, best first, one an agency. */
  suggest(
    typed: string,
    limit: number,
    isEligible: (name: RegisterName) => boolean,
  ): readonly Suggestion[] {
    this.table.words.forgetQuestion()
    const { words } = this.#reader.readQuestion(typed).readings[0]!
    const begun = suggestFrom(this.table, words, limit, isEligible)
    if (begun.length >= limit || words.join('').length < 4) return begun
    const offered = new Set(begun.map((suggestion) => suggestion.agencyId))
    const similar = this.match(typed, (name) => !offered.has(name.agencyId) && isEligible(name))
    return begun.concat(
      similar.candidates
        .slice(0, limit - begun.length)
        .map(({ candidate: { agencyId, name } }) => ({
          agencyId,
          name,
          reason: 'similar' as const,
        })),
    )
  }

  #compare(
    question: string,
    read: ReadName,
    reading: NameReading,
    query: WeighedWords,
    held: HeldName,
    name: WeighedWords,
    aligned: readonly AlignedPair[],
  ): RankedCandidate | undefined {
    const legalForm = this.#compareForms(reading.form, held.form)
    const { pairs, told } = this.#classify(
      question,
      read,
      reading,
      query.words,
      held,
      name.words,
      aligned,
      legalForm,
    )
    const explained = explainedShare(pairs, query, name)
    const hasInitials = pairs.some((pair) => pair.relation === 'initials' && pair.nameCount > 1)
    const isWorthShowing =
      told.outcome !== 'similar' ||
      told.partial ||
      hasInitials ||
      pairs.every((pair) => pair.closeness > 0) ||
      explained.both >= LEAST_EXPLAINED ||
      explained.ofQuery >= LEAST_EXPLAINED - 0.05
    if (!isWorthShowing) return undefined

    const features = featuresOf({
      outcome: told.outcome,
      formConflict: legalForm.relation === 'conflict',
      partial: told.partial,
      explained,
      pairs,
    })
    const probability = told.outcome === 'exact' ? EXACT_PROBABILITY : matchProbability(features)
    return {
      candidate: {
        agencyId: held.name.agencyId,
        name: held.name,
        probability,
        legalForm,
        ...told,
      },
      pairs,
      queryWords: query.words,
      nameWords: name.words,
      hasInitials,
      reading,
      features,
      likeness: likeness(features),
      joined: held.joined,
    }
  }

  #classify(
    question: string,
    read: ReadName,
    reading: NameReading,
    queryWords: readonly WordForm[],
    held: HeldName,
    nameWords: readonly WordForm[],
    pairs: readonly AlignedPair[],
    legalForm: LegalFormComparison,
  ): Classified {
    const { words } = this.table
    const classified = classify(pairs, {
      joinedEqual: reading.joined === held.joined && reading.words.length > 0,
      formConflict: legalForm.relation === 'conflict',
      formTranslated: legalForm.relation === 'equivalent',
      ceiling: ceilingOf(question, read, held),
      queryWords,
      isKnown: words.reader.isKnown,
      nameWords,
      countOf: words.countOf,
      allNames: words.nameCount,
      nameLetters: held.joined.length,
    })
    // Several agencies may share an acronym, so one that fits is no more than a hint.
    const isAcronym = held.name.kind === 'acronym'
    return isAcronym && classified.told.outcome !== 'similar'
      ? { told: { outcome: 'similar', partial: true }, pairs: classified.pairs }
      : classified
  }

  #compareForms(query: string | undefined, register: string | undefined): LegalFormComparison {
    if (query === undefined) {
      return register === undefined ? { relation: 'unstated' } : { register, relation: 'unstated' }
    }
    if (register === undefined) return { query, relation: 'unstated' }
    if (query === register) return { query, register, relation: 'same' }
    const translated =
      this.#forms.get(query)?.equivalentTo === register ||
      this.#forms.get(register)?.equivalentTo === query
    return { query, register, relation: translated ? 'equivalent' : 'conflict' }
  }
}

/** The best outcome that what the eye cannot see allows; the register's own print is itself. */
function ceilingOf(question: string, read: ReadName, held: HeldName): CandidateOutcome {
  if (!hidesSomething(read) && !held.isDirty) return 'exact'
  if (question.trim() === held.name.name.trim()) return 'exact'
  const turned = read.signals.some(({ kind }) => kind === 'bidi_control')
  return read.truncated || turned || held.isDirty ? 'similar' : 'variant'
}
