import { sql } from 'drizzle-orm'
import { bigint, check, index, json, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { proposalDecision } from './words.ts'

/**
 * What one person wants recorded and a second one must look at. Only ever added to, so that who
 * asked for what can be read for ever. Private columns of a fact stand here as they do beside it.
 */
export const proposals = pgTable(
  'proposals',
  {
    id: text().primaryKey(),
    /** The subject of the changes, as their log entries name it. */
    subject: text().notNull(),
    kind: text().notNull(),
    proposedBy: text().notNull(),
    proposedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    /** What was sent, to be judged anew where the record has changed since. */
    request: json().notNull(),
    changes: jsonb().notNull(),
    /** Subjects with their last entries as they stood then. */
    expect: jsonb().notNull(),
    reason: text(),
    placeCountry: text(),
    placeRegion: text(),
    /** The proposal that this one takes the place of. */
    renews: text(),
  },
  (table) => [
    index('proposals_subject').on(table.subject),
    index('proposals_proposed_at').on(table.proposedAt, table.id),
    check('proposals_changes', sql`jsonb_array_length(changes) > 0`),
  ],
)

/** One decision a proposal, for ever. */
export const proposalDecisions = pgTable('proposal_decisions', {
  proposalId: text()
    .primaryKey()
    .references(() => proposals.id),
  decision: proposalDecision().notNull(),
  decidedBy: text().notNull(),
  decidedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  reason: text(),
  /** The first log entry of what was approved. */
  firstEntry: bigint({ mode: 'number' }),
})

/** What a request with an Idempotency-Key led to, so that its repetition does nothing again. */
export const recordingKeys = pgTable(
  'recording_keys',
  {
    keyHash: text().primaryKey(),
    bodyHash: text().notNull(),
    usedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    outcome: json().notNull(),
    firstEntry: bigint({ mode: 'number' }),
  },
  (table) => [index('recording_keys_used_at').on(table.usedAt)],
)
