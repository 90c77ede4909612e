import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { comparedRowJson, comparisonHeadJson } from '../domain/listing/comparison-json.ts'
import { comparisonText } from '../domain/listing/comparison-text.ts'
import { IMPORT_FINDINGS, type ImportFinding } from '../domain/listing/import-finding.ts'
import type { ComparedRow } from '../domain/listing/list-comparison.ts'
import type { ListImport } from './import-list.ts'

// Faults of which no agency comes into question.
const NOT_A_ROW = ['header_repeated', 'footer_row']

/** Lines that are not recorded until a person decides: conflicts, refused rows and rows held back. */
export function linesLeftOut({ compared }: ListImport): number[] {
  if (compared === undefined) return []
  const isLeft = ({ class: is, dirt }: ComparedRow) =>
    is === 'conflict' || (is === 'refused' && !dirt.some(({ code }) => NOT_A_ROW.includes(code)))
  const left = compared.comparison.rows.filter(isLeft).map(({ row }) => row.line)
  return [...left, ...compared.heldLines].sort((a, b) => a - b)
}

/** The import for a terminal: what the list says, what was found, and what became of it. */
export function* importText(done: ListImport, rowsOfClass?: number): Generator<string> {
  const { compared, outcome } = done
  if (compared !== undefined) {
    yield* comparisonText(compared.comparison, rowsOfClass === undefined ? {} : { rowsOfClass })
    yield* findingsText(compared.findings, rowsOfClass ?? Number.POSITIVE_INFINITY)
    yield ''
    const left = linesLeftOut(done).length
    if (left > 0) yield `${left} rows are left out until a person decides.`
  }
  switch (outcome.is) {
    case 'dry_run':
      yield `Nothing was recorded: with --apply, ${compared?.changeCount ?? 0} changes would be.`
      break
    case 'recorded': {
      const { firstEntry, size, recordedAt } = outcome.recorded
      yield `Recorded ${size - firstEntry} changes as entries ${firstEntry} to ${size - 1}, at ${recordedAt}.`
      break
    }
    case 'already_recorded':
      yield `Nothing was recorded: this very file is recorded for that source and day, as entry ${outcome.entry}.`
      break
    case 'refused':
      yield `Nothing was recorded: ${outcome.says}.`
  }
}

function* findingsText(findings: readonly ImportFinding[], most: number): Generator<string> {
  for (const code of new Set(findings.map((finding) => finding.code))) {
    const found = findings.filter((finding) => finding.code === code)
    yield ''
    yield `${code}: ${IMPORT_FINDINGS[code].en} ${found.length}`
    for (const { line, name, agencyId, detail } of found.slice(0, most)) {
      const more = [agencyId === null ? '' : `agency ${agencyId}`, printable(detail ?? '')]
      const said = more.filter((part) => part !== '').join('; ')
      yield `  ${String(line).padStart(6)}  ${printable(name)}${said === '' ? '' : `  (${said})`}`
    }
    if (found.length > most) yield `  … and ${found.length - most} more`
  }
}

/** Writes the same as JSON, row by row: a list of 100,000 rows is larger than a string may be. */
export async function writeImportJson(path: string, done: ListImport): Promise<void> {
  const file = createWriteStream(path)
  const failed = once(file, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => {})
  const write = async (text: string) => {
    if (!file.write(text)) await Promise.race([once(file, 'drain'), failed])
  }
  const { compared, outcome, sha256 } = done
  const head = {
    outcome: outcomeJson(outcome),
    sha256,
    lines_left_out: linesLeftOut(done),
    change_count: compared?.changeCount ?? 0,
    findings: (compared?.findings ?? []).map(({ code, line, name, agencyId, detail }) => ({
      code,
      sentence: IMPORT_FINDINGS[code],
      line,
      name,
      agency_id: agencyId,
      detail,
    })),
    ...(compared === undefined ? {} : comparisonHeadJson(compared.comparison)),
  }
  await write(`${JSON.stringify(head).slice(0, -1)},"rows":[`)
  for (const [at, row] of (compared?.comparison.rows ?? []).entries()) {
    await write(`${at === 0 ? '\n' : ',\n'}${JSON.stringify(comparedRowJson(row))}`)
  }
  file.end(']}\n')
  await Promise.race([once(file, 'finish'), failed])
}

function outcomeJson(outcome: ListImport['outcome']) {
  if (outcome.is !== 'recorded') return outcome
  const { firstEntry, size, recordedAt } = outcome.recorded
  return { is: outcome.is, first_entry: firstEntry, size, recorded_at: recordedAt }
}

function printable(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 200)
}
