import type { Dependencies } from '../../dependencies.ts'
import { returnAttempts, spendAttempt } from '../../store/sign-in-attempts.ts'

type AttemptDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** Before the first wait: people mistype, and village offices share one address. */
export const FREE_ATTEMPTS = { account: 8, address: 40 } as const

/** Whose attempts are counted: an address, and an account where it is known. */
export interface AttemptCounts {
  readonly address: string
  readonly account?: string
}

export interface Locked {
  readonly refused: 'locked'
  readonly seconds: number
}

/** Counts an attempt for each of these; what is locked is named by the seconds it takes. */
export async function spendAttempts(
  dependencies: AttemptDependencies,
  counts: AttemptCounts,
): Promise<Locked | undefined> {
  const { database, clock } = dependencies
  for (const [what, key] of keysOf(dependencies, counts)) {
    const seconds = await spendAttempt(database, key, FREE_ATTEMPTS[what], clock.now())
    if (seconds !== undefined) return { refused: 'locked', seconds }
  }
  return undefined
}

/** Takes an attempt back that was right. */
export async function returnAttempt(
  dependencies: AttemptDependencies,
  counts: AttemptCounts,
): Promise<void> {
  for (const [, key] of keysOf(dependencies, counts)) {
    await returnAttempts(dependencies.database, key, 1)
  }
}

function keysOf(dependencies: AttemptDependencies, counts: AttemptCounts) {
  return (['address', 'account'] as const).flatMap((what) => {
    const value = counts[what]
    return value === undefined ? [] : [[what, attemptKeyOf(dependencies, what, value)] as const]
  })
}

export function attemptKeyOf(
  { hash }: AttemptDependencies,
  what: keyof typeof FREE_ATTEMPTS,
  value: string,
): string {
  return hash.of('sign-in-attempt', `${what}\0${value}`)
}
