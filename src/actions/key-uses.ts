import type { Clock } from '../clock.ts'
import type { PartnerKey, RouteClass } from '../domain/partner-key.ts'
import type { Database } from '../store/database.ts'
import { addKeyUses, type KeyUse } from '../store/partner-key-uses.ts'

/** Counts the use of keys in memory, to be written together now and then. */
export class KeyUses {
  readonly #clock: Clock
  #counts = new Map<string, KeyUse>()
  #lastUsedAt = new Date(0)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  count({ id }: Pick<PartnerKey, 'id'>, routeClass: RouteClass, status: number): void {
    this.#lastUsedAt = this.#clock.now()
    const statusClass = Math.floor(status / 100)
    this.#add({ keyId: id, day: this.#clock.today(), routeClass, statusClass, count: 1 })
  }

  /** Writes what was counted, in one statement; what cannot be written is kept for the next time. */
  async write(database: Database): Promise<void> {
    if (this.#counts.size === 0) return
    const counted = this.#counts
    this.#counts = new Map()
    try {
      await addKeyUses(database, [...counted.values()], this.#lastUsedAt)
    } catch (error) {
      for (const use of counted.values()) this.#add(use)
      throw error
    }
  }

  #add(use: KeyUse): void {
    const name = `${use.keyId} ${use.day} ${use.routeClass} ${use.statusClass}`
    const counted = this.#counts.get(name)?.count ?? 0
    this.#counts.set(name, { ...use, count: counted + use.count })
  }
}
