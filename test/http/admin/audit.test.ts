import { parse } from 'csv-parse/sync'
import postgres from 'postgres'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkReference } from '../../../src/actions/issue-receipt.ts'
import { readCheckCode } from '../../../src/domain/check-code.ts'
import { auditEvent, commandActor } from '../../../src/domain/people/audit-event.ts'
import { appendAudit } from '../../../src/store/audit.ts'
import { signInAs, type TestSession } from '../../support/signed-in.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

let service: TestService
let auditor: TestSession
let reader: TestSession
beforeAll(async () => {
  service = await startTestService()
  auditor = await signInAs(service, { roles: [{ role: 'auditor' }] })
  reader = await signInAs(service, { roles: [{ role: 'reader', country: 'ID' }] })
})
afterAll(() => service.stop())

const trail = async (query: string) =>
  (await auditor.agent.get(`/v1/admin/audit?${query}`).expect(200)).body
const newCheck = async () => {
  const asked = request(service.url).post('/v1/checks')
  const { body } = await asked.send({ recruiter: { licence: '9900000000011' } }).expect(200)
  const code = String(body.code)
  const codeHash = service.dependencies.hash.of('check-code', readCheckCode(code) ?? '')
  return { code, reference: checkReference({ codeHash }) }
}

describe('the trail', () => {
  test('tells who did what, newest first, and that it was looked at', async () => {
    await reader.agent.get('/v1/admin/sessions').expect(200)
    const { items } = await trail(`actor=${reader.id}`)
    expect(items[0]).toMatchObject({
      action: 'session.opened',
      actor: { kind: 'person', id: reader.id, name: expect.stringContaining('Petugas') },
      address: '127.0.0.1',
      session_id: expect.stringMatching(/^ses_/),
      detail: { method: 'authenticator', complete: true },
    })
    const { items: looks } = await trail(`action=audit.read&actor=${auditor.id}`)
    expect(looks[1].detail).toEqual({ actor: reader.id })
  })

  test('is given in pages without a gap or a repetition', async () => {
    for (let at = 0; at < 7; at++) {
      await appendAudit(
        service.database,
        auditEvent(commandActor('paging'), 'person.enabled', `per_${at}`),
      )
    }
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`
      const page = await trail(`actor=paging&limit=2${at}`)
      seen.push(...page.items.map(({ subject }: { subject: string }) => subject))
      cursor = page.next_cursor
    }
    expect(seen).toEqual(['per_6', 'per_5', 'per_4', 'per_3', 'per_2', 'per_1', 'per_0'])
  })

  test('is narrowed by days of the registry’s time zone', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date())
    expect((await trail(`from=${today}&until=${today}`)).items.length).toBeGreaterThan(0)
    expect((await trail('until=2020-01-01')).items).toEqual([])
    await auditor.agent.get('/v1/admin/audit?from=2026-02-30').expect(422)
  })

  test('R57: is exported as CSV that no spreadsheet runs', async () => {
    const event = auditEvent(commandActor('=HYPERLINK("x")'), 'person.enabled', '+1,"a"\n@b')
    await appendAudit(service.database, event)
    const { text, headers } = await auditor.agent
      .get('/v1/admin/audit.csv?action=person.enabled')
      .expect(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const rows = parse(text, { columns: true }) as Record<string, string>[]
    expect(rows[0]).toMatchObject({ actor_id: `'=HYPERLINK("x")`, subject: `'+1,"a"\n'@b` })
    expect((await trail('action=audit.exported')).items).toHaveLength(1)
  })

  test('is looked at whatever is asked of it, to the longest', async () => {
    const actor = `${'a'.repeat(99)}😀`
    await auditor.agent.get(`/konsol/jejak?${new URLSearchParams({ actor })}`).expect(200)
    const { items } = await trail('action=audit.read')
    expect(items[1].detail).toEqual({ actor })
  })

  test('is told to an auditor of a place as far as it concerns that place', async () => {
    const place = (country: string, region: string | null) => ({ place: { country, region } })
    for (const [actor, at] of [
      ['own', place('ID', '32.12')],
      ['within', place('ID', '32.12.01')],
      ['beside', place('ID', '32.120')],
      ['around', place('ID', '32')],
      ['country', place('ID', null)],
      ['abroad', place('MY', '32.12')],
      ['nowhere', {}],
    ] as const) {
      await appendAudit(
        service.database,
        auditEvent(commandActor(actor), 'role.ended', 'per_place', at),
      )
    }
    const told = async (...regions: (string | null)[]) => {
      const roles = regions.map((region) => ({ role: 'auditor', country: 'ID', region }) as const)
      const { agent } = await signInAs(service, { roles })
      const { body } = await agent.get('/v1/admin/audit?subject=per_place').expect(200)
      const { text } = await agent.get('/v1/admin/audit.csv?subject=per_place').expect(200)
      const actors = body.items.map((item: { actor: { id: string } }) => item.actor.id)
      const rows = parse(text, { columns: true }) as Record<string, string>[]
      expect(rows.map((row) => row.actor_id)).toEqual(actors)
      const page = await agent.get('/konsol/jejak?subject=per_place').expect(200)
      expect(page.text.includes('abroad')).toBe(false)
      return actors
    }
    expect(await told('32.12')).toEqual(['within', 'own'])
    expect(await told('32.12', '33')).toEqual(['within', 'own'])
    expect(await told('32')).toEqual(['around', 'beside', 'within', 'own'])
    expect(await told(null)).toEqual(['nowhere', 'country', 'around', 'beside', 'within', 'own'])
    expect((await trail('subject=per_place')).items).toHaveLength(7)
  })

  test('takes nothing back: the service’s role can neither change nor remove an event', async () => {
    const { sql } = service.database
    for (const statement of [
      'update audit_events set actor_id = null',
      'delete from audit_events',
      'truncate audit_events',
      "insert into audit_events (at, actor_kind, action, detail) values ('2020-01-01', 'command', 'x', '{}')",
      'update role_grants set granted_by = null',
      'delete from role_grants',
      'delete from role_grant_ends',
      'delete from people',
    ]) {
      await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('reading a check', () => {
  test.each([
    ['the API', (code: string) => `/v1/checks/${code}`],
    ['its receipt', (code: string) => `/v1/receipts/${code}`],
    ['its printed page', (code: string) => `/tanda-terima/${code}`],
  ])('by an officer through %s is written down by its reference', async (_door, address) => {
    const { code, reference } = await newCheck()
    await reader.agent.get(address(code)).expect(200)
    const { items } = await trail(`action=check.read&subject=${reference}`)
    expect(items).toHaveLength(1)
    expect(items[0].actor.id).toBe(reader.id)
    expect(JSON.stringify(items)).not.toContain(code)
  })

  test('by a family or a kiosk is not', async () => {
    const { code, reference } = await newCheck()
    await request(service.url).get(`/v1/checks/${code}`).expect(200)
    expect((await trail(`subject=${reference}`)).items).toEqual([])
  })

  test('is not answered where it cannot be written down', async () => {
    const own = await startTestService()
    try {
      const officer = await signInAs(own, { roles: [{ role: 'reader' }] })
      const asked = request(own.url).post('/v1/checks')
      const { body } = await asked.send({ recruiter: { licence: '9900000000011' } }).expect(200)
      const owner = connectAsOwner(own)
      await owner`revoke insert on audit_events from pastikan_service`
      await owner`revoke insert (actor_kind, actor_id, session_id, address, action, subject, country,
        region, detail, request_id) on audit_events from pastikan_service`
      await owner.end()
      for (const address of [`/v1/checks/${body.code}`, `/tanda-terima/${body.code}`]) {
        const { status, text } = await officer.agent.get(address)
        expect(status).toBe(503)
        expect(text).not.toContain('verdict')
      }
      await request(own.url).get(`/v1/checks/${body.code}`).expect(200)
    } finally {
      await own.stop()
    }
  })
})

function connectAsOwner({ testDatabase }: TestService) {
  return postgres(testDatabase.ownerUrl, { max: 1, onnotice: () => {} })
}
