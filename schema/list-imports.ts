import {
  bigint,
  boolean,
  char,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { agencyKind, importState, proposalDecision, rowDecision } from './words.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = () => timestamp({ withTimezone: true, mode: 'string' })

/**
 * An authority's list on its way into the register, or what takes a published one back. How far the
 * work is stands here and not in a process, so that it outlives one and every browser sees the same.
 */
export const listImports = pgTable(
  'list_imports',
  {
    id: text().primaryKey(),
    sourceId: text().notNull(),
    asOf: date().$type<CalendarDate>().notNull(),
    retrievedOn: date().$type<CalendarDate>().notNull(),
    country: char({ length: 2 }).notNull(),
    kind: agencyKind().notNull(),
    /** Headings chosen by hand, by column. */
    columns: jsonb().notNull(),
    sheet: text(),
    acceptMissing: boolean().notNull(),
    fileName: text().notNull(),
    fileBytes: integer().notNull(),
    sha256: text().notNull(),
    /** The published import that this one takes back. */
    undoes: text(),
    createdBy: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    state: importState().notNull(),
    step: text(),
    done: integer(),
    total: integer(),
    beatAt: moment(),
    problem: jsonb(),
    file: jsonb(),
    comparison: jsonb(),
    needsComparing: boolean().notNull().default(false),
    firstEntry: bigint({ mode: 'number' }),
    entries: integer(),
    publishedAt: moment(),
  },
  (table) => [
    index('list_imports_created_at').on(table.createdAt, table.id),
    index('list_imports_source').on(table.sourceId, table.createdAt),
    index('list_imports_undoes').on(table.undoes),
  ],
)

const importId = () =>
  text()
    .notNull()
    .references(() => listImports.id)

/** The file as it came, until the import is published or withdrawn; the log keeps its digest. */
export const listImportFiles = pgTable('list_import_files', {
  importId: importId().primaryKey(),
  content: bytes().notNull(),
})

/** What the last comparison found. */
export const listImportRows = pgTable(
  'list_import_rows',
  {
    importId: importId(),
    position: integer().notNull(),
    line: integer(),
    class: text().notNull(),
    agencyId: text(),
    name: text().notNull(),
    number: text(),
    needsLook: boolean().notNull(),
    isHeld: boolean().notNull(),
    changes: jsonb().notNull(),
    dirt: jsonb().notNull(),
    findings: jsonb().notNull(),
    conflict: jsonb(),
    duplicateOf: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.position] }),
    index('list_import_rows_line').on(table.importId, table.line),
  ],
)

/** What people decided about single rows. */
export const listImportDecisions = pgTable(
  'list_import_decisions',
  {
    importId: importId(),
    line: integer().notNull(),
    decision: rowDecision().notNull(),
    agencyId: text(),
    decidedBy: text().notNull(),
    decidedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.line] })],
)

/** Each time that an import was put before a second person, and what came of it. */
export const listImportRounds = pgTable(
  'list_import_rounds',
  {
    importId: importId(),
    round: integer().notNull(),
    proposedBy: text().notNull(),
    proposedAt: moment().notNull(),
    reason: text(),
    /** Of the difference that was proposed: nothing else can be published by this round. */
    digest: text().notNull(),
    decision: proposalDecision(),
    decidedBy: text(),
    decidedAt: moment(),
    decisionReason: text(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.round] })],
)
