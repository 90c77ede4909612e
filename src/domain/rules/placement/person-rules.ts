import type { CheckSituation } from '../../check-situation.ts'
import { ALWAYS, SINCE_FIRST_LAW } from '../instruments.ts'
import type { CheckRule } from './check-rule.ts'
import {
  BRANCH_LICENCE,
  INDIVIDUALS_MAY_NOT_PLACE,
  PLACING_AS_INDIVIDUAL,
} from './placement-law.ts'

const BRANCH = {
  claim: 'branch',
  basis: [BRANCH_LICENCE],
  inForce: SINCE_FIRST_LAW,
  needs: ['branch_region'],
  dated: 'recruited',
  source: ({ branch, register }: CheckSituation) =>
    branch.sourceId === null ? null : (register.source(branch.sourceId) ?? null),
} as const

const PERSON = {
  claim: 'representative',
  basis: [],
  inForce: ALWAYS,
  needs: ['representative'],
  dated: 'recruited',
} as const

/** The branch and the person behind whom a real company’s name may be used. */
export const PERSON_RULES: readonly CheckRule[] = [
  {
    ...PERSON,
    code: 'representative.individual',
    outcome: 'contradicted',
    effect: 'not_legal',
    basis: [INDIVIDUALS_MAY_NOT_PLACE, PLACING_AS_INDIVIDUAL],
    inForce: SINCE_FIRST_LAW,
    needs: ['recruiter_kind'],
    states: {
      id: 'Orang perseorangan tidak boleh menempatkan pekerja migran; yang boleh hanya badan yang berizin.',
      en: 'An individual may not place migrant workers; only a licensed body may.',
    },
    brief: {
      id: 'perseorangan tidak boleh menempatkan',
      en: 'an individual may not place workers',
    },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: ({ representative, isCourseOnly }) => representative === 'individual' && !isCourseOnly,
  },
  {
    ...PERSON,
    code: 'representative.denied_by_agency',
    outcome: 'contradicted',
    effect: 'not_legal',
    needs: ['representative', 'agency_reply'],
    states: {
      id: 'Perusahaan menyatakan bahwa orang yang mengajak ini bukan petugasnya. Perusahaannya sendiri tidak dinilai karena itu.',
      en: 'The company states that the person who recruits is not its officer. That is no judgement of the company.',
    },
    brief: { id: 'orangnya tidak diakui perusahaan', en: 'the company does not know the person' },
    steps: ['do_not_pay', 'call_registered_phone', 'call_bp3mi'],
    applies: ({ representative }) => representative === 'denied',
  },
  {
    ...PERSON,
    code: 'representative.not_on_roster',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Orang yang mengajak tidak ada di daftar petugas perusahaan ini.',
      en: 'The person who recruits is not among the officers of this company on record.',
    },
    brief: { id: 'orangnya tidak ada di daftar petugas', en: 'the person is not on its roster' },
    steps: ['do_not_pay', 'call_registered_phone'],
    applies: ({ representative }) => representative === 'not_on_roster',
  },
  {
    ...PERSON,
    code: 'representative.no_roster',
    outcome: 'not_checked',
    effect: 'cannot_confirm',
    states: {
      id: 'Belum dapat dipastikan bahwa orang ini petugas perusahaan: tidak ada daftar petugas dan perusahaan belum menjawab.',
      en: 'It cannot be confirmed that this person works for the company: there is no roster and the company has not answered.',
    },
    brief: { id: 'petugasnya belum dapat dipastikan', en: 'the person cannot be confirmed' },
    steps: ['do_not_pay', 'call_registered_phone'],
    applies: ({ representative }) => representative === 'no_roster',
  },
  {
    ...PERSON,
    code: 'representative.agency_unknown',
    outcome: 'not_checked',
    effect: 'cannot_confirm',
    states: {
      id: 'Perusahaannya belum dapat dipastikan, jadi petugasnya juga belum.',
      en: 'The company is not confirmed yet, so neither is its officer.',
    },
    brief: { id: 'petugasnya belum dapat dipastikan', en: 'the person cannot be confirmed' },
    steps: ['do_not_pay'],
    applies: ({ representative }) => representative === 'no_agency',
  },
  {
    ...PERSON,
    code: 'representative.letter_only',
    outcome: 'not_checked',
    effect: 'caution',
    states: {
      id: 'Orang ini menunjukkan surat tugas, tetapi surat saja belum membuktikan. Tanyakan ke perusahaan lewat nomor yang tercatat.',
      en: 'This person shows a letter, but a letter alone does not prove it. Ask the company on the number on record.',
    },
    brief: { id: 'surat tugas saja belum bukti', en: 'a letter alone is no proof' },
    steps: ['call_registered_phone'],
    applies: ({ representative }) => representative === 'letter_only',
  },
  {
    ...PERSON,
    code: 'representative.confirmed_by_call',
    outcome: 'confirmed',
    effect: 'caution',
    needs: ['representative', 'agency_reply'],
    states: {
      id: 'Menurut yang disampaikan, perusahaan mengakui orang ini lewat telepon. Minta pengakuan itu tertulis.',
      en: 'As reported, the company confirmed this person by telephone. Ask for it in writing.',
    },
    brief: { id: 'petugasnya diakui lisan saja', en: 'the person was confirmed by word only' },
    steps: ['call_registered_phone'],
    applies: ({ representative }) => representative === 'confirmed_by_call',
  },
  {
    ...PERSON,
    code: 'representative.on_roster',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Orang yang mengajak ada di daftar petugas perusahaan ini.',
      en: 'The person who recruits is on this company’s roster.',
    },
    brief: { id: 'petugasnya tercatat', en: 'the person is on its roster' },
    steps: [],
    applies: ({ representative }) => representative === 'on_roster',
  },
  {
    code: 'channel.denied_by_agency',
    claim: 'channel',
    outcome: 'contradicted',
    effect: 'not_legal',
    basis: [],
    inForce: ALWAYS,
    needs: ['phone', 'agency_reply'],
    dated: 'asked',
    replaces: ['channel.not_registered', 'channel.registered_to_other', 'channel.none_on_record'],
    states: {
      id: 'Perusahaan menyatakan bahwa nomor atau akun yang dipakai ini bukan miliknya.',
      en: 'The company states that the number or account used is not its own.',
    },
    brief: {
      id: 'perusahaan tidak mengakui nomor ini',
      en: 'the company does not know the number',
    },
    steps: ['do_not_pay', 'call_registered_phone', 'call_bp3mi'],
    applies: ({ question, recruiter, placer }) =>
      question.recruiter?.agencyReply === 'denies' &&
      question.recruiter.representative === undefined &&
      placer !== null &&
      recruiter?.channel !== 'registered' &&
      recruiter?.channel !== 'not_asked',
  },
  {
    code: 'channel.denied_though_registered',
    claim: 'channel',
    outcome: 'ambiguous',
    effect: 'caution',
    basis: [],
    inForce: ALWAYS,
    needs: ['agency_reply'],
    dated: 'asked',
    states: {
      id: 'Perusahaan menyatakan tidak terlibat, walaupun tidak ada nomor atau orang lain yang disebut.',
      en: 'The company states that it is not involved, though no other number or person was named.',
    },
    brief: {
      id: 'perusahaan menyatakan tidak terlibat',
      en: 'the company says it is not involved',
    },
    steps: ['do_not_pay', 'call_registered_phone'],
    applies: ({ question, recruiter }) =>
      question.recruiter?.agencyReply === 'denies' &&
      question.recruiter.representative === undefined &&
      (recruiter === null ||
        recruiter.channel === 'registered' ||
        recruiter.channel === 'not_asked'),
  },
  {
    ...BRANCH,
    code: 'branch.closed',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Cabang perusahaan di daerah ini sudah ditutup sebelum hari perekrutan atau pembayaran.',
      en: 'The company’s branch in this region had closed before the day of recruiting or paying.',
    },
    brief: { id: 'cabangnya sudah ditutup', en: 'its branch had closed' },
    steps: ['do_not_pay', 'call_bp3mi', 'ask_disnaker'],
    applies: ({ branch }) => branch.state === 'closed',
    params: ({ branch }) => ({ last_day: branch.closedOn }),
  },
  {
    ...BRANCH,
    code: 'branch.not_on_record',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Cabang perusahaan di daerah ini tidak ada dalam catatan kami. Mungkin belum tercatat; tanyakan ke Disnaker provinsi.',
      en: 'We have no branch of the company in this region on record. It may be unlisted; ask the province’s labour office.',
    },
    brief: { id: 'cabangnya tidak tercatat', en: 'its branch is not on record' },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: ({ branch }) => branch.state === 'not_on_record',
  },
  {
    ...BRANCH,
    code: 'branch.not_yet_open',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Pada hari perekrutan atau pembayaran, cabang di daerah ini belum tercatat buka.',
      en: 'On the day of recruiting or paying the branch in this region was not on record as open yet.',
    },
    brief: { id: 'cabangnya belum tercatat buka', en: 'its branch was not open yet' },
    steps: ['ask_disnaker'],
    applies: ({ branch }) => branch.state === 'not_yet_open',
  },
  {
    ...BRANCH,
    code: 'branch.agency_unknown',
    outcome: 'not_checked',
    effect: 'cannot_confirm',
    states: {
      id: 'Perusahaannya belum dapat dipastikan, jadi cabangnya juga belum.',
      en: 'The company is not confirmed yet, so neither is its branch.',
    },
    brief: { id: 'cabangnya belum dapat dipastikan', en: 'its branch cannot be confirmed' },
    steps: ['ask_disnaker'],
    applies: ({ branch, isCourseOnly }) => branch.state === 'no_agency' && !isCourseOnly,
  },
  {
    ...BRANCH,
    code: 'branch.elsewhere_in_province',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Perusahaan ini punya cabang di provinsi ini, tetapi di kabupaten atau kota lain.',
      en: 'This company has a branch in this province, but in another regency or city.',
    },
    brief: { id: 'cabangnya di kabupaten lain', en: 'its branch is in another regency' },
    steps: ['ask_disnaker'],
    applies: ({ branch }) => branch.state === 'elsewhere_in_province',
  },
  {
    ...BRANCH,
    code: 'branch.closed_since',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Cabang di daerah ini buka waktu perekrutan, tetapi sekarang sudah ditutup. Urusan selanjutnya lewat kantor pusat.',
      en: 'The branch in this region was open when recruiting, but has closed since. What follows goes through the head office.',
    },
    brief: { id: 'cabangnya kini sudah ditutup', en: 'its branch has closed since' },
    steps: ['do_not_pay', 'call_registered_phone'],
    applies: ({ branch }) => branch.state === 'closed_since',
    params: ({ branch }) => ({ last_day: branch.closedOn }),
  },
  {
    ...BRANCH,
    code: 'branch.open',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Kantor perusahaan di daerah ini tercatat buka pada hari perekrutan.',
      en: 'The company’s office in this region was on record as open on the day of recruiting.',
    },
    brief: { id: 'kantornya tercatat buka', en: 'its office is on record' },
    steps: [],
    applies: ({ branch }) => branch.state === 'open' || branch.state === 'head_office',
  },
]
