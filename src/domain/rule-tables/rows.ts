import type { Bilingual } from '../bilingual.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { NextStepCode } from '../next-steps.ts'
import type { DocumentType, EmployerType, Payee, Scheme, Sector, Sex } from '../placement/words.ts'
import type { DatedRow } from './dated-row.ts'

export const DESTINATION_RULES = ['open', 'closed', 'restricted', 'contested'] as const
export type DestinationRule = (typeof DESTINATION_RULES)[number]

export interface DestinationRow extends DatedRow {
  /** ISO 3166 country, or a territory code such as TW, HK, MO. */
  readonly destination: string
  readonly scheme: Scheme | null
  readonly sector: Sector | null
  readonly employerType: EmployerType | null
  readonly rule: DestinationRule
  /** The one channel that this row opens, where it opens no other. */
  readonly channelException: string | null
  /** Who doubts the row, and why. */
  readonly doubt: Bilingual | null
}

export interface AgeLimit extends DatedRow {
  readonly destination: string | null
  readonly scheme: Scheme | null
  readonly sector: Sector | null
  readonly sex: Sex | null
  /** Completed years on the day of departure. */
  readonly min: number | null
  /** The last age allowed. */
  readonly max: number | null
}

export const REQUIREMENTS = ['required', 'conditional'] as const
export type Requirement = (typeof REQUIREMENTS)[number]

export interface DocumentRequirement extends DatedRow {
  readonly scheme: Scheme | null
  readonly destination: string | null
  readonly documentType: DocumentType
  readonly requirement: Requirement
  /** For a passport: whole months that must remain on the day of departure. */
  readonly passportMonths: number | null
}

export interface Money {
  /** In whole units of the currency. */
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

export interface FeeRule extends DatedRow {
  readonly scheme: Scheme | null
  readonly destination: string | null
  readonly position: string | null
  /** The most that a worker may be asked to pay; `none` where nothing may be asked. */
  readonly max: Money | 'none'
  /** Who may be paid; null where the rule does not say. */
  readonly payee: Payee | null
}

export interface ForeignPartner extends DatedRow {
  readonly name: string
  readonly country: string
  /** What its listing does to a placement, as the attaché published it. */
  readonly listedEffect: 'not_legal' | 'caution'
}

export const RENEWALS = ['none', 'in_process'] as const

/** A SIP2MI. */
export interface RecruitmentPermit extends DatedRow {
  readonly number: string
  readonly agencyId: string
  readonly destination: string
  readonly position: string | null
  readonly sector: Sector | null
  readonly renewal: (typeof RENEWALS)[number]
  readonly revokedOn: CalendarDate | null
}

export interface JobOrder extends DatedRow {
  readonly number: string
  readonly permitNumber: string
  readonly agencyId: string
  readonly destination: string
  readonly position: string | null
  readonly sector: Sector | null
  readonly employerName: string | null
  readonly employerType: EmployerType | null
  readonly partnerName: string | null
  readonly verifyingMission: string | null
  readonly verifiedOn: CalendarDate | null
  readonly quota: number
  readonly used: number
  /** The day on which `used` was last taken over from the issuing system. */
  readonly syncedOn: CalendarDate | null
}

export interface IssuedDocument extends DatedRow {
  readonly documentType: DocumentType
  readonly number: string
  /** The code of the issuing office's region. */
  readonly issuerRegion: string
  readonly issuedOn: CalendarDate
  /** Keyed hash of the holder; null when the office recorded none. */
  readonly holderHash: string | null
  readonly withdrawnOn: CalendarDate | null
}

export const KEPT_TABLES = ['recruitment_permits', 'issued_documents', 'agencies'] as const

/**
 * Says that a table is complete for an agency, a destination or an office: only then does it mean
 * anything that a row is missing. Its source must be fresh for it to count.
 */
export interface CompleteTable extends DatedRow {
  readonly table: (typeof KEPT_TABLES)[number]
  readonly agencyId: string | null
  readonly destination: string | null
  readonly documentType: DocumentType | null
  readonly issuerRegion: string | null
}

export const OFFICE_KINDS = [
  'hotline',
  'labour_office',
  'bp3mi',
  'mission',
  'civil_registry',
] as const

export interface AssistanceOffice extends DatedRow {
  readonly kind: (typeof OFFICE_KINDS)[number]
  readonly name: Bilingual
  readonly contact: string
  readonly regionCode: string | null
  /** The step for which it is the one to ask; null where it helps with none in particular. */
  readonly step: NextStepCode | null
  /** Null: nobody has tried the contact yet, and it must be shown as not verified. */
  readonly verifiedOn: CalendarDate | null
}
