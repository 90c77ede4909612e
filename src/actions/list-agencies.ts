import type { Agency } from '../domain/agency.ts'
import { type AgencyOnDay, agencyOnDay } from '../domain/agency-on-day.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { holdsOn } from '../domain/fact.ts'
import type { AgencyKind, LicenceStatus } from '../domain/licence.ts'
import { readLicenceNumber } from '../domain/matching/licence-number.ts'
import type { RegisterView } from '../domain/register-view.ts'

export const AGENCY_SORTS = ['name', '-name', 'valid_until', '-valid_until'] as const
export type AgencySort = (typeof AGENCY_SORTS)[number]

export interface AgencyFilter {
  readonly q?: string | undefined
  readonly status?: LicenceStatus | undefined
  readonly kind?: AgencyKind | undefined
  readonly country?: string | undefined
  /** The beginning of a region code: `32` finds all of West Java, head offices and open branches. */
  readonly region?: string | undefined
  readonly destination?: string | undefined
  readonly sort: AgencySort
  readonly limit: number
  readonly after?: string | undefined
}

export interface AgencyPage {
  readonly items: readonly AgencyOnDay[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
  readonly total: number
  /** How many of all that match have each status. */
  readonly counts: Readonly<Partial<Record<LicenceStatus, number>>>
}

const MOST_NAMES_FOUND = 50

/** One page of the agencies on `on`. A search by name keeps the matcher's order, best first. */
export function listAgencies(
  all: Iterable<Agency>,
  view: RegisterView,
  on: CalendarDate,
  filter: AgencyFilter,
): AgencyPage {
  const known = allOf(all, view)
  const found = filter.q === undefined ? known : search(filter.q, known, view, filter.country)
  const matching = found
    .filter((agency) => isWanted(agency, on, filter))
    .map((agency) => agencyOnDay(on, agency, view))
  const counts: Partial<Record<LicenceStatus, number>> = {}
  for (const { state } of matching) counts[state.status] = (counts[state.status] ?? 0) + 1

  const wanted =
    filter.status === undefined
      ? matching
      : matching.filter(({ state }) => state.status === filter.status)
  const ordered = filter.q === undefined ? wanted.sort(BY[filter.sort]) : wanted
  const from = filter.after === undefined ? 0 : placeAfter(filter.after, ordered, view, on, filter)
  const items = ordered.slice(from, from + filter.limit)
  const last = items.at(-1)
  return {
    items,
    next: last !== undefined && from + items.length < ordered.length ? last.agency.id : null,
    total: ordered.length,
    counts,
  }
}

/** Where the page after `id` begins, also when that agency has since left the list. */
function placeAfter(
  id: string,
  ordered: readonly AgencyOnDay[],
  view: RegisterView,
  on: CalendarDate,
  filter: AgencyFilter,
): number {
  const at = ordered.findIndex(({ agency }) => agency.id === id)
  if (at >= 0) return at + 1
  const last = view.agency(id)
  if (last === undefined || filter.q !== undefined) return ordered.length
  const order = BY[filter.sort]
  const place = ordered.findIndex((item) => order(item, agencyOnDay(on, last, view)) > 0)
  return place < 0 ? ordered.length : place
}

function allOf(all: Iterable<Agency>, view: RegisterView): Agency[] {
  const known: Agency[] = []
  for (const { id } of all) {
    const agency = view.agency(id)
    // A duplicate's id answers with the record that is kept, which is listed once.
    if (agency?.id === id) known.push(agency)
  }
  return known
}

/**
 * By number when the text reads as one, then what the matcher finds, best first, then every other
 * agency with these letters in a name: who types one word of many names wants to see them all.
 */
function search(
  q: string,
  known: readonly Agency[],
  view: RegisterView,
  country: string | undefined,
): Agency[] {
  const number = readLicenceNumber(q, country ?? 'ID')
  const byNumber =
    number === undefined
      ? []
      : view.holdersOfNumber(number, country).map(({ agencyId }) => agencyId)
  const byName = view
    .matchName(q, country, MOST_NAMES_FOUND)
    .candidates.map(({ agencyId }) => agencyId)
  const letters = folded(q)
  const byLetters = known
    .filter(({ names }) => names.some(({ name }) => folded(name).includes(letters)))
    .map(({ id }) => id)
  return [...new Set([...byNumber, ...byName, ...byLetters])].flatMap((id) => view.agency(id) ?? [])
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function isWanted(agency: Agency, on: CalendarDate, filter: AgencyFilter): boolean {
  const { kind, country, region, destination } = filter
  return (
    (kind === undefined || agency.kind === kind) &&
    (country === undefined || agency.country === country) &&
    (region === undefined ||
      agency.regionCode?.startsWith(region) === true ||
      agency.branches.some(
        (branch) => branch.regionCode.startsWith(region) && holdsOn(branch, on),
      )) &&
    (destination === undefined ||
      agency.destinations.some(
        (authorised) => authorised.destination === destination && holdsOn(authorised, on),
      ))
  )
}

type Order = (a: AgencyOnDay, b: AgencyOnDay) => number

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true })
const byName: Order = (a, b) =>
  collator.compare(a.name, b.name) || (a.agency.id < b.agency.id ? -1 : 1)
// An agency without an end date is in force the longest, so it comes last.
const byEnd: Order = (a, b) => {
  const [first, second] = [a.state.validUntil ?? '9999', b.state.validUntil ?? '9999']
  return first === second ? byName(a, b) : first < second ? -1 : 1
}

const BY: Readonly<Record<AgencySort, Order>> = {
  name: byName,
  '-name': (a, b) => byName(b, a),
  valid_until: byEnd,
  '-valid_until': (a, b) => byEnd(b, a),
}
