import { sql } from 'drizzle-orm'
import { check, date, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { ruleColumns, ruleConstraints } from './rule-columns.ts'
import { documentType } from './words.ts'

/**
 * Letters that offices issued. Number and holder stand in the log as salted commitments only; the
 * holder is known by a keyed hash even here.
 */
export const issuedDocuments = pgTable(
  'issued_documents',
  {
    ...ruleColumns,
    documentType: documentType().notNull(),
    number: text().notNull(),
    normalised: text().notNull(),
    /** Salt of the number's commitment in the log; erased with the number. */
    numberSalt: text().notNull(),
    issuerRegion: text().notNull(),
    issuedOn: date().$type<CalendarDate>().notNull(),
    holderHash: text(),
    holderSalt: text(),
    withdrawnOn: date().$type<CalendarDate>(),
  },
  (table) => [
    ...ruleConstraints('issued_documents', table),
    // An office's letter book begins anew every year.
    uniqueIndex('issued_documents_number_unique')
      .on(
        table.documentType,
        table.issuerRegion,
        table.normalised,
        sql`extract(year from issued_on)`,
      )
      .where(sql`superseded_by is null`),
    check('issued_documents_number', sql`normalised <> ''`),
    check(
      'issued_documents_region',
      sql`issuer_region ~ '^[0-9]{2}([.][0-9]{2}){0,2}([.][0-9]{4})?$'`,
    ),
    check('issued_documents_holder', sql`(holder_hash is null) = (holder_salt is null)`),
    check('issued_documents_withdrawn', sql`withdrawn_on >= issued_on`),
    // Their numbers are a person's own and are never kept.
    check(
      'issued_documents_no_personal_number',
      sql`document_type not in ('passport', 'identity_card', 'family_card', 'social_security', 'health_insurance', 'worker_card')`,
    ),
  ],
)
