/** Worst first: the order in which findings decide. */
export const VERDICTS = ['not_legal', 'cannot_confirm', 'caution', 'legal'] as const
export type Verdict = (typeof VERDICTS)[number]

export const CLAIMS = [
  'agency',
  'branch',
  'representative',
  'channel',
  'recruitment_permit',
  'job_order',
  'destination',
  'scheme',
  'worker',
  'documents',
  'fee',
] as const
export type Claim = (typeof CLAIMS)[number]

export const CLAIM_OUTCOMES = [
  'confirmed',
  'contradicted',
  'not_found',
  'ambiguous',
  'not_checked',
  'stale',
] as const
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number]

/** What one finding does to the verdict; `none` informs only. */
export const EFFECTS = ['not_legal', 'cannot_confirm', 'caution', 'none'] as const
export type Effect = (typeof EFFECTS)[number]

/**
 * The verdict of a question: anything unlawful decides; else a required claim that is not confirmed;
 * else a soft finding. A question that covers nothing is never `legal`.
 */
export function verdictOf(findings: readonly Weighed[], required: readonly Claim[]): Verdict {
  if (hasEffect(findings, 'not_legal')) return 'not_legal'
  if (hasEffect(findings, 'cannot_confirm') || required.length === 0) return 'cannot_confirm'
  if (!required.every((claim) => isConfirmed(findings, claim))) return 'cannot_confirm'
  return hasEffect(findings, 'caution') ? 'caution' : 'legal'
}

interface Weighed {
  readonly claim: Claim
  readonly outcome: ClaimOutcome
  readonly effect: Effect
}

function hasEffect(findings: readonly Weighed[], effect: Effect): boolean {
  return findings.some((finding) => finding.effect === effect)
}

function isConfirmed(findings: readonly Weighed[], claim: Claim): boolean {
  return findings.some((finding) => finding.claim === claim && finding.outcome === 'confirmed')
}
