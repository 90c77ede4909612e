import type { CalendarDate } from './calendar-date.ts'
import { type Fact, holdsOn, wasKnown } from './fact.ts'
import type { AgencyKind, LicenceEvent, LicenceKind } from './licence.ts'

export const NAME_KINDS = ['registered', 'former', 'trading', 'acronym'] as const
export type NameKind = (typeof NAME_KINDS)[number]

export const CONTACT_KINDS = ['phone', 'address', 'website', 'email'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

export const LISTING_STATES = ['listed', 'missing'] as const
export type ListingState = (typeof LISTING_STATES)[number]

export interface AgencyName extends Fact {
  readonly id: string
  readonly kind: NameKind
  readonly name: string
}

export interface Identifier extends Fact {
  readonly kind: string
  readonly printed: string
  readonly normalised: string
}

export interface LicenceNumber extends Fact {
  readonly printed: string
  readonly schema: string
  readonly normalised: string
  /** The 13-digit business number inside it, where it has one. */
  readonly nib: string | null
}

/** Whether one source's list carried the licence, from the edition of `effectiveOn` onwards. */
export interface Listing extends Fact {
  readonly state: ListingState
}

export interface Licence {
  readonly id: string
  readonly kind: LicenceKind
  readonly entry: number
  readonly numbers: readonly LicenceNumber[]
  readonly events: readonly LicenceEvent[]
  readonly listings: readonly Listing[]
}

/** A branch office: `effectiveOn` is the day it opened, `lastDay` its last day open. */
export interface Branch extends Fact {
  readonly id: string
  readonly name: string | null
  readonly regionCode: string
  readonly address: string | null
}

export interface AgencyContact extends Fact {
  readonly kind: ContactKind
  readonly value: string
  /** For a phone its E.164 form; for the others the value itself. */
  readonly normalised: string
  readonly branchId: string | null
}

/** A field officer whom the agency named by letter. Only the existence is ever published. */
export interface Representative extends Fact {
  readonly id: string
  readonly name: string
  readonly letterNumber: string | null
}

export interface AuthorisedDestination extends Fact {
  /** ISO 3166 country, or a territory code such as TW, HK, MO. */
  readonly destination: string
  readonly scheme: string | null
}

export interface Agency {
  readonly id: string
  readonly country: string
  readonly kind: AgencyKind
  readonly regionCode: string | null
  readonly entry: number
  readonly names: readonly AgencyName[]
  readonly identifiers: readonly Identifier[]
  readonly licences: readonly Licence[]
  readonly branches: readonly Branch[]
  readonly contacts: readonly AgencyContact[]
  readonly representatives: readonly Representative[]
  readonly destinations: readonly AuthorisedDestination[]
  /** Records of the same company that were merged into this one; none when absent. */
  readonly duplicates?: readonly Agency[]
}

/** Which record of a company is kept, and which one it answers for. */
export interface AgencyMerge extends Fact {
  /** The duplicate. */
  readonly agencyId: string
  readonly keptId: string
}

/**
 * The record that is kept, with what its duplicates hold. Their registered names are former ones of
 * it: only the kept record says what the company is called.
 */
export function withDuplicates(kept: Agency, duplicates: readonly Agency[]): Agency {
  if (duplicates.length === 0) return kept
  const all = <Of>(list: (agency: Agency) => readonly Of[]) => [kept, ...duplicates].flatMap(list)
  return {
    ...kept,
    duplicates,
    names: [
      ...kept.names,
      ...duplicates.flatMap(({ names }) =>
        names.map((name) =>
          name.kind === 'registered' ? { ...name, kind: 'former' as const } : name,
        ),
      ),
    ],
    identifiers: all(({ identifiers }) => identifiers),
    licences: all(({ licences }) => licences),
    branches: all(({ branches }) => branches),
    contacts: all(({ contacts }) => contacts),
    representatives: all(({ representatives }) => representatives),
    destinations: all(({ destinations }) => destinations),
  }
}

/** The agency as the registry knew it while its log held `size` entries; undefined before it was recorded. */
export function asKnown(agency: Agency, size: number): Agency | undefined {
  if (agency.entry >= size) return undefined
  const known = <T extends Fact>(facts: readonly T[]) =>
    facts.filter((fact) => wasKnown(fact, size))
  return {
    ...agency,
    names: known(agency.names),
    identifiers: known(agency.identifiers),
    licences: agency.licences
      .filter(({ entry }) => entry < size)
      .map((licence) => ({
        ...licence,
        numbers: known(licence.numbers),
        events: known(licence.events),
        listings: known(licence.listings),
      })),
    branches: known(agency.branches),
    contacts: known(agency.contacts),
    representatives: known(agency.representatives),
    destinations: known(agency.destinations),
  }
}

/**
 * The name in the company register on `day`, a former one where its last day is on record; before
 * the first known name, the earliest one.
 */
export function registeredNameOn(agency: Agency, day: CalendarDate): string {
  const ofKind = (wanted: NameKind) =>
    agency.names
      .filter(({ kind }) => kind === wanted)
      .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.entry - b.entry)
  const registered = ofKind('registered')
  const holding =
    registered.findLast((name) => holdsOn(name, day)) ??
    ofKind('former').findLast((name) => name.lastDay !== null && holdsOn(name, day))
  return (holding ?? registered[0] ?? agency.names[0])?.name ?? agency.id
}

/** The number printed on the licence on `day`, or the last one before it; null when none is recorded. */
export function licenceNumberOn(licence: Licence, day: CalendarDate): LicenceNumber | null {
  const numbers = [...licence.numbers].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  return numbers.findLast(({ effectiveOn }) => effectiveOn <= day) ?? numbers[0] ?? null
}
