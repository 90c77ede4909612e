import type { CheckSituation } from '../../check-situation.ts'
import type { DestinationReading } from '../../placement/read-destination.ts'
import { ALWAYS } from '../instruments.ts'
import { type CheckRule, restingOn } from './check-rule.ts'
import { GOVERNMENT_DECIDES } from './placement-law.ts'

const COMMON = {
  claim: 'destination',
  basis: [GOVERNMENT_DECIDES],
  inForce: ALWAYS,
  needs: ['destination'],
  dated: 'departs',
  ...restingOn(({ destination }) => destination.row),
} as const

function stands(state: DestinationReading['state']) {
  return ({ destination }: CheckSituation) => destination.state === state
}

function isNeeded({ required }: CheckSituation): boolean {
  return required.includes('destination')
}

const UNCLEAR = {
  ...COMMON,
  effect: 'cannot_confirm',
  steps: ['do_not_pay', 'ask_disnaker'],
} as const

export const DESTINATION_RULES: readonly CheckRule[] = [
  {
    ...COMMON,
    code: 'destination.closed',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Negara ini tidak dibuka untuk penempatan seperti yang ditawarkan.',
      en: 'This destination is not open for a placement like the one offered.',
    },
    brief: { id: 'negara tujuan tidak dibuka', en: 'the destination is not open' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: stands('closed'),
  },
  {
    ...UNCLEAR,
    code: 'destination.closed_by_report',
    outcome: 'ambiguous',
    states: {
      id: 'Menurut berita negara ini ditutup; surat keputusannya belum terlihat.',
      en: 'By report this destination is closed; no decree was seen.',
    },
    brief: { id: 'negara tujuan diberitakan tutup', en: 'the destination is reported closed' },
    applies: stands('closed_by_report'),
  },
  {
    ...UNCLEAR,
    code: 'destination.may_be_closed',
    outcome: 'ambiguous',
    states: {
      id: 'Negara ini ditutup untuk jalur, pekerjaan, atau jenis pemberi kerja tertentu. Sebutkan jalurnya, pekerjaannya, dan siapa pemberi kerjanya.',
      en: 'This destination is closed for some schemes, work or kinds of employer. Tell the scheme, the work and who employs.',
    },
    brief: { id: 'sebagian pekerjaan di sana ditutup', en: 'part of the work there is closed' },
    applies: stands('may_be_closed'),
  },
  {
    ...UNCLEAR,
    code: 'destination.contested',
    outcome: 'ambiguous',
    states: {
      id: 'Keterangan resmi tentang negara ini tidak sejalan atau tidak diulang, dan tidak ada surat keputusannya. Jangan berangkat sebelum ditanyakan.',
      en: 'Official words about this destination disagree or were not repeated, and there is no decree. Do not leave before asking.',
    },
    brief: { id: 'keterangan negaranya belum jelas', en: 'official words on the country differ' },
    applies: stands('contested'),
  },
  {
    ...UNCLEAR,
    code: 'destination.open_by_report',
    outcome: 'ambiguous',
    states: {
      id: 'Bahwa negara ini dibuka baru berupa berita. Berita saja tidak membuka negara tujuan; yang diperlukan surat keputusan.',
      en: 'That this destination is open is only reported. News opens no destination; it takes a decree.',
    },
    brief: { id: 'pembukaan negaranya baru berita', en: 'its opening is only reported' },
    applies: stands('open_by_report'),
  },
  {
    ...UNCLEAR,
    code: 'destination.no_rule_for_day',
    outcome: 'not_found',
    states: {
      id: 'Untuk negara ini dan hari itu kami tidak memiliki aturan yang berlaku.',
      en: 'For this destination and that day we hold no rule in force.',
    },
    brief: { id: 'aturan negaranya tidak tercatat', en: 'we hold no rule on the country' },
    applies: (situation) => stands('no_row')(situation) && isNeeded(situation),
  },
  {
    ...UNCLEAR,
    code: 'destination.not_told',
    outcome: 'not_checked',
    states: {
      id: 'Negara tujuannya belum disebut, jadi belum diperiksa.',
      en: 'The destination was not told, so it was not checked.',
    },
    brief: { id: 'negara tujuan belum disebut', en: 'the destination was not told' },
    applies: (situation) => stands('not_told')(situation) && isNeeded(situation),
  },
  {
    ...COMMON,
    code: 'destination.restricted',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Negara ini dibuka dengan syarat. Tanyakan apakah lowongan ini memenuhi syaratnya.',
      en: 'This destination is open with conditions. Ask whether this job meets them.',
    },
    brief: { id: 'negara dibuka dengan syarat', en: 'the destination is open with conditions' },
    steps: ['ask_disnaker'],
    applies: stands('restricted'),
  },
  {
    ...COMMON,
    code: 'destination.closed_for_new_placements',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Negara ini ditutup untuk penempatan baru. Yang sudah bekerja di sana tetap memegang perjanjiannya; bawa surat cuti dan perjanjian kerja.',
      en: 'This destination is closed for new placements. Those who work there keep their contracts; carry the leave letter and the contract.',
    },
    brief: { id: 'negara ditutup untuk penempatan baru', en: 'closed for new placements' },
    steps: ['ask_disnaker'],
    applies: stands('closed_for_returning'),
  },
  {
    ...COMMON,
    code: 'destination.closed_on_day_asked',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Pada hari keberangkatan negara ini tercatat dibuka, tetapi pada hari yang ditanyakan ada penutupan. Tanyakan dulu.',
      en: 'On the day of departure this destination is on record as open, but on the day asked about it is closed. Ask first.',
    },
    brief: { id: 'negaranya ditutup pada hari ini', en: 'it is closed on the day asked about' },
    steps: ['ask_disnaker'],
    applies: stands('closed_on_day_asked'),
  },
  {
    ...COMMON,
    code: 'destination.open_by_statement',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Menurut pernyataan resmi negara ini dibuka; surat keputusannya belum kami lihat.',
      en: 'By official statement this destination is open; we have not seen the decree.',
    },
    brief: {
      id: 'surat pembukaan negaranya belum terlihat',
      en: 'no decree on its opening was seen',
    },
    steps: ['ask_disnaker'],
    applies: stands('open_by_statement'),
  },
  {
    ...COMMON,
    code: 'destination.open',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Negara ini tercatat dibuka untuk penempatan seperti yang ditawarkan.',
      en: 'This destination is on record as open for a placement like the one offered.',
    },
    brief: { id: 'negara tujuan dibuka', en: 'the destination is open' },
    steps: [],
    applies: stands('open'),
  },
]
