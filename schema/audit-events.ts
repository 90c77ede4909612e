import { bigint, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { actorKind } from './words.ts'

/** Who did what, when and from where. Append-only, and written before the answer is given. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    actorKind: actorKind().notNull(),
    actorId: text(),
    sessionId: text(),
    address: text(),
    action: text().notNull(),
    subject: text(),
    country: text(),
    region: text(),
    detail: jsonb().notNull(),
    requestId: text(),
  },
  (table) => [
    index('audit_events_actor').on(table.actorId, table.id),
    index('audit_events_subject').on(table.subject, table.id),
    index('audit_events_at').on(table.at),
  ],
)
