import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needsALook } from '../domain/listing/compare-list.ts'
import type { ImportFinding } from '../domain/listing/import-finding.ts'
import type { ListComparison } from '../domain/listing/list-comparison.ts'
import type { Database } from '../store/database.ts'
import {
  discardImportRows,
  findImport,
  findImportFile,
  type ImportProgress,
  type KeptImport,
  loadRowDecisions,
  type NewImportRow,
  publishStaged,
  saveComparison,
  saveImportRows,
  saveProblem,
  saveProgress,
} from '../store/list-imports.ts'
import { ChangeStage } from './change-stage.ts'
import { type ImportListDependencies, importList, type ListImport } from './import-list.ts'
import { ListFileRefused } from './list-file-refused.ts'
import { undoImport } from './undo-import.ts'

const ROWS_A_PART = 1_000
const MS_BETWEEN_BEATS = 2_000

/**
 * Does what an import waits for: compares its list with the register, or records what a second person
 * approved. Says how far it is, and how it ended, where every instance of the service can read it.
 * `database` has no statement time-out. What fails unexpectedly is thrown, after it was noted.
 */
export async function workOnImport(database: Database, importId: string): Promise<void> {
  const kept = await findImport(database, importId)
  if (kept?.state !== 'comparing' && kept?.state !== 'publishing') return
  let at: Pick<ImportProgress, 'step' | 'done' | 'total'> = {
    step: 'reading',
    done: 0,
    total: null,
  }
  const progress: ImportListDependencies['progress'] = (step, done, total) => {
    at = { step, done, total }
  }
  const beat = setInterval(() => {
    // A beat that is lost makes the work look stopped for a while; it goes on.
    saveProgress(database, importId, at).catch(() => {})
  }, MS_BETWEEN_BEATS)
  try {
    await saveProgress(database, importId, at)
    if (kept.undoes !== null) await workOnUndoing(database, kept, progress)
    else await workOnList(database, kept, progress)
  } catch (error) {
    if (error instanceof ListFileRefused) {
      const { refusal: code, message: says, headings } = error
      await saveProblem(database, importId, { code, says, headings })
      return
    }
    await saveProblem(database, importId, { code: 'unexpected', says: '' })
    throw error
  } finally {
    clearInterval(beat)
  }
}

async function workOnList(
  database: Database,
  { id, request, state }: KeptImport,
  progress: ImportListDependencies['progress'],
): Promise<void> {
  const content = await findImportFile(database, id)
  if (content === undefined) {
    await saveProblem(database, id, { code: 'not_found', says: 'The file is no longer kept.' })
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'pastikan-import-'))
  try {
    const file = join(folder, 'list')
    await writeFile(file, content, { mode: 0o600 })
    const { sheet, ...asked } = request
    const done = await importList(
      {
        database,
        progress,
        record: (batch, expected, digest) => publishStaged(database, id, batch, expected, digest),
      },
      {
        ...asked,
        ...(sheet === null ? {} : { sheet }),
        file,
        recordedBy: id,
        apply: state === 'publishing',
        decisions: await loadRowDecisions(database, id),
      },
    )
    if (state === 'comparing') await keepComparison(database, id, done, progress)
    else await keepProblem(database, id, done.outcome)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keepComparison(
  database: Database,
  id: string,
  { compared, outcome }: ListImport,
  progress: ImportListDependencies['progress'],
): Promise<void> {
  if (compared === undefined) return keepProblem(database, id, outcome)
  const { comparison, findings, heldLines, changeCount, digest, file } = compared
  const rows = rowsOf(comparison, findings, new Set(heldLines))
  await keepRows(database, id, rows, progress)
  const { counts, dirtCounts, warnings, missing } = comparison
  await saveComparison(database, id, file, {
    counts: { ...counts, missing: missing.length },
    dirtCounts,
    warnings,
    needLook: rows.filter(({ needsLook }) => needsLook).length,
    changeCount,
    digest,
  })
}

/** Nothing to note where it was recorded: the statement that records says so. */
async function keepProblem(
  database: Database,
  id: string,
  outcome: ListImport['outcome'],
): Promise<void> {
  if (outcome.is === 'refused') {
    await saveProblem(database, id, { code: outcome.because, says: outcome.says })
  }
  if (outcome.is === 'already_recorded') {
    const says = `this very file is recorded for that source and day, as entry ${outcome.entry}`
    await saveProblem(database, id, { code: outcome.is, says })
  }
}

async function workOnUndoing(
  database: Database,
  { id, undoes, state }: KeptImport,
  progress: ImportListDependencies['progress'],
): Promise<void> {
  const published = (await findImport(database, undoes ?? ''))?.published
  if (published == null) throw new Error('what is to be taken back was never published')
  const range = { from: published.firstEntry, to: published.firstEntry + published.entries }
  if (state === 'comparing') {
    const { rows, changeCount, digest } = await undoImport(
      database,
      range,
      async () => {},
      (done, total) => progress('comparing', done, total),
    )
    await keepRows(database, id, rows, progress)
    const changedSince = rows.filter(({ class: is }) => is === 'changed_since').length
    await saveComparison(database, id, null, {
      counts: { taken_back: rows.length - changedSince, changed_since: changedSince },
      dirtCounts: {},
      warnings: [],
      needLook: changedSince,
      changeCount,
      digest,
    })
    return
  }
  const stage = new ChangeStage(database, id)
  try {
    await stage.begin()
    const { digest } = await undoImport(
      database,
      range,
      (changes) => stage.add(changes),
      (done, total) => progress('staging', done, total),
    )
    progress('recording', 0, stage.count)
    const outcome = await stage.apply((batch) => publishStaged(database, id, batch, {}, digest))
    if ('refused' in outcome) {
      await saveProblem(database, id, {
        code: outcome.refused === 'recording_held' ? 'recording_held' : 'changed_since_read',
        says: 'What it takes back has changed since it was read.',
      })
    }
  } finally {
    await stage.end()
  }
}

async function keepRows(
  database: Database,
  id: string,
  rows: readonly NewImportRow[],
  progress: ImportListDependencies['progress'],
): Promise<void> {
  await discardImportRows(database, id)
  for (let from = 0; from < rows.length; from += ROWS_A_PART) {
    progress('keeping', from, rows.length)
    await saveImportRows(database, id, rows.slice(from, from + ROWS_A_PART))
  }
}

function rowsOf(
  { rows, missing }: ListComparison,
  findings: readonly ImportFinding[],
  held: ReadonlySet<number>,
): NewImportRow[] {
  const findingsOf = new Map<number, ImportFinding[]>()
  for (const finding of findings) {
    findingsOf.set(finding.line, [...(findingsOf.get(finding.line) ?? []), finding])
  }
  const listed = rows.map((each, position): NewImportRow => {
    const { row, dirt, changes, conflict = null, duplicateOf = null } = each
    const found = findingsOf.get(row.line) ?? []
    return {
      position,
      line: row.line,
      class: each.class,
      agencyId: each.agencyId,
      name: row.name,
      number: row.number?.asWritten ?? null,
      needsLook: needsALook(each) || found.length > 0,
      isHeld: held.has(row.line),
      changes,
      dirt,
      findings: found.map(({ code, detail }) => ({ code, detail })),
      conflict,
      duplicateOf,
    }
  })
  const gone = missing.map(
    ({ agencyId, name, number, seenOnLine = null }, at): NewImportRow => ({
      position: rows.length + at,
      line: null,
      class: 'missing',
      agencyId,
      name,
      number,
      needsLook: true,
      isHeld: false,
      changes: [{ field: 'listed', before: 'listed', after: 'missing' }],
      dirt: [],
      findings: [],
      conflict: null,
      duplicateOf: seenOnLine,
    }),
  )
  return [...listed, ...gone]
}
