import type { Agency, Licence, LicenceNumber, Listing } from '../agency.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { holdsOn } from '../fact.ts'
import type { LicenceKind } from '../licence.ts'
import { type LicenceState, licenceStateOn } from '../licence-status.ts'
import type { RegisteredAgency } from './register-state.ts'

export interface ListedBy {
  readonly sourceId: string
  readonly licenceKind: LicenceKind
  /** The day of the list. */
  readonly asOf: CalendarDate
}

/** What a list can confirm or change of `agency`, which holds only facts that still stand. */
export function registeredAgencyOf(agency: Agency, listedBy: ListedBy): RegisteredAgency {
  const licence = licenceOfKind(agency, listedBy.licenceKind)
  const number = licence === undefined ? undefined : latestNumber(licence)
  const nib = number === undefined ? nibOf(agency) : undefined
  const [address = null, region = address] = ownContacts(agency, 'address', listedBy)
    .flatMap(({ value }) => value.split('\n'))
    .slice(0, 2)
  return {
    agencyId: agency.id,
    licenceId: licence?.id ?? null,
    names: namesInForceFirst(agency, listedBy.asOf),
    numberPrinted: number?.printed ?? nib?.printed ?? null,
    numberNormalised: number?.normalised ?? nib?.normalised ?? null,
    nib: (number === undefined ? nib?.normalised : familyOf(number)) ?? undefined,
    validUntil: licence === undefined ? null : latestState(licence, listedBy.asOf).validUntil,
    phones: ownContacts(agency, 'phone', listedBy).map(({ normalised }) => normalised),
    region,
    address,
    inSource:
      licence === undefined ? 'never' : (lastListing(licence, listedBy.sourceId)?.state ?? 'never'),
  }
}

export function licenceOfKind(agency: Agency, kind: LicenceKind): Licence | undefined {
  return agency.licences.findLast((licence) => licence.kind === kind)
}

export function latestNumber({ numbers }: Licence): LicenceNumber | undefined {
  return latest(numbers)
}

export function nibOf({ identifiers }: Agency) {
  return latest(identifiers.filter(({ kind }) => kind === 'nib'))
}

export function lastListing({ listings }: Licence, sourceId: string): Listing | undefined {
  return latest(listings.filter((listing) => listing.sourceId === sourceId))
}

/** What this source itself said and still says: it does not end what another source gave. */
export function ownContacts(agency: Agency, kind: 'phone' | 'address', listedBy: ListedBy) {
  return agency.contacts.filter(
    (contact) =>
      contact.kind === kind &&
      contact.branchId === null &&
      contact.sourceId === listedBy.sourceId &&
      holdsOn(contact, listedBy.asOf),
  )
}

/** The state after everything recorded, also what took effect after the day of the list. */
export function latestState({ events }: Licence, asOf: CalendarDate): LicenceState {
  const days = [asOf, ...events.map(({ effectiveOn }) => effectiveOn)].sort()
  return licenceStateOn(days.at(-1) ?? asOf, events)
}

/** The NIB that stands for every way of writing a number; a malformed number has none. */
function familyOf({ schema, nib }: LicenceNumber): string | null {
  return schema === 'nib' || schema === 'nib_serial' ? nib : null
}

function namesInForceFirst({ names }: Agency, asOf: CalendarDate): string[] {
  const rank = ({ kind, ...fact }: (typeof names)[number]) =>
    kind === 'registered' && holdsOn(fact, asOf) ? 0 : 1
  return [...new Set([...names].sort((a, b) => rank(a) - rank(b)).map(({ name }) => name))]
}

function latest<T extends { effectiveOn: CalendarDate; entry: number }>(
  facts: readonly T[],
): T | undefined {
  return facts.reduce<T | undefined>(
    (last, fact) =>
      last === undefined ||
      fact.effectiveOn > last.effectiveOn ||
      (fact.effectiveOn === last.effectiveOn && fact.entry > last.entry)
        ? fact
        : last,
    undefined,
  )
}
