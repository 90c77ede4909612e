import type { CountryPack } from './country-pack.ts'
import type { RemovedPart, SpoofSignal } from './match.ts'
import { type Phrase, PhraseBook } from './phrase-book.ts'
import { MOST_WORDS, type ReadText, readCharacters, type Token } from './read-characters.ts'

/** One way to read a name: its words, its legal form and what was taken away. */
export interface NameReading {
  readonly words: readonly string[]
  /** The words joined: equal for names that differ in spacing only. */
  readonly joined: string
  readonly form: string | undefined
  /** Acronyms that the name itself gives in brackets. */
  readonly ownAcronyms: readonly string[]
  readonly removed: readonly RemovedPart[]
}

export interface ReadName {
  /** Likeliest first, never empty. */
  readonly readings: readonly NameReading[]
  readonly signals: readonly SpoofSignal[]
  readonly truncated: boolean
}

/** Reads names of one country: what stands around the name proper is recorded, not lost. */
export class NameReader {
  readonly #pack: CountryPack
  readonly #forms: PhraseBook
  readonly #roles: PhraseBook
  readonly #marks: PhraseBook
  /** Legal forms that may also be words of a name. */
  readonly #formsOrWords: ReadonlySet<string>
  readonly #branches: ReadonlySet<string>
  readonly #places: ReadonlySet<string>

  constructor(pack: CountryPack) {
    this.#pack = pack
    this.#forms = new PhraseBook(
      pack.legalForms.flatMap((form) =>
        form.spellings.map((spelling) => ({ words: spelling.split(' '), form })),
      ),
    )
    this.#roles = new PhraseBook(phrases(pack.roleWords))
    this.#marks = new PhraseBook(phrases([...pack.roleWords, ...pack.bracketMarks]))
    this.#formsOrWords = new Set(
      pack.legalForms.flatMap(({ mayBeAWord, spellings }) => (mayBeAWord ? spellings : [])),
    )
    this.#branches = new Set(pack.branchWords)
    this.#places = new Set(pack.places)
  }

  /** Reads what a person typed: branch and place tails are taken away too. */
  readQuestion(text: string): ReadName {
    const read = readCharacters(text, this.#pack.conjunction)
    const short = this.#reading(read, { given: text, tails: true, formMayBeAWord: false })
    const readings = [short]
    if (!short.removed.some((part) => this.#mayBelong(part))) {
      return { readings, signals: read.signals, truncated: read.truncated }
    }
    const long = this.#reading(read, { given: text, tails: false, formMayBeAWord: true })
    if (long.joined !== short.joined || long.form !== short.form) readings.push(long)
    return { readings, signals: read.signals, truncated: read.truncated }
  }

  /** True for what another reading would leave in the name. */
  #mayBelong({ kind, text }: RemovedPart): boolean {
    return (
      kind === 'place' ||
      kind === 'branch' ||
      (kind === 'legal_form' && this.#formsOrWords.has(text))
    )
  }

  /** Reads a name as a register prints it: only form, role marks and own acronyms are set apart. */
  readRegisterName(text: string): ReadName {
    const read = readCharacters(text, this.#pack.conjunction)
    const reading = this.#reading(read, { given: text, tails: false, formMayBeAWord: false })
    const assumed = this.#pack.assumedForm
    const complete =
      reading.form === undefined && assumed !== undefined ? { ...reading, form: assumed } : reading
    return { readings: [complete], signals: read.signals, truncated: read.truncated }
  }

  #reading(
    read: ReadText,
    options: {
      readonly given: string
      readonly tails: boolean
      readonly formMayBeAWord: boolean
    },
  ): NameReading {
    const removed: RemovedPart[] = []
    const { given } = options
    const unslashed = this.#withoutSlashedRole(given, this.#withoutDottedForm(read.tokens), removed)
    let tokens = joinSingleLetters(unslashed)
    if (options.tails) {
      tokens = this.#withoutPlaces(tokens, removed)
      tokens = this.#withoutBranch(tokens, removed)
    }
    const stripped = this.#withoutFormAndRole(tokens, removed, options.formMayBeAWord)
    const { kept, acronyms } = this.#withoutOwnAcronym(stripped.tokens, removed)
    let words = kept.map((token) => token.text)
    if (words.length > MOST_WORDS) {
      removed.push({ kind: 'overflow', text: words.slice(MOST_WORDS).join(' ') })
      words = words.slice(0, MOST_WORDS)
    }
    return { words, joined: words.join(''), form: stripped.form, ownAcronyms: acronyms, removed }
  }

  // P.T. and C.V. fall apart at their dots; joined again before other single letters are.
  #withoutDottedForm(tokens: readonly Token[]): readonly Token[] {
    const [first, second] = tokens
    if (first === undefined || second === undefined) return tokens
    const joined = first.text + second.text
    if (joined.length !== 2 || first.text.length !== 1 || tokens.length < 3) return tokens
    if (!this.#forms.has(joined)) return tokens
    return [{ ...first, text: joined }, ...tokens.slice(2)]
  }

  /** M/S is Messrs only with its slash: what follows may be initials, and M.S. are initials. */
  #withoutSlashedRole(
    given: string,
    tokens: readonly Token[],
    removed: RemovedPart[],
  ): readonly Token[] {
    if (tokens.length < 3 || !/^\s*m\s*\/\s*s(?![a-z])/i.test(given.slice(0, 20))) return tokens
    if (!this.#roles.has('m s')) return tokens
    removed.push({ kind: 'role', text: 'm/s' })
    return tokens.slice(2)
  }

  #withoutPlaces(tokens: readonly Token[], removed: RemovedPart[]): readonly Token[] {
    let kept = tokens
    for (;;) {
      const last = kept.at(-1)
      if (last === undefined || last.commas === 0) return kept
      const from = kept.findIndex((token) => token.commas === last.commas)
      const place = kept
        .slice(from)
        .map((token) => token.text)
        .join(' ')
      if (from === 0 || !this.#places.has(place)) return kept
      removed.push({ kind: 'place', text: place })
      kept = kept.slice(0, from)
    }
  }

  #withoutBranch(tokens: readonly Token[], removed: RemovedPart[]): readonly Token[] {
    const nameFrom = this.#forms.at(tokens, false)?.words.length ?? 0
    for (let at = nameFrom + 1; at < tokens.length; at += 1) {
      const one = tokens[at]!.text
      const two = tokens[at + 1] === undefined ? '' : `${one} ${tokens[at + 1]!.text}`
      const opens = this.#branches.has(one) || this.#branches.has(two)
      // At most four words of address: a longer tail is something else.
      if (!opens || at === tokens.length - 1 || tokens.length - at > 5) continue
      removed.push({ kind: 'branch', text: textOf(tokens.slice(at)) })
      return tokens.slice(0, at)
    }
    return tokens
  }

  #withoutFormAndRole(
    tokens: readonly Token[],
    removed: RemovedPart[],
    formMayBeAWord: boolean,
  ): { readonly tokens: readonly Token[]; readonly form: string | undefined } {
    let kept = tokens
    let form: string | undefined

    for (let changed = true; changed && kept.length > 1; ) {
      changed = false
      for (const atEnd of [false, true]) {
        const role = (atEnd ? this.#marks : this.#roles).at(kept, atEnd)
        // "Anugerah Pelaut" is a name, "(PELAUT)" a mark; M/S is Messrs, M.S. may be initials.
        const isMark = role !== undefined && (!atEnd || kept.at(-1)!.inBrackets)
        const leavesEnough = kept.length > 2 || (role?.words.join('').length ?? 0) > 2
        if (isMark && leavesEnough) {
          removed.push({ kind: 'role', text: role.words.join(' ') })
          kept = withoutPhrase(kept, role, atEnd)
          changed = true
          continue
        }
        const found = this.#forms.at(kept, atEnd)
        if (found === undefined) continue
        const { id, addsTo, equivalentTo, mayBeAWord = false } = found.form!
        if (mayBeAWord && (formMayBeAWord || atEnd || form !== undefined)) continue
        if (form !== undefined && form !== id && (addsTo ?? equivalentTo) !== form) continue
        removed.push({ kind: 'legal_form', text: found.words.join(' ') })
        kept = withoutPhrase(kept, found, atEnd)
        form ??= addsTo ?? id
        // "LPK PT Maju": the training centre of a company is read as that company.
        const next = this.#forms.at(kept, false)
        if (mayBeAWord && next !== undefined && next.form!.mayBeAWord !== true) form = undefined
        changed = true
      }
    }
    return { tokens: kept, form }
  }

  #withoutOwnAcronym(tokens: readonly Token[], removed: RemovedPart[]) {
    const acronyms: string[] = []
    const outside = tokens.filter((token) => !token.inBrackets)
    if (outside.length === tokens.length || outside.length === 0) return { kept: tokens, acronyms }
    const name = outside.map((token) => token.text).join('')
    const kept = tokens.filter((token) => {
      const own = token.inBrackets && isAcronymOf(token.text, name)
      if (own) {
        acronyms.push(token.text)
        removed.push({ kind: 'own_acronym', text: token.text })
      }
      return !own
    })
    return { kept, acronyms }
  }
}

/** True when the letters stand in the name in this order, the first one at its start. */
function isAcronymOf(acronym: string, name: string): boolean {
  if (acronym.length < 2 || acronym.length > 7 || acronym[0] !== name[0]) return false
  let at = 0
  for (const letter of acronym) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

function joinSingleLetters(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  let run = 0
  for (const token of tokens) {
    const single = token.text.length === 1 && (token.text < '0' || token.text > '9')
    const last = joined.at(-1)
    if (single && run > 0 && last !== undefined && last.inBrackets === token.inBrackets) {
      joined[joined.length - 1] = { ...last, text: last.text + token.text }
    } else joined.push(token)
    run = single ? run + 1 : 0
  }
  return joined
}

function phrases(texts: readonly string[]): readonly Phrase[] {
  return texts.map((text) => ({ words: text.split(' ') }))
}

function withoutPhrase(
  tokens: readonly Token[],
  { words }: Phrase,
  atEnd: boolean,
): readonly Token[] {
  return atEnd ? tokens.slice(0, -words.length) : tokens.slice(words.length)
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(' ')
}
