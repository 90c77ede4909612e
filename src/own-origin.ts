import type { IncomingMessage } from 'node:http'
import type { Config } from './config.ts'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

type Settings = Pick<Config, 'publicUrl'>

/**
 * Where this service is, as its own pages see it: PUBLIC_URL, and without it the loopback name that
 * was asked. Any other Host header is only what the caller wrote: then it is undefined.
 */
export function ownOrigin(
  { headers, socket }: IncomingMessage,
  { publicUrl }: Settings,
): string | undefined {
  if (publicUrl !== undefined) return publicUrl
  const isOwn = LOOPBACK_NAMES.some((name) => headers.host === `${name}:${socket.localPort}`)
  return isOwn ? `http://${headers.host}` : undefined
}

/** True when a request was made by a page of this service. */
export function isFromOwnPage(incoming: IncomingMessage, settings: Settings): boolean {
  const { origin, 'sec-fetch-site': site } = incoming.headers
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none'
  return isSameSite && origin !== undefined && origin === ownOrigin(incoming, settings)
}
