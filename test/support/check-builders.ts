import { indonesiaRowsAt } from '../../seeds/indonesia-rules.ts'
import type { AuthorisedDestination, Branch, Representative } from '../../src/domain/agency.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { DocumentClaim } from '../../src/domain/check-question.ts'
import type { DocumentType } from '../../src/domain/placement/words.ts'
import type { DatedRow } from '../../src/domain/rule-tables/dated-row.ts'
import type {
  AgeLimit,
  CompleteTable,
  DestinationRow,
  FeeRule,
  ForeignPartner,
  IssuedDocument,
  JobOrder,
  RecruitmentPermit,
} from '../../src/domain/rule-tables/rows.ts'
import {
  type RuleRows,
  type RuleTables,
  ruleTablesOf,
} from '../../src/domain/rule-tables/rule-tables.ts'

/** The source of every built row: an authority’s copy of the day. */
export const ROWS = 'src_rows'

let serial = 0

function dated(from = '2020-01-01', until: string | null = null): DatedRow {
  serial += 1
  return {
    id: `row_${serial}`,
    entry: 0,
    supersededBy: null,
    validFrom: day(from),
    validUntil: until === null ? null : day(until),
    instrument: 'Keputusan Contoh 1',
    instrumentOn: null,
    url: null,
    confidence: 'law_text',
    sourceId: ROWS,
  }
}

export function destinationRow(
  destination: string,
  more: Partial<DestinationRow> = {},
): DestinationRow {
  return {
    ...dated(),
    destination,
    scheme: null,
    sector: null,
    employerType: null,
    rule: 'open',
    channelException: null,
    doubt: null,
    ...more,
  }
}

export function ageLimit(more: Partial<AgeLimit>): AgeLimit {
  return {
    ...dated(),
    destination: null,
    scheme: null,
    sector: null,
    sex: null,
    min: null,
    max: null,
    ...more,
  }
}

export function permit(
  number: string,
  agencyId: string,
  more: Partial<RecruitmentPermit> = {},
): RecruitmentPermit {
  return {
    ...dated('2026-01-01', '2026-12-31'),
    number,
    agencyId,
    destination: 'TW',
    position: null,
    sector: 'manufacturing',
    renewal: 'none',
    revokedOn: null,
    ...more,
  }
}

export function jobOrder(
  number: string,
  permitNumber: string,
  agencyId: string,
  more: Partial<JobOrder> = {},
): JobOrder {
  return {
    ...dated('2026-01-01', '2026-12-31'),
    number,
    permitNumber,
    agencyId,
    destination: 'TW',
    position: null,
    sector: 'manufacturing',
    employerName: null,
    employerType: 'legal_entity',
    partnerName: null,
    verifyingMission: 'KDEI Contoh',
    verifiedOn: day('2026-01-15'),
    quota: 50,
    used: 10,
    syncedOn: day('2026-11-24'),
    ...more,
  }
}

export function feeRule(more: Partial<FeeRule>): FeeRule {
  return {
    ...dated(),
    scheme: null,
    destination: null,
    position: null,
    max: 'none',
    payee: null,
    ...more,
  }
}

export function partner(name: string, more: Partial<ForeignPartner> = {}): ForeignPartner {
  return { ...dated(), name, country: 'TW', listedEffect: 'caution', ...more }
}

export function issued(number: string, more: Partial<IssuedDocument> = {}): IssuedDocument {
  return {
    ...dated(),
    documentType: 'family_permission',
    number,
    issuerRegion: '32.12.05.2001',
    issuedOn: day('2026-10-01'),
    holderHash: null,
    withdrawnOn: null,
    ...more,
  }
}

export function complete(
  table: CompleteTable['table'],
  more: Partial<CompleteTable> = {},
): CompleteTable {
  return {
    ...dated(),
    table,
    agencyId: null,
    destination: null,
    documentType: null,
    issuerRegion: null,
    ...more,
  }
}

export function authorised(
  destination: string,
  effectiveOn: string,
  lastDay: string | null = null,
): AuthorisedDestination {
  return {
    entry: 0,
    supersededBy: null,
    effectiveOn: day(effectiveOn),
    lastDay: lastDay === null ? null : day(lastDay),
    sourceId: 'src_list',
    destination,
    scheme: null,
  }
}

export function branch(
  regionCode: string,
  openedOn: string,
  lastDay: string | null = null,
): Branch {
  serial += 1
  return {
    id: `br_${serial}`,
    entry: 0,
    supersededBy: null,
    effectiveOn: day(openedOn),
    lastDay: lastDay === null ? null : day(lastDay),
    sourceId: 'src_list',
    name: null,
    regionCode,
    address: null,
  }
}

export function representative(name: string, letterNumber: string | null): Representative {
  serial += 1
  return {
    id: `rep_${serial}`,
    entry: 0,
    supersededBy: null,
    effectiveOn: day('2020-01-01'),
    lastDay: null,
    sourceId: 'src_list',
    name,
    letterNumber,
  }
}

/** Indonesia’s seeded rules, and the given rows beside them. */
export function tablesOf(more: Partial<RuleRows>, isCurrent = true): RuleTables {
  const seeded = indonesiaRowsAt(0)
  return ruleTablesOf(
    {
      destinations: [...seeded.destinations, ...(more.destinations ?? [])],
      ageLimits: [...seeded.ageLimits, ...(more.ageLimits ?? [])],
      documentRequirements: [...seeded.documentRequirements, ...(more.documentRequirements ?? [])],
      feeRules: [...seeded.feeRules, ...(more.feeRules ?? [])],
      foreignPartners: more.foreignPartners ?? [],
      recruitmentPermits: more.recruitmentPermits ?? [],
      jobOrders: more.jobOrders ?? [],
      issuedDocuments: more.issuedDocuments ?? [],
      completeTables: more.completeTables ?? [],
      offices: seeded.offices,
    },
    { size: 1000, isCurrent },
  )
}

const WITH_P3MI: readonly DocumentType[] = [
  'marital_status_letter',
  'family_permission',
  'competence_certificate',
  'health_certificate',
  'passport',
  'work_visa',
  'placement_agreement',
  'employment_contract',
  'social_security',
  'worker_card',
  'pre_departure_orientation',
]

export const ELEVEN_ITEMS: readonly DocumentClaim[] = (
  [
    'marital_status_letter',
    'family_permission',
    'competence_certificate',
    'health_certificate',
    'work_visa',
    'health_insurance',
    'employer_call_letter',
    'employer_profile',
    'employment_contract',
    'social_security',
    'own_risk_statement',
  ] as const
).map((type) => ({ type }))

/** Every paper for a placement by a P3MI, one of them with more said of it, or left out. */
export function papers(
  changed: Partial<Record<DocumentType, Partial<DocumentClaim> | null>> = {},
): readonly DocumentClaim[] {
  return WITH_P3MI.filter((type) => changed[type] !== null).map((type) => ({
    type,
    ...(type === 'passport' && { expiresOn: day('2031-01-01') }),
    ...changed[type],
  }))
}
