import type { Dependencies } from '../../dependencies.ts'
import { spendAttempt } from '../../store/sign-in-attempts.ts'

type AttemptDependencies = Pick<Dependencies, 'database' | 'clock' | 'hash'>

/** Before the first wait: people mistype, and village offices share one address. */
export const FREE_ATTEMPTS = { account: 8, address: 40 } as const

export interface Locked {
  readonly refused: 'locked'
  readonly seconds: number
}

/** Counts an attempt for each of these; what is locked is named by the seconds it takes. */
export async function spendAttempts(
  dependencies: AttemptDependencies,
  of: { readonly address: string; readonly account?: string },
): Promise<Locked | undefined> {
  const { database, clock } = dependencies
  for (const what of ['address', 'account'] as const) {
    const value = of[what]
    if (value === undefined) continue
    const key = attemptKeyOf(dependencies, what, value)
    const seconds = await spendAttempt(database, key, FREE_ATTEMPTS[what], clock.now())
    if (seconds !== undefined) return { refused: 'locked', seconds }
  }
  return undefined
}

export function attemptKeyOf(
  { hash }: AttemptDependencies,
  what: keyof typeof FREE_ATTEMPTS,
  value: string,
): string {
  return hash.of('sign-in-attempt', `${what}\0${value}`)
}
