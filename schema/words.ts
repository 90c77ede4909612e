import { pgEnum } from 'drizzle-orm/pg-core'
import { CONTACT_KINDS, LISTING_STATES, NAME_KINDS } from '../src/domain/agency.ts'
import {
  AGENCY_KINDS,
  LICENCE_EVENT_TYPES,
  LICENCE_KINDS,
  VALIDITY_BASES,
} from '../src/domain/licence.ts'
import { SOURCE_KINDS } from '../src/domain/source.ts'

export const agencyKind = pgEnum('agency_kind', AGENCY_KINDS)
export const nameKind = pgEnum('name_kind', NAME_KINDS)
export const contactKind = pgEnum('contact_kind', CONTACT_KINDS)
export const licenceKind = pgEnum('licence_kind', LICENCE_KINDS)
export const licenceEventType = pgEnum('licence_event_type', LICENCE_EVENT_TYPES)
export const listingState = pgEnum('listing_state', LISTING_STATES)
export const sourceKind = pgEnum('source_kind', SOURCE_KINDS)
export const validityBasis = pgEnum('validity_basis', VALIDITY_BASES)
