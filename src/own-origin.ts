import type { IncomingMessage } from 'node:http'
import type { Config } from './config.ts'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * True when a request was made by a page of this service. PUBLIC_URL says where that is; without it
 * only the loopback names count, since the Host header is whatever the caller wrote.
 */
export function isFromOwnPage(
  { headers, socket }: IncomingMessage,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    return false
  }
  if (publicUrl !== undefined) return origin === publicUrl
  const own = LOOPBACK_NAMES.map((name) => `${name}:${socket.localPort}`)
  return host !== undefined && own.includes(host) && origin === `http://${host}`
}
