import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import type { LicenceEvent } from '../../src/domain/licence.ts'
import { confirmationOn } from '../../src/domain/licence-confirmation.ts'
import type { Source } from '../../src/domain/source.ts'
import {
  edition,
  granted,
  LIST,
  licence,
  lifted,
  listed,
  missing,
  registerOf,
  source,
  suspendedPartly,
  warned,
} from '../support/agency-builders.ts'

const ON = '2026-11-24'
const list = (...editions: ReturnType<typeof edition>[]) =>
  source(LIST, 'authority_list', editions, { freshForDays: 30 })
const GRANT = granted('2020-03-01')
const CARRIED = [listed('2026-09-01')]

interface Case {
  readonly confirmedOn: string | null
  readonly isFresh: boolean
  readonly why: string
  readonly sources: readonly Source[]
  readonly listings?: readonly ReturnType<typeof listed>[]
  readonly events?: readonly LicenceEvent[]
  readonly on?: string
}

describe('the day on which a licence was last confirmed', () => {
  // biome-ignore format: one situation a line
  const cases: Case[] = [
    { confirmedOn: '2026-10-25', isFresh: true, why: 'thirty days are fresh', sources: [list(edition('2026-10-25'))], listings: CARRIED },
    { confirmedOn: '2026-10-24', isFresh: false, why: 'thirty-one days are not', sources: [list(edition('2026-10-24'))], listings: CARRIED },
    { confirmedOn: '2026-09-25', isFresh: false, why: 'an old list fetched today is old', sources: [list(edition('2026-09-25', { retrievedOn: ON }))], listings: CARRIED },
    { confirmedOn: '2026-11-20', isFresh: true, why: 'a list dated ahead is as old as its copy', sources: [list(edition('2026-12-31', { retrievedOn: '2026-11-20' }))], listings: CARRIED },
    { confirmedOn: '2026-11-20', isFresh: true, why: 'each later edition confirms what it still lists', sources: [list(edition('2026-09-01'), edition('2026-11-20'))], listings: CARRIED },
    { confirmedOn: '2026-09-01', isFresh: true, why: 'asked for a day before it went missing', on: '2026-09-15', sources: [list(edition('2026-09-01'), edition('2026-10-01'))], listings: [listed('2026-08-01'), missing('2026-10-01')] },
    { confirmedOn: null, isFresh: false, why: 'missing on the day', sources: [list(edition('2026-09-01'), edition('2026-10-01'))], listings: [listed('2026-08-01'), missing('2026-10-01')] },
    { confirmedOn: '2026-11-20', isFresh: true, why: 'missing once and listed again', sources: [list(edition('2026-11-20'))], listings: [missing('2026-10-01'), listed('2026-11-01')] },
    { confirmedOn: '2026-11-20', isFresh: true, why: 'a later list confirms an earlier day too', on: '2021-01-01', sources: [list(edition('2026-11-20'))], listings: CARRIED },
    { confirmedOn: '2026-09-01', isFresh: false, why: 'without listings a later edition says nothing of it', sources: [list(edition('2026-09-01', { entry: 1 }), edition('2026-11-20', { entry: 9 }))], listings: [], events: [granted('2020-03-01', { entry: 2 })] },
    { confirmedOn: '2026-11-23', isFresh: true, why: 'a decree of yesterday, beside an old list', sources: [list(edition('2026-09-01')), source('src_decree', 'decree', [edition('2026-11-23')])], listings: CARRIED, events: [GRANT, lifted('2026-11-23', { source: 'src_decree' })] },
    { confirmedOn: '2026-09-01', isFresh: false, why: 'a sanction of yesterday proves nothing good', sources: [list(edition('2026-09-01')), source('src_decree', 'decree', [edition('2026-11-23')])], listings: CARRIED, events: [GRANT, warned('2026-11-23', { source: 'src_decree' }), suspendedPartly('2026-11-23', {}, { source: 'src_decree' })] },
    { confirmedOn: '2020-03-01', isFresh: false, why: 'a copy made today of a decree of 2020', sources: [source('src_decree', 'decree', [edition('2020-03-01', { retrievedOn: ON })])], listings: [], events: [granted('2020-03-01', { source: 'src_decree' })] },
    { confirmedOn: null, isFresh: false, why: 'a source without a date', sources: [source(LIST, 'office_record', [])], listings: [] },
    { confirmedOn: null, isFresh: false, why: 'a source that is not on record', sources: [], listings: CARRIED },
  ]

  test.each(cases)('is $confirmedOn: $why', ({ confirmedOn, isFresh, sources, ...more }) => {
    const { listings = [], events = [GRANT], on = ON } = more
    const seen = confirmationOn(
      day(on),
      licence({ listings, events }),
      null,
      registerOf([], sources),
    )
    expect([seen.confirmedOn, seen.isFresh]).toEqual([confirmedOn, isFresh])
  })

  test('of two lists that disagree after the printed end neither decides', () => {
    const other = source('src_other', 'authority_list', [edition('2026-11-20')])
    const listings = [
      listed('2026-09-01'),
      listed('2026-09-01', { source: 'src_other' }),
      missing('2026-11-20', { source: 'src_other' }),
    ]
    const { carriedAfterTerm, droppedAfterTerm } = confirmationOn(
      day(ON),
      licence({ listings }),
      day('2026-11-01'),
      registerOf([], [list(edition('2026-11-20')), other]),
    )
    expect([carriedAfterTerm?.id, droppedAfterTerm?.id]).toEqual([LIST, 'src_other'])
  })
})
