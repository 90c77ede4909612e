import { randomUUID } from 'node:crypto'
import type { Agency, Licence } from '../domain/agency.ts'
import type { Desk } from '../domain/recording/fact-kind.ts'
import type { DatedRow } from '../domain/rule-tables/dated-row.ts'
import { commitText } from '../store/commit-text.ts'
import type { OpenedRegister } from './open-register.ts'
import { readPhone } from './read-phone.ts'

/** What a draft is made at: the register as it stands, and what only the shell can do. */
export function recordingDesk(opened: OpenedRegister, country: string): Desk {
  const { register, view, tables, rows, today } = opened
  const byKind: Readonly<Record<string, () => readonly DatedRow[]>> = {
    destination_rules: rows.destinations,
    age_limits: rows.ageLimits,
    document_requirements: rows.documentRequirements,
    fee_rules: rows.feeRules,
    foreign_partners: rows.foreignPartners,
    recruitment_permits: rows.recruitmentPermits,
    job_orders: rows.jobOrders,
    assistance_offices: rows.offices,
    complete_tables: tables.completeTables,
  }
  const agency = (id: string) => register.recordOf(id, view.size)
  return {
    register: view,
    today,
    country,
    agency,
    rows: (kind) => byKind[kind]?.() ?? [],
    licence: (id) => licenceOf(id, register.agencies(), agency),
    newId: (prefix) => `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 24)}`,
    commit: (text) => commitText(text),
    readPhone: (text, of) => readPhone(text, of)?.e164,
  }
}

function licenceOf(
  id: string,
  agencies: Iterable<Agency>,
  recordOf: (id: string) => Agency | undefined,
): { readonly agency: Agency; readonly licence: Licence } | undefined {
  for (const { id: agencyId, licences } of agencies) {
    if (!licences.some((licence) => licence.id === id)) continue
    const agency = recordOf(agencyId)
    const licence = agency?.licences.find((one) => one.id === id)
    return agency && licence && { agency, licence }
  }
  return undefined
}
