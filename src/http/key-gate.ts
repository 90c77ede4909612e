import type { MiddlewareHandler } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { accessTo, kindOfKey, mayAsk, type PartnerKey } from '../domain/partner-key.ts'
import { readKeyText } from '../key-text.ts'
import { Problem } from '../problem.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { perMinuteLimit, type RateLimit } from './rate-limit.ts'

const BEARER = /^Bearer +(\S+)$/i
const KEY_IN_ADDRESS = /pst_(?:live|test)_/i

/** A key may hold so much of what the service answers at one time: the rest is for everybody else. */
const SHARE_OF_ONE_KEY = 0.25

export interface Admission {
  /** The key that the request counts against; none when it counts against its address. */
  readonly key?: PartnerKey
  readonly refusal?: Problem
}

export interface KeyGate {
  /** Judges what came in the Authorization header. */
  admit(c: RequestContext, path: string): Promise<Admission>
  /** Counts a request that was admitted with a key, once it has its answer. */
  count(key: PartnerKey, c: RequestContext): void
}

export function keyGate({
  config,
  keys,
  keyUses,
}: Pick<Dependencies, 'config' | 'keys' | 'keyUses'>): KeyGate {
  const mostAtOnce = Math.max(1, Math.floor(config.maxInFlight * SHARE_OF_ONE_KEY))
  const inFlight = new Map<string, number>()
  const limits = new Map<string, RateLimit>()

  function limitOf(key: PartnerKey): RateLimit {
    const name = kindOfKey(key)
    const known = limits.get(`${name} ${key.quotaPerMinute}`)
    if (known !== undefined) return known
    const limit = perMinuteLimit(name, key.quotaPerMinute)
    limits.set(`${name} ${key.quotaPerMinute}`, limit)
    return limit
  }

  return {
    async admit(c, path) {
      const { method = '', headers } = c.env.incoming
      const [, text = ''] = BEARER.exec(headers.authorization ?? '') ?? []
      const read = readKeyText(text)
      if (read === undefined) return { refusal: unusableKey() }
      const access = accessTo(method, path)
      const key = await keys.find(read)
      if (key === undefined) {
        // Without the database nobody's key can be told: who only looks up loses no more than a quota.
        return access.routeClass === 'lookups'
          ? {}
          : { refusal: new Problem('service-unavailable') }
      }
      if (key === null) return { refusal: unusableKey() }

      c.set('key', key)
      const atOnce = (inFlight.get(key.id) ?? 0) + 1
      inFlight.set(key.id, atOnce)
      const refusal =
        (await limitOf(key)(key.id, c.env.outgoing)) ??
        (atOnce > mostAtOnce ? tooManyAtOnce() : undefined)
      if (refusal !== undefined) return { key, refusal }
      if (!mayAsk(key, access)) return { key, refusal: new Problem('key-not-allowed') }
      if (key.isTest && config.seed !== 'demonstration' && access.routeClass !== 'usage') {
        return { key, refusal: new Problem('key-not-allowed', { detail: TEST_KEY }) }
      }
      return { key }
    },

    count(key, c) {
      const left = (inFlight.get(key.id) ?? 1) - 1
      if (left === 0) inFlight.delete(key.id)
      else inFlight.set(key.id, left)
      const { routeClass } = accessTo(c.env.incoming.method ?? '', c.req.path)
      keyUses.count(key, routeClass, c.res.status)
    },
  }
}

/** One answer for every key that does not open anything, whatever is wrong with it. */
export function unusableKey(): Problem {
  return new Problem('key-unusable', { headers: { 'WWW-Authenticate': 'Bearer' } })
}

export function holdsKey(address: string): boolean {
  return KEY_IN_ADDRESS.test(address)
}

/** For routes that nobody may use without a key. Whether the key is one for them was judged before. */
export const needsKey: MiddlewareHandler<RequestEnv> = async (c, next) => {
  if (c.get('key') === undefined) throw unusableKey()
  await next()
}

/** Whom to count something against, or whose names never meet another's. */
export function countedAs(c: RequestContext, address: string): string {
  const key = c.get('key')
  return key === undefined ? address : `key:${key.id}`
}

function tooManyAtOnce(): Problem {
  return new Problem('too-many-requests', { headers: { 'Retry-After': '1' } })
}

const TEST_KEY = {
  id: 'Kunci pst_test_ hanya berlaku pada layanan dengan daftar contoh (rekaan).',
  en: 'A pst_test_ key asks only a service that holds the invented demonstration register.',
}
