import type {
  CheckQuestion,
  DocumentClaim,
  PlacementClaim,
  RecruiterClaim,
} from './check-question.ts'
import { readLicenceNumber } from './matching/licence-number.ts'
import type { RegisterView } from './register-view.ts'

/** The question less whatever may tell who somebody is: all of it that is ever stored. */
export type KeptQuestion = Omit<CheckQuestion, 'worker' | 'today'>

/**
 * Keeps what a later look at the register needs and leaves out persons: the worker, holders and
 * numbers of documents, representatives, and every name or telephone that may be a person's because
 * the register does not know it as an agency's.
 */
export function keptQuestion(question: CheckQuestion, register: RegisterView): KeptQuestion {
  const { on, country, recruiter, placement, documents } = question
  return {
    on,
    ...(country !== undefined && { country }),
    ...(recruiter !== undefined && { recruiter: keptRecruiter(recruiter, country, register) }),
    ...(placement !== undefined && { placement: keptPlacement(placement) }),
    ...(documents !== undefined && { documents: documents.map(keptDocument) }),
  }
}

function keptRecruiter(
  recruiter: RecruiterClaim,
  country: string | undefined,
  register: RegisterView,
): RecruiterClaim {
  const { name, licence, phone, representative, ...rest } = recruiter
  const keepsName = name !== undefined && isCompanyName(name, recruiter, country, register)
  const keepsLicence = licence !== undefined && isCompanyNumber(licence, country, register)
  const keepsPhone =
    phone !== undefined && phone.e164 !== null && register.holdersOfPhone(phone.e164).length > 0
  return {
    ...rest,
    ...(keepsName && { name }),
    ...(keepsLicence && { licence }),
    ...(keepsPhone && { phone: { asWritten: phone.e164!, e164: phone.e164 } }),
  }
}

const LEGAL_FORM = /^\s*(pt|cv|ud|lpk|lpks|yayasan|koperasi|perum|persero|so)\b/i

/** True where a name is an agency's on record, or is written as a company's. */
export function isCompanyName(
  name: string,
  { kind }: Pick<RecruiterClaim, 'kind'>,
  country: string | undefined,
  register: RegisterView,
): boolean {
  if (kind === 'individual' || LONG_NUMBER.test(name)) return false
  if (LEGAL_FORM.test(name)) return true
  const { outcome } = register.matchName(name, country, 1)
  return outcome === 'exact' || outcome === 'variant'
}

/** Sixteen digits may be somebody's NIK, typed in the wrong place. */
function isCompanyNumber(
  licence: string,
  country: string | undefined,
  register: RegisterView,
): boolean {
  const number = readLicenceNumber(licence, country ?? 'ID')
  const holders = number === undefined ? [] : register.holdersOfNumber(number, country)
  if (holders.some(({ outcome }) => outcome !== 'suggested')) return true
  return licence.replace(/\D+/g, '').length !== NIK_DIGITS
}

function keptPlacement(placement: PlacementClaim): PlacementClaim {
  const { position, employer, partner, channel, ...rest } = placement
  // An employer of a household is a person.
  const employerName = employer?.type === 'legal_entity' ? employer.name : undefined
  return {
    ...rest,
    ...(isPlainWords(position) && { position }),
    ...(isPlainWords(partner) && { partner }),
    ...(isPlainWords(channel) && { channel }),
    ...(employer !== undefined && {
      employer: {
        ...(employer.type !== undefined && { type: employer.type }),
        ...(isPlainWords(employerName) && { name: employerName }),
      },
    }),
  }
}

function keptDocument(document: DocumentClaim): DocumentClaim {
  const { number, issuer, holderName, holderBirthDate, holderHash, agencyName, ...rest } = document
  return { ...rest, ...(isPlainWords(agencyName) && LEGAL_FORM.test(agencyName) && { agencyName }) }
}

const NIK_DIGITS = 16
const LONG_NUMBER = /\d(?:[\s.-]?\d){6,}/

function isPlainWords(text: string | undefined): text is string {
  return text !== undefined && !LONG_NUMBER.test(text)
}
