import { describe, expect, test } from 'vitest'
import type { Agency } from '../../src/domain/agency.ts'
import { answerQuickCheck } from '../../src/domain/answer.ts'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { CheckQuestion, PlacementClaim } from '../../src/domain/check-question.ts'
import type { LicenceEvent } from '../../src/domain/licence.ts'
import type { RuleRows } from '../../src/domain/rule-tables/rule-tables.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import {
  type AgencyOptions,
  agency,
  authorityList,
  corrected,
  edition,
  granted,
  lapsed,
  licence,
  lifted,
  listed,
  registeredName,
  registerOf,
  renewed,
  revoked,
  source,
  surrendered,
  suspendedFull,
  suspendedPartly,
  warned,
} from '../support/agency-builders.ts'
import {
  destinationRow,
  feeRule,
  jobOrder,
  papers,
  permit,
  ROWS,
  representative,
  tablesOf,
} from '../support/check-builders.ts'

// Every company, person, number and decree is invented.
const TODAY = day('2026-11-24')
const NAME = 'PT. SALAK PURNAMA SENTOSA'
const NUMBER = '9120000000011'
const OTHER_NUMBER = '9120000000022'
const SOURCES = [
  authorityList(['2026-09-01', '2026-11-22']),
  source('src_decree', 'decree', [edition('2026-11-23')]),
  source('src_page', 'public_page', [edition('2026-11-23')]),
  source('src_old', 'authority_list', [edition('2026-09-25', { retrievedOn: '2026-11-22' })]),
  source(ROWS, 'office_record', [edition('2026-11-24')]),
]

const salak = (options: AgencyOptions = {}) =>
  agency(NAME, { id: 'salak', numbers: [NUMBER], ...options })

const twoLicences = (one: readonly LicenceEvent[], other: readonly LicenceEvent[]) =>
  salak({
    licences: [
      licence({ id: 'lic_one', numbers: [NUMBER], events: one }),
      licence({ id: 'lic_other', numbers: [OTHER_NUMBER], events: other }),
    ],
  })

function both(subject: Agency) {
  const register = registerOf([subject], SOURCES)
  const quick = answerQuickCheck({ name: NAME, on: TODAY, today: TODAY }, register)
  const full = answerCheck(
    { recruiter: { name: NAME }, on: TODAY, today: TODAY },
    register,
    tablesOf({}),
  )
  return { quick, full }
}

const SINCE_2020 = granted('2020-03-01')
const NEWER = granted('2024-01-01', { entry: 2 })
const STALE_LISTING = { listings: [listed('2026-09-01', { source: 'src_old' })] }

describe('the recruiter is', () => {
  const cases: [Verdict, string, Agency, string][] = [
    [
      'not_legal',
      'agency.revoked',
      salak({
        events: [
          SINCE_2020,
          renewed('2026-03-01', { entry: 5 }),
          revoked('2026-01-29', { entry: 9 }),
        ],
      }),
      'the revocation became known after a renewal that knew nothing of it',
    ],
    [
      'not_legal',
      'agency.surrendered',
      salak({
        events: [
          SINCE_2020,
          renewed('2026-03-01', { entry: 5 }),
          surrendered('2026-01-29', { entry: 9 }),
        ],
      }),
      'so did the return of the licence',
    ],
    [
      'legal',
      'agency.licensed',
      salak({
        events: [
          SINCE_2020,
          revoked('2026-01-29', { entry: 5 }),
          granted('2026-06-01', { entry: 9 }),
        ],
      }),
      'a new grant followed the revocation',
    ],
    [
      'not_legal',
      'agency.revoked',
      salak({
        events: [
          SINCE_2020,
          revoked('2026-01-29', { entry: 5 }),
          lapsed('2026-02-01', { entry: 6 }),
          surrendered('2026-02-02', { entry: 7 }),
          renewed('2026-03-01', { entry: 8 }),
        ],
      }),
      'nothing but a grant ends a revocation',
    ],
    [
      'not_legal',
      'agency.suspended_full',
      salak({
        events: [
          SINCE_2020,
          warned('2026-01-01', { entry: 2 }),
          lifted('2026-06-01', { entry: 5, instrument: 'SK Contoh 1' }),
          suspendedFull('2026-05-15', { entry: 9 }),
        ],
      }),
      'who lifted all sanctions did not know of this one',
    ],
    [
      'legal',
      'agency.licensed',
      salak({
        events: [
          SINCE_2020,
          suspendedFull('2026-05-15', { entry: 2 }),
          lifted('2026-06-01', { entry: 5, instrument: 'SK Contoh 1' }),
        ],
      }),
      'who lifted all sanctions knew of it',
    ],
    [
      'caution',
      'agency.suspended_partial',
      salak({
        events: [
          granted('2020-03-01', { validUntil: '2025-03-01' }),
          suspendedPartly('2025-02-01', { destinations: ['TW'] }, { entry: 2 }),
          granted('2025-06-01', { entry: 5 }),
        ],
      }),
      'the term ended, the suspension did not',
    ],
    [
      'cannot_confirm',
      'agency.source_stale',
      salak({
        events: [
          granted('2020-03-01', { source: 'src_old' }),
          renewed('2026-11-20', { id: 'slip', entry: 5, source: 'src_decree' }),
          corrected('2026-11-20', 'slip', { entry: 6, source: 'src_decree' }),
        ],
        ...STALE_LISTING,
      }),
      'a renewal that never happened confirms nothing',
    ],
    [
      'not_legal',
      'agency.revoked',
      salak({
        events: [
          SINCE_2020,
          revoked('2026-01-29', { id: 'decree', entry: 2 }),
          corrected('2026-01-29', 'decree', { id: 'slip', entry: 3 }),
          corrected('2026-01-29', 'slip', { entry: 4 }),
        ],
      }),
      'the correction of the revocation was itself the mistake',
    ],
    [
      'caution',
      'agency.sanction_to_come',
      salak({ events: [SINCE_2020, revoked('2026-11-25', { entry: 2 })] }),
      'it is revoked from tomorrow',
    ],
    [
      'cannot_confirm',
      'agency.lifted_by_news_only',
      salak({
        events: [
          SINCE_2020,
          suspendedFull('2026-08-01', { entry: 2 }),
          lifted('2026-11-01', { entry: 3, source: 'src_page' }),
        ],
      }),
      'a page that nobody verified lifts nothing',
    ],
    [
      'not_legal',
      'agency.revoked',
      twoLicences(
        [SINCE_2020, revoked('2026-05-01', { entry: 3 }), lapsed('2026-06-01', { entry: 4 })],
        [NEWER],
      ),
      'one of two licences was revoked, and lapsed afterwards',
    ],
    [
      'not_legal',
      'agency.revoked',
      twoLicences(
        [SINCE_2020, revoked('2026-05-01', { entry: 3 }), surrendered('2026-06-01', { entry: 4 })],
        [NEWER],
      ),
      'or was given back afterwards',
    ],
    [
      'not_legal',
      'agency.suspended_full',
      twoLicences(
        [
          SINCE_2020,
          suspendedFull('2026-05-01', { entry: 3 }),
          surrendered('2026-06-01', { entry: 4 }),
        ],
        [NEWER],
      ),
      'giving back the suspended one of two licences does not end the suspension',
    ],
    [
      'not_legal',
      'agency.suspended_full',
      twoLicences(
        [SINCE_2020, suspendedFull('2026-05-01', { entry: 3 }), lapsed('2026-06-01', { entry: 4 })],
        [NEWER],
      ),
      'nor does its lapse',
    ],
    [
      'caution',
      'agency.suspended_partial',
      twoLicences(
        [
          granted('2020-01-01', { validUntil: '2026-10-01' }),
          suspendedPartly('2026-05-01', { destinations: ['TW'] }, { entry: 3 }),
        ],
        [NEWER],
      ),
      'nor the end of its term',
    ],
    [
      'caution',
      'agency.warned',
      twoLicences(
        [granted('2020-01-01', { validUntil: '2026-10-01' }), warned('2026-05-01', { entry: 3 })],
        [NEWER],
      ),
      'a warning is about the company too',
    ],
    [
      'caution',
      'agency.other_licence_sanctioned',
      twoLicences(
        [
          granted('2020-01-01', { validUntil: '2026-10-01' }),
          suspendedPartly('2023-05-01', { destinations: ['TW'] }, { entry: 1 }),
        ],
        [NEWER],
      ),
      'a suspension older than the licence that speaks is told',
    ],
    [
      'legal',
      'agency.licensed',
      twoLicences(
        [granted('2020-01-01', { validUntil: '2024-01-01' }), warned('2023-05-01', { entry: 1 })],
        [NEWER],
      ),
      'a warning on a licence that ended before is over',
    ],
  ]

  test.each(cases)('%s by %s', (verdict, code, subject, reason) => {
    const { quick, full } = both(subject)
    expect([quick.verdict, quick.findings[0]?.code], reason).toEqual([verdict, code])
    expect([full.verdict, full.findings[0]?.code], reason).toEqual([verdict, code])
  })
})

test('a name that comes into use later is not said to have been given up', () => {
  const subject = {
    ...salak(),
    names: [
      registeredName(NAME, '2010-01-01', { lastDay: '2026-12-31' }),
      registeredName('PT. PEPAYA NAMA BARU', '2027-01-01'),
    ],
  }
  const { findings } = answerQuickCheck(
    { name: 'PT Pepaya Nama Baru', on: TODAY, today: TODAY },
    registerOf([subject], SOURCES),
  )
  expect(findings.find(({ code }) => code === 'agency.now_named')?.says.en).toBe(
    `On 24 November 2026 this company was registered as ${NAME}.`,
  )
})

const JOB: PlacementClaim = {
  scheme: 'p_to_p',
  destination: 'TW',
  sector: 'manufacturing',
  visaType: 'work',
  employer: { type: 'legal_entity' },
  recruitmentPermit: { number: 'SIP-TW-1' },
  jobOrder: { number: 'JO-TW-1' },
}
const WHOLE: Partial<CheckQuestion> = {
  recruiter: { name: NAME, licence: NUMBER },
  placement: JOB,
  worker: { birthDate: day('1998-05-05') },
  documents: papers(),
}
const PLACER: Agency = {
  ...salak(),
  representatives: [representative('Wati Contoh', '12/ST/2026')],
}

function whole(asked: Partial<CheckQuestion>, rows: Partial<RuleRows> = {}, placer = PLACER) {
  return answerCheck(
    { ...WHOLE, ...asked, on: TODAY, today: TODAY },
    registerOf([placer], SOURCES),
    tablesOf({
      destinations: [destinationRow('TW')],
      recruitmentPermits: [permit('SIP-TW-1', 'salak')],
      jobOrders: [jobOrder('JO-TW-1', 'SIP-TW-1', 'salak')],
      ...rows,
    }),
  )
}

const offering = (more: Partial<PlacementClaim>) => ({ placement: { ...JOB, ...more } })
const withoutSector = () => {
  const { sector: _sector, ...rest } = JOB
  return { placement: rest }
}
const asking = (amount: number) => offering({ fee: { amount, currency: 'TWD', payee: 'agency' } })
const upTo = (amount: number) => ({ destination: 'TW', max: { amount, currency: 'TWD' } }) as const
const suspendedAt = (region: string): Agency =>
  salak({
    events: [SINCE_2020, suspendedPartly('2026-11-01', { branches: [region] }, { entry: 2 })],
  })
const recruitingAt = (branchRegion: string) => ({
  recruiter: { name: NAME, licence: NUMBER, branchRegion },
})
const OWN_PERMIT = licence({ kind: 'own_company_permit', numbers: [NUMBER] })

describe('the whole claim is', () => {
  const cases: [Verdict, string, ReturnType<typeof whole>, string][] = [
    ['legal', 'agency.licensed', whole({}), 'every layer is on record'],
    [
      'cannot_confirm',
      'recruitment_permit.reported_only',
      whole({}, { recruitmentPermits: [permit('SIP-TW-1', 'salak', { confidence: 'press' })] }),
      'news of a permit is no permit',
    ],
    [
      'cannot_confirm',
      'job_order.reported_only',
      whole(
        {},
        { jobOrders: [jobOrder('JO-TW-1', 'SIP-TW-1', 'salak', { confidence: 'uncertain' })] },
      ),
      'nor is a doubtful order an order',
    ],
    [
      'cannot_confirm',
      'recruitment_permit.job_not_told',
      whole(withoutSector()),
      'a permit for a factory, and nobody said what work is offered',
    ],
    [
      'cannot_confirm',
      'job_order.job_not_told',
      whole(withoutSector(), {
        recruitmentPermits: [permit('SIP-TW-1', 'salak', { sector: null })],
      }),
      'so is an order',
    ],
    [
      'not_legal',
      'recruitment_permit.for_other_job',
      whole({
        documents: [
          ...papers({ employment_contract: { sector: 'manufacturing' } }),
          { type: 'employment_contract', sector: 'domestic' },
        ],
      }),
      'a second contract is for other work',
    ],
    [
      'caution',
      'destination.open_by_statement',
      whole({}, { destinations: [destinationRow('TW', { instrument: null })] }),
      'an opening without an instrument',
    ],
    [
      'caution',
      'fee.charged_to_worker',
      whole(asking(50), { feeRules: [feeRule({ ...upTo(100), confidence: 'uncertain' })] }),
      'a doubtful table allows nothing',
    ],
    [
      'not_legal',
      'fee.above_table',
      whole(asking(50), {
        feeRules: [feeRule(upTo(100)), feeRule({ destination: 'TW', max: 'none' })],
      }),
      'of two rows that overlap the stricter speaks',
    ],
    [
      'legal',
      'agency.licensed',
      whole(asking(50), { feeRules: [feeRule(upTo(100))] }),
      'within it',
    ],
    [
      'caution',
      'scheme.visa_for_training_only',
      whole(offering({ visaType: 'trainee' })),
      'a trainee’s visa for a job',
    ],
    [
      'cannot_confirm',
      'representative.not_on_roster',
      whole({
        recruiter: {
          name: NAME,
          licence: NUMBER,
          representative: { name: 'Budi Contoh', letterNumber: '99' },
        },
      }),
      'a letter makes nobody better who is missing from the roster',
    ],
    [
      'caution',
      'representative.letter_only',
      whole({
        recruiter: { name: NAME, licence: NUMBER, representative: { letterNumber: '12/ST/2026' } },
      }),
      'the letter of somebody on the roster',
    ],
    [
      'not_legal',
      'agency.suspended_in_scope',
      whole(recruitingAt('3212'), {}, suspendedAt('32.12')),
      'one region written in two ways',
    ],
    [
      'not_legal',
      'agency.suspended_in_scope',
      whole(recruitingAt('32.12.05'), {}, suspendedAt('32.12')),
      'a district of the region',
    ],
    [
      'cannot_confirm',
      'agency.suspension_scope_unknown',
      whole(recruitingAt('32'), {}, suspendedAt('32.12')),
      'the province may mean the region',
    ],
    [
      'not_legal',
      'agency.suspended_in_scope',
      whole(
        {},
        {},
        twoLicences(
          [
            granted('2020-01-01', { validUntil: '2026-10-01' }),
            suspendedPartly('2026-05-01', { destinations: ['TW'] }, { entry: 3 }),
          ],
          [NEWER],
        ),
      ),
      'the suspension on a licence that ran out goes on',
    ],
    [
      'not_legal',
      'scheme.placer_not_p3mi',
      whole(
        {},
        {},
        salak({
          kindOfAgency: 'own_company',
          licences: [
            OWN_PERMIT,
            licence({
              numbers: [OTHER_NUMBER],
              events: [granted('2019-01-01'), revoked('2024-01-01')],
            }),
          ],
        }),
      ),
      'a revoked SIP3MI beside the permit for its own staff',
    ],
  ]

  test.each(cases)('%s by %s', (verdict, code, answer, reason) => {
    expect([answer.verdict, answer.findings[0]?.code], reason).toEqual([verdict, code])
  })

  test('no better where a job is offered to others under a permit for own staff', () => {
    const { scheme: _scheme, recruitmentPermit: _permit, jobOrder: _order, ...job } = JOB
    const placer = salak({ kindOfAgency: 'own_company', licences: [OWN_PERMIT] })
    const { documents: _documents, ...rest } = WHOLE
    const answer = answerCheck(
      { ...rest, placement: job, on: TODAY, today: TODAY },
      registerOf([placer], SOURCES),
      tablesOf({ destinations: [destinationRow('TW')] }),
    )
    expect(answer.verdict).toBe('caution')
    expect(answer.findings.map(({ code }) => code)).toContain('scheme.own_company_staff_not_told')
  })
})
