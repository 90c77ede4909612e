import type { AgencyOnDay } from '../agency-on-day.ts'
import type { CheckQuestion } from '../check-question.ts'
import type { Claim } from '../verdict.ts'
import type { Scheme } from './words.ts'

/** `assumed`: nothing told the scheme, so the rules of P3MI are used, and the answer says so. */
export const SCHEME_ORIGINS = ['given', 'inferred', 'assumed'] as const

export interface SchemeReading {
  readonly scheme: Scheme
  readonly origin: (typeof SCHEME_ORIGINS)[number]
}

export function readScheme(question: CheckQuestion, placer: AgencyOnDay | null): SchemeReading {
  const given = question.placement?.scheme
  if (given !== undefined) return { scheme: given, origin: 'given' }
  const inferred = inferScheme(question, placer)
  return inferred === null
    ? { scheme: 'p_to_p', origin: 'assumed' }
    : { scheme: inferred, origin: 'inferred' }
}

function inferScheme(
  { placement, documents = [] }: CheckQuestion,
  placer: AgencyOnDay | null,
): Scheme | null {
  const shows = (type: string) => documents.some((one) => one.type === type)
  switch (placer?.agency.kind) {
    case 'own_company':
      return 'own_company'
    case 'crew_manning':
      return placement?.sector === 'fishing' ? 'fishing_crew' : 'merchant_seafarer'
    case 'apprenticeship_sender':
      // An apprenticeship that is sold as a job keeps the rules of jobs.
      return placement?.visaType === 'trainee' && placement.isWageWork !== true
        ? 'apprenticeship'
        : null
    case 'p3mi':
      return 'p_to_p'
  }
  if (shows('leave_letter')) return 're_entry'
  return shows('own_risk_statement') ? 'independent' : null
}

/** Whether a scheme has a placer, and which claims a placement under it must have confirmed. */
interface SchemeNeeds {
  readonly hasPlacer: boolean
  readonly placement: readonly Claim[]
}

export const SCHEME_NEEDS: Readonly<Record<Scheme, SchemeNeeds>> = {
  p_to_p: { hasPlacer: true, placement: ['recruitment_permit', 'job_order', 'destination'] },
  g_to_g: { hasPlacer: false, placement: ['destination', 'scheme'] },
  own_company: { hasPlacer: true, placement: ['destination', 'scheme'] },
  independent: { hasPlacer: false, placement: ['destination', 'scheme'] },
  ssw_direct: { hasPlacer: false, placement: ['destination', 'scheme'] },
  re_entry: { hasPlacer: false, placement: ['scheme'] },
  merchant_seafarer: { hasPlacer: true, placement: ['scheme'] },
  fishing_crew: { hasPlacer: true, placement: ['scheme'] },
  apprenticeship: { hasPlacer: true, placement: ['scheme'] },
  outside_act: { hasPlacer: false, placement: ['scheme'] },
}

/** What the answer must find confirmed before it can be good: it follows from what was asked. */
export function requiredClaims(question: CheckQuestion, scheme: Scheme): readonly Claim[] {
  const { recruiter, worker, documents } = question
  if (isCourseOnly(question)) return ['scheme']
  const needs = SCHEME_NEEDS[scheme]
  const asksPlacement = isPlacementAsked(question)
  const required: Claim[] = []
  // An age or a paper alone says nothing about who places: without a job, the agency is asked for.
  if (!asksPlacement || needs.hasPlacer || recruiter !== undefined) required.push('agency')
  if (asksPlacement) required.push(...needs.placement)
  if (worker !== undefined) required.push('worker')
  if (documents !== undefined) required.push('documents')
  return required
}

/** Days and a fee alone speak of the recruiter; anything else speaks of a job. */
export function isPlacementAsked({ placement }: CheckQuestion): boolean {
  if (placement === undefined) return false
  const { recruitedOn, paidOn, contractSignedOn, departsOn, fee, ...job } = placement
  return Object.values(job).some((value) => value !== undefined)
}

export function isCourseOnly({ recruiter }: CheckQuestion): boolean {
  return recruiter?.offers === 'course_only'
}
