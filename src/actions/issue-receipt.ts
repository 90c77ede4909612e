import { createHash } from 'node:crypto'
import type { Dependencies } from '../dependencies.ts'
import { type ReceiptPayload, signReceipt } from '../receipt.ts'
import type { KeptCheck } from '../store/checks.ts'
import { type StandingAnswer, standingOf } from './look-at-check.ts'

export interface IssuedReceipt {
  readonly receipt: string
  readonly payload: ReceiptPayload
  readonly standing: StandingAnswer
}

/**
 * Signs what the answer to a check is at this moment, never what it was: a receipt must not say
 * `legal` after a revocation was recorded. Undefined when the register cannot be read.
 */
export async function issueReceipt(
  dependencies: Pick<
    Dependencies,
    'register' | 'clock' | 'config' | 'database' | 'hash' | 'receiptKeys'
  >,
  kept: KeptCheck,
): Promise<IssuedReceipt | undefined> {
  const standing = await standingOf(dependencies, kept)
  return standing && receiptOf(dependencies, kept, standing)
}

/** Signs an answer that was judged at this moment. */
export async function receiptOf(
  { clock, config, receiptKeys }: Pick<Dependencies, 'clock' | 'config' | 'receiptKeys'>,
  kept: KeptCheck,
  standing: StandingAnswer,
): Promise<IssuedReceipt> {
  const { answer, registry, verdict } = standing
  const issuedAt = Math.floor(clock.now().getTime() / 1000)
  const payload: ReceiptPayload = {
    iss: config.publicUrl ?? 'pastikan',
    jti: checkReference(kept),
    iat: issuedAt,
    exp: issuedAt + config.receiptValidHours * 3600,
    verdict,
    covers: [...answer.covers],
    not_covered: [...answer.notCovered],
    agency: answer.agency && {
      name: answer.agency.name,
      licence_number: answer.agency.licenceNumber,
      status: answer.agency.status,
    },
    on: answer.on,
    registry: { entry: registry.entry, as_of: registry.asOf.toISOString() },
    demonstration: answer.demonstration,
  }
  return { receipt: await signReceipt(payload, receiptKeys), payload, standing }
}

/** Names a check without giving its code away: a receipt is shown to many, and logs are kept. */
export function checkReference({ codeHash }: Pick<KeptCheck, 'codeHash'>): string {
  return createHash('sha256').update(codeHash).digest('base64url').slice(0, 16)
}
