import type { DocumentType } from '../../domain/placement/words.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Field, FieldGroup } from './field.ts'
import { REGION } from './recruiter-fields.ts'

/** Who would leave. */
export const WORKER_GROUPS: readonly FieldGroup[] = [
  {
    legend: { id: 'Calon pekerja', en: 'The worker' },
    fields: [
      {
        name: 'worker.birth_date',
        label: { id: 'Tanggal lahir', en: 'Birth date' },
        kind: 'day',
      },
      {
        name: 'worker.sex',
        label: { id: 'Jenis kelamin', en: 'Sex' },
        kind: 'choice',
        labels: VOCABULARY.sex,
      },
      { name: 'worker.nik', label: { id: 'NIK', en: 'NIK' }, kind: 'digits', longest: 40 },
      {
        name: 'worker.name',
        label: { id: 'Nama calon pekerja', en: 'Name of the worker' },
        hint: {
          id: 'Hanya untuk dicocokkan dengan nama di surat.',
          en: 'Only to be compared with the names on the papers.',
        },
        kind: 'text',
        longest: 200,
      },
    ],
  },
]

/** What may be told of one paper; `name` is its place within the paper. */
export function documentFields(type: DocumentType): readonly Field[] {
  return [
    {
      name: 'state',
      label: { id: 'Keadaan surat', en: 'State' },
      kind: 'choice',
      labels: VOCABULARY.document_state,
      usual: 'shown',
    },
    { name: 'number', label: { id: 'Nomor', en: 'Number' }, kind: 'text', longest: 100 },
    {
      name: 'issuer',
      label: { id: 'Diterbitkan oleh', en: 'Issued by' },
      kind: 'text',
      longest: 200,
    },
    ...(FROM_AN_OFFICE.has(type)
      ? [
          {
            name: 'issuer_region',
            label: { id: 'Kode desa atau wilayah penerbit', en: 'Region code of the issuer' },
            ...REGION,
            hint: {
              id: 'Kode desa sepuluh angka bila diketahui, misalnya 3212052001.',
              en: 'The village’s code of ten digits if it is known.',
            },
          },
        ]
      : []),
    { name: 'issued_on', label: { id: 'Terbit tanggal', en: 'Issued on' }, kind: 'day' },
    { name: 'expires_on', label: { id: 'Berlaku sampai', en: 'Valid until' }, kind: 'day' },
    {
      name: 'holder_name',
      label: { id: 'Nama di surat', en: 'Name on the paper' },
      kind: 'text',
      longest: 200,
    },
    {
      name: 'holder_birth_date',
      label: { id: 'Tanggal lahir di surat', en: 'Birth date on the paper' },
      kind: 'day',
    },
    ...(OWN_FIELDS[type] ?? []),
  ]
}

const FROM_AN_OFFICE: ReadonlySet<DocumentType> = new Set([
  'marital_status_letter',
  'family_permission',
])

const OWN_FIELDS: Readonly<Partial<Record<DocumentType, readonly Field[]>>> = {
  placement_agreement: [
    {
      name: 'agency_name',
      label: { id: 'Perusahaan yang disebut di dalamnya', en: 'Company that it names' },
      kind: 'text',
      longest: 200,
    },
  ],
  work_visa: [
    {
      name: 'visa_type',
      label: { id: 'Jenis visa yang tertulis', en: 'Kind of visa that is written' },
      kind: 'choice',
      labels: VOCABULARY.visa_type,
    },
  ],
  employment_contract: [
    {
      name: 'sector',
      label: { id: 'Bidang pekerjaan di dalamnya', en: 'Sector that it is for' },
      kind: 'choice',
      labels: VOCABULARY.sector,
    },
  ],
}
