import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  editionRecorded,
  licenceEventRecorded,
  licenceRecorded,
  nameRecorded,
  sourceRecorded,
} from '../../src/domain/change.ts'
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts'
import { signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { consoleAt } from './console-at.ts'

// The service's today is 24 November 2026.
const since = { effectiveOn: day('2025-01-02'), sourceId: 'src_segera' }

let service: TestService
let reader: TestSession
beforeAll(async () => {
  service = await startTestService()
  reader = await signInAs(service, { roles: [{ role: 'reader' }] })
})
afterAll(() => service.stop())

const dashboard = () => consoleAt(reader, '/konsol')

describe('the dashboard', () => {
  test('says so where no full check was made', async () => {
    const { text, html } = await dashboard()
    expect(text).toContain('Belum ada pemeriksaan lengkap')
    expect(html).not.toContain('class="bar')
  })

  test('names the agencies that their newest list no longer carries', async () => {
    const { text } = await dashboard()
    expect(text).toMatch(/Hilang dari daftar terbaru \(\d+\).*PT Contoh Mutiara Selatan/)
  })

  test('counts the licences that end within 30, 60 and 90 days, on the last day too', async () => {
    const ends = [
      ['2026-11-23', 'ended yesterday'],
      ['2026-11-24', 'its last day'],
      ['2026-12-24', 'the thirtieth day'],
      ['2026-12-25', 'the day after it'],
      ['2027-02-22', 'the ninetieth day'],
      ['2027-02-23', 'the day after it'],
    ] as const
    await service.record(
      sourceRecorded({
        id: 'src_segera',
        publisher: 'Dinas Percontohan',
        title: 'Daftar hampir tua',
        kind: 'authority_list',
        freshForDays: 30,
        demonstration: true,
      }),
      editionRecorded({
        sourceId: 'src_segera',
        asOf: day('2026-10-30'),
        retrievedOn: day('2026-10-30'),
      }),
      ...ends.flatMap(([validUntil], at) => {
        const [id, licenceId] = [`agy_segera${at}`, `lic_segera${at}`]
        return [
          agencyRecorded({ id, country: 'ID', kind: 'p3mi' }),
          nameRecorded(id, {
            ...since,
            id: `nam_segera${at}`,
            kind: 'registered',
            name: `PT Segera Habis Nomor ${at}`,
          }),
          licenceRecorded(id, { id: licenceId, kind: 'sip3mi' }),
          licenceEventRecorded(id, {
            ...since,
            id: `evt_segera${at}`,
            licenceId,
            type: 'granted',
            validUntil: day(validUntil),
          }),
        ]
      }),
    )
    const { text, html } = await dashboard()
    expect(text).toMatch(/dalam 30 hari: 2 dalam 60 hari: 3 dalam 90 hari: 4/)
    expect(text).toContain('PT Segera Habis Nomor 1, 24 November 2026')
    expect(html).toContain('href="/konsol/perusahaan?ends=30&amp;sort=valid_until"')
  })

  test('names the sources that are stale or soon will be, the stalest first', async () => {
    const { text } = await dashboard()
    expect(text).toMatch(/lewat \d+ hari: sudah lama.*Daftar hampir tua: segar 5 hari lagi/)
  })

  test('draws the checks of thirty days by verdict, kept and purged, and tells them in a table', async () => {
    const { sql } = service.database
    await sql`insert into check_counts (day, verdict, count) values
      ('2026-10-25', 'legal', 1000), ('2026-10-26', 'legal', 7), ('2026-11-20', 'not_legal', 3)`
    const body = { agency: { licence: '9900000000011' } }
    await fetch(`${service.url}/v1/checks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ recruiter: { kind: 'agency', licence: body.agency.licence } }),
    }).then((response) => expect(response.status).toBeLessThan(300))
    const { text, html } = await dashboard()
    expect(html.match(/class="bar is-legal"/g)).toHaveLength(2)
    expect(html.match(/class="bar is-not_legal"/g)).toHaveLength(1)
    expect(text).toContain('26 Oktober 2026 0 0 0 7 7')
    expect(text).toContain('20 November 2026 3 0 0 0 3')
    expect(text).toContain('24 November 2026 0 0 0 1 1')
    expect(text).not.toContain('1000')
  })

  test('stands in English for who asks for that', async () => {
    const { text } = await consoleAt(reader, '/konsol?lang=en')
    expect(text).toContain('Licences near their end')
  })
})

describe('a console whose register cannot reach the newest records', () => {
  test('says so on every page, and confirms nothing', async () => {
    let proxy: DatabaseProxy | undefined
    const cutOff = await startTestService({
      reach: async (url) => {
        proxy = await startDatabaseProxy(url)
        return proxy.url
      },
    })
    const session = await signInAs(cutOff, { roles: [{ role: 'auditor' }] })
    await consoleAt(session, '/konsol')
    await proxy?.become('refuse')
    const company = '/konsol/perusahaan/agy_contoh01'
    for (const path of [
      '/konsol',
      '/konsol/perusahaan',
      '/konsol/sumber',
      '/konsol/aturan',
      '/konsol/aturan/usia',
      '/konsol/nama-mirip',
      company,
      `${company}/perbedaan`,
      `${company}/jawaban`,
    ]) {
      const { text, status } = await session.agent.get(path).set('Accept', 'text/html')
      expect([path, status]).toEqual([path, 200])
      expect(text).toContain('mungkin tertinggal')
      expect(text).not.toContain('verdict is-legal')
    }
    await proxy?.become('pass')
    await cutOff.stop()
    await proxy?.stop()
  })
})
