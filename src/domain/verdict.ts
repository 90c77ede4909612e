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
export function verdictOf(
  findings: readonly {
    readonly claim: Claim
    readonly outcome: ClaimOutcome
    readonly effect: Effect
  }[],
  required: readonly Claim[],
): Verdict {
  const has = (effect: Effect) => findings.some((finding) => finding.effect === effect)
  const isConfirmed = (claim: Claim) =>
    findings.some((finding) => finding.claim === claim && finding.outcome === 'confirmed')

  if (has('not_legal')) return 'not_legal'
  if (has('cannot_confirm') || required.length === 0 || !required.every(isConfirmed)) {
    return 'cannot_confirm'
  }
  return has('caution') ? 'caution' : 'legal'
}
