import type { CalendarDate } from '../calendar-date.ts'
import type { AgencyKind } from '../licence.ts'
import type { Dirt, DirtCode } from './dirt.ts'
import type { ImportFindingCode } from './import-finding.ts'
import type { ListColumn } from './list-column.ts'
import type { ConflictReason, FieldChange, ListWarning, RowClass } from './list-comparison.ts'

/**
 * How far the import of a list is. Comparing and publishing are work that a process of its own does;
 * everything else waits for a person.
 */
export const IMPORT_STATES = [
  'comparing',
  'failed',
  'compared',
  'proposed',
  'publishing',
  'published',
  'withdrawn',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What a row of the stored comparison is: a row of the list, or an agency that the list left out. */
export const IMPORT_ROW_CLASSES = [
  'new',
  'changed',
  'reappeared',
  'conflict',
  'duplicate',
  'refused',
  'missing',
  'unchanged',
  'taken_back',
  'changed_since',
] as const satisfies readonly (RowClass | 'missing' | 'taken_back' | 'changed_since')[]
export type ImportRowClass = (typeof IMPORT_ROW_CLASSES)[number]

/** What a person decided about one row; without a decision the comparison's own class stands. */
export const ROW_DECISIONS = ['leave_out', 'is_new', 'is_agency'] as const
export type RowDecision =
  | { readonly is: 'leave_out' | 'is_new' }
  | { readonly is: 'is_agency'; readonly agencyId: string }

/** Decisions by the line of the list. */
export type RowDecisions = ReadonlyMap<number, RowDecision>

export interface ImportRow {
  /** Its place in the comparison: what a page continues after. */
  readonly position: number
  /** Null for an agency that is missing from the list, and for what an undoing takes back. */
  readonly line: number | null
  readonly class: ImportRowClass
  readonly agencyId: string | null
  readonly name: string
  readonly number: string | null
  readonly needsLook: boolean
  /** True where the row is left out by the comparison itself until a person decides. */
  readonly isHeld: boolean
  readonly changes: readonly FieldChange[]
  readonly dirt: readonly Dirt[]
  readonly findings: readonly { readonly code: ImportFindingCode; readonly detail: string | null }[]
  readonly conflict: { readonly reason: ConflictReason; readonly agencyName: string | null } | null
  /** The line of the row that is kept instead, or on which a missing agency is seen all the same. */
  readonly duplicateOf: number | null
  readonly decision: RowDecision | null
  readonly decidedBy: string | null
}

/** What the file turned out to be, once it was opened. */
export interface ImportFile {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly otherSheets: readonly string[]
  readonly headerLine: number
  readonly headings: readonly string[]
  /** The heading that serves each column found. */
  readonly columns: Readonly<Partial<Record<ListColumn, string>>>
  readonly unused: readonly string[]
}

/** What a person asked for when sending a list. */
export interface ImportRequest {
  readonly sourceId: string
  readonly asOf: CalendarDate
  readonly retrievedOn: CalendarDate
  readonly country: string
  readonly kind: AgencyKind
  /** Headings chosen by hand; what they leave out is recognised. */
  readonly columns: Readonly<Partial<Record<ListColumn, string>>>
  readonly sheet: string | null
  /** Records the list although more than a fifth of the agencies listed before are missing. */
  readonly acceptMissing: boolean
}

/** Why the work on an import ended without its result. `says` is a sentence in English from the reader of files. */
export interface ImportProblem {
  readonly code: string
  readonly says: string
  /** What the file's columns are called, where they have to be chosen. */
  readonly headings?: readonly string[]
}

export interface ImportComparison {
  readonly counts: Readonly<Partial<Record<ImportRowClass, number>>>
  readonly dirtCounts: Readonly<Partial<Record<DirtCode, number>>>
  readonly warnings: readonly ListWarning[]
  /** Rows that a person should look at before it is proposed. */
  readonly needLook: number
  /** How many log entries publishing would make. */
  readonly changeCount: number
  /** SHA-256 of the difference: what was approved is recorded, or nothing. */
  readonly digest: string
  readonly comparedAt: string
}
