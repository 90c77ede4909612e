import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerQuickCheck } from '../../src/domain/answer.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { QuickQuestion } from '../../src/domain/quick-question.ts'
import { RECRUITER_RULES } from '../../src/domain/rules/recruiter-rules.ts'
import { VERDICTS } from '../../src/domain/verdict.ts'
import {
  agency,
  authorityList,
  granted,
  lapsed,
  lifted,
  listed,
  missing,
  registerOf,
  renewed,
  revoked,
  suspendedFull,
  suspendedPartly,
  warned,
} from '../support/agency-builders.ts'

const TODAY = day('2026-11-24')
const NAMES = [
  'PT. SALAK PURNAMA SENTOSA',
  'PT. SALAK PURNAMA SEJAHTERA',
  'PT. NANGKA KARYA UTAMA',
  'PT. NANGKA KARSA UTAMA',
  'PT. LPK MANGGIS INDONESIA',
]
const PHONES = ['+622155500011', '+622155500022', '+6281200000000']
const numberAt = (at: number) => `91200000000${10 + at}`

const dates = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2017, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

const events = fc.array(
  fc.oneof(
    dates.map((on) => granted(on)),
    fc.tuple(dates, dates).map(([on, validUntil]) => granted(on, { validUntil })),
    dates.map((on) => renewed(on)),
    dates.map((on) => warned(on)),
    dates.map((on) => suspendedFull(on)),
    dates.map((on) => suspendedPartly(on, { destinations: ['TW'] })),
    dates.map((on) => lifted(on)),
    dates.map((on) => lapsed(on)),
    dates.map((on) => revoked(on)),
  ),
  { maxLength: 3 },
)
const listings = fc.array(
  fc.tuple(dates, fc.boolean()).map(([on, isListed]) => (isListed ? listed(on) : missing(on))),
  { maxLength: 2 },
)
const agencies = fc.tuple(
  ...NAMES.map((name, at) =>
    fc.tuple(events, listings).map(([happened, carried]) =>
      agency(name, {
        id: `agency-${at}`,
        numbers: [numberAt(at)],
        phones: PHONES.slice(at, at + 1),
        events: [granted('2018-01-01'), ...happened],
        listings: carried,
      }),
    ),
  ),
)
const sources = fc
  .array(dates, { minLength: 1, maxLength: 3 })
  .map((days) => [authorityList([...days, '2026-11-20'])])

const typedName = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.constantFrom(...NAMES).map((name) => name.toLowerCase().replace('pt. ', '')),
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.nat(20),
      fc.constantFrom('a', 'k', ' ', 'а', '\u200b', 'X'),
    )
    .map(([name, at, letter]) => name.slice(0, at) + letter + name.slice(at + 1)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)
const typedNumber = fc.oneof(
  fc.nat(NAMES.length).map(numberAt),
  fc.nat(NAMES.length).map((at) => `${numberAt(at)}0001`),
  fc.nat(NAMES.length).map((at) => `${numberAt(at)}001`),
  fc.nat(NAMES.length).map((at) => numberAt(at).replace('0', 'O')),
  fc.string({ maxLength: 20 }),
)
const typedPhone = fc.oneof(
  fc.constantFrom(...PHONES).map((e164) => ({ asWritten: e164, e164 })),
  fc.constant({ asWritten: 'x', e164: null }),
)
const onPaper = fc.oneof(
  fc.nat(NAMES.length - 1).map((at) => ({ name: NAMES[at]!, licence: numberAt(at) })),
  fc.nat(NAMES.length - 1).map((at) => ({ licence: numberAt(at) })),
)
const anything = fc.record(
  {
    name: typedName,
    licence: typedNumber,
    phone: typedPhone,
    on: fc.oneof(fc.constant(TODAY), dates.map(day)),
    today: fc.constant(TODAY),
  },
  { requiredKeys: ['on', 'today'] },
)
const question: fc.Arbitrary<QuickQuestion> = fc.oneof(
  anything,
  fc.tuple(anything, onPaper).map(([rest, pair]) => ({ ...rest, ...pair, on: TODAY })),
)

const runs = { numRuns: 150 }

describe('a verdict, whatever is asked of whatever register', () => {
  test('is legal only for an exact match whose licence stands, without a word or letter that differs', () => {
    let legal = 0
    fc.assert(
      fc.property(agencies, sources, question, (all, known, asked) => {
        const answer = answerQuickCheck(asked, registerOf(all, known))
        if (answer.verdict !== 'legal') return
        legal += 1
        expect(answer.match.outcome).toBe('exact')
        expect(answer.agency?.status).toBe('licensed')
        expect(answer.candidates).toEqual([])
        expect(answer.findings.every(({ effect }) => effect === 'none')).toBe(true)
        for (const claim of answer.covers) {
          const outcomes = answer.findings.filter((finding) => finding.claim === claim)
          expect(outcomes.some(({ outcome }) => outcome === 'confirmed')).toBe(true)
        }
      }),
      { numRuns: 500, seed: 20261124 },
    )
    expect(legal).toBeGreaterThan(10)
  })

  test('is never legal when the register is not current', () => {
    fc.assert(
      fc.property(agencies, sources, question, (all, known, asked) => {
        const view = registerOf(all, known, { isCurrent: false })
        expect(['not_legal', 'cannot_confirm']).toContain(answerQuickCheck(asked, view).verdict)
      }),
      runs,
    )
  })

  test('keeps bad news when the register is not current', () => {
    fc.assert(
      fc.property(agencies, sources, question, (all, known, asked) => {
        if (answerQuickCheck(asked, registerOf(all, known)).verdict !== 'not_legal') return
        const cut = registerOf(all, known, { isCurrent: false })
        expect(answerQuickCheck(asked, cut).verdict).toBe('not_legal')
      }),
      runs,
    )
  })

  test('is never legal when every source is older than it may be', () => {
    fc.assert(
      fc.property(agencies, question, (all, asked) => {
        const view = registerOf(all, [authorityList(['2016-06-01'], { freshForDays: 30 })])
        expect(answerQuickCheck({ ...asked, on: TODAY }, view).verdict).not.toBe('legal')
      }),
      runs,
    )
  })

  test('is not made better by a telephone number', () => {
    fc.assert(
      fc.property(agencies, sources, question, typedPhone, (all, known, asked, phone) => {
        fc.pre(asked.name !== undefined || asked.licence !== undefined)
        const { phone: _, ...without } = asked
        const view = registerOf(all, known)
        const rank = (one: QuickQuestion) => VERDICTS.indexOf(answerQuickCheck(one, view).verdict)
        expect(rank({ ...without, phone })).toBeLessThanOrEqual(rank(without))
      }),
      runs,
    )
  })

  test('fits one short message in both languages, its verdict whole and first', () => {
    fc.assert(
      fc.property(agencies, sources, question, (all, known, asked) => {
        const { text160, headline } = answerQuickCheck(asked, registerOf(all, known))
        for (const text of [text160.id, text160.en]) {
          expect(text.length).toBeLessThanOrEqual(160)
          expect(text).toMatch(/^[A-Za-z0-9 !"#%&'()*+,\-./:;<=>?@_]+$/)
        }
        expect(text160.id).toMatch(/^(TERCATAT BERIZIN|HATI-HATI|BELUM PASTI|TIDAK LEGAL)\. /)
        expect(`${text160.id} ${headline.id} ${text160.en} ${headline.en}`).not.toMatch(
          /undefined|null|penipu|\baman\b|\bsafe\b/,
        )
      }),
      runs,
    )
  })
})

describe('the list of rules', () => {
  const codes = RECRUITER_RULES.map(({ code }) => code)

  test('gives each rule a code of its own', () => {
    expect(new Set(codes).size).toBe(codes.length)
  })

  test.each(RECRUITER_RULES.map((rule) => [rule.code, rule] as const))(
    '%s reads well',
    (_, rule) => {
      for (const text of [rule.brief.id, rule.brief.en]) {
        expect(text).toMatch(/^[A-Za-z0-9 ,/-]{5,52}$/)
      }
      for (const text of [rule.states.id, rule.states.en]) {
        expect(text).toMatch(/\.$/)
        expect(text).not.toMatch(/penipu|fraud|\baman\b|\bsafe\b/i)
      }
    },
  )

  test('confirms the licence only by a rule about its status', () => {
    const confirming = RECRUITER_RULES.filter(
      ({ claim, outcome, effect }) =>
        claim === 'agency' && outcome === 'confirmed' && effect !== 'cannot_confirm',
    ).filter(({ needs }) => !needs.includes('licence_events') && !needs.includes('agency_kind'))
    expect(confirming.map(({ code }) => code).sort()).toEqual([
      'agency.now_named',
      'agency.trading_name',
    ])
  })
})
