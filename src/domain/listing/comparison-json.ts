import type { CalendarDate } from '../calendar-date.ts'
import { needsALook } from './compare-list.ts'
import { DIRT, type Dirt, type DirtCode, type Severity } from './dirt.ts'
import {
  type ChangedField,
  CONFLICT_REASONS,
  type ComparedRow,
  type ConflictReason,
  LIST_WARNINGS,
  type ListComparison,
  type ListWarning,
  type RowClass,
} from './list-comparison.ts'

/** One sentence in each language that the service speaks. */
export type Sentence = { id: string; en: string }

export type DirtJson = {
  code: DirtCode
  severity: Severity
  sentence: Sentence
  detail: string | null
  other_line: number | null
  agency_id: string | null
}

export type ComparedRowJson = {
  line: number
  class: RowClass
  needs_a_look: boolean
  /** As printed in the file, by the register's name for the column. */
  printed: Record<string, string>
  name: string
  number: { schema: string; normalised: string; nib: string | null; serial: string | null } | null
  valid_until: CalendarDate | null
  agency_id: string | null
  duplicate_of_line: number | null
  conflict: { reason: ConflictReason; sentence: Sentence; agency_name: string | null } | null
  changes: { field: string; before: string | null; after: string | null }[]
  dirt: DirtJson[]
}

/** What the import answers as JSON. Keys are only ever added. */
export type ListComparisonJson = {
  country: string
  as_of: CalendarDate
  summary: {
    rows: number
    needs_a_look: number
    missing: number
    classes: Record<RowClass, number>
    dirt: { code: DirtCode; severity: Severity; sentence: Sentence; rows: number }[]
  }
  warnings: { code: ListWarning['code']; sentence: Sentence; detail: string }[]
  rows: ComparedRowJson[]
  missing: { agency_id: string; name: string; number: string | null; seen_on_line: number | null }[]
}

export function comparisonJson(comparison: ListComparison): ListComparisonJson {
  return { ...comparisonHeadJson(comparison), rows: comparison.rows.map(comparedRowJson) }
}

/** All but the rows, for those who write a large comparison row by row. */
export function comparisonHeadJson(comparison: ListComparison): Omit<ListComparisonJson, 'rows'> {
  const { country, asOf, rows, missing, counts, warnings } = comparison
  return {
    country,
    as_of: asOf,
    summary: {
      rows: rows.length,
      needs_a_look: rows.filter(needsALook).length,
      missing: missing.length,
      classes: counts,
      dirt: dirtSummary(comparison),
    },
    warnings: warnings.map(({ code, detail }) => ({ code, sentence: LIST_WARNINGS[code], detail })),
    missing: missing.map(({ agencyId, name, number, seenOnLine }) => ({
      agency_id: agencyId,
      name,
      number,
      seen_on_line: seenOnLine ?? null,
    })),
  }
}

export function comparedRowJson(compared: ComparedRow): ComparedRowJson {
  const { row, conflict } = compared
  const { number } = row
  return {
    line: row.line,
    class: compared.class,
    needs_a_look: needsALook(compared),
    printed: Object.fromEntries(
      Object.entries(row.cells).map(([column, cell]) => [snakeCase(column), cell]),
    ),
    name: row.name,
    number:
      number === undefined
        ? null
        : {
            schema: number.schema,
            normalised: number.normalised,
            nib: number.nib ?? null,
            serial: number.serial ?? null,
          },
    valid_until: row.validUntil ?? null,
    agency_id: compared.agencyId,
    duplicate_of_line: compared.duplicateOf ?? null,
    conflict:
      conflict === undefined
        ? null
        : {
            reason: conflict.reason,
            sentence: CONFLICT_REASONS[conflict.reason],
            agency_name: conflict.agencyName,
          },
    changes: compared.changes.map((change) => ({ ...change, field: fieldName(change.field) })),
    dirt: compared.dirt.map(dirtJson),
  }
}

export function dirtSummary({ dirtCounts }: ListComparison) {
  return (Object.entries(dirtCounts) as [DirtCode, number][])
    .map(([code, rows]) => ({ code, ...withSentence(code), rows }))
    .sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code))
}

export function fieldName(field: ChangedField): string {
  return snakeCase(field)
}

function dirtJson({ code, detail, otherLine, agencyId }: Dirt): DirtJson {
  return {
    code,
    ...withSentence(code),
    detail: detail ?? null,
    other_line: otherLine ?? null,
    agency_id: agencyId ?? null,
  }
}

function withSentence(code: DirtCode): { severity: Severity; sentence: Sentence } {
  const { severity, id, en } = DIRT[code]
  return { severity, sentence: { id, en } }
}

/** `validUntil` → `valid_until`: names of the domain as JSON has them. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
