import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency.ts'
import { answerQuickCheck } from '../../../src/domain/answer.ts'
import { day } from '../../../src/domain/calendar-date.ts'
import {
  branchRecorded,
  type Change,
  contactRecorded,
  factsRetracted,
  licenceEventRecorded,
  licenceListingRecorded,
  licenceNumberRecorded,
  nameRecorded,
} from '../../../src/domain/change.ts'
import type { LicenceEvent, LicenceEventType } from '../../../src/domain/licence.ts'
import type { QuickQuestion } from '../../../src/domain/quick-question.ts'
import { agencyWith } from '../../../src/domain/recording/after-changes.ts'
import type { Before } from '../../../src/domain/recording/before.ts'
import { directionOf } from '../../../src/domain/recording/direction.ts'
import type { Source } from '../../../src/domain/source.ts'
import { VERDICTS } from '../../../src/domain/verdict.ts'
import {
  agency,
  edition,
  granted,
  lapsed,
  lifted,
  listed,
  missing,
  registerOf,
  renewed,
  revoked,
  source,
  surrendered,
  suspendedFull,
  suspendedPartly,
  warned,
} from '../../support/agency-builders.ts'

const TODAY = day('2026-11-24')
const SIZE = 1_000
const PHONES = ['+622155500011', '+622155500022']

const dayAt = (days: number) =>
  new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
// Few days, so that events of one day, of the day before and of the end of a term often meet.
const dates = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((step) => dayAt(step * 90)),
  fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25', '2026-12-31'),
)
const sourceIds = fc.constantFrom('src_list', 'src_decree', 'src_words', 'src_gone')

const EVENTS = [granted, renewed, warned, suspendedFull, lifted, lapsed, revoked, surrendered]
const events = fc.array(
  fc
    .tuple(fc.constantFrom(...EVENTS, null), dates, sourceIds, fc.option(dates), fc.boolean())
    .map(([happen, on, from, until, hasDecree]): LicenceEvent => {
      const options = {
        source: from,
        ...(until !== null && { validUntil: until }),
        ...(hasDecree && { instrument: 'SK Contoh' }),
      }
      return happen === null
        ? suspendedPartly(on, { destinations: ['TW'] }, options)
        : happen(on, options)
    }),
  { maxLength: 4 },
)
const listings = fc.array(
  fc
    .tuple(dates, fc.boolean(), sourceIds)
    .map(([on, is, from]) => (is ? listed : missing)(on, { source: from })),
  { maxLength: 3 },
)
const agencies = fc
  .tuple(events, listings, fc.subarray(PHONES), fc.boolean())
  .map(([happened, carried, phones, isGranted]): Agency => {
    const one = agency('PT. SALAK PURNAMA', {
      id: 'agy_one',
      numbers: ['9120000000011'],
      phones,
      events: [...(isGranted ? [granted('2019-01-01')] : []), ...happened],
      listings: carried,
    })
    return numbered(one)
  })

/** Every fact with an entry of its own, as the log gives it. */
function numbered(one: Agency): Agency {
  let entry = 0
  const own = <Of extends object>(facts: readonly Of[]) =>
    facts.map((fact) => ({ ...fact, entry: entry++ }))
  return {
    ...one,
    names: own(one.names),
    contacts: own(one.contacts),
    licences: one.licences.map((each) => ({
      ...each,
      numbers: own(each.numbers),
      events: own(each.events),
      listings: own(each.listings),
    })),
  }
}

const TYPES: readonly LicenceEventType[] = [
  'granted',
  'renewed',
  'warned',
  'suspended_partial',
  'suspended_full',
  'lifted',
  'lapsed',
  'revoked',
  'surrendered',
]

type Make = (one: Agency, pick: number) => Change
const changes: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...TYPES),
        dates,
        sourceIds,
        fc.option(dates),
        fc.boolean(),
        fc.boolean(),
      )
      .map(
        ([type, on, from, until, corrects, hasDecree]): Make =>
          (one, pick) => {
            const licence = one.licences[0]!
            const old = licence.events[pick % Math.max(1, licence.events.length)]
            return licenceEventRecorded(one.id, {
              id: 'evt_new',
              licenceId: licence.id,
              type,
              effectiveOn: day(on),
              sourceId: from,
              validUntil: until === null ? null : day(until),
              instrument: hasDecree ? 'SK Contoh' : null,
              ...(corrects && old !== undefined && { supersedes: [old.entry] }),
            })
          },
      ),
  },
  fc.constant<Make>((one, pick) => {
    const { events: happened } = one.licences[0]!
    const old = happened[pick % Math.max(1, happened.length)]
    return factsRetracted('licence_events', one.id, old === undefined ? [] : [old.entry])
  }),
  fc.tuple(dates, sourceIds, fc.constantFrom('listed', 'missing'), fc.boolean()).map(
    ([on, from, state, corrects]): Make =>
      (one, pick) => {
        const licence = one.licences[0]!
        const old = licence.listings[pick % Math.max(1, licence.listings.length)]
        return licenceListingRecorded(one.id, {
          licenceId: licence.id,
          state: state as 'listed' | 'missing',
          effectiveOn: day(on),
          sourceId: from,
          ...(corrects && old !== undefined && { supersedes: [old.entry] }),
        })
      },
  ),
  fc.tuple(dates, fc.constantFrom(...PHONES), fc.boolean()).map(
    ([on, phone, corrects]): Make =>
      (one, pick) => {
        const old = one.contacts[pick % Math.max(1, one.contacts.length)]
        return contactRecorded(one.id, {
          kind: 'phone',
          value: corrects && old !== undefined ? old.value : phone,
          normalised: corrects && old !== undefined ? old.normalised : phone,
          effectiveOn: corrects && old !== undefined ? old.effectiveOn : day(on),
          lastDay: day(on),
          sourceId: 'src_decree',
          ...(corrects && old !== undefined && { supersedes: [old.entry] }),
        })
      },
  ),
  fc.constant<Make>((one) =>
    nameRecorded(one.id, {
      id: 'nam_new',
      kind: 'registered',
      name: 'PT. NANGKA BARU',
      effectiveOn: TODAY,
      sourceId: 'src_list',
    }),
  ),
  fc.constant<Make>((one) =>
    branchRecorded(one.id, {
      id: 'brc_new',
      regionCode: '32.12',
      effectiveOn: TODAY,
      sourceId: 'src_list',
    }),
  ),
  fc.constant<Make>((one) =>
    licenceNumberRecorded(one.id, {
      licenceId: one.licences[0]!.id,
      country: 'ID',
      kind: 'sip3mi',
      printed: '9120000000022',
      schema: 'nib',
      normalised: '9120000000022',
      effectiveOn: TODAY,
      sourceId: 'src_list',
    }),
  ),
)

const sources: readonly Source[] = [
  source('src_list', 'authority_list', [edition('2026-09-01'), edition('2026-11-20')]),
  source('src_decree', 'decree', [edition('2026-11-23')], { freshForDays: 365 }),
  source('src_words', 'official_statement', [edition('2026-11-22')], { freshForDays: 60 }),
]

const other = agency('PT. KURMA LAIN', { id: 'agy_other', numbers: ['9120000000033'] })
const question: fc.Arbitrary<Omit<QuickQuestion, 'on' | 'today'>> = fc.oneof(
  fc.constantFrom(
    { licence: '9120000000011' },
    { name: 'PT. SALAK PURNAMA' },
    { name: 'PT. SALAK PURNAMA', licence: '9120000000011' },
    { licence: '9120000000022' },
  ),
  fc.constantFrom(...PHONES, '+622155500099').map((e164) => ({
    licence: '9120000000011',
    phone: { asWritten: e164, e164 },
  })),
)

describe('a change that is called worse', () => {
  test('makes the quick check better on no day, whatever it is asked', () => {
    let worse = 0
    let better = 0
    fc.assert(
      fc.property(
        agencies,
        changes,
        fc.nat(),
        fc.array(fc.tuple(question, fc.integer({ min: -500, max: 4_500 })), {
          minLength: 8,
          maxLength: 8,
        }),
        (one, make, pick, asked) => {
          const change = make(one, pick)
          const before = beforeWith(one)
          if (directionOf([change], before) === 'better') {
            better += 1
            return
          }
          worse += 1
          const after = agencyWith(one, [change], SIZE)!
          const [was, is] = [one, after].map((each) =>
            registerOf([each, other], sources, { size: SIZE + 1 }),
          )
          for (const [asks, at] of asked) {
            for (const on of [day(dayAt(at)), TODAY]) {
              const rank = (register: typeof was) =>
                VERDICTS.indexOf(answerQuickCheck({ ...asks, on, today: TODAY }, register!).verdict)
              expect(rank(is)).toBeLessThanOrEqual(rank(was))
            }
          }
        },
      ),
      { numRuns: 300, seed: 20261124 },
    )
    expect(worse).toBeGreaterThan(50)
    expect(better).toBeGreaterThan(50)
  }, 120_000)
})

function beforeWith(one: Agency): Before {
  const register = registerOf([one, other], sources, { size: SIZE })
  return { register, today: TODAY, rows: () => [], agency: (id) => register.agency(id) }
}
