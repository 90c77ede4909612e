import { dayInWords } from '../../bilingual.ts'
import type { CheckSituation } from '../../check-situation.ts'
import type { SanctionReading } from '../../placement/read-sanction.ts'
import { ALWAYS, SINCE_FIRST_LAW, SUSPENSION_BY_DIRECTOR_GENERAL } from '../instruments.ts'
import type { CheckRule } from './check-rule.ts'

const COMMON = {
  claim: 'agency',
  basis: [SUSPENSION_BY_DIRECTOR_GENERAL],
  inForce: SINCE_FIRST_LAW,
  needs: ['licence_events', 'contract_signed_on'],
  dated: 'recruited',
  source: ({ sanction, register }: CheckSituation) =>
    sanction.event === null ? null : (register.source(sanction.event.sourceId) ?? null),
  params: ({ sanction }: CheckSituation) => ({
    since: sanction.since,
    instrument: sanction.event?.instrument ?? null,
  }),
} as const

const ENDED = [
  'agency.revoked',
  'agency.surrendered',
  'agency.suspended_full',
  'agency.expired_lapsed',
  'agency.expired_dropped',
  'agency.expired_unconfirmed',
  'agency.expired_still_listed',
]

function related(relation: SanctionReading['relation']) {
  return ({ sanction }: CheckSituation) => sanction.relation === relation
}

/** What was done before a sanction is not judged by it, and what was done during it is. */
export const SANCTION_RULES: readonly CheckRule[] = [
  {
    ...COMMON,
    code: 'agency.barred_when_recruiting',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Pada hari perekrutan atau pembayaran, perusahaan ini tidak boleh merekrut untuk lowongan itu.',
      en: 'On the day of recruiting or paying this company was not allowed to recruit for that job.',
    },
    brief: { id: 'tidak boleh merekrut pada hari itu', en: 'it might not recruit on that day' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: related('recruited_while_barred'),
  },
  {
    ...COMMON,
    code: 'agency.barred_when_departing',
    dated: 'departs',
    needs: ['licence_events', 'departs_on'],
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Pada hari keberangkatan, perusahaan ini tidak boleh memberangkatkan untuk lowongan itu.',
      en: 'On the day of departure this company may not send anybody to that job.',
    },
    brief: { id: 'tidak boleh memberangkatkan hari itu', en: 'it may not send on that day' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: related('departed_while_barred'),
  },
  {
    ...COMMON,
    code: 'agency.suspended_in_scope',
    outcome: 'contradicted',
    effect: 'not_legal',
    replaces: ['agency.suspended_partial'],
    states: {
      id: 'Lowongan ini termasuk kegiatan perusahaan yang sedang dihentikan sementara.',
      en: 'This job is within the activities of the company that are suspended.',
    },
    brief: { id: 'lowongan ini termasuk yang dihentikan', en: 'this job is within its suspension' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: related('in_scope_new'),
  },
  {
    ...COMMON,
    code: 'agency.suspension_scope_unknown',
    outcome: 'ambiguous',
    effect: 'cannot_confirm',
    replaces: ['agency.suspended_partial'],
    states: {
      id: 'Sebagian kegiatan perusahaan ini sedang dihentikan, dan belum dapat dipastikan apakah lowongan ini termasuk.',
      en: 'Part of this company’s activities is suspended, and it cannot be told whether this job is within it.',
    },
    brief: { id: 'cakupan sanksinya belum jelas', en: 'the scope of its suspension is not clear' },
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: related('scope_unknown'),
  },
  {
    ...COMMON,
    code: 'agency.recruiting_day_unknown',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Untuk hari perekrutan atau pembayaran tidak ada izin berlaku yang tercatat bagi perusahaan ini.',
      en: 'For the day of recruiting or paying no licence in force is on record for this company.',
    },
    brief: {
      id: 'izin pada hari perekrutan tidak tercatat',
      en: 'no licence on record for that day',
    },
    steps: ['ask_current_licence'],
    applies: related('recruiting_day_unknown'),
  },
  {
    // The text on candidates who were under contract already was not seen, and not sending complete
    // candidates is itself a ground for a sanction, so that neither answer would be safe.
    ...COMMON,
    code: 'agency.suspended_after_contract',
    outcome: 'confirmed',
    effect: 'caution',
    replaces: ['agency.suspended_full'],
    states: {
      id: 'Perusahaan ini dihentikan sementara setelah perjanjian ditandatangani. Nasib calon yang sudah terikat perjanjian harus ditanyakan ke BP3MI sekarang.',
      en: 'This company was suspended after the contract was signed. What happens to candidates under contract must be asked of BP3MI now.',
    },
    brief: { id: 'dihentikan setelah perjanjian ditandatangani', en: 'suspended after signing' },
    steps: ['call_bp3mi'],
    applies: related('contracted_before_full'),
  },
  {
    ...COMMON,
    code: 'agency.suspended_in_scope_after_contract',
    outcome: 'confirmed',
    effect: 'caution',
    replaces: ['agency.suspended_partial'],
    states: {
      id: 'Sebagian kegiatan perusahaan ini dihentikan setelah perjanjian ditandatangani. Tanyakan ke BP3MI sekarang.',
      en: 'Part of this company’s activities was suspended after the contract was signed. Ask BP3MI now.',
    },
    brief: { id: 'disanksi setelah perjanjian ditandatangani', en: 'sanctioned after signing' },
    steps: ['call_bp3mi'],
    applies: related('in_scope_contracted'),
  },
  {
    ...COMMON,
    code: 'agency.suspended_out_of_scope',
    outcome: 'confirmed',
    effect: 'caution',
    replaces: ['agency.suspended_partial'],
    states: {
      id: 'Sebagian kegiatan perusahaan ini sedang dihentikan sementara, tetapi lowongan ini tidak termasuk.',
      en: 'Part of this company’s activities is suspended, but this job is not within it.',
    },
    brief: {
      id: 'disanksi sebagian di luar lowongan ini',
      en: 'partly suspended, not for this job',
    },
    steps: ['call_bp3mi'],
    applies: related('out_of_scope'),
  },
  {
    ...COMMON,
    code: 'agency.ended_after_departure',
    inForce: ALWAYS,
    outcome: 'confirmed',
    effect: 'caution',
    replaces: ENDED,
    states: {
      id: 'Perusahaan ini berizin waktu merekrut dan memberangkatkan; izinnya baru berakhir sesudahnya.',
      en: 'This company was licensed when it recruited and sent; its licence ended only afterwards.',
    },
    says: ({ sanction }) => {
      const since = dayInWords(sanction.since!)
      return {
        id: `Perusahaan ini berizin waktu merekrut dan memberangkatkan; baru sejak ${since.id} tidak boleh lagi.`,
        en: `This company was licensed when it recruited and sent; only since ${since.en} it no longer may.`,
      }
    },
    brief: { id: 'izinnya berakhir setelah berangkat', en: 'its licence ended after departure' },
    steps: ['protect_abroad', 'call_bp3mi'],
    applies: related('departed_before'),
  },
]
