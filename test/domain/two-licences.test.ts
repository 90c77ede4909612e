import { describe, expect, test } from 'vitest'
import { answerQuickCheck } from '../../src/domain/answer.ts'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { LicenceEvent } from '../../src/domain/licence.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import {
  agency,
  authorityList,
  corrected,
  granted,
  lapsed,
  licence,
  listed,
  registerOf,
  renewed,
  revoked,
  surrendered,
  suspendedFull,
  suspendedPartly,
  warned,
} from '../support/agency-builders.ts'
import { checkTables, TODAY } from '../support/check-world.ts'

const NAME = 'PT. RAMBUTAN PERCOBAAN ABADI'
const [FIRST, SECOND] = ['9120000000901', '9120000000912']
const NOW = { on: day(TODAY), today: day(TODAY) }

type Events = readonly LicenceEvent[]

/** One agency with two licences of one kind, both on a fresh list. */
const registerWith = (first: Events, second: Events) =>
  registerOf(
    [
      agency(NAME, {
        licences: [
          licence({ numbers: [FIRST], events: first, listings: [listed('2020-03-01')] }),
          licence({ numbers: [SECOND], events: second, listings: [listed('2020-03-01')] }),
        ],
      }),
    ],
    [authorityList(['2026-09-01', '2026-11-22'])],
  )

const OLD = granted('2020-03-01')
const NEW = granted('2024-03-01')
const NOTE = 'agency.other_licence_sanctioned'

describe('an agency with two licences of one kind', () => {
  // biome-ignore format: one situation a line
  const cases: [Verdict, string, Events, Events, string][] = [
    ['not_legal', 'agency.revoked', [OLD, revoked('2026-01-29')], [NEW], 'the older revoked after the newer was granted'],
    ['not_legal', 'agency.revoked', [OLD, revoked('2024-03-01')], [NEW], 'revoked on the very day'],
    ['caution', NOTE, [OLD, revoked('2024-02-29')], [NEW], 'revoked on the day before the newer was granted'],
    ['caution', NOTE, [OLD, revoked('2026-01-29')], [NEW, renewed('2026-03-01')], 'the newer renewed since'],
    ['not_legal', 'agency.revoked', [OLD], [NEW, revoked('2026-01-29')], 'the newer revoked, the older forgotten'],
    ['not_legal', 'agency.suspended_full', [OLD, suspendedFull('2026-11-01')], [NEW], 'the older suspended'],
    ['caution', NOTE, [OLD, suspendedFull('2026-01-29')], [NEW, renewed('2026-03-01')], 'a renewal of the other lifts no suspension'],
    ['caution', 'agency.suspended_partial', [OLD, suspendedPartly('2026-11-01', {})], [NEW], 'the older suspended in part'],
    ['legal', 'agency.licensed', [OLD, surrendered('2024-03-01')], [NEW], 'the older given back for the newer'],
    ['legal', 'agency.licensed', [OLD, lapsed('2024-04-01')], [NEW], 'the older ended, the newer took its place'],
    ['legal', 'agency.licensed', [OLD], [NEW], 'both stand'],
    ['cannot_confirm', 'agency.not_yet_licensed', [], [warned('2026-01-29')], 'neither was ever granted, and one was warned'],
    ['cannot_confirm', 'agency.not_yet_licensed', [], [suspendedPartly('2026-01-29', {})], 'nor does a partial suspension make a licence'],
    ['not_legal', 'agency.suspended_full', [OLD, suspendedFull('2026-01-29'), surrendered('2026-02-10')], [granted('2024-03-01', { validUntil: '2026-06-30' })], 'a full suspension outlives the printed term of the other too'],
    ['legal', 'agency.licensed', [OLD, revoked('2026-01-29', { id: 'slip' }), corrected('2026-01-29', 'slip')], [NEW], 'a revocation recorded by mistake'],
  ]

  test.each(cases)('is %s by %s by its name: %#, %s', (verdict, code, first, second, _reason) => {
    const answer = answerQuickCheck({ ...NOW, name: NAME }, registerWith(first, second))
    expect([answer.verdict, answer.findings[0]?.code]).toEqual([verdict, code])
  })

  test.each(cases)('is %s by either number at best: %s %#', (verdict, _code, first, second) => {
    const register = registerWith(first, second)
    for (const number of [FIRST, SECOND]) {
      const answer = answerQuickCheck({ ...NOW, licence: number }, register)
      if (verdict === 'not_legal') expect(answer.verdict).toBe(verdict)
      else expect(['caution', verdict]).toContain(answer.verdict)
    }
  })

  test('has the revocation named, with its day and decree', () => {
    const revocation = revoked('2024-02-29', { instrument: 'SK Contoh 7' })
    const answer = answerQuickCheck({ ...NOW, name: NAME }, registerWith([OLD, revocation], [NEW]))
    const note = answer.findings.find(({ code }) => code === NOTE)
    expect(note?.says.id).toContain('izin dicabut sejak 29 Februari 2024 (SK Contoh 7)')
    expect(note?.says.en).toContain('revoked since 29 February 2024 (SK Contoh 7)')
  })

  test('is judged for each day by the licence that spoke then', () => {
    const register = registerWith([OLD, revoked('2024-01-10')], [NEW])
    const codesOf = (recruitedOn: string) =>
      answerCheck(
        { ...NOW, recruiter: { name: NAME }, placement: { recruitedOn: day(recruitedOn) } },
        register,
        checkTables,
      ).findings.map(({ code }) => code)
    expect(codesOf('2024-01-09')).not.toContain('agency.recruiting_day_unknown')
    expect(codesOf('2024-01-10')).toContain('agency.barred_when_recruiting')
    expect(codesOf('2024-03-01')).not.toContain('agency.barred_when_recruiting')
  })

  test('has no licence in force on the day of recruiting, though part was forbidden after signing', () => {
    const expired = renewed('2023-03-01', { validUntil: '2026-01-29' })
    const partly = suspendedPartly('2025-03-19', { destinations: ['TW'] })
    const placement = {
      destination: 'TW',
      contractSignedOn: day('2023-12-01'),
      recruitedOn: day('2026-11-01'),
    }
    for (const first of [
      [OLD, expired],
      [OLD, expired, partly],
    ]) {
      const { findings } = answerCheck(
        { ...NOW, recruiter: { name: NAME }, placement },
        registerWith(first, [OLD]),
        checkTables,
      )
      expect(findings.map(({ code }) => code)).toContain('agency.recruiting_day_unknown')
    }
  })

  test('is answered no milder once the licences ended, whenever part of it was forbidden', () => {
    const partly = suspendedPartly('2024-01-10', { destinations: ['TW'] })
    const placement = {
      destination: 'TW',
      recruitedOn: day('2023-06-01'),
      departsOn: day('2023-12-01'),
    }
    for (const first of [
      [OLD, partly],
      [OLD, partly, lapsed('2026-01-29')],
    ]) {
      const { verdict } = answerCheck(
        { ...NOW, recruiter: { licence: FIRST }, placement },
        registerWith(first, first),
        checkTables,
      )
      expect(verdict).toBe('not_legal')
    }
  })
})
