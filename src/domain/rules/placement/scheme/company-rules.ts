import { ALWAYS, GOVERNMENT_LICENSES } from '../../instruments.ts'
import type { CheckRule } from '../check-rule.ts'
import { AGAINST, hasPlacementLicence, isUnder, OF_SCHEME, UNCLEAR } from './scheme-rule.ts'

/** Placement by a company with a SIP3MI, and by those who only behave like one. */
export const COMPANY_RULES: readonly CheckRule[] = [
  {
    ...AGAINST,
    code: 'scheme.placer_not_p3mi',
    basis: [GOVERNMENT_LICENSES],
    needs: ['scheme', 'agency_kind'],
    states: {
      id: 'Lembaga ini tidak memiliki SIP3MI yang berlaku, jadi tidak boleh menempatkan orang untuk bekerja.',
      en: 'This body has no SIP3MI in force, so it may not place people in work.',
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
    ...OF_SCHEME,
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
    ...OF_SCHEME,
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
