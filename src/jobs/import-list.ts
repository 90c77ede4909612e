import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readPhone } from '../actions/read-phone.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Change, editionRecorded, sourceRecorded } from '../domain/change.ts'
import type { AgencyKind, LicenceKind } from '../domain/licence.ts'
import { compareList } from '../domain/listing/compare-list.ts'
import type { ImportFinding } from '../domain/listing/import-finding.ts'
import type { ListColumn } from '../domain/listing/list-column.ts'
import type { ListComparison, ListWarning } from '../domain/listing/list-comparison.ts'
import type { ImportFile, RowDecisions } from '../domain/listing/list-import.ts'
import { listMatching } from '../domain/listing/list-matching.ts'
import { type ListRow, readListRow } from '../domain/listing/list-row.ts'
import type { ListRecording } from '../domain/listing/record-list.ts'
import { latestEdition, type Source } from '../domain/source.ts'
import type { Database } from '../store/database.ts'
import { applyStaged, type Recorded, type RecordOutcome } from '../store/record-changes.ts'
import { loadSources } from '../store/register-facts.ts'
import { findRegistryHead } from '../store/registry-head.ts'
import { ChangeStage } from './change-stage.ts'
import { changesOfList, type Expected } from './changes-of-list.ts'
import { differenceDigest } from './difference-digest.ts'
import { openListFile } from './list-file.ts'
import { readListedRegister, registerNames } from './listed-register.ts'
import { findNamesAlike } from './names-alike.ts'

export const LICENCE_KIND_LISTED = {
  p3mi: 'sip3mi',
  own_company: 'own_company_permit',
  apprenticeship_sender: 'so_permit',
  crew_manning: 'siukak',
} as const satisfies Record<AgencyKind, LicenceKind>

export type ImportStep = 'reading' | 'comparing' | 'keeping' | 'staging' | 'recording'

export interface ImportListDependencies {
  /** Without a statement time-out: applying takes as long as the list is long. */
  readonly database: Database
  /** For the person who waits: rows or changes done, of how many where that is known. */
  readonly progress: (step: ImportStep, done: number, total: number | null) => void
  /** Records a staged batch as the difference that the digest names; as `recordedBy` unless told. */
  readonly record?: (batch: string, expected: Expected, digest: string) => Promise<RecordOutcome>
}

export interface ImportListOptions {
  readonly file: string
  readonly sourceId: string
  readonly asOf: CalendarDate
  readonly retrievedOn: CalendarDate
  readonly country: string
  readonly kind: AgencyKind
  readonly apply: boolean
  readonly recordedBy: string
  readonly columns?: Partial<Record<ListColumn, string>>
  readonly sheet?: string
  readonly decisions?: RowDecisions
  /** What a source that is not in the register yet is recorded with. */
  readonly newSource?: {
    readonly publisher: string
    readonly title: string
    readonly url?: string
    readonly freshForDays: number
  }
  /** Records the list although more than a fifth of the agencies are missing from it. */
  readonly acceptMissing?: boolean
}

export type ImportRefusal =
  | 'source_unknown'
  | 'older_than_newest_edition'
  | 'as_of_after_retrieved_on'
  | ListWarning['code']
  | 'changed_since_read'
  | 'number_taken'
  | 'licence_overlaps'
  | 'recording_held'

export type ImportOutcome =
  | { readonly is: 'dry_run' }
  | { readonly is: 'recorded'; readonly recorded: Recorded }
  | { readonly is: 'already_recorded'; readonly entry: number }
  | { readonly is: 'refused'; readonly because: ImportRefusal; readonly says: string }

export interface ListImport {
  readonly outcome: ImportOutcome
  readonly sha256: string
  /** Absent where the import ended before the list was compared. */
  readonly compared?: {
    readonly file: ImportFile
    readonly comparison: ListComparison
    readonly findings: readonly ImportFinding[]
    /** Lines left out as a whole until a person decides, beside conflicts and refused rows. */
    readonly heldLines: readonly number[]
    readonly changeCount: number
    readonly digest: string
  }
}

/**
 * Compares an authority's list with the register and, with `apply`, records it in one statement:
 * all of it or nothing. The same file for the same source and day is recorded once only.
 * Throws a `ListFileRefused` for a file that is no list.
 */
export async function importList(
  { database, progress, record }: ImportListDependencies,
  options: ImportListOptions,
): Promise<ListImport> {
  const { file, sourceId, asOf, retrievedOn, country, kind, apply, decisions = new Map() } = options
  const sha256 = await sha256Of(file)
  const ended = (outcome: ImportOutcome): ListImport => ({ outcome, sha256 })
  if (asOf > retrievedOn) {
    return ended(
      refused(
        'as_of_after_retrieved_on',
        `the list of ${asOf} cannot have been retrieved on ${retrievedOn}`,
      ),
    )
  }

  const { size } = await findRegistryHead(database)
  const source = (await loadSources(database, size)).find(({ id }) => id === sourceId)
  const earlier = source?.editions.find(
    (edition) =>
      edition.asOf === asOf && edition.sha256 === sha256 && edition.supersededBy === null,
  )
  if (apply && earlier !== undefined) {
    return ended({ is: 'already_recorded', entry: earlier.entry })
  }
  const newest = source && latestEdition(source, size)
  if (newest !== undefined && asOf < newest.asOf) {
    return ended(
      refused(
        'older_than_newest_edition',
        `the newest edition of ${sourceId} is of ${newest.asOf}, later than ${asOf}`,
      ),
    )
  }
  if (apply && source === undefined && options.newSource === undefined) {
    return ended(
      refused(
        'source_unknown',
        `the source ${sourceId} is not in the register: give --publisher and --title to record it`,
      ),
    )
  }

  const listedBy = { sourceId, licenceKind: LICENCE_KIND_LISTED[kind], asOf }
  const register = await readListedRegister(database, size, country, listedBy)
  const matching = listMatching(country, () => registerNames(register.state, country))
  const { rows, list } = await readRows(options, matching.readLicenceNumber)
  progress('reading', rows.length, rows.length)
  const comparison = compareList(rows, register.state, {
    country,
    asOf,
    matching,
    decisions,
    onProgress: (done, total) => progress('comparing', done, total),
  })
  const findings = [...findNamesAlike(comparison, register.state)]
  const heldLines: number[] = []

  const blocked = apply ? blockedBy(comparison, options) : undefined
  const stage = apply && blocked === undefined ? new ChangeStage(database, sourceId) : undefined
  const recording: ListRecording = {
    ...listedBy,
    country,
    agencyKind: kind,
    newId: ascendingIds(),
    readPhone: (text) => readPhone(text, country)?.e164,
    taken: register.taken,
  }
  const expected: Expected = { [sourceId]: source === undefined ? null : lastEntryOf(source) }
  let changeCount = 0
  try {
    await stage?.begin()
    const parts = changesOfList({
      database,
      size,
      register,
      comparison,
      recording,
      decisions,
      expected,
      findings,
      heldLines,
    })
    for await (const part of withEdition(parts, source, rows.length, sha256, options)) {
      changeCount += part.length
      if (stage === undefined) continue
      await stage.add(part)
      if (stage.hasReportDue) progress('staging', stage.count, null)
    }
    const of = [sha256, sourceId, asOf, retrievedOn, country, kind]
    const difference = { of, comparison, decisions, findings, heldLines, changeCount }
    const digest = differenceDigest(difference)
    const compared = { file: list, comparison, findings, heldLines, changeCount, digest }
    if (stage === undefined) return { outcome: blocked ?? { is: 'dry_run' }, sha256, compared }

    progress('recording', 0, stage.count)
    const outcome = await stage.apply((batch) =>
      record === undefined
        ? applyStaged(database, batch, options.recordedBy, expected)
        : record(batch, expected, digest),
    )
    return { outcome: outcomeOf(outcome, sourceId), sha256, compared }
  } finally {
    await stage?.end()
  }
}

/** New ids that ascend within one import, so that each index grows in one place instead of everywhere. */
function ascendingIds(): ListRecording['newId'] {
  const random = randomBytes(8).toString('hex')
  let made = 0
  return (prefix) => `${prefix}_${random}${(made++).toString(16).padStart(8, '0')}`
}

function refused(because: ImportRefusal, says: string): ImportOutcome {
  return { is: 'refused', because, says }
}

function blockedBy(
  { warnings }: ListComparison,
  { acceptMissing }: ImportListOptions,
): ImportOutcome | undefined {
  const warning = warnings.find(
    ({ code }) => code === 'no_usable_row' || (code === 'many_missing' && acceptMissing !== true),
  )
  if (warning === undefined) return undefined
  return warning.code === 'many_missing'
    ? refused(
        warning.code,
        `${warning.detail} agencies listed before are missing, so the list may be cut off: give --accept-missing if it is whole`,
      )
    : refused(warning.code, 'no row of the list can be used')
}

function outcomeOf(
  outcome: Awaited<ReturnType<ChangeStage['apply']>>,
  sourceId: string,
): ImportOutcome {
  if (!('refused' in outcome)) return { is: 'recorded', recorded: outcome }
  switch (outcome.refused) {
    case 'changed_since_read':
    case 'superseded_already':
      return refused(
        'changed_since_read',
        `${sourceId}, or an agency on its list, has changed since it was read: run again`,
      )
    case 'licence_overlaps':
      return refused(
        'licence_overlaps',
        'a licence would overlap another of the same agency and kind: run again',
      )
    case 'number_taken':
    case 'unknown_reference':
      return refused(
        'number_taken',
        'a number or the source was recorded by someone else meanwhile: run again',
      )
    case 'recording_held':
      return refused(
        'recording_held',
        'the log is not the one that was published: put it back first, with npm run log:restore',
      )
  }
}

async function* withEdition(
  parts: AsyncGenerator<Change[]>,
  source: Source | undefined,
  rows: number,
  sha256: string,
  { sourceId, asOf, retrievedOn, newSource }: ImportListOptions,
): AsyncGenerator<Change[]> {
  const first: Change[] = []
  if (source === undefined && newSource !== undefined) {
    const kind = 'authority_list'
    first.push(sourceRecorded({ ...newSource, id: sourceId, kind, demonstration: false }))
  }
  first.push(editionRecorded({ sourceId, asOf, retrievedOn, rows, sha256 }))
  yield first
  yield* parts
}

async function readRows(
  { file, columns, sheet, country }: ImportListOptions,
  readLicenceNumber: Parameters<typeof readListRow>[1]['readLicenceNumber'],
): Promise<{ rows: ListRow[]; list: ImportFile }> {
  const opened = await openListFile(file, {
    ...(columns === undefined ? {} : { columns }),
    ...(sheet === undefined ? {} : { sheet }),
  })
  const rows: ListRow[] = []
  for await (const { line, cells } of opened.rows()) {
    rows.push(readListRow(cells, { country, line, readLicenceNumber }))
  }
  const { format, encoding, delimiter, otherSheets, headerLine, headings, columns: found } = opened
  const list = {
    format,
    encoding: encoding?.encoding ?? null,
    delimiter: delimiter ?? null,
    sheet: opened.sheet ?? null,
    otherSheets,
    headerLine,
    headings,
    columns: found,
    unused: opened.unused,
  }
  return { rows, list }
}

function lastEntryOf({ entry, editions }: Source): number {
  return Math.max(entry, ...editions.flatMap((each) => [each.entry, each.supersededBy ?? 0]))
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(file)) hash.update(part)
  } catch {
    // Opening the list will say in one sentence why it cannot be read.
    return ''
  }
  return hash.digest('hex')
}
