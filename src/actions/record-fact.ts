import type { Dependencies } from '../dependencies.ts'
import type { JsonValue } from '../domain/canonical-json.ts'
import { type Change, factsRetracted } from '../domain/change.ts'
import { type Actor, auditEvent } from '../domain/people/audit-event.ts'
import { mayDo, type Person } from '../domain/people/person.ts'
import { readChange } from '../domain/recording/after-changes.ts'
import { NEVER_RETRACTED, recordableKind } from '../domain/recording/catalogue.ts'
import { directionOf } from '../domain/recording/direction.ts'
import {
  type Desk,
  type Draft,
  type Fault,
  isRefused,
  type Warning,
} from '../domain/recording/fact-kind.ts'
import type { AnyBody } from '../domain/recording/field.ts'
import { findEntries, lastEntryOf } from '../store/log-entries.ts'
import {
  findProposal,
  type KeptProposal,
  type RefusedProposal,
  saveProposal,
} from '../store/proposals.ts'
import { type ClaimedKey, recordOnce } from '../store/recording-keys.ts'
import { type Claim, type IdempotencyKey, once } from './once.ts'
import { openCurrentRegister } from './open-register.ts'
import { recordingDesk } from './recording-desk.ts'

type RecordDependencies = Pick<Dependencies, 'register' | 'clock' | 'config' | 'database' | 'hash'>

/**
 * What the person had read: the last entry of the subject, null where there was none yet; or the last
 * entry of the whole log, by whoever opened a form before saying whom it is about.
 */
export type EntryRead = number | null | { readonly ofLog: number }

/** One fact as a person sends it, or the facts to take back: see `RETRACTION`. */
export interface RecordRequest {
  readonly person: Person
  readonly actor: Actor
  readonly kind: string
  readonly body: AnyBody
  readonly reason: string | null
  readonly lastEntry: EntryRead
  readonly renews?: string
  readonly idempotency?: IdempotencyKey | undefined
}

/** In the place of a kind: the body names the kind and the entry that is taken back. */
export const RETRACTION = 'retraction'

export interface RecordedFact {
  readonly kind: string
  readonly subject: string
  readonly entry: number
  readonly recordedAt: string
}

export type RecordFactOutcome =
  | { readonly recorded: RecordedFact; readonly warnings: readonly Warning[] }
  | { readonly proposed: KeptProposal; readonly warnings: readonly Warning[] }
  | { readonly refused: 'faults'; readonly faults: readonly Fault[] }
  | { readonly refused: 'licence_overlaps'; readonly licences: readonly string[] }
  | {
      readonly refused:
        | Exclude<RefusedProposal, 'licence_overlaps' | 'key_used'>
        | 'unavailable'
        | 'outside_place'
        | 'key_reused'
        | 'in_flight'
    }

/** Records at once what can only make answers worse; everything else waits for a second person. */
export function recordFact(
  dependencies: RecordDependencies,
  request: RecordRequest,
): Promise<RecordFactOutcome> {
  const { kind, body, reason, lastEntry, renews, idempotency } = request
  const whole = { kind, body, reason, lastEntry, renews: renews ?? null } as JsonValue
  return once(
    dependencies,
    idempotency,
    whole,
    (claim) => draftAndRecord(dependencies, request, claim),
    (claimed) => repeated(dependencies, claimed),
  )
}

async function draftAndRecord(
  dependencies: RecordDependencies,
  { person, actor, kind, body, reason, lastEntry, renews }: RecordRequest,
  claim: Claim,
): Promise<RecordFactOutcome | { readonly refused: 'key_used' }> {
  const { database, config } = dependencies
  const opened = await openCurrentRegister(dependencies)
  if (opened === undefined) return { refused: 'unavailable' }
  const desk = recordingDesk(opened, config.country)
  const entryRead = async (subject: string) =>
    lastEntry === null || typeof lastEntry === 'number'
      ? lastEntry
      : lastEntryOf(database, subject, lastEntry.ofLog)
  const drafted =
    kind === RETRACTION
      ? await draftRetraction(dependencies, body, desk)
      : draftFact(kind, body, desk)
  if (isRefused(drafted)) {
    // What is wrong now may have been right on the record as it was read.
    const subject = agencyIn(body, desk)
    if (
      subject !== undefined &&
      (await lastEntryOf(database, subject)) !== (await entryRead(subject))
    ) {
      return { refused: 'changed_since_read' }
    }
    return { refused: 'faults', faults: drafted }
  }
  const { changes, place, warnings = [] } = drafted
  if (!mayDo(person, 'record', place)) return { refused: 'outside_place' }

  const { subject } = changes[0]!
  const expect = { [subject]: await entryRead(subject) }
  const told = warnings as unknown as JsonValue
  if (directionOf(changes, desk) === 'worse') {
    const outcome = claim({ recorded: { kind, subject }, warnings: told })
    const event = auditEvent(actor, 'fact.recorded', subject, { place, detail: { kind } })
    const done = await recordOnce(database, person.id, changes, expect, outcome, event)
    if ('refused' in done) return refusalOf(done.refused, changes, desk)
    const { firstEntry: entry, recordedAt } = done
    return { recorded: { kind, subject, entry, recordedAt }, warnings }
  }
  const proposal = {
    id: desk.newId('prp'),
    subject,
    kind,
    proposedBy: person.id,
    changes,
    expect,
    reason,
    place,
    renews: renews ?? null,
    request: body as JsonValue,
  }
  const key = claim({ proposed: proposal.id, warnings: told })
  const detail = { kind, proposal: proposal.id, renews: proposal.renews }
  const event = auditEvent(actor, 'fact.proposed', subject, { place, detail })
  const done = await saveProposal(database, proposal, key, event)
  if ('refused' in done) return refusalOf(done.refused, changes, desk)
  return { proposed: { ...proposal, proposedAt: done.proposedAt, decided: null }, warnings }
}

function agencyIn({ agency_id: agencyId, licence_id: licenceId }: AnyBody, desk: Desk) {
  const agency = typeof agencyId === 'string' ? desk.agency(agencyId) : undefined
  return (
    agency?.id ?? (typeof licenceId === 'string' ? desk.licence(licenceId)?.agency.id : undefined)
  )
}

function draftFact(kind: string, body: AnyBody, desk: Desk): Draft | readonly Fault[] {
  const recordable = recordableKind(kind)
  if (recordable === undefined) throw new Error(`no such kind of fact: ${kind}`)
  return recordable.draft(body, desk)
}

async function draftRetraction(
  { database }: RecordDependencies,
  { kind, entry }: AnyBody,
  desk: Desk,
): Promise<Draft | readonly Fault[]> {
  const [found] = await findEntries(database, [Number(entry)])
  const notThere = {
    field: 'entry',
    says: { id: 'Tidak ada catatan seperti itu.', en: 'There is no such record.' },
  }
  if (found === undefined || found.kind !== kind || found.retracts) return [notThere]
  if (NEVER_RETRACTED.has(found.kind)) {
    const says = {
      id: 'Catatan ini tidak dapat ditarik; tarik yang dikatakan tentangnya.',
      en: 'This record stays; retract what is said of it.',
    }
    return [{ field: 'kind', says }]
  }
  const agencyId = [found.row.agency_id, found.subject].find(
    (id) => typeof id === 'string' && desk.agency(id) !== undefined,
  )
  const agency = agencyId === undefined ? undefined : desk.agency(String(agencyId))
  const region = SPANNING.has(found.kind) ? null : (found.row.region_code ?? agency?.regionCode)
  return {
    place: { country: agency?.country ?? desk.country, region: region ? String(region) : null },
    changes: [factsRetracted(found.kind, found.subject, [found.entry])],
  }
}

/** What is never of one region alone, though it may name an agency that is. */
const SPANNING: ReadonlySet<string> = new Set(['agency_merges', 'complete_tables'])

function refusalOf(
  refused: RefusedProposal,
  changes: readonly Change[],
  desk: Desk,
): RecordFactOutcome | { readonly refused: 'key_used' } {
  return refused === 'licence_overlaps'
    ? { refused, licences: otherLicences(changes, desk) }
    : { refused }
}

/** The licences of the same agency and kind, one of which stands on days of the one recorded. */
export function otherLicences(changes: readonly Change[], desk: Desk): readonly string[] {
  const { row, subject } = readChange(changes.at(-1)!)
  const own = row?.licence_id
  const made = changes.map(readChange).find(({ kind }) => kind === 'licences')?.row?.kind
  const { licences = [] } = desk.agency(subject) ?? {}
  const kind = made ?? licences.find(({ id }) => id === own)?.kind
  return licences.filter((other) => other.id !== own && other.kind === kind).map(({ id }) => id)
}

async function repeated(
  { database }: RecordDependencies,
  { outcome, firstEntry }: ClaimedKey,
): Promise<RecordFactOutcome> {
  const { recorded, proposed, warnings } = outcome as unknown as {
    recorded?: { kind: string; subject: string }
    proposed?: string
    warnings: Warning[]
  }
  if (recorded !== undefined && firstEntry !== null) {
    const [entry] = await findEntries(database, [firstEntry])
    return { recorded: { ...recorded, entry: firstEntry, recordedAt: entry!.recordedAt }, warnings }
  }
  const proposal = await findProposal(database, proposed ?? '')
  // The answer of that time: it was waiting then.
  return { proposed: { ...proposal!, decided: null }, warnings }
}
