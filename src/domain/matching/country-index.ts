import { type AlignedPair, align } from './align.ts'
import { type Classified, classify, explainedShare } from './classify.ts'
import type { CountryPack, LegalForm } from './country-pack.ts'
import { acronymsIn, CandidateFinder } from './find-candidates.ts'
import type {
  CandidateOutcome,
  LegalFormComparison,
  NameCandidate,
  RegisterName,
  RemovedPart,
  SpoofSignal,
  WordPair,
} from './match.ts'
import { type HeldName, hidesSomething, NameTable } from './name-table.ts'
import { matchProbability } from './probability.ts'
import { NameReader, type NameReading, type ReadName } from './read-name.ts'
import { type Suggestion, suggestFrom } from './suggest.ts'
import { type WordForm, WordReader } from './word-form.ts'
import { compare } from './word-table.ts'

/** How many names are aligned word by word. */
const MOST_ALIGNED = 24
/** A name is offered as similar only if this share of what tells names apart is explained. */
const LEAST_EXPLAINED = 0.45

export interface RankedCandidate {
  readonly candidate: NameCandidate
  readonly reading: NameReading
  /** Ties are broken by this, never by the order of the register. */
  readonly tieBreak: string
}

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

  /** Every candidate worth showing, best first, one an agency. */
  match(question: string, isEligible: (name: RegisterName) => boolean): CountryMatch {
    const read = this.#reader.readQuestion(question)
    const first = read.readings[0]!
    if (first.joined === '') {
      return { candidates: [], signals: read.signals, removed: first.removed }
    }
    const slots = this.#finder.find(read.readings, MOST_ALIGNED, (slot) => {
      const held = this.table.at(slot)
      return held !== undefined && isEligible(held.name)
    })
    const forms = read.readings.map((reading) =>
      reading.words.map((word) => this.table.words.read(word)),
    )
    const acronyms = acronymsIn(read.readings, this.table.words.isWord)
    const best = new Map<string, RankedCandidate>()
    for (const slot of slots) {
      const held = this.table.at(slot)!
      for (const [at, reading] of read.readings.entries()) {
        const pairs = align(forms[at]!, this.table.formsOf(held), this.table.words)
        const initials = alignInitials(reading, acronyms, held)
        for (const ways of initials === undefined ? [pairs] : [pairs, initials]) {
          const ranked = this.#compare(question, read, reading, forms[at]!, held, ways)
          if (ranked === undefined) continue
          const { agencyId } = ranked.candidate
          const known = best.get(agencyId)
          if (known === undefined || byRank(ranked, known) < 0) best.set(agencyId, ranked)
        }
      }
    }
    const candidates = [...best.values()].sort(byRank)
    const reading = candidates[0]?.reading ?? first
    return { candidates, signals: read.signals, removed: reading.removed }
  }

  /** Names to offer while a person types, best first, one an agency. */
  suggest(
    typed: string,
    limit: number,
    isEligible: (name: RegisterName) => boolean,
  ): readonly Suggestion[] {
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
    queryWords: readonly WordForm[],
    held: HeldName,
    pairs: readonly AlignedPair[],
  ): RankedCandidate | undefined {
    const nameWords = this.table.formsOf(held)
    const { words } = this.table
    const legalForm = this.#compareForms(reading.form, held.form)
    const classified = this.#classify(question, read, reading, held, nameWords, pairs, legalForm)
    const explained = explainedShare(
      pairs,
      reading.words,
      nameWords.map((word) => word.text),
      words,
    )
    const isWorthShowing =
      classified.outcome !== 'similar' ||
      classified.partial ||
      pairs.some((pair) => pair.relation === 'initials') ||
      explained.both >= LEAST_EXPLAINED ||
      explained.ofQuery >= LEAST_EXPLAINED - 0.05
    if (!isWorthShowing) return undefined

    const count = (relation: WordPair['relation']) =>
      pairs.filter((pair) => pair.relation === relation).length
    const probability = matchProbability({
      outcome: classified.outcome,
      formConflict: legalForm.relation === 'conflict',
      partial: classified.partial,
      explainedBoth: explained.both,
      explainedQuery: explained.ofQuery,
      explainedName: explained.ofName,
      differentWords: count('different_word') + count('look_alike') + count('number'),
      typos: count('typo'),
      extraWords: count('extra'),
      missingWords: count('missing'),
    })
    return {
      candidate: {
        agencyId: held.name.agencyId,
        name: held.name,
        probability,
        words: describe(pairs, queryWords, nameWords),
        legalForm,
        ...classified,
      },
      reading,
      tieBreak: `${held.joined} ${held.name.id}`,
    }
  }

  #classify(
    question: string,
    read: ReadName,
    reading: NameReading,
    held: HeldName,
    nameWords: readonly WordForm[],
    pairs: readonly AlignedPair[],
    legalForm: LegalFormComparison,
  ): Classified {
    const { words } = this.table
    const all = words.nameCount
    const classified = classify(pairs, {
      joinedEqual: reading.joined === held.joined && reading.words.length > 0,
      formConflict: legalForm.relation === 'conflict',
      formTranslated: legalForm.relation === 'equivalent',
      ceiling: ceilingOf(question, read, held),
      nameCount: (at) => words.nameCountOf(nameWords[at]!.text),
      expectedNames: (others) =>
        others.reduce((rest, at) => (rest * words.nameCountOf(nameWords[at]!.text)) / all, all),
      nameLetters: held.joined.length,
    })
    // Several agencies may share an acronym, so one that fits is no more than a hint.
    const isAcronym = held.name.kind === 'acronym'
    return isAcronym && classified.outcome !== 'similar'
      ? { outcome: 'similar', partial: true }
      : classified
  }

  #compareForms(query: string | undefined, register: string | undefined): LegalFormComparison {
    const known = {
      ...(query !== undefined && { query }),
      ...(register !== undefined && { register }),
    }
    if (query === undefined || register === undefined) return { ...known, relation: 'unstated' }
    if (query === register) return { ...known, relation: 'same' }
    const translated =
      this.#forms.get(query)?.equivalentTo === register ||
      this.#forms.get(register)?.equivalentTo === query
    return { ...known, relation: translated ? 'equivalent' : 'conflict' }
  }
}

/** "CKS" for Citra Karya Sejati: the acronym stands for the whole name, the rest is left over. */
function alignInitials(
  reading: NameReading,
  acronyms: ReadonlySet<string>,
  held: HeldName,
): readonly AlignedPair[] | undefined {
  const own = held.initials.filter((initials) => acronyms.has(initials))
  if (own.length === 0 || held.wordIds.length === 0) return undefined
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
        nameCount: isAcronym ? held.wordIds.length : 0,
        relation: isAcronym ? 'initials' : 'extra',
        closeness: isAcronym ? 0.5 : 0,
        moved: false,
      },
    ]
  })
}

const OUTCOME_RANK: Record<CandidateOutcome, number> = { exact: 0, variant: 1, similar: 2 }

function byRank(a: RankedCandidate, b: RankedCandidate): number {
  return (
    OUTCOME_RANK[a.candidate.outcome] - OUTCOME_RANK[b.candidate.outcome] ||
    b.candidate.probability - a.candidate.probability ||
    compare(a.tieBreak, b.tieBreak)
  )
}

/** The best outcome that what the eye cannot see allows; the register's own print is itself. */
function ceilingOf(question: string, read: ReadName, held: HeldName): CandidateOutcome {
  if (!hidesSomething(read) && !held.isDirty) return 'exact'
  if (question.trim() === held.name.name.trim()) return 'exact'
  const turned = read.signals.some(({ kind }) => kind === 'bidi_control')
  return read.truncated || turned || held.isDirty ? 'similar' : 'variant'
}

function describe(
  pairs: readonly AlignedPair[],
  query: readonly WordForm[],
  name: readonly WordForm[],
): readonly WordPair[] {
  return pairs.map((pair) => ({
    relation: pair.relation,
    query: textOf(query, pair.queryFrom, pair.queryCount),
    register: textOf(name, pair.nameFrom, pair.nameCount),
    moved: pair.moved,
  }))
}

function textOf(words: readonly WordForm[], from: number, count: number): string {
  return words
    .slice(from, from + count)
    .map((word) => word.text)
    .join(' ')
}
