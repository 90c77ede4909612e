import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  char,
  customType,
  date,
  index,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import type { SuspensionScope } from '../src/domain/licence.ts'
import { factColumns } from './fact-columns.ts'
import { licenceEventType, licenceKind, listingState, validityBasis } from './words.ts'

const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' })

export const licences = pgTable(
  'licences',
  {
    id: text().primaryKey(),
    entry: bigint({ mode: 'number' }).notNull(),
    agencyId: text().notNull(),
    kind: licenceKind().notNull(),
  },
  (table) => [index('licences_agency').on(table.agencyId)],
)

const licenceId = () => text().notNull()

export const licenceNumbers = pgTable(
  'licence_numbers',
  {
    ...factColumns,
    licenceId: licenceId(),
    country: char({ length: 2 }).notNull(),
    kind: licenceKind().notNull(),
    printed: text().notNull(),
    schema: text().notNull(),
    normalised: text().notNull(),
    nib: text(),
  },
  (table) => [
    index('licence_numbers_licence').on(table.licenceId),
    uniqueIndex('licence_numbers_unique')
      .on(table.country, table.kind, table.schema, table.normalised)
      .where(sql`superseded_by is null`),
  ],
)

export const licenceEvents = pgTable(
  'licence_events',
  {
    ...factColumns,
    id: text().notNull().unique(),
    licenceId: licenceId(),
    type: licenceEventType().notNull(),
    validUntil: date().$type<CalendarDate>(),
    validityBasis: validityBasis(),
    autoRenewing: boolean(),
    scope: jsonb().$type<SuspensionScope>(),
    instrument: text(),
    announcedOn: date().$type<CalendarDate>(),
    lifts: text(),
    corrects: text(),
  },
  (table) => [index('licence_events_licence').on(table.licenceId)],
)

/** From which edition of a source's list on the licence is listed, or missing. */
export const licenceListings = pgTable(
  'licence_listings',
  { ...factColumns, licenceId: licenceId(), state: listingState().notNull() },
  (table) => [index('licence_listings_licence').on(table.licenceId)],
)

/**
 * The terms of each licence, kept by the recording function from its events, so that PostgreSQL can
 * refuse two licences of one kind that overlap for one agency. Not a fact: it can be derived anew.
 */
export const licencePeriods = pgTable(
  'licence_periods',
  {
    licenceId: licenceId(),
    agencyId: text().notNull(),
    kind: licenceKind().notNull(),
    valid: dateRange().notNull(),
  },
  (table) => [index('licence_periods_licence').on(table.licenceId)],
)
