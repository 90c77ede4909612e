import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { destinationRuleRecorded, jobOrderRecorded } from '../../src/domain/change-rules.ts'
import { jobOrder } from '../support/rule-row-builders.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

const get = (path: string) => request(service.url).get(path)
const ids = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id)

const LISTS = [
  '/v1/recruitment-permits',
  '/v1/job-orders',
  '/v1/destinations',
  '/v1/age-limits',
  '/v1/document-requirements',
  '/v1/fee-rules',
  '/v1/foreign-partners',
  '/v1/offices',
]

describe.each(LISTS)('%s', (path) => {
  test('lists rows with their period, instrument, confidence and source', async () => {
    const { body } = await get(path).expect(200)
    expect(body.total).toBeGreaterThan(0)
    for (const item of body.items) {
      expect(item).toMatchObject({
        id: expect.any(String),
        valid_from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        confidence: expect.stringMatching(/^(law_text|statement|press|uncertain)$/),
        source: { id: expect.stringMatching(/^src_/), demonstration: expect.any(Boolean) },
        entry: expect.any(Number),
      })
      expect(item.valid_from <= '2026-11-24').toBe(true)
    }
  })

  test('gives every row once, page by page', async () => {
    const all: string[] = []
    let cursor: string | null = ''
    let total = -1
    do {
      const page: request.Response = await get(path)
        .query(cursor === '' ? { limit: 2 } : { limit: 2, cursor })
        .expect(200)
      all.push(...ids(page))
      cursor = page.body.next_cursor
      total = page.body.total
    } while (cursor !== null)
    expect(all).toHaveLength(total)
    expect(new Set(all).size).toBe(total)
  })

  test('answers 304 to who has it already', async () => {
    const { headers } = await get(path).expect(200)
    await get(path).set('If-None-Match', String(headers.etag)).expect(304)
  })

  test.each([
    ['on=2026-02-30', 'on'],
    ['cursor=abc', 'cursor'],
    ['limit=101', 'limit'],
    ['known_at=2099-01-01T00:00:00Z', 'known_at'],
    ['no_such=1', 'no_such'],
  ])('refuses %s by name', async (query, parameter) => {
    const { body } = await get(`${path}?${query}`).expect(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ parameter }))
  })

  test('holds nothing before the first day of any row', async () => {
    expect((await get(`${path}?on=1999-12-31`).expect(200)).body).toEqual({
      items: [],
      next_cursor: null,
      total: 0,
    })
  })
})

describe('the list of destinations', () => {
  test('tells of Saudi Arabia the ban and the press that reports it lifted, with the doubt', async () => {
    const { body } = await get('/v1/destinations?destination=SA').set('Accept-Language', 'en')
    expect(body.items).toMatchObject([
      { rule: 'closed', employer_type: 'individual', confidence: 'statement' },
      { rule: 'open', confidence: 'press', doubt: expect.stringContaining('no legal act') },
    ])
    for (const { source } of body.items) expect(source.demonstration).toBe(false)
  })

  test('keeps rows that hold for every scheme when one is asked for', async () => {
    const cambodia = await get('/v1/destinations?destination=KH&scheme=g_to_g')
    expect(cambodia.body.total).toBe(2)
    const japan = await get('/v1/destinations?destination=JP&scheme=g_to_g')
    expect(japan.body.total).toBe(0)
  })

  test.each([
    ['2025-03-27', [], 'the day before'],
    ['2025-03-28', ['dst_TH_2025'], 'the first day'],
  ])('on %s has of Thailand %j', async (on, expected) => {
    expect(ids(await get(`/v1/destinations?destination=TH&on=${on}`))).toEqual(expected)
  })

  test('holds nothing as known before anything was recorded', async () => {
    const { body } = await get('/v1/destinations?known_at=2026-11-24T03:12:08Z').expect(200)
    expect(body.total).toBe(0)
  })

  test('shows what a correction says, and no more what it corrects', async () => {
    const row = {
      id: 'dst_XA',
      validFrom: day('2026-01-01'),
      validUntil: null,
      instrument: null,
      instrumentOn: null,
      url: null,
      confidence: 'statement' as const,
      sourceId: 'src_contoh_keputusan',
      destination: 'XA',
      scheme: null,
      sector: null,
      employerType: null,
      channelException: null,
      doubt: null,
    }
    const open = await service.record(destinationRuleRecorded({ ...row, rule: 'open' }))
    const closed = await service.record(
      destinationRuleRecorded({ ...row, rule: 'closed', supersedes: [open.firstEntry] }),
    )
    const now = await get('/v1/destinations?destination=XA')
    expect(now.body.items).toMatchObject([{ rule: 'closed', entry: closed.firstEntry }])
  })
})

describe('the list of job orders', () => {
  test.each([
    ['number=contoh jo 02 2026', ['job_contoh02'], 'a number, however it is written'],
    ['has_places=false', ['job_contoh02'], 'a spent quota'],
    ['sector=care', [], 'another sector'],
    ['agency=agy_contoh02', [], 'another agency'],
  ])('for %s has %j: %s', async (query, expected) => {
    expect(ids(await get(`/v1/job-orders?${query}`).expect(200))).toEqual(expected)
  })

  test('names the agency and the places', async () => {
    const { body } = await get('/v1/job-orders?number=CONTOH/JO/01/2026').expect(200)
    expect(body.items).toMatchObject([
      {
        agency: { id: 'agy_contoh01', name: 'PT Contoh Bahari Sentosa' },
        quota: 50,
        used: 12,
        source: { demonstration: true },
      },
    ])
  })

  beforeAll(async () => {
    await service.record(
      jobOrderRecorded(jobOrder('job_term', { from: '2026-03-02', until: '2026-06-30' })),
    )
  })

  test.each([
    ['2026-03-01', 0, 'the day before'],
    ['2026-03-02', 1, 'the first day'],
    ['2026-06-30', 1, 'the last day'],
    ['2026-07-01', 0, 'the day after'],
  ])('on %s has %i orders for a term to the end of June, %s', async (on, total) => {
    expect((await get(`/v1/job-orders?destination=XA&on=${on}`)).body.total).toBe(total)
  })
})

describe('the list of papers', () => {
  test('has for placement by an agency the placement agreement, by the law’s own text', async () => {
    const { body } = await get(
      '/v1/document-requirements?scheme=p_to_p&document_type=placement_agreement',
    )
    expect(body.items).toMatchObject([{ requirement: 'required', confidence: 'law_text' }])
  })
})

describe('the list of offices', () => {
  test('says that nobody has tried the contacts yet', async () => {
    const { body } = await get('/v1/offices?step=call_bp3mi').expect(200)
    expect(body.total).toBe(2)
    for (const office of body.items) expect(office.verified_on).toBeNull()
  })
})
