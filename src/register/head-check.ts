import type { HeadProbe, RegistryHead } from '../store/registry-head.ts'

/** `order` numbers the answers: of two, the higher was asked for later. */
export interface OrderedHead extends RegistryHead {
  readonly order: number
}

/** How soon a lost database is asked again; it must be noticed within a second of its return. */
const RETRY_MS = 200
/** The next question begins at once when it has at least this share of those just answered. */
const WORTH_ASKING = 0.5

/** Those who wait for one question. */
class Round {
  waiting = 0
  answer!: (head: OrderedHead | undefined) => void
  readonly head = new Promise<OrderedHead | undefined>((resolve) => {
    this.answer = resolve
  })
}

/**
 * One small question to the database, shared by everybody who waits. Each caller gets the answer to
 * a question that began after its call, so it cannot miss a change acknowledged before it.
 */
export class HeadCheck {
  readonly #probe: HeadProbe
  readonly #onLost: (error: unknown) => void
  #gathering: Round | undefined
  #isAsking = false
  #order = 0
  #isLost = false
  #retry: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(probe: HeadProbe, onLost: (error: unknown) => void) {
    this.#probe = probe
    this.#onLost = onLost
  }

  /**
   * Undefined while the database cannot be asked; then it is asked again in the background. Callers
   * who share a question get the same promise.
   */
  read(): Promise<OrderedHead | undefined> {
    // While it is lost nobody waits for a time-out: the answer could only be the same.
    if (this.#isLost) return Promise.resolve(undefined)
    if (this.#gathering === undefined) {
      this.#gathering = new Round()
      // Everybody whose request was read in this turn of the event loop joins the same question.
      if (!this.#isAsking) setImmediate(() => this.#ask())
    }
    this.#gathering.waiting++
    return this.#gathering.head
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#retry)
    await this.#probe.close()
  }

  async #ask(): Promise<void> {
    const round = this.#gathering
    this.#gathering = undefined
    this.#isAsking = round !== undefined
    if (round === undefined) return
    const head = this.#isLost ? undefined : await this.#probed()
    if (this.#nextWaiting() >= round.waiting * WORTH_ASKING) {
      // The database answers the next while these are answered: neither waits for the other.
      void this.#ask()
      setImmediate(round.answer, head)
      return
    }
    // A question costs as much as two lookups: a turn of the event loop lets more of them join.
    setImmediate(() => {
      round.answer(head)
      setImmediate(() => this.#ask())
    })
  }

  #nextWaiting(): number {
    return this.#gathering?.waiting ?? 0
  }

  #probed(): Promise<OrderedHead | undefined> {
    this.#order += 1
    const order = this.#order
    return this.#probe.read().then(
      (head) => ({ ...head, order }),
      (error: unknown) => {
        this.#lose(error)
        return undefined
      },
    )
  }

  #lose(error: unknown): void {
    if (!this.#isLost) this.#onLost(error)
    this.#isLost = true
    if (this.#isClosed) return
    this.#retry = setTimeout(() => {
      this.#probe.read().then(
        () => {
          this.#isLost = false
        },
        (again: unknown) => this.#lose(again),
      )
    }, RETRY_MS)
  }
}
