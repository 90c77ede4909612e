import { describe, expect, test } from 'vitest'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { PlacementClaim } from '../../src/domain/check-question.ts'
import type { RuleRows } from '../../src/domain/rule-tables/rule-tables.ts'
import { VERDICTS } from '../../src/domain/verdict.ts'
import { agency, authorityList, edition, registerOf, source } from '../support/agency-builders.ts'
import { destinationRow, jobOrder, permit, ROWS, tablesOf } from '../support/check-builders.ts'

const TODAY = day('2026-11-24')
const FIRST = permit('SIP-1', 'salak')
const SECOND = permit('SIP-2', 'salak')
const REVOKED = { revokedOn: TODAY }

function verdictOf(rows: Partial<RuleRows>, more: PlacementClaim = {}, seenOn = '2026-11-24') {
  const register = registerOf(
    [agency('PT. SALAK PURNAMA', { id: 'salak', numbers: ['9120000000011'] })],
    [authorityList(['2026-11-22']), source(ROWS, 'office_record', [edition(seenOn)])],
  )
  const tables = tablesOf({ destinations: [destinationRow('TW')], ...rows })
  const placement = { destination: 'TW', sector: 'manufacturing' as const, ...more }
  const recruiter = { licence: '9120000000011' }
  const { verdict } = answerCheck(
    { on: TODAY, today: TODAY, recruiter, placement },
    register,
    tables,
  )
  return VERDICTS.indexOf(verdict)
}

describe('of two permits for one destination', () => {
  const order = (under: string, more = {}) => jobOrder(`JO-${under}`, under, 'salak', more)

  test.each([
    [
      'the order that was told is under the other',
      [order('SIP-2')],
      { jobOrder: { number: 'JO-SIP-2' } },
    ],
    ['only the other has an open order', [order('SIP-2')], {}],
    ['both have an open order', [order('SIP-1'), order('SIP-2')], {}],
  ])('revoking one makes nothing better where %s', (_what, jobOrders, told) => {
    const was = verdictOf({ recruitmentPermits: [FIRST, SECOND], jobOrders }, told)
    const is = verdictOf(
      { recruitmentPermits: [{ ...FIRST, ...REVOKED }, SECOND], jobOrders },
      told,
    )
    expect(is).toBeLessThanOrEqual(was)
  })
})

test('a permit whose record was too old already confirms nobody once it is revoked', () => {
  const acts = { recruitedOn: day('2026-11-01'), contractSignedOn: day('2026-11-02') }
  const jobOrders = [jobOrder('JO-1', 'SIP-1', 'salak', { sourceId: 'src_list' })]
  const told = { ...acts, jobOrder: { number: 'JO-1' } }
  const was = verdictOf({ recruitmentPermits: [FIRST], jobOrders }, told, '2026-08-01')
  const is = verdictOf(
    { recruitmentPermits: [{ ...FIRST, ...REVOKED }], jobOrders },
    told,
    '2026-08-01',
  )
  expect([VERDICTS[was], VERDICTS[is]]).toEqual(['cannot_confirm', 'cannot_confirm'])
})

test('a destination closed for today says no more for a later departure that is only reported open', () => {
  const reported = destinationRow('TW', { confidence: 'press' })
  const closing = destinationRow('TW', { rule: 'closed', validFrom: TODAY, validUntil: TODAY })
  const rows = { recruitmentPermits: [FIRST], jobOrders: [jobOrder('JO-1', 'SIP-1', 'salak')] }
  const leaving = { departsOn: day('2026-12-10') }
  const was = verdictOf({ ...rows, destinations: [reported] }, leaving)
  const is = verdictOf({ ...rows, destinations: [reported, closing] }, leaving)
  expect([VERDICTS[was], VERDICTS[is]]).toEqual(['cannot_confirm', 'cannot_confirm'])
})
