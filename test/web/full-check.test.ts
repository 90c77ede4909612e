import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import { connect } from '../../src/store/database.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { dumpOf } from '../support/dump.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { type Answered, fieldsOf, press, sent } from './filled-form.ts'
import { pageAt, textOf } from './page-at.ts'

const CANARY = {
  'recruiter.name': 'Bu Cendrawasih',
  'recruiter.phone': '081299887766',
  'recruiter.representative.name': 'Murai Melompat',
  'recruiter.representative.letter_number': 'ST/KENARI/2026',
  'worker.birth_date': '07/03/1999',
  'worker.nik': '3212999912340007',
  'worker.name': 'Kenari Bernyanyi',
  'documents.0.number': 'X9988776',
  'documents.0.issuer': 'Kuwu Prenjak',
  'documents.0.holder_name': 'Kutilang Berkicau',
  'documents.0.holder_birth_date': '06/02/1998',
}

const { log, lines } = keptLog()
let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { log } })
})
afterAll(() => service.stop())

const start = (query = ''): Promise<Answered> => pageAt(service.url, `/periksa-lengkap${query}`)
const to = (page: Answered, button: string, typed: Record<string, string> = {}) =>
  press(service.url, page, button, typed)
const titleOf = ({ html }: Answered) => /<h1>(.*?)<\/h1>/.exec(html)?.[1]

async function summaryWith(typed: Record<string, string>): Promise<Answered> {
  const named = (prefix: string) =>
    Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith(prefix)))
  let page = await start()
  page = await to(page, 'next', named('recruiter.'))
  page = await to(page, 'next', named('placement.'))
  if ('documents.0.number' in typed) page = await to(page, 'add', { add: 'passport' })
  return to(page, 'next', { ...named('worker.'), ...named('documents.') })
}

async function answerAt({ headers }: Answered): Promise<Answered> {
  return pageAt(service.url, headers.get('location') ?? '')
}

async function checksKept(): Promise<number> {
  const { sql } = service.database
  return Number((await sql`select count(*) as n from checks`)[0]?.n)
}

describe('the steps', () => {
  test('go from the recruiter to the job, to the worker, to the summary', async () => {
    let page = await start()
    const titles = [titleOf(page)]
    for (const button of ['next', 'skip', 'next']) {
      page = await to(page, button)
      expect(page.status).toBe(200)
      titles.push(titleOf(page))
    }
    expect(titles).toEqual([
      'Siapa yang mengajak?',
      'Pekerjaan apa?',
      'Siapa yang berangkat?',
      'Sudah benar?',
    ])
  })

  test('carry what was typed forward and back, as it was typed', async () => {
    let page = await to(await start(), 'next', { 'recruiter.name': 'PT "Contoh" & <Bahari>' })
    page = await to(page, 'next', { 'placement.departs_on': '31/12/2026' })
    page = await to(page, 'back', { 'worker.birth_date': '7 maret 1999' })
    expect(fieldsOf(page.html).get('placement.departs_on')).toBe('31/12/2026')
    page = await to(page, 'back')
    expect(fieldsOf(page.html).get('recruiter.name')).toBe('PT "Contoh" & <Bahari>')
    expect(fieldsOf(page.html).get('worker.birth_date')).toBe('7 maret 1999')
    expect(page.html).not.toContain('<Bahari>')
  })

  test('tell what is given and what is missing before anything is asked', async () => {
    const text = textOf(
      (
        await summaryWith({
          'recruiter.name': 'PT Contoh Bahari Sentosa',
          'placement.destination': 'TW',
          'placement.fee.amount': '5 juta',
          'worker.birth_date': '07031999',
        })
      ).html,
    )
    expect(text).toContain('Nama perekrut PT Contoh Bahari Sentosa')
    expect(text).toContain('Negara tujuan Taiwan')
    expect(text).toContain('Jumlah biaya 5.000.000')
    expect(text).toContain('Tanggal lahir 7 Maret 1999')
    expect(text).toMatch(/Belum diisi: .*nomor SIP2MI, nomor surat permintaan/)
    expect(text).toContain('Belum ada surat.')
    expect(text).not.toContain('mata uang')
  })

  test('can be gone back to from the summary', async () => {
    const page = await to(await summaryWith({ 'recruiter.name': 'PT Contoh' }), 'job')
    expect(titleOf(page)).toBe('Pekerjaan apa?')
    expect(fieldsOf(page.html).get('recruiter.name')).toBe('PT Contoh')
  })

  const faults: [string, Record<string, string>, RegExp][] = [
    ['a day that is none', { 'placement.departs_on': '31/13/2026' }, /misalnya 31\/12\/1999/],
    ['a year of two digits', { 'placement.paid_on': '1/2/26' }, /tahun dengan empat angka/],
    ['an amount in words', { 'placement.fee.amount': 'murah' }, /misalnya 1.500.000/],
    ['a text that is too long', { 'placement.position': 'x'.repeat(121) }, /paling banyak 120/],
    ['a choice that is none', { 'placement.sector': 'piracy' }, /Pilih salah satu/],
  ]
  test.each(faults)('keep %s and say what is wrong with it', async (_what, typed, says) => {
    const job = await to(await start(), 'next', { 'recruiter.name': 'PT Contoh' })
    const page = await to(job, 'next', { ...typed, 'placement.channel': 'Jalur Contoh' })
    expect(page.status).toBe(422)
    expect(titleOf(page)).toBe('Pekerjaan apa?')
    expect(page.html).toContain('<title>Ada yang perlu diperbaiki')
    const [[name = '', text] = []] = Object.entries(typed)
    const summary = /<div class="faults" role="alert".*?<\/div>/s.exec(page.html)?.[0] ?? ''
    expect(summary).toContain(`href="#${name}"`)
    expect(textOf(`<main>${summary}`)).toMatch(says)
    expect(page.html).toContain(`id="${name}-keliru"`)
    expect(page.html).toMatch(new RegExp(`aria-describedby="[^"]*${name}-keliru"`))
    const kept = fieldsOf(page.html)
    if (name !== 'placement.sector') expect(kept.get(name)).toBe(text)
    expect(kept.get('placement.channel')).toBe('Jalur Contoh')
    expect(kept.get('recruiter.name')).toBe('PT Contoh')
  })

  test('let a fault be skipped, and come back to it before anything is asked', async () => {
    const job = await to(await start(), 'next', { 'recruiter.name': 'PT Contoh' })
    const worker = await to(job, 'skip', { 'placement.departs_on': 'besok' })
    const summary = await to(worker, 'next')
    expect(textOf(summary.html)).toContain('besok Tanggal ini tidak terbaca')
    const before = await checksKept()
    const again = await to(summary, 'answer')
    expect([again.status, titleOf(again)]).toEqual([422, 'Pekerjaan apa?'])
    expect(await checksKept()).toBe(before)
  })

  test('ask for at least one thing', async () => {
    const page = await to(await summaryWith({}), 'answer')
    expect([page.status, titleOf(page)]).toEqual([422, 'Sudah benar?'])
    expect(textOf(page.html)).toContain('Belum ada yang diisi')
  })

  test('are in English by the form’s own switch, which keeps what was typed', async () => {
    const page = await start()
    expect(page.html).toContain('formaction="/periksa-lengkap?lang=en"')
    const fields = Object.fromEntries(fieldsOf(page.html))
    const response = await fetch(`${service.url}/periksa-lengkap?lang=en`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, 'recruiter.name': 'PT Contoh', to: 'stay' }),
    })
    const english = {
      status: response.status,
      headers: response.headers,
      html: await response.text(),
    }
    expect(titleOf(english)).toBe('Who recruits?')
    expect(fieldsOf(english.html).get('recruiter.name')).toBe('PT Contoh')
    expect(english.html).toContain('action="/periksa-lengkap?lang=en"')
  })

  test('are taken for what a stranger sends, whatever it is', async () => {
    const hostile = [
      {},
      { to: 'answer', step: 'nowhere' },
      { to: 'remove.99', step: 'worker' },
      {
        to: 'next',
        step: 'worker',
        'documents.0.type': '__proto__',
        'documents.x.type': 'passport',
      },
      { to: 'next', key: '<script>', 'recruiter.constructor': 'x', 'recruiter.name': '\0\u0007' },
    ]
    for (const form of hostile) {
      const { status, html } = await sent(service.url, form as Record<string, string>)
      expect([200, 422]).toContain(status)
      expect(html).not.toContain('<script>')
    }
    const unreadable = await sent(service.url, {}, { 'Content-Type': 'multipart/form-data' })
    expect(unreadable.status).toBe(200)
    const long = await sent(service.url, { 'recruiter.name': 'x'.repeat(70_000) })
    expect(long.status).toBe(413)
    expect(long.html).toContain('<h1>Isiannya terlalu banyak</h1>')
  })
})

describe('the papers', () => {
  test('are added and removed by buttons, and keep what was typed of the others', async () => {
    let page = await to(await to(await start(), 'skip'), 'skip')
    page = await to(page, 'add', { add: 'passport' })
    page = await to(page, 'add', { add: 'work_visa', 'documents.0.number': 'X9988776' })
    page = await to(page, 'add', { add: 'identity_card', 'documents.1.visa_type': 'umrah' })
    expect(page.html.match(/<legend>Surat \d: /g)).toHaveLength(3)
    page = await to(page, 'remove.0')
    const fields = fieldsOf(page.html)
    expect(fields.get('documents.0.type')).toBe('work_visa')
    expect(fields.get('documents.0.visa_type')).toBe('umrah')
    expect(fields.get('documents.1.type')).toBe('identity_card')
    expect(page.html).not.toContain('X9988776')
  })

  test('are added too when one was chosen and Next was pressed', async () => {
    let page = await to(await to(await start(), 'skip'), 'skip')
    page = await to(page, 'next', { add: 'passport' })
    expect(fieldsOf(page.html).get('documents.0.type')).toBe('passport')
  })

  test('name a fault by the paper', async () => {
    let page = await to(await to(await start(), 'skip'), 'skip')
    page = await to(page, 'add', { add: 'passport' })
    page = await to(page, 'next', { 'documents.0.expires_on': '2030' })
    expect(page.status).toBe(422)
    expect(textOf(page.html)).toContain('paspor, Berlaku sampai: Tanggal ini tidak terbaca')
  })

  test('twenty of them, each filled to the brim, still fit into a request', async () => {
    const form: Record<string, string> = { step: 'worker', to: 'next' }
    for (let at = 0; at < 20; at++) {
      Object.assign(form, {
        [`documents.${at}.type`]: 'placement_agreement',
        [`documents.${at}.number`]: '/'.repeat(100),
        [`documents.${at}.issuer`]: '/'.repeat(200),
        [`documents.${at}.holder_name`]: '/'.repeat(200),
        [`documents.${at}.agency_name`]: '/'.repeat(200),
      })
    }
    expect((await sent(service.url, form)).status).toBe(200)
  })
})

describe('the answer', () => {
  test('is complete: verdict, reasons, papers, what was not checked, steps, whom to call', async () => {
    const asked = await to(
      await summaryWith({
        'recruiter.name': 'PT Contoh Bahari Sentosa',
        'placement.destination': 'TW',
        'placement.recruitment_permit.number': 'CONTOH/SIP2MI/01/2026',
        'placement.departs_on': '31/12/2026',
        'worker.birth_date': '07/03/1999',
        'documents.0.number': 'X9988776',
        'documents.0.expires_on': '01/01/2027',
      }),
      'answer',
    )
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toMatch(/^\/periksa-lengkap\/(\w{4}-){3}\w{4}$/)
    const { html, headers } = await answerAt(asked)
    const text = textOf(html)
    const places = [
      'Belum dapat dipastikan',
      'Yang perlu dilakukan sekarang',
      'Siapa yang dapat dihubungi',
      'Mengapa begitu',
      'Surat demi surat',
      'Yang TIDAK diperiksa',
      'Yang ditanyakan',
      'Kode pemeriksaan ini',
    ].map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toMatch(/Paspor \(wajib\): sisa masa berlakunya kurang/)
    expect(text).toContain('Belum terlihat, wajib:')
    const effects = [...html.matchAll(/class="finding effect-(\w+)"/g)].map(([, effect]) => effect)
    const order = ['not_legal', 'cannot_confirm', 'caution', 'none']
    expect(effects).toEqual(
      effects.toSorted((a = '', b = '') => order.indexOf(a) - order.indexOf(b)),
    )
    expect(html).toContain('disimpan 90 hari')
    expect(html).not.toContain('Yang Anda ketik di halaman ini tidak disimpan')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('confirms what is all on record, and calls nothing more than that', async () => {
    const form = {
      'recruiter.licence': '9900000000011',
      'placement.destination': 'TW',
      'placement.sector': 'manufacturing',
      'placement.position': 'Operator produksi',
      'placement.recruitment_permit.number': 'CONTOH/SIP2MI/01/2026',
      'placement.job_order.number': 'CONTOH/JO/01/2026',
      'placement.departs_on': '31/12/2026',
    }
    const page = await answerAt(await to(await summaryWith(form), 'answer'))
    expect(titleOf(page)).toBe('Tercatat sesuai')
    expect(textOf(page.html)).not.toMatch(/\baman\b|\bsafe\b|penipu/i)
  })

  test('of two presses at once and a third later is one check', async () => {
    const summary = await summaryWith({ 'recruiter.name': 'PT Contoh Bahari Sentosa' })
    const before = await checksKept()
    const both = await Promise.all([to(summary, 'answer'), to(summary, 'answer')])
    const third = await to(summary, 'answer')
    const places = [...both, third].map(({ headers }) => headers.get('location'))
    expect(new Set(places).size).toBe(1)
    expect(await checksKept()).toBe(before + 1)
  })

  test('of a form that was gone back to and changed is another check', async () => {
    const summary = await summaryWith({ 'recruiter.name': 'PT Contoh Bahari Sentosa' })
    const first = await to(summary, 'answer')
    const back = await to(summary, 'recruiter')
    const changed = await to(back, 'summary', { 'recruiter.name': 'PT Contoh Graha Perdana' })
    const second = await to(changed, 'answer')
    expect(second.status).toBe(303)
    expect(second.headers.get('location')).not.toBe(first.headers.get('location'))
    expect(titleOf(await answerAt(second))).toBe('Tidak sah')
  })

  test('leads with what is true now once a revocation is recorded, and tells what it was', async () => {
    const asked = await to(
      await summaryWith({ 'recruiter.licence': '99000000000280001' }),
      'answer',
    )
    expect(titleOf(await answerAt(asked))).toBe('Tercatat berizin')
    await service.record(
      licenceEventRecorded('agy_contoh02', {
        id: 'evt_steps02',
        licenceId: 'lic_contoh02',
        type: 'revoked',
        effectiveOn: day('2026-11-20'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    const page = await answerAt(asked)
    expect(titleOf(page)).toBe('Tidak sah')
    expect(textOf(page.html)).toMatch(/Jawaban ini sudah berubah.*Tercatat berizin/)
  })

  test('stays whole though the register has moved on, and says what was not asked again', async () => {
    const asked = await to(
      await summaryWith({
        'recruiter.licence': '9900000000011',
        'worker.birth_date': '07/03/1999',
      }),
      'answer',
    )
    await service.record(
      licenceEventRecorded('agy_contoh03', {
        id: 'evt_steps03',
        licenceId: 'lic_contoh03',
        type: 'warned',
        effectiveOn: day('2026-11-20'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    const text = textOf((await answerAt(asked)).html)
    expect(text).toContain('Umur yang disebut memenuhi batas umur yang tercatat')
    expect(text).toContain('tidak diperiksa lagi sesudahnya: calon pekerja')
  })

  test('is not given where it cannot be kept, and nothing that was typed is lost', async () => {
    const unreachable = connect('postgresql://nobody@127.0.0.1:1/none')
    const broken = await startTestService({ parts: { database: unreachable } })
    const form = { to: 'answer', step: 'summary', 'recruiter.name': 'PT Contoh Bahari Sentosa' }
    const page = await sent(broken.url, form)
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '1'])
    expect(textOf(page.html)).toContain('Ini bukan jawaban tentang siapa pun')
    expect(textOf(page.html)).not.toMatch(/Tercatat|Tidak sah/)
    expect(fieldsOf(page.html).get('recruiter.name')).toBe('PT Contoh Bahari Sentosa')
    await broken.stop()
    await unreachable.close()
  })

  test('cannot be had by a code that nobody was given', async () => {
    const page = await pageAt(service.url, '/periksa-lengkap/0000-0000-0000-0000')
    expect(page.status).toBe(404)
    expect(page.html).toContain('<h1>Kode ini tidak ditemukan</h1>')
  })
})

describe('persons', () => {
  test('stand in no address, no log line and no table', async () => {
    lines.length = 0
    const kinds = [{ 'recruiter.kind': 'individual' }, {}]
    for (const kind of kinds) {
      const pages: Answered[] = []
      const follow = (page: Answered) => {
        pages.push(page)
        return page
      }
      const named = (prefix: string) =>
        Object.fromEntries(Object.entries(CANARY).filter(([name]) => name.startsWith(prefix)))
      let page = follow(await start())
      page = follow(await to(page, 'next', { ...kind, ...named('recruiter.') }))
      page = follow(await to(page, 'next', { 'placement.departs_on': 'besok' }))
      page = follow(await to(page, 'next', { 'placement.departs_on': '31/12/2026' }))
      page = follow(await to(page, 'add', { ...named('worker.'), add: 'passport' }))
      page = follow(await to(page, 'next', named('documents.')))
      page = follow(await to(page, 'answer'))
      const answer = follow(await answerAt(page))
      const code = /\w{4}-\w{4}-\w{4}-\w{4}/.exec(page.headers.get('location') ?? '')?.[0]
      follow(await pageAt(service.url, `/tanda-terima/${code}`))

      for (const word of Object.values(CANARY)) {
        for (const { html, headers } of pages) {
          const addresses = [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, at]) => at)
          expect([...addresses, headers.get('location')].join(' ')).not.toContain(word)
          expect(headers.get('cache-control')).toBe('no-store')
        }
        expect(answer.html, word).not.toContain(word)
      }
    }
    const written = `${JSON.stringify(lines)}\n${await dumpOf(service)}`
    const words = [...Object.values(CANARY), '6281299887766', '1999-03-07', '1998-02-06']
    for (const word of words) expect(written, word).not.toContain(word)
    expect(lines.map(({ route }) => route)).toContain('/periksa-lengkap/:code')
  })

  test('who are named like a company are not kept beside it', async () => {
    await to(await summaryWith({ 'recruiter.name': 'Bahari Sentosa Kepodang' }), 'answer')
    await to(await summaryWith({ 'recruiter.name': 'Kepodang Contoh Bahari' }), 'answer')
    expect((await dumpOf(service)).match(/.{60}kepodang.{20}/i)?.[0]).toBeUndefined()
  })
})

describe('other pages', () => {
  test('lead to the full check, and the quick answer brings its recruiter along', async () => {
    expect((await pageAt(service.url, '/')).html).toContain('href="/periksa-lengkap"')
    const answer = await pageAt(service.url, '/periksa?q=PT+Contoh+Bahari+Sentosa+9900000000011')
    const form = /<form class="onward".*?<\/form>/s.exec(answer.html)?.[0] ?? ''
    const page = await sent(service.url, Object.fromEntries(fieldsOf(form)))
    expect(titleOf(page)).toBe('Siapa yang mengajak?')
    expect(fieldsOf(page.html).get('recruiter.name')).toBe('PT Contoh Bahari Sentosa')
    expect(fieldsOf(page.html).get('recruiter.licence')).toBe('9900000000011')
  })

  test('find a check again by its code, typed on the verification page', async () => {
    const asked = await to(await summaryWith({ 'recruiter.name': 'PT Contoh' }), 'answer')
    const place = asked.headers.get('location') ?? ''
    const verify = (code: string) =>
      fetch(`${service.url}/verifikasi`, {
        method: 'POST',
        headers: { Accept: 'text/html' },
        body: new URLSearchParams({ code }),
        redirect: 'manual',
      })
    const typed = place
      .slice(place.lastIndexOf('/') + 1)
      .toLowerCase()
      .replaceAll('-', ' ')
    expect((await verify(typed)).headers.get('location')).toBe(place)
    expect((await verify('no code')).status).toBe(404)
  })
})
