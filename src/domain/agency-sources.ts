import type { Agency, AgencyMerge } from './agency.ts'
import type { Fact } from './fact.ts'

/** The ids of every source that something recorded of the agency, or its merges, rests on, sorted. */
export function sourceIdsOf(agency: Agency, merges: readonly AgencyMerge[]): string[] {
  const facts: Fact[] = [
    ...merges,
    ...agency.names,
    ...agency.identifiers,
    ...agency.branches,
    ...agency.contacts,
    ...agency.representatives,
    ...agency.destinations,
    ...agency.licences.flatMap(({ numbers, events, listings }) => [
      ...numbers,
      ...events,
      ...listings,
    ]),
  ]
  return [...new Set(facts.map(({ sourceId }) => sourceId))].sort()
}
