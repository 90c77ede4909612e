import type { Licence, Listing } from './agency.ts'
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import type { LicenceEvent } from './licence.ts'
import { withdrawnBy } from './licence-status.ts'
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
  let seen: Seen | null = null
  let missing: Confirmation['missing'] = null
  let carriedAfterTerm: Source | null = null
  let droppedAfterTerm: Source | null = null

  const listedBy = new Set<string>()
  for (const { sourceId } of licence.listings) listedBy.add(sourceId)
  for (const sourceId of listedBy) {
    const list = register.source(sourceId)
    const newest = list && latestEdition(list, register.size)
    if (list === undefined || newest === undefined) continue
    const listings = licence.listings.filter((listing) => listing.sourceId === sourceId)
    if (listings.length > 1) listings.sort(byDay)
    const at = Math.max(0, lastUpTo(on, listings))
    const current = listings[at]!
    const next = listings[at + 1]
    if (current.state === 'missing') missing = { source: list, since: current.effectiveOn }
    else {
      const last = next === undefined ? newest : lastEditionBefore(list, next, register.size)
      seen = better(seen, list, last === undefined ? current.effectiveOn : dayOf(last), on)
    }
    if (validUntil !== null && dayOf(newest) > validUntil) {
      if (listings.at(-1)!.state === 'missing') droppedAfterTerm = list
      else if (daysBetween(dayOf(newest), on) <= list.freshForDays) carriedAfterTerm = list
    }
  }

  const withdrawn = withdrawnBy(licence.events)
  for (const event of licence.events) {
    if (event.effectiveOn > on || listedBy.has(event.sourceId) || !CONFIRMING.has(event.type)) {
      continue
    }
    if (withdrawn.has(event.id)) continue
    const by = register.source(event.sourceId)
    const seenOn = by && seenBy(by, event, register.size)
    if (by !== undefined && seenOn != null) seen = better(seen, by, seenOn, on)
  }
  return {
    confirmedOn: seen?.day ?? null,
    source: seen?.source ?? null,
    isFresh: seen?.isFresh ?? false,
    missing,
    carriedAfterTerm,
    droppedAfterTerm,
  }
}

interface Seen {
  readonly source: Source
  readonly day: CalendarDate
  readonly isFresh: boolean
}

/** A fresh source rather than a stale one, and the later of two. */
function better(known: Seen | null, source: Source, day: CalendarDate, on: CalendarDate): Seen {
  const isFresh = daysBetween(day, on) <= source.freshForDays
  if (known === null) return { source, day, isFresh }
  const isBetter = isFresh === known.isFresh ? day > known.day : isFresh
  return isBetter ? { source, day, isFresh } : known
}

// A sanction is never among them: bad news must not make an answer better.
const CONFIRMING: ReadonlySet<LicenceEvent['type']> = new Set(['granted', 'renewed', 'lifted'])

function byDay(a: Listing, b: Listing): number {
  return a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.entry - b.entry
}

/** Where the listing in effect on the day stands; before the first one, the first speaks. */
function lastUpTo(on: CalendarDate, listings: readonly Listing[]): number {
  return listings.findLastIndex(({ effectiveOn }) => effectiveOn <= on)
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
  const edition =
    source.kind === 'authority_list'
      ? (latestEdition(source, Math.min(size, event.entry + 1)) ?? firstEdition(source, size))
      : latestEdition(source, size)
  return edition === undefined ? source.issuedOn : dayOf(edition)
}

function firstEdition({ editions }: Source, size: number): SourceEdition | undefined {
  return editions
    .filter(({ entry }) => entry < size)
    .reduce<SourceEdition | undefined>(
      (first, edition) => (first === undefined || edition.entry < first.entry ? edition : first),
      undefined,
    )
}
