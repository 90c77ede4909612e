import { type CalendarDate, day } from '../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  branchRecorded,
  type Change,
  type CommittedText,
  contactRecorded,
  destinationAuthorised,
  editionRecorded,
  identifierRecorded,
  licenceEventRecorded,
  licenceListingRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
  representativeRecorded,
  sourceRecorded,
} from '../src/domain/change.ts'
import { readLicenceNumber } from '../src/domain/matching/licence-number.ts'
import {
  DEMONSTRATION_AGENCIES,
  DEMONSTRATION_INSTRUMENT,
  type DemonstrationAgency,
} from './demonstration-agencies.ts'

const CURRENT_LIST = 'src_contoh_daftar'
const OLD_LIST = 'src_contoh_daftar_lama'
const DECREES = 'src_contoh_keputusan'

const FIRST_EDITION = day('2025-12-01')
const OLD_EDITION = day('2026-05-01')
const NEWEST_EDITION = day('2026-11-01')
const GRANTED = day('2025-01-02')
/** Invented lists do not grow old, so that the sandbox answers next year as it does today. */
const NEVER_STALE = 36_500

/**
 * The demonstration register: invented, dated, and the same every time. `commit` makes the salted
 * hash that stands in the log for a person's name.
 */
export function demonstrationChanges(commit: (name: string) => CommittedText): Change[] {
  return [
    ...demonstrationSources(),
    ...DEMONSTRATION_AGENCIES.flatMap((agency) => agencyChanges(agency, commit)),
  ]
}

function demonstrationSources(): Change[] {
  const invented = { publisher: 'Pastikan (data contoh, rekaan)', demonstration: true } as const
  return [
    sourceRecorded({
      ...invented,
      id: CURRENT_LIST,
      title: 'Daftar P3MI contoh',
      kind: 'demonstration',
      freshForDays: NEVER_STALE,
    }),
    editionRecorded({ sourceId: CURRENT_LIST, asOf: FIRST_EDITION, retrievedOn: FIRST_EDITION }),
    editionRecorded({ sourceId: CURRENT_LIST, asOf: NEWEST_EDITION, retrievedOn: NEWEST_EDITION }),
    sourceRecorded({
      ...invented,
      id: OLD_LIST,
      title: 'Daftar P3MI contoh yang sudah lama',
      kind: 'demonstration',
      freshForDays: 30,
    }),
    editionRecorded({ sourceId: OLD_LIST, asOf: OLD_EDITION, retrievedOn: OLD_EDITION }),
    sourceRecorded({
      ...invented,
      id: DECREES,
      title: 'Keputusan contoh',
      kind: 'demonstration',
      instrument: DEMONSTRATION_INSTRUMENT,
      freshForDays: NEVER_STALE,
    }),
    editionRecorded({ sourceId: DECREES, asOf: NEWEST_EDITION, retrievedOn: NEWEST_EDITION }),
  ]
}

function agencyChanges(
  agency: DemonstrationAgency,
  commit: (name: string) => CommittedText,
): Change[] {
  const agencyId = `agy_${agency.id}`
  const sourceId = agency.list === 'old' ? OLD_LIST : CURRENT_LIST
  const since = (effectiveOn: CalendarDate) => ({ effectiveOn, sourceId })
  return [
    agencyRecorded({
      id: agencyId,
      country: 'ID',
      kind: agency.kind ?? 'p3mi',
      regionCode: '32.12',
    }),
    ...nameChanges(agency, agencyId, since),
    ...(agency.phone === undefined
      ? []
      : [
          contactRecorded(agencyId, {
            ...since(GRANTED),
            kind: 'phone',
            value: agency.phone,
            normalised: agency.phone,
          }),
        ]),
    ...(agency.branches ?? []).map((branch) =>
      branchRecorded(agencyId, {
        ...since(day(branch.openedOn)),
        id: `brn_${branch.id}`,
        regionCode: branch.regionCode,
        name: branch.name,
        lastDay: branch.lastDay === undefined ? null : day(branch.lastDay),
      }),
    ),
    ...(agency.representatives ?? []).map((representative) =>
      representativeRecorded(agencyId, {
        ...since(day('2026-01-05')),
        id: `rep_${representative.id}`,
        name: commit(representative.name),
        letterNumber: representative.letter,
        lastDay: day('2027-01-04'),
      }),
    ),
    ...(agency.destinations ?? []).map((destination) =>
      destinationAuthorised(agencyId, { ...since(GRANTED), destination }),
    ),
    ...(agency.grantedOn === null ? [] : licenceChanges(agency, agencyId, sourceId)),
  ]
}

function nameChanges(
  agency: DemonstrationAgency,
  agencyId: string,
  since: (on: CalendarDate) => { effectiveOn: CalendarDate; sourceId: string },
): Change[] {
  const name = (part: string, kind: 'registered' | 'trading' | 'acronym', text: string) =>
    nameRecorded(agencyId, { ...since(GRANTED), id: `nam_${agency.id}${part}`, kind, name: text })
  const { formerName } = agency
  const registered =
    formerName === undefined
      ? [name('a', 'registered', agency.name)]
      : [
          nameRecorded(agencyId, {
            ...since(GRANTED),
            id: `nam_${agency.id}f`,
            kind: 'former',
            name: formerName.name,
            lastDay: day(formerName.until),
          }),
          nameRecorded(agencyId, {
            ...since(day('2026-03-01')),
            id: `nam_${agency.id}a`,
            kind: 'registered',
            name: agency.name,
          }),
        ]
  return [
    ...registered,
    ...(agency.tradeName === undefined ? [] : [name('t', 'trading', agency.tradeName)]),
    ...(agency.acronym === undefined ? [] : [name('k', 'acronym', agency.acronym)]),
  ]
}

function licenceChanges(agency: DemonstrationAgency, agencyId: string, sourceId: string): Change[] {
  const licenceId = `lic_${agency.id}`
  const kind = agency.licence ?? 'sip3mi'
  const since = (effectiveOn: CalendarDate) => ({ effectiveOn, sourceId, licenceId })
  const number = agency.number === undefined ? undefined : readLicenceNumber(agency.number, 'ID')
  return [
    licenceRecorded(agencyId, { id: licenceId, kind }),
    ...(number === undefined
      ? []
      : [
          licenceNumberRecorded(agencyId, {
            ...since(GRANTED),
            country: 'ID',
            kind,
            printed: number.asWritten,
            schema: number.schema,
            normalised: number.normalised,
            nib: number.nib ?? null,
          }),
        ]),
    ...(number?.nib === undefined
      ? []
      : [
          identifierRecorded(agencyId, {
            effectiveOn: GRANTED,
            sourceId,
            kind: 'nib',
            printed: number.nib,
            normalised: number.nib,
          }),
        ]),
    licenceEventRecorded(agencyId, {
      ...since(GRANTED),
      id: `evt_${agency.id}g`,
      type: 'granted',
      validUntil: agency.validUntil === undefined ? null : day(agency.validUntil),
      validityBasis: agency.validUntil === undefined ? null : 'printed',
    }),
    ...listingChanges(agency, agencyId, licenceId),
    ...(agency.events ?? []).map((event, at) =>
      licenceEventRecorded(agencyId, {
        ...since(day(event.on)),
        sourceId: DECREES,
        id: `evt_${agency.id}${at}`,
        type: event.type,
        scope: event.scope ?? null,
        instrument: DEMONSTRATION_INSTRUMENT,
        announcedOn: event.announcedOn === undefined ? null : day(event.announcedOn),
      }),
    ),
  ]
}

function listingChanges(
  agency: DemonstrationAgency,
  agencyId: string,
  licenceId: string,
): Change[] {
  const listing = (state: 'listed' | 'missing', effectiveOn: CalendarDate, sourceId: string) =>
    licenceListingRecorded(agencyId, { effectiveOn, sourceId, licenceId, state })
  switch (agency.list ?? 'current') {
    case 'current':
      return [listing('listed', FIRST_EDITION, CURRENT_LIST)]
    case 'missing':
      return [
        listing('listed', FIRST_EDITION, CURRENT_LIST),
        listing('missing', NEWEST_EDITION, CURRENT_LIST),
      ]
    case 'old':
      return [listing('listed', OLD_EDITION, OLD_LIST)]
    case 'none':
      return []
  }
}
