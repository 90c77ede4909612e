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
  /** In force on the licence that speaks, and on those that were sanctioned since it was granted. */
  readonly sanctions: readonly LicenceEvent[]
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
    sanctions: sanctionsOn(on, agency, speaking),
    confirmation:
      licence === null ? UNCONFIRMED : confirmationOn(on, licence, state.validUntil, register),
    phones: phonesOn(agency, on),
  }
}

/** What the licence was that speaks for the agency on a day: another one may have spoken earlier. */
export function agencyStateOn(on: CalendarDate, agency: Agency): LicenceState {
  const speaking = speakingLicence(agency, on)
  const state = speaking?.state ?? licenceStateOn(on, [])
  return { ...state, sanctions: sanctionsOn(on, agency, speaking) }
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
  const standing = standingOn(on, agency)
  if (standing === null) return null
  const { latest, sanctionedSince } = standing
  const carried = sanctionedSince.filter((one) => !isSanctioned(one)).flatMap(sanctionsOf)
  return worstOf([
    { ...latest, state: underSanctions(on, latest.state, carried) },
    ...sanctionedSince.filter(isSanctioned),
  ])
}

interface Standing {
  /** Granted or renewed last. */
  readonly latest: Stated
  /** Those that were sanctioned since; what stood against them before stands as well. */
  readonly sanctionedSince: readonly Stated[]
}

function standingOn(on: CalendarDate, agency: Agency): Standing | null {
  const stated = neededLicences(agency).map((licence) => statedOn(on, licence))
  if (stated.length === 0) return null
  const latest = stated.reduce((late, one) => (beganOn(one) > beganOn(late) ? one : late))
  const isSince = ({ effectiveOn }: LicenceEvent) => effectiveOn >= beganOn(latest)
  const sanctionedSince = stated.filter(
    (one) =>
      one !== latest &&
      // An older sanction that is graver must not hide that there is one since.
      (sanctionsOf(one).some(isSince) || (isSanctioned(one) && isSince(one.state.because!))),
  )
  return { latest, sanctionedSince }
}

/** Whatever stands against the company on a day, on the licence that speaks and on those beside it. */
function sanctionsOn(
  on: CalendarDate,
  agency: Agency,
  speaking: Stated | null,
): readonly LicenceEvent[] {
  if (speaking === null) return NO_SANCTIONS
  const { duplicates = [], licences } = agency
  if (duplicates.length === 0 && licences.length < 2) return speaking.state.sanctions
  const beside = ownRecords(agency).flatMap((record) => {
    const standing = standingOn(on, record)
    return standing === null ? [] : [standing.latest, ...standing.sanctionedSince]
  })
  return [...new Set([...speaking.state.sanctions, ...beside.flatMap(sanctionsOf)])]
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

function isSanctioned({ state }: Stated): boolean {
  return SANCTIONED.has(state.status)
}

function sanctionsOf({ state }: Stated): readonly LicenceEvent[] {
  return state.sanctions
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
