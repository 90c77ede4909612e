import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TODAY } from '../../support/asked.ts'
import { type Recorder, recorderOf } from '../../support/recorder.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

const SOURCE = 'src_contoh_keputusan'
const HERE = { country: 'ID', region: '32.12' }
const FACT = { effective_on: TODAY, source_id: SOURCE }
const ROW = { valid_from: TODAY, confidence: 'statement', source_id: SOURCE }

let service: TestService
let here: Recorder
let everywhere: Recorder
let second: Recorder
beforeAll(async () => {
  service = await startTestService()
  here = await recorderOf(service, { role: 'approver', ...HERE })
  everywhere = await recorderOf(service, { role: 'approver' })
  second = await recorderOf(service, { role: 'approver' })
})
afterAll(() => service.stop())

async function byTwo(path: string, body: object, subject: string): Promise<number> {
  const proposed = await everywhere.record(path, body, subject)
  const { id } = proposed.body.proposal
  return (await second.decide(id, 'approval')).body.decided.entry
}

describe('who keeps one district', () => {
  test('may not move a branch of another district into it', async () => {
    const agency = 'agy_contoh01'
    const branch = { agency_id: agency, ...FACT }
    const entry = await byTwo('branches', { ...branch, region_code: '35.09' }, agency)
    const moved = { ...branch, region_code: '32.12', corrects: entry }
    expect((await here.record('branches', moved, agency)).status).toBe(403)
    expect((await everywhere.record('branches', moved, agency)).status).toBe(202)
  })

  test('may not make a hotline of the whole country one of the district', async () => {
    const office = { kind: 'hotline', name_id: 'Uji', name_en: 'Test', contact: '0800', ...ROW }
    const subject = 'rules:offices'
    const entry = await byTwo('assistance-offices', office, subject)
    const narrowed = { ...office, region_code: '32.12', corrects: entry }
    expect((await here.record('assistance-offices', narrowed, subject)).status).toBe(403)
    const own = { ...office, region_code: '32.12' }
    expect((await here.record('assistance-offices', own, subject)).status).toBe(202)
  })

  test('may not take back that a table of the country is complete for an agency of the district', async () => {
    const made = { country: 'ID', kind: 'p3mi', region_code: '32.12', name: 'PT Uji Wilayah' }
    const proposed = await everywhere.record('agencies', { ...made, ...FACT }, null)
    const { id, subject } = proposed.body.proposal
    await second.decide(id, 'approval')
    const table = { table: 'recruitment_permits', agency_id: subject, ...ROW }
    const tables = 'rules:complete_tables'
    const recorded = await everywhere.record('complete-tables', table, tables)
    expect(recorded.status).toBe(201)
    const back = { kind: 'complete_tables', entry: recorded.body.entry }
    expect((await here.record('retractions', back, tables)).status).toBe(403)
    expect((await everywhere.record('retractions', back, tables)).status).toBe(202)
  })
})
