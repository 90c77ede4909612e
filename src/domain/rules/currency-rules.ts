import type { AgencySituation } from '../agency-situation.ts'
import { dayInWords } from '../bilingual.ts'
import { ALWAYS, isWithin, SINCE_FIRST_LAW } from './instruments.ts'
import { isGoodNews } from './licence-rules.ts'
import type { Rule } from './rule.ts'

const COMMON = { claim: 'agency', basis: [], inForce: ALWAYS } as const

/** Good news must be fresh; bad news stays, however old. */
export const CURRENCY_RULES: readonly Rule<AgencySituation>[] = [
  {
    ...COMMON,
    code: 'registry.not_current',
    outcome: 'stale',
    effect: 'cannot_confirm',
    states: {
      id: 'Catatan terbaru sedang tidak dapat dibuka, jadi belum dapat dipastikan tidak ada yang berubah.',
      en: 'The newest records cannot be reached just now, so it is not certain that nothing has changed.',
    },
    brief: { id: 'catatan terbaru belum dapat dibuka', en: 'the newest records cannot be reached' },
    needs: [],
    steps: ['do_not_pay', 'try_again'],
    applies: ({ isCurrent }) => !isCurrent,
  },
  {
    ...COMMON,
    code: 'agency.missing_from_list',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Perusahaan ini tidak ada lagi di daftar resmi yang terbaru. Itu belum berarti izinnya dicabut; tanyakan dulu.',
      en: 'This company is no longer on the newest official list. That does not mean that its licence was revoked; ask first.',
    },
    says: ({ subject }) => {
      const day = dayInWords(subject!.confirmation.missing!.since)
      return {
        id: `Perusahaan ini tidak ada lagi di daftar resmi per ${day.id}. Itu belum berarti izinnya dicabut; tanyakan dulu.`,
        en: `This company is no longer on the official list as of ${day.en}. That does not mean that its licence was revoked; ask first.`,
      }
    },
    brief: { id: 'tidak ada lagi di daftar terbaru', en: 'no longer on the newest list' },
    needs: ['listings'],
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) =>
      isGoodNews(situation) && situation.subject?.confirmation.missing != null,
    source: ({ subject }) => subject!.confirmation.missing!.source,
    params: ({ subject }) => ({ since: subject!.confirmation.missing!.since }),
  },
  {
    ...COMMON,
    code: 'agency.source_stale',
    outcome: 'stale',
    effect: 'cannot_confirm',
    states: {
      id: 'Daftar yang memuat izin ini sudah terlalu lama, jadi keadaannya sekarang belum dapat dipastikan.',
      en: 'The list that carries this licence is too old, so how it stands now cannot be confirmed.',
    },
    says: ({ subject }) => {
      const { confirmedOn } = subject!.confirmation
      if (confirmedOn === null) {
        return {
          id: 'Tidak ada sumber bertanggal yang memastikan izin ini.',
          en: 'No dated source confirms this licence.',
        }
      }
      const day = dayInWords(confirmedOn)
      return {
        id: `Izin ini terakhir dipastikan pada ${day.id}; itu sudah terlalu lama untuk hari yang ditanyakan.`,
        en: `This licence was last confirmed on ${day.en}; that is too long before the day asked about.`,
      }
    },
    brief: { id: 'sumber izinnya sudah terlalu lama', en: 'the source of its licence is too old' },
    needs: ['sources'],
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) => isGoodNews(situation) && !situation.subject?.confirmation.isFresh,
    source: ({ subject }) => subject!.confirmation.source,
    params: ({ subject }) => ({
      confirmed_on: subject!.confirmation.confirmedOn,
      fresh_for_days: subject!.confirmation.source?.freshForDays ?? null,
    }),
  },
  {
    ...COMMON,
    code: 'agency.no_rule_for_day',
    outcome: 'not_checked',
    effect: 'cannot_confirm',
    states: {
      id: 'Untuk hari yang ditanyakan kami tidak memiliki aturan yang berlaku waktu itu.',
      en: 'For the day asked about we hold no rule that was in force then.',
    },
    brief: { id: 'tidak ada aturan untuk hari itu', en: 'we hold no rule for that day' },
    needs: [],
    steps: [],
    applies: ({ on }) => !isWithin(SINCE_FIRST_LAW, on),
  },
  {
    ...COMMON,
    code: 'agency.day_not_yet_come',
    outcome: 'not_checked',
    effect: 'caution',
    states: {
      id: 'Hari yang ditanyakan belum tiba. Keadaan izin dapat berubah; periksa lagi pada harinya.',
      en: 'The day asked about has not come yet. The licence may change; check again on the day.',
    },
    brief: { id: 'hari yang ditanyakan belum tiba', en: 'the day asked about has not come yet' },
    needs: [],
    steps: ['ask_on_the_day'],
    applies: ({ on, today }) => on > today,
  },
]
