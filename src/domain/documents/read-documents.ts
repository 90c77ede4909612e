import type { AgencyOnDay } from '../agency-on-day.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion, DocumentClaim } from '../check-question.ts'
import type { DaysOfActs } from '../placement/days-of-acts.ts'
import { isRowFresh } from '../placement/row-freshness.ts'
import type { SchemeReading } from '../placement/scheme.ts'
import { DOCUMENT_TYPES, type DocumentType, type VisaType } from '../placement/words.ts'
import type { RegisterView } from '../register-view.ts'
import { fitOf, rowsInForceOn } from '../rule-tables/dated-row.ts'
import type { DocumentRequirement, Requirement } from '../rule-tables/rows.ts'
import type { RuleTables } from '../rule-tables/rule-tables.ts'
import { addMonths } from './age.ts'
import { areNamesAlike } from './compare-names.ts'
import { isUsualFormat, isUsualIssuer } from './usual-papers.ts'

export const DOCUMENT_PROBLEMS = [
  'missing',
  'refused',
  'to_be_signed_on_arrival',
  'expired_on_departure',
  'expires_too_soon',
  'validity_not_told',
  'dated_in_the_future',
  'expires_before_issue',
  'issuer_unusual',
  'format_unusual',
  'holder_name_differs',
  'birth_date_differs',
  'not_in_issuers_book',
  'withdrawn_by_issuer',
  'of_other_holder',
  'names_other_agency',
  'names_unconfirmed_agency',
  'visa_not_for_work',
  'visa_for_training_only',
] as const
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number]

/** `not_kept`: the issuer keeps no book here, so nothing follows from a letter not being in it. */
export const ISSUER_BOOKS = ['not_kept', 'found', 'not_found', 'withdrawn', 'other_holder'] as const

/** The answer for one document: what is wrong with it, never what stands on it. */
export interface DocumentAnswer {
  readonly type: DocumentType
  /** Null where no row asks for it. */
  readonly requirement: Requirement | null
  readonly problems: readonly DocumentProblem[]
  readonly issuerBook: (typeof ISSUER_BOOKS)[number]
  /** For a passport: the whole months that the row in force asks for. */
  readonly passportMonths: number | null
}

export interface DocumentsReading {
  readonly isAsked: boolean
  /** False when no row covers the scheme on the day of departure: then nothing can be complete. */
  readonly hasRequirements: boolean
  readonly documents: readonly DocumentAnswer[]
}

interface Context {
  readonly question: CheckQuestion
  readonly placer: AgencyOnDay | null
  readonly days: DaysOfActs
  readonly register: RegisterView
  readonly tables: RuleTables
}

export function readDocuments(context: Context, { scheme }: SchemeReading): DocumentsReading {
  const { question, days, tables } = context
  const claims = question.documents
  const asked = claims ?? []
  const rows = rowsInForceOn(days.leavingOn, tables.documentRequirements()).filter(
    (row) =>
      fitOf([
        [row.scheme, scheme],
        [row.destination, question.placement?.destination],
      ]) === 'yes',
  )
  const strict = new Set(
    rows
      .filter(({ requirement }) => requirement === 'required')
      .map(({ documentType }) => documentType),
  )
  const listed = new Set(rows.map(({ documentType }) => documentType))
  const requirementOf = (type: DocumentType): Requirement | null =>
    strict.has(type) ? 'required' : listed.has(type) ? 'conditional' : null
  const months = passportMonths(rows)

  const answers = asked.map((document): DocumentAnswer => {
    const issuerBook = issuerBookOf(document, context)
    return {
      type: document.type,
      requirement: requirementOf(document.type),
      problems: problemsOf(document, issuerBook, months, context),
      issuerBook,
      passportMonths: document.type === 'passport' ? months : null,
    }
  })
  const given = new Set(asked.map(({ type }) => type))
  const missing = DOCUMENT_TYPES.filter((type) => listed.has(type) && !given.has(type)).map(
    (type): DocumentAnswer => ({
      type,
      requirement: requirementOf(type),
      problems: ['missing'],
      issuerBook: 'not_kept',
      passportMonths: type === 'passport' ? months : null,
    }),
  )
  return {
    isAsked: claims !== undefined,
    hasRequirements: strict.size > 0,
    documents: claims === undefined ? [] : [...answers, ...missing],
  }
}

/** The row for the destination speaks before the general one; of several, the strictest. */
function passportMonths(rows: readonly DocumentRequirement[]): number | null {
  const passports = rows.filter(({ passportMonths: months }) => months !== null)
  const own = passports.filter(({ destination }) => destination !== null)
  const speaking = own.length > 0 ? own : passports
  return speaking.reduce<number | null>(
    (most, { passportMonths: months }) => Math.max(most ?? 0, months!),
    null,
  )
}

function problemsOf(
  document: DocumentClaim,
  issuerBook: DocumentAnswer['issuerBook'],
  months: number | null,
  { question, placer, days, register }: Context,
): readonly DocumentProblem[] {
  const { type, state = 'shown' } = document
  if (state === 'absent') return ['missing']
  if (state === 'refused') return ['refused']
  if (state === 'on_arrival') return ['to_be_signed_on_arrival']
  const problems: DocumentProblem[] = [
    ...validityProblems(document, days.leavingOn, question.today, months),
    ...holderProblems(document, question),
  ]
  if (document.issuer !== undefined && !isUsualIssuer(type, document.issuer)) {
    problems.push('issuer_unusual')
  }
  if (document.number !== undefined && !isUsualFormat(type, document.number)) {
    problems.push('format_unusual')
  }
  const ofBook = BOOK_PROBLEM[issuerBook]
  if (ofBook !== null) problems.push(ofBook)
  if (type === 'placement_agreement' && document.agencyName !== undefined) {
    const named = agencyNamed(document.agencyName, placer, question.country, register)
    if (named !== 'holder') {
      problems.push(named === 'other' ? 'names_other_agency' : 'names_unconfirmed_agency')
    }
  }
  if (type === 'work_visa') {
    const visa = visaProblem(document.visaType, question.placement?.isWageWork !== false)
    if (visa !== null && question.placement?.scheme !== 'apprenticeship') problems.push(visa)
  }
  return problems
}

function validityProblems(
  { type, issuedOn, expiresOn }: DocumentClaim,
  leavingOn: CalendarDate,
  today: CalendarDate,
  months: number | null,
): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = []
  if (issuedOn !== undefined && issuedOn > today) problems.push('dated_in_the_future')
  if (expiresOn === undefined) {
    if (type === 'passport') problems.push('validity_not_told')
    return problems
  }
  if (issuedOn !== undefined && expiresOn < issuedOn) problems.push('expires_before_issue')
  if (expiresOn < leavingOn) problems.push('expired_on_departure')
  else if (type === 'passport' && months !== null && expiresOn < addMonths(leavingOn, months)) {
    problems.push('expires_too_soon')
  }
  return problems
}

/** Compared with the worker as stated, else with the first document that says. */
function holderProblems(
  { holderName, holderBirthDate }: DocumentClaim,
  { worker, documents = [] }: CheckQuestion,
): readonly DocumentProblem[] {
  const name = worker?.name ?? documents.find((one) => one.holderName !== undefined)?.holderName
  const birthDate =
    worker?.birthDate ?? documents.find((one) => one.holderBirthDate !== undefined)?.holderBirthDate
  const problems: DocumentProblem[] = []
  if (holderName !== undefined && name !== undefined && !areNamesAlike(holderName, name)) {
    problems.push('holder_name_differs')
  }
  if (holderBirthDate !== undefined && holderBirthDate !== birthDate) {
    problems.push('birth_date_differs')
  }
  return problems
}

const BOOK_PROBLEM: Readonly<Record<DocumentAnswer['issuerBook'], DocumentProblem | null>> = {
  not_kept: null,
  found: null,
  not_found: 'not_in_issuers_book',
  withdrawn: 'withdrawn_by_issuer',
  other_holder: 'of_other_holder',
}

function issuerBookOf(
  { type, number, state, issuedOn, issuerRegion, holderHash }: DocumentClaim,
  { question: { on }, register, tables }: Context,
): DocumentAnswer['issuerBook'] {
  if (number === undefined || (state ?? 'shown') !== 'shown') return 'not_kept'
  // Two villages may have given one number, and a village gives it anew every year: the letter is
  // looked for in the book that it names.
  const found = tables
    .issuedDocuments(type, number)
    .filter(
      (row) =>
        (issuerRegion === undefined || regionKey(row.issuerRegion) === regionKey(issuerRegion)) &&
        (issuedOn === undefined || row.issuedOn.slice(0, 4) === issuedOn.slice(0, 4)),
    )
  if (found.length > 0) {
    const standing = found.filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > on)
    if (standing.length === 0) return 'withdrawn'
    const isOwn = standing.some(
      (row) => holderHash === undefined || row.holderHash === null || row.holderHash === holderHash,
    )
    return isOwn ? 'found' : 'other_holder'
  }
  const isBookKept = rowsInForceOn(issuedOn ?? on, tables.completeTables()).some(
    (row) =>
      row.table === 'issued_documents' &&
      (row.documentType === null || row.documentType === type) &&
      row.issuerRegion !== null &&
      issuerRegion !== undefined &&
      regionKey(row.issuerRegion) === regionKey(issuerRegion) &&
      isRowFresh(row, on, register),
  )
  return isBookKept ? 'not_found' : 'not_kept'
}

/** `32.12.05.2001` and `3212052001` are one code. */
export function regionKey(code: string): string {
  return code.replace(/\D+/g, '')
}

/** Whether a placement agreement names the licence holder, another agency on record, or neither. */
function agencyNamed(
  name: string,
  placer: AgencyOnDay | null,
  country: string | undefined,
  register: RegisterView,
): 'holder' | 'other' | 'unconfirmed' {
  if (placer === null) return 'unconfirmed'
  const match = register.matchName(name, country)
  const exact = match.candidates.filter(({ outcome }) => outcome === 'exact')
  if (exact.some(({ agencyId }) => agencyId === placer.agency.id)) return 'holder'
  return match.outcome === 'exact' ? 'other' : 'unconfirmed'
}

const NOT_FOR_WORK: ReadonlySet<VisaType> = new Set([
  'tourist',
  'visit',
  'umrah',
  'hajj',
  'ziarah',
  'transit',
  'student',
  'none',
])

export function visaProblem(
  visaType: VisaType | undefined,
  isWork: boolean,
): 'visa_not_for_work' | 'visa_for_training_only' | null {
  if (visaType === undefined || !isWork) return null
  if (NOT_FOR_WORK.has(visaType)) return 'visa_not_for_work'
  return visaType === 'trainee' ? 'visa_for_training_only' : null
}
