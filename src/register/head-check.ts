import type { HeadProbe, RegistryHead } from '../store/registry-head.ts'

/** `order` numbers the answers: of two, the higher was asked for later. */
export interface OrderedHead extends RegistryHead {
  readonly order: number
}

/** How soon a lost database is asked again; it must be noticed within a second of its return. */
const RETRY_MS = 200
/**
 * Questions begin at least so far apart. Where lookups come faster than that, the database is asked
 * once for all of a millisecond; a lookup that comes alone waits for nothing.
 */
const BETWEEN_MS = 1
const LOST = Promise.resolve(undefined)

/**
 * One small question to the database, shared by everybody who waits. Each caller gets the answer to
 * a question that began after its call, so it cannot miss a change acknowledged before it.
 */
export class HeadCheck {
  readonly #probe: HeadProbe
  readonly #onLost: (error: unknown) => void
  #running: Promise<OrderedHead | undefined> | undefined
  #next: Promise<OrderedHead | undefined> | undefined
  #order = 0
  #startedAt = 0
  #isLost = false
  #retry: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(probe: HeadProbe, onLost: (error: unknown) => void) {
    this.#probe = probe
    this.#onLost = onLost
  }

  /** Undefined while the database cannot be asked; then it is asked again in the background. */
  read(): Promise<OrderedHead | undefined> {
    // While it is lost nobody waits for a time-out: the answer could only be the same.
    if (this.#isLost) return LOST
    this.#next ??=
      this.#running === undefined ? this.#startWhenDue() : this.#startAfter(this.#running)
    return this.#next
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#retry)
    await this.#probe.close()
  }

  #startWhenDue(): Promise<OrderedHead | undefined> {
    return new Promise((resolve) => {
      const start = () => resolve(this.#start())
      if (performance.now() - this.#startedAt < BETWEEN_MS) setTimeout(start, BETWEEN_MS)
      // Everybody whose request was read in this turn of the event loop joins the same question.
      else setImmediate(start)
    })
  }

  #startAfter(running: Promise<OrderedHead | undefined>): Promise<OrderedHead | undefined> {
    return running.then(() => this.#startWhenDue())
  }

  #start(): Promise<OrderedHead | undefined> {
    this.#next = undefined
    if (this.#isLost) return LOST
    this.#startedAt = performance.now()
    this.#order += 1
    const order = this.#order
    const asked = this.#probe.read().then(
      (head) => ({ ...head, order }),
      (error: unknown) => {
        this.#lose(error)
        return undefined
      },
    )
    this.#running = asked
    void asked.then(() => {
      if (this.#running === asked) this.#running = undefined
    })
    return asked
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
