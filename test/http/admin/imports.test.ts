import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listImports } from '../../../src/store/list-imports.ts'
import { sameDayClock, verify } from '../../support/asked.ts'
import {
  BAHARI,
  LEMBAH,
  LIST_SOURCE,
  listOf,
  MUTIARA,
  recordListSource,
  settledImport,
} from '../../support/sent-list.ts'
import { signInAs, type TestSession } from '../../support/signed-in.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'
import { workbook } from '../../support/workbook.ts'

const PATH = '/v1/admin/imports'

let service: TestService
let recorder: TestSession
let approver: TestSession
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
  await recordListSource(service)
  recorder = await signInAs(service, { roles: [{ role: 'recorder' }] })
  approver = await signInAs(service, { roles: [{ role: 'approver' }] })
})
afterAll(() => service.stop())

type Fields = Readonly<Record<string, string | Buffer | undefined>>

/** Sends a list as a program does; a field that is undefined is left out. */
async function send(file: string | Buffer | null, given: Fields = {}, name = 'daftar.csv') {
  const sent = recorder.agent.post(PATH)
  if (file !== null) sent.attach('file', Buffer.from(file), name)
  const fields = { source_id: LIST_SOURCE, as_of: '2026-11-01', ...given }
  for (const [field, text] of Object.entries(fields)) {
    if (text !== undefined) sent.field(field, text)
  }
  return sent
}

async function sent(file: string | Buffer, given: Fields = {}): Promise<string> {
  const { status, body, headers } = await send(file, given)
  expect([status, headers.location]).toEqual([202, `${PATH}/${body.id}`])
  await settledImport(service, body.id)
  return body.id
}

/** Approves what the session sees of the import now. */
async function approve(id: string, session = approver, reason?: string) {
  const { comparison } = await at(id, session)
  const body = { digest: comparison.digest, ...(reason === undefined ? {} : { reason }) }
  return session.agent.post(`${PATH}/${id}/approval`).send(body)
}

async function publish(file: string | Buffer, given: Fields = {}): Promise<string> {
  const id = await sent(file, given)
  await recorder.agent.post(`${PATH}/${id}/proposal`).send({}).expect(200)
  expect((await approve(id)).status).toBe(200)
  expect((await settledImport(service, id)).state).toBe('published')
  return id
}

const at = async (id: string, session = recorder) =>
  (await session.agent.get(`${PATH}/${id}`).expect(200)).body

const faultsOf = ({ body }: { body: { errors?: { pointer?: string }[] } }) =>
  (body.errors ?? []).map(({ pointer }) => pointer)

describe('a list sent by the API', () => {
  test('is published by two persons, seen by the quick check, and taken back by two', async () => {
    const id = await sent(listOf(BAHARI, MUTIARA))
    const compared = await at(id)
    expect(compared).toMatchObject({
      state: 'compared',
      file: { name: 'daftar.csv' },
      read: { format: 'csv', delimiter: ';', columns: { valid_until: 'Berlaku sampai' } },
      comparison: { rows: { new: 2 }, need_look: 0 },
      created_by: recorder.id,
    })
    expect((await verify(service.url, { licence: '9120000000011' })).agency).toBeNull()

    await recorder.agent.post(`${PATH}/${id}/proposal`).send({ reason: 'Daftar baru' }).expect(200)
    expect((await approve(id, recorder)).status).toBe(403)
    const other = await signInAs(service, { roles: [{ role: 'approver' }] })
    await other.agent.post(`${PATH}/${id}/withdrawal`).send({}).expect(403)
    const unseen = await approver.agent.post(`${PATH}/${id}/approval`).send({})
    expect([unseen.status, faultsOf(unseen)]).toEqual([422, ['/digest']])
    const another = { digest: '0'.repeat(64) }
    await approver.agent.post(`${PATH}/${id}/approval`).send(another).expect(409)
    expect((await approve(id, approver, 'Cocok')).status).toBe(200)
    await settledImport(service, id)
    const published = await at(id)
    expect(published).toMatchObject({
      state: 'published',
      rounds: [{ reason: 'Daftar baru', decision: { is: 'approved', by: approver.id } }],
      published: { entries: compared.comparison.changes },
    })
    expect(await verify(service.url, { licence: '9120000000011' })).toMatchObject({
      verdict: 'legal',
      agency: { name: 'PT Rekaan Bahari Sentosa' },
    })
    expect((await send(listOf(BAHARI, MUTIARA))).status).toBe(409)

    const { body: undoing } = await recorder.agent.post(`${PATH}/${id}/undoing`).expect(202)
    await settledImport(service, undoing.id)
    expect(await at(undoing.id)).toMatchObject({ undoes: id, file: null, state: 'compared' })
    await recorder.agent.post(`${PATH}/${id}/undoing`).expect(409)
    await recorder.agent.post(`${PATH}/${undoing.id}/proposal`).send({}).expect(200)
    expect((await approve(undoing.id, recorder)).status).toBe(403)
    expect((await approve(undoing.id)).status).toBe(200)
    await settledImport(service, undoing.id)
    expect(await at(id)).toMatchObject({ undone_by: { id: undoing.id, published: true } })
    expect((await verify(service.url, { licence: '9120000000011' })).verdict).not.toBe('legal')
  })

  test('is declined with a reason, open again, and given up', async () => {
    const id = await sent(listOf(BAHARI), { as_of: '2026-11-02', accept_missing: 'true' })
    await recorder.agent.post(`${PATH}/${id}/proposal`).send({}).expect(200)
    await approver.agent.post(`${PATH}/${id}/refusal`).send({ reason: 'Terpotong' }).expect(200)
    const { state, rounds } = await at(id)
    expect([state, rounds[0].decision.is, rounds[0].decision.reason]).toEqual([
      'compared',
      'declined',
      'Terpotong',
    ])
    await recorder.agent.delete(`${PATH}/${id}`).expect(200)
    expect((await at(id)).state).toBe('withdrawn')
    await recorder.agent.post(`${PATH}/${id}/comparison`).expect(409)
  })

  test('in a workbook whose columns are not recognised is compared once they are named', async () => {
    const file = workbook({
      Daftar: [
        ['Sebutan', 'Kode', 'Catatan'],
        ['PT Rekaan Bahari Sentosa', '9120000000011', 'x'],
      ],
      Lain: [['Nama Perusahaan'], ['PT Umpama Lembah Hijau']],
    })
    const { body } = await send(file, { as_of: '2026-11-03' }, 'daftar.xlsx')
    await settledImport(service, body.id)
    expect(await at(body.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'no_header', headings: ['Sebutan', 'Kode', 'Catatan'] },
    })
    const columns = { name: 'Sebutan', licence: 'Kode' }
    const change = { columns, accept_missing: true }
    const { headers } = await recorder.agent.patch(`${PATH}/${body.id}`).send(change).expect(202)
    expect(headers.location).toBe(`${PATH}/${body.id}`)
    await settledImport(service, body.id)
    expect(await at(body.id)).toMatchObject({
      state: 'compared',
      problem: null,
      columns,
      read: { format: 'xlsx', sheet: 'Daftar', other_sheets: ['Lain'], unused: ['Catatan'] },
    })
    await recorder.agent
      .patch(`${PATH}/${body.id}`)
      .send({ sheet: 'Lain', columns: {} })
      .expect(202)
    await settledImport(service, body.id)
    expect((await at(body.id)).read).toMatchObject({
      sheet: 'Lain',
      columns: { name: 'Nama Perusahaan' },
    })
  })

  test('remembers the columns chosen for its source', async () => {
    const csv = 'Sebutan,Kode\r\nPT Rekaan Bahari Sentosa,9120000000011\r\n'
    const columns = '{"name":"Sebutan","licence":"Kode"}'
    await sent(csv, { as_of: '2026-11-04', columns })
    const id = await sent(csv, { as_of: '2026-11-05' })
    expect(await at(id)).toMatchObject({ state: 'compared', columns: JSON.parse(columns) })
    await sent(listOf(BAHARI), { as_of: '2026-11-05', columns: '{}' })
  })

  test('is decided about row by row', async () => {
    await publish(listOf(MUTIARA, LEMBAH), { as_of: '2026-11-06', accept_missing: 'true' })
    const { body: found } = await recorder.agent
      .get('/v1/agencies?q=Khayalan%20Mutiara')
      .expect(200)
    const agencyId = found.items[0].id
    const clash = 'PT Jenggala Purnama Raya;9120000000028;;'
    const id = await sent(listOf(LEMBAH, clash), { as_of: '2026-11-07' })
    const rows = (query = '') => recorder.agent.get(`${PATH}/${id}/rows${query}`).expect(200)
    const { body: conflicts } = await rows('?class=conflict&needs_look=true')
    expect(conflicts).toMatchObject({
      total: 1,
      items: [{ line: 3, agency_id: agencyId, conflict: { reason: 'number_of_another_agency' } }],
    })
    expect((await rows('?q=jenggala')).body.items).toHaveLength(1)
    expect((await rows('?class=missing')).body.items).toMatchObject([
      { line: null, agency_id: agencyId },
    ])

    const decision = `${PATH}/${id}/rows/3/decision`
    const put = (body: object, path = decision) => recorder.agent.put(path).send(body)
    const decided = await put({ is: 'is_agency', agency_id: agencyId }).expect(200)
    expect(decided.body).toMatchObject({ needs_comparing: true, decided_rows: 1 })
    expect((await rows('?decided=true')).body.items).toMatchObject([
      { line: 3, decision: { is: 'is_agency', agency_id: agencyId, by: recorder.id } },
    ])
    expect((await recorder.agent.post(`${PATH}/${id}/proposal`).send({})).status).toBe(409)
    await recorder.agent.post(`${PATH}/${id}/comparison`).expect(202)
    await settledImport(service, id)
    expect((await at(id)).comparison.rows).toMatchObject({ conflict: 0, changed: 1, missing: 0 })
    await recorder.agent.delete(decision).expect(200)
    expect((await at(id)).decided_rows).toBe(0)

    expect(faultsOf(await put({ is: 'is_agency' }).expect(422))).toEqual(['/agency_id'])
    expect(faultsOf(await put({ is: 'is_new', agency_id: 'x' }).expect(422))).toEqual([
      '/agency_id',
    ])
    const unknown = await put({ is: 'is_agency', agency_id: 'agy_tidakada' }).expect(422)
    expect(faultsOf(unknown)).toEqual(['/agency_id'])
    await put({ is: 'leave_out' }, `${PATH}/${id}/rows/99/decision`).expect(404)
  })
})

describe('what is wrong with a list that is sent', () => {
  const SMALL = listOf(BAHARI)
  test.each<[what: string, file: string | null, given: Fields, field: string]>([
    ['no file', null, {}, '/file'],
    ['an empty file', '', {}, '/file'],
    ['no source', SMALL, { source_id: undefined }, '/source_id'],
    ['an unknown source', SMALL, { source_id: 'src_tidakada' }, '/source_id'],
    ['no day', SMALL, { as_of: undefined }, '/as_of'],
    ['a day that is none', SMALL, { as_of: '2026-02-30' }, '/as_of'],
    ['a day that has not come', SMALL, { as_of: '2026-11-25' }, '/as_of'],
    ['retrieved before it was made', SMALL, { retrieved_on: '2026-10-31' }, '/retrieved_on'],
    ['an unknown kind', SMALL, { kind: 'bank' }, '/kind'],
    ['columns that are no JSON', SMALL, { columns: '{' }, '/columns'],
    ['a column that is none', SMALL, { columns: '{"colour":"x"}' }, '/columns/colour'],
    ['an unknown field', SMALL, { colour: 'x' }, '/colour'],
  ])('%s is named', async (_what, file, given, field) => {
    const answer = await send(file, given)
    expect([answer.status, faultsOf(answer)]).toEqual([422, [field]])
  })

  test('a PDF is kept as failed, with what to do', async () => {
    const id = await sent('%PDF-1.7 …', { as_of: '2026-11-08' })
    const { state, problem } = await at(id)
    expect([state, problem.code]).toEqual(['failed', 'not_a_list'])
    expect(problem.says).toContain('.xlsx atau CSV')
  })

  test('is refused when it is larger than 25 MB, with a length or in parts', async () => {
    const answer = await send(Buffer.alloc(26 * 2 ** 20, 'a'))
    expect([answer.status, answer.body.type]).toEqual([413, '/problems/upload-too-large'])
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20).fill(97)),
    })
    const inParts = await fetch(`${service.url}${PATH}`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: {
        Cookie: recorder.cookie,
        Origin: service.url,
        'Content-Type': 'multipart/form-data; boundary=x',
      },
    } as RequestInit)
    expect(inParts.status).toBe(413)
  })

  test('is not read from somebody who is signed out', async () => {
    const answer = await fetch(`${service.url}${PATH}`, {
      method: 'POST',
      body: new Uint8Array(5 * 2 ** 20),
      headers: { Origin: service.url, 'Content-Type': 'multipart/form-data; boundary=x' },
    })
    expect(answer.status).toBe(401)
  })

  test('is not kept when it breaks off, in its form or on the way', async () => {
    const before = await listImports(service.database, { limit: 100 })
    const form = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${SMALL}`
    const answer = await recorder.agent
      .post(PATH)
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(form)
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/upload-broken-off'])

    const { port, host } = new URL(service.url)
    const socket = connect(Number(port), '127.0.0.1')
    const head = `POST ${PATH} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${service.url}\r\nCookie: ${recorder.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n`
    await new Promise<void>((done) => socket.write(head + form, () => done()))
    socket.destroy()
    await recorder.agent.get(PATH).expect(200)
    expect(await listImports(service.database, { limit: 100 })).toHaveLength(before.length)
  })
})

describe('the imports', () => {
  test('come newest first, page by page to the microsecond, and by source and state', async () => {
    const all: string[] = []
    let cursor = ''
    do {
      const { body } = await approver.agent
        .get(`${PATH}?limit=3${cursor && `&cursor=${cursor}`}`)
        .expect(200)
      all.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.next_cursor ?? ''
    } while (cursor !== '')
    const kept = await listImports(service.database, { limit: 100 })
    expect(all).toEqual(kept.map(({ id }) => id))
    const states = await approver.agent.get(`${PATH}?state=failed`).expect(200)
    expect(states.body.items.length).toBeGreaterThan(0)
    for (const { state } of states.body.items) expect(state).toBe('failed')
    const others = await approver.agent.get(`${PATH}?source=src_contoh_daftar`).expect(200)
    expect(others.body.items).toEqual([])
    await approver.agent.get(`${PATH}?cursor=bukan`).expect(422)
    const impossible = Buffer.from('2026-02-31 99:00:00+00~imp_1').toString('base64url')
    await approver.agent.get(`${PATH}?cursor=${impossible}`).expect(422)
    await approver.agent.get(`${PATH}/imp_tidakada`).expect(404)
    await approver.agent.get(`${PATH}/imp_tidakada/rows`).expect(404)
  })

  test('of a whole country are not for a district', async () => {
    const local = await signInAs(service, {
      roles: [{ role: 'recorder', country: 'ID', region: '32.12' }],
    })
    const answer = await local.agent
      .post(PATH)
      .attach('file', Buffer.from(listOf(BAHARI)), 'daftar.csv')
      .field('source_id', LIST_SOURCE)
      .field('as_of', '2026-11-09')
    expect(answer.status).toBe(403)
  })
})
