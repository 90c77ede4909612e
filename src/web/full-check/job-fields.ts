import { VOCABULARY } from '../../domain/vocabulary.ts'
import { CURRENCY_LABELS, USUAL_CURRENCY } from './currencies.ts'
import type { FieldGroup } from './field.ts'

const SAID = {
  none: { id: 'katanya tidak ada', en: 'they say there is none' },
  in_process: { id: 'katanya masih diproses', en: 'they say it is in process' },
} as const

const INSTEAD = {
  id: 'Bila nomornya tidak diperlihatkan',
  en: 'If no number was shown',
} as const

/** What is offered: the job, its permits, its days and its price. */
export const JOB_GROUPS: readonly FieldGroup[] = [
  {
    legend: { id: 'Pekerjaannya', en: 'The job' },
    fields: [
      {
        name: 'placement.destination',
        label: { id: 'Negara tujuan', en: 'Destination' },
        kind: 'country',
      },
      {
        name: 'placement.position',
        label: { id: 'Pekerjaan yang dijanjikan', en: 'Job that is promised' },
        kind: 'text',
        longest: 120,
      },
      {
        name: 'placement.sector',
        label: { id: 'Bidang', en: 'Sector' },
        kind: 'choice',
        labels: VOCABULARY.sector,
      },
      {
        name: 'placement.scheme',
        label: { id: 'Jalur penempatan', en: 'Placement scheme' },
        kind: 'choice',
        labels: VOCABULARY.scheme,
      },
    ],
  },
  {
    legend: { id: 'Izin merekrut dan permintaannya', en: 'Permit to recruit and job order' },
    fields: [
      {
        name: 'placement.recruitment_permit.number',
        label: { id: 'Nomor SIP2MI', en: 'SIP2MI number' },
        hint: {
          id: 'Izin merekrut untuk lowongan ini. Izin perusahaan saja belum cukup.',
          en: 'The permit to recruit for this job. The company’s licence alone is not enough.',
        },
        kind: 'text',
        longest: 100,
      },
      {
        name: 'placement.recruitment_permit.said',
        label: INSTEAD,
        kind: 'choice',
        labels: SAID,
        isAside: true,
      },
      {
        name: 'placement.job_order.number',
        label: { id: 'Nomor surat permintaan (job order)', en: 'Job order number' },
        kind: 'text',
        longest: 100,
      },
      {
        name: 'placement.job_order.said',
        label: INSTEAD,
        kind: 'choice',
        labels: SAID,
        isAside: true,
      },
    ],
  },
  {
    legend: { id: 'Tanggal', en: 'Days' },
    fields: [
      {
        name: 'placement.recruited_on',
        label: { id: 'Tanggal diajak atau mendaftar', en: 'Recruited or signed up on' },
        kind: 'day',
      },
      {
        name: 'placement.departs_on',
        label: { id: 'Tanggal rencana berangkat', en: 'Departs on' },
        kind: 'day',
      },
    ],
  },
  {
    legend: { id: 'Biaya yang diminta', en: 'Charge that is asked' },
    fields: [
      {
        name: 'placement.fee.amount',
        label: { id: 'Jumlah biaya', en: 'Amount of the charge' },
        hint: {
          id: 'Misalnya 1.500.000. Tulis 0 bila tidak diminta apa-apa.',
          en: 'Such as 1.500.000. Write 0 if nothing is asked.',
        },
        kind: 'amount',
      },
      {
        name: 'placement.fee.currency',
        label: { id: 'Mata uang', en: 'Currency' },
        kind: 'choice',
        labels: CURRENCY_LABELS,
        usual: USUAL_CURRENCY,
        isAside: true,
      },
      {
        name: 'placement.fee.payee',
        label: { id: 'Biaya dibayarkan ke', en: 'Charge is paid to' },
        kind: 'choice',
        labels: VOCABULARY.payee,
      },
      {
        name: 'placement.paid_on',
        label: { id: 'Tanggal membayar', en: 'Paid on' },
        kind: 'day',
      },
    ],
  },
  {
    legend: { id: 'Pemberi kerja dan perjanjian', en: 'Employer and contract' },
    fields: [
      {
        name: 'placement.employer.name',
        label: { id: 'Nama pemberi kerja', en: 'Name of the employer' },
        kind: 'text',
        longest: 200,
      },
      {
        name: 'placement.employer.type',
        label: { id: 'Jenis pemberi kerja', en: 'Kind of employer' },
        kind: 'choice',
        labels: VOCABULARY.employer_type,
      },
      {
        name: 'placement.contract',
        label: { id: 'Perjanjian kerja', en: 'Employment contract' },
        kind: 'choice',
        labels: VOCABULARY.contract_state,
      },
      {
        name: 'placement.contract_signed_on',
        label: { id: 'Tanggal tanda tangan perjanjian', en: 'Contract signed on' },
        kind: 'day',
      },
      {
        name: 'placement.visa_type',
        label: { id: 'Visa untuk berangkat', en: 'Visa for the departure' },
        kind: 'choice',
        labels: VOCABULARY.visa_type,
      },
    ],
  },
  {
    legend: { id: 'Lebih rinci', en: 'In more detail' },
    isSeldom: true,
    fields: [
      {
        name: 'placement.partner',
        label: { id: 'Agensi di negara tujuan', en: 'Agency in the destination' },
        kind: 'text',
        longest: 200,
      },
      {
        name: 'placement.channel',
        label: { id: 'Nama program penempatan', en: 'Name of the placement programme' },
        kind: 'text',
        longest: 60,
      },
      {
        name: 'placement.is_wage_work',
        label: {
          id: 'Disebut magang atau pelatihan, tetapi sebenarnya bekerja dengan upah',
          en: 'Called an apprenticeship or training, but is work for wages',
        },
        kind: 'yes',
      },
    ],
  },
]
