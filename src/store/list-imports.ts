import type { DirtCode } from '../domain/listing/dirt.ts'
import type { ListColumn } from '../domain/listing/list-column.ts'
import type {
  ImportComparison,
  ImportFile,
  ImportProblem,
  ImportRequest,
  ImportRow,
  ImportRowClass,
  ImportState,
  RowDecision,
  RowDecisions,
} from '../domain/listing/list-import.ts'
import type { AuditEvent } from '../domain/people/audit-event.ts'
import type { ProposalDecision } from '../domain/recording/proposal.ts'
import { auditInsert } from './audit.ts'
import type { Database } from './database.ts'
import { type ExpectedEntries, outcomeOf, type RecordOutcome, refusalIn } from './record-changes.ts'

/** Work that has given no sign for so long was cut off. */
const SECONDS_UNTIL_STOPPED = 30

export interface ImportProgress {
  readonly step: string
  readonly done: number
  /** Null where it is not known. */
  readonly total: number | null
  readonly beatAt: string
  /** True when the process that did the work is gone: it waits to be taken up again. */
  readonly isStopped: boolean
}

/** One time that an import was put before a second person. */
export interface ImportRound {
  readonly round: number
  readonly proposedBy: string
  readonly proposedAt: string
  readonly reason: string | null
  readonly decision: {
    readonly is: ProposalDecision
    readonly by: string
    readonly at: string
    readonly reason: string | null
  } | null
}

export interface KeptImport {
  readonly id: string
  readonly request: ImportRequest
  readonly fileName: string
  readonly fileBytes: number
  readonly sha256: string
  /** The published import that this one takes back. */
  readonly undoes: string | null
  /** The import that takes this one back, published or on its way. */
  readonly undoneBy: { readonly id: string; readonly isPublished: boolean } | null
  readonly createdBy: string
  readonly createdAt: string
  readonly state: ImportState
  /** While it is compared or published. */
  readonly progress: ImportProgress | null
  /** Of the work that ended last without its result. */
  readonly problem: ImportProblem | null
  readonly file: ImportFile | null
  readonly comparison: ImportComparison | null
  /** True when settings or decisions have changed since it was compared. */
  readonly needsComparing: boolean
  /** Rows with a decision. */
  readonly decided: number
  readonly rounds: readonly ImportRound[]
  readonly published: {
    readonly firstEntry: number
    readonly entries: number
    readonly at: string
  } | null
}

export type NewImport = Pick<
  KeptImport,
  'id' | 'request' | 'fileName' | 'sha256' | 'undoes' | 'createdBy'
> & { readonly content: Uint8Array | null }

/** Keeps a list that was sent; it is compared next. */
export async function saveImport(
  { sql }: Database,
  { id, request, fileName, sha256, undoes, createdBy, content }: NewImport,
  event: AuditEvent,
): Promise<void> {
  await sql`
    with sent as (
      insert into list_imports (id, source_id, as_of, retrieved_on, country, kind, columns, sheet,
        accept_missing, file_name, file_bytes, sha256, undoes, created_by, state, beat_at)
      values (${id}, ${request.sourceId}, ${request.asOf}, ${request.retrievedOn}, ${request.country},
        ${request.kind}::agency_kind, ${JSON.stringify(request.columns)}::text::jsonb,
        ${request.sheet}, ${request.acceptMissing}, ${fileName}, ${content?.length ?? 0}, ${sha256},
        ${undoes}, ${createdBy}, 'comparing', clock_timestamp())
      returning id
    ), file as (
      insert into list_import_files (import_id, content)
      select id, ${content === null ? null : Buffer.from(content)}::bytea from sent
      where ${content !== null}
    )
    ${auditInsert(sql, event, sql`sent`)}`
}

export async function findImport({ sql }: Database, id: string): Promise<KeptImport | undefined> {
  const [row] = await sql`${importsIn(sql)} where i.id = ${id}`
  return row && importOf(row)
}

export interface ImportFilter {
  readonly state?: ImportState | undefined
  readonly sourceId?: string | undefined
  /** The place after which the page begins; its moment as text, with microseconds. */
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined
  readonly limit: number
}

/** The newest first. */
export async function listImports(
  { sql }: Database,
  { state, sourceId, after, limit }: ImportFilter,
): Promise<KeptImport[]> {
  const rows = await sql`${importsIn(sql)}
    where true
      ${state === undefined ? sql`` : sql`and i.state = ${state}::import_state`}
      ${sourceId === undefined ? sql`` : sql`and i.source_id = ${sourceId}`}
      ${
        after === undefined
          ? sql``
          : sql`and (i.created_at, i.id) < (${after.createdAt}::timestamptz, ${after.id})`
      }
    order by i.created_at desc, i.id desc limit ${limit}`
  return rows.map(importOf)
}

export interface ImportsToLookAt {
  /** Waiting for a second person, and since when the oldest. */
  readonly proposed: number
  readonly since: Date | null
  readonly failed: number
  readonly stopped: number
  /** Rows that a person should look at, of imports that are open. */
  readonly rows: number
}

/** What of the imports waits for people. */
export async function countImportsToLookAt({ sql }: Database): Promise<ImportsToLookAt> {
  const [row] = await sql`
    select count(*) filter (where i.state = 'proposed')::int as proposed,
      min((select max(r.proposed_at) from list_import_rounds r where r.import_id = i.id))
        filter (where i.state = 'proposed')::text as since,
      count(*) filter (where i.state = 'failed')::int as failed,
      count(*) filter (where i.state in ('comparing', 'publishing') and ${isStopped(sql)})::int
        as stopped,
      coalesce(sum((i.comparison ->> 'needLook')::int) filter (where i.state = 'compared'), 0)::int
        as rows
    from list_imports i where i.state not in ('published', 'withdrawn')`
  return {
    proposed: Number(row?.proposed ?? 0),
    since: typeof row?.since === 'string' ? new Date(row.since) : null,
    failed: Number(row?.failed ?? 0),
    stopped: Number(row?.stopped ?? 0),
    rows: Number(row?.rows ?? 0),
  }
}

/** Imports whose work is not at its end, whoever does it or did. */
export async function listUnfinishedImports({ sql }: Database): Promise<string[]> {
  const rows = await sql`
    select id from list_imports where state in ('comparing', 'publishing') order by created_at`
  return rows.map(({ id }) => String(id))
}

/** Headings chosen by hand for the list of a source that was sent last. */
export async function findRememberedColumns(
  { sql }: Database,
  sourceId: string,
): Promise<Partial<Record<ListColumn, string>>> {
  const [row] = await sql`
    select columns from list_imports
    where source_id = ${sourceId} and undoes is null and state <> 'failed'
    order by created_at desc limit 1`
  return (row?.columns ?? {}) as Partial<Record<ListColumn, string>>
}

export async function findImportFile(
  { sql }: Database,
  id: string,
): Promise<Uint8Array | undefined> {
  const [row] = await sql`select content from list_import_files where import_id = ${id}`
  return row?.content as Uint8Array | undefined
}

export interface ImportRowFilter {
  readonly class?: ImportRowClass | undefined
  readonly needsLook?: boolean | undefined
  readonly decided?: boolean | undefined
  readonly dirt?: DirtCode | undefined
  /** Part of a name, a number or an agency's id. */
  readonly text?: string | undefined
  /** The position after which the page begins. */
  readonly after?: number | undefined
  readonly limit: number
}

/** Rows in the order of the list, and how many there are with the filter. */
export async function listImportRows(
  { sql }: Database,
  importId: string,
  { class: is, needsLook, decided, dirt, text, after = -1, limit }: ImportRowFilter,
): Promise<{ rows: ImportRow[]; total: number }> {
  const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const matching = sql`
    from list_import_rows r
    left join list_import_decisions d on d.import_id = r.import_id and d.line = r.line
    where r.import_id = ${importId}
      ${is === undefined ? sql`` : sql`and r.class = ${is}`}
      ${needsLook === undefined ? sql`` : sql`and r.needs_look = ${needsLook}`}
      ${decided === undefined ? sql`` : sql`and (d.line is not null) = ${decided}`}
      ${
        dirt === undefined
          ? sql``
          : sql`and r.dirt @> ${JSON.stringify([{ code: dirt }])}::text::jsonb`
      }
      ${
        text === undefined
          ? sql``
          : sql`and (r.name ilike ${like} or r.number ilike ${like} or r.agency_id ilike ${like})`
      }`
  const [rows, counted] = await Promise.all([
    sql`${rowColumns(sql)} ${matching} and r.position > ${after} order by r.position limit ${limit}`,
    sql`select count(*)::int as total ${matching}`,
  ])
  return { rows: rows.map(rowOf), total: Number(counted[0]?.total ?? 0) }
}

/** The row that stands on a line of the list. */
export async function findImportRow(
  { sql }: Database,
  importId: string,
  line: number,
): Promise<ImportRow | undefined> {
  const [row] = await sql`${rowColumns(sql)}
    from list_import_rows r
    left join list_import_decisions d on d.import_id = r.import_id and d.line = r.line
    where r.import_id = ${importId} and r.line = ${line}`
  return row && rowOf(row)
}

export async function loadRowDecisions({ sql }: Database, importId: string): Promise<RowDecisions> {
  const rows = await sql`
    select line, decision, agency_id from list_import_decisions where import_id = ${importId}`
  return new Map(rows.map((row) => [Number(row.line), decisionOf(row)!]))
}

/** False when the import is no longer open. */
export async function saveRowDecision(
  { sql }: Database,
  importId: string,
  line: number,
  decision: RowDecision | null,
  by: string,
  event: AuditEvent,
): Promise<boolean> {
  const agencyId = decision?.is === 'is_agency' ? decision.agencyId : null
  const rows = await sql`
    with open as (
      update list_imports set needs_comparing = true
      where id = ${importId} and state = 'compared' returning id
    ), decided as (
      insert into list_import_decisions (import_id, line, decision, agency_id, decided_by)
      select id, ${line}, ${decision?.is ?? null}::row_decision, ${agencyId}, ${by} from open
      where ${decision !== null}
      on conflict (import_id, line) do update
      set decision = excluded.decision, agency_id = excluded.agency_id,
        decided_by = excluded.decided_by, decided_at = clock_timestamp()
    ), taken_back as (
      delete from list_import_decisions d using open
      where d.import_id = open.id and d.line = ${line} and ${decision === null}
    ), told as (${auditInsert(sql, event, sql`open`)})
    select id from open`
  return rows.length > 0
}

export interface ImportSettings {
  readonly columns?: ImportRequest['columns'] | undefined
  readonly sheet?: string | null | undefined
  readonly acceptMissing?: boolean | undefined
}

/** Sends an open import, or one whose work has stopped, to be compared anew. False when it is neither. */
export async function restartComparison(
  { sql }: Database,
  importId: string,
  { columns, sheet, acceptMissing }: ImportSettings,
  event: AuditEvent,
): Promise<boolean> {
  const rows = await sql`
    with restarted as (
      update list_imports i set state = 'comparing', beat_at = clock_timestamp(), step = null,
        done = null, total = null, problem = null
        ${columns === undefined ? sql`` : sql`, columns = ${JSON.stringify(columns)}::text::jsonb`}
        ${sheet === undefined ? sql`` : sql`, sheet = ${sheet}`}
        ${acceptMissing === undefined ? sql`` : sql`, accept_missing = ${acceptMissing}`}
      where i.id = ${importId} and ${isOpen(sql)}
      returning i.id
    ), told as (${auditInsert(sql, event, sql`restarted`)})
    select id from restarted`
  return rows.length > 0
}

/** Marks publishing that was cut off as taken up. False when it goes on, or is no such work. */
export async function takeUpPublishing(
  { sql }: Database,
  importId: string,
  event: AuditEvent,
): Promise<boolean> {
  const rows = await sql`
    with taken as (
      update list_imports i set beat_at = clock_timestamp()
      where i.id = ${importId} and i.state = 'publishing' and ${isStopped(sql)} returning i.id
    ), told as (${auditInsert(sql, event, sql`taken`)})
    select id from taken`
  return rows.length > 0
}

/** Gives up an import that nothing was recorded of, and forgets its file. False when it is not open. */
export async function saveWithdrawal(
  { sql }: Database,
  importId: string,
  event: AuditEvent,
): Promise<boolean> {
  const rows = await sql`
    with withdrawn as (
      update list_imports i set state = 'withdrawn', problem = null
      where i.id = ${importId} and ${isOpen(sql)}
      returning i.id
    ), forgotten as (
      delete from list_import_files f using withdrawn w where f.import_id = w.id
    ), told as (${auditInsert(sql, event, sql`withdrawn`)})
    select id from withdrawn`
  return rows.length > 0
}

/** How far the work is. False when it is no longer this work's to do. */
export async function saveProgress(
  { sql }: Database,
  importId: string,
  { step, done, total }: Pick<ImportProgress, 'step' | 'done' | 'total'>,
): Promise<boolean> {
  const rows = await sql`
    update list_imports set step = ${step}, done = ${done}, total = ${total}, beat_at = clock_timestamp()
    where id = ${importId} and state in ('comparing', 'publishing') returning id`
  return rows.length > 0
}

export async function discardImportRows({ sql }: Database, importId: string): Promise<void> {
  await sql`delete from list_import_rows where import_id = ${importId}`
}

export type NewImportRow = Omit<ImportRow, 'decision' | 'decidedBy'>

export async function saveImportRows(
  { sql }: Database,
  importId: string,
  rows: readonly NewImportRow[],
): Promise<void> {
  const records = rows.map((row) => ({
    position: row.position,
    line: row.line,
    class: row.class,
    agency_id: row.agencyId,
    name: row.name,
    number: row.number,
    needs_look: row.needsLook,
    is_held: row.isHeld,
    changes: row.changes,
    dirt: row.dirt,
    findings: row.findings,
    conflict: row.conflict,
    duplicate_of: row.duplicateOf,
  }))
  await sql`
    insert into list_import_rows (import_id, position, line, class, agency_id, name, number,
      needs_look, is_held, changes, dirt, findings, conflict, duplicate_of)
    select ${importId}, r.*
    from jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as r (position int, line int,
      class text, agency_id text, name text, number text, needs_look boolean, is_held boolean,
      changes jsonb, dirt jsonb, findings jsonb, conflict jsonb, duplicate_of int)`
}

/** The end of a comparison that came to its result. */
export async function saveComparison(
  { sql }: Database,
  importId: string,
  file: ImportFile | null,
  comparison: Omit<ImportComparison, 'comparedAt'>,
): Promise<void> {
  await sql`
    update list_imports set state = 'compared', needs_comparing = false, step = null, done = null,
      total = null, file = ${file === null ? null : JSON.stringify(file)}::text::jsonb,
      comparison = ${JSON.stringify(comparison)}::text::jsonb
        || jsonb_build_object('comparedAt', clock_timestamp()::text)
    where id = ${importId} and state = 'comparing'`
}

/** The end of work that came to none: a failed comparison, or a publishing that must be compared anew. */
export async function saveProblem(
  { sql }: Database,
  importId: string,
  problem: ImportProblem,
): Promise<void> {
  await sql`
    update list_imports set problem = ${JSON.stringify(problem)}::text::jsonb, step = null,
      done = null, total = null, needs_comparing = true,
      state = case state when 'comparing' then 'failed' else 'compared' end::import_state
    where id = ${importId} and state in ('comparing', 'publishing')`
}

const REFUSED = {
  PR403: 'not_yours_to_decide',
  PR404: 'unknown_import',
  PR410: 'not_open',
  PR412: 'changed_since_seen',
} as const
type Refused = { readonly refused: (typeof REFUSED)[keyof typeof REFUSED] }

export function saveRound(
  { sql }: Database,
  importId: string,
  by: string,
  reason: string | null,
  event: AuditEvent,
): Promise<Refused | undefined> {
  return orRefused(
    () => sql`
      with proposed as materialized (
        select list_import_propose(${importId}, ${by}, ${reason}) as done
      )
      ${auditInsert(sql, event, sql`proposed`)}`,
  )
}

/** `digest` is of the difference that whoever approves has seen. */
export function saveImportDecision(
  { sql }: Database,
  importId: string,
  decision: ProposalDecision,
  by: string,
  reason: string | null,
  digest: string | null,
  event: AuditEvent,
): Promise<Refused | undefined> {
  return orRefused(
    () => sql`
      with decided as materialized (
        select list_import_decide(${importId}, ${decision}::proposal_decision, ${by}, ${reason},
          ${digest}) as done
      )
      ${auditInsert(sql, event, sql`decided`)}`,
  )
}

/** Records a staged batch, if its digest is the one that was approved, and says so of the import. */
export function publishStaged(
  { sql }: Database,
  importId: string,
  batch: string,
  expect: ExpectedEntries,
  digest: string,
): Promise<RecordOutcome> {
  return outcomeOf(
    sql`select first_entry::float8, size::float8, recorded_at::text
      from list_import_publish(${importId}, ${batch}, ${JSON.stringify(expect)}::text::jsonb, ${digest})`,
  )
}

async function orRefused(act: () => PromiseLike<unknown>): Promise<Refused | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    const refused = refusalIn(error, REFUSED)
    if (refused === undefined) throw error
    return { refused } as Refused
  }
}

/** Nothing works on it, and nothing of it waits for a decision or was recorded. */
function isOpen(sql: Database['sql']) {
  return sql`(i.state in ('compared', 'failed') or i.state = 'comparing' and ${isStopped(sql)})`
}

function isStopped(sql: Database['sql']) {
  return sql`i.beat_at < clock_timestamp() - make_interval(secs => ${SECONDS_UNTIL_STOPPED})`
}

function importsIn(sql: Database['sql']) {
  return sql`
    select i.*, i.as_of::text as as_of, i.retrieved_on::text as retrieved_on,
      i.created_at::text as created_at, i.beat_at::text as beat_at,
      i.published_at::text as published_at, i.first_entry::float8 as first_entry,
      ${isStopped(sql)} as is_stopped,
      (select count(*)::int from list_import_decisions d where d.import_id = i.id) as decided,
      (select jsonb_build_object('id', u.id, 'isPublished', u.state = 'published')
        from list_imports u where u.undoes = i.id and u.state <> 'withdrawn'
        order by u.created_at desc limit 1) as undone_by,
      coalesce((
        select jsonb_agg(jsonb_build_object('round', r.round, 'proposedBy', r.proposed_by,
          'proposedAt', r.proposed_at::text, 'reason', r.reason, 'decision',
          case when r.decision is not null then jsonb_build_object('is', r.decision,
            'by', r.decided_by, 'at', r.decided_at::text, 'reason', r.decision_reason) end)
          order by r.round)
        from list_import_rounds r where r.import_id = i.id), '[]') as rounds
    from list_imports i`
}

function importOf(row: Record<string, unknown>): KeptImport {
  const state = row.state as ImportState
  const isWorking = state === 'comparing' || state === 'publishing'
  return {
    id: String(row.id),
    request: {
      sourceId: String(row.source_id),
      asOf: row.as_of as ImportRequest['asOf'],
      retrievedOn: row.retrieved_on as ImportRequest['retrievedOn'],
      country: String(row.country),
      kind: row.kind as ImportRequest['kind'],
      columns: row.columns as ImportRequest['columns'],
      sheet: row.sheet as string | null,
      acceptMissing: row.accept_missing === true,
    },
    fileName: String(row.file_name),
    fileBytes: Number(row.file_bytes),
    sha256: String(row.sha256),
    undoes: row.undoes as string | null,
    undoneBy: row.undone_by as KeptImport['undoneBy'],
    createdBy: String(row.created_by),
    createdAt: String(row.created_at),
    state,
    progress: isWorking
      ? {
          step: String(row.step ?? 'reading'),
          done: Number(row.done ?? 0),
          total: row.total === null ? null : Number(row.total),
          beatAt: String(row.beat_at),
          isStopped: row.is_stopped === true,
        }
      : null,
    problem: row.problem as ImportProblem | null,
    file: row.file as ImportFile | null,
    comparison: row.comparison as ImportComparison | null,
    needsComparing: row.needs_comparing === true,
    decided: Number(row.decided),
    rounds: row.rounds as ImportRound[],
    published:
      row.published_at === null
        ? null
        : {
            firstEntry: Number(row.first_entry),
            entries: Number(row.entries),
            at: String(row.published_at),
          },
  }
}

function rowColumns(sql: Database['sql']) {
  return sql`select r.*, d.decision, d.agency_id as decided_agency, d.decided_by`
}

function rowOf(row: Record<string, unknown>): ImportRow {
  return {
    position: Number(row.position),
    line: row.line as number | null,
    class: row.class as ImportRowClass,
    agencyId: row.agency_id as string | null,
    name: String(row.name),
    number: row.number as string | null,
    needsLook: row.needs_look === true,
    isHeld: row.is_held === true,
    changes: row.changes as ImportRow['changes'],
    dirt: row.dirt as ImportRow['dirt'],
    findings: row.findings as ImportRow['findings'],
    conflict: row.conflict as ImportRow['conflict'],
    duplicateOf: row.duplicate_of as number | null,
    decision: decisionOf({ decision: row.decision, agency_id: row.decided_agency }),
    decidedBy: (row.decided_by ?? null) as string | null,
  }
}

function decisionOf({
  decision,
  agency_id: agencyId,
}: Record<string, unknown>): RowDecision | null {
  if (decision === null || decision === undefined) return null
  if (decision === 'is_agency') return { is: 'is_agency', agencyId: String(agencyId) }
  return { is: decision as 'leave_out' | 'is_new' }
}
