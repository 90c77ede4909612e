import { z } from '@hono/zod-openapi'
import { AGENCY_KINDS } from '../../domain/licence.ts'
import { ROW_DECISIONS, type RowDecision } from '../../domain/listing/list-import.ts'
import { importPlace, readImportPlace } from '../../import-place.ts'
import type { KeptImport } from '../../store/list-imports.ts'
import { DaySchema } from '../days.ts'
import { ChosenColumnsSchema } from './import-schema.ts'

const LONGEST_COLUMNS = 10_000

const SheetSchema = z.string().trim().min(1).max(100)

const CHOOSE_FILE = { id: 'Sertakan satu berkas CSV atau XLSX.', en: 'Send one CSV or XLSX file.' }
const NO_JSON = {
  id: 'Isi dengan JSON: judul kolom menurut isinya.',
  en: 'Give JSON: headings by what they hold.',
}
const NO_AGENCY = {
  id: 'Sebut perusahaannya bila, dan hanya bila, barisnya milik perusahaan itu.',
  en: 'Name the agency where the row is that agency, and only there.',
}
const NO_CURSOR = {
  id: 'Pakai next_cursor dari halaman sebelumnya.',
  en: 'Give the next_cursor of the page before.',
}

/** The form of a list that is sent: the file, and what it cannot say of itself. */
export const SentListSchema = z
  .strictObject({
    file: z
      .custom<File>((given) => given instanceof File, { params: { says: CHOOSE_FILE } })
      .openapi({ type: 'string', format: 'binary' }),
    source_id: z.string().trim().min(1).max(100).openapi({ example: 'src_contoh_daftar' }),
    as_of: DaySchema.openapi({ description: 'The day of the list' }),
    retrieved_on: DaySchema.optional().openapi({ description: 'Today when left out' }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .openapi({ example: 'ID' }),
    kind: z.enum(AGENCY_KINDS).default('p3mi'),
    columns: z
      .string()
      .max(LONGEST_COLUMNS)
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown
        } catch {
          context.addIssue({ code: 'custom', params: { says: NO_JSON } })
          return z.NEVER
        }
      })
      .pipe(ChosenColumnsSchema)
      .optional()
      .openapi({ type: 'string', example: '{"name":"Nama P3MI"}' }),
    sheet: SheetSchema.optional(),
    accept_missing: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true')
      .openapi({
        type: 'string',
        description: 'The list is whole though more than a fifth of its agencies are gone',
      }),
  })
  .openapi('SentList')

export const SettingsBodySchema = z
  .strictObject({
    columns: ChosenColumnsSchema.optional(),
    sheet: SheetSchema.nullable().optional(),
    accept_missing: z.boolean().optional(),
  })
  .openapi('ImportSettings')

export const DecisionBodySchema = z
  .strictObject({
    is: z.enum(ROW_DECISIONS),
    agency_id: z.string().trim().min(1).max(100).optional(),
  })
  .transform(({ is, agency_id: agencyId }, context): RowDecision => {
    if (is === 'is_agency' && agencyId !== undefined) return { is, agencyId }
    if (is !== 'is_agency' && agencyId === undefined) return { is }
    context.addIssue({ code: 'custom', path: ['agency_id'], params: { says: NO_AGENCY } })
    return z.NEVER
  })
  .openapi('RowDecisionBody')

/** A page of imports continues after a moment as the database has it: to the microsecond. */
export const ImportCursorSchema = z
  .string()
  .max(200)
  .transform((text, context) => {
    const place = readImportPlace(Buffer.from(text, 'base64url').toString('utf8'))
    if (place !== undefined) return place
    context.addIssue({ code: 'custom', params: { says: NO_CURSOR } })
    return z.NEVER
  })
  .openapi({ type: 'string' })

export function importCursor(last: KeptImport): string {
  return Buffer.from(importPlace(last)).toString('base64url')
}
