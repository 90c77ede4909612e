import type { CheckSituation } from '../../check-situation.ts'
import type { FeeReading } from '../../placement/read-fee.ts'
import { SINCE_FIRST_LAW } from '../instruments.ts'
import { type CheckRule, restingOn } from './check-rule.ts'
import { NO_PLACEMENT_COST, PLACEMENT_COST_2025 } from './placement-law.ts'

const COMMON = {
  claim: 'fee',
  basis: [NO_PLACEMENT_COST, PLACEMENT_COST_2025],
  inForce: SINCE_FIRST_LAW,
  needs: ['fee'],
  dated: 'recruited',
  steps: ['do_not_pay', 'report_charge'],
  ...restingOn(({ fee }) => fee.rule),
} as const

function stands(...states: readonly FeeReading['state'][]) {
  return ({ fee }: CheckSituation) => states.includes(fee.state)
}

export const FEE_RULES: readonly CheckRule[] = [
  {
    ...COMMON,
    code: 'fee.above_table',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Biaya yang diminta melebihi yang boleh dipungut dari pekerja menurut tabel yang berlaku.',
      en: 'The charge is above what may be asked of a worker by the table in force.',
    },
    brief: { id: 'biayanya melebihi tabel', en: 'the charge is above the table' },
    applies: stands('above_table'),
  },
  {
    ...COMMON,
    code: 'fee.above_reported_table',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Biaya yang diminta melebihi angka yang diberitakan; tabel resminya belum terlihat.',
      en: 'The charge is above the figure reported; the table itself was not seen.',
    },
    brief: { id: 'biayanya di atas angka yang diberitakan', en: 'above the figure reported' },
    applies: stands('above_reported_table'),
  },
  {
    ...COMMON,
    code: 'fee.charged_to_worker',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Ada biaya yang diminta dari pekerja. Biaya penempatan pada dasarnya tidak boleh dibebankan kepada pekerja, dan belum ada tabel yang pasti untuk lowongan ini.',
      en: 'The worker is asked to pay. Placement cost may in principle not be put on the worker, and there is no certain table for this job.',
    },
    brief: { id: 'ada biaya yang diminta dari pekerja', en: 'the worker is asked to pay' },
    applies: stands('no_row', 'currency_differs', 'depends_on_job', 'within_reported_table'),
  },
  {
    ...COMMON,
    code: 'fee.amount_not_told',
    outcome: 'not_checked',
    effect: 'caution',
    states: {
      id: 'Besarnya biaya tidak disebut, jadi belum diperiksa.',
      en: 'The amount of the charge was not told, so it was not checked.',
    },
    brief: { id: 'besarnya biaya belum disebut', en: 'the amount was not told' },
    steps: ['report_charge'],
    applies: stands('amount_not_told'),
  },
  {
    ...COMMON,
    code: 'fee.to_personal_account',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Uangnya diminta dikirim ke rekening pribadi. Bayar hanya ke rekening atas nama perusahaan, dengan kuitansi.',
      en: 'The money is asked to a personal account. Pay only to an account in the company’s name, with a receipt.',
    },
    brief: { id: 'bayar ke rekening pribadi', en: 'payment to a personal account' },
    applies: ({ fee }) => fee.isToPersonalAccount,
  },
  {
    ...COMMON,
    code: 'fee.to_wrong_payee',
    outcome: 'contradicted',
    effect: 'caution',
    states: {
      id: 'Biaya ini harus dibayar kepada pihak lain daripada yang memintanya.',
      en: 'This charge must be paid to somebody else than who asks for it.',
    },
    brief: { id: 'penerima biayanya tidak sesuai', en: 'the charge goes to the wrong payee' },
    applies: ({ fee }) => fee.isToWrongPayee && !fee.isToPersonalAccount,
  },
  {
    ...COMMON,
    code: 'fee.within_table',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Biaya yang diminta tidak melebihi tabel yang berlaku.',
      en: 'The charge is not above the table in force.',
    },
    brief: { id: 'biayanya sesuai tabel', en: 'the charge is within the table' },
    steps: [],
    applies: stands('within_table'),
  },
]
