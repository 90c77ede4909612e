import { agencyOnDay } from './agency-on-day.ts'
import type { AgencySituation } from './agency-situation.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Identity } from './identify-agency.ts'
import type { LicenceStatus } from './licence.ts'
import type {
  MatchOutcome,
  NameCandidate,
  NameMatch,
  RemovedPart,
  SpoofSignal,
  WordPair,
} from './matching/match.ts'

export const MATCH_FEATURES = ['licence', 'name', 'phone'] as const
export type MatchFeature = (typeof MATCH_FEATURES)[number]

/** Whether one thing that was asked belongs to the agency of the answer; null when that is unknown. */
export interface FeatureExplanation {
  readonly feature: MatchFeature
  readonly outcome: MatchOutcome
  readonly agrees: boolean | null
  readonly words: readonly WordPair[]
}

export interface AnswerMatch {
  readonly outcome: MatchOutcome
  /** What leads to the agency of the answer. */
  readonly by: readonly MatchFeature[]
  readonly explanation: readonly FeatureExplanation[]
  readonly spoofSignals: readonly SpoofSignal[]
  readonly removed: readonly RemovedPart[]
  /** The one question that separates the candidates. */
  readonly question?: NonNullable<NameMatch['question']>
}

export const CANDIDATE_REASONS = ['name', 'number', 'phone'] as const

/** An agency that may be meant. An offer to compare, never an answer. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly status: LicenceStatus
  readonly licenceNumber: string | null
  readonly validUntil: CalendarDate | null
  readonly outcome: Exclude<MatchOutcome, 'ambiguous' | 'none'>
  /** The words that differ; empty unless it was found by name. */
  readonly differences: readonly WordPair[]
  readonly why: (typeof CANDIDATE_REASONS)[number]
  /** The name that was written beside this agency's, word by word; null unless a name was compared. */
  readonly compared: NameCandidate | null
}

const NOTHING: readonly never[] = []
const WORST_LAST: readonly MatchOutcome[] = ['exact', 'variant', 'similar', 'ambiguous', 'none']

export function answerMatch({ identity, channel, subject }: AgencySituation): AnswerMatch {
  const { nameMatch, isNameUnreadable, number, kind } = identity
  const explanation: FeatureExplanation[] = []
  if (number !== null || kind === 'number_unreadable') {
    const outcome = numberOutcome(identity)
    const agrees =
      identity.licenceIds.length > 0
        ? kind !== 'name_number_conflict'
        : outcome === 'none'
          ? false
          : null
    explanation.push({ feature: 'licence', outcome, agrees, words: NOTHING })
  }
  if (nameMatch !== null && !isNameUnreadable) {
    const compared = identity.nameCandidate
    const outcome =
      compared?.outcome ?? (kind === 'name_number_conflict' ? 'none' : nameMatch.outcome)
    const agrees = outcome === 'exact' ? true : outcome === 'none' ? false : null
    explanation.push({
      feature: 'name',
      outcome,
      agrees,
      words: (compared ?? nameMatch.candidates[0])?.words ?? NOTHING,
    })
  }
  if (channel !== 'not_asked') {
    const agrees =
      channel === 'registered'
        ? true
        : channel === 'not_registered' || channel === 'registered_to_other'
          ? false
          : null
    const outcome = phoneOutcome(identity, channel)
    explanation.push({ feature: 'phone', outcome, agrees, words: NOTHING })
  }
  return {
    outcome: overallOutcome(explanation, identity),
    by:
      subject === null
        ? NOTHING
        : explanation
            .filter(
              ({ agrees, outcome }) =>
                agrees === true || (agrees !== false && outcome === 'variant'),
            )
            .map(({ feature }) => feature),
    explanation,
    spoofSignals: nameMatch?.spoofSignals ?? NOTHING,
    removed: nameMatch?.removed ?? NOTHING,
    ...(!identity.isSettled &&
      nameMatch?.question !== undefined && { question: nameMatch.question }),
  }
}

/** The worst of what was asked; the phone counts only where nothing else was asked. */
function overallOutcome(
  explanation: readonly FeatureExplanation[],
  { kind }: Identity,
): MatchOutcome {
  if (kind === 'name_number_conflict') return 'none'
  const telling = explanation.filter(({ feature }) => feature !== 'phone')
  const counted = telling.length > 0 ? telling : explanation
  if (counted.length === 0) return 'none'
  return WORST_LAST[Math.max(...counted.map(({ outcome }) => WORST_LAST.indexOf(outcome)))]!
}

function numberOutcome({ holders, isNumberMalformed, kind }: Identity): MatchOutcome {
  if (kind === 'number_ambiguous') return 'ambiguous'
  if (holders.some(({ outcome }) => outcome !== 'suggested')) {
    return isNumberMalformed ? 'variant' : 'exact'
  }
  return holders.length > 0 ? 'similar' : 'none'
}

function phoneOutcome(
  { phoneHolders }: Identity,
  channel: AgencySituation['channel'],
): MatchOutcome {
  if (channel === 'registered') return 'exact'
  if (channel !== 'no_agency' || phoneHolders.length === 0) return 'none'
  return phoneHolders.length > 1 ? 'ambiguous' : 'similar'
}

/** Every agency that may be meant, one row each; none once the question says which one it is. */
export function candidatesOf(situation: AgencySituation): readonly Candidate[] {
  const { identity } = situation
  if (identity.isSettled) return NOTHING
  const found: Candidate[] = []
  for (const { agencyId, outcome } of identity.holders) {
    const isCertain = outcome !== 'suggested'
    const certainty = isCertain ? (identity.isNumberMalformed ? 'variant' : 'exact') : 'similar'
    const compared = identity.nameCandidate?.agencyId === agencyId ? identity.nameCandidate : null
    offer(found, situation, agencyId, certainty, 'number', compared)
  }
  for (const candidate of identity.nameMatch?.candidates ?? NOTHING) {
    offer(found, situation, candidate.agencyId, candidate.outcome, 'name', candidate)
  }
  if (identity.number === null && identity.name === null) {
    for (const agencyId of identity.phoneHolders) {
      offer(found, situation, agencyId, 'similar', 'phone', null)
    }
  }
  return found
}

function offer(
  found: Candidate[],
  { on, register }: AgencySituation,
  id: string,
  outcome: Candidate['outcome'],
  why: Candidate['why'],
  compared: NameCandidate | null,
): void {
  if (found.some((other) => other.id === id)) return
  const agency = register.agency(id)
  if (agency === undefined) return
  const { name, state, number } = agencyOnDay(on, agency, register)
  found.push({
    id,
    name,
    status: state.status,
    licenceNumber: number?.printed ?? null,
    validUntil: state.validUntil,
    outcome,
    differences:
      compared?.words.filter(({ relation, moved }) => relation !== 'same' || moved) ?? NOTHING,
    why,
    compared,
  })
}
