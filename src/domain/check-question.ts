import type { CalendarDate } from './calendar-date.ts'
import type {
  AgencyReply,
  ContractState,
  DocumentState,
  DocumentType,
  EmployerType,
  Offer,
  Payee,
  RecruiterKind,
  Scheme,
  Sector,
  Sex,
  VisaType,
} from './placement/words.ts'
import type { QuickQuestion } from './quick-question.ts'

export interface RecruiterClaim extends Pick<QuickQuestion, 'name' | 'licence' | 'phone'> {
  /** `individual`: someone who says that they send people themselves, without a company. */
  readonly kind?: RecruiterKind
  /** What is offered; a placement when absent. */
  readonly offers?: Offer
  /** The paper shown is a NIB and nothing else, for a company that says it is a P3MI. */
  readonly showsOnlyNib?: boolean
  /** Kemendagri code of the province or regency of the office that recruits. */
  readonly branchRegion?: string
  readonly representative?: { readonly name?: string; readonly letterNumber?: string }
  readonly agencyReply?: AgencyReply
}

export interface FeeClaim {
  /** In whole units of the currency. */
  readonly amount?: number
  readonly currency?: string
  readonly payee?: Payee
}

/** A number that was shown, or what was said instead of one. */
export interface PaperClaim {
  readonly number?: string
  readonly said?: 'none' | 'in_process'
}

export interface PlacementClaim {
  readonly scheme?: Scheme
  /** ISO 3166 alpha-2, or a territory code such as TW, HK, MO. */
  readonly destination?: string
  readonly position?: string
  readonly sector?: Sector
  readonly employer?: { readonly name?: string; readonly type?: EmployerType }
  readonly partner?: string
  readonly recruitmentPermit?: PaperClaim
  readonly jobOrder?: PaperClaim
  readonly channel?: string
  readonly visaType?: VisaType
  readonly contract?: ContractState
  /** True when what is called training or an apprenticeship is paid work. */
  readonly isWageWork?: boolean
  readonly recruitedOn?: CalendarDate
  readonly paidOn?: CalendarDate
  readonly contractSignedOn?: CalendarDate
  readonly departsOn?: CalendarDate
  readonly fee?: FeeClaim
}

/** Used to judge and never kept: nothing of it may stand in an answer. */
export interface WorkerClaim {
  readonly birthDate?: CalendarDate
  readonly sex?: Sex
  readonly name?: string
  readonly nik?: string
}

export interface DocumentClaim {
  readonly type: DocumentType
  /** `shown` when absent. */
  readonly state?: DocumentState
  readonly number?: string
  readonly issuer?: string
  readonly issuerRegion?: string
  readonly issuedOn?: CalendarDate
  readonly expiresOn?: CalendarDate
  readonly holderName?: string
  readonly holderBirthDate?: CalendarDate
  /** Keyed hash of the holder, made at the edge, to compare with letters that offices recorded. */
  readonly holderHash?: string
  /** The agency that a placement agreement names. */
  readonly agencyName?: string
  /** What a visa says it is for. */
  readonly visaType?: VisaType
  /** The work that a contract is for. */
  readonly sector?: Sector
}

/** The whole claim. Three dates are never mixed: recruited or paid, asked about, departs. */
export interface CheckQuestion {
  readonly on: CalendarDate
  readonly today: CalendarDate
  readonly country?: string
  readonly recruiter?: RecruiterClaim
  readonly placement?: PlacementClaim
  readonly worker?: WorkerClaim
  readonly documents?: readonly DocumentClaim[]
}
