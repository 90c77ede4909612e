import type { Agency } from './agency.ts'
import type { Fact } from './fact.ts'

export const HISTORY_KINDS = [
  'name',
  'identifier',
  'licence_number',
  'licence_event',
  'listing',
  'branch',
  'contact',
  'representative',
  'destination',
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** One recorded fact of an agency as its history tells it, with both clocks. */
export interface HistoryItem {
  readonly kind: HistoryKind
  readonly fact: Fact
  /** What the fact says, without anything about a person. */
  readonly details: Readonly<Record<string, string | boolean | null | object>>
}

/** Everything ever recorded of an agency, superseded facts included, in the order of recording. */
export function agencyHistory(agency: Agency): HistoryItem[] {
  const items: HistoryItem[] = []
  const add = <T extends Fact>(
    kind: HistoryKind,
    facts: readonly T[],
    detailsOf: (fact: T) => HistoryItem['details'],
  ) => {
    for (const fact of facts) items.push({ kind, fact, details: detailsOf(fact) })
  }
  add('name', agency.names, ({ kind, name }) => ({ kind, name }))
  add('identifier', agency.identifiers, ({ kind, printed }) => ({ kind, printed }))
  add('branch', agency.branches, ({ id, name, regionCode }) => ({
    id,
    name,
    region: regionCode,
  }))
  add('contact', agency.contacts, ({ kind, value }) => ({ kind, value }))
  add('representative', agency.representatives, ({ id }) => ({ id }))
  add('destination', agency.destinations, ({ destination, scheme }) => ({ destination, scheme }))
  for (const licence of agency.licences) {
    add('licence_number', licence.numbers, ({ printed }) => ({
      licence: licence.id,
      licence_kind: licence.kind,
      printed,
    }))
    add('licence_event', licence.events, (event) => ({
      id: event.id,
      licence: licence.id,
      licence_kind: licence.kind,
      type: event.type,
      valid_until: event.validUntil,
      validity_basis: event.validityBasis,
      scope: event.scope,
      instrument: event.instrument,
      announced_on: event.announcedOn,
      lifts: event.lifts,
      corrects: event.corrects,
    }))
    add('listing', licence.listings, ({ state }) => ({ licence: licence.id, state }))
  }
  return items.sort((a, b) => a.fact.entry - b.fact.entry)
}

/** The newest log entry that recorded, corrected or ended anything of an agency. */
export function newestEntryOf(agency: Agency): number {
  return agencyHistory(agency).reduce(
    (newest, { fact }) => Math.max(newest, fact.entry, fact.supersededBy ?? 0),
    agency.entry,
  )
}
