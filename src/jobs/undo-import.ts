import { createHash } from 'node:crypto'
import { type Change, factRestored, factsRetracted } from '../domain/change.ts'
import type { ChangedField, FieldChange } from '../domain/listing/list-comparison.ts'
import type { Database } from '../store/database.ts'
import type { NewImportRow } from '../store/list-imports.ts'
import {
  type EndedEntry,
  findEntries,
  type LogEntry,
  listFactEntries,
} from '../store/log-entries.ts'
import { listAgenciesDecidedSince, listAgencyNames } from '../store/register-facts.ts'

const ENTRIES_A_PART = 5_000

export interface Undoing {
  /** What each agency, and the source, would lose and get back. */
  readonly rows: readonly NewImportRow[]
  readonly changeCount: number
  /** SHA-256 of the changes. */
  readonly digest: string
}

/**
 * Takes back what a published import recorded from `from` to before `to`: its facts are retracted, and
 * those that they had taken the place of are recorded anew. What somebody has changed since is left,
 * and so is the whole of an agency on whose licence something was decided since: without its name and
 * number a revocation would no longer be found.
 * `onChanges` receives the changes in parts.
 */
export async function undoImport(
  database: Database,
  { from, to }: { readonly from: number; readonly to: number },
  onChanges: (changes: readonly Change[]) => Promise<void>,
  onProgress: (done: number, total: number) => void,
): Promise<Undoing> {
  const rows = new Map<string, NewImportRow & { changes: FieldChange[] }>()
  const hash = createHash('sha256')
  let changeCount = 0
  for (let at = from; at < to; at += ENTRIES_A_PART) {
    onProgress(at - from, to - from)
    const entries = await listFactEntries(database, at, Math.min(to, at + ENTRIES_A_PART))
    const subjects = [...new Set(entries.map(({ subject }) => subject))]
    const [before, left] = await Promise.all([
      findEntries(
        database,
        entries.flatMap(({ supersedes }) => supersedes),
      ),
      listAgenciesDecidedSince(database, subjects, to),
    ])
    const changes = entries
      .filter(({ subject }) => !left.has(subject))
      .flatMap((entry) => takenBack(entry, before))
    for (const { kind, subject, fact, supersedes } of changes) {
      hash.update(`${JSON.stringify([kind, subject, fact, supersedes])}\n`)
    }
    for (const entry of entries) addToRow(rows, entry, before, left.has(entry.subject))
    changeCount += changes.length
    await onChanges(changes)
  }
  const names = await listAgencyNames(database, [...rows.keys()])
  return {
    rows: [...rows.values()].map((row) => ({ ...row, name: names.get(row.name) ?? row.name })),
    changeCount,
    digest: hash.digest('hex'),
  }
}

function takenBack(
  { kind, subject, entry, supersedes, supersededBy, retracts }: EndedEntry,
  before: readonly LogEntry[],
): Change[] {
  if (supersededBy !== null || retracts) return []
  const [first, ...others] = before.filter((old) => supersedes.includes(old.entry))
  if (first === undefined) return [factsRetracted(kind, subject, [entry])]
  return [factRestored(first, [entry]), ...others.map((old) => factRestored(old, []))]
}

function addToRow(
  rows: Map<string, NewImportRow & { changes: FieldChange[] }>,
  { kind, subject, supersedes, supersededBy, row: recorded }: EndedEntry,
  before: readonly LogEntry[],
  isLeft: boolean,
): void {
  let row = rows.get(subject)
  if (row === undefined) {
    const isAgency = kind !== 'source_editions'
    row = {
      position: rows.size,
      line: null,
      class: 'taken_back',
      agencyId: isAgency ? subject : null,
      name: subject,
      number: null,
      needsLook: false,
      isHeld: false,
      changes: [],
      dirt: [],
      findings: [],
      conflict: null,
      duplicateOf: null,
    }
    rows.set(subject, row)
  }
  if (isLeft || supersededBy !== null) {
    rows.set(subject, { ...row, class: 'changed_since', needsLook: true })
    return
  }
  const said = SAID_BY[kind]
  if (said === undefined) return
  const restored = before.find((old) => supersedes.includes(old.entry))
  const text = (of: LogEntry['row'] | undefined) => (of === undefined ? null : said.value(of))
  row.changes.push({ field: said.field, before: text(recorded), after: text(restored?.row) })
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** What a list says by each kind of fact, in the words of the comparison. */
const SAID_BY: Readonly<
  Record<string, { field: ChangedField; value: (row: LogEntry['row']) => string | null }>
> = {
  agency_names: { field: 'name', value: ({ name }) => textOf(name) },
  agency_identifiers: { field: 'number', value: ({ printed }) => textOf(printed) },
  agency_contacts: { field: 'phones', value: ({ value }) => textOf(value) },
  licence_numbers: { field: 'number', value: ({ printed }) => textOf(printed) },
  licence_events: {
    field: 'validUntil',
    value: ({ type, valid_until: until }) => textOf(until ?? type),
  },
  licence_listings: { field: 'listed', value: ({ state }) => textOf(state) },
}
