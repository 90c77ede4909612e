import { CREW_IS_COVERED, CREW_UNDER_SIP3MI, OWN_COMPANY_PLACEMENT } from '../../instruments.ts'
import type { CheckRule } from '../check-rule.ts'
import { hasPlacementLicence, isUnder, OF_SCHEME, UNCLEAR } from './scheme-rule.ts'

const isApprenticeship = isUnder('apprenticeship')
const isOwnCompany = isUnder('own_company')
const isCrew = isUnder('merchant_seafarer', 'fishing_crew')

/** Ways of placement that need a permit of their own, not a SIP3MI. */
export const OWN_PERMIT_RULES: readonly CheckRule[] = [
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
    ...OF_SCHEME,
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
    ...OF_SCHEME,
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
      isOwnCompany(situation) &&
      situation.placer?.agency.kind === 'own_company' &&
      situation.scheme.origin === 'given',
  },
  {
    // The agency's permit alone does not tell that the person is its staff.
    ...OF_SCHEME,
    code: 'scheme.own_company_staff_not_told',
    outcome: 'confirmed',
    effect: 'caution',
    basis: [OWN_COMPANY_PLACEMENT],
    needs: ['scheme', 'agency_kind'],
    states: {
      id: 'Perusahaan ini hanya boleh menempatkan pegawainya sendiri, dan belum disebut bahwa orang ini pegawainya.',
      en: 'This company may place only its own staff, and nobody said that this person is.',
    },
    brief: { id: 'belum tentu pegawainya sendiri', en: 'perhaps not its own staff' },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: (situation) =>
      isOwnCompany(situation) &&
      situation.placer?.agency.kind === 'own_company' &&
      situation.scheme.origin !== 'given',
  },
]
