import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from './config.ts'
import type { RequestContext } from './request-context.ts'

type Settings = Pick<Config, 'publicUrl'>

/** Browsers take `__Host-` over HTTPS only; on plain HTTP, that is a loopback address, it is left out. */
function sessionCookieName({ publicUrl }: Settings): string {
  return isSecure({ publicUrl }) ? '__Host-pastikan' : 'pastikan'
}

export function sessionTokenIn(c: RequestContext, settings: Settings): string | undefined {
  return getCookie(c, sessionCookieName(settings))
}

export function setSessionToken(c: RequestContext, settings: Settings, token: string): void {
  setCookie(c, sessionCookieName(settings), token, attributes(settings))
}

export function clearSessionToken(c: RequestContext, settings: Settings): void {
  deleteCookie(c, sessionCookieName(settings), attributes(settings))
}

function attributes(settings: Settings) {
  return { path: '/', httpOnly: true, secure: isSecure(settings), sameSite: 'Strict' } as const
}

function isSecure({ publicUrl }: Settings): boolean {
  return publicUrl?.startsWith('https:') ?? false
}
