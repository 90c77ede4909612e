import { describe, expect, test } from 'vitest'
import {
  indonesiaRowsAt,
  indonesiaRuleRows,
  indonesiaRuleSources,
} from '../../seeds/indonesia-rules.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { fitOf, rowsInForceOn, rowsKnown } from '../../src/domain/rule-tables/dated-row.ts'
import { numberKey, ruleTablesOf } from '../../src/domain/rule-tables/rule-tables.ts'
import { CHECK_RULES } from '../../src/domain/rules/placement/check-rules.ts'
import { RECRUITER_RULES } from '../../src/domain/rules/recruiter-rules.ts'
import { destinationRow } from '../support/check-builders.ts'

const ALL = [...RECRUITER_RULES, ...CHECK_RULES]
const ON_EVERY_TELEPHONE = /^[A-Za-z0-9 ,.:;()/'-]+$/

describe('the list of rules', () => {
  test('uses each code once', () => {
    const codes = ALL.map(({ code }) => code)
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([])
  })

  test('replaces only findings that exist', () => {
    const codes = new Set(ALL.map(({ code }) => code))
    const replaced = CHECK_RULES.flatMap(({ replaces }) => replaces ?? [])
    expect(replaced.filter((code) => !codes.has(code))).toEqual([])
  })

  test.each(CHECK_RULES.map((rule) => [rule.code, rule] as const))(
    '%s is one that a telephone can show, in both languages, without an accusation',
    (_code, { brief, states }) => {
      for (const text of [brief.id, brief.en]) {
        expect(text).toMatch(ON_EVERY_TELEPHONE)
        expect(text.length).toBeLessThanOrEqual(48)
      }
      expect(`${states.id} ${states.en}`).not.toMatch(
        /\b(penipu|penipuan|calo|aman|fraud|scam|safe)\b/i,
      )
    },
  )

  test('says nothing good without confirming it', () => {
    const good = CHECK_RULES.filter(
      ({ effect, outcome }) => effect === 'none' && outcome === 'contradicted',
    )
    expect(good).toEqual([])
  })
})

describe('dated rows', () => {
  const row = destinationRow('TW', { validFrom: day('2026-01-01'), validUntil: day('2026-06-30') })

  test.each([
    ['2025-12-31', 0, 'the day before'],
    ['2026-01-01', 1, 'the first day'],
    ['2026-06-30', 1, 'the last day'],
    ['2026-07-01', 0, 'the day after: never the newest row instead'],
  ])('on %s are %i: %s', (on, count, _reason) => {
    expect(rowsInForceOn(day(on), [row])).toHaveLength(count)
  })

  test.each([
    [5, 0, 'before it was recorded'],
    [6, 1, 'once it was recorded'],
    [9, 1, 'until it was superseded'],
    [10, 0, 'after that'],
  ])('known at size %i are %i: %s', (size, count, _reason) => {
    expect(rowsKnown([{ ...row, entry: 5, supersededBy: 9 }], size)).toHaveLength(count)
  })

  test.each([
    [[[null, 'x']], 'yes', 'limited to nothing'],
    [[['x', 'x']], 'yes', 'the same'],
    [[['x', 'y']], 'no', 'another'],
    [[['x', undefined]], 'unknown', 'not told'],
    [
      [
        ['x', undefined],
        ['a', 'b'],
      ],
      'no',
      'one contradiction decides',
    ],
  ] as const)('fit %j: %s: %s', (pairs, fit, _reason) => {
    expect(fitOf(pairs)).toBe(fit)
  })

  test('are found however a number is written', () => {
    expect(numberKey('123/sip-2026')).toBe(numberKey('123 SIP 2026'))
  })
})

describe('the seeds for Indonesia', () => {
  const rows = Object.values(indonesiaRuleRows).flat()

  test('name each row once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  test('name a source of their own list for every row', () => {
    const urls = new Map(indonesiaRuleSources.map(({ id, url }) => [id, url]))
    expect(rows.filter(({ sourceId, url }) => urls.get(sourceId) !== url)).toEqual([])
  })

  test('have tried no telephone number', () => {
    expect(indonesiaRuleRows.offices.every(({ verifiedOn }) => verifiedOn === null)).toBe(true)
  })

  test('open no destination by an instrument: none was read', () => {
    const open = indonesiaRuleRows.destinations.filter(({ rule }) => rule === 'open')
    expect(open.map(({ destination, confidence }) => [destination, confidence])).toEqual([
      ['SA', 'press'],
      ['JP', 'statement'],
    ])
  })

  test('are read through the tables', () => {
    const tables = ruleTablesOf(indonesiaRowsAt(3), {
      size: 4,
      isCurrent: true,
    })
    expect(tables.destinations('KH').map(({ rule }) => rule)).toEqual(['closed', 'closed'])
    expect(tables.destinations('XX')).toEqual([])
  })
})
