import {
  type Agency,
  type Licence,
  type LicenceNumber,
  licenceNumberOn,
  registeredNameOn,
} from './agency.ts'
import type { CalendarDate } from './calendar-date.ts'
import { holdsOn } from './fact.ts'
import { type AgencyKind, type LicenceKind, STATUSES_WORST_FIRST } from './licence.ts'
import { type Confirmation, confirmationOn } from './licence-confirmation.ts'
import { type LicenceState, licenceStateOn } from './licence-status.ts'
import type { RegisterView } from './register-view.ts'

/** An agency as it stood on one day, by the licence that its kind needs. */
export interface AgencyOnDay {
  readonly agency: Agency
  readonly name: string
  /** Null when no licence of the kind that it needs is on record. */
  readonly licence: Licence | null
  readonly number: LicenceNumber | null
  readonly state: LicenceState
  readonly confirmation: Confirmation
  /** E.164, as registered on the day. */
  readonly phones: readonly string[]
}

// Which permit a kind of placer needs; of several, the first that is on record speaks.
const NEEDED: Readonly<Record<AgencyKind, readonly (readonly LicenceKind[])[]>> = {
  p3mi: [['sip3mi']],
  own_company: [['own_company_permit']],
  apprenticeship_sender: [['so_permit']],
  // Two ministries claim the crew permit, so the placement licence is looked at first.
  crew_manning: [['sip3mi'], ['siukak', 'siuppak']],
}

const UNCONFIRMED: Confirmation = {
  confirmedOn: null,
  source: null,
  isFresh: false,
  missing: null,
  carriedAfterTerm: null,
  droppedAfterTerm: null,
}

interface Seen {
  readonly on: CalendarDate
  readonly register: RegisterView
  readonly agency: AgencyOnDay
}

// One register and one day are asked about over and over, and nothing else enters into this.
const LAST_SEEN = new WeakMap<Agency, Seen>()

export function agencyOnDay(on: CalendarDate, agency: Agency, register: RegisterView): AgencyOnDay {
  const last = LAST_SEEN.get(agency)
  if (last !== undefined && last.on === on && last.register === register) return last.agency
  const seen = { on, register, agency: seenOnDay(on, agency, register) }
  LAST_SEEN.set(agency, seen)
  return seen.agency
}

function seenOnDay(on: CalendarDate, agency: Agency, register: RegisterView): AgencyOnDay {
  const licence = speakingLicence(agency, on)
  const state = licenceStateOn(on, licence?.events ?? [])
  return {
    agency,
    name: registeredNameOn(agency, on),
    licence,
    number: licence && licenceNumberOn(licence, on),
    state,
    confirmation:
      licence === null ? UNCONFIRMED : confirmationOn(on, licence, state.validUntil, register),
    phones: phonesOn(agency, on),
  }
}

/** Of an agency and its duplicates the licence that is worst: until one is corrected, each may be true. */
function speakingLicence(agency: Agency, on: CalendarDate): Licence | null {
  const { duplicates = [] } = agency
  if (duplicates.length === 0) return relevantLicence(agency, on)
  const others = new Set(duplicates.flatMap(({ licences }) => licences))
  const own = { ...agency, licences: agency.licences.filter((licence) => !others.has(licence)) }
  const gravity = (licence: Licence) =>
    STATUSES_WORST_FIRST.indexOf(licenceStateOn(on, licence.events).status)
  return [own, ...duplicates]
    .flatMap((record) => relevantLicence(record, on) ?? [])
    .reduce<Licence | null>(
      (worst, licence) => (worst === null || gravity(licence) < gravity(worst) ? licence : worst),
      null,
    )
}

/** Of several licences of the needed kind, the one that was granted or renewed last by the day. */
function relevantLicence(agency: Agency, on: CalendarDate): Licence | null {
  for (const kinds of NEEDED[agency.kind]) {
    const licences = agency.licences.filter(({ kind }) => kinds.includes(kind))
    if (licences.length === 1) return licences[0]!
    if (licences.length > 1) return latestGranted(licences, on)
  }
  return null
}

function latestGranted(licences: readonly Licence[], on: CalendarDate): Licence {
  const began = (licence: Licence) => licenceStateOn(on, licence.events).term?.effectiveOn ?? ''
  return licences.reduce((latest, licence) => (began(licence) > began(latest) ? licence : latest))
}

export function phonesOn(agency: Agency, on: CalendarDate): readonly string[] {
  return agency.contacts
    .filter((contact) => contact.kind === 'phone' && holdsOn(contact, on))
    .map(({ normalised }) => normalised)
}
