import { isRowFresh } from '../../placement/row-freshness.ts'
import { rowsInForceOn } from '../../rule-tables/dated-row.ts'
import { GOVERNMENT_LICENSES, SINCE_FIRST_LAW } from '../instruments.ts'
import type { CheckRule } from './check-rule.ts'

const COMMON = {
  claim: 'agency',
  basis: [GOVERNMENT_LICENSES],
  inForce: SINCE_FIRST_LAW,
  dated: 'asked',
} as const

export const LICENCE_CLAIM_RULES: readonly CheckRule[] = [
  {
    ...COMMON,
    code: 'agency.only_nib_and_not_listed',
    outcome: 'contradicted',
    effect: 'not_legal',
    needs: ['shows_only_nib', 'complete_list'],
    replaces: ['agency.number_not_on_file'],
    states: {
      id: 'Yang ditunjukkan hanya NIB, dan daftar resmi yang lengkap dan terbaru tidak memuat perusahaan ini. NIB saja tidak memberi hak menempatkan pekerja migran.',
      en: 'Only a NIB was shown, and the complete, newest official list does not carry this company. A NIB alone gives no right to place migrant workers.',
    },
    brief: { id: 'hanya NIB, tidak ada di daftar resmi', en: 'only a NIB, and not on the list' },
    steps: ['do_not_pay', 'ask_number', 'ask_disnaker'],
    applies: ({ question: { recruiter: claim }, recruiter, tables, register, on }) =>
      claim?.showsOnlyNib === true &&
      claim.kind === 'agency' &&
      recruiter?.identity.kind === 'number_unknown' &&
      recruiter.identity.number?.nib !== undefined &&
      recruiter.identity.nameMatch?.outcome === 'none' &&
      rowsInForceOn(on, tables.completeTables()).some(
        (row) => row.table === 'agencies' && isRowFresh(row, on, register),
      ),
  },
  {
    ...COMMON,
    code: 'agency.not_told',
    outcome: 'not_checked',
    effect: 'cannot_confirm',
    needs: ['recruiter'],
    states: {
      id: 'Perusahaan yang menempatkan belum disebut nama atau nomor izinnya, jadi belum diperiksa.',
      en: 'Neither the name nor the licence number of the placing company was told, so it was not checked.',
    },
    brief: { id: 'perusahaannya belum disebut', en: 'the company was not told' },
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
    applies: ({ recruiter, required }) => recruiter === null && required.includes('agency'),
  },
]
