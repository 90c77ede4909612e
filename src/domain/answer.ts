import type { Agency } from './agency.ts'
import { type AgencySituation, agencySituation } from './agency-situation.ts'
import { type AnswerMatch, answerMatch, type Candidate, candidatesOf } from './answer-match.ts'
import { headlineOf, textOf } from './answer-text.ts'
import type { Bilingual } from './bilingual.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Fact } from './fact.ts'
import { type Finding, findingOf } from './finding.ts'
import type { AgencyKind, LicenceStatus } from './licence.ts'
import { NEXT_STEP_CODES, NEXT_STEPS, type NextStepCode } from './next-steps.ts'
import type { QuickQuestion } from './quick-question.ts'
import type { RegisterView } from './register-view.ts'
import { RECRUITER_RULES } from './rules/recruiter-rules.ts'
import { type Rule, rulesThatApply } from './rules/rule.ts'
import { CLAIMS, type Claim, type Verdict, verdictOf } from './verdict.ts'

export interface AnsweredAgency {
  readonly id: string
  /** As registered on the day asked about. */
  readonly name: string
  readonly kind: AgencyKind
  readonly status: LicenceStatus
  readonly licenceNumber: string | null
  readonly validUntil: CalendarDate | null
  /** The number to call back, from the record, never from the question. */
  readonly phone: string | null
  readonly country: string
}

export interface NextStep {
  readonly code: NextStepCode
  readonly says: Bilingual
  readonly contact: string | null
}

export interface Answer {
  readonly verdict: Verdict
  readonly covers: readonly Claim[]
  readonly notCovered: readonly Claim[]
  readonly on: CalendarDate
  /** Null unless the question says which agency it is, or that agency's record is bad news. */
  readonly agency: AnsweredAgency | null
  readonly match: AnswerMatch
  readonly candidates: readonly Candidate[]
  /** The gravest first. */
  readonly findings: readonly Finding[]
  readonly nextSteps: readonly NextStep[]
  readonly headline: Bilingual
  readonly text160: Bilingual
  /** True when any of it rests on invented data. */
  readonly demonstration: boolean
}

const REQUIRED: readonly Claim[] = ['agency']
const AGENCY_AND_CHANNEL: readonly Claim[] = ['agency', 'channel']
const ALL_BUT_AGENCY = CLAIMS.filter((claim) => claim !== 'agency')
const ALL_BUT_AGENCY_AND_CHANNEL = ALL_BUT_AGENCY.filter((claim) => claim !== 'channel')

/** Whether a recruiter is licensed on a day, as the register tells it. The job is never covered. */
export function answerQuickCheck(question: QuickQuestion, register: RegisterView): Answer {
  const situation = agencySituation(question, register)
  const { subject, identity } = situation
  const rules = rulesThatApply(RECRUITER_RULES, situation, question.on)
  const context = {
    on: question.on,
    today: question.today,
    country: subject?.agency.country ?? question.country,
    size: register.size,
  }
  const verdict = verdictOf(rules, REQUIRED)
  const leading = rules[0]
  const isShown = subject !== null && (identity.isSettled || verdict === 'not_legal')
  const candidates = candidatesOf(situation)
  const coversChannel = CHECKED_CHANNELS.has(situation.channel)
  return {
    verdict,
    covers: coversChannel ? AGENCY_AND_CHANNEL : REQUIRED,
    notCovered: coversChannel ? ALL_BUT_AGENCY_AND_CHANNEL : ALL_BUT_AGENCY,
    on: question.on,
    agency: isShown ? answeredAgency(situation) : null,
    match: answerMatch(situation),
    candidates,
    findings: rules.map((rule) => findingOf(rule, situation, context)),
    nextSteps: nextStepsOf(rules, situation),
    headline: headlineOf(verdict, situation, leading),
    text160: textOf(verdict, situation, leading),
    demonstration: restsOnDemonstration(situation, candidates),
  }
}

// A telephone that nothing on record could be compared with is not covered by the answer.
const CHECKED_CHANNELS: ReadonlySet<AgencySituation['channel']> = new Set([
  'registered',
  'registered_to_other',
  'not_registered',
])

/** The agency as answers show it; the situation must have a subject. */
export function answeredAgency({ subject }: AgencySituation): AnsweredAgency {
  const { agency, name, number, state, phones } = subject!
  return {
    id: agency.id,
    name,
    kind: agency.kind,
    status: state.status,
    licenceNumber: number?.printed ?? null,
    validUntil: state.validUntil,
    phone: phones[0] ?? null,
    country: agency.country,
  }
}

function nextStepsOf(
  rules: readonly Rule<AgencySituation>[],
  { identity, subject }: AgencySituation,
): readonly NextStep[] {
  const codes = new Set<NextStepCode>(['check_placement', 'ask_disnaker'])
  for (const { steps } of rules) for (const code of steps) codes.add(code)
  const separating = identity.kind === 'name_ambiguous' ? identity.nameMatch?.question : undefined
  if (separating !== undefined) codes.add(`ask_${separating}`)
  const phone = subject?.phones[0] ?? null
  return NEXT_STEP_CODES.filter((code) => codes.has(code)).map((code) => ({
    code,
    says: NEXT_STEPS[code],
    contact: code === 'call_registered_phone' ? phone : null,
  }))
}

/** True when the agency or a candidate stands on invented data. */
export function restsOnDemonstration(
  { subject, register }: AgencySituation,
  candidates: readonly Candidate[],
): boolean {
  return (
    (subject !== null && isInvented(subject.agency, register)) ||
    candidates.some(({ id }) => isInvented(register.agency(id)!, register))
  )
}

function isInvented({ names, licences }: Agency, register: RegisterView): boolean {
  return (
    restOnInvention(names, register) ||
    licences.some(
      ({ events, listings }) =>
        restOnInvention(events, register) || restOnInvention(listings, register),
    )
  )
}

function restOnInvention(facts: readonly Fact[], register: RegisterView): boolean {
  return facts.some(({ sourceId }) => register.source(sourceId)?.demonstration === true)
}
