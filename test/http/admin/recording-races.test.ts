import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  type Change,
  licenceEventRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
} from '../../../src/domain/change.ts'
import { readLicenceNumber } from '../../../src/domain/matching/licence-number.ts'
import { TODAY, verify } from '../../support/asked.ts'
import { type Recorder, recorderOf } from '../../support/recorder.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

const SOURCE = 'src_contoh_keputusan'
const AGENCIES = 20
const numberOf = (n: number) => `98${String(n).padStart(11, '0')}`

let service: TestService
let recorder: Recorder
let second: Recorder
beforeAll(async () => {
  service = await startTestService()
  recorder = await recorderOf(service, { role: 'approver' })
  second = await recorderOf(service, { role: 'approver' })
  await service.record(...Array.from({ length: AGENCIES }, (_, n) => licensed(n)).flat())
})
afterAll(() => service.stop())

function licensed(n: number): Change[] {
  const [id, licenceId] = [`agy_uji${n}`, `lic_uji${n}`]
  const since = { effectiveOn: day('2025-01-01'), sourceId: SOURCE }
  const number = readLicenceNumber(numberOf(n), 'ID')!
  return [
    agencyRecorded({ id, country: 'ID', kind: 'p3mi', regionCode: '32.12' }),
    nameRecorded(id, { ...since, id: `nam_uji${n}`, kind: 'registered', name: `PT Uji Coba ${n}` }),
    licenceRecorded(id, { id: licenceId, kind: 'sip3mi' }),
    licenceNumberRecorded(id, {
      ...since,
      licenceId,
      country: 'ID',
      kind: 'sip3mi',
      printed: numberOf(n),
      schema: number.schema,
      normalised: number.normalised,
      nib: number.nib ?? null,
    }),
    licenceEventRecorded(id, { ...since, id: `evt_uji${n}`, licenceId, type: 'granted' }),
  ]
}

describe('R01: a revocation that was answered', () => {
  test('is in every answer that is asked for afterwards', async () => {
    const revokedAt = new Map<number, number>()
    let isOver = false
    let asked = 0
    let legal = 0
    const late: string[] = []
    const reader = async (from: number) => {
      for (let n = from; !isOver; n = (n + 1) % AGENCIES) {
        const began = performance.now()
        const { verdict } = await verify(service.url, { licence: numberOf(n) })
        asked += 1
        if (verdict !== 'legal') continue
        legal += 1
        if (began > (revokedAt.get(n) ?? Number.POSITIVE_INFINITY)) late.push(numberOf(n))
      }
    }
    const readers = Array.from({ length: 20 }, (_, n) => reader(n))
    for (let n = 0; n < AGENCIES; n += 1) {
      const body = {
        licence_id: `lic_uji${n}`,
        type: 'revoked',
        effective_on: TODAY,
        source_id: SOURCE,
      }
      const answered = await recorder.record('licence-events', body, `agy_uji${n}`)
      expect(answered.status).toBe(201)
      revokedAt.set(n, performance.now())
    }
    isOver = true
    await Promise.all(readers)
    expect(late).toEqual([])
    expect(legal).toBeGreaterThan(0)
    expect(asked).toBeGreaterThan(legal)
  }, 120_000)
})

describe('R08: licences of one agency that overlap', () => {
  test('are granted once, however many are approved at once', async () => {
    const subject = 'agy_contoh12'
    const licence = { agency_id: subject, kind: 'siukak', granted_on: TODAY, source_id: SOURCE }
    const last = await recorder.lastEntry(subject)
    const ids: string[] = []
    for (let n = 0; n < 200; n += 1) {
      const proposed = await recorder
        .post('/v1/admin/licences')
        .set('If-Match', last)
        .send({ ...licence, number: `SIUKAK/${n + 1}/2026` })
      ids.push(proposed.body.proposal.id)
    }
    const answers = await Promise.all(ids.map((id) => second.decide(id, 'approval')))
    const count = (status: number) => answers.filter((one) => one.status === status).length
    expect(count(200)).toBe(1)
    expect(count(412) + count(409)).toBe(199)
    const [row] = await service.database.sql`
      select count(*)::int as n from licences where agency_id = ${subject} and kind = 'siukak'`
    expect(row?.n).toBe(1)
  }, 120_000)
})
