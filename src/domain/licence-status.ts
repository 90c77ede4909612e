import type { CalendarDate } from './calendar-date.ts'
import type { LicenceEvent, LicenceStatus, ValidityBasis } from './licence.ts'

/** A licence on one day: its status and the events that made it so. */
export interface LicenceState {
  readonly status: LicenceStatus
  /** The event that put the licence into this status; null when it was never granted. */
  readonly because: LicenceEvent | null
  /** The grant or renewal in force, or last in force. */
  readonly term: LicenceEvent | null
  readonly validUntil: CalendarDate | null
  readonly validityBasis: ValidityBasis | null
  /** The sanctions in force, oldest first: warnings and suspensions that were not lifted. */
  readonly sanctions: readonly LicenceEvent[]
  /** The last lifting, where no sanction is left. */
  readonly liftedBy: LicenceEvent | null
  /** True when the authority itself said that the licence ended with its term. */
  readonly lapseConfirmed: boolean
}

const NEVER_LICENSED: LicenceState = {
  status: 'never_licensed',
  because: null,
  term: null,
  validUntil: null,
  validityBasis: null,
  sanctions: [],
  liftedBy: null,
  lapseConfirmed: false,
}

/**
 * The status that a licence had on `day`, computed from its events and never stored. Events of one
 * day apply in the order in which they were recorded. An odd history is read, not refused: what may
 * follow what is checked when an event is recorded.
 */
export function licenceStateOn(day: CalendarDate, events: readonly LicenceEvent[]): LicenceState {
  return settle(day, inEffectOn(day, events).reduce(apply, NEVER_LICENSED))
}

function inEffectOn(day: CalendarDate, events: readonly LicenceEvent[]): LicenceEvent[] {
  const withdrawn = withdrawnBy(events)
  return events
    .filter(
      (event) => event.effectiveOn <= day && event.type !== 'corrected' && !withdrawn.has(event.id),
    )
    .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.entry - b.entry)
}

/** The ids of the events that a correction withdraws, less those whose correction was withdrawn. */
export function withdrawnBy(events: readonly LicenceEvent[]): ReadonlySet<string | null> {
  const withdrawn = new Set<string | null>()
  const corrections = events.filter(({ corrects }) => corrects !== null)
  for (const { id, corrects } of corrections.sort((a, b) => b.entry - a.entry)) {
    if (!withdrawn.has(id)) withdrawn.add(corrects)
  }
  return withdrawn
}

function apply(state: LicenceState, event: LicenceEvent): LicenceState {
  switch (event.type) {
    case 'granted':
      return {
        ...NEVER_LICENSED,
        ...termOf(event),
        // The end of a term, unlike a revocation, leaves what was suspended before it suspended.
        sanctions: isEnded(state) ? [] : state.sanctions,
        status: 'licensed',
        because: event,
      }
    case 'renewed':
      // A revocation may be recorded after a renewal that knew nothing of it: only a grant follows it.
      if (isEnded(state)) return state
      return {
        ...state,
        ...termOf(event),
        lapseConfirmed: false,
        status: 'licensed',
        because: event,
      }
    case 'warned':
    case 'suspended_partial':
    case 'suspended_full':
      return { ...state, sanctions: [...state.sanctions, event], liftedBy: null }
    case 'lifted': {
      // Whoever lifted all of them lifted those on record: one that was recorded later stands.
      const sanctions = state.sanctions.filter(({ id, entry }) =>
        event.lifts === null ? entry > event.entry : id !== event.lifts,
      )
      return { ...state, sanctions, liftedBy: event }
    }
    case 'lapsed':
      if (isEnded(state)) return state
      return { ...state, status: 'expired', because: event, lapseConfirmed: true }
    case 'surrendered':
      if (state.status === 'revoked') return state
      return { ...state, status: event.type, because: event }
    case 'revoked':
      return { ...state, status: event.type, because: event }
    case 'corrected':
      return state
  }
}

function isEnded({ status }: LicenceState): boolean {
  return status === 'revoked' || status === 'surrendered'
}

function termOf(event: LicenceEvent) {
  return { term: event, validUntil: event.validUntil, validityBasis: event.validityBasis }
}

const BY_GRAVITY = ['suspended_full', 'suspended_partial', 'warned'] as const

/** A licence in a state, under further sanctions of the same company: they make none of what is no licence. */
export function underSanctions(
  day: CalendarDate,
  state: LicenceState,
  more: readonly LicenceEvent[],
): LicenceState {
  if (more.length === 0 || state.status === 'never_licensed' || state.lapseConfirmed) return state
  const sanctions = [...state.sanctions, ...more].sort((a, b) =>
    a.effectiveOn.localeCompare(b.effectiveOn),
  )
  return settle(day, {
    ...state,
    status: isEnded(state) ? state.status : 'licensed',
    sanctions,
    liftedBy: null,
  })
}

function settle(day: CalendarDate, state: LicenceState): LicenceState {
  // A revoked or surrendered licence stays so after its term: the graver fact wins.
  if (state.status !== 'licensed') return state
  const isPastTerm = state.validUntil !== null && state.validUntil < day
  for (const gravest of BY_GRAVITY) {
    // Nor does the end of a printed term, which may be extended by itself, end a full suspension.
    if (isPastTerm && gravest !== 'suspended_full') break
    const because = state.sanctions.findLast(({ type }) => type === gravest)
    if (because !== undefined) return { ...state, status: gravest, because }
  }
  return isPastTerm ? { ...state, status: 'expired', because: state.term } : state
}
