import type { DocumentType } from '../placement/words.ts'
import { type DatedRow, rowsKnown } from './dated-row.ts'
import type {
  AgeLimit,
  AssistanceOffice,
  CompleteTable,
  DestinationRow,
  DocumentRequirement,
  FeeRule,
  ForeignPartner,
  IssuedDocument,
  JobOrder,
  RecruitmentPermit,
} from './rows.ts'

/**
 * The dated rows as one question sees them: what was known while the log held `size` entries, of any
 * day. Synchronous, like the register, so that judging cannot wait for anything.
 */
export interface RuleTables {
  readonly size: number
  readonly isCurrent: boolean
  destinations(destination: string): readonly DestinationRow[]
  ageLimits(): readonly AgeLimit[]
  documentRequirements(): readonly DocumentRequirement[]
  feeRules(): readonly FeeRule[]
  foreignPartners(country: string): readonly ForeignPartner[]
  recruitmentPermitsOf(agencyId: string): readonly RecruitmentPermit[]
  /** However the number is written. */
  recruitmentPermits(number: string): readonly RecruitmentPermit[]
  jobOrdersOf(agencyId: string): readonly JobOrder[]
  jobOrders(number: string): readonly JobOrder[]
  issuedDocuments(type: DocumentType, number: string): readonly IssuedDocument[]
  completeTables(): readonly CompleteTable[]
  offices(): readonly AssistanceOffice[]
}

export interface RuleRows {
  readonly destinations: readonly DestinationRow[]
  readonly ageLimits: readonly AgeLimit[]
  readonly documentRequirements: readonly DocumentRequirement[]
  readonly feeRules: readonly FeeRule[]
  readonly foreignPartners: readonly ForeignPartner[]
  readonly recruitmentPermits: readonly RecruitmentPermit[]
  readonly jobOrders: readonly JobOrder[]
  readonly issuedDocuments: readonly IssuedDocument[]
  readonly completeTables: readonly CompleteTable[]
  readonly offices: readonly AssistanceOffice[]
}

export const NO_RULE_ROWS: RuleRows = {
  destinations: [],
  ageLimits: [],
  documentRequirements: [],
  feeRules: [],
  foreignPartners: [],
  recruitmentPermits: [],
  jobOrders: [],
  issuedDocuments: [],
  completeTables: [],
  offices: [],
}

export interface RuleTableOptions {
  readonly size: number
  readonly isCurrent: boolean
}

/** The rows held in memory, indexed by what a question brings. */
export function ruleTablesOf(rows: RuleRows, { size, isCurrent }: RuleTableOptions): RuleTables {
  const known = <Row extends DatedRow>(all: readonly Row[]) => rowsKnown(all, size)
  const destinations = indexOf(known(rows.destinations), ({ destination }) => destination)
  const ageLimits = known(rows.ageLimits)
  const documentRequirements = known(rows.documentRequirements)
  const feeRules = known(rows.feeRules)
  const partners = indexOf(known(rows.foreignPartners), ({ country }) => country)
  const permits = known(rows.recruitmentPermits)
  const permitsOf = indexOf(permits, ({ agencyId }) => agencyId)
  const permitsByNumber = indexOf(permits, ({ number }) => numberKey(number))
  const orders = known(rows.jobOrders)
  const ordersOf = indexOf(orders, ({ agencyId }) => agencyId)
  const ordersByNumber = indexOf(orders, ({ number }) => numberKey(number))
  const issued = indexOf(known(rows.issuedDocuments), ({ documentType, number }) =>
    issuedKey(documentType, number),
  )
  const completeTables = known(rows.completeTables)
  const offices = known(rows.offices)
  return {
    size,
    isCurrent,
    destinations: (destination) => destinations.get(destination) ?? [],
    ageLimits: () => ageLimits,
    documentRequirements: () => documentRequirements,
    feeRules: () => feeRules,
    foreignPartners: (country) => partners.get(country) ?? [],
    recruitmentPermitsOf: (agencyId) => permitsOf.get(agencyId) ?? [],
    recruitmentPermits: (number) => permitsByNumber.get(numberKey(number)) ?? [],
    jobOrdersOf: (agencyId) => ordersOf.get(agencyId) ?? [],
    jobOrders: (number) => ordersByNumber.get(numberKey(number)) ?? [],
    issuedDocuments: (type, number) => issued.get(issuedKey(type, number)) ?? [],
    completeTables: () => completeTables,
    offices: () => offices,
  }
}

/** Letters and digits only, in capitals: `123/SIP-2026` and `123 sip 2026` are one number. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function issuedKey(type: DocumentType, number: string): string {
  return `${type} ${numberKey(number)}`
}

function indexOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const index = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const held = index.get(key)
    if (held === undefined) index.set(key, [row])
    else held.push(row)
  }
  return index
}
