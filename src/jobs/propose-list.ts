import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { newImportId, refusalToPropose } from '../actions/list-imports.ts'
import { auditEvent, commandActor } from '../domain/people/audit-event.ts'
import type { Database } from '../store/database.ts'
import { findImport, saveImport, saveRound } from '../store/list-imports.ts'
import { loadSources } from '../store/register-facts.ts'
import { findRegistryHead } from '../store/registry-head.ts'
import type { ImportListOptions } from './import-list.ts'
import { workOnImport } from './work-on-import.ts'

export type ProposedList =
  | { readonly proposed: string; readonly changeCount: number }
  | { readonly refused: string; readonly importId?: string }

/**
 * Puts a list before a second person instead of recording it, as the console does: where people keep
 * the register, whoever can run a command may not make an answer better alone.
 */
export async function proposeList(
  database: Database,
  { file, recordedBy, ...asked }: ImportListOptions,
): Promise<ProposedList> {
  const { size } = await findRegistryHead(database)
  const sources = await loadSources(database, size)
  if (!sources.some(({ id }) => id === asked.sourceId)) {
    return {
      refused: `the source ${asked.sourceId} is not in the register: record it in the console first`,
    }
  }
  const content = await readFile(file)
  const { sourceId, asOf, retrievedOn, country, kind } = asked
  const { columns = {}, sheet = null, acceptMissing = false } = asked
  const request = { sourceId, asOf, retrievedOn, country, kind, columns, sheet, acceptMissing }
  const id = newImportId()
  const sha256 = createHash('sha256').update(content).digest('hex')
  const place = { country, region: null }
  const actor = commandActor('import')
  const event = (action: 'import.sent' | 'import.proposed') =>
    auditEvent(actor, action, id, { place, detail: { sha256, by: recordedBy } })
  await saveImport(
    database,
    { id, request, fileName: basename(file), sha256, undoes: null, createdBy: recordedBy, content },
    event('import.sent'),
  )
  await workOnImport(database, id)
  const kept = await findImport(database, id)
  if (kept?.problem != null)
    return { refused: kept.problem.says || kept.problem.code, importId: id }
  const refused = kept && refusalToPropose(kept)
  if (refused !== undefined) return { refused, importId: id }
  const done = await saveRound(database, id, recordedBy, null, event('import.proposed'))
  if (done !== undefined) return { refused: done.refused, importId: id }
  return { proposed: id, changeCount: kept?.comparison?.changeCount ?? 0 }
}
