import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { day } from '../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  licenceEventRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
} from '../../src/domain/change.ts'
import { signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { consoleAt } from './console-at.ts'

const HOSTILE = 'PT <script>alert(1)</script> "Jahat" & O\'Anak'
const SOURCE = 'src_contoh_daftar'
const since = { effectiveOn: day('2025-01-02'), sourceId: SOURCE }

let service: TestService
let reader: TestSession
beforeAll(async () => {
  service = await startTestService()
  reader = await signInAs(service, { roles: [{ role: 'reader' }] })
  await service.record(
    agencyRecorded({ id: 'agy_jahat', country: 'ID', kind: 'p3mi', regionCode: '32.12' }),
    nameRecorded('agy_jahat', { ...since, id: 'nam_jahat', kind: 'registered', name: HOSTILE }),
    licenceRecorded('agy_jahat', { id: 'lic_jahat', kind: 'sip3mi' }),
    licenceNumberRecorded('agy_jahat', {
      ...since,
      licenceId: 'lic_jahat',
      country: 'ID',
      kind: 'sip3mi',
      printed: '9900000000998',
      schema: 'nib',
      normalised: '9900000000998',
      nib: '9900000000998',
    }),
    licenceEventRecorded('agy_jahat', {
      ...since,
      id: 'evt_jahat',
      licenceId: 'lic_jahat',
      type: 'granted',
      validUntil: day('2026-12-10'),
      validityBasis: 'printed',
    }),
  )
})
afterAll(() => service.stop())

const open = (path: string, session = reader) => consoleAt(session, path)
const firstCells = (html: string) =>
  [...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, ''),
  )

const PAGES = [
  '/konsol',
  '/konsol/perusahaan',
  '/konsol/perusahaan/agy_contoh01',
  '/konsol/perusahaan/agy_contoh01/perbedaan',
  '/konsol/perusahaan/agy_contoh01/jawaban',
  '/konsol/sumber',
  '/konsol/aturan',
  '/konsol/aturan/izin-merekrut',
  '/konsol/nama-mirip',
] as const

describe('the console', () => {
  test.each(PAGES)('%s is for people who are signed in', async (path) => {
    const asked = await request(service.url).get(path).set('Accept', 'text/html')
    expect(asked.status).toBe(303)
    expect(asked.headers.location).toBe(`/masuk?lanjut=${encodeURIComponent(path)}`)
  })

  test.each(['reader', 'auditor', 'recorder', 'approver', 'administrator'] as const)(
    'is read by one who is %s, kept by nobody, and names no field officer',
    async (role) => {
      const session = await signInAs(service, { roles: [{ role }] })
      for (const path of PAGES) {
        const { status, headers, html } = await open(path, session)
        expect([path, status]).toEqual([path, 200])
        expect(headers['cache-control']).toBe('no-store')
        expect(html).not.toMatch(/Petugas Contoh Pertama|ST\/CONTOH/)
      }
    },
  )

  test('tells who has no role to ask for one, and shows nothing', async () => {
    const nobody = await signInAs(service)
    expect((await open('/konsol', nobody)).text).toContain('belum diberi peran')
    for (const path of PAGES.slice(1)) expect((await open(path, nobody)).status).toBe(403)
  })

  test.each([
    '/konsol/perusahaan/agy_none',
    '/konsol/perusahaan/agy_none/jawaban',
    '/konsol/aturan/tidak-ada',
  ])('%s is not there', async (path) => {
    expect((await open(path)).status).toBe(404)
  })
})

describe('the table of companies', () => {
  test('lists every one, encodes what they are called, and leads to each', async () => {
    const { html, text } = await open('/konsol/perusahaan')
    expect(text).toContain(`dari ${DEMONSTRATION_AGENCIES.length + 1}, halaman 1 dari 1`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('PT &lt;script&gt;alert(1)&lt;/script&gt; &quot;Jahat&quot; &amp;')
    expect(html).toContain('href="/konsol/perusahaan/agy_jahat"')
    expect(text).toContain('Kabupaten Indramayu')
  })

  test.each([
    ['status=revoked', 'PT Contoh Intan Persada', 'PT Contoh Bahari Sentosa'],
    ['kind=crew_manning', 'Contoh', 'PT Contoh Bahari Sentosa'],
    ['q=9900000000011', 'PT Contoh Bahari Sentosa', 'PT Contoh Intan Persada'],
    ['region=32.09', 'PT Contoh Bahari Sentosa', 'PT Contoh Intan Persada'],
    ['ends=30', '10 Desember 2026', 'PT Contoh Bahari Sentosa'],
    ['list=missing', 'tidak ada lagi di daftar terbaru', 'PT Contoh Bahari Sentosa'],
  ])('narrowed by %s shows %s and not %s', async (query, shown, hidden) => {
    const cells = await open(`/konsol/perusahaan?${query}`)
    expect(cells.text).toContain(shown)
    expect(cells.text).not.toContain(hidden)
  })

  test('is ordered by a head, both ways, and says so', async () => {
    const ascending = await open('/konsol/perusahaan?sort=name')
    const descending = await open('/konsol/perusahaan?sort=-name')
    expect(ascending.html).toContain('<th scope="col" aria-sort="ascending">')
    expect(descending.html).toContain('<th scope="col" aria-sort="descending">')
    expect(firstCells(descending.html)).toEqual(firstCells(ascending.html).toReversed())
  })

  test.each(['number', 'status', 'valid_until', 'changed', 'kind', 'region'])(
    'is ordered by %s with what is unknown last both ways',
    async (key) => {
      for (const sort of [key, `-${key}`]) {
        const { html, status } = await open(`/konsol/perusahaan?sort=${sort}`)
        expect(status).toBe(200)
        expect(firstCells(html)).toHaveLength(DEMONSTRATION_AGENCIES.length + 1)
      }
      const byEnd = await open('/konsol/perusahaan?sort=-valid_until')
      expect(firstCells(byEnd.html)[0]).not.toBe('')
    },
  )

  test('puts the company recorded last first when ordered by that', async () => {
    const { html } = await open('/konsol/perusahaan?sort=-changed')
    expect(firstCells(html)[0]).toContain('Jahat')
  })

  test.each([
    'sort=constructor',
    'sort=--name',
    'page=0',
    'page=99999',
    'page=-1',
    'status=nothing',
  ])('shows the whole list for %s', async (query) => {
    const { html, status } = await open(`/konsol/perusahaan?${query}`)
    expect(status).toBe(200)
    expect(firstCells(html)).toHaveLength(DEMONSTRATION_AGENCIES.length + 1)
  })

  test('says that nothing found is nothing proven', async () => {
    const { text } = await open('/konsol/perusahaan?q=Zzyzx+Qwpl')
    expect(text).toContain('belum berarti perusahaan itu tidak sah')
  })

  test('keeps what was asked for in its links, with the language', async () => {
    const { html } = await open('/konsol/perusahaan?status=licensed&q=contoh&lang=en')
    expect(html).toContain(
      'href="/konsol/perusahaan?q=contoh&amp;status=licensed&amp;sort=valid_until&amp;lang=en"',
    )
  })
})

describe('a table of many rows', () => {
  test('is turned page by page without losing or repeating one', async () => {
    const many = Array.from({ length: 60 }, (_, at) => {
      const id = `agy_banyak${String(at).padStart(3, '0')}`
      const name = `PT Banyak Nomor ${at}`
      return [
        agencyRecorded({ id, country: 'ID', kind: 'own_company' }),
        nameRecorded(id, { ...since, id: `nam_banyak${at}`, kind: 'registered' as const, name }),
      ]
    })
    await service.record(...many.flat())
    const seen: string[] = []
    let next: string | undefined = '/konsol/perusahaan?kind=own_company&sort=-name'
    while (next !== undefined) {
      const { html } = await open(next)
      seen.push(...firstCells(html))
      next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    const own = DEMONSTRATION_AGENCIES.filter(({ kind }) => kind === 'own_company').length
    expect(seen).toHaveLength(60 + own)
    expect(new Set(seen).size).toBe(seen.length)
    const nines = seen.indexOf('PT Banyak Nomor 9')
    expect(nines).toBeGreaterThan(seen.indexOf('PT Banyak Nomor 10'))
  })
})

describe('the tables of rules', () => {
  test('are named with how many rows are in force', async () => {
    const { html, text } = await open('/konsol/aturan')
    for (const slug of ['izin-merekrut', 'permintaan-tenaga-kerja', 'negara-tujuan', 'usia']) {
      expect(html).toContain(`href="/konsol/aturan/${slug}"`)
    }
    expect(text).toMatch(/\d+ baris berlaku hari ini, \d+ seluruhnya/)
  })

  test.each([
    ['izin-merekrut', 'CONTOH/SIP2MI'],
    ['permintaan-tenaga-kerja', 'PT Contoh Bahari Sentosa'],
    ['negara-tujuan', 'Taiwan'],
    ['usia', '18'],
    ['dokumen', 'paspor'],
    ['biaya', 'USD 28'],
    ['mitra', 'Contoh'],
    ['kantor', 'SAPA 129'],
  ])('%s tells of %s, with its days, ground and source', async (slug, words) => {
    const { text } = await open(`/konsol/aturan/${slug}`)
    expect(text).toContain(words)
    expect(text).toContain('Berlaku sejak')
  })

  test('show the rows in force on a day, those to come, those that ended, or all', async () => {
    const count = async (query: string) =>
      firstCells((await open(`/konsol/aturan/negara-tujuan?${query}`)).html).length
    const all = await count('state=all')
    const parts = [
      await count('on=2026-11-24'),
      await count('on=24-11-2026&state=coming'),
      await count('on=24+November+2026&state=ended'),
    ]
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all)
    expect(all).toBeGreaterThan(0)
  })

  test('are searched in every column, and say so when nothing is in force', async () => {
    const { text } = await open('/konsol/aturan/negara-tujuan?q=taiwan')
    expect(text).toContain('Taiwan')
    expect(text).not.toContain('Malaysia')
    expect((await open('/konsol/aturan/negara-tujuan?on=1900-01-01')).text).toContain(
      'Tidak ada baris yang cocok',
    )
  })
})

describe('the sources', () => {
  test('stand with the stalest first, each with the days it has left', async () => {
    const { text, html } = await open('/konsol/sumber')
    expect(text).toMatch(/lewat \d+ hari: sudah lama|segar \d+ hari lagi/)
    expect(html).toContain('aria-sort="ascending"')
    expect((await open('/konsol/sumber?q=tidak+ada+ini')).text).toContain('Tidak ada yang cocok.')
  })
})

describe('the names alike', () => {
  test('are pairs of different companies, each once', async () => {
    await service.record(
      agencyRecorded({ id: 'agy_kembar', country: 'ID', kind: 'p3mi' }),
      nameRecorded('agy_kembar', {
        ...since,
        id: 'nam_kembar',
        kind: 'registered',
        name: 'PT. Contoh Bahari Sentosa',
      }),
    )
    const { html } = await open('/konsol/nama-mirip?q=bahari+sentosa')
    expect(html.match(/href="\/konsol\/perusahaan\/agy_kembar"/g)).toHaveLength(1)
    expect(html).toContain('href="/konsol/perusahaan/agy_contoh01"')
  })
})
