import type { CheckSituation } from '../../../check-situation.ts'
import { APPRENTICES_ARE_NO_MIGRANT_WORKERS, GOVERNMENT_LICENSES } from '../../instruments.ts'
import type { CheckRule } from '../check-rule.ts'
import { AGAINST, hasPlacementLicence, isUnder, OF_SCHEME } from './scheme-rule.ts'

const isApprenticeship = isUnder('apprenticeship')

function hasVisa({ question: { placement, documents } }: CheckSituation, visa: string): boolean {
  return (
    placement?.visaType === visa ||
    (documents?.some(({ type, visaType }) => type === 'work_visa' && visaType === visa) ?? false)
  )
}

export const APPRENTICESHIP_RULES: readonly CheckRule[] = [
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
    ...OF_SCHEME,
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
      situation.question.placement?.isWageWork === true &&
      !hasVisa(situation, 'work'),
  },
  {
    ...OF_SCHEME,
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
]
