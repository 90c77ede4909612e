import type { CheckSituation } from '../../../check-situation.ts'
import type { Scheme } from '../../../placement/words.ts'
import { SINCE_FIRST_LAW } from '../../instruments.ts'

/** What the rules about a way of placement have in common. */
export const OF_SCHEME = {
  claim: 'scheme',
  basis: [],
  inForce: SINCE_FIRST_LAW,
  needs: ['scheme'],
  dated: 'recruited',
} as const

export const AGAINST = { ...OF_SCHEME, outcome: 'contradicted', effect: 'not_legal' } as const
export const UNCLEAR = { ...OF_SCHEME, outcome: 'not_checked', effect: 'cannot_confirm' } as const

export function isUnder(...schemes: readonly Scheme[]) {
  return ({ scheme, asksPlacement, isCourseOnly }: CheckSituation) =>
    asksPlacement && !isCourseOnly && schemes.includes(scheme.scheme)
}

export function hasPlacementLicence({ placer }: CheckSituation): boolean {
  return placer?.agency.licences.some(({ kind }) => kind === 'sip3mi') ?? false
}

export function shows({ question }: CheckSituation, type: string): boolean {
  return (
    question.documents?.some((one) => one.type === type && (one.state ?? 'shown') === 'shown') ??
    false
  )
}
