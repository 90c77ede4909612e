import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Which subject an Idempotency-Key led to being recorded. Forgotten after a day. */
export const recordIdempotency = pgTable(
  'record_idempotency',
  {
    keyHash: text().primaryKey(),
    bodyHash: text().notNull(),
    subject: text().notNull(),
    usedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('record_idempotency_used_at').on(table.usedAt)],
)
