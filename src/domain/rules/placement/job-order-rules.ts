import type { CheckSituation } from '../../check-situation.ts'
import type { JobOrderReading } from '../../placement/read-job-order.ts'
import { ALWAYS, SINCE_FIRST_LAW } from '../instruments.ts'
import { type CheckRule, restingOn } from './check-rule.ts'
import {
  JOB_AGAINST_CONTRACT,
  PERMIT_BEFORE_RECRUITING,
  PROBLEM_LIST,
  VERIFIED_DEMAND,
} from './placement-law.ts'

const COMMON = {
  claim: 'job_order',
  basis: [VERIFIED_DEMAND, PERMIT_BEFORE_RECRUITING],
  inForce: SINCE_FIRST_LAW,
  needs: ['agency', 'recruitment_permit'],
  dated: 'asked',
  ...restingOn(({ jobOrder }) => jobOrder.order),
} as const

function stands(...states: readonly JobOrderReading['state'][]) {
  return ({ jobOrder, usesPermit, asksPlacement, isCourseOnly }: CheckSituation) =>
    asksPlacement && usesPermit && !isCourseOnly && states.includes(jobOrder.state)
}

const AGAINST = {
  ...COMMON,
  outcome: 'contradicted',
  effect: 'not_legal',
  steps: ['do_not_pay', 'ask_permit', 'call_bp3mi'],
} as const

const UNCLEAR = {
  ...COMMON,
  effect: 'cannot_confirm',
  steps: ['do_not_pay', 'ask_permit', 'ask_disnaker'],
} as const

const PARTNER = {
  claim: 'job_order',
  basis: [PROBLEM_LIST],
  inForce: SINCE_FIRST_LAW,
  needs: ['partner'],
  dated: 'asked',
  ...restingOn(({ partner }) => partner),
  steps: ['do_not_pay', 'ask_disnaker'],
} as const

export const JOB_ORDER_RULES: readonly CheckRule[] = [
  {
    ...AGAINST,
    code: 'job_order.none',
    states: {
      id: 'Menurut yang disampaikan tidak ada surat permintaan tenaga kerja dari luar negeri.',
      en: 'As reported there is no job order from abroad.',
    },
    brief: { id: 'tidak ada permintaan tenaga kerja', en: 'there is no job order' },
    applies: stands('said_to_be_none'),
  },
  {
    ...AGAINST,
    code: 'job_order.of_other_agency',
    states: {
      id: 'Surat permintaan tenaga kerja ini tercatat untuk perusahaan lain.',
      en: 'This job order is on record for another company.',
    },
    brief: {
      id: 'permintaan kerja milik perusahaan lain',
      en: "the job order is another company's",
    },
    applies: stands('of_other_agency'),
  },
  {
    ...AGAINST,
    code: 'job_order.for_other_job',
    basis: [PERMIT_BEFORE_RECRUITING, JOB_AGAINST_CONTRACT],
    states: {
      id: 'Pekerjaan, negara, atau pemberi kerjanya berbeda dari surat permintaan tenaga kerja.',
      en: 'The work, the country or the employer differs from the job order.',
    },
    brief: { id: 'berbeda dari permintaan kerjanya', en: 'it differs from the job order' },
    applies: stands('for_other_job'),
  },
  {
    ...AGAINST,
    code: 'job_order.quota_spent',
    states: {
      id: 'Kuota surat permintaan tenaga kerja ini sudah habis. Tidak ada lagi tempat di bawah surat ini; mungkin ada surat yang baru.',
      en: 'The quota of this job order is used up. There is no place left under it; there may be a new one.',
    },
    brief: { id: 'kuotanya sudah habis', en: 'its quota is used up' },
    applies: stands('quota_spent'),
  },
  {
    ...AGAINST,
    code: 'job_order.expired',
    states: {
      id: 'Surat permintaan tenaga kerja ini sudah tidak berlaku.',
      en: 'This job order is no longer valid.',
    },
    brief: { id: 'permintaan kerjanya sudah habis', en: 'the job order has run out' },
    applies: stands('expired'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.quota_spent_may_include',
    outcome: 'ambiguous',
    states: {
      id: 'Kuota surat ini sudah habis. Orang yang sudah menandatangani perjanjian mungkin sudah terhitung; tanyakan.',
      en: 'The quota of this job order is used up. Somebody who has signed may be counted already; ask.',
    },
    brief: { id: 'kuotanya habis, mungkin sudah terhitung', en: 'its quota is used up' },
    applies: stands('quota_spent_contracted'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.under_other_permit',
    outcome: 'ambiguous',
    states: {
      id: 'Surat permintaan tenaga kerja ini tercatat di bawah SIP2MI yang lain.',
      en: 'This job order is on record under another SIP2MI.',
    },
    brief: { id: 'permintaan kerja di bawah SIP2MI lain', en: 'it is under another SIP2MI' },
    applies: stands('under_other_permit'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.not_on_record',
    outcome: 'not_found',
    states: {
      id: 'Nomor surat permintaan tenaga kerja ini tidak ada dalam catatan kami. Tidak tercatat belum tentu melanggar.',
      en: 'This job order number is not on record with us. That alone does not make it illegal.',
    },
    brief: { id: 'permintaan kerjanya tidak tercatat', en: 'the job order is not on record' },
    applies: stands('not_on_record'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.unverified',
    outcome: 'not_found',
    states: {
      id: 'Belum tercatat bahwa perwakilan Indonesia di sana sudah memeriksa permintaan ini.',
      en: 'It is not on record that the Indonesian mission there has verified this job order.',
    },
    brief: { id: 'belum diperiksa perwakilan Indonesia', en: 'no mission has verified it' },
    applies: stands('unverified'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.not_yet_valid',
    outcome: 'not_found',
    states: {
      id: 'Surat permintaan tenaga kerja ini belum berlaku.',
      en: 'This job order is not valid yet.',
    },
    brief: { id: 'permintaan kerjanya belum berlaku', en: 'the job order is not valid yet' },
    applies: stands('not_yet_valid'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.not_synced',
    inForce: ALWAYS,
    outcome: 'stale',
    states: {
      id: 'Hitungan kuotanya belum diperbarui hari ini, jadi belum pasti masih ada tempat.',
      en: 'Its quota was not counted today, so it is not certain that a place is left.',
    },
    brief: { id: 'kuotanya belum diperbarui hari ini', en: 'its quota was not counted today' },
    applies: stands('not_synced'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.stale',
    outcome: 'stale',
    states: {
      id: 'Catatan surat permintaan tenaga kerja ini sudah terlalu lama.',
      en: 'The record of this job order is too old.',
    },
    brief: { id: 'catatan permintaan kerjanya terlalu lama', en: 'its record is too old' },
    applies: stands('stale'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.reported_only',
    inForce: ALWAYS,
    outcome: 'ambiguous',
    states: {
      id: 'Surat permintaan tenaga kerja ini hanya diberitakan atau belum pasti; suratnya belum terlihat.',
      en: 'This job order is only reported or doubtful; the paper itself was not seen.',
    },
    brief: { id: 'permintaan kerja baru diberitakan', en: 'the job order is only reported' },
    applies: stands('reported_only'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.job_not_told',
    inForce: ALWAYS,
    outcome: 'ambiguous',
    needs: ['agency', 'recruitment_permit', 'sector'],
    states: {
      id: 'Surat permintaan tenaga kerja ini hanya untuk bidang pekerjaan tertentu, dan bidang pekerjaan yang ditawarkan belum disebut. Sebutkan pekerjaannya.',
      en: 'This job order is only for some kind of work, and the work offered was not told. Tell the work.',
    },
    brief: { id: 'bidang pekerjaannya belum disebut', en: 'the kind of work was not told' },
    applies: stands('job_not_told'),
  },
  {
    ...UNCLEAR,
    code: 'job_order.not_told',
    outcome: 'not_checked',
    states: {
      id: 'Surat permintaan tenaga kerjanya belum diperiksa: nomornya tidak disebut.',
      en: 'The job order was not checked: its number was not told.',
    },
    brief: { id: 'permintaan kerjanya belum diperiksa', en: 'the job order was not checked' },
    applies: stands('not_told', 'no_agency'),
  },
  {
    ...PARTNER,
    code: 'job_order.partner_listed_as_barred',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Mitra atau pemberi kerja di luar negeri ini ada di daftar bermasalah perwakilan, dan tidak boleh dipakai.',
      en: 'This partner or employer abroad is on the mission’s problem list, and may not be used.',
    },
    brief: { id: 'mitranya di daftar bermasalah', en: 'its partner is on the problem list' },
    applies: ({ partner }) => partner?.listedEffect === 'not_legal',
  },
  {
    ...PARTNER,
    code: 'job_order.partner_listed',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Mitra atau pemberi kerja di luar negeri ini ada di daftar bermasalah perwakilan.',
      en: 'This partner or employer abroad is on the mission’s problem list.',
    },
    brief: { id: 'mitranya di daftar bermasalah', en: 'its partner is on the problem list' },
    applies: ({ partner }) => partner?.listedEffect === 'caution',
  },
  {
    ...COMMON,
    code: 'job_order.ended_after_contract',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Surat permintaan tenaga kerja ini berakhir setelah perjanjian ditandatangani.',
      en: 'This job order ended after the contract was signed.',
    },
    brief: { id: 'permintaan kerja berakhir kemudian', en: 'the job order ended after signing' },
    steps: ['ask_permit', 'ask_disnaker'],
    applies: stands('expired_after_contract'),
  },
  {
    ...COMMON,
    code: 'job_order.open',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Surat permintaan tenaga kerjanya tercatat, sudah diperiksa perwakilan, dan masih ada tempat.',
      en: 'The job order is on record, was verified by the mission, and has a place left.',
    },
    brief: {
      id: 'masih ada tempat pada permintaan kerjanya',
      en: 'the job order has a place left',
    },
    steps: [],
    applies: stands('open'),
  },
]
