import { answerCheck, type CheckAnswer } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { CheckQuestion } from '../../src/domain/check-question.ts'
import {
  agency,
  authorityList,
  edition,
  formerName,
  granted,
  lapsed,
  lifted,
  listed,
  missing,
  registerOf,
  revoked,
  source,
  suspendedFull,
  suspendedPartly,
} from './agency-builders.ts'
import {
  authorised,
  branch,
  complete,
  destinationRow,
  feeRule,
  issued,
  jobOrder,
  partner,
  permit,
  ROWS,
  representative,
  tablesOf,
} from './check-builders.ts'

// Every company, person, number and decree is invented.
export const TODAY = '2026-11-24'

const GRANT = granted('2020-03-01')
const DECREE = 'src_decree'

/** Agencies of every kind that the situations speak of. */
export const checkRegister = registerOf(
  [
    {
      ...agency('PT. SALAK PURNAMA SENTOSA', {
        id: 'salak',
        numbers: ['9120000000011'],
        phones: ['+622155500011'],
      }),
      branches: [branch('32.12', '2020-01-01', '2023-07-10'), branch('32.09', '2021-01-01')],
      representatives: [representative('Wati Contoh', '12/ST/2026')],
    },
    agency('PT. NANGKA KARYA UTAMA', { id: 'nangka', numbers: ['9120000000022'] }),
    agency('PT. KURMA MUDA MAKMUR', { numbers: ['9120000000033'] }),
    agency('PT. KURMA MUDA MANDIRI', { numbers: ['9120000000044'] }),
    agency('PT. SUKUN BERAKHIR LESTARI', {
      numbers: ['9120000000055'],
      events: [granted('2021-11-24', { validUntil: '2026-11-23' }), lapsed('2026-11-24')],
    }),
    agency('PT. SAWO DIPANJANGKAN ABADI', {
      numbers: ['9120000000077'],
      events: [granted('2021-11-21', { validUntil: '2026-11-20' })],
    }),
    agency('PT. DUKU LAMA ABADI', {
      numbers: ['9120000000088'],
      events: [granted('2021-11-24', { validUntil: '2026-11-23', source: 'src_old' })],
      listings: [listed('2026-09-25', { source: 'src_old' })],
    }),
    agency('PT. JERUK BERHENTI SENTOSA', {
      id: 'jeruk',
      numbers: ['9120000000099'],
      events: [GRANT, suspendedFull('2026-11-17', { source: DECREE, instrument: 'SK Contoh 10' })],
    }),
    agency('PT. LECI SEBAGIAN SENTOSA', {
      id: 'leci',
      numbers: ['9120000000101'],
      events: [GRANT, suspendedPartly('2026-11-01', { destinations: ['TW'] }, { source: DECREE })],
    }),
    agency('PT. MANGGIS PULIH RAHARJA', {
      numbers: ['9120000000112'],
      events: [
        GRANT,
        suspendedFull('2026-08-01', { source: DECREE }),
        lifted('2026-11-23', { source: DECREE, instrument: 'SK Contoh 11' }),
      ],
    }),
    agency('PT. DURIAN DICABUT MANDIRI', {
      numbers: ['9120000000134'],
      events: [GRANT, revoked('2026-01-29', { source: DECREE, announcedOn: '2026-02-04' })],
      listings: [listed('2025-09-01'), missing('2026-02-10')],
    }),
    agency('PT. PEPAYA NAMA BARU', {
      numbers: ['9120000000145'],
      names: [formerName('PT. PISANG NAMA LAMA', '2012-01-01', { lastDay: '2024-05-31' })],
    }),
    agency('PT. DURIAN PENERUS MANDIRI', { numbers: ['9120000000167'] }),
    agency('PT. CEMPEDAK TANPA NOMOR', { numbers: [''] }),
    agency('PT. JAMBU DAFTAR LAMA', {
      numbers: ['9120000000178'],
      events: [granted('2020-03-01', { source: 'src_old' })],
      listings: [listed('2026-09-25', { source: 'src_old' })],
    }),
    agency('PT. SIRSAK MAGANG JEPANG', {
      id: 'sirsak',
      numbers: ['2/385/HK.13/XII/2019'],
      kindOfAgency: 'apprenticeship_sender',
    }),
    agency('PT. KELAPA AWAK KAPAL', {
      numbers: ['SIUKAK/12/2024'],
      kindOfAgency: 'crew_manning',
      kind: 'siukak',
    }),
    agency('PT. MATOA IZIN LEWAT', { id: 'matoa', numbers: ['9120000000256'] }),
    {
      ...agency('PT. KEDONDONG TUJUAN TERCATAT', { id: 'kedondong', numbers: ['9120000000267'] }),
      destinations: [authorised('TW', '2020-03-01'), authorised('HK', '2026-11-01', '2026-11-20')],
    },
  ],
  [
    authorityList(['2026-09-01', '2026-11-22']),
    source(DECREE, 'decree', [edition('2026-11-23')]),
    source(ROWS, 'office_record', [edition(TODAY)]),
    source('src_old', 'authority_list', [edition('2026-09-25', { retrievedOn: '2026-11-22' })]),
  ],
)

export const checkTables = tablesOf({
  destinations: [
    destinationRow('TW'),
    destinationRow('HK'),
    destinationRow('QA', { validFrom: day('2026-06-01'), channelException: 'contoh_satu_kanal' }),
  ],
  recruitmentPermits: [
    permit('SIP-TW-1', 'salak'),
    permit('SIP-TH', 'salak', { destination: 'TH', sector: 'office' }),
    permit('SIP-TW-2', 'jeruk'),
    permit('SIP-TW-3', 'leci'),
    permit('SIP-HK-3', 'leci', { destination: 'HK' }),
    permit('SIP-TW-4', 'kedondong'),
    permit('SIP-HK-4', 'kedondong', { destination: 'HK' }),
    permit('SIP-OLD', 'matoa', { validUntil: day('2026-10-31'), renewal: 'in_process' }),
  ],
  jobOrders: [
    jobOrder('JO-TW-1', 'SIP-TW-1', 'salak'),
    jobOrder('JO-FULL', 'SIP-TW-1', 'salak', { used: 50 }),
    jobOrder('JO-49', 'SIP-TW-1', 'salak', { used: 49 }),
    jobOrder('JO-YESTERDAY', 'SIP-TW-1', 'salak', { syncedOn: day('2026-11-23') }),
    jobOrder('JO-TW-2', 'SIP-TW-2', 'jeruk'),
    jobOrder('JO-TW-3', 'SIP-TW-3', 'leci'),
    jobOrder('JO-HK-3', 'SIP-HK-3', 'leci', { destination: 'HK' }),
    jobOrder('JO-TW-4', 'SIP-TW-4', 'kedondong'),
    jobOrder('JO-HK-4', 'SIP-HK-4', 'kedondong', { destination: 'HK' }),
    jobOrder('JO-OLD', 'SIP-OLD', 'matoa'),
  ],
  feeRules: [feeRule({ destination: 'TW', max: { amount: 100, currency: 'TWD' } })],
  foreignPartners: [
    partner('Contoh Bad Manpower', { listedEffect: 'not_legal' }),
    partner('Contoh Watched Ltd.'),
  ],
  issuedDocuments: [
    issued('470/12', { holderHash: 'own' }),
    issued('470/13', { withdrawnOn: day('2026-11-01') }),
  ],
  completeTables: [
    complete('recruitment_permits', { agencyId: 'salak' }),
    complete('issued_documents', { issuerRegion: '32.12.05.2001' }),
    complete('agencies'),
  ],
})

/** The answer today in the register and the tables above. */
export function check(asked: Partial<CheckQuestion>): CheckAnswer {
  return answerCheck({ on: day(TODAY), today: day(TODAY), ...asked }, checkRegister, checkTables)
}
