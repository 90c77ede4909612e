import type { Agency, Licence } from '../agency.ts'
import { addDays, type CalendarDate } from '../calendar-date.ts'
import {
  agencyRecorded,
  type Change,
  licenceEventRecorded,
  licenceListingRecorded,
  licenceRecorded,
  nameRecorded,
} from '../change.ts'
import type { AgencyKind, LicenceStatus } from '../licence.ts'
import { licenceStateOn } from '../licence-status.ts'
import { type ImportFindingCode, NOT_IN_FORCE } from './import-finding.ts'
import type { ComparedRow } from './list-comparison.ts'
import type { ListRow } from './list-row.ts'
import { recordAddress, recordPhones } from './record-contacts.ts'
import { type NumbersTaken, recordNumber } from './record-number.ts'
import { type ListedBy, lastListing, latestState, licenceOfKind } from './registered-agency.ts'

export interface ListRecording extends ListedBy {
  readonly country: string
  readonly agencyKind: AgencyKind
  /** A new id that begins with the prefix given. */
  readonly newId: (prefix: 'agy' | 'lic' | 'nam' | 'evt') => string
  /** The E.164 form; undefined for what is no phone number. */
  readonly readPhone: (text: string) => string | undefined
  readonly taken: NumbersTaken
}

/** What one row adds to the registry, and what it leaves to a person. */
export interface RecordedRow {
  readonly changes: Change[]
  readonly findings: { code: ImportFindingCode; detail: string | null }[]
  /** True where the row as a whole is left out until somebody decides. */
  isHeld: boolean
}

const RECORDED = ['new', 'changed', 'unchanged', 'reappeared']

/** True for a row that may have something to record, or something to say about its agency. */
export function isRecorded({ class: is }: ComparedRow): boolean {
  return RECORDED.includes(is)
}

/**
 * The changes that a compared row makes. `agency` is the one it speaks of, with the facts that
 * still stand; undefined for a new row. No row ever makes the status of a licence better.
 */
export function recordRow(
  compared: ComparedRow,
  agency: Agency | undefined,
  recording: ListRecording,
): RecordedRow {
  const recorded: RecordedRow = { changes: [], findings: [], isHeld: false }
  if (!isRecorded(compared)) return recorded
  const { row } = compared
  const licence = agency && licenceOfKind(agency, recording.licenceKind)
  if (agency === undefined || licence === undefined) {
    recordLicence(row, agency, recording, recorded)
    return recorded
  }

  recordListing(agency.id, licence, 'listed', recording, recorded)
  const against = statusesOf(licence, recording.asOf)
    .map((status) => NOT_IN_FORCE[status])
    .find((code) => code !== undefined)
  if (against !== undefined) {
    recorded.findings.push({ code: against, detail: null })
    return recorded
  }
  for (const { field } of compared.changes) {
    if (field === 'name') recordName(row, agency, recording, recorded)
    if (field === 'number') recordNumber(row, agency, licence.id, recording, recorded)
    if (field === 'validUntil') recordTerm(row, agency, licence, recording, recorded)
    if (field === 'phones') recordPhones(row, agency, recording, recorded)
  }
  if (compared.changes.some(({ field }) => field === 'address' || field === 'region')) {
    recordAddress(row, agency, recording, recorded)
  }
  return recorded
}

/** What a licence was on the day of the list, and what it is after everything recorded. */
export function statusesOf(licence: Licence, asOf: CalendarDate): LicenceStatus[] {
  return [licenceStateOn(asOf, licence.events).status, latestState(licence, asOf).status]
}

/** The finding that a list no longer carries the agency. It revokes nothing. */
export function recordMissing(agency: Agency, recording: ListRecording): Change[] {
  const recorded: RecordedRow = { changes: [], findings: [], isHeld: false }
  const licence = licenceOfKind(agency, recording.licenceKind)
  if (licence !== undefined) recordListing(agency.id, licence, 'missing', recording, recorded)
  return recorded.changes
}

/** A list says that the agency is licensed by its day, not since when: the grant counts from then. */
function recordLicence(
  row: ListRow,
  known: Agency | undefined,
  recording: ListRecording,
  recorded: RecordedRow,
): void {
  const { asOf, sourceId, licenceKind: kind, newId } = recording
  if (row.validUntil !== undefined && row.validUntil < asOf) {
    recorded.findings.push({ code: 'term_over_on_list_day', detail: row.validUntil })
    recorded.isHeld = true
    return
  }
  const agencyId = known?.id ?? newId('agy')
  if (recording.taken.isTakenFromAnother(row, agencyId)) {
    recorded.findings.push({ code: 'number_held_already', detail: row.number?.asWritten ?? null })
    recorded.isHeld = true
    return
  }
  const { changes } = recorded
  const since = { effectiveOn: asOf, sourceId }
  if (known === undefined) {
    const { country, agencyKind } = recording
    changes.push(
      agencyRecorded({ id: agencyId, country, kind: agencyKind }),
      nameRecorded(agencyId, { ...since, id: newId('nam'), kind: 'registered', name: row.name }),
    )
  }
  const licenceId = newId('lic')
  changes.push(licenceRecorded(agencyId, { id: licenceId, kind }))
  recordNumber(row, known ?? agencyId, licenceId, recording, recorded)
  changes.push(
    licenceEventRecorded(agencyId, {
      ...since,
      effectiveOn: row.validFrom ?? asOf,
      id: newId('evt'),
      licenceId,
      type: 'granted',
      ...termOf(row),
    }),
    licenceListingRecorded(agencyId, { ...since, licenceId, state: 'listed' }),
  )
  recordPhones(row, known ?? agencyId, recording, recorded)
  recordAddress(row, known ?? agencyId, recording, recorded)
}

function recordListing(
  agencyId: string,
  licence: Licence,
  state: 'listed' | 'missing',
  { asOf, sourceId }: ListRecording,
  { changes }: RecordedRow,
): void {
  const before = lastListing(licence, sourceId)
  if (before?.state === state || (before !== undefined && before.effectiveOn > asOf)) return
  const supersedes = before?.effectiveOn === asOf ? [before.entry] : []
  changes.push(
    licenceListingRecorded(agencyId, {
      effectiveOn: asOf,
      sourceId,
      supersedes,
      licenceId: licence.id,
      state,
    }),
  )
}

function recordTerm(
  row: ListRow,
  agency: Agency,
  licence: Licence,
  { asOf, sourceId, newId }: ListRecording,
  recorded: RecordedRow,
): void {
  if (row.validUntil === undefined) return
  if (row.validUntil < asOf) {
    recorded.findings.push({ code: 'term_over_on_list_day', detail: row.validUntil })
    return
  }
  if (licence.events.some(({ effectiveOn }) => effectiveOn > asOf)) {
    recorded.findings.push({ code: 'newer_in_register', detail: 'term' })
    return
  }
  recorded.changes.push(
    licenceEventRecorded(agency.id, {
      effectiveOn: asOf,
      sourceId,
      id: newId('evt'),
      licenceId: licence.id,
      type: 'renewed',
      ...termOf(row),
    }),
  )
}

function termOf({ validUntil }: ListRow) {
  return validUntil === undefined ? {} : { validUntil, validityBasis: 'authority_list' as const }
}

/** The old spelling stays as a former name, so that whoever was given it still finds the agency. */
function recordName(
  row: ListRow,
  agency: Agency,
  { asOf, sourceId, newId }: ListRecording,
  recorded: RecordedRow,
): void {
  const registered = agency.names.filter(({ kind }) => kind === 'registered')
  if (registered.some(({ effectiveOn }) => effectiveOn > asOf)) {
    recorded.findings.push({ code: 'newer_in_register', detail: row.name })
    return
  }
  const corrected: number[] = []
  for (const { id, entry, name, effectiveOn, lastDay } of registered) {
    if (lastDay !== null) continue
    if (effectiveOn === asOf) corrected.push(entry)
    else {
      recorded.changes.push(
        nameRecorded(agency.id, {
          effectiveOn,
          lastDay: addDays(asOf, -1),
          sourceId,
          supersedes: [entry],
          id,
          kind: 'former',
          name,
        }),
      )
    }
  }
  recorded.changes.push(
    nameRecorded(agency.id, {
      effectiveOn: asOf,
      sourceId,
      supersedes: corrected,
      id: newId('nam'),
      kind: 'registered',
      name: row.name,
    }),
  )
}
