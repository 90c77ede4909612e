import { describe, expect, test } from 'vitest'
import { asKnown } from '../../src/domain/agency.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { LicenceEvent, LicenceStatus } from '../../src/domain/licence.ts'
import { licenceStateOn } from '../../src/domain/licence-status.ts'
import {
  agency,
  corrected,
  granted,
  lapsed,
  lifted,
  renewed,
  revoked,
  surrendered,
  suspendedFull,
  suspendedPartly,
  warned,
} from '../support/agency-builders.ts'

const TERM = granted('2021-03-01', { validUntil: '2026-02-28' })
const OPEN = granted('2021-03-01')
const STOP = suspendedFull('2025-03-19', { id: 'stop' })
const WARNING = warned('2025-03-19', { id: 'warning' })

describe('the status of a licence', () => {
  // biome-ignore format: one situation a line
  const cases: [LicenceStatus, string, readonly LicenceEvent[], string][] = [
    ['never_licensed', '2021-03-01', [], 'nothing was ever recorded'],
    ['never_licensed', '2021-02-28', [TERM], 'the day before the grant'],
    ['licensed', '2021-03-01', [TERM], 'the first day'],
    ['licensed', '2026-02-28', [TERM], 'the last day is included'],
    ['expired', '2026-03-01', [TERM], 'the day after the last'],
    ['licensed', '2099-01-01', [OPEN], 'no end is stated, and none is computed'],
    ['licensed', '2026-03-01', [TERM, renewed('2026-03-01', { validUntil: '2031-02-28' })], 'renewed in time'],
    ['licensed', '2026-03-05', [TERM, renewed('2026-03-05', { validUntil: '2031-02-28' })], 'renewed late'],
    ['expired', '2026-03-04', [TERM, renewed('2026-03-05', { validUntil: '2031-02-28' })], 'the gap before a late renewal'],
    ['licensed', '2025-03-18', [OPEN, STOP], 'the day before the suspension'],
    ['suspended_full', '2025-03-19', [OPEN, STOP], 'the day of the suspension'],
    ['suspended_full', '2026-01-28', [OPEN, STOP], 'no suspension ends by itself'],
    ['suspended_full', '2025-06-18', [OPEN, STOP, lifted('2025-06-19')], 'the day before it is lifted'],
    ['licensed', '2025-06-19', [OPEN, STOP, lifted('2025-06-19')], 'the day on which it is lifted'],
    ['warned', '2025-03-19', [OPEN, WARNING], 'the day of a warning'],
    ['suspended_full', '2025-03-19', [OPEN, WARNING, STOP], 'of two sanctions the graver'],
    ['warned', '2025-06-19', [OPEN, WARNING, STOP, lifted('2025-06-19', { lifts: 'stop' })], 'one sanction lifted, one left'],
    ['suspended_full', '2025-06-19', [OPEN, WARNING, STOP, lifted('2025-06-19', { lifts: 'warning' })], 'the lighter one lifted'],
    ['suspended_partial', '2025-05-01', [OPEN, suspendedPartly('2025-05-01', {})], 'in part'],
    ['suspended_full', '2026-01-28', [OPEN, STOP, revoked('2026-01-29')], 'the day before the revocation'],
    ['revoked', '2026-01-29', [OPEN, STOP, revoked('2026-01-29')], 'the day of the decree'],
    ['revoked', '2026-03-01', [TERM, revoked('2026-01-29')], 'revoked stays revoked after the term'],
    ['revoked', '2026-02-01', [OPEN, revoked('2026-01-29'), lifted('2026-02-01')], 'a revocation is not lifted'],
    ['licensed', '2026-02-01', [OPEN, revoked('2025-01-29'), granted('2026-02-01')], 'a new grant after a revocation'],
    ['suspended_full', '2026-02-01', [OPEN, STOP, renewed('2026-01-01')], 'a renewal lifts no sanction'],
    ['suspended_full', '2026-03-01', [TERM, STOP], 'nor does the end of the printed term'],
    ['expired', '2026-03-01', [TERM, WARNING], 'a warning bars nothing after it'],
    ['expired', '2026-03-01', [TERM, STOP, lifted('2026-03-01')], 'the end of the term shows when it is lifted'],
    ['surrendered', '2025-07-01', [OPEN, surrendered('2025-07-01')], 'given back'],
    ['expired', '2025-07-01', [OPEN, lapsed('2025-07-01')], 'the authority says that it lapsed'],
    ['licensed', '2026-02-01', [OPEN, revoked('2026-01-29', { id: 'slip' }), corrected('2026-01-29', 'slip')], 'a revocation recorded by mistake'],
    ['revoked', '2026-02-01', [revoked('2026-01-29', { entry: 3 }), granted('2026-01-29', { entry: 2 })], 'events of one day in the order of recording'],
  ]

  test.each(cases.map(([status, on, events, why]) => ({ status, on, events, why })))(
    'is $status on $on: $why',
    ({ status, on, events }) => {
      expect(licenceStateOn(day(on), events).status).toBe(status)
    },
  )

  test('is what was known when the log was shorter', () => {
    const events = [granted('2020-03-01', { entry: 1 }), revoked('2026-01-29', { entry: 9 })]
    const one = agency('PT. CONTOH SALAK', { events, entry: 1 })
    const statusKnownAt = (size: number) =>
      licenceStateOn(day('2026-02-02'), asKnown(one, size)!.licences[0]!.events).status
    expect([statusKnownAt(9), statusKnownAt(10)]).toEqual(['licensed', 'revoked'])
  })
})
