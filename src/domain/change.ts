import type { ContactKind, ListingState, NameKind } from './agency.ts'
import type { CalendarDate } from './calendar-date.ts'
import { canonicalJson, type JsonValue } from './canonical-json.ts'
import type {
  AgencyKind,
  LicenceEventType,
  LicenceKind,
  SuspensionScope,
  ValidityBasis,
} from './licence.ts'
import type { SourceKind } from './source.ts'

type Row = { readonly [column: string]: JsonValue }

/** One change on its way into the registry: exactly one log entry and at most one fact. */
export interface Change {
  readonly kind: string
  /** The agency or source whose record changes. */
  readonly subject: string
  /** Canonical JSON of everything public about the fact: what the log will hold for ever. */
  readonly fact: string
  /** Columns that hold a person's data: stored beside the log, never in it. */
  readonly private?: Row
  /** Log entries whose facts this one corrects or ends. */
  readonly supersedes?: readonly number[]
  /** Present when the superseded facts were wrong altogether and nothing takes their place. */
  readonly retracts?: true
}

/** A person's text with the salted hash that stands for it in the log: SHA-256(salt ‖ text), hex. */
export interface CommittedText {
  readonly text: string
  readonly salt: string
  readonly commitment: string
}

/** What every fact needs: the day it took effect, its last day if known, and its source. */
export interface Since {
  readonly effectiveOn: CalendarDate
  readonly lastDay?: CalendarDate | null
  readonly sourceId: string
  readonly supersedes?: readonly number[]
}

function change(kind: string, subject: string, row: Row, supersedes?: readonly number[]): Change {
  return {
    kind,
    subject,
    fact: canonicalJson({ kind, row, subject }),
    ...(supersedes === undefined || supersedes.length === 0 ? {} : { supersedes }),
  }
}

function fact(kind: string, subject: string, since: Since, row: Row): Change {
  const columns: Row = {
    effective_on: since.effectiveOn,
    last_day: since.lastDay ?? null,
    source_id: since.sourceId,
    ...row,
  }
  return change(kind, subject, columns, since.supersedes)
}

/** Takes facts back that should never have been recorded; the log keeps them and says so. */
export function factsRetracted(kind: string, subject: string, entries: readonly number[]): Change {
  return {
    ...change(kind, subject, { retracts: [...entries] }, entries),
    retracts: true,
  }
}

/** Records again what a fact, taken back by this one, had taken the place of. */
export function factRestored(
  { kind, subject, row }: { kind: string; subject: string; row: Row },
  supersedes: readonly number[],
): Change {
  return change(kind, subject, row, supersedes)
}

export function sourceRecorded(source: {
  id: string
  publisher: string
  title: string
  kind: SourceKind
  instrument?: string | null
  issuedOn?: CalendarDate | null
  url?: string | null
  freshForDays: number
  demonstration: boolean
}): Change {
  return change('sources', source.id, {
    id: source.id,
    publisher: source.publisher,
    title: source.title,
    kind: source.kind,
    instrument: source.instrument ?? null,
    issued_on: source.issuedOn ?? null,
    url: source.url ?? null,
    fresh_for_days: source.freshForDays,
    demonstration: source.demonstration,
  })
}

export function editionRecorded(edition: {
  sourceId: string
  asOf: CalendarDate
  retrievedOn: CalendarDate
  rows?: number | null
  sha256?: string | null
}): Change {
  return change('source_editions', edition.sourceId, {
    source_id: edition.sourceId,
    as_of: edition.asOf,
    retrieved_on: edition.retrievedOn,
    rows: edition.rows ?? null,
    sha256: edition.sha256 ?? null,
  })
}

export function agencyRecorded(agency: {
  id: string
  country: string
  kind: AgencyKind
  regionCode?: string | null
}): Change {
  return change('agencies', agency.id, {
    id: agency.id,
    country: agency.country,
    kind: agency.kind,
    region_code: agency.regionCode ?? null,
  })
}

export function nameRecorded(
  agencyId: string,
  name: Since & { id: string; kind: NameKind; name: string },
): Change {
  return fact('agency_names', agencyId, name, {
    id: name.id,
    agency_id: agencyId,
    kind: name.kind,
    name: name.name,
  })
}

export function identifierRecorded(
  agencyId: string,
  identifier: Since & { kind: string; printed: string; normalised: string },
): Change {
  return fact('agency_identifiers', agencyId, identifier, {
    agency_id: agencyId,
    kind: identifier.kind,
    printed: identifier.printed,
    normalised: identifier.normalised,
  })
}

export function contactRecorded(
  agencyId: string,
  contact: Since & {
    kind: ContactKind
    value: string
    normalised: string
    branchId?: string | null
  },
): Change {
  return fact('agency_contacts', agencyId, contact, {
    agency_id: agencyId,
    branch_id: contact.branchId ?? null,
    kind: contact.kind,
    value: contact.value,
    normalised: contact.normalised,
  })
}

export function branchRecorded(
  agencyId: string,
  branch: Since & { id: string; regionCode: string; name?: string | null; address?: string | null },
): Change {
  return fact('branches', agencyId, branch, {
    id: branch.id,
    agency_id: agencyId,
    region_code: branch.regionCode,
    name: branch.name ?? null,
    address: branch.address ?? null,
  })
}

/** `name.commitment` is a salted hash: the log proves the name without holding it. */
export function representativeRecorded(
  agencyId: string,
  representative: Since & {
    id: string
    name: CommittedText
    letterNumber?: string | null
  },
): Change {
  const { name } = representative
  return {
    ...fact('representatives', agencyId, representative, {
      id: representative.id,
      agency_id: agencyId,
      name_commitment: name.commitment,
      letter_number: representative.letterNumber ?? null,
    }),
    private: { name: name.text, name_salt: name.salt },
  }
}

export function destinationAuthorised(
  agencyId: string,
  authorised: Since & { destination: string; scheme?: string | null },
): Change {
  return fact('authorised_destinations', agencyId, authorised, {
    agency_id: agencyId,
    destination: authorised.destination,
    scheme: authorised.scheme ?? null,
  })
}

export function licenceRecorded(
  agencyId: string,
  licence: { id: string; kind: LicenceKind },
): Change {
  return change('licences', agencyId, { id: licence.id, agency_id: agencyId, kind: licence.kind })
}

export function licenceNumberRecorded(
  agencyId: string,
  number: Since & {
    licenceId: string
    country: string
    kind: LicenceKind
    printed: string
    schema: string
    normalised: string
    nib?: string | null
  },
): Change {
  return fact('licence_numbers', agencyId, number, {
    licence_id: number.licenceId,
    country: number.country,
    kind: number.kind,
    printed: number.printed,
    schema: number.schema,
    normalised: number.normalised,
    nib: number.nib ?? null,
  })
}

export function licenceEventRecorded(
  agencyId: string,
  event: Since & {
    id: string
    licenceId: string
    type: LicenceEventType
    validUntil?: CalendarDate | null
    validityBasis?: ValidityBasis | null
    autoRenewing?: boolean | null
    scope?: SuspensionScope | null
    instrument?: string | null
    announcedOn?: CalendarDate | null
    lifts?: string | null
    corrects?: string | null
  },
): Change {
  return fact('licence_events', agencyId, event, {
    id: event.id,
    licence_id: event.licenceId,
    type: event.type,
    valid_until: event.validUntil ?? null,
    validity_basis: event.validityBasis ?? null,
    auto_renewing: event.autoRenewing ?? null,
    scope: scopeJson(event.scope),
    instrument: event.instrument ?? null,
    announced_on: event.announcedOn ?? null,
    lifts: event.lifts ?? null,
    corrects: event.corrects ?? null,
  })
}

function scopeJson(scope: SuspensionScope | null | undefined): JsonValue {
  if (scope === null || scope === undefined) return null
  return Object.fromEntries(Object.entries(scope).map(([key, values]) => [key, [...values]]))
}

/** The log's subject is the duplicate; its id answers with the agency that is kept. */
export function agencyMerged(agencyId: string, merge: Since & { keptId: string }): Change {
  return fact('agency_merges', agencyId, merge, { agency_id: agencyId, kept_id: merge.keptId })
}

export function licenceListingRecorded(
  agencyId: string,
  listing: Since & { licenceId: string; state: ListingState },
): Change {
  return fact('licence_listings', agencyId, listing, {
    licence_id: listing.licenceId,
    state: listing.state,
  })
}
