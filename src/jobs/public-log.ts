import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readFileIfThere } from './whole-file.ts'

const MILLISECONDS_A_REQUEST = 30_000
const MOST_TRIES = 10
const MOST_BYTES = 32 * 1024 * 1024

/** The files of a published log, by their path below its address; undefined for what is not there. */
export type PublicLog = (path: string) => Promise<Uint8Array | undefined>

/** A log at an address, `/v1/log` unless it names a path, or in a folder. */
export function openPublicLog(from: string): PublicLog {
  if (!/^https?:\/\//.test(from)) {
    return async (path) => readFileIfThere(join(from, ...path.split('/')))
  }
  const base = new URL(from)
  const prefix = base.pathname === '/' ? '/v1/log' : base.pathname.replace(/\/$/, '')
  return (path) => fetched(new URL(`${prefix}/${path}`, base))
}

async function fetched(url: URL): Promise<Uint8Array | undefined> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, { signal: AbortSignal.timeout(MILLISECONDS_A_REQUEST) })
    if (response.status === 404) return undefined
    if (response.ok) return bounded(response, url)
    if (response.status !== 429 || tries === MOST_TRIES) {
      throw new Error(`${url} answered ${response.status}`)
    }
    await pause(Math.min(Number(response.headers.get('retry-after')) || 1, 120) * 1000)
  }
}

async function bounded(response: Response, url: URL): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > MOST_BYTES) throw new Error(`${url} answered more than ${MOST_BYTES} bytes`)
  }
  return Buffer.concat(parts)
}
