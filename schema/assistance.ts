import { sql } from 'drizzle-orm'
import { char, check, date, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Bilingual } from '../src/domain/bilingual.ts'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { agencies } from './agencies.ts'
import { ruleColumns, ruleConstraints } from './rule-columns.ts'
import { documentType, keptTable, nextStep, officeKind } from './words.ts'

/** Whom to ask or call. */
export const assistanceOffices = pgTable(
  'assistance_offices',
  {
    ...ruleColumns,
    kind: officeKind().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    contact: text().notNull(),
    regionCode: text(),
    step: nextStep(),
    verifiedOn: date().$type<CalendarDate>(),
  },
  (table) => [
    ...ruleConstraints('assistance_offices', table),
    check('assistance_offices_name', sql`name ?& array['id', 'en']`),
  ],
)

/** Which tables are complete for whom, so that a row which is missing means something. */
export const completeTables = pgTable(
  'complete_tables',
  {
    ...ruleColumns,
    table: keptTable().notNull(),
    agencyId: text().references(() => agencies.id),
    destination: char({ length: 2 }),
    documentType: documentType(),
    issuerRegion: text(),
  },
  (table) => ruleConstraints('complete_tables', table),
)
