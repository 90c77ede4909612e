import { sql } from 'drizzle-orm'
import { bigint, boolean, check, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What the signer has signed of the registry log. A note is what stands outside: never changed. */
export const logCheckpoint = pgTable(
  'log_checkpoint',
  {
    size: bigint({ mode: 'number' }).primaryKey(),
    note: text().notNull(),
    /** The keys that verify the note, one a line. */
    verifierKeys: text().notNull(),
    signedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  () => [check('log_checkpoint_size', sql`size >= 0`)],
)

/** Holds recording while the log is not the one that was published. At most one row. */
export const registryHold = pgTable(
  'registry_hold',
  {
    one: boolean().primaryKey().default(true),
    reason: text().notNull(),
    heldAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  () => [check('registry_hold_one', sql`one`)],
)
