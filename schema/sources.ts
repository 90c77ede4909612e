import { bigint, boolean, date, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { registryLog } from './registry-log.ts'
import { sourceKind } from './words.ts'

export const sources = pgTable('sources', {
  id: text().primaryKey(),
  entry: bigint({ mode: 'number' }).notNull(),
  publisher: text().notNull(),
  title: text().notNull(),
  kind: sourceKind().notNull(),
  instrument: text(),
  issuedOn: date().$type<CalendarDate>(),
  url: text(),
  freshForDays: integer().notNull(),
  demonstration: boolean().notNull(),
})

/** A dated copy of a source. Its file's digest makes a second import of the same file harmless. */
export const sourceEditions = pgTable('source_editions', {
  entry: bigint({ mode: 'number' }).primaryKey(),
  supersededBy: bigint({ mode: 'number' }).references(() => registryLog.idx),
  sourceId: text()
    .notNull()
    .references(() => sources.id),
  asOf: date().$type<CalendarDate>().notNull(),
  retrievedOn: date().$type<CalendarDate>().notNull(),
  rows: integer(),
  sha256: text(),
})
