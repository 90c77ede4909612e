import { visaProblem } from '../../../documents/read-documents.ts'
import { ALWAYS } from '../../instruments.ts'
import type { CheckRule } from '../check-rule.ts'
import { OUTSIDE_THE_ACT, WORK_CONTRACT, WORK_VISA } from '../placement-law.ts'
import { AGAINST, isUnder, OF_SCHEME, UNCLEAR } from './scheme-rule.ts'

/** What holds whatever the way of placement, and ways that no register here can confirm. */
export const ANY_SCHEME_RULES: readonly CheckRule[] = [
  {
    ...AGAINST,
    code: 'scheme.visa_not_for_work',
    basis: [WORK_VISA],
    dated: 'departs',
    needs: ['visa_type'],
    states: {
      id: 'Visa ini bukan visa kerja. Visa ziarah, umrah, kunjungan, atau wisata tidak boleh dipakai untuk bekerja, dan tidak dapat diganti setelah tiba.',
      en: 'This is no work visa. A pilgrim’s, visitor’s or tourist’s visa may not be used for work, whatever is promised after arrival.',
    },
    brief: { id: 'visanya bukan visa kerja', en: 'the visa is not for work' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: ({ question: { placement, documents }, scheme, isCourseOnly }) =>
      !isCourseOnly &&
      scheme.scheme !== 'outside_act' &&
      (visaProblem(placement?.visaType, true) === 'visa_not_for_work' ||
        (documents?.some(
          (one) =>
            one.type === 'work_visa' && visaProblem(one.visaType, true) === 'visa_not_for_work',
        ) ??
          false)),
  },
  {
    ...OF_SCHEME,
    code: 'scheme.visa_for_training_only',
    outcome: 'ambiguous',
    effect: 'caution',
    basis: [WORK_VISA],
    dated: 'departs',
    needs: ['visa_type'],
    states: {
      id: 'Visa yang disebut untuk pelatihan atau magang, padahal yang ditawarkan pekerjaan.',
      en: 'The visa that was told is for training or an apprenticeship, yet a job is offered.',
    },
    brief: { id: 'visanya untuk magang, bukan kerja', en: 'the visa is for training only' },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: ({ question: { placement }, scheme, isCourseOnly }) =>
      !isCourseOnly &&
      scheme.scheme !== 'outside_act' &&
      scheme.scheme !== 'apprenticeship' &&
      visaProblem(placement?.visaType, true) === 'visa_for_training_only',
  },
  {
    ...AGAINST,
    code: 'scheme.no_contract_before_departure',
    basis: [WORK_CONTRACT],
    dated: 'departs',
    needs: ['contract'],
    states: {
      id: 'Perjanjian kerja harus ditandatangani sebelum berangkat. “Tanda tangan nanti di sana” tidak dibolehkan.',
      en: 'The work contract must be signed before departure. “Sign on arrival” is not allowed.',
    },
    brief: { id: 'tidak ada perjanjian kerja', en: 'there is no work contract' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: ({ question: { placement, documents } }) =>
      placement?.contract === 'on_arrival' ||
      placement?.contract === 'none' ||
      (documents?.some(
        ({ type, state }) => type === 'employment_contract' && state === 'on_arrival',
      ) ??
        false),
  },
  {
    ...UNCLEAR,
    code: 'scheme.no_register',
    states: {
      id: 'Untuk jalur ini kami belum mempunyai daftar yang dapat memastikannya.',
      en: 'For this way of placement we have no register yet that could confirm it.',
    },
    brief: { id: 'jalurnya belum dapat dipastikan', en: 'the scheme cannot be confirmed' },
    steps: ['ask_disnaker'],
    applies: isUnder('ssw_direct'),
  },
  {
    ...UNCLEAR,
    code: 'scheme.outside_act',
    basis: [OUTSIDE_THE_ACT],
    states: {
      id: 'Yang disebut ini di luar undang-undang pekerja migran (misalnya pelajar atau pegawai lembaga internasional), jadi tidak diperiksa di sini.',
      en: 'What was told lies outside the migrant workers’ Act (students or staff of international bodies, for instance), so it is not checked here.',
    },
    brief: { id: 'di luar undang-undang pekerja migran', en: "outside the migrant workers' Act" },
    steps: ['ask_disnaker'],
    applies: isUnder('outside_act'),
  },
  {
    ...UNCLEAR,
    code: 'registry.rules_not_current',
    inForce: ALWAYS,
    outcome: 'stale',
    states: {
      id: 'Catatan aturan terbaru sedang tidak dapat dibuka, jadi belum pasti tidak ada yang berubah.',
      en: 'The newest rules cannot be reached just now, so it is not certain that nothing has changed.',
    },
    brief: { id: 'aturan terbaru belum dapat dibuka', en: 'the newest rules cannot be reached' },
    needs: [],
    steps: ['do_not_pay', 'try_again'],
    applies: ({ tables, register }) => !tables.isCurrent || !register.isCurrent,
  },
]
