/** How long an Idempotency-Key leads to the answer that it led to first. */
const IDEMPOTENCY_HOURS = 24

/** Keys whose request is being answered in this process. Another process loses the race at the insert. */
const inFlight = new Set<string>()

/** Answers one request of an Idempotency-Key at a time: whoever comes meanwhile is told to come again. */
export async function oneAtATime<Outcome>(
  keyHash: string,
  answer: () => Promise<Outcome>,
): Promise<Outcome | { readonly refused: 'in_flight' }> {
  if (inFlight.has(keyHash)) return { refused: 'in_flight' }
  inFlight.add(keyHash)
  try {
    return await answer()
  } finally {
    inFlight.delete(keyHash)
  }
}

/** Keys used before this moment are free again. */
export function idempotencySince(now: Date): Date {
  return new Date(now.getTime() - IDEMPOTENCY_HOURS * 3_600_000)
}
