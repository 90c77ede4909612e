/** Who places, by which door: see the schemes' own rows for what each one needs. */
export const SCHEMES = [
  'p_to_p',
  'g_to_g',
  'own_company',
  'independent',
  'ssw_direct',
  're_entry',
  'merchant_seafarer',
  'fishing_crew',
  'apprenticeship',
  'outside_act',
] as const
export type Scheme = (typeof SCHEMES)[number]

export const SECTORS = [
  'domestic',
  'care',
  'health',
  'hospitality',
  'manufacturing',
  'construction',
  'agriculture',
  'plantation',
  'fishing',
  'shipping',
  'services',
  'office',
  'other',
] as const
export type Sector = (typeof SECTORS)[number]

export const EMPLOYER_TYPES = ['legal_entity', 'individual'] as const
export type EmployerType = (typeof EMPLOYER_TYPES)[number]

export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

export const VISA_TYPES = [
  'work',
  'trainee',
  'student',
  'tourist',
  'visit',
  'umrah',
  'hajj',
  'ziarah',
  'transit',
  'none',
] as const
export type VisaType = (typeof VISA_TYPES)[number]

export const RECRUITER_KINDS = [
  'agency',
  'individual',
  'training_provider',
  'employer',
  'ministry',
] as const
export type RecruiterKind = (typeof RECRUITER_KINDS)[number]

export const OFFERS = ['placement', 'course_only'] as const
export type Offer = (typeof OFFERS)[number]

/** What the agency said when it was called on its registered contact. */
export const AGENCY_REPLIES = ['confirms', 'denies', 'no_answer'] as const
export type AgencyReply = (typeof AGENCY_REPLIES)[number]

/** `on_arrival`: promised to be signed in the destination. `none`: there is to be no contract. */
export const CONTRACT_STATES = ['signed', 'not_yet', 'on_arrival', 'none'] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

export const PAYEES = [
  'agency',
  'personal_account',
  'government',
  'training_provider',
  'cash',
  'other',
] as const
export type Payee = (typeof PAYEES)[number]

export const DOCUMENT_TYPES = [
  'marital_status_letter',
  'family_permission',
  'competence_certificate',
  'health_certificate',
  'passport',
  'work_visa',
  'placement_agreement',
  'employment_contract',
  'social_security',
  'health_insurance',
  'worker_card',
  'pre_departure_orientation',
  'identity_card',
  'family_card',
  'birth_certificate',
  'school_certificate',
  'police_record',
  'employer_call_letter',
  'employer_profile',
  'own_risk_statement',
  'leave_letter',
  'government_registration',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** `refused`: the office that must sign it would not. `absent`: it was said that there is none. */
export const DOCUMENT_STATES = ['shown', 'refused', 'on_arrival', 'absent'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]
