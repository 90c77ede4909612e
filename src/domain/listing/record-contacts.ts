import type { Agency, AgencyContact } from '../agency.ts'
import { addDays } from '../calendar-date.ts'
import { type Change, contactRecorded, factsRetracted } from '../change.ts'
import { regionOf } from './compare-row.ts'
import { type ListRow, splitPhones } from './list-row.ts'
import type { ListRecording, RecordedRow } from './record-list.ts'
import { ownContacts } from './registered-agency.ts'

/** Phones of the row beside those that this source gave before; another source's stay. */
export function recordPhones(
  { cells }: ListRow,
  agency: Agency | string,
  recording: ListRecording,
  { changes, findings }: RecordedRow,
): void {
  const written = new Map<string, string>()
  for (const part of splitPhones(cells.phone ?? '')) {
    const phone = recording.readPhone(part)
    if (phone === undefined) findings.push({ code: 'phone_unreadable', detail: part })
    else written.set(phone, part)
  }
  const before = typeof agency === 'string' ? [] : ownContacts(agency, 'phone', recording)
  for (const contact of before) {
    if (!written.delete(contact.normalised) && written.size > 0) {
      changes.push(ended(contact, idOf(agency), recording))
    }
  }
  const { asOf: effectiveOn, sourceId } = recording
  for (const [normalised, value] of written) {
    const contact = { effectiveOn, sourceId, kind: 'phone', value, normalised } as const
    changes.push(contactRecorded(idOf(agency), contact))
  }
}

/** The address and, under it, the region: two lines, as on a letter. */
export function recordAddress(
  row: ListRow,
  agency: Agency | string,
  recording: ListRecording,
  { changes }: RecordedRow,
): void {
  const value = [row.cells.address ?? '', regionOf(row)]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
  if (value === '') return
  const before = typeof agency === 'string' ? [] : ownContacts(agency, 'address', recording)
  for (const contact of before) changes.push(ended(contact, idOf(agency), recording))
  const { asOf: effectiveOn, sourceId } = recording
  const contact = { effectiveOn, sourceId, kind: 'address', value, normalised: value } as const
  changes.push(contactRecorded(idOf(agency), contact))
}

function idOf(agency: Agency | string): string {
  return typeof agency === 'string' ? agency : agency.id
}

function ended(contact: AgencyContact, agencyId: string, { asOf }: ListRecording): Change {
  const { effectiveOn, entry, kind, value, normalised, sourceId } = contact
  // Given on this very day by an edition that this one corrects: it never held.
  if (effectiveOn >= asOf) return factsRetracted('agency_contacts', agencyId, [entry])
  const lastDay = addDays(asOf, -1)
  const fact = { effectiveOn, lastDay, sourceId, supersedes: [entry], kind, value, normalised }
  return contactRecorded(agencyId, fact)
}
