import { needsALook } from './compare-list.ts'
import { dirtSummary, fieldName } from './comparison-json.ts'
import { DIRT, type Dirt } from './dirt.ts'
import {
  CONFLICT_REASONS,
  type ComparedRow,
  LIST_WARNINGS,
  type ListComparison,
  type MissingAgency,
  ROW_CLASSES,
  type RowClass,
} from './list-comparison.ts'

// What a person must decide comes first and what needs nobody last.
const ORDER: readonly RowClass[] = [
  'conflict',
  'refused',
  'reappeared',
  'changed',
  'new',
  'duplicate',
  'unchanged',
]

const TITLES: Record<RowClass, string> = {
  conflict: 'In conflict with the register or within the list (not recorded until decided)',
  refused: 'Refused: no agency can be read from these rows',
  reappeared: 'Listed again after having been missing',
  changed: 'Changed',
  new: 'New',
  duplicate: 'Said again: the row named is the one that counts',
  unchanged: 'Unchanged',
}

export type TextOptions = {
  /** Rows printed of each class; the rest is counted. */
  rowsOfClass?: number
}

/** The comparison for a terminal, line by line, as administrators read it. */
export function* comparisonText(
  comparison: ListComparison,
  { rowsOfClass = Number.POSITIVE_INFINITY }: TextOptions = {},
): Generator<string> {
  for (const { code, detail } of comparison.warnings) {
    yield `WARNING ${code}: ${LIST_WARNINGS[code].en} (${detail})`
  }

  for (const is of ORDER) {
    const rows = comparison.rows.filter((row) => row.class === is)
    // An unchanged row without a fault would only hide the others.
    const told = is === 'unchanged' ? rows.filter(({ dirt }) => dirt.length > 0) : rows
    if (told.length === 0) continue
    yield ''
    yield `${TITLES[is]}: ${rows.length}`
    for (const row of told.slice(0, rowsOfClass)) yield* rowText(row)
    if (told.length > rowsOfClass) yield `  … and ${told.length - rowsOfClass} more`
  }

  yield* missingText(comparison.missing, rowsOfClass)
  yield* summaryText(comparison)
}

export function* summaryText(comparison: ListComparison): Generator<string> {
  const { country, asOf, rows, counts, missing } = comparison
  yield ''
  yield `Summary of ${rows.length} rows (${country}, list of ${asOf})`
  for (const is of ROW_CLASSES) yield `  ${is.padEnd(12)}${String(counts[is]).padStart(8)}`
  yield `  ${'missing'.padEnd(12)}${String(missing.length).padStart(8)}  a finding, no revocation`
  yield `  ${'to look at'.padEnd(12)}${String(rows.filter(needsALook).length).padStart(8)}`
  const faults = dirtSummary(comparison)
  if (faults.length === 0) return
  yield ''
  yield 'Faults by kind'
  for (const { code, severity, sentence, rows: count } of faults) {
    yield `  ${code.padEnd(26)}${String(count).padStart(6)}  ${severity.padEnd(13)} ${sentence.en}`
  }
}

function* rowText({ row, dirt, changes, conflict, duplicateOf }: ComparedRow): Generator<string> {
  const number = row.number?.asWritten ?? row.cells.licence ?? row.cells.nib ?? ''
  const again = duplicateOf === undefined ? '' : `  = line ${duplicateOf}`
  yield `  ${String(row.line).padStart(6)}  ${printable(row.name) || '(no name)'}  ${printable(number) || '(no number)'}${again}`
  if (conflict !== undefined) {
    const agency =
      conflict.agencyName === null ? '' : ` Register: ${printable(conflict.agencyName)}.`
    yield `          ! ${CONFLICT_REASONS[conflict.reason].en}${agency}`
  }
  for (const { field, before, after } of changes) {
    yield `          ~ ${fieldName(field)}: ${printable(before ?? '(none)')} -> ${printable(after ?? '(none)')}`
  }
  for (const each of dirt) yield `          ${dirtText(each)}`
}

function dirtText({ code, detail, otherLine, agencyId }: Dirt): string {
  const mark = { blocks_row: 'x', needs_a_look: '?', note: '-' }[DIRT[code].severity]
  const where = [
    detail === undefined ? '' : printable(detail),
    otherLine === undefined ? '' : `line ${otherLine}`,
    agencyId === undefined ? '' : `agency ${agencyId}`,
  ].filter((part) => part !== '')
  return `${mark} ${code}: ${DIRT[code].en}${where.length === 0 ? '' : ` (${where.join('; ')})`}`
}

function* missingText(missing: readonly MissingAgency[], most: number): Generator<string> {
  if (missing.length === 0) return
  yield ''
  yield `Missing from the list (a finding; nothing is revoked by it): ${missing.length}`
  for (const { agencyId, name, number, seenOnLine } of missing.slice(0, most)) {
    const seen = seenOnLine === undefined ? '' : `  its name or number stands on line ${seenOnLine}`
    yield `  ${agencyId}  ${printable(name)}  ${number ?? '(no number)'}${seen}`
  }
  if (missing.length > most) yield `  … and ${missing.length - most} more`
}

/** A list is not to steer the terminal that prints it. */
function printable(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 200)
}
