import { type Hash, isSameBytes, type Sha256 } from './hash.ts'
import { type LogEntry, readLogEntry } from './log-entry.ts'
import { leafHash } from './merkle-tree.ts'
import type { Difference } from './state-replay.ts'

/** A row of the log: the body that counts, and what is stored beside it. Instants as bodies write them. */
export interface LoggedEntry {
  readonly idx: number
  readonly kind: string
  readonly subject: string
  readonly body: string
  readonly leaf: Hash
  readonly recordedAt: string
  readonly recordedBy: string
}

const encoder = new TextEncoder()

/** What the body says, and its leaf hash, unless something stored beside it does not agree. */
export function openLoggedEntry(
  sha256: Sha256,
  logged: LoggedEntry,
): { readonly entry: LogEntry; readonly leaf: Hash } | { readonly differs: Difference } {
  const differs = (says: string) => ({ differs: { entry: logged.idx, says } })
  const leaf = leafHash(sha256, encoder.encode(logged.body))
  if (!isSameBytes(leaf, logged.leaf)) return differs('its leaf hash is not that of its body')
  const entry = readLogEntry(logged.body)
  if (entry === undefined) return differs('its body is not one that the registry writes')
  if (entry.idx !== logged.idx) return differs(`its body is that of entry ${entry.idx}`)
  for (const column of ['kind', 'subject', 'recordedAt', 'recordedBy'] as const) {
    if (entry[column] !== logged[column]) return differs(`its ${column} is not what its body says`)
  }
  return { entry, leaf }
}
