import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RECORDABLE } from '../../../src/domain/recording/catalogue.ts'
import { TODAY, verify } from '../../support/asked.ts'
import { type Recorder, recorderOf } from '../../support/recorder.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

let service: TestService
let recorder: Recorder
let second: Recorder
let minutes = 0
beforeAll(async () => {
  const began = Date.parse('2026-11-24T03:12:08Z')
  const clock = { now: () => new Date(began + minutes * 60_000), today: () => TODAY }
  service = await startTestService({ parts: { clock } })
  recorder = await recorderOf(service, { role: 'approver' })
  second = await recorderOf(service, { role: 'approver' })
})
afterAll(() => service.stop())

const SOURCE = 'src_contoh_keputusan'
const HERE = { effective_on: TODAY, source_id: SOURCE }
const ROW = { valid_from: TODAY, confidence: 'law_text', source_id: SOURCE }
const suspension = { type: 'suspended_full', instrument: 'SK Uji 1', ...HERE }

/** A body that each kind takes of the demonstration register, and of what it is about. */
const BODIES: Readonly<Record<string, readonly [subject: string | null, body: object]>> = {
  agencies: [
    null,
    { country: 'ID', kind: 'p3mi', region_code: '32.12', name: 'PT Uji Baru', ...HERE },
  ],
  agency_names: [
    'agy_contoh02',
    { agency_id: 'agy_contoh02', kind: 'trading', name: 'Uji Dagang', ...HERE },
  ],
  agency_identifiers: [
    'agy_contoh02',
    { agency_id: 'agy_contoh02', kind: 'npwp', printed: '01.234.567', ...HERE },
  ],
  agency_contacts: [
    'agy_contoh02',
    { agency_id: 'agy_contoh02', kind: 'phone', value: '021 5550 0777', ...HERE },
  ],
  branches: ['agy_contoh02', { agency_id: 'agy_contoh02', region_code: '32.12', ...HERE }],
  representatives: ['agy_contoh02', { agency_id: 'agy_contoh02', name: 'Petugas Rekaan', ...HERE }],
  authorised_destinations: [
    'agy_contoh02',
    { agency_id: 'agy_contoh02', destination: 'JP', ...HERE },
  ],
  licences: [
    'agy_contoh20',
    {
      agency_id: 'agy_contoh20',
      kind: 'so_permit',
      number: '9/1/HK.03/I/2026',
      granted_on: TODAY,
      source_id: SOURCE,
    },
  ],
  licence_numbers: [
    'agy_contoh02',
    { licence_id: 'lic_contoh02', printed: '9900000000288', ...HERE },
  ],
  licence_events: ['agy_contoh02', { licence_id: 'lic_contoh02', type: 'warned', ...HERE }],
  licence_listings: ['agy_contoh02', { licence_id: 'lic_contoh02', state: 'listed', ...HERE }],
  agency_merges: [
    'agy_contoh17',
    { duplicate_id: 'agy_contoh17', kept_id: 'agy_contoh16', ...HERE },
  ],
  destination_rules: ['rules:destinations', { destination: 'JP', rule: 'closed', ...ROW }],
  age_limits: ['rules:ages', { destination: 'JP', min: 19, ...ROW }],
  document_requirements: [
    'rules:documents',
    { scheme: 'p_to_p', document_type: 'police_record', requirement: 'required', ...ROW },
  ],
  fee_rules: ['rules:fees', { destination: 'JP', max_amount: 5, max_currency: 'JPY', ...ROW }],
  foreign_partners: [
    'rules:partners',
    { name: 'Uji Manpower', country: 'TW', listed_effect: 'caution', ...ROW },
  ],
  assistance_offices: [
    'rules:offices',
    { kind: 'hotline', name_id: 'Uji', name_en: 'Test', contact: '0800', ...ROW },
  ],
  complete_tables: ['rules:complete_tables', { table: 'agencies', ...ROW }],
  recruitment_permits: [
    null,
    { number: 'UJI/1', agency_id: 'agy_contoh02', destination: 'TW', renewal: 'none', ...ROW },
  ],
  job_orders: [
    null,
    {
      number: 'UJI/2',
      permit_number: 'UJI/1',
      agency_id: 'agy_contoh02',
      destination: 'TW',
      quota: 5,
      used: 0,
      ...ROW,
    },
  ],
  sources: [
    null,
    { publisher: 'Dinas Uji', title: 'Daftar Uji', kind: 'decree', fresh_for_days: 30 },
  ],
  source_editions: [
    'src_contoh_keputusan',
    { source_id: SOURCE, as_of: TODAY, retrieved_on: TODAY },
  ],
}
const WORSE = new Set([
  'licence_events',
  'destination_rules',
  'age_limits',
  'document_requirements',
  'foreign_partners',
  'complete_tables',
])
const pathOf = (kind: string) => RECORDABLE.find((one) => one.kind === kind)!.path

describe('each kind of fact', () => {
  test.each(RECORDABLE.map(({ kind }) => kind))(
    '%s is recorded or waits, as it should',
    async (kind) => {
      const [subject, body] = BODIES[kind]!
      const answered = await recorder.record(pathOf(kind), body, subject)
      expect([answered.status, answered.body.errors]).toEqual([
        WORSE.has(kind) ? 201 : 202,
        undefined,
      ])
      if (answered.status === 201) {
        expect(answered.body).toMatchObject({ kind, subject, entry: expect.any(Number) })
        return
      }
      const { id } = answered.body.proposal
      const looked = await second.get(`/v1/admin/proposals/${id}`)
      expect(looked.body.differences[0].fields.length).toBeGreaterThan(0)
      const approved = await second.decide(id, 'approval')
      expect([approved.status, approved.body.detail]).toEqual([200, undefined])
      expect(approved.body).toMatchObject({ state: 'approved', decided: { by: second.id } })
      const read = await recorder.get(`/v1/admin/subjects/${approved.body.subject}`)
      expect(read.body.entries.map(({ entry }: { entry: number }) => entry)).toContain(
        approved.body.decided.entry,
      )
      expect(read.body.entries.at(-1).recorded_by).toBe(`${recorder.id}:${second.id}`)
    },
  )

  test.each(RECORDABLE.map(({ kind }) => kind))(
    '%s refuses what it does not know',
    async (kind) => {
      const [subject, body] = BODIES[kind]!
      for (const name of ['status', 'id', 'role', 'recorded_by']) {
        const answered = await recorder.record(pathOf(kind), { ...body, [name]: 'x' }, subject)
        expect(answered.status).toBe(422)
        expect(answered.body.errors).toContainEqual(
          expect.objectContaining({ pointer: `/${name}` }),
        )
      }
    },
  )
})

describe('what is worse', () => {
  test('counts in the next answer, by one person', async () => {
    expect(await verify(service.url, { licence: '9900000000011' })).toMatchObject({
      verdict: 'legal',
    })
    const body = { licence_id: 'lic_contoh01', ...suspension, type: 'revoked' }
    const answered = await recorder.record('licence-events', body, 'agy_contoh01')
    expect(answered.status).toBe(201)
    expect(answered.headers.etag).toBe(`"${answered.body.entry}"`)
    expect(await verify(service.url, { licence: '9900000000011' })).toMatchObject({
      verdict: 'not_legal',
      agency: { status: 'revoked' },
    })
  })

  test('is a closed destination, a partner listed and a permit revoked', async () => {
    const table = await recorder.get('/v1/destinations?destination=TW')
    expect(table.status).toBe(200)
    const closed = { destination: 'TW', rule: 'closed', ...ROW, instrument: 'SK Uji 2' }
    expect((await recorder.record('destination-rules', closed, 'rules:destinations')).status).toBe(
      201,
    )
    const permits = await recorder.get('/v1/recruitment-permits?limit=1')
    const [permit] = permits.body.items
    const revoked = {
      ...ROW,
      number: permit.number,
      agency_id: permit.agency.id,
      destination: permit.destination,
      position: permit.position,
      sector: permit.sector,
      renewal: 'none',
      valid_from: permit.valid_from,
      valid_until: permit.valid_until,
      revoked_on: TODAY,
      corrects: permit.entry,
    }
    const answered = await recorder.record('recruitment-permits', revoked, permit.id)
    expect([answered.status, answered.body]).toMatchObject([201, {}])
  })
})

describe('what is better', () => {
  test('waits for a second person, who may not be the same one', async () => {
    const asked = { licence: '9900000000059' }
    expect(await verify(service.url, asked)).toMatchObject({ verdict: 'not_legal' })
    const body = { licence_id: 'lic_contoh05', type: 'lifted', instrument: 'SK Uji 3', ...HERE }
    const proposed = await recorder.record('licence-events', body, 'agy_contoh05')
    expect(proposed.status).toBe(202)
    const { id } = proposed.body.proposal
    expect(proposed.headers.location).toBe(`/v1/admin/proposals/${id}`)

    minutes += 1
    const again = await recorder.again()
    for (const self of [recorder, again]) {
      const refused = await self.decide(id, 'approval')
      expect([refused.status, refused.body.type]).toEqual([403, '/problems/second-person-needed'])
    }
    expect(await verify(service.url, asked)).toMatchObject({ verdict: 'not_legal' })

    const looked = await second.get(`/v1/admin/proposals/${id}`)
    expect(looked.body).toMatchObject({
      proposal: { state: 'waiting', waiting_days: 0 },
      answers: { before: { verdict: 'not_legal' }, after: { verdict: 'legal' } },
      sources: [{ id: SOURCE }],
      changed_since: [],
    })
    expect(looked.body.differences[0].fields).toContainEqual({
      field: 'type',
      before: null,
      after: 'lifted',
    })
    const approved = await second.decide(id, 'approval', 'Dilihat suratnya.')
    expect(approved.status).toBe(200)
    expect(await verify(service.url, asked)).toMatchObject({ verdict: 'legal' })
    expect((await second.decide(id, 'refusal')).status).toBe(409)
  })

  test('is declined by another, withdrawn by oneself, and listed by age', async () => {
    const body = { agency_id: 'agy_contoh02', destination: 'HK', ...HERE }
    const propose = async () =>
      (await recorder.record('authorised-destinations', body, 'agy_contoh02')).body.proposal.id
    const [declined, withdrawn, waiting] = [await propose(), await propose(), await propose()]
    expect((await second.decide(declined, 'refusal')).body.state).toBe('declined')
    expect((await second.decide(withdrawn, 'withdrawal')).status).toBe(403)
    expect((await recorder.decide(withdrawn, 'withdrawal')).body.state).toBe('withdrawn')
    const listed = await second.get('/v1/admin/proposals?limit=100')
    const ids = listed.body.items.map((one: { id: string }) => one.id)
    expect(ids).toContain(waiting)
    expect(ids).not.toContain(declined)
    expect((await second.get('/v1/admin/proposals?mine=true')).body.items).toEqual([])
    const first = await second.get('/v1/admin/proposals?limit=1&state=declined')
    expect(first.body.items).toHaveLength(1)
  })

  test('is not approved on a record that has changed; it is renewed', async () => {
    const subject = 'agy_contoh03'
    const body = { agency_id: subject, destination: 'HK', ...HERE }
    const { id } = (await recorder.record('authorised-destinations', body, subject)).body.proposal
    const worse = { licence_id: 'lic_contoh03', ...suspension }
    expect((await recorder.record('licence-events', worse, subject)).status).toBe(201)
    const refused = await second.decide(id, 'approval')
    expect([refused.status, refused.body.type]).toEqual([412, '/problems/precondition-failed'])
    const looked = await second.get(`/v1/admin/proposals/${id}`)
    expect(looked.body.changed_since).toMatchObject([{ kind: 'licence_events' }])
    const last = await recorder.lastEntry(subject)
    const renewed = await recorder.post(`/v1/admin/proposals/${id}/renewal`).set('If-Match', last)
    expect([renewed.status, renewed.body.proposal?.renews]).toEqual([202, id])
    expect((await second.get(`/v1/admin/proposals/${id}`)).body.proposal.state).toBe('withdrawn')
    expect((await second.decide(renewed.body.proposal.id, 'approval')).status).toBe(200)
  })
})

describe('a change', () => {
  const body = { agency_id: 'agy_contoh02', destination: 'BN', ...HERE }
  const path = '/v1/admin/authorised-destinations'

  test('needs If-Match, and the present one', async () => {
    expect((await recorder.post(path).send(body)).status).toBe(428)
    expect((await recorder.post(path).set('If-Match', '"3"').send(body)).status).toBe(412)
    expect((await recorder.post(path).set('If-Match', 'W/"3"').send(body)).status).toBe(412)
    expect((await recorder.post(path).set('If-None-Match', '*').send(body)).status).toBe(412)
  })

  test('saved from an old form does not undo a revocation', async () => {
    const subject = 'agy_contoh13'
    const old = await recorder.lastEntry(subject)
    const revoked = { licence_id: 'lic_contoh13', ...suspension, type: 'revoked' }
    expect((await second.record('licence-events', revoked, subject)).status).toBe(201)
    const late = { licence_id: 'lic_contoh13', ...suspension }
    const saved = await recorder.post('/v1/admin/licence-events').set('If-Match', old).send(late)
    expect(saved.status).toBe(412)
  })

  test.each([
    ['agency_id', { ...body, agency_id: 'agy_nobody' }],
    ['source_id', { ...body, source_id: 'src_nothing' }],
    ['last_day', { ...body, last_day: '2020-01-01' }],
    ['effective_on', { ...body, effective_on: '2026-02-30' }],
    ['effective_on', { ...body, effective_on: '2029-01-01' }],
    ['corrects', { ...body, corrects: 1 }],
    ['destination', { ...body, destination: 'tw' }],
    ['scheme', { ...body, scheme: 'by_boat' }],
  ])('names %s where it is wrong', async (field, wrong) => {
    const answered = await recorder.record('authorised-destinations', wrong, 'agy_contoh02')
    expect(answered.status).toBe(422)
    expect(answered.body.errors).toMatchObject([{ pointer: `/${field}` }])
  })

  test.each([
    ['type', { type: 'lifted' }],
    ['lifts', { type: 'warned', lifts: 'evt_x' }],
    ['type', { type: 'warned', scope_sectors: ['care'] }],
    ['effective_on', { type: 'revoked', effective_on: '2001-01-01' }],
    ['type', { type: 'granted' }],
  ])('of a licence that cannot follow names %s', async (field, change) => {
    const event = { licence_id: 'lic_contoh14', ...HERE, ...change }
    const answered = await recorder.record('licence-events', event, 'agy_contoh14')
    expect([answered.status, answered.body.errors]).toMatchObject([422, [{ pointer: `/${field}` }]])
  })

  test('that is the same twice under one key is made once', async () => {
    const subject = 'agy_contoh15'
    const event = { licence_id: 'lic_contoh15', ...HERE, type: 'warned' }
    const last = await recorder.lastEntry(subject)
    const send = (key: string, sent: object = event) =>
      recorder
        .post('/v1/admin/licence-events')
        .set({ 'If-Match': last, 'Idempotency-Key': key })
        .send(sent)
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('uji-1')))
    const made = answers.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(new Set(made.map((one) => one.body.entry)).size).toBe(1)
    const [first] = made
    expect((await send('uji-1')).body).toEqual(first!.body)
    expect((await send('uji-1', { ...event, instrument: 'lain' })).body.type).toBe(
      '/problems/idempotency-key-reused',
    )
    expect((await send('bad key')).status).toBe(400)
    const elsewhere = await second
      .post('/v1/admin/licence-events')
      .set({ 'If-Match': last, 'Idempotency-Key': 'uji-1' })
      .send(event)
    expect(elsewhere.status).toBe(412)
  })

  test('by a recorder of another place is refused', async () => {
    const elsewhere = await recorderOf(service, { role: 'recorder', country: 'ID', region: '35' })
    const reader = await recorderOf(service, { role: 'reader' })
    expect(
      (await elsewhere.record('authorised-destinations', body, 'agy_contoh02')).body,
    ).toMatchObject({
      type: '/problems/not-allowed',
    })
    const branch = { agency_id: 'agy_contoh02', region_code: '35.09', ...HERE }
    expect((await elsewhere.record('branches', branch, 'agy_contoh02')).status).toBe(202)
    expect((await reader.record('branches', branch, 'agy_contoh02')).status).toBe(403)
    const stranger = await fetch(`${service.url}${path}`, { method: 'POST' })
    expect([401, 403]).toContain(stranger.status)
  })

  test('of a licence that overlaps another is refused, and the other is named', async () => {
    const subject = 'agy_contoh12'
    const licence = { agency_id: subject, kind: 'siukak', granted_on: TODAY, source_id: SOURCE }
    const [one, two] = [
      await recorder.record('licences', { ...licence, number: 'SIUKAK/1/2026' }, subject),
      await recorder.record('licences', { ...licence, number: 'SIUKAK/2/2026' }, subject),
    ]
    expect((await second.decide(one.body.proposal.id, 'approval')).status).toBe(200)
    const renewal = await recorder
      .post(`/v1/admin/proposals/${two.body.proposal.id}/renewal`)
      .set('If-Match', await recorder.lastEntry(subject))
    const refused = await second.decide(renewal.body.proposal.id, 'approval')
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toMatch(/lic_\w+/)
  })

  test('to a name like another agency’s is warned of', async () => {
    const near = { country: 'ID', kind: 'p3mi', name: 'PT Contoh Lestari Makmur', ...HERE }
    const answered = await recorder.record('agencies', near, null)
    expect(answered.body.warnings).toMatchObject([
      { code: 'name_like_another', agency_id: 'agy_contoh02' },
    ])
  })

  test('may be taken back: better by two, worse at once', async () => {
    const subject = 'agy_contoh22'
    const event = { licence_id: 'lic_contoh22', ...suspension }
    const made = await recorder.record('licence-events', event, subject)
    expect(made.status).toBe(201)
    const back = { kind: 'licence_events', entry: made.body.entry }
    const proposed = await recorder.record('retractions', back, subject)
    expect(proposed.status).toBe(202)
    expect((await second.decide(proposed.body.proposal.id, 'approval')).status).toBe(200)
    const read = await recorder.get(`/v1/admin/subjects/${subject}`)
    const entry = read.body.entries.find((one: { entry: number }) => one.entry === made.body.entry)
    expect(entry.superseded_by).toBe(read.body.entries.at(-1).entry)
    const never = await recorder.record('retractions', { kind: 'branches', entry: 0 }, subject)
    expect(never.status).toBe(422)
  })
})
