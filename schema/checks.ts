import {
  bigint,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import type { Verdict } from '../src/domain/verdict.ts'

/**
 * One full check, without anybody's name, NIK or document number. Found by the keyed hash of its
 * code: the code itself is nowhere.
 */
export const checks = pgTable(
  'checks',
  {
    codeHash: text().primaryKey(),
    checkedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    /** The day it was in the registry's zone. */
    checkedOn: date().$type<CalendarDate>().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    language: text().notNull(),
    /** How many entries the registry log held. */
    registrySize: bigint({ mode: 'number' }).notNull(),
    agencyId: text(),
    /** The kept question. */
    question: jsonb().notNull(),
    /** The answer as it was given, less the code; not jsonb, which would put its members in another order. */
    answer: json().notNull(),
    registry: jsonb().notNull(),
    notAskedAgain: jsonb().notNull(),
  },
  (table) => [index('checks_checked_at').on(table.checkedAt)],
)

/** Which check an Idempotency-Key led to. The code follows from the seed with the service's key. */
export const checkIdempotency = pgTable(
  'check_idempotency',
  {
    keyHash: text().primaryKey(),
    bodyHash: text().notNull(),
    codeSeed: text().notNull(),
    codeHash: text().notNull(),
    usedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('check_idempotency_used_at').on(table.usedAt)],
)

/** What is left of purged checks: appended at each purge, so the sum of a day and verdict counts. */
export const checkCounts = pgTable(
  'check_counts',
  {
    day: date().$type<CalendarDate>().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    count: integer().notNull(),
  },
  (table) => [index('check_counts_day').on(table.day)],
)
