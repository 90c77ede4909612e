import { describe, expect, test } from 'vitest'
import { withDuplicates } from '../../../src/domain/agency.ts'
import { day } from '../../../src/domain/calendar-date.ts'
import {
  branchRecorded,
  type Change,
  contactRecorded,
  factsRetracted,
  licenceEventRecorded,
  nameRecorded,
} from '../../../src/domain/change.ts'
import {
  ageLimitRecorded,
  completeTableRecorded,
  destinationRuleRecorded,
  documentRequirementRecorded,
  feeRuleRecorded,
  foreignPartnerRecorded,
  jobOrderRecorded,
  recruitmentPermitRecorded,
} from '../../../src/domain/change-rules.ts'
import type { Before } from '../../../src/domain/recording/before.ts'
import { type Direction, directionOf } from '../../../src/domain/recording/direction.ts'
import type { RegisterView } from '../../../src/domain/register-view.ts'
import type { DatedRow } from '../../../src/domain/rule-tables/dated-row.ts'
import {
  agency,
  authorityList,
  edition,
  granted,
  licence,
  lifted,
  listed,
  registerOf,
  renewed,
  revoked,
  source,
  suspendedFull,
  suspendedPartly,
} from '../../support/agency-builders.ts'
import {
  ageLimit,
  branch,
  complete,
  destinationRow,
  feeRule,
  jobOrder,
  partner,
  permit,
  ROWS,
} from '../../support/check-builders.ts'

const TODAY = day('2026-11-24')
const DECREE = 'src_decree'
const GRANT = granted('2020-03-01', { entry: 3 })
const SUSPENSION = suspendedFull('2026-11-01', { entry: 4, id: 'evt_suspension', source: DECREE })

const at = <Row extends DatedRow>(entry: number, row: Row): Row => ({ ...row, entry })
const TW = at(10, destinationRow('TW'))
const AGE = at(11, ageLimit({ destination: 'TW', min: 21 }))
const FEE = at(12, feeRule({ destination: 'TW', max: { amount: 100, currency: 'TWD' } }))
const PARTNER = at(13, partner('Uji Manpower', { listedEffect: 'not_legal' }))
const PERMIT = at(14, permit('SIP-1', 'agy_one'))
const ORDER = at(15, jobOrder('JO-1', 'SIP-1', 'agy_one'))
const COMPLETE = at(16, complete('agencies'))
const PAPER = at(17, {
  ...destinationRow('TW'),
  scheme: null,
  documentType: 'police_record' as const,
  requirement: 'conditional' as const,
  passportMonths: null,
})
const BRANCH = at(20, branch('32.12', '2020-01-01') as never) as ReturnType<typeof branch>

const ROWS_NOW: Readonly<Record<string, readonly DatedRow[]>> = {
  destination_rules: [TW],
  age_limits: [AGE],
  fee_rules: [FEE],
  foreign_partners: [PARTNER],
  recruitment_permits: [PERMIT],
  job_orders: [ORDER],
  complete_tables: [COMPLETE],
  document_requirements: [
    PAPER,
    at(18, { ...PAPER, requirement: 'required' as const, documentType: 'passport' as const }),
  ],
}

const licensed = {
  ...agency('PT. SALAK PURNAMA', {
    id: 'agy_one',
    phones: ['+62215551'],
    numbers: ['9120000000011'],
    events: [GRANT],
  }),
  branches: [BRANCH],
}
const suspended = agency('PT. NANGKA KARYA', { id: 'agy_two', events: [GRANT, SUSPENSION] })
const revokedOne = agency('PT. DUKU LAMA', {
  id: 'agy_three',
  events: [
    GRANT,
    revoked('2026-11-01', { entry: 5, source: DECREE }),
    suspendedFull('2026-10-01', { entry: 6, source: DECREE }),
    suspendedPartly('2026-10-01', { destinations: ['TW', 'HK'] }, { entry: 7, source: DECREE }),
  ],
})
// A suspension that another hides, after a lifting and beside a grant on which it hangs.
const PARTLY = suspendedPartly(
  '2026-10-05',
  { destinations: ['TW'] },
  { entry: 33, id: 'evt_part' },
)
const hidden = agency('PT. SAWO TERTUTUP', {
  id: 'agy_four',
  events: [
    granted('2020-03-01', { entry: 30 }),
    lifted('2026-09-01', { entry: 31 }),
    suspendedFull('2026-10-01', { entry: 32, source: DECREE }),
    PARTLY,
  ],
})
const partly = agency('PT. LECI SEBAGIAN', {
  id: 'agy_five',
  events: [granted('2020-03-01', { entry: 40 }), { ...PARTLY, entry: 41 }],
})
const stale = agency('PT. PALA CATATAN', {
  id: 'agy_six',
  numbers: ['9120000000066'],
  events: [granted('2020-03-01', { source: 'src_old' })],
  listings: [listed('2020-03-01', { source: 'src_old' })],
})
const duplicate = agency('PT. PALA GANDA', { id: 'agy_seven', numbers: ['9120000000077'] })
const grantedAnew = agency('PT. KEMIRI DUA IZIN', {
  id: 'agy_eight',
  events: [
    granted('2020-03-01', { entry: 50 }),
    suspendedPartly('2024-08-01', { destinations: ['TW'] }, { entry: 51, source: DECREE }),
    granted('2026-01-29', { entry: 52 }),
    suspendedPartly('2026-01-29', { destinations: ['HK'] }, { entry: 53, source: DECREE }),
  ],
})
const register = registerOf(
  [licensed, suspended, revokedOne, hidden, partly, stale, duplicate, grantedAnew],
  [
    authorityList(['2026-11-20']),
    source(DECREE, 'decree', [edition('2026-11-23')], { freshForDays: 3_650 }),
    source(ROWS, 'office_record', [edition('2026-11-24')]),
    source('src_old', 'authority_list', [edition('2026-08-01')]),
  ],
  { size: 100 },
)

// Of a record that was merged the register answers with the one that is kept.
const merged = withDuplicates(register.agency('agy_six')!, [register.agency('agy_seven')!])
const answering = {
  ...register,
  agency: (id: string) => (['agy_six', 'agy_seven'].includes(id) ? merged : register.agency(id)),
}

function event(
  type: Parameters<typeof licenceEventRecorded>[1]['type'],
  more: object = {},
): Change {
  return licenceEventRecorded('agy_one', {
    id: 'evt_new',
    licenceId: 'lic_of_agy_one',
    type,
    effectiveOn: TODAY,
    sourceId: DECREE,
    ...more,
  })
}
const ofSuspended = (change: object) =>
  licenceEventRecorded('agy_two', {
    id: 'evt_new',
    licenceId: 'lic_of_agy_two',
    type: 'lifted',
    effectiveOn: TODAY,
    sourceId: DECREE,
    ...change,
  })
const ofRevoked = (change: object) =>
  licenceEventRecorded('agy_three', {
    id: 'evt_new',
    licenceId: 'lic_of_agy_three',
    type: 'lifted',
    effectiveOn: TODAY,
    sourceId: DECREE,
    ...change,
  })
const ofHidden = (change: object) =>
  licenceEventRecorded('agy_four', {
    id: 'evt_new',
    licenceId: 'lic_of_agy_four',
    type: 'suspended_partial',
    scope: { destinations: ['TW'] },
    effectiveOn: day('2026-10-05'),
    sourceId: DECREE,
    ...change,
  })
const revocationOn = (on: string) =>
  licenceEventRecorded('agy_eight', {
    id: 'evt_new',
    licenceId: 'lic_of_agy_eight',
    type: 'revoked',
    effectiveOn: day(on),
    sourceId: DECREE,
  })
const ofDuplicate = (type: 'warned' | 'revoked') =>
  licenceEventRecorded('agy_seven', {
    id: 'evt_new',
    licenceId: 'lic_of_agy_seven',
    type,
    effectiveOn: TODAY,
    sourceId: DECREE,
  })
const from = (entry: number) => ({ supersedes: [entry] })
const ended = { validUntil: TODAY }

describe('a change', () => {
  // biome-ignore format: one situation a line
  const cases: readonly (readonly [Direction, string, Change])[] = [
    ['worse', 'a warning', event('warned')],
    ['worse', 'a partial suspension', event('suspended_partial', { scope: { destinations: ['TW'] } })],
    ['worse', 'a full suspension', event('suspended_full')],
    ['worse', 'a revocation', event('revoked')],
    ['worse', 'a revocation from a day ahead', event('revoked', { effectiveOn: day('2026-12-31') })],
    ['worse', 'a licence given back', event('surrendered')],
    ['worse', 'a term that the authority says has ended', event('lapsed')],
    ['worse', 'a grant whose term turns out shorter', event('granted', { effectiveOn: day('2020-03-01'), sourceId: 'src_list', validUntil: day('2026-12-31'), ...from(3) })],
    ['better', 'a renewal', event('renewed', { validUntil: day('2030-01-01') })],
    ['better', 'a lifting', ofSuspended({})],
    ['better', 'a suspension that began later than recorded', ofSuspended({ type: 'suspended_full', effectiveOn: day('2026-11-10'), ...from(4) })],
    ['worse', 'a suspension that began earlier than recorded', ofSuspended({ type: 'suspended_full', effectiveOn: day('2026-10-10'), ...from(4) })],
    ['better', 'a suspension that is only partial after all', ofSuspended({ type: 'suspended_partial', ...from(4) })],
    ['worse', 'a suspension that was a revocation', ofSuspended({ type: 'revoked', effectiveOn: day('2026-11-01'), ...from(4) })],
    ['better', 'a revocation that was only a suspension', ofRevoked({ type: 'suspended_full', effectiveOn: day('2026-11-01'), ...from(5) })],
    ['better', 'one of two suspensions taken back', factsRetracted('licence_events', 'agy_three', [6])],
    ['better', 'a partial suspension that covers less', ofRevoked({ type: 'suspended_partial', scope: { destinations: ['TW'] }, effectiveOn: day('2026-10-01'), ...from(7) })],
    ['worse', 'a partial suspension that was a full one', ofRevoked({ type: 'suspended_full', effectiveOn: day('2026-10-01'), ...from(7) })],
    ['better', 'a lifting of another sanction than recorded', ofSuspended({ lifts: 'evt_other', ...from(4) })],
    ['better', 'a suspension taken back', factsRetracted('licence_events', 'agy_two', [4])],
    ['worse', 'a grant taken back', factsRetracted('licence_events', 'agy_one', [3])],
    ['better', 'a hidden suspension dated before a lifting', ofHidden({ effectiveOn: day('2026-08-01'), ...from(33) })],
    ['worse', 'a hidden suspension dated earlier, after that lifting', ofHidden({ effectiveOn: day('2026-09-20'), ...from(33) })],
    ['better', 'a suspension told as a return of the licence, which is no sanction', ofHidden({ type: 'surrendered', scope: null, ...from(33) })],
    ['better', 'a revocation before a later grant, which a suspension outlives', revocationOn('2025-03-19')],
    ['worse', 'a revocation after that grant', revocationOn('2026-11-01')],
    ['better', 'a grant taken back under a partial suspension', factsRetracted('licence_events', 'agy_five', [40])],
    ['better', 'a warning for a duplicate that makes its stale twin silent', ofDuplicate('warned')],
    ['worse', 'a revocation of a duplicate', ofDuplicate('revoked')],
    ['better', 'a name', nameRecorded('agy_one', { id: 'nam_new', kind: 'trading', name: 'SALAK', effectiveOn: TODAY, sourceId: DECREE })],
    ['better', 'a branch', branchRecorded('agy_one', { id: 'brc_new', regionCode: '32.09', effectiveOn: TODAY, sourceId: DECREE })],
    ['worse', 'a branch that closes', branchRecorded('agy_one', { id: BRANCH.id, regionCode: '32.12', effectiveOn: day('2020-01-01'), lastDay: TODAY, sourceId: DECREE, ...from(20) })],
    ['better', 'a branch that moves as it closes', branchRecorded('agy_one', { id: BRANCH.id, regionCode: '32.09', effectiveOn: day('2020-01-01'), lastDay: TODAY, sourceId: DECREE, ...from(20) })],
    ['better', 'the last telephone taken off', contactRecorded('agy_one', { kind: 'phone', value: '+62215551', normalised: '+62215551', effectiveOn: day('2020-03-01'), lastDay: TODAY, sourceId: DECREE, ...from(0) })],
    ['worse', 'a destination closed', destinationRuleRecorded({ ...destinationRow('TW', { rule: 'closed', validFrom: TODAY }) })],
    ['worse', 'an open destination that is only restricted', destinationRuleRecorded({ ...TW, rule: 'restricted', ...from(10) })],
    ['better', 'a destination opened', destinationRuleRecorded(destinationRow('QA'))],
    ['better', 'a condition where no rule was held', destinationRuleRecorded(destinationRow('QA', { rule: 'restricted' }))],
    ['worse', 'a youngest age raised', ageLimitRecorded({ ...AGE, min: 22, ...from(11) })],
    ['better', 'a youngest age lowered', ageLimitRecorded({ ...AGE, min: 20, ...from(11) })],
    ['better', 'an age limit for some work that replaces a stricter one', ageLimitRecorded(ageLimit({ destination: 'TW', sector: 'care', min: 18 }))],
    ['worse', 'a ceiling lowered', feeRuleRecorded({ ...FEE, max: { amount: 99, currency: 'TWD' }, ...from(12) })],
    ['better', 'a ceiling raised', feeRuleRecorded({ ...FEE, max: { amount: 101, currency: 'TWD' }, ...from(12) })],
    ['worse', 'a paper asked for more strictly', documentRequirementRecorded({ ...PAPER, requirement: 'required', ...from(17) })],
    ['better', 'a paper no longer asked for', factsRetracted('document_requirements', 'rules:documents', [17])],
    ['worse', 'a partner listed', foreignPartnerRecorded(partner('Other'))],
    ['better', 'a partner whose listing does less', foreignPartnerRecorded({ ...PARTNER, listedEffect: 'caution', ...from(13) })],
    ['better', 'a partner taken off', factsRetracted('foreign_partners', 'rules:partners', [13])],
    ['worse', 'a permit revoked by a decree', recruitmentPermitRecorded({ ...PERMIT, revokedOn: TODAY, sourceId: DECREE, ...from(14) })],
    ['worse', 'a permit that ends sooner', recruitmentPermitRecorded({ ...PERMIT, ...ended, ...from(14) })],
    ['better', 'a permit that ends sooner by another source, which is renewed by itself', recruitmentPermitRecorded({ ...PERMIT, validUntil: day('2026-12-30'), sourceId: DECREE, ...from(14) })],
    ['better', 'a permit extended', recruitmentPermitRecorded({ ...PERMIT, validUntil: day('2027-12-31'), ...from(14) })],
    ['better', 'a permit', recruitmentPermitRecorded(permit('SIP-2', 'agy_one'))],
    ['worse', 'an order whose places are taken', jobOrderRecorded({ ...ORDER, used: 11, ...from(15) })],
    ['better', 'an order whose places are taken by another source', jobOrderRecorded({ ...ORDER, used: 11, sourceId: DECREE, ...from(15) })],
    ['better', 'an order with more places', jobOrderRecorded({ ...ORDER, quota: 60, ...from(15) })],
    ['better', 'an order counted anew', jobOrderRecorded({ ...ORDER, used: 11, syncedOn: day('2026-11-25'), ...from(15) })],
    ['worse', 'an order that is full, counted anew', jobOrderRecorded({ ...ORDER, used: 50, syncedOn: day('2026-11-25'), ...from(15) })],
    ['worse', 'a table said to be complete', completeTableRecorded(complete('recruitment_permits'))],
    ['better', 'a table no longer said to be complete', factsRetracted('complete_tables', 'rules:complete_tables', [16])],
  ]

  test.each(cases)('is %s: %s', (direction, _what, change) => {
    const before = {
      register: answering,
      today: TODAY,
      rows: (kind: string) => ROWS_NOW[kind] ?? [],
      agency: (id: string) => register.agency(id),
    }
    expect(directionOf([change], before)).toBe(direction)
  })

  test('is better: a sanction to come moved to a day that has passed, since no earlier day is warned of it then', () => {
    const coming = suspendedPartly('2026-11-25', { destinations: ['TW'] }, { entry: 4 })
    const one = agency('PT. SALAK PURNAMA', {
      id: 'agy_coming',
      numbers: ['9120000000011'],
      events: [granted('2018-01-01', { entry: 3 }), coming],
    })
    const seen = registerOf(
      [one],
      [source('src_list', 'authority_list', [edition('2026-09-01'), edition('2026-11-20')])],
    )
    const moved = licenceEventRecorded('agy_coming', {
      id: 'evt_moved',
      licenceId: one.licences[0]!.id,
      type: 'suspended_full',
      effectiveOn: day('2018-04-01'),
      sourceId: 'src_list',
      supersedes: [4],
    })
    expect(directionOf([moved], beforeOf(seen))).toBe('better')
  })

  test.each([
    ['surrendered', 'better'],
    ['revoked', 'better'],
    ['suspended_full', 'worse'],
  ] as const)(
    '%s, before another licence was granted, of one that was suspended: %s',
    (type, direction) => {
      const one = agency('PT. SALAK PURNAMA', {
        id: 'agy_two',
        licences: [
          licence({
            id: 'lic_old',
            events: [
              granted('2020-03-01', { entry: 3 }),
              suspendedPartly('2023-03-01', {}, { entry: 4 }),
              renewed('2024-02-01', { entry: 5 }),
            ],
          }),
          licence({ id: 'lic_new', events: [granted('2024-02-01', { entry: 6 })] }),
        ],
      })
      const seen = registerOf(
        [one],
        [source('src_list', 'authority_list', [edition('2026-11-20')])],
      )
      const ended = licenceEventRecorded('agy_two', {
        id: 'evt_ended',
        licenceId: 'lic_old',
        type,
        effectiveOn: day('2023-03-01'),
        sourceId: 'src_list',
      })
      expect(directionOf([ended], beforeOf(seen))).toBe(direction)
    },
  )
})

/** Where nothing but agencies is on record. */
function beforeOf(register: RegisterView): Before {
  return { register, today: TODAY, rows: () => [], agency: (id) => register.agency(id) }
}
