import type { ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../problem.ts'

const WINDOW_SECONDS = 60

/** Counts a request of an address or a key; a Problem when it has had its share. */
export type RateLimit = (caller: string, outgoing: ServerResponse) => Promise<Problem | undefined>

/** Undefined when there is no limit (0). */
export function perAddressLimit(perMinute: number): RateLimit | undefined {
  return perMinute === 0 ? undefined : perMinuteLimit('default', perMinute)
}

/** Announces itself by its name, as draft-ietf-httpapi-ratelimit-headers-11 does. */
export function perMinuteLimit(name: string, perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS })
  const policy = `"${name}";q=${perMinute};w=${WINDOW_SECONDS}`

  return async (caller, outgoing) => {
    let state: RateLimiterRes
    let refused = false
    try {
      state = await limiter.consume(caller)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      state = error
      refused = true
    }
    const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
    outgoing.setHeader('RateLimit-Policy', policy)
    outgoing.setHeader('RateLimit', `"${name}";r=${state.remainingPoints};t=${seconds}`)
    if (!refused) return undefined
    return new Problem('too-many-requests', { headers: { 'Retry-After': String(seconds) } })
  }
}

export interface NarrowLimit {
  /** Counts one; a Problem when there were too many. */
  spend(key: string): Promise<Problem | undefined>
  /** The Problem while there is nothing left, without counting. */
  refusal(key: string): Promise<Problem | undefined>
}

/** Counts in silence, for limits that are narrower than an address's share. */
export function narrowLimit(points: number, seconds: number): NarrowLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  const tooMany = (state: RateLimiterRes) => {
    const wait = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
    return new Problem('too-many-requests', { headers: { 'Retry-After': String(wait) } })
  }
  return {
    async spend(key) {
      try {
        await limiter.consume(key)
        return undefined
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        return tooMany(error)
      }
    },
    async refusal(key) {
      const state = await limiter.get(key)
      return state !== null && state.consumedPoints > points ? tooMany(state) : undefined
    },
  }
}
