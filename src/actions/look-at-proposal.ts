import type { Dependencies } from '../dependencies.ts'
import type { Agency } from '../domain/agency.ts'
import type { Answer } from '../domain/answer.ts'
import type { JsonValue } from '../domain/canonical-json.ts'
import { agencyWith, readChange } from '../domain/recording/after-changes.ts'
import { answerAbout } from '../domain/recording/answer-about.ts'
import { answeringAfterMerge, answeringWith } from '../domain/recording/answering-agency.ts'
import type { Source } from '../domain/source.ts'
import { findEntries, type LogEntry, listSubjectEntries } from '../store/log-entries.ts'
import { findProposal, type KeptProposal } from '../store/proposals.ts'
import { openRegister } from './open-register.ts'
import { recordingDesk } from './recording-desk.ts'

export interface FieldDifference {
  readonly field: string
  readonly before: JsonValue
  readonly after: JsonValue
}

export interface LookedAtProposal {
  readonly proposal: KeptProposal
  /** For each change what would stand in its row, beside what stands there now. */
  readonly differences: readonly {
    readonly kind: string
    readonly fields: readonly FieldDifference[]
  }[]
  /** What the public would be answered about the agency today; null for what concerns none. */
  readonly answers: { readonly before: Answer | null; readonly after: Answer } | null
  readonly sources: readonly Source[]
  /** What was recorded of its subject since it was proposed: then it can only be renewed. */
  readonly changedSince: readonly LogEntry[]
}

const MOST_ENTRIES_SHOWN = 50
/** A commitment and its salt say nothing to a person. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['name_salt', 'name_commitment'])

/** A proposal with everything that its second person must see. Undefined when there is none. */
export async function lookAtProposal(
  dependencies: Pick<Dependencies, 'register' | 'clock' | 'config' | 'database'>,
  id: string,
): Promise<LookedAtProposal | { readonly refused: 'unavailable' } | undefined> {
  const { database, config } = dependencies
  const proposal = await findProposal(database, id)
  if (proposal === undefined) return undefined
  const opened = await openRegister(dependencies)
  if (opened === undefined) return { refused: 'unavailable' }
  const changes = proposal.changes.map(readChange)
  const [superseded, recorded] = await Promise.all([
    findEntries(
      database,
      changes.flatMap(({ supersedes }) => supersedes),
    ),
    listSubjectEntries(database, proposal.subject, MOST_ENTRIES_SHOWN),
  ])
  const differences = changes.map(({ kind, row, supersedes }) => {
    const before = superseded.find(({ entry }) => supersedes.includes(entry))?.row ?? {}
    const names = new Set([...Object.keys(before), ...Object.keys(row ?? {})])
    const fields = [...names]
      .filter((field) => !NOT_SHOWN.has(field))
      .map((field) => ({ field, before: before[field] ?? null, after: row?.[field] ?? null }))
      .filter(({ before: was, after }) => JSON.stringify(was) !== JSON.stringify(after))
    return { kind, fields }
  })

  const desk = recordingDesk(opened, config.country)
  const { today, view } = opened
  const was = view.agency(proposal.subject)
  const size = view.size + changes.length
  const record = agencyWith(desk.agency(proposal.subject), proposal.changes, view.size)
  const merge = changes.find(({ kind }) => kind === 'agency_merges')
  const is =
    merge === undefined ? record && answeringWith(record, desk) : answeringAfterMerge(merge, desk)
  const answerOn = (agency: Agency | undefined) =>
    agency === undefined ? null : answerAbout(agency, { ...view, size }, { on: today, today })
  const after = answerOn(is)
  const sourceIds = new Set(changes.flatMap(({ row }) => row?.source_id ?? []))
  const seen = proposal.expect[proposal.subject] ?? -1
  return {
    proposal,
    differences,
    answers: after === null ? null : { before: answerOn(was), after },
    sources: [...sourceIds].flatMap((source) => view.source(String(source)) ?? []),
    changedSince: proposal.decided ? [] : recorded.filter(({ entry }) => entry > seen),
  }
}

/** Whole days between the proposal and its decision, or now while it waits. */
export function daysWaited({ proposedAt, decided }: KeptProposal, now: Date): number {
  const until = decided === null ? now.getTime() : Date.parse(decided.at)
  return Math.max(0, Math.floor((until - Date.parse(proposedAt)) / 86_400_000))
}
