import type { CalendarDate } from './calendar-date.ts'
import { canonicalJson, type JsonValue } from './canonical-json.ts'
import type { Change, CommittedText } from './change.ts'
import type { DocumentType } from './placement/words.ts'
import type { DatedRow } from './rule-tables/dated-row.ts'
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
} from './rule-tables/rows.ts'
import { numberKey } from './rule-tables/rule-tables.ts'

/** What the listing of a partner does to a placement. */
export const LISTED_EFFECTS = [
  'not_legal',
  'caution',
] as const satisfies readonly ForeignPartner['listedEffect'][]

/** A row on its way into the registry: the log gives it its entry. */
export type RowToRecord<Row extends DatedRow> = Omit<Row, 'entry' | 'supersededBy'> & {
  /** Entries of the rows that this one corrects or closes. */
  readonly supersedes?: readonly number[]
}

/** Papers whose number is the office's own, not a person's: only these may be recorded as issued. */
export const ISSUED_DOCUMENT_TYPES = [
  'marital_status_letter',
  'family_permission',
  'competence_certificate',
  'health_certificate',
  'placement_agreement',
  'employment_contract',
  'pre_departure_orientation',
  'birth_certificate',
  'school_certificate',
  'police_record',
  'employer_call_letter',
  'employer_profile',
  'own_risk_statement',
  'leave_letter',
  'government_registration',
] as const satisfies readonly DocumentType[]
export type IssuedDocumentType = (typeof ISSUED_DOCUMENT_TYPES)[number]

/** What the log says that the rows of each table without subjects of their own belong to. */
export const RULE_SUBJECTS = {
  destination_rules: 'rules:destinations',
  age_limits: 'rules:ages',
  document_requirements: 'rules:documents',
  fee_rules: 'rules:fees',
  foreign_partners: 'rules:partners',
  assistance_offices: 'rules:offices',
  complete_tables: 'rules:complete_tables',
} as const

export function destinationRuleRecorded(row: RowToRecord<DestinationRow>): Change {
  return ruleRecorded('destination_rules', row, {
    destination: row.destination,
    scheme: row.scheme,
    sector: row.sector,
    employer_type: row.employerType,
    rule: row.rule,
    channel_exception: row.channelException,
    doubt: row.doubt && { id: row.doubt.id, en: row.doubt.en },
  })
}

export function ageLimitRecorded(row: RowToRecord<AgeLimit>): Change {
  return ruleRecorded('age_limits', row, {
    destination: row.destination,
    scheme: row.scheme,
    sector: row.sector,
    sex: row.sex,
    min: row.min,
    max: row.max,
  })
}

export function documentRequirementRecorded(row: RowToRecord<DocumentRequirement>): Change {
  return ruleRecorded('document_requirements', row, {
    scheme: row.scheme,
    destination: row.destination,
    document_type: row.documentType,
    requirement: row.requirement,
    passport_months: row.passportMonths,
  })
}

export function feeRuleRecorded(row: RowToRecord<FeeRule>): Change {
  return ruleRecorded('fee_rules', row, {
    scheme: row.scheme,
    destination: row.destination,
    position: row.position,
    max_amount: row.max === 'none' ? null : row.max.amount,
    max_currency: row.max === 'none' ? null : row.max.currency,
    payee: row.payee,
  })
}

export function foreignPartnerRecorded(row: RowToRecord<ForeignPartner>): Change {
  return ruleRecorded('foreign_partners', row, {
    name: row.name,
    country: row.country,
    listed_effect: row.listedEffect,
  })
}

export function assistanceOfficeRecorded(row: RowToRecord<AssistanceOffice>): Change {
  return ruleRecorded('assistance_offices', row, {
    kind: row.kind,
    name: { id: row.name.id, en: row.name.en },
    contact: row.contact,
    region_code: row.regionCode,
    step: row.step,
    verified_on: row.verifiedOn,
  })
}

export function completeTableRecorded(row: RowToRecord<CompleteTable>): Change {
  return ruleRecorded('complete_tables', row, {
    table: row.table,
    agency_id: row.agencyId,
    destination: row.destination,
    document_type: row.documentType,
    issuer_region: row.issuerRegion,
  })
}

/** The log's subject is the permit itself, `prm_…`. */
export function recruitmentPermitRecorded(row: RowToRecord<RecruitmentPermit>): Change {
  return rowRecorded('recruitment_permits', row.id, row, {
    number: row.number,
    normalised: numberKey(row.number),
    agency_id: row.agencyId,
    destination: row.destination,
    position: row.position,
    sector: row.sector,
    renewal: row.renewal,
    revoked_on: row.revokedOn,
  })
}

/** The log's subject is the order itself, `job_…`. */
export function jobOrderRecorded(row: RowToRecord<JobOrder>): Change {
  return rowRecorded('job_orders', row.id, row, {
    number: row.number,
    normalised: numberKey(row.number),
    permit_number: row.permitNumber,
    agency_id: row.agencyId,
    destination: row.destination,
    position: row.position,
    sector: row.sector,
    employer_name: row.employerName,
    employer_type: row.employerType,
    partner_name: row.partnerName,
    verifying_mission: row.verifyingMission,
    verified_on: row.verifiedOn,
    quota: row.quota,
    used: row.used,
    synced_on: row.syncedOn,
  })
}

/**
 * `number` and the holder's keyed hash are committed texts: the log proves them without holding them.
 * The log's subject is the document itself, `isd_…`.
 */
export function issuedDocumentRecorded(
  row: Omit<RowToRecord<IssuedDocument>, 'documentType' | 'number' | 'holderHash'> & {
    readonly documentType: IssuedDocumentType
    readonly number: CommittedText
    readonly holder: CommittedText | null
  },
): Change {
  const { number, holder } = row
  const change = rowRecorded('issued_documents', row.id, row, {
    document_type: row.documentType,
    number_commitment: number.commitment,
    issuer_region: row.issuerRegion,
    issued_on: row.issuedOn,
    holder_commitment: holder?.commitment ?? null,
    withdrawn_on: row.withdrawnOn,
  })
  return {
    ...change,
    private: {
      number: number.text,
      normalised: numberKey(number.text),
      number_salt: number.salt,
      holder_hash: holder?.text ?? null,
      holder_salt: holder?.salt ?? null,
    },
  }
}

interface Common {
  readonly id: string
  readonly validFrom: CalendarDate
  readonly validUntil: CalendarDate | null
  readonly instrument: string | null
  readonly instrumentOn: CalendarDate | null
  readonly url: string | null
  readonly confidence: DatedRow['confidence']
  readonly sourceId: string
  readonly supersedes?: readonly number[]
}

type Columns = { readonly [column: string]: JsonValue }

function ruleRecorded(kind: keyof typeof RULE_SUBJECTS, common: Common, columns: Columns): Change {
  return rowRecorded(kind, RULE_SUBJECTS[kind], common, columns)
}

function rowRecorded(kind: string, subject: string, common: Common, columns: Columns): Change {
  const { supersedes = [] } = common
  const row: Columns = {
    id: common.id,
    valid_from: common.validFrom,
    valid_until: common.validUntil,
    instrument: common.instrument,
    instrument_on: common.instrumentOn,
    url: common.url,
    confidence: common.confidence,
    source_id: common.sourceId,
    ...columns,
  }
  return {
    kind,
    subject,
    fact: canonicalJson({ kind, row, subject }),
    ...(supersedes.length === 0 ? {} : { supersedes }),
  }
}
