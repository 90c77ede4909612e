import type { Logger } from 'pino'
import type { KeyUses } from './actions/key-uses.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { KeyedHash } from './keyed-hash.ts'
import type { ReceiptKeys } from './receipt-keys.ts'
import type { LiveKeys } from './register/live-keys.ts'
import type { LiveRegister } from './register/live-register.ts'
import type { Database } from './store/database.ts'

/** One thing that must work before the service says it is ready. Rejects, or is slow, when it does not. */
export interface ReadinessCheck {
  readonly name: string
  check(): Promise<unknown> | unknown
}

/** Has the work on an import done: its comparison, or its publishing. Returns at once. */
export interface ImportRunner {
  run(importId: string): void
}

/** Everything that doors, actions and jobs receive. */
export interface Dependencies {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly register: LiveRegister
  /** Where checks are kept; the registry itself is asked through `register`. */
  readonly database: Database
  readonly hash: KeyedHash
  readonly receiptKeys: ReceiptKeys
  /** The keys of partners and devices, and the counts of their use. */
  readonly keys: LiveKeys
  readonly keyUses: KeyUses
  readonly imports: ImportRunner
  readonly readiness: readonly ReadinessCheck[]
  /** Set once, when the service begins to end. */
  readonly lifecycle: { isStopping: boolean }
}
