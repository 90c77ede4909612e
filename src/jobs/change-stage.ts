import { randomUUID } from 'node:crypto'
import type { Change } from '../domain/change.ts'
import type { Database } from '../store/database.ts'
import {
  discardBatch,
  discardStaged,
  type RecordOutcome,
  stageChanges,
} from '../store/record-changes.ts'

const CHANGES_A_PART = 5_000
const CHANGES_BETWEEN_REPORTS = 20_000
const HOURS_UNTIL_LEFT = 1

/** Collects the changes of one import in the database, unseen, until they are applied as one. */
export class ChangeStage {
  readonly #database: Database
  readonly #batch: string
  #pending: Change[] = []
  #staged = 0
  #reported = 0
  #sending: Promise<void> = Promise.resolve()
  #isApplied = false

  constructor(database: Database, sourceId: string) {
    this.#database = database
    this.#batch = `import:${sourceId}:${randomUUID()}`
  }

  get count(): number {
    return this.#staged + this.#pending.length
  }

  /** True once for every so many changes. */
  get hasReportDue(): boolean {
    const due = this.#staged - this.#reported >= CHANGES_BETWEEN_REPORTS
    if (due) this.#reported = this.#staged
    return due
  }

  /** Throws away what an import that was killed has left. */
  async begin(): Promise<void> {
    await discardStaged(this.#database, HOURS_UNTIL_LEFT)
  }

  async add(changes: readonly Change[]): Promise<void> {
    for (const change of changes) this.#pending.push(change)
    while (this.#pending.length >= CHANGES_A_PART) {
      await this.#send(this.#pending.splice(0, CHANGES_A_PART))
    }
  }

  /** `record` applies the batch that it is given. */
  async apply(record: (batch: string) => Promise<RecordOutcome>): Promise<RecordOutcome> {
    await this.#send(this.#pending.splice(0))
    await this.#sending
    const outcome = await record(this.#batch)
    this.#isApplied = !('refused' in outcome)
    return outcome
  }

  /** Leaves nothing staged, whether it was applied or not; what cannot be reached is discarded later. */
  async end(): Promise<void> {
    // Applying has taken the batch away already.
    if (this.#isApplied) return
    await this.#sending.catch(() => {})
    await discardBatch(this.#database, this.#batch).catch(() => {})
  }

  /** One part is sent while the next is made. */
  async #send(part: readonly Change[]): Promise<void> {
    await this.#sending
    const from = this.#staged
    this.#staged += part.length
    if (part.length > 0) this.#sending = stageChanges(this.#database, this.#batch, from, part)
    // Told where it is awaited next.
    this.#sending.catch(() => {})
  }
}
