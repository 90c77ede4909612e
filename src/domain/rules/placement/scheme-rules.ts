import type { CheckSituation } from '../../check-situation.ts'
import { visaProblem } from '../../documents/read-documents.ts'
import type { Scheme } from '../../placement/words.ts'
import { IDENTITY_RULES } from '../identity-rules.ts'
import {
  ALWAYS,
  APPRENTICES_ARE_NO_MIGRANT_WORKERS,
  CREW_IS_COVERED,
  CREW_UNDER_SIP3MI,
  GOVERNMENT_LICENSES,
  OWN_COMPANY_PLACEMENT,
  SINCE_FIRST_LAW,
} from '../instruments.ts'
import type { CheckRule } from './check-rule.ts'
import {
  EIGHT_DOCUMENTS,
  INDEPENDENT_WORKERS,
  ONLY_THE_MINISTRY_SENDS_TO_KOREA,
  OUTSIDE_THE_ACT,
  WORK_CONTRACT,
  WORK_VISA,
} from './placement-law.ts'

const COMMON = {
  claim: 'scheme',
  basis: [],
  inForce: SINCE_FIRST_LAW,
  needs: ['scheme'],
  dated: 'recruited',
} as const

const AGAINST = { ...COMMON, outcome: 'contradicted', effect: 'not_legal' } as const
const UNCLEAR = { ...COMMON, outcome: 'not_checked', effect: 'cannot_confirm' } as const

function isUnder(...schemes: readonly Scheme[]) {
  return ({ scheme, asksPlacement, isCourseOnly }: CheckSituation) =>
    asksPlacement && !isCourseOnly && schemes.includes(scheme.scheme)
}

const isGovernmentPlacement = isUnder('g_to_g')
const isApprenticeship = isUnder('apprenticeship')
const isIndependent = isUnder('independent')
const isOwnCompany = isUnder('own_company')
const isCrew = isUnder('merchant_seafarer', 'fishing_crew')

/** Somebody who is not the ministry offers a place that only the ministry can give. */
function isSentByOther({ question: { recruiter, placement }, placer }: CheckSituation): boolean {
  const asksMoney = placement?.fee?.amount !== undefined && placement.fee.amount > 0
  const isKnown = recruiter?.kind !== undefined || placer !== null
  return (
    recruiter?.kind !== 'ministry' &&
    ((recruiter !== undefined && isKnown) || (asksMoney && recruiter !== undefined))
  )
}

function hasPlacementLicence({ placer }: CheckSituation): boolean {
  return placer?.agency.licences.some(({ kind }) => kind === 'sip3mi') ?? false
}

function sellsApprenticeshipAsJob({ question: { placement } }: CheckSituation): boolean {
  return placement?.isWageWork === true
}

function shows({ question }: CheckSituation, type: string): boolean {
  return (
    question.documents?.some((one) => one.type === type && (one.state ?? 'shown') === 'shown') ??
    false
  )
}

export const SCHEME_RULES: readonly CheckRule[] = [
  {
    ...AGAINST,
    code: 'scheme.only_ministry_sends',
    basis: [ONLY_THE_MINISTRY_SENDS_TO_KOREA],
    needs: ['scheme', 'recruiter'],
    states: {
      id: 'Dalam program antarpemerintah (G to G) hanya kementerian yang mengirim. Perusahaan, LPK, atau orang tidak dapat mengirimkan nama.',
      en: 'In the government-to-government programme only the ministry sends. No company, training centre or person can send a name.',
    },
    brief: { id: 'G to G hanya lewat kementerian', en: 'G to G goes only by the ministry' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => isGovernmentPlacement(situation) && isSentByOther(situation),
  },
  {
    ...AGAINST,
    code: 'scheme.placer_not_p3mi',
    basis: [GOVERNMENT_LICENSES],
    needs: ['scheme', 'agency_kind'],
    states: {
      id: 'Lembaga ini tidak memiliki SIP3MI, jadi tidak boleh menempatkan orang untuk bekerja.',
      en: 'This body has no SIP3MI, so it may not place people in work.',
    },
    brief: { id: 'tidak boleh menempatkan pekerja', en: 'it may not place workers' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => {
      const { placer, scheme } = situation
      const kind = placer?.agency.kind
      return (
        isUnder('p_to_p')(situation) &&
        scheme.origin === 'given' &&
        (kind === 'apprenticeship_sender' || kind === 'own_company') &&
        !hasPlacementLicence(situation)
      )
    },
  },
  {
    ...AGAINST,
    code: 'scheme.apprenticeship_is_work',
    basis: [APPRENTICES_ARE_NO_MIGRANT_WORKERS, GOVERNMENT_LICENSES],
    needs: ['scheme', 'visa_type'],
    states: {
      id: 'Yang disebut magang ini ternyata kerja dengan visa kerja. Penempatan kerja hanya boleh oleh pemegang SIP3MI.',
      en: 'What is called an apprenticeship is work on a work visa. Only the holder of a SIP3MI may place in work.',
    },
    brief: { id: 'magang ini ternyata kerja', en: 'this apprenticeship is work' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) =>
      isApprenticeship(situation) && hasVisa(situation, 'work') && !hasPlacementLicence(situation),
  },
  {
    ...UNCLEAR,
    code: 'scheme.training_provider_places',
    basis: [GOVERNMENT_LICENSES],
    needs: ['recruiter_kind'],
    states: {
      id: 'Lembaga pelatihan (LPK) boleh melatih, tetapi tidak boleh menempatkan orang untuk bekerja di luar negeri, kecuali lembaga itu sendiri memegang SIP3MI.',
      en: 'A training centre (LPK) may train, but may not place people in work abroad unless it holds a SIP3MI itself.',
    },
    brief: { id: 'LPK tidak boleh menempatkan', en: 'a training centre may not place' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) =>
      situation.question.recruiter?.kind === 'training_provider' &&
      isUnder('p_to_p', 'own_company', 'merchant_seafarer', 'fishing_crew')(situation) &&
      situation.placer === null,
  },
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
    code: 'scheme.government_registration_not_seen',
    states: {
      id: 'Pendaftaran di kementerian untuk program antarpemerintah ini belum terlihat.',
      en: 'The registration with the ministry for this government programme was not seen.',
    },
    brief: { id: 'pendaftaran G to G belum terlihat', en: 'no G to G registration was seen' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) =>
      isGovernmentPlacement(situation) &&
      !isSentByOther(situation) &&
      !shows(situation, 'government_registration'),
  },
  {
    ...UNCLEAR,
    code: 'scheme.permit_of_placer_not_confirmed',
    states: {
      id: 'Jalur ini memerlukan izin khusus, dan pemegang izin itu belum dapat dipastikan.',
      en: 'This way of placement needs a permit of its own, and its holder cannot be confirmed.',
    },
    brief: {
      id: 'izin khusus jalurnya belum pasti',
      en: "the scheme's own permit is not confirmed",
    },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: (situation) =>
      (isApprenticeship(situation) && situation.placer?.agency.kind !== 'apprenticeship_sender') ||
      (isOwnCompany(situation) && situation.placer?.agency.kind !== 'own_company') ||
      (isCrew(situation) &&
        situation.placer?.agency.kind !== 'crew_manning' &&
        !hasPlacementLicence(situation)),
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
  {
    ...COMMON,
    code: 'scheme.apprenticeship_sold_as_job',
    outcome: 'ambiguous',
    effect: 'caution',
    basis: [APPRENTICES_ARE_NO_MIGRANT_WORKERS],
    needs: ['scheme', 'is_wage_work'],
    states: {
      id: 'Yang disebut magang ini ditawarkan seperti pekerjaan bergaji. Magang bukan pekerjaan; tanyakan ke Disnaker.',
      en: 'What is called an apprenticeship is offered like a job with wages. An apprenticeship is no job; ask the labour office.',
    },
    brief: { id: 'magang ditawarkan seperti kerja', en: 'an apprenticeship offered like a job' },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: (situation) =>
      (isApprenticeship(situation) || situation.placer?.agency.kind === 'apprenticeship_sender') &&
      sellsApprenticeshipAsJob(situation) &&
      !hasVisa(situation, 'work'),
  },
  {
    ...COMMON,
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
    ...COMMON,
    code: 'scheme.crew_contested',
    outcome: 'confirmed',
    effect: 'caution',
    basis: [CREW_UNDER_SIP3MI, CREW_IS_COVERED],
    states: {
      id: 'Untuk awak kapal, dua kementerian meminta izin yang berbeda dan aturannya belum disatukan. Tanyakan kedua izin itu.',
      en: 'For ship crew two ministries ask for different permits, and the rules are not settled. Ask for both.',
    },
    brief: { id: 'izin awak kapal belum disatukan', en: 'crew permits are not settled' },
    steps: ['call_bp3mi', 'ask_disnaker'],
    applies: (situation) =>
      isCrew(situation) &&
      (situation.placer?.agency.kind === 'crew_manning' || hasPlacementLicence(situation)),
  },
  {
    ...COMMON,
    code: 'scheme.course_speaks_of_job',
    inForce: ALWAYS,
    outcome: 'ambiguous',
    effect: 'caution',
    needs: ['offers'],
    states: {
      id: 'Katanya hanya kursus, tetapi juga disebut surat, visa, perjanjian, atau pemberi kerja. Tanyakan apa yang sebenarnya ditawarkan.',
      en: 'Only a course is said to be offered, yet papers, a visa, a contract or an employer are spoken of. Ask what is really offered.',
    },
    brief: { id: 'kursus tetapi menyebut pekerjaan', en: 'a course that speaks of a job' },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: ({ isCourseOnly, question: { placement = {} } }) =>
      isCourseOnly &&
      [
        placement.recruitmentPermit,
        placement.jobOrder,
        placement.visaType,
        placement.contract,
        placement.employer,
        placement.isWageWork,
        placement.departsOn,
      ].some((told) => told !== undefined),
  },
  {
    ...COMMON,
    code: 'scheme.course_gives_no_place',
    inForce: ALWAYS,
    outcome: 'confirmed',
    effect: 'none',
    needs: ['offers'],
    // A training centre is on no register of placers, so not finding it says nothing here.
    replaces: IDENTITY_RULES.filter(({ effect }) => effect === 'cannot_confirm').map(
      ({ code }) => code,
    ),
    states: {
      id: 'Yang ditawarkan hanya kursus. Kursus boleh, tetapi tidak memberi tempat kerja di luar negeri dan tidak menggantikan seleksi resmi.',
      en: 'Only a course is offered. A course is allowed, but gives no place in work abroad and takes no place of the official selection.',
    },
    brief: { id: 'hanya kursus, tidak memberi tempat kerja', en: 'only a course; it gives no job' },
    steps: [],
    applies: ({ isCourseOnly }) => isCourseOnly,
  },
  {
    ...COMMON,
    code: 'scheme.apprenticeship',
    outcome: 'confirmed',
    effect: 'none',
    basis: [APPRENTICES_ARE_NO_MIGRANT_WORKERS],
    replaces: ['agency.apprenticeship_only'],
    states: {
      id: 'Magang ada di luar undang-undang pekerja migran: yang diperiksa izin pengirim magang (SO), bukan SIP3MI.',
      en: 'An apprenticeship lies outside the migrant workers’ Act: the sender’s SO permit was checked, not a SIP3MI.',
    },
    brief: { id: 'magang dengan izin SO', en: 'an apprenticeship under an SO permit' },
    steps: [],
    applies: (situation) =>
      isApprenticeship(situation) &&
      situation.placer?.agency.kind === 'apprenticeship_sender' &&
      !hasVisa(situation, 'work'),
  },
  {
    ...COMMON,
    code: 'scheme.own_company',
    outcome: 'confirmed',
    effect: 'none',
    basis: [OWN_COMPANY_PLACEMENT],
    replaces: ['agency.own_company_only'],
    states: {
      id: 'Perusahaan ini boleh menempatkan pegawainya sendiri. Pastikan memang pegawainya.',
      en: 'This company may place its own staff. Make sure that the person is its staff.',
    },
    brief: { id: 'untuk pegawainya sendiri', en: 'for its own staff' },
    steps: [],
    applies: (situation) =>
      isOwnCompany(situation) && situation.placer?.agency.kind === 'own_company',
  },
  {
    ...COMMON,
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
    ...COMMON,
    code: 'scheme.government_registered',
    outcome: 'confirmed',
    effect: 'caution',
    basis: [ONLY_THE_MINISTRY_SENDS_TO_KOREA],
    states: {
      id: 'Surat pendaftaran program antarpemerintah terlihat. Pastikan lagi di laman resmi kementerian.',
      en: 'The registration for the government programme was seen. Make sure of it on the ministry’s own site.',
    },
    brief: {
      id: 'pastikan pendaftaran G to G di laman resmi',
      en: 'confirm it on the official site',
    },
    steps: ['call_bp3mi'],
    applies: (situation) =>
      isGovernmentPlacement(situation) &&
      !isSentByOther(situation) &&
      shows(situation, 'government_registration'),
  },
  {
    ...COMMON,
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
  {
    ...COMMON,
    code: 'scheme.assumed_p_to_p',
    inForce: ALWAYS,
    outcome: 'not_checked',
    effect: 'none',
    needs: [],
    states: {
      id: 'Jalur penempatannya tidak disebut, jadi dipakai aturan penempatan oleh perusahaan (P3MI).',
      en: 'The way of placement was not told, so the rules for placement by a company (P3MI) were used.',
    },
    brief: { id: 'dipakai aturan P3MI', en: 'the rules of P3MI were used' },
    steps: [],
    applies: ({ scheme, asksPlacement, isCourseOnly }) =>
      asksPlacement && !isCourseOnly && scheme.origin === 'assumed',
  },
  {
    ...COMMON,
    code: 'scheme.p_to_p',
    outcome: 'confirmed',
    effect: 'none',
    basis: [GOVERNMENT_LICENSES],
    states: {
      id: 'Penempatan oleh perusahaan berizin (P3MI): perlu SIP3MI, SIP2MI, dan surat permintaan tenaga kerja.',
      en: 'Placement by a licensed company (P3MI): it needs a SIP3MI, a SIP2MI and a job order.',
    },
    brief: { id: 'penempatan oleh P3MI', en: 'placement by a P3MI' },
    steps: [],
    applies: (situation) =>
      isUnder('p_to_p')(situation) && situation.placer?.agency.kind === 'p3mi',
  },
]

function hasVisa({ question: { placement, documents } }: CheckSituation, visa: string): boolean {
  return (
    placement?.visaType === visa ||
    (documents?.some(({ type, visaType }) => type === 'work_visa' && visaType === visa) ?? false)
  )
}
