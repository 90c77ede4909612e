import { canonicalJson, type JsonValue } from '../canonical-json.ts'
import { committedColumnsOf } from './committed-columns.ts'
import { isSameBytes, type Sha256 } from './hash.ts'
import type { FactRow, LogEntry } from './log-entry.ts'

/** A row of a fact table with all of its columns, `entry` and `superseded_by` among them. */
export interface StoredFact {
  readonly table: string
  readonly entry: number
  readonly row: FactRow
}

/** What does not agree, in words for whoever runs the registry. */
export interface Difference {
  readonly entry: number
  readonly says: string
}

const NOT_OF_THE_FACT: ReadonlySet<string> = new Set(['entry', 'superseded_by'])
const encoder = new TextEncoder()

/**
 * Follows the log and compares what it says with the rows of the fact tables: each column of each
 * fact, and which entry superseded it. Entries come in order, each with the rows that bear its place.
 */
export class StateReplay {
  readonly #sha256: Sha256
  readonly #size: number
  /** What the tables say was superseded, and by which entry, until the log has said so too. */
  readonly #superseded = new Map<number, number>()

  /** `size` entries are looked at; what later ones superseded counts as in force. */
  constructor(sha256: Sha256, size: number) {
    this.#sha256 = sha256
    this.#size = size
  }

  /** A fact from before the first entry that is followed. */
  remember({ entry, row }: StoredFact): void {
    const by = row.superseded_by
    if (typeof by === 'number' && by < this.#size) this.#superseded.set(entry, by)
  }

  follow(entry: LogEntry, facts: readonly StoredFact[]): Difference | undefined {
    const says = this.#compare(entry, facts)
    if (says !== undefined) return { entry: entry.idx, says }
    for (const fact of facts) this.remember(fact)
    for (const old of entry.supersedes) {
      if (this.#superseded.get(old) !== entry.idx) {
        return {
          entry: old,
          says: `the log says that entry ${entry.idx} superseded it, its row does not`,
        }
      }
      this.#superseded.delete(old)
    }
    return undefined
  }

  /** What the tables call superseded though no entry said so. `from`: the first entry followed. */
  end(from: number): Difference | undefined {
    for (const [entry, by] of this.#superseded) {
      if (by < from) continue
      return {
        entry,
        says: `its row is marked as superseded by entry ${by}, which does not say so`,
      }
    }
    return undefined
  }

  #compare(entry: LogEntry, facts: readonly StoredFact[]): string | undefined {
    const { kind, retracts } = entry
    const stranger = facts.find(({ table }) => retracts || table !== kind)
    if (stranger !== undefined)
      return `${stranger.table} has a row for it, the log has no such fact`
    if (retracts) return undefined
    const [fact, second] = facts
    if (fact === undefined) return `its row is missing from ${kind}`
    if (second !== undefined) return `${kind} has more than one row for it`
    const column = this.#differingColumn(entry, fact.row)
    return column === undefined ? undefined : `${kind}.${column} is not what the log says`
  }

  #differingColumn({ kind, row: said }: LogEntry, row: FactRow): string | undefined {
    const told = new Set(NOT_OF_THE_FACT)
    for (const { commitment, text, salt, key } of committedColumnsOf(kind)) {
      for (const column of [commitment, text, salt]) told.add(column)
      if (!this.#isCommitted(said[commitment], row[text], row[salt])) return text
      if (key === undefined) continue
      told.add(key.column)
      const isErased = row[salt] === ''
      if (!isErased && row[key.column] !== key.of(String(row[text]))) return key.column
    }
    return [...Object.keys(said), ...Object.keys(row)].find(
      (column) =>
        !told.has(column) &&
        canonicalJson(row[column] ?? null) !== canonicalJson(said[column] ?? null),
    )
  }

  /** Whether text and salt give the log's hash, or both were erased. */
  #isCommitted(
    commitment: JsonValue | undefined,
    text: JsonValue | undefined,
    salt: JsonValue | undefined,
  ): boolean {
    if (typeof commitment !== 'string') return (text ?? null) === null && (salt ?? null) === null
    if ((salt ?? '') === '') return (text ?? '') === ''
    const hash = this.#sha256(encoder.encode(String(salt)), encoder.encode(String(text)))
    return isSameBytes(hash, bytesOfHex(commitment))
  }
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
