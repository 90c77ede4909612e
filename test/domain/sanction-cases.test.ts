import { describe, expect, test } from 'vitest'
import type { Licence } from '../../src/domain/agency.ts'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { PlacementClaim } from '../../src/domain/check-question.ts'
import type { LicenceEvent } from '../../src/domain/licence.ts'
import { VERDICTS, type Verdict } from '../../src/domain/verdict.ts'
import {
  agency,
  authorityList,
  granted,
  lapsed,
  licence,
  lifted,
  listed,
  registerOf,
  revoked,
  surrendered,
  suspendedFull,
  suspendedPartly,
  warned,
} from '../support/agency-builders.ts'
import { checkTables, TODAY } from '../support/check-world.ts'

const NAME = 'PT. RAMBUTAN PERCOBAAN ABADI'
const NUMBER = '9120000000901'

const registerWith = (licences: readonly Licence[]) =>
  registerOf(
    [agency(NAME, { id: 'rambutan', licences })],
    [authorityList(['2026-09-01', '2026-11-22'])],
  )
const ofOne = (events: readonly LicenceEvent[]) =>
  registerWith([licence({ numbers: [NUMBER], events, listings: [listed('2020-03-01')] })])

type Acts = Partial<Record<'recruitedOn' | 'paidOn' | 'contractSignedOn' | 'departsOn', string>>

function checked(register: ReturnType<typeof registerWith>, acts: Acts) {
  const days = Object.entries(acts).map(([act, on]) => [act, day(on)])
  const placement = { destination: 'TW', ...Object.fromEntries(days) } as PlacementClaim
  const today = day(TODAY)
  const recruiter = { licence: NUMBER }
  const answer = answerCheck({ on: today, today, recruiter, placement }, register, checkTables)
  const about = answer.findings.filter(({ claim }) => claim === 'agency')
  const effects = about.flatMap(({ effect }) => (effect === 'none' ? [] : [effect]))
  const worst = VERDICTS.find((verdict) => effects.includes(verdict as never)) ?? 'legal'
  return { worst: worst satisfies Verdict, codes: about.map(({ code }) => code) }
}

const GRANT = granted('2020-03-01')
const STOP = suspendedFull('2025-03-19', { id: 'stop' })
const LIFTED = lifted('2025-06-01', { lifts: 'stop' })
const END = revoked('2026-01-29')
const IN_PART = suspendedPartly('2025-03-19', { destinations: ['TW'] }, { id: 'part' })
const UNCLEAR = suspendedPartly('2025-03-19', {})
const PART_LIFTED = lifted('2025-06-01', { lifts: 'part' })

describe('what is found of the agency in a full check', () => {
  // biome-ignore format: one situation a line
  const cases: [Verdict, string, readonly LicenceEvent[], Acts, string][] = [
    ['caution', 'agency.ended_after_departure', [GRANT, STOP, END], { recruitedOn: '2024-11-01', departsOn: '2025-03-18' }, 'recruited and gone the day before the suspension'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { recruitedOn: '2024-11-01', departsOn: '2025-03-19' }, 'departing on the first day of a suspension that became a revocation'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { recruitedOn: '2024-11-01', departsOn: '2026-01-28' }, 'departing on its last day'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { recruitedOn: '2024-11-01', departsOn: '2026-01-29' }, 'departing on the day of the revocation'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { recruitedOn: '2025-03-19', departsOn: '2025-12-01' }, 'recruited and gone during the suspension'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { recruitedOn: '2026-02-02' }, 'recruited after the revocation'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { recruitedOn: '2024-11-01', contractSignedOn: '2024-12-01', departsOn: '2025-12-01' }, 'nor does a contract help once it is revoked'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, END], { paidOn: '2024-11-01', departsOn: '2025-03-18' }, 'a payment alone does not tell when it was recruited'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, LIFTED, END], { recruitedOn: '2024-11-01', departsOn: '2025-05-01' }, 'gone during a suspension that was lifted before the revocation'],
    ['caution', 'agency.ended_after_departure', [GRANT, STOP, LIFTED, END], { recruitedOn: '2025-06-01', departsOn: '2026-01-28' }, 'recruited and gone between the two'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, LIFTED, END], { recruitedOn: '2025-05-31', departsOn: '2026-01-28' }, 'recruited during the first'],
    ['not_legal', 'agency.revoked', [GRANT, STOP, LIFTED, END], { recruitedOn: '2024-11-01', contractSignedOn: '2025-04-01', departsOn: '2025-12-01' }, 'signed during the first'],
    ['not_legal', 'agency.revoked', [GRANT, END, revoked('2026-02-10')], { recruitedOn: '2024-11-01', departsOn: '2026-02-05' }, 'gone between two records of one revocation'],
    ['not_legal', 'agency.surrendered', [GRANT, STOP, surrendered('2026-01-29')], { recruitedOn: '2024-11-01', departsOn: '2025-12-01' }, 'gone during a suspension, given back later'],
    ['not_legal', 'agency.expired_lapsed', [GRANT, STOP, lapsed('2026-01-29')], { recruitedOn: '2024-11-01', departsOn: '2025-12-01' }, 'gone during a suspension, lapsed later'],
    ['not_legal', 'agency.revoked', [GRANT, IN_PART, END], { recruitedOn: '2025-04-01', departsOn: '2025-12-01' }, 'recruited within a partial suspension, revoked later'],
    ['not_legal', 'agency.suspended_full', [GRANT, UNCLEAR, suspendedFull('2026-01-29')], { contractSignedOn: '2025-12-01' }, 'signed within a partial suspension of unknown scope, suspended fully later'],
    ['not_legal', 'agency.revoked', [GRANT, UNCLEAR, END], { recruitedOn: '2025-04-01', departsOn: '2025-12-01' }, 'gone within one, revoked later'],
    ['not_legal', 'agency.suspended_in_scope', [IN_PART], {}, 'the grant before it was taken back'],
    ['caution', 'agency.suspended_after_contract', [GRANT, STOP], { contractSignedOn: '2025-03-18' }, 'signed the day before a suspension in force'],
    ['not_legal', 'agency.suspended_full', [GRANT, STOP], { recruitedOn: '2025-04-01', contractSignedOn: '2025-03-18' }, 'recruited during it, whatever the contract says'],
    ['not_legal', 'agency.suspended_full', [GRANT, STOP, warned('2025-04-01')], { recruitedOn: '2025-04-01' }, 'a later warning makes nothing milder'],
    ['not_legal', 'agency.barred_when_departing', [GRANT, STOP, LIFTED], { recruitedOn: '2024-11-01', departsOn: '2025-05-31' }, 'gone on the last day of a suspension that was lifted since'],
    ['legal', 'agency.licensed', [GRANT, STOP, LIFTED], { recruitedOn: '2024-11-01', departsOn: '2025-06-01' }, 'gone on the day on which it was lifted'],
    ['caution', 'agency.suspended_after_contract', [GRANT, STOP, LIFTED], { contractSignedOn: '2024-12-01', departsOn: '2025-05-31' }, 'the same under a contract signed before it'],
    ['not_legal', 'agency.barred_when_recruiting', [GRANT, STOP, LIFTED], { recruitedOn: '2024-11-01', contractSignedOn: '2025-04-01', departsOn: '2025-12-01' }, 'signed during a suspension that was lifted since'],
    ['not_legal', 'agency.barred_when_departing', [GRANT, IN_PART, PART_LIFTED], { recruitedOn: '2024-11-01', departsOn: '2025-05-31' }, 'gone within a partial suspension that was lifted since'],
    ['not_legal', 'agency.barred_when_departing', [GRANT, revoked('2026-12-01')], { recruitedOn: '2024-11-01', departsOn: '2026-12-10' }, 'departing after a revocation that is to come'],
    ['not_legal', 'agency.barred_when_recruiting', [granted('2020-03-01', { validUntil: '2026-11-20' }), STOP, LIFTED], { recruitedOn: '2025-05-31' }, 'recruited during a suspension, the printed end passed since'],
    ['not_legal', 'agency.suspended_full', [granted('2020-03-01', { validUntil: '2026-11-20' }), STOP], {}, 'a suspension does not end with the printed term'],
    ['not_legal', 'agency.suspended_full', [granted('2020-03-01', { validUntil: '2026-11-20' }), STOP], { contractSignedOn: '2025-03-18' }, 'nor does a contract help where the term has ended too'],
    ['not_legal', 'agency.suspended_in_scope', [granted('2020-03-01', { validUntil: '2026-11-20' }), IN_PART], {}, 'nor does a partial one'],
    ['not_legal', 'agency.revoked', [GRANT, revoked('2025-01-10'), granted('2025-12-01'), END], { recruitedOn: '2024-11-01', departsOn: '2025-02-01' }, 'gone after the first of two revocations'],
    ['not_legal', 'agency.barred_when_recruiting', [GRANT, revoked('2025-01-10'), granted('2025-12-01')], { recruitedOn: '2025-02-01' }, 'recruited while revoked, granted anew since'],
  ]

  test.each(cases)('is %s by %s: %#, %s', (verdict, code, events, acts, _reason) => {
    const { worst, codes } = checked(ofOne(events), acts)
    expect([worst, codes[0]]).toEqual([verdict, code])
  })

  test('is never milder for a suspension and a revocation than for the worse of the two', () => {
    const days = [undefined, '2024-11-01', '2025-03-19', '2025-12-01', '2026-01-29', '2026-06-01']
    const both = ofOne([GRANT, STOP, END])
    const each = [ofOne([GRANT, STOP]), ofOne([GRANT, END])]
    const milder: Acts[] = []
    for (const recruitedOn of days) {
      for (const contractSignedOn of days) {
        for (const departsOn of days) {
          const told = { recruitedOn, contractSignedOn, departsOn }
          const acts = Object.fromEntries(Object.entries(told).filter(([, on]) => on)) as Acts
          const weight = (register: typeof both) => VERDICTS.indexOf(checked(register, acts).worst)
          if (weight(both) > Math.min(...each.map(weight))) milder.push(acts)
        }
      }
    }
    expect(milder).toEqual([])
  })
})
