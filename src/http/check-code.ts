import { z } from '@hono/zod-openapi'
import { checkReference } from '../actions/issue-receipt.ts'
import { findCheckByCode } from '../actions/look-at-check.ts'
import { auditFirst } from '../audit-first.ts'
import type { Dependencies } from '../dependencies.ts'
import { readCheckCode } from '../domain/check-code.ts'
import { Problem } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'
import { sessionOf } from '../signed-in.ts'
import type { KeptCheck } from '../store/checks.ts'
import { addressOf } from './client-address.ts'
import { narrowLimit } from './rate-limit.ts'

export const CodeParamSchema = z.strictObject({
  code: z.string().max(40).openapi({
    description: 'The code that the check gave, with or without hyphens',
    example: '7Q4N-0ZTM-5R2X-K9DB',
  }),
})

const LOOKS_OF_ONE_CODE = 30
const FAILURES_OF_ONE_ADDRESS = 20
const WINDOW_SECONDS = 600
/** A code in the right form that nobody was given: asked for when what came is no code at all. */
const NO_CODE = '0000000000000000'

/** Finds checks by code for every door that takes one, with the limits that make guessing hopeless. */
export function checkFinder(dependencies: Dependencies): CheckFinder {
  const { config } = dependencies
  const isLimited = config.rateLimitPerMinute > 0
  const perCode = narrowLimit(LOOKS_OF_ONE_CODE, WINDOW_SECONDS)
  const perAddress = narrowLimit(FAILURES_OF_ONE_ADDRESS, WINDOW_SECONDS)

  return {
    async find(c, typed) {
      const address = addressOf(c.env.incoming, config)
      const code = readCheckCode(typed) ?? NO_CODE
      const refusal =
        (await perAddress.refusal(address)) ??
        (code === NO_CODE ? undefined : await perCode.spend(code))
      if (isLimited && refusal !== undefined) throw refusal
      const kept = await findCheckByCode(dependencies, code)
      if (kept !== undefined) {
        await noteReading(c, kept)
        return kept
      }
      const spent = await perAddress.spend(address)
      throw isLimited && spent !== undefined ? spent : new Problem('check-not-found')
    },
  }

  // Who reads by their office is written down before the answer; families and kiosks stay unknown.
  async function noteReading(c: RequestContext, kept: KeptCheck): Promise<void> {
    const person = await sessionOf(c, dependencies)
    if (person !== undefined) await auditFirst(c, dependencies, 'check.read', checkReference(kept))
  }
}

export interface CheckFinder {
  /** Throws one Problem for a code that is wrong, expired or none: same body, same path, same query. */
  find(c: RequestContext, typed: string): Promise<KeptCheck>
}
