import type { Agency, AgencyName } from './agency.ts'
import { packFor } from './matching/country-packs.ts'
import { type ReadNumber, readLicenceNumber } from './matching/licence-number.ts'
import type { CandidateOutcome, NameCandidate, NameMatch, RegisterName } from './matching/match.ts'
import { NameIndex } from './matching/name-index.ts'
import { NameReader } from './matching/read-name.ts'
import type { QuickQuestion } from './quick-question.ts'
import type { NumberHolder, RegisterView } from './register-view.ts'

/** How the question leads to an agency. Only the first three say which one it is. */
export const IDENTIFICATIONS = [
  'number',
  'number_and_name',
  'name',
  'name_number_conflict',
  'number_name_similar',
  'number_ambiguous',
  'number_malformed_unknown',
  'number_suggested',
  'number_unknown',
  'number_unreadable',
  'name_variant',
  'name_similar',
  'name_ambiguous',
  'name_unknown',
  'name_unreadable',
  'phone_only',
  'phone_unknown',
  'phone_unreadable',
  'nothing_asked',
] as const
export type Identification = (typeof IDENTIFICATIONS)[number]

export interface Identity {
  readonly kind: Identification
  /** True when the question says which agency it is about. */
  readonly isSettled: boolean
  /**
   * The agency whose record speaks: the one identified, or else the one that the number or the
   * exact name belongs to, of which only bad news may be told.
   */
  readonly agencyId: string | null
  /** The licences that the number belongs to. */
  readonly licenceIds: readonly string[]
  readonly name: string | null
  readonly nameMatch: NameMatch | null
  /** The typed name compared with the agency's; null when there is no name or no agency. */
  readonly nameCandidate: NameCandidate | null
  readonly isNameUnreadable: boolean
  readonly number: ReadNumber | null
  readonly holders: readonly NumberHolder[]
  readonly isNumberMalformed: boolean
  readonly phoneHolders: readonly string[]
}

// Numbers are read by one country's schemas; without a country, by those of the first registry.
const USUAL_COUNTRY = 'ID'
const MALFORMED = 'nib_malformed'
const NOBODY: readonly never[] = []

/** Reads name, number and phone against the register. Similar is never same, whatever is asked. */
export function identifyAgency(question: QuickQuestion, register: RegisterView): Identity {
  const { country } = question
  const name = given(question.name)
  const numberText = given(question.licence)
  const nameMatch = name === null ? null : register.matchName(name, country)
  const isNameUnreadable = name !== null && saysNoName(name, nameMatch!, country ?? USUAL_COUNTRY)
  const number =
    numberText === null ? undefined : readLicenceNumber(numberText, country ?? USUAL_COUNTRY)
  const found = number === undefined ? NOBODY : register.holdersOfNumber(number, country)
  const isExact = found.some(({ outcome }) => outcome === 'exact')
  const isNumberMalformed = number?.schema === MALFORMED && !isExact
  const holders = isExact ? found.filter(({ outcome }) => outcome === 'exact') : found
  const e164 = question.phone?.e164
  const phoneHolders = e164 == null ? NOBODY : register.holdersOfPhone(e164)

  const asked: Asked = {
    name: isNameUnreadable ? null : name,
    match: isNameUnreadable ? null : nameMatch,
    hasNumber: numberText !== null,
    number,
    holders,
    isNumberMalformed,
  }
  const byNumber = numberText === null ? null : identifyByNumber(asked, register)
  const decided =
    byNumber ?? identifyByName(asked, isNameUnreadable) ?? identifyByPhone(question, phoneHolders)
  return {
    kind: decided.kind,
    agencyId: decided.agencyId,
    licenceIds: decided.licenceIds ?? NOBODY,
    nameCandidate: decided.nameCandidate ?? null,
    isSettled: SETTLED.has(decided.kind),
    name,
    nameMatch,
    isNameUnreadable,
    number: number ?? null,
    holders,
    isNumberMalformed,
    phoneHolders,
  }
}

const SETTLED: ReadonlySet<Identification> = new Set(['number', 'number_and_name', 'name'])

interface Asked {
  readonly name: string | null
  readonly match: NameMatch | null
  readonly hasNumber: boolean
  readonly number: ReadNumber | undefined
  readonly holders: readonly NumberHolder[]
  readonly isNumberMalformed: boolean
}

type Decided = Pick<Identity, 'kind' | 'agencyId'> &
  Partial<Pick<Identity, 'licenceIds' | 'nameCandidate'>>

function identifyByNumber(asked: Asked, register: RegisterView): Decided {
  const { name, number, match, holders, isNumberMalformed } = asked
  const named = exactlyNamed(match)
  const byNameOnly = { agencyId: named?.agencyId ?? null, nameCandidate: named }
  if (number === undefined) return { kind: 'number_unreadable', ...byNameOnly }

  const certain = holders.filter(({ outcome }) => outcome !== 'suggested')
  const agencyIds = [...new Set(certain.map(({ agencyId }) => agencyId))]
  if (agencyIds.length === 0) {
    if (holders.length > 0) return { kind: 'number_suggested', ...byNameOnly }
    const kind = isNumberMalformed ? 'number_malformed_unknown' : 'number_unknown'
    return { kind, ...byNameOnly }
  }

  const holderId =
    agencyIds.length === 1 ? agencyIds[0]! : agencyIds.find((id) => id === named?.agencyId)
  if (holderId === undefined) return { kind: 'number_ambiguous', agencyId: null }

  const licenceIds = certain
    .filter(({ agencyId }) => agencyId === holderId)
    .map(({ licenceId }) => licenceId)
  if (name === null || match === null) return { kind: 'number', agencyId: holderId, licenceIds }

  const nameCandidate = compareWithHolder(name, match, register.agency(holderId))
  const nearest = nearness(nameCandidate?.outcome)
  const isAnothers = match.candidates.some(
    ({ agencyId, outcome }) =>
      agencyId !== holderId && outcome !== 'similar' && nearness(outcome) < nearest,
  )
  if (isAnothers || nameCandidate === null) {
    // A number with a digit lost only hints at its holder: no ground to call the two in conflict.
    return isNumberMalformed
      ? { kind: 'number_malformed_unknown', ...byNameOnly }
      : { kind: 'name_number_conflict', agencyId: null, licenceIds }
  }
  const kind = nameCandidate.outcome === 'similar' ? 'number_name_similar' : 'number_and_name'
  return { kind, agencyId: holderId, licenceIds, nameCandidate }
}

function identifyByName({ match }: Asked, isNameUnreadable: boolean): Decided | null {
  if (isNameUnreadable) return { kind: 'name_unreadable', agencyId: null }
  if (match === null) return null
  const named = exactlyNamed(match)
  switch (match.outcome) {
    case 'exact':
      return { kind: 'name', agencyId: named!.agencyId, nameCandidate: named }
    case 'variant':
      return { kind: 'name_variant', agencyId: null }
    case 'similar':
      return { kind: 'name_similar', agencyId: null }
    case 'ambiguous':
      return { kind: 'name_ambiguous', agencyId: null }
    case 'none':
      return { kind: 'name_unknown', agencyId: null }
  }
}

function identifyByPhone(question: QuickQuestion, phoneHolders: readonly string[]): Decided {
  const { phone } = question
  if (phone === undefined) return { kind: 'nothing_asked', agencyId: null }
  if (phone.e164 === null) return { kind: 'phone_unreadable', agencyId: null }
  return { kind: phoneHolders.length > 0 ? 'phone_only' : 'phone_unknown', agencyId: null }
}

/** The one agency that has exactly this name; null when none or several have it. */
function exactlyNamed(match: NameMatch | null): NameCandidate | null {
  return match?.outcome === 'exact' ? match.candidates[0]! : null
}

function compareWithHolder(
  name: string,
  match: NameMatch,
  holder: Agency | undefined,
): NameCandidate | null {
  if (holder === undefined) return null
  const listed = match.candidates.find(({ agencyId }) => agencyId === holder.id)
  if (listed !== undefined) return listed
  // Only the best few candidates are answered, so the holder may be left out. Among its own names
  // alone words lose their rarity: an exact one is exact anywhere, any other proves nothing.
  const alone = new NameIndex(holder.names.map((own) => asRegisterName(own, holder)))
  const compared = alone.match(name, { limit: 1 }).candidates[0]
  if (compared === undefined || compared.outcome === 'exact') return compared ?? null
  return { ...compared, outcome: 'similar' }
}

function asRegisterName({ id, name, kind }: AgencyName, holder: Agency): RegisterName {
  return { id, agencyId: holder.id, name, kind, country: holder.country }
}

const NEARNESS: Readonly<Record<CandidateOutcome, number>> = { exact: 0, variant: 1, similar: 2 }

function nearness(outcome: CandidateOutcome | undefined): number {
  return outcome === undefined ? 3 : NEARNESS[outcome]
}

/** True for "PT", "P.T. (P3MI)" or "---": what any agency is called names none. */
function saysNoName(name: string, match: NameMatch, country: string): boolean {
  if (match.outcome !== 'none') return false
  const pack = packFor(country)
  const { words } = new NameReader(pack).readQuestion(name).readings[0]!
  const common = new Set(
    [
      ...pack.legalForms.flatMap(({ spellings }) => spellings),
      ...pack.roleWords,
      ...pack.bracketMarks,
      ...pack.branchWords,
    ].flatMap((phrase) => phrase.split(' ')),
  )
  return words.every((word) => common.has(word))
}

function given(text: string | undefined): string | null {
  const trimmed = text?.trim()
  return trimmed === undefined || trimmed === '' ? null : trimmed
}
