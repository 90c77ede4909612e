import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nameRecorded } from '../../src/domain/change.ts'
import { RECORDABLE } from '../../src/domain/recording/catalogue.ts'
import { wordLabel } from '../../src/domain/recording/word-labels.ts'
import { sameDayClock, TODAY, verify } from '../support/asked.ts'
import { signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { fieldsOf } from './filled-form.ts'

const HOSTILE = '<script>alert("x")</script> & Contoh'
const EVENT = '/konsol/catat/licence-events'

let service: TestService
let recorder: TestSession
let approver: TestSession
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
  recorder = await signInAs(service, { roles: [{ role: 'approver' }] })
  approver = await signInAs(service, { roles: [{ role: 'approver' }] })
})
afterAll(() => service.stop())

const open = async (session: TestSession, path: string) =>
  (await session.agent.get(path).expect(200)).text

/** Posts a form as the page holds it, with what is typed over it. */
async function send(
  session: TestSession,
  page: string,
  to: string,
  typed: Record<string, string> = {},
) {
  const { form_token, entry, key, ...rest } = Object.fromEntries(fieldsOf(page))
  const held = { form_token, entry, key }
  const isForm = to.startsWith('/konsol/catat/')
  return session.agent
    .post(to)
    .type('form')
    .send({ ...(isForm ? rest : {}), ...held, ...typed })
}

const decision = (licence: string, type: string) => ({
  licence_id: licence,
  type,
  instrument: 'SK Uji 7',
  effective_on: '24/11/2026',
  source_id: 'src_contoh_keputusan',
})

async function propose(licence: string, type = 'lifted'): Promise<string> {
  const page = await open(recorder, EVENT)
  const { text, status } = await send(recorder, page, EVENT, decision(licence, type))
  expect([status, text.includes('Menunggu orang kedua')]).toEqual([200, true])
  return /\/konsol\/usulan\/prp_\w+/.exec(text)?.[0] ?? ''
}

const verdictOf = async (licence: string) => (await verify(service.url, { licence })).verdict

describe('recording by a form', () => {
  test('suspends an agency at once, and once for a double press', async () => {
    expect(await verdictOf('9900000000011')).toBe('legal')
    const page = await open(recorder, `${EVENT}?licence_id=lic_contoh01`)
    expect(page).toContain('PT Contoh Bahari Sentosa')
    const typed = decision('lic_contoh01', 'suspended_full')
    const pressed = await Promise.all([
      send(recorder, page, EVENT, typed),
      send(recorder, page, EVENT, typed),
    ])
    const entries = pressed.map(({ text }) => /catatan nomor (\d+)/.exec(text)?.[1])
    expect(pressed.map(({ status }) => status)).toEqual([200, 200])
    expect(pressed[0]?.text).toContain('Tercatat dan langsung berlaku')
    expect(entries[0]).toBeDefined()
    expect(entries[0]).toBe(entries[1])
    expect(await verdictOf('9900000000011')).toBe('not_legal')
  })

  test('keeps everything that was typed where something is wrong, and leads to it', async () => {
    const typed = {
      ...decision('lic_tidakada', 'suspended_full'),
      effective_on: 'kemarin dulu',
      instrument: HOSTILE,
      reason: HOSTILE,
    }
    const first = await send(recorder, await open(recorder, EVENT), EVENT, typed)
    expect(first.status).toBe(422)
    expect(first.text).toContain('href="#effective_on"')
    expect(first.text).not.toContain('<script>alert')
    expect(Object.fromEntries(fieldsOf(first.text))).toMatchObject(typed)
    const second = await send(recorder, first.text, EVENT, { effective_on: '24/11/2026' })
    expect(second.status).toBe(422)
    expect(second.text).toContain('href="#licence_id"')
  })

  test('refuses what was opened before the record changed, and then takes it', async () => {
    const page = await open(recorder, `${EVENT}?licence_id=lic_contoh02`)
    const other = await open(approver, EVENT)
    await send(approver, other, EVENT, decision('lic_contoh02', 'warned'))
    const typed = decision('lic_contoh02', 'suspended_full')
    const stale = await send(recorder, page, EVENT, typed)
    expect(stale.status).toBe(412)
    expect(stale.text).toContain('berubah sejak Anda membuka formulir')
    expect(Object.fromEntries(fieldsOf(stale.text))).toMatchObject(typed)
    const again = await send(recorder, stale.text, EVENT)
    expect(again.text).toContain('Tercatat dan langsung berlaku')
  })

  test('warns of a name like another', async () => {
    const at = '/konsol/catat/agencies'
    const typed = {
      country: 'ID',
      kind: 'p3mi',
      name: 'PT Contoh Bahari Sentosa',
      effective_on: TODAY,
      source_id: 'src_contoh_keputusan',
    }
    const { text } = await send(recorder, await open(recorder, at), at, typed)
    expect(text).toContain('Menunggu orang kedua')
    expect(text).toContain('Namanya hampir sama')
  })

  test.each(RECORDABLE.map(({ path }) => path))('has a form for %s', async (path) => {
    const page = await open(recorder, `/konsol/catat/${path}`)
    const kind = RECORDABLE.find((one) => one.path === path)
    for (const name of Object.keys(kind?.fields ?? {})) expect(page).toContain(`name="${name}"`)
    const empty = await send(recorder, page, `/konsol/catat/${path}`)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Wajib diisi.')
  })

  test('leads to the record of an id that is typed', async () => {
    const page = await open(recorder, '/konsol/catat')
    expect(page).toContain('action="/konsol/subjek"')
    const to = async (id: string) => {
      const { headers } = await recorder.agent.get('/konsol/subjek').query({ id }).expect(303)
      return headers.location
    }
    expect(await to(' agy_contoh01 ')).toBe('/konsol/subjek/agy_contoh01')
    expect(await to('../masuk')).toBe('/konsol/subjek/..%2Fmasuk')
    expect(await to(' ')).toBe('/konsol/catat')
  })

  test('is for recorders only, by a form of their own session', async () => {
    const reader = await signInAs(service, { roles: [{ role: 'reader' }] })
    await reader.agent.get('/konsol/catat').expect(403)
    await reader.agent.get(EVENT).expect(403)
    const page = await open(recorder, EVENT)
    const typed = { ...decision('lic_contoh01', 'revoked'), form_token: reader.formToken }
    expect((await send(reader, page, EVENT, typed)).status).toBe(403)
    expect((await send(recorder, page, EVENT, typed)).status).toBe(403)
    await recorder.agent.get('/konsol/catat/tidak-ada').expect(404)
  })
})

describe('what waits for a second person', () => {
  test('changes the answer only when somebody else approves it', async () => {
    const number = '9900000000059'
    expect(await verdictOf(number)).toBe('not_legal')
    const at = await propose('lic_contoh05')
    expect(await verdictOf(number)).toBe('not_legal')

    const own = await open(recorder, at)
    expect(own).not.toContain('Setujui')
    expect(own).toContain('Tarik')
    const refused = await send(recorder, own, `${at}/setujui`)
    expect(refused.status).toBe(403)
    expect(await verdictOf(number)).toBe('not_legal')

    const queue = await open(approver, '/konsol/usulan')
    expect(queue).toContain(at)
    expect(queue).toContain('PT Contoh Graha Perdana')
    const seen = await open(approver, at)
    expect(seen).toContain('sanksi dicabut')
    expect(seen).toContain('Sesudahnya')
    const pressed = await Promise.all([
      send(approver, seen, `${at}/setujui`),
      send(approver, seen, `${at}/setujui`),
    ])
    expect(pressed.map(({ status }) => status)).toEqual([303, 303])
    expect(await verdictOf(number)).not.toBe('not_legal')
    expect(await open(approver, '/konsol/usulan')).not.toContain(at)
    expect(await open(approver, '/konsol/usulan?state=decided')).toContain(at)
    expect(await open(recorder, '/konsol/usulan?state=mine')).toContain(at)

    const late = await send(approver, await open(approver, '/konsol/akun'), `${at}/tolak`, {
      entry: '1',
      key: 'lain',
      reason: 'x',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('sudah diputuskan')
  })

  test('is declined with a reason, or withdrawn by who proposed it', async () => {
    const at = await propose('lic_contoh04')
    const page = await open(approver, at)
    expect((await send(approver, page, `${at}/tolak`)).status).toBe(422)
    expect((await send(approver, page, `${at}/tarik`)).status).toBe(403)
    expect((await send(approver, page, `${at}/tolak`, { reason: HOSTILE })).status).toBe(303)
    const shown = await open(recorder, at)
    expect(shown).toContain('ditolak')
    expect(shown).not.toContain('<script>alert')

    const other = await propose('lic_contoh04')
    expect((await send(recorder, await open(recorder, other), `${other}/tarik`)).status).toBe(303)
    expect(await open(recorder, other)).toContain('ditarik')
  })

  test('cannot be approved once the record has changed, and is renewed', async () => {
    const at = await propose('lic_contoh04')
    const before = await open(approver, at)
    const form = await open(recorder, EVENT)
    await send(recorder, form, EVENT, decision('lic_contoh04', 'warned'))
    const late = await send(approver, before, `${at}/setujui`)
    expect(late.status).toBe(412)
    expect(late.text).toContain('Catatannya berubah')
    expect(late.text).not.toContain('>Setujui<')
    const own = await open(recorder, at)
    const renewed = await send(recorder, own, `${at}/perbarui`)
    expect(renewed.text).toContain('Menunggu orang kedua')
    expect(await open(recorder, at)).toContain('ditarik')
  })

  test('is read by everybody in the console and decided by approvers', async () => {
    const at = await propose('lic_contoh04')
    const reader = await signInAs(service, { roles: [{ role: 'reader' }] })
    const page = await open(reader, at)
    expect(page).not.toContain('Setujui')
    const posted = await reader.agent
      .post(`${at}/setujui`)
      .type('form')
      .send({ form_token: reader.formToken, entry: '1', key: 'k' })
    expect(posted.status).toBe(403)
    await reader.agent.get('/konsol/usulan/prp_tidakada').expect(404)
    await reader.agent.get('/konsol/usulan?after=x~y').expect(200)
  })
})

describe('what was recorded wrongly', () => {
  test('is corrected by a form that holds it', async () => {
    const shown = await open(recorder, '/konsol/subjek/agy_contoh06')
    const [href = ''] = /\/konsol\/catat\/licence-events\?corrects=\d+/.exec(shown) ?? []
    const page = await open(recorder, href)
    expect(page).toContain('Ini membetulkan catatan nomor')
    expect(fieldsOf(page).get('licence_id')).toBe('lic_contoh06')
    expect(fieldsOf(page).get('effective_on')).toMatch(/^\d\d\/\d\d\/\d{4}$/)
  })

  /** What the form of the newest decision on a licence holds. */
  const takingBack = (shown: string) => {
    const keys = shown.matchAll(
      /name="key" value="([\w-]+)"[^>]*><input[^>]*value="licence_events"/g,
    )
    const key = [...keys].at(-1)?.[1] ?? ''
    return { key, kind: 'licence_events', retracted: key.split('-').at(-1) ?? '' }
  }
  const SUBJECT = '/konsol/subjek/agy_contoh06'

  test('is taken back: what was a sanction waits for a second person', async () => {
    const shown = await open(recorder, SUBJECT)
    const { status, text } = await send(recorder, shown, `${SUBJECT}/cabut`, {
      ...takingBack(shown),
      reason: 'Salah perusahaan.',
    })
    expect([status, text.includes('Menunggu orang kedua')]).toEqual([200, true])
    expect(text).toContain('Cabut pencatatan')
  })

  test('stands where taking it back is refused: the form says why and holds what was typed', async () => {
    const shown = await open(recorder, SUBJECT)
    await service.record(
      nameRecorded('agy_contoh06', {
        id: 'nam_uji06',
        kind: 'trading',
        name: 'Uji Dagang',
        effectiveOn: TODAY,
        sourceId: 'src_contoh_keputusan',
      }),
    )
    const held = takingBack(shown)
    const late = await send(recorder, shown, `${SUBJECT}/cabut`, { ...held, reason: HOSTILE })
    expect(late.status).toBe(412)
    expect(late.text).toContain(`Catatan ${held.retracted} belum dicabut`)
    expect(late.text).toContain('Catatan ini berubah sejak Anda membuka halamannya')
    expect(late.text).toMatch(new RegExp(`<details open=""[^]*id="alasan-${held.retracted}"`))
    expect(late.text).toMatch(new RegExp(`id="alasan-${held.retracted}"[^>]*value="&lt;script`))
    expect(late.text).not.toContain('<script>alert')
    const again = await send(recorder, late.text, `${SUBJECT}/cabut`, {
      ...takingBack(late.text),
      reason: HOSTILE,
    })
    expect([again.status, again.text.includes('Menunggu orang kedua')]).toEqual([200, true])

    const wrong = await send(recorder, late.text, `${SUBJECT}/cabut`, {
      kind: 'licence_events',
      retracted: '99999999',
      reason: '',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Tidak ada catatan seperti itu.')
    const away = await signInAs(service, {
      roles: [{ role: 'recorder', country: 'ID', region: '33' }],
    })
    const page = await open(away, SUBJECT)
    const outside = await send(away, page, `${SUBJECT}/cabut`, { ...takingBack(page), reason: '' })
    expect([outside.status, outside.text.includes('di luar wilayah tugas Anda')]).toEqual([
      403,
      true,
    ])
  })
})

test('every word of a form is said in words', () => {
  for (const { fields } of RECORDABLE) {
    for (const field of Object.values(fields)) {
      const words = 'words' in field ? (field.words ?? []) : []
      for (const word of words) {
        expect([word, wordLabel(words, word)]).not.toEqual([word, { id: word, en: word }])
      }
    }
  }
})
