import type { Bilingual } from './bilingual.ts'
import type { Place } from './people/person.ts'

/** `device`: a kiosk, which asks quick and full checks and nothing else. */
export const KEY_SCOPES = ['checks', 'device', 'issued_documents', 'verify'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** What a key may be told apart by in the counts of its use. */
export const ROUTE_CLASSES = ['lookups', 'checks', 'issued_documents', 'usage', 'other'] as const
export type RouteClass = (typeof ROUTE_CLASSES)[number]

/** A partner's or a device's key, without its secret. */
export interface PartnerKey {
  readonly id: string
  readonly partner: string
  readonly scopes: readonly KeyScope[]
  /** Asks invented registers only. */
  readonly isTest: boolean
  /** Whose letters it may record; null where it records none. */
  readonly place: Place | null
  readonly quotaPerMinute: number
  readonly expiresAt: Date
}

export const kindOfKey = ({ scopes }: Pick<PartnerKey, 'scopes'>): 'partner' | 'device' =>
  scopes.includes('device') ? 'device' : 'partner'

export const KEY_STATES = ['live', 'expired', 'revoked'] as const
export type KeyState = (typeof KEY_STATES)[number]

export function keyStateAt(
  instant: Date,
  { expiresAt, revokedAt }: { readonly expiresAt: Date; readonly revokedAt: Date | null },
): KeyState {
  if (revokedAt !== null) return 'revoked'
  return expiresAt > instant ? 'live' : 'expired'
}

/** The most that a key may be issued for. */
export const KEY_LIMITS = { days: 365, quotaPerMinute: 60_000, overlapDays: 30 } as const

export interface KeyFault {
  readonly field: 'partner' | 'scopes' | 'place'
  readonly says: Bilingual
}

const PARTNER_NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,()&'/-]{0,99}$/u
const COUNTRY = /^[A-Z]{2}$/
const REGION = /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/

/** What keeps a key from being issued as it was ordered. */
export function orderFaults({
  partner,
  scopes,
  place,
}: Pick<PartnerKey, 'partner' | 'scopes' | 'place'>): readonly KeyFault[] {
  const recordsLetters = scopes.includes('issued_documents')
  const faults: (KeyFault | false)[] = [
    !PARTNER_NAME.test(partner) && { field: 'partner', says: PARTNER_NEEDED },
    (scopes.length === 0 || (scopes.includes('device') && new Set(scopes).size > 1)) && {
      field: 'scopes',
      says: DEVICE_ALONE,
    },
    recordsLetters !== (place !== null) && { field: 'place', says: PLACE_OF_LETTERS },
    place !== null &&
      (!COUNTRY.test(place.country ?? '') ||
        (place.region !== null && !REGION.test(place.region))) && {
        field: 'place',
        says: PLACE_SHAPE,
      },
  ]
  return faults.filter((fault) => fault !== false)
}

const PARTNER_NEEDED = {
  id: 'Nama pemegang kunci: 1 sampai 100 huruf atau angka.',
  en: 'The name of its holder: 1 to 100 letters or digits.',
}
const DEVICE_ALONE = {
  id: 'Paling sedikit satu; device berdiri sendiri.',
  en: 'At least one; device stands alone.',
}
const PLACE_OF_LETTERS = {
  id: 'Wilayah wajib untuk issued_documents, dan hanya untuk itu.',
  en: 'A place is needed for issued_documents, and for nothing else.',
}
const PLACE_SHAPE = {
  id: 'Kode negara, dan kode wilayah seperti 32.12.',
  en: 'A country code, and a region code such as 32.12.',
}

/** What a question is counted as, and the scopes of which a key needs one to ask it. */
export interface RouteAccess {
  readonly routeClass: RouteClass
  /** Any scope will do when null. */
  readonly scopes: readonly KeyScope[] | null
}

const LOOKUPS: RouteAccess = { routeClass: 'lookups', scopes: ['verify', 'device'] }
const CHECKS: RouteAccess = { routeClass: 'checks', scopes: ['checks', 'device'] }
const LETTERS: RouteAccess = { routeClass: 'issued_documents', scopes: ['issued_documents'] }
const LETTER_LOOKUPS: RouteAccess = {
  routeClass: 'lookups',
  scopes: ['verify', 'device', 'issued_documents'],
}
const USAGE: RouteAccess = { routeClass: 'usage', scopes: null }
/** People sign in there; a key opens nothing. */
const CLOSED: RouteAccess = { routeClass: 'other', scopes: [] }

const under = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

/** What a key needs at an address. */
export function accessTo(method: string, path: string): RouteAccess {
  if (under(path, '/v1/admin') || under(path, '/konsol')) return CLOSED
  if (under(path, '/v1/usage')) return USAGE
  if (under(path, '/v1/checks') || under(path, '/v1/receipts')) return CHECKS
  if (under(path, '/v1/issued-documents')) return method === 'POST' ? LETTERS : LETTER_LOOKUPS
  return LOOKUPS
}

export function mayAsk({ scopes }: PartnerKey, access: RouteAccess): boolean {
  return access.scopes === null || access.scopes.some((scope) => scopes.includes(scope))
}
