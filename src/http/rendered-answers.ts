import type { QuickCheck } from '../actions/quick-check.ts'
import type { Language } from '../language.ts'
import { presentAnswer, type WireAnswer } from './answer.ts'

const MOST_KEPT_A_LANGUAGE = 2_500
/** Two instants that no answer holds: where the real ones are put each time. */
const KNOWN_AT = '0000-01-01T00:00:00.000Z'
const AS_OF = '0000-01-01T00:00:00.001Z'

interface Rendered {
  readonly verdict: WireAnswer['verdict']
  /** The answer in UTF-8, with stand-ins for the instants that begin at these places. */
  readonly bytes: Buffer
  readonly knownAt: number
  readonly asOf: number
}

interface Instants {
  readonly of: QuickCheck
  readonly knownAt: string
  readonly asOf: string
}

export interface RenderedAnswer {
  readonly verdict: WireAnswer['verdict']
  /** JSON in UTF-8: written out as text it would be encoded anew for every request. */
  readonly bytes: Buffer<ArrayBuffer>
}

/**
 * Answers to questions by number alone, written out once for each state of the register. Judging is
 * pure, so an equal question and an equal version have an equal answer but for two instants; the
 * whole is forgotten as soon as the version changes. Names and telephones are never kept.
 */
export class RenderedAnswers {
  #version = ''
  #kept = emptyShelves()
  #instants: Instants | undefined

  /** True when an address asked before may have its answer here. */
  has(address: string, language: Language): boolean {
    return this.#kept[language].has(address)
  }

  /** The answer to an address asked before; undefined when the register has changed since. */
  find(address: string, language: Language, check: QuickCheck): RenderedAnswer | undefined {
    if (this.#version !== check.version) return undefined
    const rendered = this.#kept[language].get(address)
    return rendered && this.#filled(rendered, check)
  }

  /** Judges, and keeps what was written. `address` asks for `licence` and for nothing else. */
  answer(address: string, language: Language, check: QuickCheck, licence: string): RenderedAnswer {
    if (this.#version !== check.version || this.#kept[language].size >= MOST_KEPT_A_LANGUAGE) {
      this.#kept = emptyShelves()
      this.#version = check.version
    }
    const rendered = render(check, licence, language)
    this.#kept[language].set(address, rendered)
    return this.#filled(rendered, check)
  }

  #filled({ verdict, bytes, knownAt, asOf }: Rendered, check: QuickCheck): RenderedAnswer {
    // Many share a check, and writing its instants costs as much as the rest of this.
    if (this.#instants?.of !== check) this.#instants = instantsOf(check)
    const copy = Buffer.allocUnsafe(bytes.length)
    bytes.copy(copy)
    copy.write(this.#instants.knownAt, knownAt, 'latin1')
    copy.write(this.#instants.asOf, asOf, 'latin1')
    return { verdict, bytes: copy }
  }
}

// By language and then by address: an address as it came has its hash already, a joined text has none.
function emptyShelves(): Record<Language, Map<string, Rendered>> {
  return { id: new Map(), en: new Map() }
}

function instantsOf(check: QuickCheck): Instants {
  const { knownAt, asOf } = check.registry
  return { of: check, knownAt: knownAt.toISOString(), asOf: asOf.toISOString() }
}

function render(check: QuickCheck, licence: string, language: Language): Rendered {
  const wire = presentAnswer(check.answer({ licence }), check.registry, language)
  const bytes = Buffer.from(
    JSON.stringify({
      ...wire,
      known_at: KNOWN_AT,
      registry: { ...wire.registry, as_of: AS_OF },
    }),
  )
  return {
    verdict: wire.verdict,
    bytes,
    knownAt: bytes.indexOf(KNOWN_AT),
    asOf: bytes.indexOf(AS_OF),
  }
}
