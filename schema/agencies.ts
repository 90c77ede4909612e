import { sql } from 'drizzle-orm'
import { bigint, char, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { factColumns } from './fact-columns.ts'
import { agencyKind, contactKind, nameKind } from './words.ts'

export const agencies = pgTable('agencies', {
  id: text().primaryKey(),
  entry: bigint({ mode: 'number' }).notNull(),
  country: char({ length: 2 }).notNull(),
  kind: agencyKind().notNull(),
  regionCode: text(),
})

const agencyId = () => text().notNull()

export const agencyNames = pgTable(
  'agency_names',
  {
    ...factColumns,
    id: text().notNull(),
    agencyId: agencyId(),
    kind: nameKind().notNull(),
    name: text().notNull(),
  },
  (table) => [index('agency_names_agency').on(table.agencyId)],
)

export const agencyIdentifiers = pgTable(
  'agency_identifiers',
  {
    ...factColumns,
    agencyId: agencyId(),
    kind: text().notNull(),
    printed: text().notNull(),
    normalised: text().notNull(),
  },
  (table) => [
    index('agency_identifiers_agency').on(table.agencyId),
    uniqueIndex('agency_identifiers_unique')
      .on(table.kind, table.normalised)
      .where(sql`superseded_by is null`),
  ],
)

export const agencyContacts = pgTable(
  'agency_contacts',
  {
    ...factColumns,
    agencyId: agencyId(),
    branchId: text(),
    kind: contactKind().notNull(),
    value: text().notNull(),
    normalised: text().notNull(),
  },
  (table) => [index('agency_contacts_agency').on(table.agencyId)],
)

/** A branch office. Its day of opening is `effective_on`, its last day open `last_day`. */
export const branches = pgTable(
  'branches',
  {
    ...factColumns,
    id: text().notNull(),
    agencyId: agencyId(),
    regionCode: text().notNull(),
    name: text(),
    address: text(),
  },
  (table) => [
    index('branches_agency').on(table.agencyId),
    uniqueIndex('branches_unique').on(table.id).where(sql`superseded_by is null`),
  ],
)

/** Field officers named by letter. A person's name: never in the log, never in an answer. */
export const representatives = pgTable(
  'representatives',
  {
    ...factColumns,
    id: text().notNull(),
    agencyId: agencyId(),
    name: text().notNull(),
    /** Salt of the name's commitment in the log; erased with the name. */
    nameSalt: text().notNull(),
    letterNumber: text(),
  },
  (table) => [
    index('representatives_agency').on(table.agencyId),
    uniqueIndex('representatives_unique').on(table.id).where(sql`superseded_by is null`),
  ],
)

export const authorisedDestinations = pgTable(
  'authorised_destinations',
  { ...factColumns, agencyId: agencyId(), destination: text().notNull(), scheme: text() },
  (table) => [index('authorised_destinations_agency').on(table.agencyId)],
)

/** A duplicate and the agency that answers for it. Split again by retracting the merge. */
export const agencyMerges = pgTable(
  'agency_merges',
  {
    ...factColumns,
    agencyId: agencyId(),
    keptId: text()
      .notNull()
      .references(() => agencies.id),
  },
  (table) => [
    uniqueIndex('agency_merges_unique').on(table.agencyId).where(sql`superseded_by is null`),
    index('agency_merges_kept').on(table.keptId),
    check('agency_merges_two', sql`agency_id <> kept_id`),
  ],
)
