import type { Change } from '../change.ts'
import {
  ageLimitRecorded,
  assistanceOfficeRecorded,
  completeTableRecorded,
  destinationRuleRecorded,
  documentRequirementRecorded,
  feeRuleRecorded,
  foreignPartnerRecorded,
  jobOrderRecorded,
  LISTED_EFFECTS,
  recruitmentPermitRecorded,
} from '../change-rules.ts'
import { NEXT_STEP_CODES } from '../next-steps.ts'
import type { Place } from '../people/person.ts'
import {
  DOCUMENT_TYPES,
  EMPLOYER_TYPES,
  PAYEES,
  SCHEMES,
  SECTORS,
  SEXES,
} from '../placement/words.ts'
import {
  DESTINATION_RULES,
  KEPT_TABLES,
  OFFICE_KINDS,
  RENEWALS,
  REQUIREMENTS,
} from '../rule-tables/rows.ts'
import { numberKey } from '../rule-tables/rule-tables.ts'
import { unreadable } from './agency-facts.ts'
import { type Desk, type Draft, type Fault, factKind } from './fact-kind.ts'
import { type BodyOf, formed, integer, onDay, optional, text, word } from './field.ts'
import {
  AGENCY_ID,
  commonFaults,
  DESTINATION,
  fault,
  idOf,
  notThere,
  REGION,
  ROW_FIELDS,
  supersedes,
} from './shared-fields.ts'

const ANY_DESTINATION = optional({
  ...DESTINATION,
  hint: { id: 'Kosongkan bila untuk semua negara.', en: 'Leave empty for every destination.' },
})
const ANY_SCHEME = optional(
  word(['Skema', 'Scheme'], SCHEMES, ['Kosongkan bila untuk semua.', 'Leave empty for all.']),
)
const ANY_SECTOR = optional(
  word(['Bidang', 'Sector'], SECTORS, ['Kosongkan bila untuk semua.', 'Leave empty for all.']),
)
const POSITION = optional(text(['Jabatan', 'Position'], 200))
const EMPLOYER_TYPE = optional(word(['Jenis pemberi kerja', 'Kind of employer'], EMPLOYER_TYPES))
const NUMBER = text(['Nomor', 'Number'], 100, ['Seperti tercetak.', 'As printed.'])
const years = (id: string, en: string) =>
  optional(
    integer([id, en], 0, 120, [
      'Genap tahun pada hari berangkat.',
      'Completed years on the day of departure.',
    ]),
  )

export const ROW_FACTS = [
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
  factKind({
    kind: 'foreign_partners',
    path: 'foreign-partners',
    title: { id: 'Mitra bermasalah di luar negeri', en: 'Problem partner abroad' },
    fields: {
      name: text(['Nama', 'Name'], 200),
      country: DESTINATION,
      listed_effect: word(['Akibat', 'Effect'], LISTED_EFFECTS),
      ...ROW_FIELDS,
    },
    draft: (body, desk) =>
      ofRow('foreign_partners', 'ptn', body, desk, (row) =>
        foreignPartnerRecorded({
          ...row,
          name: body.name,
          country: body.country,
          listedEffect: body.listed_effect,
        }),
      ),
  }),
  factKind({
    kind: 'assistance_offices',
    path: 'assistance-offices',
    title: { id: 'Hotline atau kantor bantuan', en: 'Hotline or office that helps' },
    fields: {
      kind: word(['Jenis', 'Kind'], OFFICE_KINDS),
      name_id: text(['Nama (Indonesia)', 'Name (Indonesian)'], 200),
      name_en: text(['Nama (Inggris)', 'Name (English)'], 200),
      contact: text(['Kontak', 'Contact'], 300),
      region_code: optional(REGION),
      step: optional(word(['Langkah', 'Step'], NEXT_STEP_CODES)),
      verified_on: optional(
        onDay(
          ['Dicoba pada', 'Tried on'],
          ['Hari kontak ini dicoba sendiri.', 'The day on which the contact was tried.'],
        ),
      ),
      ...ROW_FIELDS,
    },
    draft: (body, desk) =>
      ofRow(
        'assistance_offices',
        'off',
        body,
        desk,
        (row) =>
          assistanceOfficeRecorded({
            ...row,
            kind: body.kind,
            name: { id: body.name_id, en: body.name_en },
            contact: body.contact,
            regionCode: body.region_code,
            step: body.step,
            verifiedOn: body.verified_on,
          }),
        { country: desk.country, region: body.region_code },
      ),
  }),
  factKind({
    kind: 'complete_tables',
    path: 'complete-tables',
    title: { id: 'Pernyataan tabel lengkap', en: 'Statement that a table is complete' },
    fields: {
      table: word(['Tabel', 'Table'], KEPT_TABLES),
      agency_id: optional(AGENCY_ID),
      destination: ANY_DESTINATION,
      document_type: optional(word(['Dokumen', 'Document'], DOCUMENT_TYPES)),
      issuer_region: optional(REGION),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if (body.agency_id !== null && desk.agency(body.agency_id) === undefined) {
        return [notThere('agency_id')]
      }
      return ofRow('complete_tables', 'cmp', body, desk, (row) =>
        completeTableRecorded({
          ...row,
          table: body.table,
          agencyId: body.agency_id,
          destination: body.destination,
          documentType: body.document_type,
          issuerRegion: body.issuer_region,
        }),
      )
    },
  }),
  factKind({
    kind: 'recruitment_permits',
    path: 'recruitment-permits',
    title: { id: 'SIP2MI', en: 'Recruitment permit (SIP2MI)' },
    fields: {
      number: NUMBER,
      agency_id: AGENCY_ID,
      destination: DESTINATION,
      position: POSITION,
      sector: ANY_SECTOR,
      renewal: word(['Perpanjangan', 'Renewal'], RENEWALS),
      revoked_on: optional(onDay(['Dicabut pada', 'Revoked on'])),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if (body.revoked_on !== null && body.revoked_on < body.valid_from) {
        return [fault('revoked_on', 'Sebelum berlaku.', 'Before it was valid.')]
      }
      return ofAgencyRow('recruitment_permits', 'prm', body, desk, (row) =>
        recruitmentPermitRecorded({
          ...row,
          number: body.number,
          agencyId: body.agency_id,
          destination: body.destination,
          position: body.position,
          sector: body.sector,
          renewal: body.renewal,
          revokedOn: body.revoked_on,
        }),
      )
    },
  }),
  factKind({
    kind: 'job_orders',
    path: 'job-orders',
    title: { id: 'Surat permintaan tenaga kerja', en: 'Job order' },
    fields: {
      number: NUMBER,
      permit_number: text(['Nomor SIP2MI', 'SIP2MI number'], 100),
      agency_id: AGENCY_ID,
      destination: DESTINATION,
      position: POSITION,
      sector: ANY_SECTOR,
      employer_name: optional(text(['Pemberi kerja', 'Employer'], 200)),
      employer_type: EMPLOYER_TYPE,
      partner_name: optional(text(['Mitra di luar negeri', 'Partner abroad'], 200)),
      verifying_mission: optional(text(['Perwakilan yang memeriksa', 'Verifying mission'], 200)),
      verified_on: optional(onDay(['Diperiksa pada', 'Verified on'])),
      quota: integer(['Kuota', 'Quota'], 0, 1_000_000),
      used: integer(['Terpakai', 'Used'], 0, 1_000_000),
      synced_on: optional(onDay(['Hitungan per tanggal', 'Counted as of'])),
      ...ROW_FIELDS,
    },
    draft: (body, desk) =>
      ofAgencyRow('job_orders', 'job', body, desk, (row) =>
        jobOrderRecorded({
          ...row,
          number: body.number,
          permitNumber: body.permit_number,
          agencyId: body.agency_id,
          destination: body.destination,
          position: body.position,
          sector: body.sector,
          employerName: body.employer_name,
          employerType: body.employer_type,
          partnerName: body.partner_name,
          verifyingMission: body.verifying_mission,
          verifiedOn: body.verified_on,
          quota: body.quota,
          used: body.used,
          syncedOn: body.synced_on,
        }),
      ),
  }),
] as const

type RowBody = BodyOf<typeof ROW_FIELDS>

function ofRow(
  kind: string,
  prefix: string,
  body: RowBody,
  desk: Desk,
  write: (row: ReturnType<typeof commonOf>) => Change,
  place: Place = { country: desk.country, region: null },
): Draft | readonly Fault[] {
  const faults = commonFaults(
    body,
    {
      from: { field: 'valid_from', day: body.valid_from },
      until: { field: 'valid_until', day: body.valid_until },
    },
    desk,
  )
  const kept = idOf(desk.rows(kind), body.corrects)
  if (body.corrects !== null && kept === undefined) faults.push(notThere('corrects'))
  if (faults.length > 0) return faults
  return { place, changes: [write(commonOf(body, kept ?? desk.newId(prefix)))] }
}

function ofAgencyRow(
  kind: string,
  prefix: string,
  body: RowBody & { readonly number: string; readonly agency_id: string },
  desk: Desk,
  write: (row: ReturnType<typeof commonOf>) => Change,
): Draft | readonly Fault[] {
  const agency = desk.agency(body.agency_id)
  if (agency === undefined) return [notThere('agency_id')]
  if (numberKey(body.number) === '') return [unreadable('number')]
  const place = { country: agency.country, region: agency.regionCode }
  return ofRow(kind, prefix, body, desk, write, place)
}

function commonOf(body: RowBody, id: string) {
  return {
    id,
    validFrom: body.valid_from,
    validUntil: body.valid_until,
    instrument: body.instrument,
    instrumentOn: body.instrument_on,
    url: body.url,
    confidence: body.confidence,
    sourceId: body.source_id,
    ...supersedes(body.corrects),
  }
}
