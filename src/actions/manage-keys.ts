import type { Dependencies } from '../dependencies.ts'
import type { Bilingual } from '../domain/bilingual.ts'
import { type KeyScope, keyStateAt } from '../domain/partner-key.ts'
import { type Actor, auditEvent } from '../domain/people/audit-event.ts'
import { EVERYWHERE, mayDo, type Person, type Place } from '../domain/people/person.ts'
import { newKeyText } from '../key-text.ts'
import {
  findKey,
  insertKey,
  type KeptKey,
  listKeys,
  replaceKey,
  revokeKey,
} from '../store/partner-keys.ts'

type KeyDependencies = Pick<Dependencies, 'database' | 'clock' | 'keys'>

const MILLISECONDS_A_DAY = 86_400_000
export const USUAL_QUOTA = 600
/** So many days the first of two keys may still be used after the second was issued. */
export const USUAL_OVERLAP_DAYS = 7

export interface KeyOrder {
  readonly partner: string
  readonly scopes: readonly KeyScope[]
  readonly place: Place | null
  readonly quotaPerMinute: number
  readonly days: number
  readonly isTest: boolean
}

export const KEY_REFUSALS = {
  two_live_keys: {
    id: 'Pemegang ini sudah mempunyai dua kunci berlaku dengan cakupan yang sama: cabut satu dahulu.',
    en: 'This holder has two live keys of the same scopes already: revoke one first.',
  },
  not_found: { id: 'Tidak ada kunci dengan id ini.', en: 'No key has this id.' },
  not_live: {
    id: 'Kunci ini sudah berakhir atau dicabut.',
    en: 'This key is expired or revoked.',
  },
} as const satisfies Record<string, Bilingual>
export type KeyRefusal = keyof typeof KEY_REFUSALS

/** `text` is the key itself: shown once and kept nowhere. */
export type IssuedKey = { readonly key: KeptKey; readonly text: string }

/** The keys that a person may manage, the newest first. */
export async function managedKeys(
  { database }: Pick<KeyDependencies, 'database'>,
  person: Person,
): Promise<KeptKey[]> {
  const keys = await listKeys(database)
  return keys.filter(({ place }) => mayDo(person, 'manage_keys', place ?? EVERYWHERE))
}

export async function issueKey(
  dependencies: KeyDependencies,
  { days, ...order }: KeyOrder,
  by: Actor,
): Promise<IssuedKey | { readonly refused: KeyRefusal }> {
  const { text, id, secretHash } = newKeyText(order.isTest)
  const createdAt = dependencies.clock.now()
  const key = {
    ...order,
    id,
    secretHash,
    createdAt,
    createdBy: nameOf(by),
    expiresAt: after(createdAt, days),
  }
  const event = auditEvent(by, 'key.issued', id, {
    ...(key.place !== null && { place: key.place }),
    detail: { partner: key.partner, scopes: key.scopes.join(' '), test: key.isTest },
  })
  if (!(await insertKey(dependencies.database, key, event))) return { refused: 'two_live_keys' }
  dependencies.keys.forget()
  return { text, key: { ...key, revokedAt: null, lastUsedAt: null } }
}

/** Issues a second key like the first, which ends after the overlap. */
export async function rotateKey(
  dependencies: KeyDependencies,
  id: string,
  { days, overlapDays }: { readonly days: number; readonly overlapDays: number },
  by: Actor,
): Promise<(IssuedKey & { readonly oldEndsAt: Date }) | { readonly refused: KeyRefusal }> {
  const { database, clock, keys } = dependencies
  const old = await findKey(database, id)
  if (old === undefined) return { refused: 'not_found' }
  const createdAt = clock.now()
  if (keyStateAt(createdAt, old) !== 'live') return { refused: 'not_live' }
  const { text, ...made } = newKeyText(old.isTest)
  const key = {
    ...old,
    ...made,
    createdAt,
    createdBy: nameOf(by),
    expiresAt: after(createdAt, days),
  }
  const oldEndsAt = new Date(
    Math.min(old.expiresAt.getTime(), after(createdAt, overlapDays).getTime()),
  )
  const event = auditEvent(by, 'key.rotated', id, { detail: { replaced_by: key.id } })
  if (!(await replaceKey(database, id, oldEndsAt, key, event))) return { refused: 'two_live_keys' }
  keys.forget()
  return { text, key: { ...key, lastUsedAt: null }, oldEndsAt }
}

/** Undefined when it is done: the key is dead here at once, and everywhere within two seconds. */
export async function endKey(
  { database, clock, keys }: KeyDependencies,
  id: string,
  by: Actor,
): Promise<{ readonly refused: KeyRefusal } | undefined> {
  const event = auditEvent(by, 'key.revoked', id)
  const isRevoked = await revokeKey(database, id, clock.now(), nameOf(by), event)
  keys.forget()
  if (isRevoked) return undefined
  return { refused: (await findKey(database, id)) === undefined ? 'not_found' : 'not_live' }
}

const nameOf = ({ id, kind }: Actor): string => id ?? kind

function after(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * MILLISECONDS_A_DAY)
}
