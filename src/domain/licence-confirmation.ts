import type { Licence, Listing } from './agency.ts'
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import type { LicenceEvent } from './licence.ts'
import type { RegisterView } from './register-view.ts'
import { latestEdition, type Source, type SourceEdition } from './source.ts'

/** How lately, and by whom, a licence was last seen to stand. */
export interface Confirmation {
  /** The last day on which a source confirmed the licence; null when none did. */
  readonly confirmedOn: CalendarDate | null
  readonly source: Source | null
  /** True when that source was fresh on the day asked about. */
  readonly isFresh: boolean
  /** The list that no longer carries the licence on the day asked about, and since when. */
  readonly missing: { readonly source: Source; readonly since: CalendarDate } | null
  /** A fresh list dated after the printed end still carries the licence. */
  readonly carriedAfterTerm: Source | null
  /** A list dated after the printed end no longer carries it. */
  readonly droppedAfterTerm: Source | null
}

/** What was seen of an edition: what it says is as old as its own day, however late it was fetched. */
export function dayOf({ asOf, retrievedOn }: SourceEdition): CalendarDate {
  return asOf < retrievedOn ? asOf : retrievedOn
}

export function confirmationOn(
  on: CalendarDate,
  licence: Licence,
  validUntil: CalendarDate | null,
  register: RegisterView,
): Confirmation {
  let confirmedOn: CalendarDate | null = null
  let source: Source | null = null
  let isFresh = false
  let missing: Confirmation['missing'] = null
  let carriedAfterTerm: Source | null = null
  let droppedAfterTerm: Source | null = null

  const confirm = (by: Source, day: CalendarDate) => {
    const fresh = daysBetween(day, on) <= by.freshForDays
    if (confirmedOn !== null && (fresh === isFresh ? day <= confirmedOn : isFresh)) return
    confirmedOn = day
    source = by
    isFresh = fresh
  }

  const listedBy = new Set<string>()
  for (const { sourceId } of licence.listings) listedBy.add(sourceId)
  for (const sourceId of listedBy) {
    const list = register.source(sourceId)
    const newest = list && latestEdition(list, register.size)
    if (list === undefined || newest === undefined) continue
    const listings = licence.listings
      .filter((listing) => listing.sourceId === sourceId)
      .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.entry - b.entry)
    const { current, next } = listingOn(on, listings)
    if (current.state === 'missing') missing = { source: list, since: current.effectiveOn }
    else {
      const last = next === undefined ? newest : lastEditionBefore(list, next, register.size)
      confirm(list, last === undefined ? current.effectiveOn : dayOf(last))
    }
    if (validUntil !== null && dayOf(newest) > validUntil) {
      if (listings.at(-1)!.state === 'missing') droppedAfterTerm = list
      else if (daysBetween(dayOf(newest), on) <= list.freshForDays) carriedAfterTerm = list
    }
  }

  for (const event of licence.events) {
    if (event.effectiveOn > on || listedBy.has(event.sourceId) || !CONFIRMING.has(event.type)) {
      continue
    }
    const by = register.source(event.sourceId)
    const seenOn = by && seenBy(by, event, register.size)
    if (by !== undefined && seenOn != null) confirm(by, seenOn)
  }
  return { confirmedOn, source, isFresh, missing, carriedAfterTerm, droppedAfterTerm }
}

const CONFIRMING: ReadonlySet<LicenceEvent['type']> = new Set([
  'granted',
  'renewed',
  'warned',
  'suspended_partial',
  'lifted',
])

/** The listing in effect on the day; before the first one, the first. */
function listingOn(
  on: CalendarDate,
  listings: readonly Listing[],
): { readonly current: Listing; readonly next: Listing | undefined } {
  const at = Math.max(
    0,
    listings.findLastIndex(({ effectiveOn }) => effectiveOn <= on),
  )
  return { current: listings[at]!, next: listings[at + 1] }
}

function lastEditionBefore(list: Source, next: Listing, size: number): SourceEdition | undefined {
  return latestEdition(
    { ...list, editions: list.editions.filter(({ asOf }) => asOf < next.effectiveOn) },
    size,
  )
}

/**
 * The day on which the source of an event was seen to say so. A list proves only what the edition
 * that brought the event said: later editions speak through their listings.
 */
function seenBy(source: Source, event: LicenceEvent, size: number): CalendarDate | null {
  const upTo = source.kind === 'authority_list' ? Math.min(size, event.entry + 1) : size
  const edition = latestEdition(source, upTo) ?? latestEdition(source, size)
  return edition === undefined ? source.issuedOn : dayOf(edition)
}
