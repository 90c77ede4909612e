import { pgEnum } from 'drizzle-orm/pg-core'
import { CONTACT_KINDS, LISTING_STATES, NAME_KINDS } from '../src/domain/agency.ts'
import {
  AGENCY_KINDS,
  LICENCE_EVENT_TYPES,
  LICENCE_KINDS,
  VALIDITY_BASES,
} from '../src/domain/licence.ts'
import { IMPORT_STATES, ROW_DECISIONS } from '../src/domain/listing/list-import.ts'
import { NEXT_STEP_CODES } from '../src/domain/next-steps.ts'
import { ACTOR_KINDS } from '../src/domain/people/audit-event.ts'
import { ROLES } from '../src/domain/people/role.ts'
import {
  DOCUMENT_TYPES,
  EMPLOYER_TYPES,
  PAYEES,
  SCHEMES,
  SECTORS,
  SEXES,
} from '../src/domain/placement/words.ts'
import { PROPOSAL_DECISIONS } from '../src/domain/recording/proposal.ts'
import { ROW_CONFIDENCES } from '../src/domain/rule-tables/dated-row.ts'
import {
  DESTINATION_RULES,
  KEPT_TABLES,
  OFFICE_KINDS,
  RENEWALS,
  REQUIREMENTS,
} from '../src/domain/rule-tables/rows.ts'
import { SOURCE_KINDS } from '../src/domain/source.ts'

export const agencyKind = pgEnum('agency_kind', AGENCY_KINDS)
export const nameKind = pgEnum('name_kind', NAME_KINDS)
export const contactKind = pgEnum('contact_kind', CONTACT_KINDS)
export const licenceKind = pgEnum('licence_kind', LICENCE_KINDS)
export const licenceEventType = pgEnum('licence_event_type', LICENCE_EVENT_TYPES)
export const listingState = pgEnum('listing_state', LISTING_STATES)
export const sourceKind = pgEnum('source_kind', SOURCE_KINDS)
export const validityBasis = pgEnum('validity_basis', VALIDITY_BASES)

export const rowConfidence = pgEnum('row_confidence', ROW_CONFIDENCES)
export const scheme = pgEnum('scheme', SCHEMES)
export const sector = pgEnum('sector', SECTORS)
export const employerType = pgEnum('employer_type', EMPLOYER_TYPES)
export const sex = pgEnum('sex', SEXES)
export const payee = pgEnum('payee', PAYEES)
export const documentType = pgEnum('document_type', DOCUMENT_TYPES)
export const destinationRule = pgEnum('destination_rule', DESTINATION_RULES)
export const requirement = pgEnum('requirement', REQUIREMENTS)
export const renewal = pgEnum('renewal', RENEWALS)
export const keptTable = pgEnum('kept_table', KEPT_TABLES)
export const officeKind = pgEnum('office_kind', OFFICE_KINDS)
export const nextStep = pgEnum('next_step', NEXT_STEP_CODES)
export const role = pgEnum('role', ROLES)
export const actorKind = pgEnum('actor_kind', ACTOR_KINDS)
export const proposalDecision = pgEnum('proposal_decision', PROPOSAL_DECISIONS)
export const importState = pgEnum('import_state', IMPORT_STATES)
export const rowDecision = pgEnum('row_decision', ROW_DECISIONS)
