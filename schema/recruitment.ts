import { sql } from 'drizzle-orm'
import { char, check, date, index, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { LISTED_EFFECTS } from '../src/domain/change-rules.ts'
import { agencies } from './agencies.ts'
import { ruleColumns, ruleConstraints } from './rule-columns.ts'
import { employerType, renewal, sector } from './words.ts'

export const listedEffect = pgEnum('listed_effect', LISTED_EFFECTS)

const agencyId = () =>
  text()
    .notNull()
    .references(() => agencies.id)

/** Partners and employers abroad that an attaché's list names, with what the listing does. */
export const foreignPartners = pgTable(
  'foreign_partners',
  {
    ...ruleColumns,
    name: text().notNull(),
    country: char({ length: 2 }).notNull(),
    listedEffect: listedEffect().notNull(),
  },
  (table) => [
    ...ruleConstraints('foreign_partners', table),
    index('foreign_partners_country').on(table.country),
  ],
)

/** SIP2MI. One number is in force for one permit at a time: see the exclusion in the migration. */
export const recruitmentPermits = pgTable(
  'recruitment_permits',
  {
    ...ruleColumns,
    number: text().notNull(),
    normalised: text().notNull(),
    agencyId: agencyId(),
    destination: char({ length: 2 }).notNull(),
    position: text(),
    sector: sector(),
    renewal: renewal().notNull(),
    revokedOn: date().$type<CalendarDate>(),
  },
  (table) => [
    ...ruleConstraints('recruitment_permits', table),
    index('recruitment_permits_agency').on(table.agencyId),
    check('recruitment_permits_number', sql`normalised <> ''`),
    check('recruitment_permits_revoked', sql`revoked_on >= valid_from`),
  ],
)

/** More used than the quota is recorded as it was read: it is a finding, not a mistake to refuse. */
export const jobOrders = pgTable(
  'job_orders',
  {
    ...ruleColumns,
    number: text().notNull(),
    normalised: text().notNull(),
    permitNumber: text().notNull(),
    agencyId: agencyId(),
    destination: char({ length: 2 }).notNull(),
    position: text(),
    sector: sector(),
    employerName: text(),
    employerType: employerType(),
    partnerName: text(),
    verifyingMission: text(),
    verifiedOn: date().$type<CalendarDate>(),
    quota: integer().notNull(),
    used: integer().notNull(),
    syncedOn: date().$type<CalendarDate>(),
  },
  (table) => [
    ...ruleConstraints('job_orders', table),
    index('job_orders_agency').on(table.agencyId),
    check('job_orders_number', sql`normalised <> ''`),
    check('job_orders_quota', sql`quota >= 0`),
    check('job_orders_used', sql`used >= 0`),
  ],
)
