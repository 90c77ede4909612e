import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/**
 * Keys of partners and devices, without their secrets. Not facts of the registry: a key is ended
 * and its last use noted where it stands.
 */
export const partnerKeys = pgTable(
  'partner_keys',
  {
    id: text().primaryKey(),
    /** SHA-256 of the secret, hex: it has 190 random bits, so nobody can try them all. */
    secretHash: text().notNull(),
    partner: text().notNull(),
    /** In the order of the alphabet, a space between. */
    scopes: text().notNull(),
    isTest: boolean().notNull(),
    country: char({ length: 2 }),
    region: text(),
    quotaPerMinute: integer().notNull(),
    /** Which of the two places of its partner and scopes it takes. */
    slot: smallint().notNull(),
    createdAt: instant().notNull(),
    createdBy: text().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: text(),
    /** To the minute. */
    lastUsedAt: instant(),
  },
  () => [
    check('partner_keys_slot', sql`slot in (1, 2)`),
    check('partner_keys_hash', sql`secret_hash ~ '^[0-9a-f]{64}$'`),
    check('partner_keys_quota', sql`quota_per_minute > 0`),
    check(
      'partner_keys_year',
      sql`expires_at > created_at and expires_at <= created_at + interval '8784 hours'`,
    ),
    check('partner_keys_revoked', sql`revoked_at >= created_at`),
    check('partner_keys_revoker', sql`(revoked_at is null) = (revoked_by is null)`),
    check('partner_keys_place', sql`region is null or country is not null`),
  ],
)

/** How often a key was used: only counts, nothing of what was asked. */
export const partnerKeyUses = pgTable(
  'partner_key_uses',
  {
    keyId: text()
      .notNull()
      .references(() => partnerKeys.id),
    day: date().$type<CalendarDate>().notNull(),
    routeClass: text().notNull(),
    /** 2 for 200 to 299, and so on. */
    statusClass: smallint().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.keyId, table.day, table.routeClass, table.statusClass] }),
  ],
)
