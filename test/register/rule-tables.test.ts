import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationChanges } from '../../seeds/demonstration.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { factsRetracted } from '../../src/domain/change.ts'
import {
  ageLimitRecorded,
  issuedDocumentRecorded,
  jobOrderRecorded,
  recruitmentPermitRecorded,
} from '../../src/domain/change-rules.ts'
import { rowsInForceOn } from '../../src/domain/rule-tables/dated-row.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'
import { ageLimit, jobOrder, recruitmentPermit } from '../support/rule-row-builders.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
const instances: LiveRegister[] = []

beforeAll(async () => {
  service = await startTestService({
    changes: demonstrationChanges((name) => commitText(name, 'demonstration')),
  })
  for (let n = 0; n < 2; n += 1) {
    instances.push(
      new LiveRegister({
        database: service.database,
        probe: openHeadProbe(service.testDatabase.serviceUrl),
        onFault: (error) => {
          throw error
        },
      }),
    )
  }
  for (const instance of instances) await instance.open()
})

afterAll(async () => {
  for (const instance of instances) await instance.close()
  await service.stop()
})

async function tables(knownAt?: Date, instance = instances[0]!) {
  const opened = await instance.open(knownAt)
  if (opened === undefined) throw new Error('the register is not loaded')
  expect(opened.tables.size).toBe(opened.view.size)
  return opened.tables
}

describe('a dated row', () => {
  beforeAll(async () => {
    await service.record(
      ageLimitRecorded(ageLimit('age_days', { from: '2026-03-02', until: '2026-06-30' })),
    )
  })

  test.each([
    ['2026-03-01', false, 'the day before'],
    ['2026-03-02', true, 'the first day'],
    ['2026-06-30', true, 'the last day'],
    ['2026-07-01', false, 'the day after'],
  ])('on %s is in force: %s, %s', async (on, isInForce) => {
    const rows = rowsInForceOn(day(on), (await tables()).ageLimits())
    expect(rows.some(({ id }) => id === 'age_days')).toBe(isInForce)
  })

  test('comes back from the database as it was recorded', async () => {
    const row = (await tables()).ageLimits().find(({ id }) => id === 'age_days')
    expect(row).toEqual({
      ...ageLimit('age_days', { from: '2026-03-02', until: '2026-06-30' }),
      entry: expect.any(Number),
      supersededBy: null,
    })
  })
})

describe('a corrected row', () => {
  test('is known as it was until the correction, and as corrected after', async () => {
    const first = await service.record(ageLimitRecorded(ageLimit('age_corrected', { min: 21 })))
    const second = await service.record(
      ageLimitRecorded(ageLimit('age_corrected', { min: 23, supersedes: [first.firstEntry] })),
    )
    const minimum = async (knownAt?: Date) =>
      (await tables(knownAt))
        .ageLimits()
        .filter(({ id }) => id === 'age_corrected')
        .map(({ min }) => min)

    expect(await minimum()).toEqual([23])
    expect(await minimum(new Date(Date.parse(second.recordedAt) - 1))).toEqual([21])
    expect(await minimum(new Date(Date.parse(first.recordedAt) - 1))).toEqual([])
  })

  test('is gone when it is taken back, and stays known for the time before', async () => {
    const wrong = await service.record(ageLimitRecorded(ageLimit('age_wrong')))
    const back = await service.record(
      factsRetracted('age_limits', 'rules:ages', [wrong.firstEntry]),
    )
    const ids = async (knownAt?: Date) => (await tables(knownAt)).ageLimits().map(({ id }) => id)
    expect(await ids()).not.toContain('age_wrong')
    expect(await ids(new Date(Date.parse(back.recordedAt) - 1))).toContain('age_wrong')
  })
})

describe('every instance', () => {
  test('finds a new permit and its order by number and agency in its next answer', async () => {
    await service.record(
      recruitmentPermitRecorded(recruitmentPermit('prm_new', { number: 'UJI/SIP2MI/77-a' })),
      jobOrderRecorded(jobOrder('job_new', { number: 'UJI/JO/77' })),
    )
    for (const instance of instances) {
      const found = await tables(undefined, instance)
      expect(found.recruitmentPermits('uji sip2mi 77 A').map(({ id }) => id)).toEqual(['prm_new'])
      expect(found.recruitmentPermitsOf('agy_contoh02').map(({ id }) => id)).toEqual(['prm_new'])
      expect(found.jobOrders('UJI-JO-77').map(({ id }) => id)).toEqual(['job_new'])
      expect(found.jobOrdersOf('agy_contoh02').map(({ id }) => id)).toEqual(['job_new'])
    }
  })

  test('sees the quota used up that another one recorded', async () => {
    const [order] = (await tables()).jobOrders('UJI/JO/77')
    await service.record(
      jobOrderRecorded(
        jobOrder('job_new', { number: 'UJI/JO/77', used: 10, supersedes: [order!.entry] }),
      ),
    )
    for (const instance of instances) {
      const found = (await tables(undefined, instance)).jobOrders('UJI/JO/77')
      expect(found.map(({ used }) => used)).toEqual([10])
    }
  })

  test('holds the same rows as one that starts now', async () => {
    const fresh = new LiveRegister({
      database: service.database,
      probe: openHeadProbe(service.testDatabase.serviceUrl),
      onFault: () => {},
    })
    try {
      const [caughtUp, anew] = [await tables(), await tables(undefined, fresh)]
      expect(anew.ageLimits()).toEqual(caughtUp.ageLimits())
      expect(anew.jobOrdersOf('agy_contoh02')).toEqual(caughtUp.jobOrdersOf('agy_contoh02'))
    } finally {
      await fresh.close()
    }
  })

  test('knows the region codes that it was given', async () => {})
})

describe('a letter that an office issued', () => {
  const NUMBER = '474/CANARY-7391/2026'
  const HOLDER = 'canary-holder-hash-5528'
  const letter = (withdrawnOn: string | null, supersedes: readonly number[] = []) =>
    issuedDocumentRecorded({
      id: 'isd_letter',
      validFrom: day('2026-09-14'),
      validUntil: null,
      instrument: null,
      instrumentOn: null,
      url: null,
      confidence: 'statement',
      sourceId: 'src_contoh_keputusan',
      documentType: 'family_permission',
      number: commitText(NUMBER),
      holder: commitText(HOLDER),
      issuerRegion: '32.12.99.2001',
      issuedOn: day('2026-09-14'),
      withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn),
      supersedes,
    })

  test('is found by type and number, and as withdrawn once it is', async () => {
    const { firstEntry } = await service.record(letter(null))
    const find = async () => (await tables()).issuedDocuments('family_permission', NUMBER)
    expect(await find()).toMatchObject([{ holderHash: HOLDER, withdrawnOn: null }])
    expect((await tables()).issuedDocuments('leave_letter', NUMBER)).toEqual([])
    await service.record(letter('2026-10-05', [firstEntry]))
    expect(await find()).toMatchObject([{ withdrawnOn: '2026-10-05' }])
  })

  test('leaves neither number nor holder in the log', async () => {
    const entries = await service.database.sql`
      select body from registry_log where subject = 'isd_letter'`
    expect(entries).toHaveLength(2)
    for (const { body } of entries) {
      expect(body).toContain('number_commitment')
      expect(body).not.toMatch(/canary/i)
    }
  })
})
