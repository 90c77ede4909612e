import type { AgencySituation } from '../agency-situation.ts'
import { ALWAYS } from './instruments.ts'
import type { Rule } from './rule.ts'

const COMMON = {
  claim: 'channel',
  basis: [],
  inForce: ALWAYS,
  needs: ['phone'],
} as const

/** A real agency's name is often used from another telephone: the number is compared too. */
export const CHANNEL_RULES: readonly Rule<AgencySituation>[] = [
  {
    ...COMMON,
    code: 'channel.registered_to_other',
    outcome: 'contradicted',
    effect: 'caution',
    states: {
      id: 'Nomor telepon ini tercatat untuk perusahaan lain, bukan perusahaan yang disebut.',
      en: 'This telephone number is on record for another company, not for the one named.',
    },
    brief: {
      id: 'teleponnya tercatat untuk perusahaan lain',
      en: 'the telephone is on record for another company',
    },
    steps: ['do_not_pay', 'call_registered_phone'],
    applies: ({ channel }) => channel === 'registered_to_other',
  },
  {
    ...COMMON,
    code: 'channel.not_registered',
    outcome: 'not_found',
    effect: 'caution',
    states: {
      id: 'Nomor telepon ini tidak tercatat untuk perusahaan yang disebut. Nama perusahaan yang benar sering dipakai orang lain.',
      en: 'This telephone number is not on record for the company named. Others often use a real company’s name.',
    },
    brief: { id: 'teleponnya tidak tercatat', en: 'the telephone is not on record' },
    steps: ['do_not_pay', 'call_registered_phone'],
    applies: ({ channel }) => channel === 'not_registered',
  },
  {
    ...COMMON,
    code: 'channel.unreadable',
    outcome: 'not_checked',
    effect: 'caution',
    states: {
      id: 'Yang ditulis sebagai nomor telepon tidak dapat dibaca, jadi tidak dibandingkan.',
      en: 'What was written as the telephone number could not be read, so it was not compared.',
    },
    brief: { id: 'nomor teleponnya tidak terbaca', en: 'the telephone could not be read' },
    steps: ['compare_paper'],
    applies: ({ channel, subject }) => channel === 'unreadable' && subject !== null,
  },
  {
    ...COMMON,
    code: 'channel.none_on_record',
    outcome: 'not_checked',
    effect: 'none',
    states: {
      id: 'Belum ada nomor telepon perusahaan ini dalam catatan kami, jadi nomor yang diberikan belum diperiksa.',
      en: 'We have no telephone number of this company on record, so the number given was not checked.',
    },
    brief: { id: 'teleponnya belum diperiksa', en: 'the telephone was not checked' },
    steps: ['ask_disnaker'],
    applies: ({ channel }) => channel === 'none_on_record',
  },
  {
    ...COMMON,
    code: 'channel.registered',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Nomor telepon ini tercatat untuk perusahaan yang disebut.',
      en: 'This telephone number is on record for the company named.',
    },
    brief: { id: 'teleponnya tercatat', en: 'the telephone is on record' },
    steps: [],
    applies: ({ channel }) => channel === 'registered',
  },
]
