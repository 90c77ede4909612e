import { type Agency, registeredNameOn } from '../agency.ts'
import type { Fact } from '../fact.ts'
import type { Place } from '../people/person.ts'
import type { Desk, Draft, Fault, Warning } from './fact-kind.ts'
import type { BodyOf } from './field.ts'
import {
  type AGENCY_ID,
  commonFaults,
  type FACT_FIELDS,
  notThere,
  supersedes,
} from './shared-fields.ts'

type AgencyBody = BodyOf<typeof FACT_FIELDS & { readonly agency_id: typeof AGENCY_ID }>
type Since = ReturnType<typeof sinceOf>

export function ofAgency(
  body: AgencyBody,
  desk: Desk,
  listed: (agency: Agency) => readonly Fact[],
  write: (
    agency: Agency,
    since: Since,
  ) => (Omit<Draft, 'place'> & { readonly place?: Place }) | readonly Fault[],
): Draft | readonly Fault[] {
  const faults = commonFaults(
    body,
    { from: from(body), until: { field: 'last_day', day: body.last_day } },
    desk,
  )
  const agency = desk.agency(body.agency_id)
  if (agency === undefined) faults.push(notThere('agency_id'))
  else if (body.corrects !== null && !listed(agency).some(({ entry }) => entry === body.corrects)) {
    faults.push(notThere('corrects'))
  }
  if (agency === undefined || faults.length > 0) return faults
  const drafted = write(agency, sinceOf(body))
  if (!('changes' in drafted)) return drafted
  return { place: { country: agency.country, region: agency.regionCode }, ...drafted }
}

export function sinceOf(body: BodyOf<typeof FACT_FIELDS>) {
  return {
    effectiveOn: body.effective_on,
    lastDay: body.last_day,
    sourceId: body.source_id,
    ...supersedes(body.corrects),
  }
}

export function from(body: Pick<AgencyBody, 'effective_on'>) {
  return { field: 'effective_on', day: body.effective_on }
}

/** Another agency's name that the matcher would take for this one: perhaps a duplicate. */
export function namesAlike(
  name: string,
  country: string,
  ownId: string,
  { register, today }: Desk,
): readonly Warning[] {
  return register
    .matchName(name, country)
    .candidates.filter(({ outcome, agencyId }) => outcome !== 'similar' && agencyId !== ownId)
    .map(({ agencyId }) => {
      const other = register.agency(agencyId)
      const called = other === undefined ? agencyId : registeredNameOn(other, today)
      return {
        code: 'name_like_another',
        agencyId,
        says: {
          id: `Namanya hampir sama dengan ${called} (${agencyId}). Pastikan bukan perusahaan yang sama.`,
          en: `Its name is nearly that of ${called} (${agencyId}). Make sure that it is not the same company.`,
        },
      }
    })
}
