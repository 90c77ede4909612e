import {
  type Agency,
  type Licence,
  type LicenceNumber,
  licenceNumberOn,
  registeredNameOn,
} from './agency.ts'
import type { CalendarDate } from './calendar-date.ts'
import { holdsOn } from './fact.ts'
import {
  type AgencyKind,
  type LicenceEvent,
  type LicenceKind,
  type LicenceStatus,
  STATUSES_WORST_FIRST,
} from './licence.ts'
import { type Confirmation, confirmationOn } from './licence-confirmation.ts'
import { type LicenceState, licenceStateOn, underSanctions, withdrawnBy } from './licence-status.ts'
import type { RegisterView } from './register-view.ts'

/** An agency as it stood on one day, by the licence that its kind needs. */
export interface AgencyOnDay {
  readonly agency: Agency
  readonly name: string
  /** Null when no licence of the kind that it needs is on record. */
  readonly licence: Licence | null
  readonly number: LicenceNumber | null
  readonly state: LicenceState
  /** In force on licences of the same kind beside the one that speaks, the latest first. */
  readonly otherSanctions: readonly LicenceEvent[]
  /** Sanctions in force on its other licences that began since the last grant or renewal of any. */
  readonly competingSanctions: readonly LicenceEvent[]
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
  const speaking = speakingLicence(agency, on)
  const licence = speaking?.licence ?? null
  const state = speaking?.state ?? licenceStateOn(on, [])
  return {
    agency,
    name: registeredNameOn(agency, on),
    licence,
    number: licence && licenceNumberOn(licence, on),
    state,
    otherSanctions: otherSanctionsOn(on, agency, speaking),
    competingSanctions: competingSanctionsOn(on, agency, speaking),
    confirmation:
      licence === null ? UNCONFIRMED : confirmationOn(on, licence, state.validUntil, register),
    phones: phonesOn(agency, on),
  }
}

/** What the licence was that speaks for the agency on a day: another one may have spoken earlier. */
export function agencyStateOn(on: CalendarDate, agency: Agency): LicenceState {
  return speakingLicence(agency, on)?.state ?? licenceStateOn(on, [])
}

/** Of an agency and its duplicates the licence that is worst: until one is corrected, each may be true. */
function speakingLicence(agency: Agency, on: CalendarDate): Stated | null {
  if ((agency.duplicates ?? []).length === 0) return relevantLicence(agency, on)
  return worstOf(ownRecords(agency).flatMap((record) => relevantLicence(record, on) ?? []))
}

/** The kept record and its duplicates, each with its own licences alone. */
function ownRecords(agency: Agency): readonly Agency[] {
  const { duplicates = [] } = agency
  const others = new Set(duplicates.flatMap(({ licences }) => licences))
  const own = { ...agency, licences: agency.licences.filter((licence) => !others.has(licence)) }
  return [own, ...duplicates]
}

/**
 * Of several licences of the needed kind the one that was granted or renewed last by the day speaks,
 * unless another was sanctioned since: a decree is about the company, whichever number it names. One
 * that has ended otherwise speaks no more, but the sanctions on it go on.
 */
function relevantLicence(agency: Agency, on: CalendarDate): Stated | null {
  const stated = neededLicences(agency).map((licence) => statedOn(on, licence))
  if (stated.length < 2) return stated[0] ?? null
  const latest = latestOf(stated)
  const isSince = ({ effectiveOn }: LicenceEvent) => effectiveOn >= beganOn(latest)
  const others = stated.filter((one) => one !== latest)
  const isSanctioned = ({ state }: Stated) => SANCTIONED.has(state.status)
  const carried = others
    .filter((one) => !isSanctioned(one))
    .flatMap(({ state }) => state.sanctions)
    .filter(isSince)
  // An older sanction that is graver must not hide that there is one since.
  const sanctionedSince = others.filter(
    (one) => isSanctioned(one) && [one.state.because!, ...one.state.sanctions].some(isSince),
  )
  return worstOf([
    { ...latest, state: underSanctions(on, latest.state, carried) },
    ...sanctionedSince,
  ])
}

function latestOf(stated: readonly Stated[]): Stated {
  return stated.reduce((late, one) => (beganOn(one) > beganOn(late) ? one : late))
}

function competingSanctionsOn(
  on: CalendarDate,
  agency: Agency,
  speaking: Stated | null,
): readonly LicenceEvent[] {
  const { duplicates = [] } = agency
  if (duplicates.length === 0 && agency.licences.length < 2) return NO_SANCTIONS
  return ownRecords(agency).flatMap((record) => {
    const stated = neededLicences(record).map((licence) => statedOn(on, licence))
    if (stated.length === 0) return NO_SANCTIONS
    const began = beganOn(latestOf(stated))
    return stated
      .filter(({ licence }) => licence !== speaking?.licence)
      .flatMap(({ state }) => state.sanctions)
      .filter((sanction) => sanction.effectiveOn >= began)
      .filter((sanction) => !speaking?.state.sanctions.includes(sanction))
  })
}

/** The first sanction or end on record for a day after `after`, on a licence of the needed kind. */
export function sanctionToCome(after: CalendarDate, agency: Agency): LicenceEvent | null {
  const events = [agency, ...(agency.duplicates ?? [])].flatMap((record) =>
    neededLicences(record).flatMap((licence) => licence.events),
  )
  const coming = events.filter(
    ({ effectiveOn, type }) => effectiveOn > after && WORSENING.has(type),
  )
  if (coming.length === 0) return null
  const withdrawn = withdrawnBy(events)
  return (
    coming
      .filter(({ id }) => !withdrawn.has(id))
      .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))[0] ?? null
  )
}

const WORSENING: ReadonlySet<LicenceEvent['type']> = new Set([
  'suspended_partial',
  'suspended_full',
  'lapsed',
  'revoked',
  'surrendered',
])

function neededLicences(agency: Agency): readonly Licence[] {
  for (const kinds of NEEDED[agency.kind]) {
    const licences = agency.licences.filter(({ kind }) => kinds.includes(kind))
    if (licences.length > 0) return licences
  }
  return []
}

const SANCTIONED: ReadonlySet<LicenceStatus> = new Set([
  'revoked',
  'suspended_full',
  'suspended_partial',
  'warned',
])

interface Stated {
  readonly licence: Licence
  readonly state: LicenceState
}

function statedOn(on: CalendarDate, licence: Licence): Stated {
  return { licence, state: licenceStateOn(on, licence.events) }
}

function beganOn({ state }: Stated): string {
  return state.term?.effectiveOn ?? ''
}

function worstOf(stated: readonly Stated[]): Stated | null {
  const gravity = ({ state }: Stated) => STATUSES_WORST_FIRST.indexOf(state.status)
  return stated.reduce<Stated | null>(
    (worse, one) => (worse === null || gravity(one) < gravity(worse) ? one : worse),
    null,
  )
}

/** The sanctions in force on other licences of the kind, the latest first. */
function otherSanctionsOn(
  on: CalendarDate,
  agency: Agency,
  speaking: Stated | null,
): readonly LicenceEvent[] {
  const licences = neededLicences(agency)
  if (licences.length < 2) return NO_SANCTIONS
  return licences
    .filter((licence) => licence !== speaking?.licence)
    .map(({ events }) => licenceStateOn(on, events))
    .flatMap((state) => sanctionOf(state) ?? [])
    .filter((sanction) => !speaking?.state.sanctions.includes(sanction))
    .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
}

/** The gravest in force; a warning ends with its licence, a suspension only by being lifted. */
function sanctionOf({ status, because, sanctions }: LicenceState): LicenceEvent | null {
  if (SANCTIONED.has(status)) return because
  return (
    sanctions.findLast(({ type }) => type === 'suspended_full') ??
    sanctions.findLast(({ type }) => type === 'suspended_partial') ??
    null
  )
}

const NO_SANCTIONS: readonly LicenceEvent[] = []

export function phonesOn(agency: Agency, on: CalendarDate): readonly string[] {
  return agency.contacts
    .filter((contact) => contact.kind === 'phone' && holdsOn(contact, on))
    .map(({ normalised }) => normalised)
}
