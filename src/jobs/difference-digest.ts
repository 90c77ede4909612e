import { createHash } from 'node:crypto'
import type { ImportFinding } from '../domain/listing/import-finding.ts'
import type { ListComparison } from '../domain/listing/list-comparison.ts'
import type { RowDecisions } from '../domain/listing/list-import.ts'

/**
 * SHA-256 of all that recording a list would do: the same file, beside a register that says the same
 * of its agencies, under the same decisions, has the same. What a person approved is known again by it.
 */
export function differenceDigest(difference: {
  readonly of: readonly string[]
  readonly comparison: ListComparison
  readonly decisions: RowDecisions
  readonly findings: readonly ImportFinding[]
  readonly heldLines: readonly number[]
  readonly changeCount: number
}): string {
  const { of, comparison, decisions, findings, heldLines, changeCount } = difference
  const hash = createHash('sha256')
  const add = (...parts: readonly unknown[]) => hash.update(`${JSON.stringify(parts)}\n`)
  add(of, changeCount, heldLines)
  for (const { row, class: is, agencyId, changes } of comparison.rows) {
    // As it was read: what a new row holds is in no change, and other columns would read it otherwise.
    add(row, is, agencyId, changes, decisions.get(row.line)?.is === 'leave_out')
  }
  for (const { agencyId } of comparison.missing) add('missing', agencyId)
  for (const { code, line, agencyId, detail } of findings) add(code, line, agencyId, detail)
  return hash.digest('hex')
}
