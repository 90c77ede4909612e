import { createHash, randomBytes } from 'node:crypto'
import type { Dependencies } from '../dependencies.ts'
import type { LIST_WARNINGS } from '../domain/listing/list-comparison.ts'
import type { ImportRequest, RowDecision } from '../domain/listing/list-import.ts'
import { type Actor, type AuditAction, auditEvent } from '../domain/people/audit-event.ts'
import { mayDo, type Person, type Place } from '../domain/people/person.ts'
import type { Task } from '../domain/people/role.ts'
import type { ProposalDecision } from '../domain/recording/proposal.ts'
import {
  findImport,
  findImportRow,
  type ImportSettings,
  type KeptImport,
  restartComparison,
  saveImport,
  saveImportDecision,
  saveRound,
  saveRowDecision,
  saveWithdrawal,
  takeUpPublishing,
} from '../store/list-imports.ts'
import { openRegister } from './open-register.ts'

type ImportDependencies = Pick<Dependencies, 'database' | 'register' | 'clock' | 'imports'>

/** Who asks. */
export interface Asking {
  readonly person: Person
  readonly actor: Actor
}

interface AskingOf extends Asking {
  readonly importId: string
}

export type ImportOutcome<Refusal extends string = never> =
  | { readonly import: KeptImport }
  | { readonly refused: Refusal | 'unknown_import' | 'outside_place' }

/** A list of 100,000 agencies is a third of it. */
export const MOST_LIST_BYTES = 25 * 1024 * 1024

export type SendRefusal =
  | 'empty'
  | 'too_large'
  | 'unknown_source'
  | 'day_in_future'
  | 'as_of_after_retrieved_on'
  | 'published_already'
  | 'unavailable'

/** Takes in a list that somebody sends. It is compared with the register in the background. */
export async function sendList(
  dependencies: ImportDependencies,
  sent: Asking & {
    readonly bytes: Uint8Array
    readonly fileName: string
    readonly request: ImportRequest
  },
): Promise<ImportOutcome<SendRefusal>> {
  const { person, actor, bytes, fileName, request } = sent
  const place = placeOf(request)
  if (!mayDo(person, 'record', place)) return { refused: 'outside_place' }
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > MOST_LIST_BYTES) return { refused: 'too_large' }
  const opened = await openRegister(dependencies)
  if (opened === undefined) return { refused: 'unavailable' }
  if (request.asOf > opened.today || request.retrievedOn > opened.today) {
    return { refused: 'day_in_future' }
  }
  if (request.asOf > request.retrievedOn) return { refused: 'as_of_after_retrieved_on' }
  const source = opened.view.source(request.sourceId)
  if (source === undefined) return { refused: 'unknown_source' }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const isPublished = source.editions.some(
    (edition) => edition.asOf === request.asOf && edition.sha256 === sha256,
  )
  if (isPublished) return { refused: 'published_already' }

  const id = newImportId()
  const detail = { source: request.sourceId, as_of: request.asOf, sha256 }
  await saveImport(
    dependencies.database,
    { id, request, fileName, sha256, undoes: null, createdBy: person.id, content: bytes },
    auditEvent(actor, 'import.sent', id, { place, detail }),
  )
  return started(dependencies, id)
}

/** Decides about one row, or takes the decision back (null). It counts from the next comparison on. */
export async function decideRow(
  dependencies: ImportDependencies,
  asked: AskingOf & { readonly line: number; readonly decision: RowDecision | null },
): Promise<ImportOutcome<'not_open' | 'unknown_line' | 'unknown_agency' | 'unavailable'>> {
  const { person, line, decision, importId } = asked
  const { database } = dependencies
  const found = await importFor(dependencies, asked, 'record')
  if ('refused' in found) return found
  if ((await findImportRow(database, importId, line)) === undefined) {
    return { refused: 'unknown_line' }
  }
  if (decision?.is === 'is_agency') {
    const opened = await openRegister(dependencies)
    if (opened === undefined) return { refused: 'unavailable' }
    const agency = opened.view.agency(decision.agencyId)
    if (agency?.country !== found.import.request.country) return { refused: 'unknown_agency' }
  }
  const detail = {
    line,
    decision: decision?.is ?? null,
    agency: decision?.is === 'is_agency' ? decision.agencyId : null,
  }
  const event = eventOf(asked, found.import, 'import.row_decided', detail)
  const isSaved = await saveRowDecision(database, importId, line, decision, person.id, event)
  return isSaved ? asKept(dependencies, importId) : { refused: 'not_open' }
}

/** Compares anew, under other settings where some are given; takes up work that was cut off. */
export async function compareAnew(
  dependencies: ImportDependencies,
  asked: AskingOf & { readonly settings?: ImportSettings },
): Promise<ImportOutcome<'not_open'>> {
  const { importId, settings = {} } = asked
  const found = await importFor(dependencies, asked, 'record')
  if ('refused' in found) return found
  const event = eventOf(asked, found.import, 'import.compared_anew')
  const isBegun =
    (await restartComparison(dependencies.database, importId, settings, event)) ||
    (await takeUpPublishing(dependencies.database, importId, event))
  return isBegun ? started(dependencies, importId) : { refused: 'not_open' }
}

export type ProposeRefusal =
  | 'not_open'
  | 'needs_comparing'
  | 'nothing_to_record'
  | Exclude<keyof typeof LIST_WARNINGS, 'names_not_looked_up'>

/** Puts the difference before a second person. */
export async function proposeImport(
  dependencies: ImportDependencies,
  asked: AskingOf & { readonly reason: string | null },
): Promise<ImportOutcome<ProposeRefusal>> {
  const { person, importId, reason } = asked
  const found = await importFor(dependencies, asked, 'record')
  if ('refused' in found) return found
  const refused = refusalToPropose(found.import)
  if (refused !== undefined) return { refused }
  const { comparison } = found.import
  const detail = {
    digest: comparison?.digest ?? null,
    changes: comparison?.changeCount ?? 0,
  }
  const event = eventOf(asked, found.import, 'import.proposed', detail)
  const done = await saveRound(dependencies.database, importId, person.id, reason, event)
  if (done === undefined) return asKept(dependencies, importId)
  return { refused: done.refused === 'unknown_import' ? done.refused : 'not_open' }
}

/** Why an import cannot be put before a second person as it is; undefined when it can. */
export function refusalToPropose({
  state,
  comparison,
  needsComparing,
  request,
}: KeptImport): ProposeRefusal | undefined {
  if (state !== 'compared' || comparison === null) return 'not_open'
  if (needsComparing) return 'needs_comparing'
  const warned = comparison.warnings.map(({ code }) => code)
  if (warned.includes('no_usable_row')) return 'no_usable_row'
  if (warned.includes('many_missing') && !request.acceptMissing) return 'many_missing'
  return comparison.changeCount === 0 ? 'nothing_to_record' : undefined
}

/** Approves, declines or withdraws. That nobody approves their own is kept by the database. */
export async function decideImport(
  dependencies: ImportDependencies,
  asked: AskingOf & {
    readonly decision: ProposalDecision
    readonly reason: string | null
    /** Of the difference that was seen; nothing can be approved without it. */
    readonly digest: string | null
  },
): Promise<ImportOutcome<'not_proposed' | 'not_yours_to_decide' | 'changed_since_seen'>> {
  const { person, importId, decision, reason, digest } = asked
  const task = decision === 'withdrawn' ? 'record' : 'approve'
  const found = await importFor(dependencies, asked, task)
  if ('refused' in found) return found
  const event = eventOf(asked, found.import, `import.${decision}`, {
    digest: found.import.comparison?.digest ?? null,
  })
  const { database } = dependencies
  const done = await saveImportDecision(
    database,
    importId,
    decision,
    person.id,
    reason,
    digest,
    event,
  )
  if (done !== undefined) {
    return { refused: done.refused === 'not_open' ? 'not_proposed' : done.refused }
  }
  return decision === 'approved' ? started(dependencies, importId) : asKept(dependencies, importId)
}

/** Gives an import up of which nothing was recorded; its file is forgotten. */
export async function withdrawImport(
  dependencies: ImportDependencies,
  asked: AskingOf,
): Promise<ImportOutcome<'not_open'>> {
  const found = await importFor(dependencies, asked, 'record')
  if ('refused' in found) return found
  const event = eventOf(asked, found.import, 'import.withdrawn')
  const isDone = await saveWithdrawal(dependencies.database, asked.importId, event)
  return isDone ? asKept(dependencies, asked.importId) : { refused: 'not_open' }
}

/** Makes an import that takes a published one back by correction; it too needs a second person. */
export async function undoImport(
  dependencies: ImportDependencies,
  asked: AskingOf,
): Promise<ImportOutcome<'not_published' | 'undone_already'>> {
  const found = await importFor(dependencies, asked, 'record')
  if ('refused' in found) return found
  const { state, undoes, undoneBy, request, fileName, sha256 } = found.import
  if (state !== 'published' || undoes !== null) return { refused: 'not_published' }
  if (undoneBy !== null) return { refused: 'undone_already' }
  const id = newImportId()
  const createdBy = asked.person.id
  await saveImport(
    dependencies.database,
    { id, request, fileName, sha256, undoes: asked.importId, createdBy, content: null },
    eventOf(asked, found.import, 'import.undoing', { undoing: id }),
  )
  return started(dependencies, id)
}

async function importFor(
  { database }: Pick<Dependencies, 'database'>,
  { person, importId }: AskingOf,
  task: Task,
): Promise<ImportOutcome> {
  const kept = await findImport(database, importId)
  if (kept === undefined) return { refused: 'unknown_import' }
  return mayDo(person, task, placeOf(kept.request))
    ? { import: kept }
    : { refused: 'outside_place' }
}

async function started(
  dependencies: Pick<Dependencies, 'database' | 'imports'>,
  id: string,
): Promise<ImportOutcome> {
  dependencies.imports.run(id)
  return asKept(dependencies, id)
}

async function asKept(
  { database }: Pick<Dependencies, 'database'>,
  id: string,
): Promise<ImportOutcome> {
  const kept = await findImport(database, id)
  return kept === undefined ? { refused: 'unknown_import' } : { import: kept }
}

function eventOf(
  { actor, importId }: AskingOf,
  { request }: KeptImport,
  action: AuditAction,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
) {
  return auditEvent(actor, action, importId, { place: placeOf(request), detail })
}

/** A list speaks for a whole country. */
function placeOf({ country }: ImportRequest): Place {
  return { country, region: null }
}

export function newImportId(): string {
  return `imp_${randomBytes(10).toString('hex')}`
}
