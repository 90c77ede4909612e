import type { CheckSituation } from '../../check-situation.ts'
import type { NikProblem } from '../../documents/nik.ts'
import type { NikComparison, WorkerReading } from '../../placement/read-worker.ts'
import { ALWAYS } from '../instruments.ts'
import type { Params } from '../rule.ts'
import { type CheckRule, restingOn } from './check-rule.ts'
import { CONDITIONS_OF_WORKERS, PLACING_THE_UNDER_AGED } from './placement-law.ts'

const onRow = restingOn(({ worker }) => worker.limit)

const COMMON = {
  claim: 'worker',
  basis: [CONDITIONS_OF_WORKERS],
  inForce: ALWAYS,
  needs: ['birth_date'],
  dated: 'departs',
  source: onRow.source,
  params: (situation: CheckSituation): Params => {
    const { limit } = situation.worker
    return limit === null ? {} : { ...onRow.params(situation), min: limit.min, max: limit.max }
  },
} as const

const NIK = {
  claim: 'worker',
  outcome: 'ambiguous',
  effect: 'caution',
  basis: [],
  inForce: ALWAYS,
  needs: ['nik'],
  dated: 'asked',
  steps: ['ask_dukcapil'],
} as const

/** What no list can excuse. */
function misbuilt({ reading }: NikComparison): readonly NikProblem[] {
  return reading.problems.filter((problem) => problem !== 'region_unknown')
}

function stands(...states: readonly WorkerReading['state'][]) {
  return ({ worker }: CheckSituation) => states.includes(worker.state)
}

/** A person’s data is used here and told nowhere: no finding carries more than the limit it met. */
export const WORKER_RULES: readonly CheckRule[] = [
  {
    ...COMMON,
    code: 'worker.under_18',
    outcome: 'contradicted',
    effect: 'not_legal',
    basis: [CONDITIONS_OF_WORKERS, PLACING_THE_UNDER_AGED],
    states: {
      id: 'Pada hari keberangkatan calon pekerja belum berumur 18 tahun.',
      en: 'On the day of departure the candidate is not 18 years old yet.',
    },
    brief: { id: 'belum berumur 18 tahun', en: 'the worker is under 18' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: stands('under_18'),
  },
  {
    ...COMMON,
    code: 'worker.outside_age_limit',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Umur calon pekerja pada hari keberangkatan di luar batas umur untuk negara dan pekerjaan ini.',
      en: 'On the day of departure the candidate’s age is outside the limit for this destination and work.',
    },
    brief: { id: 'umurnya di luar batas', en: "the worker's age is outside the limit" },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: stands('outside_limit'),
  },
  {
    ...COMMON,
    code: 'worker.outside_uncertain_age_limit',
    outcome: 'ambiguous',
    effect: 'cannot_confirm',
    states: {
      id: 'Umur calon pekerja di luar batas yang biasa disebut untuk pekerjaan ini; aturan resminya belum terlihat.',
      en: 'The candidate’s age is outside the limit usually told for this work; the rule itself was not seen.',
    },
    brief: { id: 'umurnya mungkin di luar batas', en: 'the age may be outside the limit' },
    steps: ['ask_disnaker'],
    applies: stands('outside_uncertain_limit'),
  },
  {
    ...COMMON,
    code: 'worker.age_limit_may_apply',
    outcome: 'ambiguous',
    effect: 'cannot_confirm',
    states: {
      id: 'Ada batas umur untuk sebagian pekerjaan di sana. Sebutkan jalurnya, pekerjaannya, dan jenis kelamin calon pekerja.',
      en: 'Some of the work there has an age limit. Tell the scheme, the work and the candidate’s sex.',
    },
    brief: { id: 'batas umurnya belum pasti', en: 'an age limit may apply' },
    steps: ['ask_disnaker'],
    applies: stands('limit_may_apply'),
  },
  {
    ...COMMON,
    code: 'worker.no_rule_for_day',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Untuk hari keberangkatan itu kami tidak memiliki batas umur yang berlaku.',
      en: 'For that day of departure we hold no age limit in force.',
    },
    brief: { id: 'batas umurnya tidak tercatat', en: 'we hold no age limit' },
    steps: ['ask_disnaker'],
    applies: stands('no_row'),
  },
  {
    ...COMMON,
    code: 'worker.birth_date_not_told',
    outcome: 'not_checked',
    effect: 'cannot_confirm',
    states: {
      id: 'Tanggal lahir calon pekerja tidak disebut atau tidak mungkin, jadi umurnya belum diperiksa.',
      en: 'The candidate’s birth date was not told or is impossible, so the age was not checked.',
    },
    brief: { id: 'umurnya belum diperiksa', en: 'the age was not checked' },
    steps: ['complete_documents'],
    applies: stands('not_told', 'not_born'),
  },
  {
    ...NIK,
    code: 'worker.nik_birth_date_differs',
    states: {
      id: 'Tanggal lahir dalam NIK berbeda dari yang disebut. Itu belum tentu salah: NIK tidak diganti bila tanggal lahir dibetulkan. Tanyakan ke Dukcapil.',
      en: 'The birth date within the NIK differs from the one told. That alone proves nothing: a NIK stays when a birth date is corrected. Ask Dukcapil.',
    },
    brief: { id: 'tanggal lahir dan NIK berbeda', en: 'birth date and NIK differ' },
    applies: ({ nik }) => nik?.differsInBirthDate === true,
  },
  {
    ...NIK,
    code: 'worker.nik_sex_differs',
    states: {
      id: 'Jenis kelamin dalam NIK berbeda dari yang disebut. Tanyakan ke Dukcapil.',
      en: 'The sex within the NIK differs from the one told. Ask Dukcapil.',
    },
    brief: { id: 'jenis kelamin dan NIK berbeda', en: 'sex and NIK differ' },
    applies: ({ nik }) => nik?.differsInSex === true,
  },
  {
    ...NIK,
    code: 'worker.nik_region_unknown',
    states: {
      id: 'Kode wilayah di awal NIK ini tidak ada dalam daftar kabupaten dan kota sejak 2015. Itu belum tentu salah: daerah yang dimekarkan sebelumnya dulu memakai kode lain. Bandingkan lagi dengan kartunya, dan tanyakan ke Dukcapil.',
      en: 'The region code at the start of this NIK is on no list of regencies and cities since 2015. That alone proves nothing: regions that were split earlier had other codes before. Compare it with the card again, and ask Dukcapil.',
    },
    brief: { id: 'kode wilayah NIK tidak dikenal', en: 'the region of the NIK is not known' },
    steps: ['compare_paper', 'ask_dukcapil'],
    applies: ({ nik }) => nik?.reading.problems.includes('region_unknown') === true,
  },
  {
    ...NIK,
    code: 'worker.nik_unusual',
    states: {
      id: 'NIK ini tidak tersusun seperti biasanya. Bandingkan lagi dengan kartunya, dan tanyakan ke Dukcapil.',
      en: 'This NIK is not built as usual. Compare it with the card again, and ask Dukcapil.',
    },
    brief: { id: 'susunan NIK tidak lazim', en: 'the NIK is built unusually' },
    steps: ['compare_paper', 'ask_dukcapil'],
    applies: ({ nik }) => nik !== null && misbuilt(nik).length > 0,
    params: ({ nik }) => ({ problems: misbuilt(nik!) }),
  },
  {
    ...COMMON,
    code: 'worker.of_age_on_departure_only',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Umurnya memenuhi batas pada hari keberangkatan, tetapi tidak pada hari yang ditanyakan. Jangan berangkat sebelum hari itu.',
      en: 'The age is within the limits on the day of departure, but not on the day asked about. Do not leave before that day.',
    },
    brief: { id: 'umurnya baru cukup waktu berangkat', en: 'of age only on departure' },
    steps: ['ask_on_the_day'],
    applies: stands('within_limits_on_departure_only'),
  },
  {
    ...COMMON,
    code: 'worker.within_age_limits',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Umur yang disebut memenuhi batas umur yang tercatat.',
      en: 'The age as told is within the limits on record.',
    },
    brief: { id: 'umurnya memenuhi batas', en: 'the age is within the limits' },
    steps: [],
    applies: stands('within_limits'),
  },
]
