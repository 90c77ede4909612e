import type { Agency } from './agency.ts'
import type { Fact } from './fact.ts'

/** The ids of every source that something recorded of the agency rests on, sorted. */
export function sourceIdsOf(agency: Agency): string[] {
  const facts: Fact[] = [
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
