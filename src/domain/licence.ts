import type { CalendarDate } from './calendar-date.ts'
import type { Fact } from './fact.ts'

export const AGENCY_KINDS = [
  'p3mi',
  'own_company',
  'apprenticeship_sender',
  'crew_manning',
] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** SIUPPAK and SIUKAK are the Transport ministry's crew permits, old and new. */
export const LICENCE_KINDS = [
  'sip3mi',
  'own_company_permit',
  'so_permit',
  'siuppak',
  'siukak',
] as const
export type LicenceKind = (typeof LICENCE_KINDS)[number]

/**
 * `lapsed`: the authority states that the licence ended with its term.
 * `corrected`: the event named in `corrects` was recorded by mistake and never happened.
 */
export const LICENCE_EVENT_TYPES = [
  'granted',
  'renewed',
  'warned',
  'suspended_partial',
  'suspended_full',
  'lifted',
  'lapsed',
  'revoked',
  'surrendered',
  'corrected',
] as const
export type LicenceEventType = (typeof LICENCE_EVENT_TYPES)[number]

export const LICENCE_STATUSES = [
  'licensed',
  'warned',
  'suspended_partial',
  'suspended_full',
  'revoked',
  'expired',
  'surrendered',
  'never_licensed',
] as const
export type LicenceStatus = (typeof LICENCE_STATUSES)[number]

export const STATUSES_WORST_FIRST: readonly LicenceStatus[] = [
  'revoked',
  'surrendered',
  'suspended_full',
  'expired',
  'never_licensed',
  'suspended_partial',
  'warned',
  'licensed',
]

/** The licence stands, whatever may limit it. */
export const STATUSES_IN_FORCE: ReadonlySet<LicenceStatus> = new Set([
  'licensed',
  'warned',
  'suspended_partial',
])

/** Where an end date comes from: what is printed, what the authority lists, or what a rule computes. */
export const VALIDITY_BASES = ['printed', 'authority_list', 'rule'] as const
export type ValidityBasis = (typeof VALIDITY_BASES)[number]

/** What a partial suspension covers; an empty or absent list leaves that dimension open. */
export interface SuspensionScope {
  readonly destinations?: readonly string[]
  readonly schemes?: readonly string[]
  readonly sectors?: readonly string[]
  readonly branches?: readonly string[]
}

export interface LicenceEvent extends Fact {
  readonly id: string
  readonly type: LicenceEventType
  readonly validUntil: CalendarDate | null
  readonly validityBasis: ValidityBasis | null
  readonly autoRenewing: boolean | null
  readonly scope: SuspensionScope | null
  readonly instrument: string | null
  readonly announcedOn: CalendarDate | null
  /** For `lifted`: the sanction that ends; null ends every sanction in force. */
  readonly lifts: string | null
  readonly corrects: string | null
}
