import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { KeptCheck } from '../store/checks.ts'
import type { OpenedRegister } from './open-register.ts'

/** A change of a kept check's verdict, by an entry of the registry log or by the passing of days. */
export interface Turn {
  readonly from: Verdict
  readonly to: Verdict
  readonly on: CalendarDate
  readonly entry: number | null
  readonly recordedAt: Date | null
}

interface Walk {
  readonly kept: KeptCheck
  readonly opened: OpenedRegister
  /** The verdict that the walk must end with. */
  readonly now: Verdict
  readonly dayOf: (instant: Date) => CalendarDate
  /** The register as it was known at a moment. */
  readonly openAt: (at: Date) => Promise<OpenedRegister | undefined>
  readonly verdictIn: (opened: OpenedRegister, on: CalendarDate) => Verdict
}

const MOST_STEPS = 200

/**
 * Walks the moments at which something was recorded of the agency, of one that it was merged with, or
 * of the rows that the answer may rest on, and the days between them, and tells each change of the
 * verdict in order.
 */
export async function turnsSince(walk: Walk): Promise<readonly Turn[]> {
  const { kept, opened, now, dayOf, openAt, verdictIn } = walk
  const turns: Turn[] = []
  let verdict: Verdict = kept.answer.verdict
  let state: OpenedRegister | undefined
  let day = kept.checkedOn

  const passDays = (recordedOn: CalendarDate) => {
    if (state === undefined) return
    // A clock that is behind the database’s must not judge days that have not come.
    const until = recordedOn > opened.today ? opened.today : recordedOn
    for (let left = Math.min(daysBetween(day, until), MOST_STEPS); left > 0; left--) {
      day = addDays(day, 1)
      note(verdictIn(state, day), day, null, null)
    }
    day = until
  }
  const note = (next: Verdict, on: CalendarDate, entry: number | null, recordedAt: Date | null) => {
    if (next === verdict) return
    turns.push({ from: verdict, to: next, on, entry, recordedAt })
    verdict = next
  }

  const entries = entriesSince(walk)
  const lastKnown = opened.register.entryTime(kept.registrySize - 1)
  state = lastKnown && (await openAt(after(lastKnown)))
  for (const { entry, at } of entries) {
    passDays(dayOf(at))
    state = await openAt(after(at))
    if (state === undefined) return turns
    note(verdictIn(state, day), day, entry, at)
  }
  passDays(opened.today)
  // What no step explains, such as a register that cannot be asked just now, is told without a cause.
  note(now, opened.today, null, null)
  return turns
}

/** The log counts microseconds, which a Date cuts off. */
const after = (at: Date) => new Date(at.getTime() + 1)

interface RecordedEntry {
  readonly entry: number
  readonly at: Date
}

/** One entry for each moment of recording: those of one batch were recorded together. */
function entriesSince({ kept, opened }: Walk): readonly RecordedEntry[] {
  const { register, tables, view } = opened
  const { question, answer, registrySize } = kept
  const facts: { entry: number; supersededBy: number | null }[] = []
  const { ids, merges } = register.merges.joinedWith([
    ...(answer.agency === null ? [] : [answer.agency.id]),
    ...answer.candidates.map(({ id }) => id),
    ...namedNow(walkedNames(question), view),
  ])
  facts.push(...merges)
  for (const id of ids) {
    const agency = register.agencyWithHistory(id)
    if (agency !== undefined) {
      const { names, identifiers, branches, contacts, representatives, destinations } = agency
      facts.push({ entry: agency.entry, supersededBy: null })
      facts.push(...names, ...identifiers, ...branches, ...contacts)
      facts.push(...representatives, ...destinations)
      for (const { entry, numbers, events, listings } of agency.licences) {
        facts.push({ entry, supersededBy: null }, ...numbers, ...events, ...listings)
      }
    }
    facts.push(...tables.recruitmentPermitsOf(id), ...tables.jobOrdersOf(id))
  }
  const { destination, recruitmentPermit, jobOrder } = question.placement ?? {}
  if (destination !== undefined) {
    facts.push(...tables.destinations(destination), ...tables.foreignPartners(destination))
  }
  if (recruitmentPermit?.number) facts.push(...tables.recruitmentPermits(recruitmentPermit.number))
  if (jobOrder?.number) facts.push(...tables.jobOrders(jobOrder.number))
  facts.push(...tables.ageLimits(), ...tables.documentRequirements(), ...tables.feeRules())
  facts.push(...tables.completeTables())
  for (const { editions } of register.sourcesWithHistory()) facts.push(...editions)

  const byMoment = new Map<number, RecordedEntry>()
  for (const entry of new Set(facts.flatMap((one) => [one.entry, one.supersededBy ?? -1]))) {
    if (entry < registrySize) continue
    const at = register.entryTime(entry)
    if (at === undefined) continue
    const known = byMoment.get(at.getTime())
    if (known === undefined || entry < known.entry) byMoment.set(at.getTime(), { entry, at })
  }
  return [...byMoment.values()].sort((a, b) => a.entry - b.entry).slice(-MOST_STEPS)
}

const walkedNames = ({ recruiter }: KeptCheck['question']) => recruiter?.name

/** An agency that was not on record then may be what turned the answer. */
function namedNow(name: string | undefined, view: OpenedRegister['view']): readonly string[] {
  if (name === undefined) return []
  return view.matchName(name, undefined).candidates.map(({ agencyId }) => agencyId)
}
