import type { CheckRule } from '../check-rule.ts'
import { EIGHT_DOCUMENTS, INDEPENDENT_WORKERS } from '../placement-law.ts'
import { isUnder, OF_SCHEME, shows, UNCLEAR } from './scheme-rule.ts'

const isIndependent = isUnder('independent')

/** Going independently, and going back after leave: nobody places. */
export const NO_PLACER_RULES: readonly CheckRule[] = [
  {
    ...UNCLEAR,
    code: 'scheme.independent_for_individual',
    basis: [INDEPENDENT_WORKERS],
    needs: ['employer_type'],
    states: {
      id: 'Jalur mandiri hanya untuk pemberi kerja berbadan hukum. Untuk pemberi kerja perseorangan tanyakan dulu ke BP3MI.',
      en: 'Going independently is only for an employer that is a legal entity. For an individual employer ask BP3MI first.',
    },
    brief: { id: 'pemberi kerja bukan badan hukum', en: 'the employer is no legal entity' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) =>
      isIndependent(situation) && situation.question.placement?.employer?.type === 'individual',
  },
  {
    ...UNCLEAR,
    code: 'scheme.independent_employer_unknown',
    basis: [INDEPENDENT_WORKERS],
    needs: ['employer_type'],
    states: {
      id: 'Untuk jalur mandiri pemberi kerjanya harus berbadan hukum; jenisnya belum disebut.',
      en: 'To go independently the employer must be a legal entity; which kind it is was not told.',
    },
    brief: { id: 'jenis pemberi kerja belum disebut', en: 'the kind of employer was not told' },
    steps: ['ask_disnaker'],
    applies: (situation) =>
      isIndependent(situation) && situation.question.placement?.employer?.type === undefined,
  },
  {
    ...UNCLEAR,
    code: 'scheme.leave_letter_not_seen',
    states: {
      id: 'Untuk kembali bekerja setelah cuti, surat cuti dari pemberi kerja belum terlihat.',
      en: 'To go back to work after leave, the employer’s leave letter was not seen.',
    },
    brief: { id: 'surat cuti belum terlihat', en: 'no leave letter was seen' },
    steps: ['complete_documents'],
    applies: (situation) => isUnder('re_entry')(situation) && !shows(situation, 'leave_letter'),
  },
  {
    ...OF_SCHEME,
    code: 'scheme.recruiter_not_needed',
    outcome: 'ambiguous',
    effect: 'caution',
    basis: [INDEPENDENT_WORKERS],
    needs: ['scheme', 'recruiter'],
    states: {
      id: 'Berangkat mandiri atau kembali setelah cuti tidak memerlukan perekrut, padahal ada perekrut yang disebut.',
      en: 'Going independently or back after leave takes no recruiter, yet a recruiter was named.',
    },
    brief: {
      id: 'tanpa perekrut, tetapi ada yang disebut',
      en: 'a recruiter where none is needed',
    },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: (situation) =>
      isUnder('independent', 're_entry')(situation) &&
      situation.question.recruiter !== undefined &&
      situation.question.recruiter.kind !== 'employer',
  },
  {
    ...OF_SCHEME,
    code: 'scheme.independent_own_risk',
    outcome: 'confirmed',
    effect: 'none',
    basis: [INDEPENDENT_WORKERS],
    needs: ['scheme', 'employer_type'],
    states: {
      id: 'Jalur mandiri boleh untuk pemberi kerja berbadan hukum. Risikonya ditanggung pekerja sendiri, dan itu dinyatakan tertulis.',
      en: 'Going independently is allowed for an employer that is a legal entity. The worker bears the risk, and states so in writing.',
    },
    brief: { id: 'jalur mandiri, risiko sendiri', en: "independent, at one's own risk" },
    steps: [],
    applies: (situation) =>
      isIndependent(situation) && situation.question.placement?.employer?.type === 'legal_entity',
  },
  {
    ...OF_SCHEME,
    code: 'scheme.returning_worker',
    outcome: 'confirmed',
    effect: 'none',
    basis: [EIGHT_DOCUMENTS],
    states: {
      id: 'Ini kembali bekerja setelah cuti, bukan keberangkatan baru.',
      en: 'This is a return to work after leave, no new departure.',
    },
    brief: { id: 'kembali setelah cuti', en: 'a return after leave' },
    steps: [],
    applies: (situation) => isUnder('re_entry')(situation) && shows(situation, 'leave_letter'),
  },
]
