import type { QuickCheck } from '../actions/quick-check.ts'
import type { Language } from '../language.ts'
import { presentAnswer, type WireAnswer } from './answer.ts'

const MOST_KEPT_A_LANGUAGE = 2_500
/** Two instants that no answer holds: where the real ones are put each time. */
const KNOWN_AT = '0000-01-01T00:00:00.000Z'
const AS_OF = '0000-01-01T00:00:00.001Z'

interface Rendered {
  readonly verdict: WireAnswer['verdict']
  readonly beforeKnownAt: string
  readonly beforeAsOf: string
  readonly rest: string
}

export interface RenderedAnswer {
  readonly verdict: WireAnswer['verdict']
  readonly json: string
}

/**
 * Answers to questions by number alone, written out once for each state of the register. Judging is
 * pure, so an equal question and an equal version have an equal answer but for two instants; the
 * whole is forgotten as soon as the version changes. Names and telephones are never kept.
 */
export class RenderedAnswers {
  #version = ''
  #kept = emptyShelves()

  /** True when an address asked before may have its answer here. */
  has(address: string, language: Language): boolean {
    return this.#kept[language].has(address)
  }

  /** The answer to an address asked before; undefined when the register has changed since. */
  find(address: string, language: Language, check: QuickCheck): RenderedAnswer | undefined {
    if (this.#version !== check.version) return undefined
    const rendered = this.#kept[language].get(address)
    return rendered && filled(rendered, check)
  }

  /** Judges, and keeps what was written. `address` asks for `licence` and for nothing else. */
  answer(address: string, language: Language, check: QuickCheck, licence: string): RenderedAnswer {
    if (this.#version !== check.version || this.#kept[language].size >= MOST_KEPT_A_LANGUAGE) {
      this.#kept = emptyShelves()
      this.#version = check.version
    }
    const rendered = render(check, licence, language)
    this.#kept[language].set(address, rendered)
    return filled(rendered, check)
  }
}

// By language and then by address: an address as it came has its hash already, a joined text has none.
function emptyShelves(): Record<Language, Map<string, Rendered>> {
  return { id: new Map(), en: new Map() }
}

function filled(rendered: Rendered, { registry }: QuickCheck): RenderedAnswer {
  return {
    verdict: rendered.verdict,
    json: `${rendered.beforeKnownAt}${registry.knownAt.toISOString()}${rendered.beforeAsOf}${registry.asOf.toISOString()}${rendered.rest}`,
  }
}

function render(check: QuickCheck, licence: string, language: Language): Rendered {
  const wire = presentAnswer(check.answer({ licence }), check.registry, language)
  const text = JSON.stringify({
    ...wire,
    known_at: KNOWN_AT,
    registry: { ...wire.registry, as_of: AS_OF },
  })
  const knownAt = text.indexOf(KNOWN_AT)
  const asOf = text.indexOf(AS_OF)
  return {
    verdict: wire.verdict,
    beforeKnownAt: text.slice(0, knownAt),
    beforeAsOf: text.slice(knownAt + KNOWN_AT.length, asOf),
    rest: text.slice(asOf + AS_OF.length),
  }
}
