import type { CheckSituation } from '../../../check-situation.ts'
import type { CheckRule } from '../check-rule.ts'
import { ONLY_THE_MINISTRY_SENDS_TO_KOREA } from '../placement-law.ts'
import { AGAINST, isUnder, OF_SCHEME, shows, UNCLEAR } from './scheme-rule.ts'

const isGovernmentPlacement = isUnder('g_to_g')

/** Somebody who is not the ministry offers a place that only the ministry can give. */
function isSentByOther({ question: { recruiter, placement }, placer }: CheckSituation): boolean {
  const asksMoney = placement?.fee?.amount !== undefined && placement.fee.amount > 0
  const isKnown = recruiter?.kind !== undefined || placer !== null
  return (
    recruiter?.kind !== 'ministry' &&
    ((recruiter !== undefined && isKnown) || (asksMoney && recruiter !== undefined))
  )
}

export const GOVERNMENT_RULES: readonly CheckRule[] = [
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
    ...OF_SCHEME,
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
]
