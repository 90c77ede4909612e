import type { LegalForm } from './country-pack.ts'
import type { Token } from './read-characters.ts'

export interface Phrase {
  readonly words: readonly string[]
  readonly form?: LegalForm
}

/** Phrases that may stand at an end of a name, found by the word there: most names end in none. */
export class PhraseBook {
  readonly #texts: ReadonlySet<string>
  readonly #byFirst: ReadonlyMap<string, readonly Phrase[]>
  readonly #byLast: ReadonlyMap<string, readonly Phrase[]>

  constructor(phrases: readonly Phrase[]) {
    const longestFirst = phrases.toSorted((a, b) => b.words.length - a.words.length)
    this.#texts = new Set(phrases.map(({ words }) => words.join(' ')))
    this.#byFirst = groupedBy(longestFirst, 0)
    this.#byLast = groupedBy(longestFirst, -1)
  }

  has(text: string): boolean {
    return this.#texts.has(text)
  }

  /** The longest phrase at the start or the end of the tokens that is not all of them. */
  at(tokens: readonly Token[], atEnd: boolean): Phrase | undefined {
    const outermost = tokens.at(atEnd ? -1 : 0)
    if (outermost === undefined) return undefined
    const phrases = (atEnd ? this.#byLast : this.#byFirst).get(outermost.text)
    return phrases?.find(({ words }) => {
      const from = atEnd ? tokens.length - words.length : 0
      return (
        words.length < tokens.length &&
        words.every((word, offset) => tokens[from + offset]!.text === word)
      )
    })
  }
}

function groupedBy(phrases: readonly Phrase[], place: 0 | -1): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const word = phrase.words.at(place)!
    const group = groups.get(word)
    if (group === undefined) groups.set(word, [phrase])
    else group.push(phrase)
  }
  return groups
}
