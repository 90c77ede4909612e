import type { CheckSituation } from '../../check-situation.ts'
import type { PermitReading } from '../../placement/read-permit.ts'
import { ALWAYS, SINCE_FIRST_LAW } from '../instruments.ts'
import { type CheckRule, restingOn } from './check-rule.ts'
import {
  GOVERNMENT_DECIDES,
  JOB_AGAINST_CONTRACT,
  PERMIT_BEFORE_RECRUITING,
} from './placement-law.ts'

const COMMON = {
  claim: 'recruitment_permit',
  basis: [PERMIT_BEFORE_RECRUITING, GOVERNMENT_DECIDES],
  inForce: SINCE_FIRST_LAW,
  needs: ['agency', 'destination'],
  dated: 'recruited',
  ...restingOn(({ permit }) => permit.permit),
} as const

/** The permit is asked for wherever the scheme recruits by one, and judged wherever it was shown. */
function stands(...states: readonly PermitReading['state'][]) {
  return ({ permit, usesPermit, asksPlacement, isCourseOnly }: CheckSituation) =>
    asksPlacement && usesPermit && !isCourseOnly && states.includes(permit.state)
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

export const PERMIT_RULES: readonly CheckRule[] = [
  {
    ...AGAINST,
    code: 'recruitment_permit.none',
    states: {
      id: 'Perusahaan ini tidak memiliki SIP2MI untuk negara itu. Tanpa SIP2MI tidak boleh merekrut, walaupun perusahaannya berizin.',
      en: 'This company has no SIP2MI for that country. Without one it may not recruit, though the company is licensed.',
    },
    brief: { id: 'tidak ada SIP2MI untuk negara itu', en: 'no SIP2MI for that country' },
    applies: stands('said_to_be_none', 'none_for_destination'),
  },
  {
    ...AGAINST,
    code: 'recruitment_permit.of_other_agency',
    states: {
      id: 'SIP2MI ini tercatat untuk perusahaan lain.',
      en: 'This SIP2MI is on record for another company.',
    },
    brief: { id: 'SIP2MI milik perusahaan lain', en: "the SIP2MI is another company's" },
    applies: stands('of_other_agency'),
  },
  {
    ...AGAINST,
    code: 'recruitment_permit.for_other_destination',
    states: {
      id: 'SIP2MI ini untuk negara lain daripada yang ditawarkan.',
      en: 'This SIP2MI is for another country than the one offered.',
    },
    brief: { id: 'SIP2MI untuk negara lain', en: 'the SIP2MI is for another country' },
    applies: stands('for_other_destination'),
  },
  {
    ...AGAINST,
    code: 'recruitment_permit.for_other_job',
    basis: [PERMIT_BEFORE_RECRUITING, JOB_AGAINST_CONTRACT],
    states: {
      id: 'SIP2MI ini untuk bidang pekerjaan lain daripada yang ditawarkan atau tertulis dalam perjanjian kerja.',
      en: 'This SIP2MI is for other work than what is offered or written in the contract.',
    },
    brief: { id: 'SIP2MI untuk pekerjaan lain', en: 'the SIP2MI is for another job' },
    applies: stands('for_other_job'),
  },
  {
    ...AGAINST,
    code: 'recruitment_permit.revoked',
    states: {
      id: 'SIP2MI ini sudah dicabut. Sesudah itu tidak boleh merekrut.',
      en: 'This SIP2MI was revoked. After that nobody may be recruited by it.',
    },
    brief: { id: 'SIP2MI sudah dicabut', en: 'the SIP2MI was revoked' },
    applies: stands('revoked'),
  },
  {
    ...AGAINST,
    code: 'recruitment_permit.expired',
    states: {
      id: 'SIP2MI ini sudah habis masa berlakunya. Selama perpanjangannya diproses tidak boleh merekrut calon baru.',
      en: 'This SIP2MI has run out. While its renewal is being processed no new candidate may be recruited.',
    },
    brief: { id: 'SIP2MI sudah habis masa berlakunya', en: 'the SIP2MI has run out' },
    applies: stands('expired'),
  },
  {
    ...UNCLEAR,
    code: 'recruitment_permit.not_on_record',
    outcome: 'not_found',
    states: {
      id: 'Nomor SIP2MI ini tidak ada dalam catatan kami. Tidak tercatat belum tentu melanggar; tanyakan ke Disnaker.',
      en: 'This SIP2MI number is not on record with us. That alone does not make it illegal; ask the labour office.',
    },
    brief: { id: 'nomor SIP2MI tidak tercatat', en: 'the SIP2MI number is not on record' },
    applies: stands('not_on_record'),
  },
  {
    ...UNCLEAR,
    code: 'recruitment_permit.not_yet_valid',
    outcome: 'not_found',
    states: {
      id: 'Pada hari perekrutan SIP2MI ini belum berlaku.',
      en: 'On the day of recruiting this SIP2MI was not in force yet.',
    },
    brief: { id: 'SIP2MI belum berlaku waktu itu', en: 'the SIP2MI was not in force yet' },
    applies: stands('not_yet_valid'),
  },
  {
    ...UNCLEAR,
    code: 'recruitment_permit.stale',
    outcome: 'stale',
    states: {
      id: 'Catatan SIP2MI ini sudah terlalu lama, jadi keadaannya sekarang belum dapat dipastikan.',
      en: 'The record of this SIP2MI is too old, so how it stands now cannot be confirmed.',
    },
    brief: { id: 'catatan SIP2MI sudah terlalu lama', en: 'the record of the SIP2MI is too old' },
    applies: stands('stale'),
  },
  {
    ...UNCLEAR,
    code: 'recruitment_permit.reported_only',
    inForce: ALWAYS,
    outcome: 'ambiguous',
    states: {
      id: 'SIP2MI ini hanya diberitakan atau belum pasti; suratnya belum terlihat.',
      en: 'This SIP2MI is only reported or doubtful; the paper itself was not seen.',
    },
    brief: { id: 'SIP2MI baru diberitakan', en: 'the SIP2MI is only reported' },
    applies: stands('reported_only'),
  },
  {
    ...UNCLEAR,
    code: 'recruitment_permit.job_not_told',
    inForce: ALWAYS,
    outcome: 'ambiguous',
    needs: ['agency', 'destination', 'sector'],
    states: {
      id: 'SIP2MI ini hanya untuk bidang pekerjaan tertentu, dan bidang pekerjaan yang ditawarkan belum disebut. Sebutkan pekerjaannya.',
      en: 'This SIP2MI is only for some kind of work, and the work offered was not told. Tell the work.',
    },
    brief: { id: 'bidang pekerjaannya belum disebut', en: 'the kind of work was not told' },
    applies: stands('job_not_told'),
  },
  {
    ...UNCLEAR,
    code: 'recruitment_permit.not_told',
    outcome: 'not_checked',
    states: {
      id: 'SIP2MI-nya belum diperiksa: nomornya tidak disebut dan tidak ada yang tercatat untuk lowongan ini. Izin perusahaan saja belum cukup untuk merekrut.',
      en: 'The SIP2MI was not checked: no number was told and none is on record for this job. The company’s licence alone is not enough to recruit.',
    },
    brief: { id: 'SIP2MI belum diperiksa', en: 'the SIP2MI was not checked' },
    applies: stands('not_told', 'no_agency'),
  },
  {
    ...COMMON,
    code: 'recruitment_permit.ended_after_contract',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'SIP2MI ini berakhir setelah perjanjian ditandatangani. Tanyakan ke BP3MI apakah keberangkatan masih dapat diteruskan.',
      en: 'This SIP2MI ended after the contract was signed. Ask BP3MI whether the departure can still go on.',
    },
    brief: { id: 'SIP2MI berakhir setelah perjanjian', en: 'the SIP2MI ended after signing' },
    steps: ['call_bp3mi', 'ask_permit'],
    applies: stands('expired_after_contract', 'revoked_after_contract'),
  },
  {
    ...COMMON,
    code: 'recruitment_permit.position_worded_differently',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Jabatan yang ditawarkan ditulis berbeda dari yang tercatat pada SIP2MI. Bandingkan lagi.',
      en: 'The position offered is worded differently from the one on the SIP2MI. Compare them again.',
    },
    brief: { id: 'jabatannya ditulis berbeda di SIP2MI', en: 'the position is worded differently' },
    steps: ['compare_paper'],
    applies: (situation) =>
      stands('in_force')(situation) && situation.permit.isPositionWordedDifferently,
  },
  {
    ...COMMON,
    code: 'recruitment_permit.not_used_by_scheme',
    outcome: 'not_checked',
    effect: 'caution',
    states: {
      id: 'Disebut SIP2MI atau surat permintaan tenaga kerja, padahal jalur penempatan ini tidak memakainya. Tanyakan jalur mana yang sebenarnya.',
      en: 'A SIP2MI or a job order was mentioned, though this way of placement does not use one. Ask which way it really is.',
    },
    brief: { id: 'jalur dan suratnya tidak cocok', en: 'the scheme and the papers do not fit' },
    steps: ['ask_disnaker'],
    applies: ({ usesPermit, question: { placement } }) =>
      !usesPermit &&
      (placement?.recruitmentPermit !== undefined || placement?.jobOrder !== undefined),
    source: () => null,
    params: () => ({}),
  },
  {
    ...COMMON,
    code: 'recruitment_permit.in_force',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'SIP2MI perusahaan ini untuk lowongan ini tercatat berlaku.',
      en: 'This company’s SIP2MI for this job is on record as in force.',
    },
    brief: { id: 'SIP2MI tercatat berlaku', en: 'the SIP2MI is in force' },
    steps: [],
    applies: stands('in_force'),
  },
]
