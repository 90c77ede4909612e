import {
  ageLimitRecorded,
  destinationRuleRecorded,
  documentRequirementRecorded,
  feeRuleRecorded,
} from '../change-rules.ts'
import { DOCUMENT_TYPES, PAYEES, SEXES } from '../placement/words.ts'
import { DESTINATION_RULES, REQUIREMENTS } from '../rule-tables/rows.ts'
import { factKind } from './fact-kind.ts'
import { formed, integer, optional, text, word } from './field.ts'
import { ofRow } from './row-draft.ts'
import { ANY_DESTINATION, ANY_SCHEME, ANY_SECTOR, EMPLOYER_TYPE, POSITION } from './row-limits.ts'
import { DESTINATION, fault, ROW_FIELDS } from './shared-fields.ts'

const years = (id: string, en: string) =>
  optional(
    integer([id, en], 0, 120, [
      'Genap tahun pada hari berangkat.',
      'Completed years on the day of departure.',
    ]),
  )

export const RULE_FACTS = [
  factKind({
    kind: 'destination_rules',
    path: 'destination-rules',
    title: { id: 'Aturan negara tujuan', en: 'Rule on a destination' },
    fields: {
      destination: DESTINATION,
      scheme: ANY_SCHEME,
      sector: ANY_SECTOR,
      employer_type: EMPLOYER_TYPE,
      rule: word(['Keadaan', 'Rule'], DESTINATION_RULES),
      channel_exception: optional(text(['Satu-satunya jalur', 'The one channel'], 100)),
      doubt_id: optional(text(['Keraguan (Indonesia)', 'Doubt (Indonesian)'], 300)),
      doubt_en: optional(text(['Keraguan (Inggris)', 'Doubt (English)'], 300)),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if ((body.doubt_id === null) !== (body.doubt_en === null)) {
        return [fault('doubt_en', 'Isi dalam kedua bahasa.', 'Give it in both languages.')]
      }
      return ofRow('destination_rules', 'dst', body, desk, (row) =>
        destinationRuleRecorded({
          ...row,
          destination: body.destination,
          scheme: body.scheme,
          sector: body.sector,
          employerType: body.employer_type,
          rule: body.rule,
          channelException: body.channel_exception,
          doubt:
            body.doubt_id === null || body.doubt_en === null
              ? null
              : { id: body.doubt_id, en: body.doubt_en },
        }),
      )
    },
  }),
  factKind({
    kind: 'age_limits',
    path: 'age-limits',
    title: { id: 'Batas umur', en: 'Age limit' },
    fields: {
      destination: ANY_DESTINATION,
      scheme: ANY_SCHEME,
      sector: ANY_SECTOR,
      sex: optional(word(['Jenis kelamin', 'Sex'], SEXES)),
      min: years('Umur paling muda', 'Youngest'),
      max: years('Umur paling tua', 'Oldest'),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if (body.min === null && body.max === null) {
        return [fault('min', 'Isi salah satu batas.', 'Give one of the limits.')]
      }
      if (body.min !== null && body.max !== null && body.max < body.min) {
        return [fault('max', 'Lebih muda dari batas bawah.', 'It is below the youngest.')]
      }
      return ofRow('age_limits', 'age', body, desk, (row) =>
        ageLimitRecorded({
          ...row,
          destination: body.destination,
          scheme: body.scheme,
          sector: body.sector,
          sex: body.sex,
          min: body.min,
          max: body.max,
        }),
      )
    },
  }),
  factKind({
    kind: 'document_requirements',
    path: 'document-requirements',
    title: { id: 'Dokumen wajib', en: 'Document requirement' },
    fields: {
      scheme: ANY_SCHEME,
      destination: ANY_DESTINATION,
      document_type: word(['Dokumen', 'Document'], DOCUMENT_TYPES),
      requirement: word(['Sifat', 'Requirement'], REQUIREMENTS),
      passport_months: optional(
        integer(['Sisa masa paspor (bulan)', 'Months left on the passport'], 0, 120),
      ),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if (body.passport_months !== null && body.document_type !== 'passport') {
        return [fault('passport_months', 'Hanya untuk paspor.', 'Only for a passport.')]
      }
      return ofRow('document_requirements', 'doc', body, desk, (row) =>
        documentRequirementRecorded({
          ...row,
          scheme: body.scheme,
          destination: body.destination,
          documentType: body.document_type,
          requirement: body.requirement,
          passportMonths: body.passport_months,
        }),
      )
    },
  }),
  factKind({
    kind: 'fee_rules',
    path: 'fee-rules',
    title: { id: 'Batas biaya', en: 'Fee ceiling' },
    fields: {
      scheme: ANY_SCHEME,
      destination: ANY_DESTINATION,
      position: POSITION,
      max_amount: optional(
        integer(['Paling banyak', 'At most'], 1, 1_000_000_000_000, [
          'Kosongkan bila tidak boleh memungut apa pun.',
          'Leave empty where nothing may be asked.',
        ]),
      ),
      max_currency: optional(formed(['Mata uang', 'Currency'], /^[A-Z]{3}$/)),
      payee: optional(word(['Dibayarkan kepada', 'Payable to'], PAYEES)),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      const { max_amount: amount, max_currency: currency } = body
      if ((amount === null) !== (currency === null)) {
        return [
          fault('max_currency', 'Jumlah dan mata uang bersama.', 'Amount and currency together.'),
        ]
      }
      return ofRow('fee_rules', 'fee', body, desk, (row) =>
        feeRuleRecorded({
          ...row,
          scheme: body.scheme,
          destination: body.destination,
          position: body.position,
          max: amount === null || currency === null ? 'none' : { amount, currency },
          payee: body.payee,
        }),
      )
    },
  }),
] as const
