import type { Dependencies } from '../dependencies.ts'
import { canonicalJson, type JsonValue } from '../domain/canonical-json.ts'
import { type ClaimedKey, findClaimedKey, type KeyClaim } from '../store/recording-keys.ts'
import { idempotencySince, oneAtATime } from './one-at-a-time.ts'

/** What a caller calls a request, and who the caller is: keys of two callers never meet. */
export interface IdempotencyKey {
  readonly key: string
  readonly scope: string
}

/** The claim that leads to an outcome; null without a key. */
export type Claim = (outcome: JsonValue) => KeyClaim | null

/**
 * Does something once for a key: `act` claims the key in the statement that changes anything; a
 * request that was done already, or is done by another process meanwhile, is answered by `repeat`.
 * One that is still being answered here is refused as in flight.
 */
export async function once<Done>(
  { database, hash, clock }: Pick<Dependencies, 'database' | 'hash' | 'clock'>,
  idempotency: IdempotencyKey | undefined,
  request: JsonValue,
  act: (claim: Claim) => Promise<Done | { readonly refused: 'key_used' }>,
  repeat: (claimed: ClaimedKey) => Promise<Done>,
): Promise<Done | { readonly refused: 'key_reused' | 'in_flight' }> {
  if (idempotency === undefined) {
    const done = await act(() => null)
    return isKeyUsed(done) ? { refused: 'in_flight' } : done
  }
  const keyHash = hash.of('idempotency-key', `${idempotency.scope}\0${idempotency.key}`)
  const bodyHash = hash.of('recording-body', canonicalJson(request))
  const usedAt = clock.now()
  const answered = async () => {
    const claimed = await findClaimedKey(database, keyHash, idempotencySince(usedAt))
    if (claimed === undefined) return undefined
    if (claimed.bodyHash !== bodyHash) return { refused: 'key_reused' as const }
    return repeat(claimed)
  }
  return oneAtATime(keyHash, async () => {
    const before = await answered()
    if (before !== undefined) return before
    const done = await act((outcome) => ({ keyHash, bodyHash, usedAt, outcome }))
    return isKeyUsed(done) ? ((await answered()) ?? { refused: 'in_flight' }) : done
  })
}

function isKeyUsed(done: unknown): done is { readonly refused: 'key_used' } {
  return (done as { readonly refused?: unknown }).refused === 'key_used'
}
