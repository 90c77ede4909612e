import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { agencyRecorded, nameRecorded } from '../../src/domain/change.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { pageAt, textOf } from './page-at.ts'

const HOSTILE = 'PT <script>alert("x")</script> & Contoh'

const { log, lines } = keptLog()
let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { log } })
})
afterAll(() => service.stop())

const page = (path: string, headers?: Record<string, string>) => pageAt(service.url, path, headers)
const ask = (question: Record<string, string>) => page(`/periksa?${new URLSearchParams(question)}`)

describe('the answer page', () => {
  const cases: [string, string, string][] = [
    ['9900000000011', 'Tercatat berizin', 'a licence in force'],
    ['9900 0000 00011', 'Tercatat berizin', 'the same number with spaces'],
    ['PT Contoh Bahari Sentosa', 'Tercatat berizin', 'the exact name'],
    ['PT Contoh Bahari Sentosa 9900000000011', 'Tercatat berizin', 'name and number agree'],
    ['9900000000035', 'Hati-hati', 'a written warning'],
    ['9900000000042', 'Hati-hati', 'a partial suspension'],
    ['PT Contoh Bahari Sentosa 021 0000 0999', 'Hati-hati', 'another telephone'],
    ['9900000000066', 'Tidak sah', 'a revoked licence'],
    ['PT Contoh Bahari Sentosa 9900000000035', 'Tidak sah', 'another company’s number'],
    ['PT Contoh Bahari Sentoso', 'Belum dapat dipastikan', 'a name with a slip'],
    ['PT Contoh Bahari Gemilang', 'Belum dapat dipastikan', 'a name that only resembles'],
    ['PT Contoh Milenia Muda', 'Belum dapat dipastikan', 'a part of two names'],
    [
      '9900000000028001',
      'Hati-hati',
      'a number with a digit lost leads to its holder, with caution',
    ],
    ['021 0000 0101', 'Belum dapat dipastikan', 'a telephone alone proves nothing'],
    ['PT Rekaan Tiada Tercatat', 'Belum dapat dipastikan', 'not found is not illegal'],
  ]

  test.each(cases)('of %j says %j', async (q, verdict, _reason) => {
    const { status, html } = await ask({ q })
    expect(status).toBe(200)
    expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]).toBe(verdict)
  })

  test('never says that anything is safe, nor accuses anyone', async () => {
    for (const [q] of cases) {
      for (const lang of ['id', 'en']) {
        const text = textOf((await ask({ q, lang })).html)
        expect(text).not.toMatch(/\baman\b|\bsafe\b|penipu|fraud|scam|ilegal/i)
      }
    }
  })

  test('says what was not checked, the next steps, the day, the entry and the source’s age', async () => {
    const { html } = await ask({ q: '9900000000011' })
    const text = textOf(html)
    expect(text).toContain('Yang TIDAK diperiksa')
    expect(text).toContain('izin merekrut (SIP2MI)')
    expect(text).toContain('Tanyakan ke Dinas Tenaga Kerja')
    expect(text).toContain('24 November 2026')
    expect(text).toMatch(/catatan nomor \d+/)
    expect(text).toMatch(/Sumber: Daftar P3MI contoh, diambil 1 November 2026 \(23 hari lalu\)/)
    expect(html).toContain('Data contoh')
    expect(html).toContain('href="tel:+622100000101"')
  })

  test('puts the verdict before the reasons and the reasons before what was asked', async () => {
    const text = textOf((await ask({ q: '9900000000042' })).html)
    const places = ['Hati-hati', 'sekarang', 'Mengapa begitu', 'Yang TIDAK', 'Yang ditanyakan'].map(
      (part) => text.indexOf(part),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('draws word by word what differs, and one tap asks about the candidate', async () => {
    const { html } = await ask({ q: 'PT Contoh Bahari Gemilang' })
    expect(html).toContain('<mark>GEMILANG</mark>')
    expect(html).toContain('<mark>SENTOSA</mark>')
    expect(textOf(html)).toMatch(/SENTOSA tidak ditulis.*GEMILANG – tidak ada di daftar/)
    const link = /href="(\/periksa\?licence=9900000000011[^"]*)"/.exec(html)?.[1] ?? ''
    const next = await page(link.replaceAll('&amp;', '&'))
    expect(next.html).toContain('<h1>Tercatat berizin</h1>')
    expect(textOf(next.html)).toContain('Sebelumnya Anda menulis PT Contoh Bahari Gemilang')
  })

  test('offers the other reading of a number', async () => {
    const { html } = await ask({ q: '0811220000011' })
    expect(html).toContain('href="/periksa?phone=0811220000011"')
  })

  test('takes the fields one by one and the day', async () => {
    const before = await ask({ licence: '9900000000066', on: '2026-01-28' })
    const after = await ask({ licence: '9900000000066', on: '2026-01-29' })
    expect(before.html).not.toContain('<h1>Tidak sah</h1>')
    expect(after.html).toContain('<h1>Tidak sah</h1>')
  })

  const faults: [Record<string, string>, RegExp][] = [
    [{}, /Ketik dulu/],
    [{ q: '   ' }, /Ketik dulu/],
    [{ q: 'x'.repeat(301) }, /Terlalu panjang/],
    [{ phone: '0'.repeat(41) }, /Terlalu panjang/],
    [{ q: 'PT Contoh', on: '2026-02-30' }, /Hari itu tidak ada/],
  ]
  test.each(faults)('asks again when it was given %j', async (question, says) => {
    const { status, html } = await ask(question)
    expect(status).toBe(422)
    expect(html).toContain('role="alert"')
    expect(textOf(html)).toMatch(says)
  })

  test('R56: shows hostile input and hostile names as text', async () => {
    await service.record(
      agencyRecorded({ id: 'agy_hostile1', country: 'ID', kind: 'p3mi', regionCode: null }),
      nameRecorded('agy_hostile1', {
        id: 'nam_hostile1',
        kind: 'registered',
        name: HOSTILE,
        effectiveOn: day('2025-01-02'),
        sourceId: 'src_contoh_daftar',
      }),
    )
    const paths = [
      `/periksa?${new URLSearchParams({ q: HOSTILE })}`,
      `/periksa?${new URLSearchParams({ name: `${HOSTILE}x`, typed: HOSTILE })}`,
      `/periksa?${new URLSearchParams({ q: HOSTILE, on: HOSTILE })}`,
      '/perusahaan/agy_hostile1',
      `/perusahaan?${new URLSearchParams({ q: HOSTILE })}`,
      `/no/such/page?${new URLSearchParams({ [HOSTILE]: HOSTILE })}`,
    ]
    for (const path of paths) {
      const { html } = await page(path)
      expect(html, path).not.toContain('<script>alert')
      expect(html.match(/<script/g)?.length ?? 0, path).toBeLessThanOrEqual(1)
    }
    expect((await page('/perusahaan/agy_hostile1')).html).toContain('&lt;script&gt;')
  })

  test('is kept by no browser and named to no other site', async () => {
    const { headers } = await ask({ q: '9900000000011' })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test('leaves nothing that was typed in the log', async () => {
    lines.length = 0
    await ask({ q: 'PT Rahasia Diketik', typed: 'PT Rahasia Diketik' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ route: '/periksa', verdict: 'cannot_confirm' })
    expect(JSON.stringify(lines)).not.toContain('Rahasia')
  })

  test('has no inline script or style, and every asset is served', async () => {
    const { html } = await ask({ q: 'PT Contoh Bahari Sentoso' })
    expect(html).not.toMatch(/ style=|<style|<script>|javascript:| on\w+=/)
    const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, at]) => at ?? '')
    expect(assets).toHaveLength(3)
    for (const asset of assets) {
      const response = await fetch(`${service.url}${asset}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toContain('immutable')
    }
    expect((await fetch(`${service.url}/assets/none.css`)).status).toBe(404)
  })
})

describe('the first answer', () => {
  test('with all that it needs is under 60 KB, packed or not', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const start = await page('/', { 'Accept-Encoding': encoding })
      const answer = await page('/periksa?q=PT+Contoh+Milenia+Muda', {
        'Accept-Encoding': encoding,
      })
      let bytes = start.bytes + answer.bytes
      for (const [, asset] of answer.html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
        bytes += (await page(asset ?? '', { 'Accept-Encoding': encoding })).bytes
      }
      expect(bytes, encoding).toBeLessThan(60_000)
    }
  })
})
