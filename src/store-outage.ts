import type { Logger } from 'pino'
import { Problem } from './problem.ts'

/** What the store gives; where it fails, the caller is told to come back, and nothing is let through. */
export async function orUnavailable<Value>(
  { log }: { readonly log: Logger },
  asked: Promise<Value>,
): Promise<Value> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Problem) throw error
    log.error({ err: error }, 'asking the store')
    throw new Problem('service-unavailable')
  }
}
