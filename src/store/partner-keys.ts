import { KEY_SCOPES, type KeyScope, type PartnerKey } from '../domain/partner-key.ts'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import { auditInsert } from './audit.ts'
import type { Database } from './database.ts'

/** A key as it is kept: what came of it, and the hash of its secret. */
export interface KeptKey extends PartnerKey {
  readonly secretHash: Buffer
  readonly createdAt: Date
  readonly createdBy: string
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
}

export type KeyToKeep = Omit<KeptKey, 'revokedAt' | 'lastUsedAt'>

const MOST_KEYS_LISTED = 10_000
const EXCLUSION_VIOLATION = '23P01'

/** The keys that may be used at an instant. */
export async function listLiveKeys({ sql }: Database, at: Date): Promise<KeptKey[]> {
  const rows = await sql`select ${columns(sql)} from partner_keys
    where revoked_at is null and expires_at > ${at.toISOString()}::timestamptz
    limit ${MOST_KEYS_LISTED}`
  return rows.map(keyOf)
}

/** Every key there ever was, the newest first. */
export async function listKeys({ sql }: Database): Promise<KeptKey[]> {
  const rows = await sql`select ${columns(sql)} from partner_keys
    order by created_at desc, id limit ${MOST_KEYS_LISTED}`
  return rows.map(keyOf)
}

export async function findKey({ sql }: Database, id: string): Promise<KeptKey | undefined> {
  const [row] = await sql`select ${columns(sql)} from partner_keys where id = ${id}`
  return row && keyOf(row)
}

/** Keeps a key. False when its partner has two live keys of the same scopes already. */
export async function insertKey(
  { sql }: Database,
  key: KeyToKeep,
  event: AuditEvent,
): Promise<boolean> {
  const now = key.createdAt.toISOString()
  return whenFree(
    () => sql`with made as (
        insert into partner_keys (id, secret_hash, partner, scopes, is_test, country, region,
          quota_per_minute, created_at, created_by, expires_at, slot)
        select ${key.id}, ${key.secretHash.toString('hex')}, ${key.partner}, ${scopesText(key)},
          ${key.isTest}, ${key.place?.country ?? null}, ${key.place?.region ?? null},
          ${key.quotaPerMinute}, ${now}::timestamptz, ${key.createdBy},
          ${key.expiresAt.toISOString()}::timestamptz, slot
        from (values (1), (2)) free (slot)
        where not exists (
          select from partner_keys k
          where k.partner = ${key.partner} and k.scopes = ${scopesText(key)}
            and k.is_test = ${key.isTest} and k.slot = free.slot
            and least(k.revoked_at, k.expires_at) > ${now}::timestamptz)
        order by slot limit 1
        returning 1
      ), told as (${auditInsert(sql, event, sql`made`)})
      select from made`,
  )
}

/** Keeps a second key like a live one and lets that one end, in one statement. False as for `insertKey`. */
export async function replaceKey(
  { sql }: Database,
  oldId: string,
  endsAt: Date,
  key: Pick<KeyToKeep, 'id' | 'secretHash' | 'createdAt' | 'createdBy' | 'expiresAt'>,
  event: AuditEvent,
): Promise<boolean> {
  const now = key.createdAt.toISOString()
  return whenFree(
    () => sql`with made as (
        insert into partner_keys (id, secret_hash, partner, scopes, is_test, country, region,
          quota_per_minute, created_at, created_by, expires_at, slot)
        select ${key.id}, ${key.secretHash.toString('hex')}, old.partner, old.scopes, old.is_test,
          old.country, old.region, old.quota_per_minute, ${now}::timestamptz, ${key.createdBy},
          ${key.expiresAt.toISOString()}::timestamptz, 3 - old.slot
        from partner_keys old
        where old.id = ${oldId} and least(old.revoked_at, old.expires_at) > ${now}::timestamptz
          and not exists (
            select from partner_keys k
            where k.partner = old.partner and k.scopes = old.scopes and k.is_test = old.is_test
              and k.slot = 3 - old.slot
              and least(k.revoked_at, k.expires_at) > ${now}::timestamptz)
        returning 1
      ), ended as (
        update partner_keys set expires_at = least(expires_at, ${endsAt.toISOString()}::timestamptz)
        where id = ${oldId} and exists (select from made)
      ), told as (${auditInsert(sql, event, sql`made`)})
      select from made`,
  )
}

/** Ends a key at once. False when it had been revoked before, or never was. */
export async function revokeKey(
  { sql }: Database,
  id: string,
  at: Date,
  by: string,
  event: AuditEvent,
): Promise<boolean> {
  const revoked = await sql`with ended as (
      update partner_keys
      set revoked_at = greatest(created_at, ${at.toISOString()}::timestamptz), revoked_by = ${by}
      where id = ${id} and revoked_at is null
      returning 1
    ), told as (${auditInsert(sql, event, sql`ended`)})
    select from ended`
  return revoked.count === 1
}

/** True when a row was written. Tried again once: another key may have taken the same free slot. */
async function whenFree(
  insert: () => PromiseLike<{ readonly count: number }>,
  isLastTry = false,
): Promise<boolean> {
  try {
    return (await insert()).count === 1
  } catch (error) {
    if ((error as { code?: string }).code !== EXCLUSION_VIOLATION) throw error
    return isLastTry ? false : whenFree(insert, true)
  }
}

function columns(sql: Database['sql']) {
  return sql`id, secret_hash, partner, scopes, is_test, country, region, quota_per_minute,
    created_at::text, created_by, expires_at::text, revoked_at::text, last_used_at::text`
}

function scopesText({ scopes }: Pick<PartnerKey, 'scopes'>): string {
  return KEY_SCOPES.filter((scope) => scopes.includes(scope)).join(' ')
}

const instantOrNull = (text: unknown) => (text === null ? null : new Date(String(text)))

function keyOf(row: Record<string, unknown>): KeptKey {
  return {
    id: String(row.id),
    secretHash: Buffer.from(String(row.secret_hash), 'hex'),
    partner: String(row.partner),
    scopes: String(row.scopes).split(' ') as KeyScope[],
    isTest: row.is_test === true,
    place:
      row.country === null
        ? null
        : { country: String(row.country), region: row.region as string | null },
    quotaPerMinute: Number(row.quota_per_minute),
    createdAt: new Date(String(row.created_at)),
    createdBy: String(row.created_by),
    expiresAt: new Date(String(row.expires_at)),
    revokedAt: instantOrNull(row.revoked_at),
    lastUsedAt: instantOrNull(row.last_used_at),
  }
}
