import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { createApp } from '../../src/app.ts'
import { type RunningService, serve } from '../../src/serve.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { pageAt, textOf } from './page-at.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

const page = (path: string, headers?: Record<string, string>) => pageAt(service.url, path, headers)

describe('the agency page', () => {
  test('shows names, licence, branches, destinations, contact, sources and both clocks', async () => {
    const { status, html } = await page('/perusahaan/agy_contoh01')
    const text = textOf(html)
    expect(status).toBe(200)
    for (const part of [
      'PT Contoh Bahari Sentosa',
      'CBS (singkatan',
      '9900000000011',
      'Cabang Indramayu (contoh), Kabupaten Indramayu: tidak buka pada hari itu, sejak 1 Maret 2022 sampai 10 Juli 2026',
      'Cabang Cirebon (contoh), Kabupaten Cirebon: buka',
      'Taiwan',
      'Petugas lapangan dengan surat tugas pada hari itu: 1',
      'Daftar P3MI contoh',
      'Berlaku: 2 Januari 2025',
      'Dicatat:',
    ]) {
      expect(text).toContain(part)
    }
    expect(html).toContain('href="tel:+622100000101"')
  })

  test('sends nobody to a number that is not there', async () => {
    const numbered = textOf((await page('/perusahaan/agy_contoh01')).html)
    expect(numbered).toContain('tidak diumumkan; tanyakan ke nomor di atas.')
    const bare = textOf((await page('/perusahaan/agy_contoh20')).html)
    expect(bare).toContain('Kontak yang tercatat Belum ada yang tercatat.')
    expect(bare).not.toContain('nomor di atas')
  })

  test('names no field officer', async () => {
    const { html } = await page('/perusahaan/agy_contoh01')
    expect(html).not.toMatch(/Petugas Contoh|ST\/CONTOH/)
  })

  test('shows a sanction with its scope and decree', async () => {
    const text = textOf((await page('/perusahaan/agy_contoh04')).html)
    expect(text).toContain('sejak 1 September 2026; cakupan: Taiwan; Keputusan Contoh (rekaan)')
  })

  test.each([
    ['agy_contoh13', 'berizin, tetapi catatannya sudah lama'],
    ['agy_contoh14', 'berizin, tetapi tidak ada lagi di daftar terbaru'],
  ])(
    'of %s does not let a licence stand alone that no fresh source confirms',
    async (id, words) => {
      expect(textOf((await page(`/perusahaan/${id}`)).html)).toContain(words)
      expect(textOf((await page('/perusahaan?status=licensed')).html)).toContain(words)
    },
  )

  test('shows the day asked about', async () => {
    const before = textOf((await page('/perusahaan/agy_contoh15?on=2026-02-28')).html)
    const after = textOf((await page('/perusahaan/agy_contoh15')).html)
    expect(before).toContain('28 Februari 2026')
    expect(after).toContain('PT Contoh Pelita Lama (nama lama')
  })

  test.each([
    ['/perusahaan/agy_none', 404],
    ['/perusahaan/agy_contoh01?on=2026-02-30', 422],
    ['/no/such/page', 404],
  ])('%s is a page with status %i', async (path, status) => {
    const found = await page(path)
    expect(found.status).toBe(status)
    expect(found.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(found.html).toContain('action="/periksa"')
  })

  test('is a problem document for a program', async () => {
    const response = await fetch(`${service.url}/perusahaan/agy_none`)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const inApi = await page('/v1/agencies/agy_none')
    expect(inApi.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('the list', () => {
  test('leads through every agency, page by page', async () => {
    const seen: string[] = []
    let next: string | undefined = '/perusahaan'
    while (next !== undefined) {
      const { html } = await page(next)
      seen.push(...[...html.matchAll(/href="\/perusahaan\/(agy_\w+)"/g)].map(([, id]) => id ?? ''))
      next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(DEMONSTRATION_AGENCIES.length)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('searches, filters by status and keeps both in its form', async () => {
    const { html } = await page('/perusahaan?status=revoked')
    expect(html).toContain('PT Contoh Intan Persada')
    expect(html).not.toContain('PT Contoh Bahari Sentosa')
    expect(html).toMatch(/<option value="revoked" selected/)
    expect((await page('/perusahaan?q=contoh+bahari')).html).toContain('value="contoh bahari"')
  })

  test('says that nothing found is nothing proven', async () => {
    const text = textOf((await page('/perusahaan?q=Zzyzx+Qwpl')).html)
    expect(text).toContain('Tidak ada yang cocok.')
    expect(text).toContain('belum berarti perusahaan itu tidak sah')
  })

  test.each([
    '?status=%00',
    '?status=nothing',
    '?after=agy_none',
    '?q=%FF%FE',
    `?q=${'x'.repeat(9_000)}`,
  ])('survives %s', async (query) => {
    expect((await page(`/perusahaan${query}`)).status).toBeLessThan(500)
  })
})

describe('the examples', () => {
  test('lead to an answer each, marked as invented', async () => {
    const { html } = await page('/sandbox')
    expect(textOf(html)).toContain('rekaan. Tidak ada yang nyata.')
    const links = [...html.matchAll(/href="(\/periksa\?[^"]+)"/g)].map(([, link]) => link ?? '')
    expect(links.length).toBeGreaterThan(DEMONSTRATION_AGENCIES.length)
    const verdicts = new Set<string>()
    for (const link of links) {
      const answer = await page(link.replaceAll('&amp;', '&'))
      expect(answer.status, link).toBe(200)
      expect(answer.html).toContain('Data contoh')
      verdicts.add(/verdict is-(\w+)/.exec(answer.html)?.[1] ?? '')
    }
    expect([...verdicts].sort()).toEqual(['cannot_confirm', 'caution', 'legal', 'not_legal'])
  })
})

describe('the language', () => {
  test.each([
    ['/', {}, 'id'],
    ['/', { 'Accept-Language': 'en-GB,en;q=0.9' }, 'en'],
    ['/?lang=en', {}, 'en'],
    ['/?lang=id', { 'Accept-Language': 'en' }, 'id'],
    ['/?lang=fr', {}, 'id'],
    ['/no/such/page?lang=en', {}, 'en'],
  ])('of %s with %j is %s', async (path, headers, language) => {
    const found = await page(path, headers)
    expect(found.html).toContain(`<html lang="${language}">`)
    expect(found.headers.get('content-language')).toBe(language)
  })

  test('can be changed on every page without losing the question, and links keep it', async () => {
    const { html } = await page('/periksa?q=PT+Contoh+Milenia+Muda')
    const link = /href="([^"]+)" lang="en"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const english = await page(link)
    expect(english.html).toContain('Cannot be confirmed')
    expect(english.html).toContain('<input type="hidden" name="lang" value="en"')
    for (const [, href = ''] of english.html.matchAll(/href="(\/(?:periksa|perusahaan)[^"]*)"/g)) {
      expect(href).toMatch(/lang=(en|id)/)
    }
  })
})

describe('without a register', () => {
  let alone: RunningService
  beforeAll(async () => {
    const dependencies = bareDependencies()
    alone = await serve(createApp(dependencies), dependencies)
  })
  afterAll(() => alone.stop())

  test.each(['/periksa?q=9900000000011', '/perusahaan', '/perusahaan/agy_contoh01'])(
    '%s says that it cannot look, and gives no verdict',
    async (path) => {
      const { status, html } = await pageAt(alone.url, path)
      expect(status).toBe(503)
      expect(html).toContain('Kami belum dapat melihat daftar')
      expect(html).not.toContain('class="verdict')
    },
  )

  test('the box is there all the same', async () => {
    expect((await pageAt(alone.url, '/')).status).toBe(200)
  })
})

describe('too many requests', () => {
  test('are answered to people in plain words, with when to come back', async () => {
    const dependencies = bareDependencies({ RATE_LIMIT_PER_MINUTE: '1' })
    const limited = await serve(createApp(dependencies), dependencies)
    try {
      await pageAt(limited.url, '/')
      const { status, html, headers } = await pageAt(limited.url, '/periksa?q=x&lang=en')
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect(html).toContain('Too many questions at once')
    } finally {
      await limited.stop()
    }
  })
})
