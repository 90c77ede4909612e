import type { CheckSituation } from '../../../check-situation.ts'
import { STATUSES_IN_FORCE } from '../../../licence.ts'
import { licenceStateOn } from '../../../licence-status.ts'
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

/** A SIP3MI in force on the day asked about: one that was revoked gives no right to place. */
export function hasPlacementLicence({ placer, on }: CheckSituation): boolean {
  const licences = placer?.agency.licences.filter(({ kind }) => kind === 'sip3mi') ?? []
  return licences.some(({ events }) => STATUSES_IN_FORCE.has(licenceStateOn(on, events).status))
}

export function shows({ question }: CheckSituation, type: string): boolean {
  return (
    question.documents?.some((one) => one.type === type && (one.state ?? 'shown') === 'shown') ??
    false
  )
}
