import { type Agency, asKnown } from '../domain/agency.ts'
import type { Change } from '../domain/change.ts'
import type { Fact } from '../domain/fact.ts'
import type { ImportFinding } from '../domain/listing/import-finding.ts'
import type { ComparedRow, ListComparison } from '../domain/listing/list-comparison.ts'
import type { RowDecisions } from '../domain/listing/list-import.ts'
import {
  isRecorded,
  type ListRecording,
  recordMissing,
  recordRow,
} from '../domain/listing/record-list.ts'
import type { Database } from '../store/database.ts'
import { loadAgencies } from '../store/register-facts.ts'
import { AGENCIES_A_READ, type ListedRegister } from './listed-register.ts'

const ROWS_A_PART = 500

/** Last log entry of each subject that may not change before the import is applied. */
export type Expected = Record<string, number | null>

/**
 * Everything that the list changes, in parts; fills `findings`, `heldLines` and `expected` on the
 * way. Agencies are read again a few at a time, so that a large register need not be held.
 */
export async function* changesOfList(context: {
  readonly database: Database
  readonly size: number
  readonly register: ListedRegister
  readonly comparison: ListComparison
  readonly recording: ListRecording
  readonly decisions: RowDecisions
  readonly expected: Expected
  readonly findings: ImportFinding[]
  readonly heldLines: number[]
}): AsyncGenerator<Change[]> {
  const { database, size, register, comparison, recording, decisions, expected } = context
  const rows = comparison.rows.filter(
    (each) => isRecorded(each) && decisions.get(each.row.line)?.is !== 'leave_out',
  )

  const recordOne = (row: ComparedRow, agency: Agency | undefined): Change[] => {
    const { changes, findings, isHeld } = recordRow(row, agency, recording)
    const { line, name } = row.row
    if (isHeld) context.heldLines.push(line)
    for (const finding of findings) {
      context.findings.push({ ...finding, line, name, agencyId: agency?.id ?? null })
    }
    return changes
  }

  const known = rows.filter(
    ({ agencyId, class: is }) =>
      agencyId !== null && (is !== 'unchanged' || register.notInForce.has(agencyId)),
  )
  for (const part of inParts(known, AGENCIES_A_READ)) {
    const agencies = await read(part.map(({ agencyId }) => agencyId ?? ''))
    yield part.flatMap((row) => {
      const agency = agencies.get(row.agencyId ?? '')
      const current = agency && asKnown(agency, size)
      if (agency === undefined || current === undefined) return []
      const changes = recordOne(row, current)
      // A term may not be renewed past a revocation that was recorded meanwhile.
      if (changes.some(({ kind }) => kind === 'licence_events')) {
        expected[agency.id] = lastEntryOf(agency)
      }
      return changes
    })
  }

  for (const part of inParts(comparison.missing, AGENCIES_A_READ)) {
    const agencies = await read(part.map(({ agencyId }) => agencyId))
    yield [...agencies.values()].flatMap((agency) => {
      const current = asKnown(agency, size)
      return current === undefined ? [] : recordMissing(current, recording)
    })
  }

  // After the known ones, so that a number stays with the agency that had it first.
  const unknown = rows.filter(({ agencyId }) => agencyId === null)
  for (const part of inParts(unknown, ROWS_A_PART)) {
    yield part.flatMap((row) => recordOne(row, undefined))
  }

  async function read(ids: string[]): Promise<Map<string, Agency>> {
    const agencies = await loadAgencies(database, size, ids)
    return new Map(agencies.map((agency) => [agency.id, agency]))
  }
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

/** Of an agency with its superseded facts: what ended a fact is an entry of the agency too. */
function lastEntryOf(agency: Agency): number {
  const facts: readonly Fact[] = [
    ...agency.names,
    ...agency.identifiers,
    ...agency.branches,
    ...agency.contacts,
    ...agency.representatives,
    ...agency.destinations,
    ...agency.licences.flatMap(({ numbers, events, listings }) => [
      ...numbers,
      ...events,
      ...listings,
    ]),
  ]
  const entries = facts.flatMap(({ entry, supersededBy }) => [entry, supersededBy ?? entry])
  return Math.max(agency.entry, ...agency.licences.map(({ entry }) => entry), ...entries)
}
