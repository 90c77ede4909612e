import { timingSafeEqual } from 'node:crypto'
import type { KeyText } from '../key-text.ts'
import type { Database } from '../store/database.ts'
import { type KeptKey, listLiveKeys } from '../store/partner-keys.ts'

/** So long the keys read last are believed: a revoked one is dead on every instance by then. */
const BELIEVED_MS = 2_000
/** So long a question waits for the keys. */
const MOST_MS_A_READING = 1_000

export interface LiveKeysOptions {
  readonly database: Database
  readonly now: () => Date
  readonly onFault: (error: unknown, doing: string) => void
}

type Keys = ReadonlyMap<string, KeptKey>

/** The keys that may be used, in memory, read anew while questions come with keys. */
export class LiveKeys {
  readonly #options: LiveKeysOptions
  #reading: { readonly startedAt: number; readonly keys: Promise<Keys | undefined> } | undefined

  constructor(options: LiveKeysOptions) {
    this.#options = options
  }

  /** The key; null when there is none such that may be used now; undefined when nobody can tell. */
  async find({ id, isTest, secretHash }: KeyText): Promise<KeptKey | null | undefined> {
    const keys = await this.#keys()
    if (keys === undefined) return undefined
    const key = keys.get(id)
    const isSame = timingSafeEqual(secretHash, key?.secretHash ?? NO_HASH)
    if (key === undefined || !isSame || key.isTest !== isTest) return null
    return key.expiresAt > this.#options.now() ? key : null
  }

  /** Forgets what was read: a change made here counts here at once. */
  forget(): void {
    this.#reading = undefined
  }

  #keys(): Promise<Keys | undefined> {
    const now = performance.now()
    if (this.#reading === undefined || now - this.#reading.startedAt >= BELIEVED_MS) {
      this.#reading = { startedAt: now, keys: this.#read() }
    }
    return this.#reading.keys
  }

  /** Undefined when they cannot be read: that, too, is believed for a while, so that nobody waits twice. */
  async #read(): Promise<Keys | undefined> {
    const { database, now, onFault } = this.#options
    try {
      const keys = await inTime(listLiveKeys(database, now()))
      return new Map(keys.map((key) => [key.id, key]))
    } catch (error) {
      onFault(error, 'reading the keys')
      return undefined
    }
  }
}

const NO_HASH = Buffer.alloc(32)

function inTime<Value>(reading: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${MOST_MS_A_READING} ms`)),
      MOST_MS_A_READING,
    )
  })
  return Promise.race([reading, tooLate]).finally(() => clearTimeout(timer))
}
