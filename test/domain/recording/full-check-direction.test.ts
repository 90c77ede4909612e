import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency.ts'
import { answerCheck } from '../../../src/domain/answer-check.ts'
import { type CalendarDate, day } from '../../../src/domain/calendar-date.ts'
import { type Change, factsRetracted, licenceEventRecorded } from '../../../src/domain/change.ts'
import type { PlacementClaim } from '../../../src/domain/check-question.ts'
import type { LicenceEvent, LicenceEventType } from '../../../src/domain/licence.ts'
import { agencyWith } from '../../../src/domain/recording/after-changes.ts'
import type { Before } from '../../../src/domain/recording/before.ts'
import { directionOf } from '../../../src/domain/recording/direction.ts'
import type { RegisterView } from '../../../src/domain/register-view.ts'
import { VERDICTS, type Verdict } from '../../../src/domain/verdict.ts'
import {
  agency,
  authorityList,
  edition,
  granted,
  lapsed,
  licence,
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
import { checkTables } from '../../support/check-world.ts'

const TODAY = day('2026-11-24')
const SIZE = 1_000
const NUMBER = '9120000000901'
const DAYS = ['2023-03-01', '2024-02-01', '2024-08-01', '2025-03-19', '2026-01-29', '2026-11-20']

const SCOPES = [{}, { destinations: ['TW'] }, { destinations: ['HK'] }, { sectors: ['care'] }]
const happening = fc
  .tuple(
    fc.constantFrom(renewed, warned, suspendedFull, lifted, lapsed, revoked, surrendered, granted),
    fc.constantFrom(...DAYS),
    fc.constantFrom(...SCOPES, null, null),
    fc.constantFrom<string | undefined>(undefined, undefined, ...DAYS),
  )
  .map(([happen, on, scope, until]): LicenceEvent => {
    const options = { source: 'src_decree', ...(until && until >= on && { validUntil: until }) }
    return scope === null ? happen(on, options) : suspendedPartly(on, scope, options)
  })
const licences = fc
  .tuple(
    fc.constantFrom('2020-03-01', ...DAYS.slice(0, 4)),
    fc.array(happening, { maxLength: 3 }),
    fc.constantFrom('fresh', 'fresh', 'stale', 'missing'),
  )
  .map(([from, events, seen]) => ({
    // The desk records no decision on a licence that was not granted yet.
    events: [granted(from), ...events.filter(({ effectiveOn }) => effectiveOn >= from)],
    listings: [
      seen === 'stale' ? listed('2020-03-01', { source: 'src_old' }) : listed('2020-03-01'),
      ...(seen === 'missing' ? [missing('2026-11-22')] : []),
    ],
  }))
const agencies = fc.array(licences, { minLength: 1, maxLength: 2 }).map((held): Agency => {
  let entry = 1
  const own = <Of extends object>(facts: readonly Of[]) =>
    facts.map((fact) => ({ ...fact, entry: entry++ }))
  return agency('PT. RAMBUTAN PERCOBAAN ABADI', {
    id: 'rambutan',
    licences: held.map(({ events, listings }, at) =>
      licence({
        id: `lic_${at}`,
        numbers: [at === 0 ? NUMBER : '9120000000902'],
        events: own(events),
        listings: own(listings),
      }),
    ),
  })
})

const TYPES: readonly LicenceEventType[] = [
  'granted',
  'renewed',
  'warned',
  'suspended_partial',
  'suspended_full',
  'lapsed',
  'revoked',
  'surrendered',
]
type Make = (one: Agency, pick: number) => Change
const changes: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...TYPES),
        fc.constantFrom(...DAYS),
        fc.constantFrom(...SCOPES),
        fc.option(fc.constantFrom(...DAYS)),
        fc.boolean(),
      )
      .map(
        ([type, on, scope, until, corrects]): Make =>
          (one, pick) => {
            const held = one.licences[pick % one.licences.length]!
            const old = held.events[pick % held.events.length]!
            return licenceEventRecorded(one.id, {
              id: 'evt_new',
              licenceId: held.id,
              type,
              effectiveOn: day(on),
              sourceId: 'src_decree',
              scope: type === 'suspended_partial' ? scope : null,
              validUntil: until === null ? null : day(until),
              ...(corrects && { supersedes: [old.entry] }),
            })
          },
      ),
  },
  fc.constant<Make>((one, pick) => {
    const { events } = one.licences[pick % one.licences.length]!
    return factsRetracted('licence_events', one.id, [events[pick % events.length]!.entry])
  }),
)

const sources = [
  authorityList(['2026-09-01', '2026-11-22']),
  source('src_old', 'authority_list', [edition('2026-08-01')]),
  source('src_decree', 'decree', [edition('2026-11-23')], { freshForDays: 365 }),
]

const acts = fc.option(
  fc.constantFrom(
    '2023-12-01',
    '2024-02-01',
    '2024-05-01',
    '2025-01-01',
    '2026-01-01',
    '2026-11-01',
  ),
  { nil: undefined },
)
const placements = fc
  .record({
    recruitedOn: acts,
    contractSignedOn: acts,
    departsOn: acts,
  })
  .map(
    (told) =>
      ({
        destination: 'TW',
        ...Object.fromEntries(Object.entries(told).filter(([, on]) => on !== undefined)),
      }) as PlacementClaim,
  )

describe('a decision on a licence that one person records', () => {
  test('makes the full check of the agency better for nobody', () => {
    let worse = 0
    fc.assert(
      fc.property(
        agencies,
        changes,
        fc.nat(30),
        fc.array(fc.tuple(placements, fc.constantFrom(TODAY, TODAY, ...['2025-06-01'].map(day))), {
          minLength: 12,
          maxLength: 12,
        }),
        (one, make, pick, asked) => {
          const register = registerOf([one], sources, { size: SIZE })
          const before: Before = {
            register,
            today: TODAY,
            rows: () => [],
            agency: (id) => register.agency(id),
          }
          const change = make(one, pick)
          if (directionOf([change], before) === 'better') return
          const after = registerOf([agencyWith(one, [change], SIZE)!], sources, { size: SIZE + 1 })
          worse += 1
          for (const [placement, on] of asked) {
            const [was, is] = [register, after].map((of) => answered(of, placement, on))
            // What was all done before is told as such once the end of the licence is on record.
            const isPast = is!.worst === 'caution' && is!.codes.some((code) => PAST.has(code))
            if (isPast) continue
            expect(VERDICTS.indexOf(is!.worst)).toBeLessThanOrEqual(VERDICTS.indexOf(was!.worst))
          }
        },
      ),
      { numRuns: 1_500, seed: 20261124 },
    )
    expect(worse).toBeGreaterThan(200)
  }, 120_000)
})

const PAST: ReadonlySet<string> = new Set([
  'agency.ended_after_departure',
  'agency.suspended_after_contract',
])

/** The gravest that the full check finds of the agency. */
function answered(register: RegisterView, placement: PlacementClaim, on: CalendarDate) {
  const recruiter = { licence: NUMBER }
  const answer = answerCheck({ on, today: TODAY, recruiter, placement }, register, checkTables)
  const about = answer.findings.filter(({ claim }) => claim === 'agency')
  const effects = about.flatMap(({ effect }) => (effect === 'none' ? [] : [effect]))
  const worst: Verdict = VERDICTS.find((verdict) => effects.includes(verdict as never)) ?? 'legal'
  return { worst, codes: about.map(({ code }) => code) }
}
