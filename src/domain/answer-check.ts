import { type Answer, answeredAgency, type NextStep, restsOnDemonstration } from './answer.ts'
import { type AnswerMatch, answerMatch, candidatesOf } from './answer-match.ts'
import type { Bilingual } from './bilingual.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { CheckQuestion } from './check-question.ts'
import { type CheckSituation, checkSituation } from './check-situation.ts'
import { checkTexts } from './check-text.ts'
import type { DocumentAnswer } from './documents/read-documents.ts'
import { type Finding, findingOf } from './finding.ts'
import { NEXT_STEP_CODES, NEXT_STEPS, type NextStepCode } from './next-steps.ts'
import type { SchemeReading } from './placement/scheme.ts'
import type { RegisterView } from './register-view.ts'
import { rowsInForceOn } from './rule-tables/dated-row.ts'
import type { RuleTables } from './rule-tables/rule-tables.ts'
import { type CheckRule, checkRulesThatApply, dayOfRule } from './rules/placement/check-rule.ts'
import { CHECK_RULES } from './rules/placement/check-rules.ts'
import { RECRUITER_RULES } from './rules/recruiter-rules.ts'
import { rulesThatApply } from './rules/rule.ts'
import type { Source } from './source.ts'
import {
  CLAIMS,
  type Claim,
  type ClaimOutcome,
  EFFECTS,
  type Effect,
  type Verdict,
  verdictOf,
} from './verdict.ts'

export interface AnsweredClaim {
  readonly claim: Claim
  readonly outcome: ClaimOutcome
  /** True when the answer could not be `legal` without it. */
  readonly isRequired: boolean
}

/** An office to ask. `verifiedOn` null: nobody has tried the contact yet, and it is said so. */
export interface AnsweredOffice {
  readonly name: Bilingual
  readonly contact: string
  readonly verifiedOn: CalendarDate | null
}

/** The quick check's answer, and each part of the claim. It holds nothing that tells who the worker is. */
export interface CheckAnswer extends Omit<Answer, 'match'> {
  /** Null when nothing was asked about a recruiter. */
  readonly match: AnswerMatch | null
  readonly claims: readonly AnsweredClaim[]
  /** Null when no placement was asked about. */
  readonly scheme: SchemeReading | null
  readonly documents: readonly DocumentAnswer[]
  readonly offices: readonly AnsweredOffice[]
}

/** One rule that spoke, bound to what it spoke of. */
interface Spoken {
  readonly code: string
  readonly claim: Claim
  readonly outcome: ClaimOutcome
  readonly effect: Effect
  readonly brief: Bilingual
  readonly steps: readonly NextStepCode[]
  readonly source: Source | null
  readonly finding: () => Finding
}

/** Whether a whole claim is legal: recruiter, job, worker, papers and charge, each and together. */
export function answerCheck(
  question: CheckQuestion,
  register: RegisterView,
  tables: RuleTables,
): CheckAnswer {
  const situation = checkSituation(question, register, tables)
  const { recruiter, required } = situation
  const spoken = spokenOf(situation)
  const verdict: Verdict = verdictOf(spoken, required)
  const leading = leadingOf(spoken, verdict)
  const candidates = recruiter === null ? [] : candidatesOf(recruiter)
  const isShown =
    recruiter?.subject != null &&
    (recruiter.identity.isSettled ||
      spoken.some(({ claim, effect }) => claim === 'agency' && effect === 'not_legal'))
  const claims = CLAIMS.map((claim) => ({
    claim,
    outcome: outcomeOf(claim, spoken),
    isRequired: required.includes(claim),
  }))
  const isCovered = ({ outcome }: AnsweredClaim) => outcome !== 'not_checked'
  const nextSteps = nextStepsOf(spoken, situation)
  return {
    verdict,
    covers: claims.filter(isCovered).map(({ claim }) => claim),
    notCovered: claims.filter((one) => !isCovered(one)).map(({ claim }) => claim),
    on: question.on,
    agency: isShown ? answeredAgency(recruiter) : null,
    match: recruiter === null ? null : answerMatch(recruiter),
    candidates,
    findings: spoken.map(({ finding }) => finding()),
    nextSteps,
    ...checkTexts(verdict, situation, leading),
    demonstration:
      (recruiter !== null && restsOnDemonstration(recruiter, candidates)) ||
      spoken.some(({ source }) => source?.demonstration === true),
    claims,
    scheme: situation.asksPlacement ? situation.scheme : null,
    documents: situation.documents.documents,
    offices: officesFor(nextSteps, situation),
  }
}

/** Every rule that speaks, the gravest first: those about the recruiter, less what others replace. */
function spokenOf(situation: CheckSituation): readonly Spoken[] {
  const { recruiter, register, on, today, question } = situation
  const checkRules = checkRulesThatApply(CHECK_RULES, situation)
  const replaced = new Set(checkRules.flatMap(({ replaces }) => replaces ?? []))
  const country = situation.placer?.agency.country ?? question.country
  const context = { today, country, size: register.size }
  const aboutRecruiter =
    recruiter === null
      ? []
      : rulesThatApply(RECRUITER_RULES, recruiter, on)
          .filter(({ code }) => !replaced.has(code))
          .map(
            (rule): Spoken => ({
              ...rule,
              source: rule.source?.(recruiter) ?? null,
              finding: () => findingOf(rule, recruiter, { ...context, on }),
            }),
          )
  const aboutRest = checkRules.map(
    (rule: CheckRule): Spoken => ({
      ...rule,
      source: rule.source?.(situation) ?? null,
      finding: () => findingOf(rule, situation, { ...context, on: dayOfRule(rule, situation) }),
    }),
  )
  return [...aboutRecruiter, ...aboutRest].sort(
    (a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect),
  )
}

function leadingOf(spoken: readonly Spoken[], verdict: Verdict): Spoken | undefined {
  return verdict === 'legal' ? spoken[0] : spoken.find(({ effect }) => effect === verdict)
}

const WORST_FIRST: readonly ClaimOutcome[] = [
  'contradicted',
  'stale',
  'ambiguous',
  'not_found',
  'confirmed',
]

/** The worst that was found of a claim; what only informs counts where it confirms. */
function outcomeOf(claim: Claim, spoken: readonly Spoken[]): ClaimOutcome {
  const ofClaim = spoken.filter((one) => one.claim === claim)
  const isUnchecked = ofClaim.some(
    ({ effect, outcome }) => outcome === 'not_checked' && effect === 'cannot_confirm',
  )
  const telling = ofClaim
    .filter(({ effect, outcome }) => effect !== 'none' || outcome === 'confirmed')
    .map(({ outcome }) => outcome)
    .filter((outcome) => outcome !== 'confirmed' || !isUnchecked)
  return WORST_FIRST.find((outcome) => telling.includes(outcome)) ?? 'not_checked'
}

function nextStepsOf(
  spoken: readonly Spoken[],
  { recruiter, asksPlacement, isCourseOnly }: CheckSituation,
): readonly NextStep[] {
  const codes = new Set<NextStepCode>(['ask_disnaker'])
  if (!asksPlacement && !isCourseOnly) codes.add('check_placement')
  for (const { steps } of spoken) for (const code of steps) codes.add(code)
  const separating =
    recruiter?.identity.kind === 'name_ambiguous'
      ? recruiter.identity.nameMatch?.question
      : undefined
  if (separating !== undefined) codes.add(`ask_${separating}`)
  const phone = recruiter?.subject?.phones[0] ?? null
  return NEXT_STEP_CODES.filter((code) => codes.has(code)).map((code) => ({
    code,
    says: NEXT_STEPS[code],
    contact: code === 'call_registered_phone' ? phone : null,
  }))
}

/** Hotlines always, other offices where a step sends to them. */
function officesFor(
  steps: readonly NextStep[],
  { tables, today }: CheckSituation,
): readonly AnsweredOffice[] {
  const codes = new Set(steps.map(({ code }) => code))
  return rowsInForceOn(today, tables.offices())
    .filter(({ kind, step }) => kind === 'hotline' || (step !== null && codes.has(step)))
    .map(({ name, contact, verifiedOn }) => ({ name, contact, verifiedOn }))
}
