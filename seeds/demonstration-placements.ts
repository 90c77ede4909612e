import { type CalendarDate, day } from '../src/domain/calendar-date.ts'
import type { Change, CommittedText } from '../src/domain/change.ts'
import {
  completeTableRecorded,
  destinationRuleRecorded,
  foreignPartnerRecorded,
  issuedDocumentRecorded,
  jobOrderRecorded,
  type RowToRecord,
  recruitmentPermitRecorded,
} from '../src/domain/change-rules.ts'
import type { JobOrder, RecruitmentPermit } from '../src/domain/rule-tables/rows.ts'
import { DEMONSTRATION_INSTRUMENT } from './demonstration-agencies.ts'

const FROM = day('2026-01-05')
/** Invented counters do not grow old, so that the sandbox answers next year as it does today. */
const ALWAYS_SYNCED = day('2099-12-31')
const VILLAGE = '32.12.99.2001'
const HOLDER = 'agy_contoh01'

const invented = (id: string, validFrom: CalendarDate = FROM) => ({
  id,
  validFrom,
  validUntil: null,
  instrument: DEMONSTRATION_INSTRUMENT,
  instrumentOn: FROM,
  url: null,
  confidence: 'law_text' as const,
  sourceId: 'src_contoh_keputusan',
})

/** Invented permits, job orders, partners and letters of the demonstration agencies. */
export function demonstrationPlacementChanges(commit: (text: string) => CommittedText): Change[] {
  return [
    ...PERMITS.map(recruitmentPermitRecorded),
    ...JOB_ORDERS.map(jobOrderRecorded),
    // Without an open destination no invented placement could be confirmed.
    destinationRuleRecorded({
      ...invented('dst_contoh_TW'),
      destination: 'TW',
      scheme: 'p_to_p',
      sector: null,
      employerType: null,
      rule: 'open',
      channelException: null,
      doubt: null,
    }),
    foreignPartnerRecorded({
      ...invented('ptn_contoh01'),
      name: 'Contoh Manpower Rekaan Ltd',
      country: 'TW',
      listedEffect: 'caution',
    }),
    foreignPartnerRecorded({
      ...invented('ptn_contoh02'),
      name: 'Contoh Brokerage Rekaan Ltd',
      country: 'TW',
      listedEffect: 'not_legal',
    }),
    completeTableRecorded({
      ...invented('cpl_contoh01'),
      table: 'recruitment_permits',
      agencyId: HOLDER,
      destination: null,
      documentType: null,
      issuerRegion: null,
    }),
    completeTableRecorded({
      ...invented('cpl_contoh02'),
      table: 'issued_documents',
      agencyId: null,
      destination: null,
      documentType: 'family_permission',
      issuerRegion: VILLAGE,
    }),
    ...LETTERS.map(({ id, number, withdrawnOn }) =>
      issuedDocumentRecorded({
        ...invented(id),
        documentType: 'family_permission',
        number: commit(number),
        holder: null,
        issuerRegion: VILLAGE,
        issuedOn: day('2026-09-14'),
        withdrawnOn,
      }),
    ),
  ]
}

const permit = (id: string, more: Partial<RowToRecord<RecruitmentPermit>>) => ({
  ...invented(`prm_${id}`),
  number: `CONTOH/SIP2MI/${id.slice(-2)}/2026`,
  agencyId: HOLDER,
  destination: 'TW',
  position: null,
  sector: 'manufacturing' as const,
  renewal: 'none' as const,
  revokedOn: null,
  ...more,
})

const PERMITS: readonly RowToRecord<RecruitmentPermit>[] = [
  permit('contoh01', {}),
  permit('contoh02', {
    sector: 'care',
    validUntil: day('2026-06-30'),
    renewal: 'in_process',
  }),
  permit('contoh03', { agencyId: 'agy_contoh04', revokedOn: day('2026-09-01') }),
]

const jobOrder = (id: string, more: Partial<RowToRecord<JobOrder>>) => ({
  ...invented(`job_${id}`),
  number: `CONTOH/JO/${id.slice(-2)}/2026`,
  permitNumber: 'CONTOH/SIP2MI/01/2026',
  agencyId: HOLDER,
  destination: 'TW',
  position: 'Operator produksi',
  sector: 'manufacturing' as const,
  employerName: 'Contoh Pabrik Rekaan Co Ltd',
  employerType: 'legal_entity' as const,
  partnerName: null,
  verifyingMission: 'KDEI Taipei (contoh)',
  verifiedOn: day('2026-01-19'),
  quota: 50,
  used: 12,
  syncedOn: ALWAYS_SYNCED,
  ...more,
})

const JOB_ORDERS: readonly RowToRecord<JobOrder>[] = [
  jobOrder('contoh01', {}),
  jobOrder('contoh02', { used: 50 }),
  jobOrder('contoh03', { syncedOn: day('2026-10-01') }),
  jobOrder('contoh04', { verifyingMission: null, verifiedOn: null }),
]

const LETTERS = [
  { id: 'isd_contoh01', number: '474/CONTOH/001/2026', withdrawnOn: null },
  { id: 'isd_contoh02', number: '474/CONTOH/002/2026', withdrawnOn: day('2026-10-05') },
]
