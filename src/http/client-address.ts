import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'
import type { AddressBlocks, Config } from '../config.ts'

/**
 * The address to count a request against: the socket's peer, or behind trusted proxies the
 * right-most hop of X-Forwarded-For that is not one of them. What stands further left is whatever
 * the caller wrote. IPv6 is counted by /64, since one subscriber holds all of it.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: AddressBlocks,
): string {
  const nearest = canonicalAddress(peer ?? '') ?? 'unknown'
  if (trusted.isEmpty || nearest === 'unknown' || !trusted.has(nearest)) return grouped(nearest)
  let client = nearest
  for (const hop of (forwardedFor ?? '').split(',').toReversed()) {
    const address = canonicalAddress(hop.trim())
    // A hop that is no address was written by someone we do not trust: count the proxy instead.
    if (address === undefined) break
    client = address
    if (!trusted.has(address)) break
  }
  return grouped(client)
}

/** `clientAddress` of a request. */
export function addressOf(
  { socket, headers }: IncomingMessage,
  { trustedProxies }: Pick<Config, 'trustedProxies'>,
): string {
  const forwardedFor = headers['x-forwarded-for']
  return clientAddress(
    socket.remoteAddress,
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustedProxies,
  )
}

const MAPPED_IPV4 = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$/

/** The one way to write an address: no zone, no port, IPv4 as IPv4. Undefined when it is none. */
function canonicalAddress(text: string): string | undefined {
  if (isIP(text) === 4) return text
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? []
  const [, withPort] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text) ?? []
  if (withPort !== undefined) return isIP(withPort) === 4 ? withPort : undefined
  const [address = ''] = (bracketed ?? text).split('%')
  if (!isIPv6(address)) return undefined
  const compact = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [, dotted, high, low] = MAPPED_IPV4.exec(compact) ?? []
  if (dotted !== undefined) return dotted
  if (high === undefined || low === undefined) return compact
  const [h, l] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return `${h >> 8}.${h & 255}.${l >> 8}.${l & 255}`
}

function grouped(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return `${[...left, ...(tail === undefined ? [] : zeros), ...right].slice(0, 4).join(':')}::/64`
}
