import { z } from '@hono/zod-openapi'
import type { Bilingual } from '../../domain/bilingual.ts'
import { AGENCY_KINDS } from '../../domain/licence.ts'
import { fieldName, snakeCase } from '../../domain/listing/comparison-json.ts'
import { DIRT, DIRT_CODES, type DirtCode, SEVERITIES } from '../../domain/listing/dirt.ts'
import { IMPORT_FINDINGS, type ImportFindingCode } from '../../domain/listing/import-finding.ts'
import { problemOfImport } from '../../domain/listing/import-words.ts'
import { LIST_COLUMNS, type ListColumn } from '../../domain/listing/list-column.ts'
import {
  CHANGED_FIELDS,
  CONFLICT_REASONS,
  type ConflictReason,
  LIST_WARNINGS,
} from '../../domain/listing/list-comparison.ts'
import {
  IMPORT_ROW_CLASSES,
  IMPORT_STATES,
  type ImportRow,
  ROW_DECISIONS,
} from '../../domain/listing/list-import.ts'
import { PROPOSAL_DECISIONS } from '../../domain/recording/proposal.ts'
import type { Language } from '../../language.ts'
import type { KeptImport } from '../../store/list-imports.ts'
import { DayOutSchema, InstantOutSchema } from '../days.ts'

const LONGEST_HEADING = 500

type Columns = Partial<Record<ListColumn, string>>

const HEADINGS = Object.fromEntries(
  LIST_COLUMNS.map((column) => [
    snakeCase(column),
    z.string().trim().min(1).max(LONGEST_HEADING).optional(),
  ]),
)

const ListColumnsSchema = z
  .strictObject(HEADINGS)
  .openapi('ListColumns', { example: { name: 'Nama P3MI', licence: 'No. SIP3MI' } })

/** Headings of the file by what they hold, as the domain names it. */
export const ChosenColumnsSchema = ListColumnsSchema.transform((chosen): Columns => {
  const named = LIST_COLUMNS.flatMap((column) => {
    const heading = chosen[snakeCase(column)]
    return heading === undefined ? [] : [[column, heading]]
  })
  return Object.fromEntries(named)
})

const presentColumns = (columns: Columns) =>
  Object.fromEntries(Object.entries(columns).map(([name, heading]) => [snakeCase(name), heading]))

export const IMPORT_EXAMPLE = {
  id: 'imp_7q4n0ztm5r2xk9db',
  state: 'compared',
  source_id: 'src_contoh_daftar',
  as_of: '2026-11-20',
  retrieved_on: '2026-11-24',
  country: 'ID',
  kind: 'p3mi',
  file: { name: 'daftar-p3mi.csv', bytes: 48_213, sha256: '9f2c…' },
  undoes: null,
  undone_by: null,
  created_by: 'per_7q4n0ztm5r2xk9db',
  created_at: '2026-11-24T03:12:08.000Z',
  progress: null,
  problem: null,
  columns: {},
  sheet: null,
  accept_missing: false,
  read: {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    sheet: null,
    other_sheets: [],
    header_line: 1,
    headings: ['No', 'Nama P3MI', 'No. SIP3MI'],
    columns: { name: 'Nama P3MI', licence: 'No. SIP3MI' },
    unused: ['No'],
  },
  comparison: {
    rows: { new: 2, changed: 5, conflict: 1, missing: 1, unchanged: 285 },
    need_look: 4,
    dirt: [
      {
        code: 'missing_number',
        severity: 'needs_a_look',
        says: 'Nomor izin kosong.',
        rows: 1,
      },
    ],
    warnings: [],
    changes: 300,
    digest: '51ab…',
    compared_at: '2026-11-24T03:12:11.000Z',
  },
  needs_comparing: false,
  decided_rows: 0,
  rounds: [],
  published: null,
}

const ROW_EXAMPLE = {
  line: 14,
  class: 'changed',
  agency_id: 'agy_contoh02',
  name: 'PT Contoh Gunung Lestari',
  number: '9900000000028',
  needs_look: false,
  held: false,
  changes: [{ field: 'valid_until', before: '2026-12-31', after: '2029-12-31' }],
  dirt: [],
  findings: [],
  conflict: null,
  duplicate_of_line: null,
  decision: null,
}

const RoundSchema = z
  .strictObject({
    round: z.int(),
    proposed_by: z.string(),
    proposed_at: InstantOutSchema,
    reason: z.string().nullable(),
    decision: z
      .strictObject({
        is: z.enum(PROPOSAL_DECISIONS),
        by: z.string(),
        at: InstantOutSchema,
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('ImportRound')

const ListFileSchema = z
  .strictObject({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    other_sheets: z.array(z.string()),
    header_line: z.int(),
    headings: z.array(z.string()),
    columns: ListColumnsSchema,
    unused: z.array(z.string()).openapi({ description: 'Headings whose cells are not read' }),
  })
  .openapi('ListFile')

const ComparisonSchema = z
  .strictObject({
    rows: z.partialRecord(z.enum(IMPORT_ROW_CLASSES), z.int()),
    need_look: z.int().openapi({ description: 'Rows that a person should look at first' }),
    dirt: z.array(
      z.strictObject({
        code: z.enum(DIRT_CODES),
        severity: z.enum(SEVERITIES),
        says: z.string(),
        rows: z.int(),
      }),
    ),
    warnings: z.array(
      z.strictObject({
        code: z.enum(Object.keys(LIST_WARNINGS) as (keyof typeof LIST_WARNINGS)[]),
        says: z.string(),
        detail: z.string(),
      }),
    ),
    changes: z.int().openapi({ description: 'How many log entries publishing would make' }),
    digest: z.string().openapi({
      description: 'SHA-256 of the difference: what was approved is recorded, or nothing',
    }),
    compared_at: InstantOutSchema,
  })
  .openapi('ImportComparison')

export const ImportSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(IMPORT_STATES),
    source_id: z.string(),
    as_of: DayOutSchema,
    retrieved_on: DayOutSchema,
    country: z.string(),
    kind: z.enum(AGENCY_KINDS),
    file: z
      .strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })
      .nullable()
      .openapi({ description: 'Null where a published import is taken back' }),
    undoes: z.string().nullable(),
    undone_by: z
      .strictObject({ id: z.string(), published: z.boolean() })
      .nullable()
      .openapi({ description: 'The import that takes this one back, or is about to' }),
    created_by: z.string(),
    created_at: InstantOutSchema,
    progress: z
      .strictObject({
        step: z.string().openapi({ example: 'comparing' }),
        done: z.int(),
        total: z.int().nullable(),
        beat_at: InstantOutSchema,
        stopped: z.boolean().openapi({ description: 'The work broke off; ask for the comparison' }),
      })
      .nullable(),
    problem: z
      .strictObject({
        code: z.string(),
        says: z.string(),
        detail: z.string(),
        headings: z
          .array(z.string())
          .openapi({ description: 'Of the file, where some must be chosen' }),
      })
      .nullable()
      .openapi({ description: 'Why the last work ended without its result' }),
    columns: ListColumnsSchema.openapi({ description: 'Headings chosen by hand' }),
    sheet: z.string().nullable(),
    accept_missing: z.boolean(),
    read: ListFileSchema.nullable().openapi({ description: 'What the file turned out to be' }),
    comparison: ComparisonSchema.nullable(),
    needs_comparing: z.boolean(),
    decided_rows: z.int(),
    rounds: z.array(RoundSchema),
    published: z
      .strictObject({ first_entry: z.int(), entries: z.int(), at: InstantOutSchema })
      .nullable(),
  })
  .openapi('Import', { example: IMPORT_EXAMPLE })

export function presentImport(kept: KeptImport, language: Language): z.infer<typeof ImportSchema> {
  const { request, progress, problem, file, published } = kept
  return {
    id: kept.id,
    state: kept.state,
    source_id: request.sourceId,
    as_of: request.asOf,
    retrieved_on: request.retrievedOn,
    country: request.country,
    kind: request.kind,
    file:
      kept.undoes !== null
        ? null
        : { name: kept.fileName, bytes: kept.fileBytes, sha256: kept.sha256 },
    undoes: kept.undoes,
    undone_by: kept.undoneBy && { id: kept.undoneBy.id, published: kept.undoneBy.isPublished },
    created_by: kept.createdBy,
    created_at: instant(kept.createdAt),
    progress: progress && {
      step: progress.step,
      done: progress.done,
      total: progress.total,
      beat_at: instant(progress.beatAt),
      stopped: progress.isStopped,
    },
    problem: problem && {
      code: problem.code,
      says: problemOfImport(problem)[language],
      detail: problem.says,
      headings: [...(problem.headings ?? [])],
    },
    columns: presentColumns(request.columns),
    sheet: request.sheet,
    accept_missing: request.acceptMissing,
    read: file && {
      format: file.format,
      encoding: file.encoding,
      delimiter: file.delimiter,
      sheet: file.sheet,
      other_sheets: [...file.otherSheets],
      header_line: file.headerLine,
      headings: [...file.headings],
      columns: presentColumns(file.columns),
      unused: [...file.unused],
    },
    comparison: presentComparison(kept, language),
    needs_comparing: kept.needsComparing,
    decided_rows: kept.decided,
    rounds: kept.rounds.map(({ round, proposedBy, proposedAt, reason, decision }) => ({
      round,
      proposed_by: proposedBy,
      proposed_at: instant(proposedAt),
      reason,
      decision: decision && { ...decision, at: instant(decision.at) },
    })),
    published: published && {
      first_entry: published.firstEntry,
      entries: published.entries,
      at: instant(published.at),
    },
  }
}

function presentComparison(
  { comparison }: KeptImport,
  language: Language,
): z.infer<typeof ComparisonSchema> | null {
  if (comparison === null) return null
  const dirt = (Object.entries(comparison.dirtCounts) as [DirtCode, number][]).sort(
    ([a, many], [b, more]) => more - many || a.localeCompare(b),
  )
  return {
    rows: { ...comparison.counts },
    need_look: comparison.needLook,
    dirt: dirt.map(([code, rows]) => ({
      code,
      severity: DIRT[code].severity,
      says: DIRT[code][language],
      rows,
    })),
    warnings: comparison.warnings.map(({ code, detail }) => ({
      code,
      says: LIST_WARNINGS[code][language],
      detail,
    })),
    changes: comparison.changeCount,
    digest: comparison.digest,
    compared_at: instant(comparison.comparedAt),
  }
}

export const ImportRowSchema = z
  .strictObject({
    line: z.int().nullable().openapi({ description: 'As a spreadsheet counts; null for missing' }),
    class: z.enum(IMPORT_ROW_CLASSES),
    agency_id: z.string().nullable(),
    name: z.string(),
    number: z.string().nullable(),
    needs_look: z.boolean(),
    held: z.boolean().openapi({ description: 'Left out until a person decides' }),
    changes: z.array(
      z.strictObject({
        field: z.enum(CHANGED_FIELDS.map(fieldName)),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    dirt: z.array(
      z.strictObject({
        code: z.enum(DIRT_CODES),
        severity: z.enum(SEVERITIES),
        says: z.string(),
        detail: z.string().nullable(),
        other_line: z.int().nullable(),
        agency_id: z.string().nullable(),
      }),
    ),
    findings: z.array(
      z.strictObject({
        code: z.enum(Object.keys(IMPORT_FINDINGS) as ImportFindingCode[]),
        says: z.string(),
        detail: z.string().nullable(),
      }),
    ),
    conflict: z
      .strictObject({
        reason: z.enum(Object.keys(CONFLICT_REASONS) as ConflictReason[]),
        says: z.string(),
        agency_name: z.string().nullable(),
      })
      .nullable(),
    duplicate_of_line: z.int().nullable(),
    decision: z
      .strictObject({
        is: z.enum(ROW_DECISIONS),
        agency_id: z.string().nullable(),
        by: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('ImportRow', { example: ROW_EXAMPLE })

export function presentImportRow(
  row: ImportRow,
  language: Language,
): z.infer<typeof ImportRowSchema> {
  const says = (words: Bilingual) => words[language]
  const { decision, conflict } = row
  return {
    line: row.line,
    class: row.class,
    agency_id: row.agencyId,
    name: row.name,
    number: row.number,
    needs_look: row.needsLook,
    held: row.isHeld,
    changes: row.changes.map((change) => ({ ...change, field: fieldName(change.field) })),
    dirt: row.dirt.map(({ code, detail, otherLine, agencyId }) => ({
      code,
      severity: DIRT[code].severity,
      says: says(DIRT[code]),
      detail: detail ?? null,
      other_line: otherLine ?? null,
      agency_id: agencyId ?? null,
    })),
    findings: row.findings.map(({ code, detail }) => ({
      code,
      says: says(IMPORT_FINDINGS[code]),
      detail,
    })),
    conflict: conflict && {
      reason: conflict.reason,
      says: says(CONFLICT_REASONS[conflict.reason]),
      agency_name: conflict.agencyName,
    },
    duplicate_of_line: row.duplicateOf,
    decision: decision && {
      is: decision.is,
      agency_id: decision.is === 'is_agency' ? decision.agencyId : null,
      by: row.decidedBy,
    },
  }
}

function instant(at: string): string {
  return new Date(at).toISOString()
}
