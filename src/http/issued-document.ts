import { z } from '@hono/zod-openapi'
import type { LetterInput, LetterOutcome, LetterRefusal } from '../actions/record-letter.ts'
import { ISSUED_DOCUMENT_TYPES } from '../domain/change-rules.ts'
import { numberKey } from '../domain/rule-tables/rule-tables.ts'
import { Problem } from '../problem.ts'
import { type RequestContext, setHeader } from '../request-context.ts'
import { DayOutSchema, DaySchema, InstantOutSchema } from './days.ts'
import { setEntryTag } from './if-match.ts'

const NIK = /^\d{16}$/
const digitsOf = (text: string) => text.replace(/\D/g, '')

const LETTER_NUMBER = /^[\p{L}\p{N} ./\\(),:&#+_-]+$/u

function isLetterNumber(text: string): boolean {
  const isNik = NIK.test(text.replace(/[ .]/g, ''))
  return LETTER_NUMBER.test(text) && numberKey(text) !== '' && !isNik
}

const NO_NUMBER = {
  id: 'Nomor surat berisi huruf atau angka, dan bukan NIK.',
  en: 'A letter’s number has letters or digits, and is not a NIK.',
}

export const LetterNumberSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine(isLetterNumber, { params: { says: NO_NUMBER } })
  .openapi({ description: 'As it stands on the letter', example: 'CONTOH/474/77/2026' })

export const SourceIdSchema = z
  .string()
  .regex(/^src_[a-z0-9_]{1,60}$/)
  .openapi({ description: 'Where it is known from: see /v1/sources', example: 'src_contoh_surat' })

export const LetterBodySchema = z
  .strictObject({
    type: z.enum(ISSUED_DOCUMENT_TYPES),
    number: LetterNumberSchema,
    issuer_region: z
      .string()
      .regex(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/)
      .openapi({ description: 'Kemendagri code of the issuing office', example: '32.12.99.2001' }),
    issued_on: DaySchema,
    holder_nik: z
      .string()
      .max(40)
      .refine((text) => NIK.test(digitsOf(text)), {
        params: { says: { id: 'NIK terdiri dari 16 angka.', en: 'A NIK has 16 digits.' } },
      })
      .optional()
      .openapi({
        description: 'Turned into a keyed hash and not kept: a check then knows another’s letter',
      }),
    source: SourceIdSchema,
  })
  .openapi('LetterToRecord', {
    example: {
      type: 'family_permission',
      number: 'CONTOH/474/77/2026',
      issuer_region: '32.12.99.2001',
      issued_on: '2026-11-20',
      source: 'src_contoh_keputusan',
    },
  })

export const WithdrawalBodySchema = z
  .strictObject({
    withdrawn_on: DaySchema.optional().openapi({ description: 'Today when absent' }),
    source: SourceIdSchema,
  })
  .openapi('LetterWithdrawal', { example: { source: 'src_contoh_keputusan' } })

export const RecordedLetterSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'isd_3f0c9a51d2e84b7f9a6c1b20' }),
    type: z.enum(ISSUED_DOCUMENT_TYPES),
    issuer_region: z.string(),
    issued_on: DayOutSchema,
    withdrawn_on: DayOutSchema.nullable(),
    has_holder: z.boolean().openapi({ description: 'Whether a holder’s hash is kept with it' }),
    source: z.string(),
    entry: z.int().openapi({ description: 'Its place in the registry log; also its ETag' }),
    recorded_at: InstantOutSchema,
  })
  .openapi('RecordedLetter', {
    example: {
      id: 'isd_3f0c9a51d2e84b7f9a6c1b20',
      type: 'family_permission',
      issuer_region: '32.12.99.2001',
      issued_on: '2026-11-20',
      withdrawn_on: null,
      has_holder: false,
      source: 'src_contoh_keputusan',
      entry: 349,
      recorded_at: '2026-11-24T03:12:08.000Z',
    },
  })

export function readLetterBody({
  type,
  issuer_region: issuerRegion,
  issued_on: issuedOn,
  holder_nik: holderNik,
  source: sourceId,
  number,
}: z.output<typeof LetterBodySchema>): LetterInput {
  return {
    documentType: type,
    number,
    issuerRegion,
    issuedOn,
    sourceId,
    ...(holderNik !== undefined && { holderNik: digitsOf(holderNik) }),
  }
}

/** What was recorded, or the Problem that says why not. */
export function presentLetter(
  c: RequestContext,
  outcome: LetterOutcome,
): z.infer<typeof RecordedLetterSchema> {
  if ('refused' in outcome) throw problemFor(outcome.refused)
  const { letter, recordedAt } = outcome
  setHeader(c, 'Cache-Control', 'no-store')
  setEntryTag(c, letter.entry)
  return {
    id: letter.id,
    type: letter.documentType,
    issuer_region: letter.issuerRegion,
    issued_on: letter.issuedOn,
    withdrawn_on: letter.withdrawnOn,
    has_holder: letter.hasHolder,
    source: letter.sourceId,
    entry: letter.entry,
    recorded_at: recordedAt.toISOString(),
  }
}

function problemFor(refused: LetterRefusal): Problem {
  switch (refused) {
    case 'outside_place':
      return new Problem('key-not-allowed', { detail: OUTSIDE_PLACE })
    case 'unknown_source':
    case 'unknown_reference':
      return faulty('/source', UNKNOWN_SOURCE)
    case 'before_issue':
      return faulty('/withdrawn_on', BEFORE_ISSUE)
    case 'not_found':
      return new Problem('issued-document-not-found')
    case 'key_reused':
      return new Problem('idempotency-key-reused')
    case 'recording_held':
      return new Problem('recording-held')
    case 'in_flight':
      return new Problem('request-in-progress', { headers: { 'Retry-After': '1' } })
    case 'changed_since_read':
    case 'superseded_already':
      return new Problem('precondition-failed')
    case 'number_taken':
      return new Problem('conflict', { detail: NUMBER_TAKEN })
    case 'withdrawn_already':
      return new Problem('conflict', { detail: WITHDRAWN_ALREADY })
    case 'licence_overlaps':
      return new Problem('conflict')
  }
}

/** A Problem for one part of the body that only the registry could judge. */
export function faulty(pointer: string, detail: { id: string; en: string }): Problem {
  return new Problem('input-invalid', { errors: [{ pointer, detail }] })
}

const OUTSIDE_PLACE = {
  id: 'Kunci ini tidak mencatat surat dari wilayah itu.',
  en: 'This key does not record letters of that region.',
}
const UNKNOWN_SOURCE = {
  id: 'Tidak ada sumber dengan id ini; lihat /v1/sources.',
  en: 'No source has this id; see /v1/sources.',
}
const BEFORE_ISSUE = {
  id: 'Penarikan tidak mungkin sebelum surat itu dikeluarkan.',
  en: 'A letter cannot be withdrawn before it was issued.',
}
const NUMBER_TAKEN = {
  id: 'Kantor itu sudah mencatat surat jenis ini dengan nomor itu pada tahun yang sama.',
  en: 'That office has a letter of this type and number on record for the same year.',
}
const WITHDRAWN_ALREADY = {
  id: 'Surat ini sudah ditarik, dan tidak dapat dihidupkan lagi: catat surat yang baru.',
  en: 'This letter is withdrawn and cannot be revived: record a new one.',
}
