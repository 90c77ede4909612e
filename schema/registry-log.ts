import {
  bigint,
  boolean,
  customType,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * Every change of the registry, numbered without gaps from 0. `body` is canonical JSON without
 * personal data, `leaf` its RFC 6962 leaf hash.
 */
export const registryLog = pgTable(
  'registry_log',
  {
    idx: bigint({ mode: 'number' }).primaryKey(),
    kind: text().notNull(),
    /** The agency or source that the change is about. */
    subject: text().notNull(),
    body: text().notNull(),
    leaf: bytes().notNull(),
    recordedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    recordedBy: text().notNull(),
  },
  (table) => [index('registry_log_subject').on(table.subject, table.idx)],
)

/** One row: how many entries the log holds. Locked by whoever appends. */
export const registryHead = pgTable('registry_head', {
  one: boolean().primaryKey().default(true),
  size: bigint({ mode: 'number' }).notNull(),
  recordedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
})

/**
 * Changes on their way into the log: staged in parts, then applied by one statement. Not logged
 * (see the migration): a server that crashes forgets them, and nothing of them was ever visible.
 */
export const stagedChanges = pgTable(
  'staged_changes',
  {
    batch: text().notNull(),
    n: bigint({ mode: 'number' }).notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    fact: text().notNull(),
    private: jsonb(),
    supersedes: bigint({ mode: 'number' }).array(),
    retracts: boolean().notNull().default(false),
    stagedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [index('staged_changes_batch').on(table.batch, table.kind)],
)
