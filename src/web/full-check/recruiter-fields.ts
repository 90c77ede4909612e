import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Field, FieldGroup } from './field.ts'

export const REGION = {
  kind: 'digits',
  longest: 13,
  hint: {
    id: 'Empat angka pertama NIK warga di sana, misalnya 3212 untuk Indramayu.',
    en: 'The first four digits of the NIK of people there, such as 3212 for Indramayu.',
  },
  fault: { id: 'Tulis kode wilayahnya: 4 angka, misalnya 3212.', en: 'Write its code: 4 digits.' },
} as const satisfies Partial<Field>

/** Who recruits, and with which papers. */
export const RECRUITER_GROUPS: readonly FieldGroup[] = [
  {
    legend: { id: 'Siapa yang mengajak', en: 'Who recruits' },
    fields: [
      {
        name: 'recruiter.kind',
        label: { id: 'Jenis perekrut', en: 'Kind of recruiter' },
        kind: 'choice',
        labels: VOCABULARY.recruiter_kind,
      },
      {
        name: 'recruiter.name',
        label: { id: 'Nama perekrut', en: 'Name of the recruiter' },
        hint: {
          id: 'Seperti tertulis di brosur atau surat. Nama orang tidak disimpan.',
          en: 'As written on the brochure or letter. A person’s name is not kept.',
        },
        kind: 'text',
        longest: 200,
      },
      {
        name: 'recruiter.licence',
        label: { id: 'Nomor izin (SIP3MI)', en: 'Licence number (SIP3MI)' },
        kind: 'text',
        longest: 100,
      },
      {
        name: 'recruiter.phone',
        label: { id: 'Nomor telepon yang diberikan', en: 'Telephone that was given' },
        kind: 'telephone',
        longest: 40,
      },
    ],
  },
  {
    legend: { id: 'Kantor dan petugasnya', en: 'Its office and field officer' },
    fields: [
      {
        name: 'recruiter.branch_region',
        label: {
          id: 'Kode kabupaten kantor yang merekrut',
          en: 'Regency code of the recruiting office',
        },
        ...REGION,
      },
      {
        name: 'recruiter.representative.name',
        label: { id: 'Nama petugas lapangan', en: 'Name of the field officer' },
        kind: 'text',
        longest: 200,
      },
      {
        name: 'recruiter.representative.letter_number',
        label: { id: 'Nomor surat tugas petugas', en: 'Number of the officer’s letter' },
        kind: 'text',
        longest: 100,
      },
    ],
  },
  {
    legend: { id: 'Lebih rinci', en: 'In more detail' },
    isSeldom: true,
    fields: [
      {
        name: 'recruiter.agency_reply',
        label: {
          id: 'Perusahaan ditelepon di nomor resminya, katanya',
          en: 'Called on its registered number, the company says',
        },
        kind: 'choice',
        labels: VOCABULARY.agency_reply,
      },
      {
        name: 'recruiter.offers',
        label: { id: 'Yang ditawarkan', en: 'What is offered' },
        kind: 'choice',
        labels: VOCABULARY.offer,
      },
      {
        name: 'recruiter.shows_only_nib',
        label: {
          id: 'Hanya NIB yang diperlihatkan, tanpa izin lain',
          en: 'Only a NIB was shown, and no other permit',
        },
        kind: 'yes',
      },
    ],
  },
]
