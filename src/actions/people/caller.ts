import type { Actor } from '../../domain/people/audit-event.ts'

/** Where a request comes from, for limits and for what is written down. */
export interface Caller {
  readonly address: string
  readonly userAgent: string
  readonly requestId: string
}

export function actorAt(
  { address, requestId }: Pick<Caller, 'address' | 'requestId'>,
  person: { readonly id: string; readonly sessionId: string } | null,
): Actor {
  return {
    kind: person === null ? 'anonymous' : 'person',
    id: person?.id ?? null,
    sessionId: person?.sessionId ?? null,
    address,
    requestId,
  }
}
