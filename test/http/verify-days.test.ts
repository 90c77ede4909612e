import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import type { LicenceStatus } from '../../src/domain/licence.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { type Question, sameDayClock, TODAY, verify } from '../support/asked.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
})
afterAll(() => service.stop())

const ask = (question: Question) => verify(service.url, question)

const event = (
  agency: string,
  id: string,
  type: 'revoked' | 'suspended_full' | 'lifted' | 'renewed' | 'corrected',
  effectiveOn: string,
  more: object = {},
) =>
  licenceEventRecorded(`agy_${agency}`, {
    id: `evt_${id}`,
    licenceId: `lic_${agency}`,
    type,
    effectiveOn: day(effectiveOn),
    sourceId: 'src_contoh_keputusan',
    instrument: 'Keputusan Contoh (rekaan)',
    ...more,
  })

describe('the day asked about', () => {
  type Row = readonly [string, string, LicenceStatus, Verdict, string, string]
  test.each<Row>([
    ['contoh08', '2025-01-01', 'never_licensed', 'cannot_confirm', 'not_yet_licensed', 'before'],
    ['contoh08', '2025-01-02', 'licensed', 'legal', 'licensed', 'the first day'],
    ['contoh08', '2026-08-31', 'licensed', 'legal', 'licensed', 'the last day still counts'],
    ['contoh08', '2026-09-01', 'expired', 'caution', 'expired_still_listed', 'case 12: day after'],
    ['contoh07', '2026-06-30', 'licensed', 'legal', 'licensed', 'the last day of its term'],
    ['contoh07', '2026-07-01', 'expired', 'not_legal', 'expired_lapsed', 'case 11: day after'],
    ['contoh09', '2026-09-01', 'expired', 'cannot_confirm', 'expired_unconfirmed', 'case 13'],
    ['contoh11', '2026-03-31', 'licensed', 'legal', 'licensed', 'before its suspension'],
    ['contoh11', '2026-04-01', 'suspended_full', 'not_legal', 'suspended_full', 'its first day'],
    ['contoh11', '2026-06-30', 'suspended_full', 'not_legal', 'suspended_full', 'its last day'],
    ['contoh11', '2026-07-01', 'licensed', 'legal', 'licensed', 'case 20: the day of lifting'],
    ['contoh06', '2026-01-28', 'licensed', 'legal', 'licensed', 'case 23: before its revocation'],
    ['contoh06', '2026-01-29', 'revoked', 'not_legal', 'revoked', 'its day, not that of the news'],
    ['contoh06', '2026-02-02', 'revoked', 'not_legal', 'revoked', 'case 22: before the news'],
    ['contoh10', '2026-03-30', 'licensed', 'legal', 'licensed', 'before it was given back'],
    ['contoh10', '2026-03-31', 'surrendered', 'not_legal', 'surrendered', 'the day it was'],
    ['contoh01', '2026-11-24', 'licensed', 'legal', 'licensed', 'today'],
    ['contoh01', '2026-11-25', 'licensed', 'caution', 'day_not_yet_come', 'tomorrow may differ'],
    ['contoh01', '2001-01-01', 'never_licensed', 'cannot_confirm', 'no_rule_for_day', 'no law yet'],
  ])('%s on %s: %s, %s by agency.%s: %s', async (id, on, status, verdict, leading) => {
    const { number } = await licenceOf(id)
    const answer = await ask({ licence: number, on })
    expect(answer).toMatchObject({ on, verdict, agency: { status } })
    expect(answer.findings[0]?.code).toBe(`agency.${leading}`)
  })

  test('is today when none is given', async () => {
    expect((await ask({ licence: '9900000000011' })).on).toBe(TODAY)
  })

  test('in the past tells what has changed since', async () => {
    const { findings } = await ask({ licence: '9900000000066', on: '2026-01-28' })
    expect(findings.map(({ code }) => code)).toContain('agency.changed_since')
  })

  test('tells the name of that day', async () => {
    const before = await ask({ licence: '9900000000158', on: '2026-02-28' })
    const after = await ask({ licence: '9900000000158', on: '2026-03-01' })
    expect(before.agency?.name).toBe('PT Contoh Pelita Lama')
    expect(after.agency?.name).toBe('PT Contoh Cahaya Baru')
  })

  test.each(['2026-02-30', '2026-2-3', 'tomorrow', 'infinity', '0000-01-01', '+275760-09-13', ''])(
    'is refused as %s',
    async (on) => {
      const query = new URLSearchParams({ licence: '9900000000011', on })
      const response = await fetch(`${service.url}/v1/verify?${query}`)
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ errors: [{ parameter: 'on' }] })
    },
  )
})

describe('the moment of knowing', () => {
  const licence = '9900000000226'

  test('divides what was known from what was recorded later, whatever its day', async () => {
    const before = new Date()
    await pause()
    const recorded = await service.record(event('contoh22', 'revoked22', 'revoked', '2026-10-01'))
    await pause()

    const known = await ask({ licence, on: TODAY, known_at: before.toISOString() })
    const now = await ask({ licence })
    const after = await ask({ licence, on: TODAY, known_at: new Date().toISOString() })

    expect(known).toMatchObject({ verdict: 'legal', agency: { status: 'licensed' } })
    expect(known.known_at).toBe(before.toISOString())
    expect(known.registry.entry).toBe(recorded.firstEntry - 1)
    expect(now).toMatchObject({ verdict: 'not_legal', agency: { status: 'revoked' } })
    expect(after).toMatchObject({ verdict: 'not_legal', registry: { entry: recorded.size - 1 } })
    expect((await ask({ licence, on: '2026-09-30' })).verdict).toBe('legal')
  })

  test('replays an answer: the same question at its own known_at gives the same', async () => {
    const first = await ask({ licence: '9900000000035', name: 'PT Contoh Pandu Utama' })
    const again = await ask({
      licence: '9900000000035',
      name: 'PT Contoh Pandu Utama',
      on: first.on,
      known_at: first.known_at,
    })
    const { registry: _one, ...said } = first
    const { registry: _other, ...saidAgain } = again
    expect(saidAgain).toEqual(said)
  })

  test('before anything was recorded finds nothing and condemns nobody', async () => {
    const answer = await ask({
      licence,
      name: 'PT Contoh Arta Kencana',
      known_at: '2020-01-01T00:00:00Z',
    })
    expect(answer).toMatchObject({
      verdict: 'cannot_confirm',
      agency: null,
      candidates: [],
      registry: { entry: null, demonstration: false },
    })
  })

  test('asks about its own day when no day is given, as it was in Jakarta', async () => {
    const early = await ask({ licence, known_at: '2024-12-31T16:59:59Z' })
    const late = await ask({ licence, known_at: '2024-12-31T17:00:00Z' })
    expect([early.on, late.on]).toEqual(['2024-12-31', '2025-01-01'])
  })

  test.each([
    ['2026-11-24', 'a day is no instant'],
    ['yesterday', 'words are none'],
    ['2026-11-24T03:12:08', 'without an offset it is ambiguous'],
    ['2026-02-30T00:00:00Z', 'the day does not exist'],
    ['9999-12-31T23:59:59Z', 'it has not come'],
    ['0000-01-01T00:00:00Z', 'there was no such year'],
    ['0999-12-31T00:00:00Z', 'no register is that old'],
  ])('%s is refused: %s', async (known_at) => {
    const query = new URLSearchParams({ licence, known_at })
    const response = await fetch(`${service.url}/v1/verify?${query}`)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'known_at' }] })
  })
})

describe('a fact recorded by mistake', () => {
  test('is withdrawn by a correction, and still told for the time when it was believed', async () => {
    const licence = '9900000000165'
    await service.record(event('contoh16', 'mistaken16', 'suspended_full', '2026-11-01'))
    await pause()
    const believed = new Date()
    await pause()
    await service.record(
      event('contoh16', 'correct16', 'corrected', '2026-11-01', { corrects: 'evt_mistaken16' }),
    )

    expect((await ask({ licence })).verdict).toBe('legal')
    expect((await ask({ licence, on: TODAY, known_at: believed.toISOString() })).verdict).toBe(
      'not_legal',
    )
  })
})

/** Instants in questions have milliseconds, those of the log microseconds. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

async function licenceOf(id: string) {
  const response = await fetch(`${service.url}/v1/agencies/agy_${id}`)
  const { licence_number: number } = (await response.json()) as { licence_number: string }
  return { number }
}
