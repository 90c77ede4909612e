import { sql } from 'drizzle-orm'
import { bigint, char, check, index, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import type { Bilingual } from '../src/domain/bilingual.ts'
import { ruleColumns, ruleConstraints } from './rule-columns.ts'
import {
  destinationRule,
  documentType,
  employerType,
  payee,
  requirement,
  scheme,
  sector,
  sex,
} from './words.ts'

/** What is open, closed, restricted or contested. A column that is null limits the row to nothing. */
export const destinationRules = pgTable(
  'destination_rules',
  {
    ...ruleColumns,
    destination: char({ length: 2 }).notNull(),
    scheme: scheme(),
    sector: sector(),
    employerType: employerType(),
    rule: destinationRule().notNull(),
    channelException: text(),
    doubt: jsonb().$type<Bilingual>(),
  },
  (table) => [
    ...ruleConstraints('destination_rules', table),
    index('destination_rules_destination').on(table.destination),
    check('destination_rules_doubt', sql`doubt is null or doubt ?& array['id', 'en']`),
    check('destination_rules_place', sql`destination ~ '^[A-Z]{2}$'`),
  ],
)

/** Completed years on the day of departure, both inclusive. */
export const ageLimits = pgTable(
  'age_limits',
  {
    ...ruleColumns,
    destination: char({ length: 2 }),
    scheme: scheme(),
    sector: sector(),
    sex: sex(),
    min: smallint(),
    max: smallint(),
  },
  (table) => [
    ...ruleConstraints('age_limits', table),
    check('age_limits_says_something', sql`min is not null or max is not null`),
    check('age_limits_years', sql`min between 0 and 120 and max between 0 and 120 and min <= max`),
  ],
)

export const documentRequirements = pgTable(
  'document_requirements',
  {
    ...ruleColumns,
    scheme: scheme(),
    destination: char({ length: 2 }),
    documentType: documentType().notNull(),
    requirement: requirement().notNull(),
    passportMonths: smallint(),
  },
  (table) => [
    ...ruleConstraints('document_requirements', table),
    check(
      'document_requirements_months',
      sql`passport_months is null or (document_type = 'passport' and passport_months >= 0)`,
    ),
  ],
)

/** The most that may be asked, in whole units; nothing may be asked where the amount is null. */
export const feeRules = pgTable(
  'fee_rules',
  {
    ...ruleColumns,
    scheme: scheme(),
    destination: char({ length: 2 }),
    position: text(),
    maxAmount: bigint({ mode: 'number' }),
    maxCurrency: char({ length: 3 }),
    payee: payee(),
  },
  (table) => [
    ...ruleConstraints('fee_rules', table),
    check('fee_rules_amount', sql`max_amount > 0`),
    check('fee_rules_currency', sql`max_currency ~ '^[A-Z]{3}$'`),
    check('fee_rules_money', sql`(max_amount is null) = (max_currency is null)`),
  ],
)
