import { describe, expect, test } from 'vitest'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { LONGEST_TEXT } from '../../src/domain/answer-text.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type {
  CheckQuestion,
  PlacementClaim,
  RecruiterClaim,
} from '../../src/domain/check-question.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { ELEVEN_ITEMS, papers } from '../support/check-builders.ts'
import { check, checkRegister, checkTables, TODAY } from '../support/check-world.ts'

const SALAK: RecruiterClaim = { name: 'PT Salak Purnama Sentosa', licence: '9120000000011' }
const JOB: PlacementClaim = {
  destination: 'TW',
  sector: 'manufacturing',
  employer: { type: 'legal_entity' },
  recruitmentPermit: { number: 'SIP-TW-1' },
  jobOrder: { number: 'JO-TW-1' },
  departsOn: day('2026-12-10'),
}
const WORKER = { birthDate: day('1998-05-05'), sex: 'female' } as const
const WHOLE = { recruiter: SALAK, placement: JOB, worker: WORKER, documents: papers() }

const of = (licence: string, more: Partial<RecruiterClaim> = {}): RecruiterClaim => ({
  licence,
  ...more,
})
const job = (more: Partial<PlacementClaim>): PlacementClaim => ({ ...JOB, ...more })
const whole = (more: Partial<CheckQuestion>) => ({ ...WHOLE, ...more })
/** The job of an agency that has one permit and one order of its own, both found without a number. */
const offered = (more: Partial<PlacementClaim> = {}): PlacementClaim => ({
  destination: 'TW',
  sector: 'manufacturing',
  employer: { type: 'legal_entity' },
  ...more,
})
const KEDONDONG = of('9120000000267')
const toHongKong = (recruitedOn: string) =>
  offered({
    destination: 'HK',
    recruitedOn: day(recruitedOn),
    departsOn: day('2026-12-10'),
  })
const LPK = { name: 'LPK Zamrud Xilofon', kind: 'training_provider' } as const
const MAGANG: RecruiterClaim = { name: 'PT Sirsak Magang Jepang' }
const VILLAGE = '32.12.05.2001'

type Row = [string, Partial<CheckQuestion>, Verdict, string, string]

const ROWS: Row[] = [
  ['1', { recruiter: SALAK }, 'legal', 'agency.licensed', 'agency only: the job is not covered'],
  ['2', WHOLE, 'legal', 'agency.licensed', 'every layer is on record'],
  [
    '2',
    whole({ placement: offered({ departsOn: day('2026-12-10') }) }),
    'legal',
    'agency.licensed',
    'permit and order are found by agency and destination',
  ],
  [
    '2',
    { placement: JOB, worker: WORKER, documents: papers() },
    'cannot_confirm',
    'agency.not_told',
    'a placement without its agency',
  ],
  [
    '2',
    whole({
      placement: offered({
        recruitmentPermit: { number: 'SIP-TW-1' },
        employer: { type: 'individual' },
      }),
    }),
    'cannot_confirm',
    'job_order.not_told',
    'the one order of the permit is for another employer',
  ],
  ['2', { worker: WORKER }, 'cannot_confirm', 'agency.not_told', 'an age alone tells of no placer'],
  ['2', { documents: papers() }, 'cannot_confirm', 'agency.not_told', 'nor do papers alone'],
  ['2', {}, 'cannot_confirm', 'agency.not_told', 'nothing was asked'],
  [
    '3',
    { recruiter: of('91200000000110001') },
    'legal',
    'agency.licensed',
    'seventeen digits of one licence family',
  ],
  [
    '5',
    { recruiter: { ...SALAK, licence: '9120000000022' } },
    'not_legal',
    'agency.name_number_conflict',
    'the number is another agency’s',
  ],
  [
    '6',
    {
      recruiter: {
        name: 'PT Zamrud Xilofon',
        licence: '8120000000999',
        kind: 'agency',
        showsOnlyNib: true,
      },
    },
    'not_legal',
    'agency.only_nib_and_not_listed',
    'a P3MI by its word, not on the complete list',
  ],
  [
    '6',
    { recruiter: { name: 'PT Zamrud Xilofon', licence: '8120000000999' } },
    'cannot_confirm',
    'agency.number_not_on_file',
    'else a NIB proves nothing',
  ],
  [
    '7',
    { recruiter: { name: 'PT Zamrud Xilofon Quantum' } },
    'cannot_confirm',
    'agency.name_not_found',
    'not found is not illegal',
  ],
  [
    '8',
    { recruiter: { name: 'PT Salak Purnama Sentoss' } },
    'cannot_confirm',
    'agency.name_variant',
    'a letter off is never the same',
  ],
  [
    '9',
    { recruiter: { name: 'Kurma Muda' } },
    'cannot_confirm',
    'agency.name_ambiguous',
    'two twins',
  ],
  [
    '11',
    { recruiter: of('9120000000055') },
    'not_legal',
    'agency.expired_lapsed',
    'the registry confirms the lapse',
  ],
  [
    '12',
    { recruiter: of('9120000000077') },
    'caution',
    'agency.expired_still_listed',
    'a fresh list still carries it',
  ],
  [
    '13',
    { recruiter: of('9120000000088') },
    'cannot_confirm',
    'agency.expired_unconfirmed',
    'the list is sixty days old',
  ],
  [
    '15',
    { recruiter: of('9120000000099'), placement: offered() },
    'not_legal',
    'agency.suspended_full',
    'a new candidate during a full suspension',
  ],
  [
    '15',
    { recruiter: of('9120000000099'), placement: offered({ contractSignedOn: day('2026-11-17') }) },
    'not_legal',
    'agency.suspended_full',
    'signed on its first day',
  ],
  [
    '16',
    whole({
      recruiter: of('9120000000099'),
      placement: offered({ contractSignedOn: day('2026-10-20'), departsOn: day('2026-11-25') }),
    }),
    'caution',
    'agency.suspended_after_contract',
    'signed last month, flight tomorrow',
  ],
  [
    '16',
    whole({
      recruiter: of('9120000000099'),
      placement: offered({ contractSignedOn: day('2026-11-16'), departsOn: day('2026-11-25') }),
    }),
    'caution',
    'agency.suspended_after_contract',
    'signed on the day before',
  ],
  [
    '17',
    { recruiter: of('9120000000101'), placement: offered() },
    'not_legal',
    'agency.suspended_in_scope',
    'Taiwan is within it',
  ],
  [
    '17',
    { recruiter: of('9120000000101'), placement: offered({ contractSignedOn: day('2026-10-01') }) },
    'caution',
    'agency.suspended_in_scope_after_contract',
    'signed before it',
  ],
  [
    '18',
    whole({ recruiter: of('9120000000101'), placement: offered({ destination: 'HK' }) }),
    'caution',
    'agency.suspended_out_of_scope',
    'Hong Kong is outside it',
  ],
  [
    '18',
    { recruiter: of('9120000000101'), placement: { sector: 'manufacturing' } },
    'cannot_confirm',
    'agency.suspension_scope_unknown',
    'no destination told',
  ],
  [
    '20',
    { recruiter: of('9120000000112') },
    'legal',
    'agency.licensed',
    'lifted by decree yesterday',
  ],
  [
    '22',
    { recruiter: of('9120000000134'), placement: { recruitedOn: day('2026-02-02') } },
    'not_legal',
    'agency.revoked',
    'the decree’s day, not the press’s',
  ],
  [
    '23',
    {
      recruiter: of('9120000000134'),
      placement: { recruitedOn: day('2025-03-01'), departsOn: day('2025-06-01') },
    },
    'caution',
    'agency.ended_after_departure',
    'recruited and gone before it',
  ],
  [
    '23',
    {
      recruiter: of('9120000000134'),
      placement: { recruitedOn: day('2025-03-01'), departsOn: day('2026-01-29') },
    },
    'not_legal',
    'agency.revoked',
    'departing on the day of revocation',
  ],
  [
    '23',
    { recruiter: of('9120000000112'), placement: { recruitedOn: day('2026-09-01') } },
    'not_legal',
    'agency.barred_when_recruiting',
    'recruited during a suspension that was lifted since',
  ],
  [
    '25',
    { recruiter: { name: 'PT Pisang Nama Lama', licence: '9120000000145' } },
    'legal',
    'agency.licensed',
    'an old name, the same NIB',
  ],
  [
    '26',
    { recruiter: { name: 'PT Durian Penerus Mandiri' } },
    'legal',
    'agency.licensed',
    'no guilt by association',
  ],
  [
    '27',
    { recruiter: { ...SALAK, branchRegion: '32.12' }, placement: { paidOn: day('2023-07-11') } },
    'not_legal',
    'branch.closed',
    'paid the day after the branch closed',
  ],
  [
    '27',
    {
      recruiter: { ...SALAK, branchRegion: '3212' },
      placement: { recruitedOn: day('2023-07-01'), paidOn: day('2023-07-11') },
    },
    'not_legal',
    'branch.closed',
    'recruited before, paid after',
  ],
  [
    '27',
    { recruiter: { ...SALAK, branchRegion: '32.12' }, placement: { paidOn: day('2023-07-10') } },
    'caution',
    'branch.closed_since',
    'paid on its last day',
  ],
  [
    '27',
    { recruiter: { ...SALAK, branchRegion: '32.09' } },
    'legal',
    'agency.licensed',
    'another branch is open',
  ],
  [
    '29',
    { recruiter: { ...SALAK, branchRegion: '35.09' } },
    'cannot_confirm',
    'branch.not_on_record',
    'none in that province',
  ],
  [
    '29',
    { recruiter: { ...SALAK, branchRegion: '32.73' } },
    'caution',
    'branch.elsewhere_in_province',
    'one in the province, elsewhere',
  ],
  [
    '30',
    { recruiter: { kind: 'individual', name: 'Wak Rekaan' } },
    'not_legal',
    'representative.individual',
    'sends people without a company',
  ],
  [
    '31',
    { recruiter: { ...SALAK, representative: { name: 'Orang Rekaan' }, agencyReply: 'denies' } },
    'not_legal',
    'representative.denied_by_agency',
    'the agency denies',
  ],
  [
    '32',
    {
      recruiter: {
        licence: '9120000000022',
        representative: { name: 'Orang Rekaan' },
        agencyReply: 'no_answer',
      },
    },
    'cannot_confirm',
    'representative.no_roster',
    'no roster, no answer',
  ],
  [
    '32',
    { recruiter: { ...SALAK, representative: { name: 'Orang Rekaan' } } },
    'cannot_confirm',
    'representative.not_on_roster',
    'the roster lacks the person',
  ],
  [
    '32',
    { recruiter: { licence: '9120000000022', representative: { letterNumber: '9/ST' } } },
    'caution',
    'representative.letter_only',
    'a letter alone',
  ],
  [
    '32',
    { recruiter: { ...SALAK, representative: { name: 'wati contoh' } } },
    'legal',
    'agency.licensed',
    'on the roster',
  ],
  [
    '33',
    {
      recruiter: { ...SALAK, phone: { asWritten: '0812', e164: '+6281200000000' } },
      placement: { fee: { amount: 5_000_000, currency: 'IDR', payee: 'personal_account' } },
    },
    'caution',
    'channel.not_registered',
    'a real name from another telephone',
  ],
  [
    '33',
    {
      recruiter: {
        ...SALAK,
        phone: { asWritten: '0812', e164: '+6281200000000' },
        agencyReply: 'denies',
      },
    },
    'not_legal',
    'channel.denied_by_agency',
    'the agency confirms impersonation',
  ],
  [
    '34',
    { recruiter: SALAK, placement: { destination: 'HK', sector: 'domestic' } },
    'not_legal',
    'recruitment_permit.none',
    'the complete permit register has none for it',
  ],
  [
    '34',
    { recruiter: of('9120000000022'), placement: offered({ recruitmentPermit: { said: 'none' } }) },
    'not_legal',
    'recruitment_permit.none',
    'said to have none',
  ],
  [
    '34',
    { recruiter: of('9120000000022'), placement: offered() },
    'cannot_confirm',
    'recruitment_permit.not_told',
    'its permits are not complete here',
  ],
  [
    '35',
    {
      recruiter: of('9120000000256'),
      placement: offered({ recruitmentPermit: { number: 'SIP-OLD' } }),
    },
    'not_legal',
    'recruitment_permit.expired',
    'new recruiting while renewal is in process',
  ],
  [
    '35',
    {
      recruiter: of('9120000000256'),
      placement: offered({
        recruitmentPermit: { number: 'SIP-OLD' },
        contractSignedOn: day('2026-10-31'),
      }),
    },
    'caution',
    'recruitment_permit.ended_after_contract',
    'signed on its last day',
  ],
  [
    '35',
    {
      recruiter: of('9120000000256'),
      placement: offered({
        recruitmentPermit: { number: 'SIP-OLD' },
        contractSignedOn: day('2026-11-01'),
      }),
    },
    'not_legal',
    'recruitment_permit.expired',
    'signed the day after',
  ],
  [
    '37',
    whole({ placement: job({ jobOrder: { number: 'JO-FULL' } }) }),
    'not_legal',
    'job_order.quota_spent',
    'worker no. 51 of 50',
  ],
  [
    '37',
    whole({ placement: job({ jobOrder: { number: 'JO-49' } }) }),
    'legal',
    'agency.licensed',
    'worker no. 50 of 50',
  ],
  [
    '38',
    whole({ placement: job({ jobOrder: { number: 'JO-YESTERDAY' } }) }),
    'cannot_confirm',
    'job_order.not_synced',
    'counted yesterday',
  ],
  [
    '40',
    whole({ placement: job({ sector: 'domestic' }) }),
    'not_legal',
    'recruitment_permit.for_other_job',
    'a factory permit for domestic work',
  ],
  [
    '40',
    whole({ documents: papers({ employment_contract: { sector: 'domestic' } }) }),
    'not_legal',
    'recruitment_permit.for_other_job',
    'the contract says domestic',
  ],
  [
    '41',
    whole({ placement: job({ partner: 'Contoh Bad Manpower' }) }),
    'not_legal',
    'job_order.partner_listed_as_barred',
    'listed as barred',
  ],
  [
    '41',
    whole({ placement: job({ partner: 'CONTOH WATCHED, Ltd' }) }),
    'caution',
    'job_order.partner_listed',
    'listed with a warning',
  ],
  [
    '–',
    whole({ recruiter: KEDONDONG, placement: offered({ departsOn: day('2026-12-10') }) }),
    'legal',
    'agency.licensed',
    'the country is on record for the agency',
  ],
  [
    '–',
    whole({ recruiter: KEDONDONG, placement: toHongKong('2026-10-31') }),
    'caution',
    'destination.not_authorised_for_agency',
    'the day before the agency’s record begins to name the country',
  ],
  [
    '–',
    whole({ recruiter: KEDONDONG, placement: toHongKong('2026-11-01') }),
    'legal',
    'agency.licensed',
    'its first day',
  ],
  [
    '–',
    whole({ recruiter: KEDONDONG, placement: toHongKong('2026-11-20') }),
    'legal',
    'agency.licensed',
    'its last day',
  ],
  [
    '–',
    whole({ recruiter: KEDONDONG, placement: toHongKong('2026-11-21') }),
    'caution',
    'destination.not_authorised_for_agency',
    'the day after: never graver, since no text limits a licence to countries',
  ],
  [
    '42',
    { recruiter: SALAK, placement: { destination: 'KH' } },
    'not_legal',
    'destination.closed',
    'Cambodia is no placement country',
  ],
  [
    '42',
    {
      recruiter: SALAK,
      placement: { destination: 'MM', scheme: 'independent', employer: { type: 'legal_entity' } },
    },
    'not_legal',
    'destination.closed',
    'nor is Myanmar, whatever the scheme',
  ],
  [
    '43',
    {
      recruiter: SALAK,
      placement: { destination: 'TH', sector: 'office', recruitmentPermit: { number: 'SIP-TH' } },
    },
    'cannot_confirm',
    'destination.contested',
    'said once, not repeated, no decree',
  ],
  [
    '44',
    {
      recruiter: SALAK,
      placement: { destination: 'SA', sector: 'domestic', employer: { type: 'individual' } },
    },
    'not_legal',
    'destination.closed',
    '260/2015; lifting unproven',
  ],
  [
    '44',
    { recruiter: of('9120000000022'), placement: { destination: 'SA', sector: 'domestic' } },
    'cannot_confirm',
    'destination.may_be_closed',
    'the kind of employer decides',
  ],
  [
    '44',
    {
      recruiter: of('9120000000022'),
      placement: {
        destination: 'QA',
        sector: 'domestic',
        employer: { type: 'individual' },
        channel: 'contoh_satu_kanal',
      },
    },
    'cannot_confirm',
    'recruitment_permit.not_told',
    'a legal act opened one channel',
  ],
  [
    '44',
    {
      recruiter: of('9120000000022'),
      placement: {
        destination: 'QA',
        sector: 'domestic',
        employer: { type: 'individual' },
        channel: 'lain',
      },
    },
    'not_legal',
    'destination.closed',
    'another channel stays closed',
  ],
  [
    '46',
    {
      recruiter: of('9120000000022'),
      placement: { destination: 'SA', sector: 'domestic', employer: { type: 'individual' } },
    },
    'not_legal',
    'destination.closed',
    'news that it was lifted changes nothing',
  ],
  [
    '48',
    whole({ worker: { birthDate: day('2008-12-11') } }),
    'not_legal',
    'worker.under_18',
    '17 years and 364 days at departure',
  ],
  [
    '48',
    whole({
      worker: { birthDate: day('2008-11-24') },
      placement: offered(),
    }),
    'cannot_confirm',
    'worker.outside_uncertain_age_limit',
    '18 today, where 21 is usual',
  ],
  [
    '50',
    {
      worker: { birthDate: day('2006-01-01') },
      placement: { destination: 'MY', sector: 'domestic' },
    },
    'not_legal',
    'worker.outside_age_limit',
    'twenty, where the row says 21',
  ],
  [
    '50',
    {
      worker: { birthDate: day('2004-01-01') },
      placement: { destination: 'SG', sector: 'domestic' },
    },
    'not_legal',
    'worker.outside_age_limit',
    'twenty-two, where the row says 23',
  ],
  [
    '–',
    whole({ worker: { ...WORKER, nik: '3219054505980001' } }),
    'caution',
    'worker.nik_region_unknown',
    'a region that is on no list may be an older code',
  ],
  [
    '–',
    whole({ worker: { ...WORKER, nik: '3212054505980000' } }),
    'caution',
    'worker.nik_unusual',
    'serials begin at 0001',
  ],
  [
    '51',
    whole({ worker: { birthDate: day('2004-05-05'), sex: 'female', nik: '3212054505100001' } }),
    'caution',
    'worker.nik_birth_date_differs',
    'the NIK embeds sixteen years',
  ],
  [
    '53',
    whole({ documents: papers({ passport: { expiresOn: day('2027-05-10') } }) }),
    'caution',
    'documents.passport_expires_too_soon',
    'five months, where six are asked',
  ],
  [
    '53',
    whole({ documents: papers({ passport: { expiresOn: day('2027-06-10') } }) }),
    'legal',
    'agency.licensed',
    'six months to the day',
  ],
  [
    '54',
    whole({ documents: papers({ passport: { number: '12-ODD', expiresOn: day('2031-01-01') } }) }),
    'caution',
    'documents.looks_unusual',
    'an odd format only warns',
  ],
  [
    '55',
    whole({ placement: job({ visaType: 'umrah' }) }),
    'not_legal',
    'scheme.visa_not_for_work',
    'a pilgrim’s visa',
  ],
  [
    '55',
    whole({ documents: papers({ work_visa: { visaType: 'tourist' } }) }),
    'not_legal',
    'scheme.visa_not_for_work',
    'a tourist’s visa among the papers',
  ],
  [
    '56',
    whole({ placement: job({ contract: 'on_arrival' }) }),
    'not_legal',
    'scheme.no_contract_before_departure',
    'sign on arrival',
  ],
  [
    '56',
    whole({ documents: papers({ employment_contract: { state: 'on_arrival' } }) }),
    'not_legal',
    'scheme.no_contract_before_departure',
    'the same, said of the paper',
  ],
  [
    '57',
    whole({
      documents: papers({ family_permission: { number: '470/99', issuerRegion: VILLAGE } }),
    }),
    'caution',
    'documents.not_in_issuers_book',
    'the village book has no entry',
  ],
  [
    '57',
    whole({
      documents: papers({ family_permission: { number: '470/12', issuerRegion: VILLAGE } }),
    }),
    'legal',
    'agency.licensed',
    'the book has it',
  ],
  [
    '57',
    whole({
      documents: papers({ family_permission: { number: '470/13', issuerRegion: VILLAGE } }),
    }),
    'cannot_confirm',
    'documents.withdrawn_by_issuer',
    'withdrawn',
  ],
  [
    '57',
    whole({
      documents: papers({
        family_permission: {
          number: '470/12',
          issuerRegion: VILLAGE,
          issuedOn: day('2025-10-01'),
        },
      }),
    }),
    'caution',
    'documents.not_in_issuers_book',
    'the book has that number in another year only',
  ],
  [
    '57',
    whole({
      documents: papers({
        family_permission: { number: '470/12', issuerRegion: VILLAGE, holderHash: 'other' },
      }),
    }),
    'caution',
    'documents.of_other_holder',
    'issued for somebody else',
  ],
  [
    '57',
    whole({
      documents: papers({ family_permission: { number: '470/99', issuerRegion: '32.12.05.2009' } }),
    }),
    'legal',
    'agency.licensed',
    'that village keeps no book here',
  ],
  [
    '58',
    whole({ documents: papers({ family_permission: { state: 'refused' } }) }),
    'caution',
    'documents.refused',
    'the tool gives nobody a veto',
  ],
  [
    '59',
    {
      recruiter: LPK,
      placement: {
        scheme: 'g_to_g',
        destination: 'KR',
        fee: { amount: 40_000_000, currency: 'IDR', payee: 'training_provider' },
      },
    },
    'not_legal',
    'scheme.only_ministry_sends',
    'only the ministry sends',
  ],
  [
    '60',
    {
      recruiter: { ...LPK, offers: 'course_only' },
      placement: { scheme: 'g_to_g', destination: 'KR' },
    },
    'legal',
    'scheme.course_gives_no_place',
    'a course is a course',
  ],
  [
    '60',
    {
      recruiter: { ...LPK, offers: 'course_only' },
      placement: { scheme: 'g_to_g', visaType: 'work' },
    },
    'caution',
    'scheme.course_speaks_of_job',
    'a course that speaks of a visa',
  ],
  [
    '61',
    {
      recruiter: MAGANG,
      placement: { scheme: 'apprenticeship', destination: 'JP', visaType: 'trainee' },
    },
    'legal',
    'agency.licensed',
    'a valid SO permit',
  ],
  [
    '61',
    { recruiter: MAGANG, placement: { destination: 'JP', visaType: 'trainee' } },
    'legal',
    'agency.licensed',
    'the same, inferred',
  ],
  [
    '61',
    { recruiter: { name: 'LPK Zamrud Xilofon' }, placement: { scheme: 'apprenticeship' } },
    'cannot_confirm',
    'agency.name_not_found',
    'no SO permit on record',
  ],
  [
    '62',
    {
      recruiter: MAGANG,
      placement: { scheme: 'apprenticeship', visaType: 'trainee', isWageWork: true },
    },
    'caution',
    'scheme.apprenticeship_sold_as_job',
    'a wage job called magang',
  ],
  [
    '62',
    { recruiter: MAGANG, placement: { scheme: 'apprenticeship', visaType: 'work' } },
    'not_legal',
    'scheme.apprenticeship_is_work',
    'on a work visa it is work',
  ],
  [
    '62',
    { recruiter: MAGANG, placement: { scheme: 'p_to_p' } },
    'not_legal',
    'scheme.placer_not_p3mi',
    'an SO may not place',
  ],
  [
    '63',
    {
      placement: { scheme: 'independent', destination: 'TW', employer: { type: 'legal_entity' } },
      documents: ELEVEN_ITEMS,
    },
    'legal',
    'scheme.independent_own_risk',
    'eleven items, a legal entity',
  ],
  [
    '63',
    {
      placement: { scheme: 'independent', destination: 'TW', employer: { type: 'legal_entity' } },
      documents: ELEVEN_ITEMS.slice(1),
    },
    'cannot_confirm',
    'documents.missing',
    'ten of eleven',
  ],
  [
    '66',
    { recruiter: { name: 'PT Kelapa Awak Kapal' }, placement: { scheme: 'fishing_crew' } },
    'caution',
    'agency.crew_permit_contested',
    'SIUKAK only',
  ],
  [
    '66',
    { recruiter: { name: 'PT Kelapa Awak Kapal' }, placement: { sector: 'fishing' } },
    'caution',
    'agency.crew_permit_contested',
    'the same, inferred',
  ],
  [
    '68',
    whole({ placement: job({ fee: { amount: 101, currency: 'TWD' } }) }),
    'not_legal',
    'fee.above_table',
    'one above the table',
  ],
  [
    '68',
    whole({ placement: job({ fee: { amount: 100, currency: 'TWD' } }) }),
    'legal',
    'agency.licensed',
    'at the table',
  ],
  [
    '68',
    { recruiter: SALAK, placement: { fee: { amount: 100, currency: 'IDR' } } },
    'caution',
    'fee.charged_to_worker',
    'charged, with no table',
  ],
  [
    '69',
    whole({ placement: job({ fee: { amount: 100, currency: 'TWD', payee: 'personal_account' } }) }),
    'caution',
    'fee.to_personal_account',
    'to a personal account',
  ],
  [
    '70',
    whole({ placement: job({ fee: { amount: 0 } }) }),
    'legal',
    'agency.licensed',
    'paid by the agency: no finding by itself',
  ],
  [
    '72',
    { recruiter: { name: 'PT Cempedak Tanpa Nomor' } },
    'cannot_confirm',
    'agency.no_number_on_record',
    'listed with an empty number',
  ],
  [
    '74',
    { recruiter: of('9120000000178') },
    'cannot_confirm',
    'agency.source_stale',
    'the list is too old',
  ],
]

describe('the full check of a situation at the desk', () => {
  test.each(ROWS)('%s: %j is %s by %s: %s', (_number, asked, verdict, code, _reason) => {
    const answer = check(asked)
    expect([answer.verdict, answer.findings[0]?.code]).toEqual([verdict, code])
  })

  test('74: is never legal while the registry cannot be reached', () => {
    const question = { ...WHOLE, on: day(TODAY), today: day(TODAY) }
    const cut = { ...checkRegister, isCurrent: false }
    expect(answerCheck(question, cut, checkTables).verdict).toBe('cannot_confirm')
    const rulesCut = { ...checkTables, isCurrent: false }
    expect(answerCheck(question, checkRegister, rulesCut).verdict).toBe('cannot_confirm')
  })

  test.each(ROWS)('%s: %j fits one short message: %s %s %s', (_number, asked) => {
    const { text160 } = check(asked)
    expect(text160.id.length).toBeLessThanOrEqual(LONGEST_TEXT)
    expect(text160.en.length).toBeLessThanOrEqual(LONGEST_TEXT)
  })

  test('says which claims it does not cover', () => {
    expect(check({ recruiter: SALAK }).notCovered).toContain('recruitment_permit')
    expect(check({ recruiter: SALAK }).claims).toContainEqual({
      claim: 'job_order',
      outcome: 'not_checked',
      isRequired: false,
    })
  })

  test('tells the scheme that it assumed', () => {
    const answer = check({ placement: { destination: 'TW' } })
    expect(answer.scheme).toEqual({ scheme: 'p_to_p', origin: 'assumed' })
    expect(answer.findings.map(({ code }) => code)).toContain('scheme.assumed_p_to_p')
  })
})
