import { and, asc, getTableColumns, gte, lt, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { assistanceOffices, completeTables } from '../../schema/assistance.ts'
import { issuedDocuments } from '../../schema/issued-documents.ts'
import {
  ageLimits,
  destinationRules,
  documentRequirements,
  feeRules,
} from '../../schema/placement-rules.ts'
import { foreignPartners, jobOrders, recruitmentPermits } from '../../schema/recruitment.ts'
import type { RuleRows } from '../domain/rule-tables/rule-tables.ts'
import type { Database } from './database.ts'

/** The kind of log entry that tells of a change to each table. */
export const RULE_ROW_KINDS = {
  destinations: 'destination_rules',
  ageLimits: 'age_limits',
  documentRequirements: 'document_requirements',
  feeRules: 'fee_rules',
  foreignPartners: 'foreign_partners',
  recruitmentPermits: 'recruitment_permits',
  jobOrders: 'job_orders',
  issuedDocuments: 'issued_documents',
  completeTables: 'complete_tables',
  offices: 'assistance_offices',
} as const satisfies Record<keyof RuleRows, string>

type Read = {
  [Table in keyof RuleRows]: (database: Database, where: Where) => Promise<RuleRows[Table]>
}
type Where = (table: { entry: PgColumn; supersededBy: PgColumn }) => SQL | undefined

/**
 * The rows recorded or superseded by the entries from `from` to before `to`, superseded rows
 * included; of every table, or of those in `tables`.
 */
export async function loadRuleRows(
  database: Database,
  from: number,
  to: number,
  tables = Object.keys(RULE_ROW_KINDS) as readonly (keyof RuleRows)[],
): Promise<Partial<RuleRows>> {
  const where: Where = ({ entry, supersededBy }) =>
    and(lt(entry, to), from === 0 ? undefined : or(gte(entry, from), gte(supersededBy, from)))
  const read = await Promise.all(
    tables.map(async (table) => [table, await READ[table](database, where)] as const),
  )
  return Object.fromEntries(read)
}

// What only finding a row, or proving it, needs stays in the store.
const { normalised: _permit, ...recruitmentPermitColumns } = getTableColumns(recruitmentPermits)
const { normalised: _order, ...jobOrderColumns } = getTableColumns(jobOrders)
const {
  normalised: _number,
  numberSalt: _numberSalt,
  holderSalt: _holderSalt,
  ...issuedDocumentColumns
} = getTableColumns(issuedDocuments)

const READ: Read = {
  destinations: ({ db }, where) =>
    db
      .select()
      .from(destinationRules)
      .where(where(destinationRules))
      .orderBy(asc(destinationRules.entry)),
  ageLimits: ({ db }, where) =>
    db.select().from(ageLimits).where(where(ageLimits)).orderBy(asc(ageLimits.entry)),
  documentRequirements: ({ db }, where) =>
    db
      .select()
      .from(documentRequirements)
      .where(where(documentRequirements))
      .orderBy(asc(documentRequirements.entry)),
  feeRules: async ({ db }, where) => {
    const rows = await db
      .select()
      .from(feeRules)
      .where(where(feeRules))
      .orderBy(asc(feeRules.entry))
    return rows.map(({ maxAmount, maxCurrency, ...row }) => ({
      ...row,
      max:
        maxAmount === null || maxCurrency === null
          ? 'none'
          : { amount: maxAmount, currency: maxCurrency },
    }))
  },
  foreignPartners: ({ db }, where) =>
    db
      .select()
      .from(foreignPartners)
      .where(where(foreignPartners))
      .orderBy(asc(foreignPartners.entry)),
  recruitmentPermits: ({ db }, where) =>
    db
      .select(recruitmentPermitColumns)
      .from(recruitmentPermits)
      .where(where(recruitmentPermits))
      .orderBy(asc(recruitmentPermits.entry)),
  jobOrders: ({ db }, where) =>
    db
      .select(jobOrderColumns)
      .from(jobOrders)
      .where(where(jobOrders))
      .orderBy(asc(jobOrders.entry)),
  issuedDocuments: ({ db }, where) =>
    db
      .select(issuedDocumentColumns)
      .from(issuedDocuments)
      .where(where(issuedDocuments))
      .orderBy(asc(issuedDocuments.entry)),
  completeTables: ({ db }, where) =>
    db
      .select()
      .from(completeTables)
      .where(where(completeTables))
      .orderBy(asc(completeTables.entry)),
  offices: ({ db }, where) =>
    db
      .select()
      .from(assistanceOffices)
      .where(where(assistanceOffices))
      .orderBy(asc(assistanceOffices.entry)),
}
