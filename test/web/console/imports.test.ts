import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findImportRow, listImports } from '../../../src/store/list-imports.ts'
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
import { consoleAt } from '../console-at.ts'
import { fieldsOf } from '../filled-form.ts'

const PATH = '/konsol/impor'
const HOSTILE = 'PT <script>alert(1)</script> & Rekaan Sejati'

let service: TestService
let recorder: TestSession
let approver: TestSession
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
  await recordListSource(service)
  recorder = await signInAs(service, { roles: [{ role: 'approver' }] })
  approver = await signInAs(service, { roles: [{ role: 'approver' }] })
})
afterAll(() => service.stop())

type Typed = Readonly<Record<string, string | undefined>>

/** Sends the form as a browser without JavaScript does. */
function send(file: string | Buffer | null, typed: Typed = {}, name = 'daftar.csv') {
  const sent = recorder.agent.post(PATH).set('Accept', 'text/html')
  const given = {
    form_token: recorder.formToken,
    source_id: LIST_SOURCE,
    as_of: '1/11/2026',
    retrieved_on: '',
    kind: 'p3mi',
    ...typed,
  }
  for (const [field, text] of Object.entries(given)) {
    if (text !== undefined) sent.field(field, text)
  }
  // A browser sends a field for a file that was left empty too.
  return file === null
    ? sent.attach('file', Buffer.alloc(0), {
        filename: '',
        contentType: 'application/octet-stream',
      })
    : sent.attach('file', Buffer.from(file), name)
}

async function sent(file: string | Buffer, typed: Typed = {}, name?: string): Promise<string> {
  const { status, headers, text } = await send(file, typed, name)
  expect(status, text).toBe(303)
  const id = String(headers.location).split('/').at(-1) ?? ''
  await settledImport(service, id)
  return id
}

const open = async (id: string, session = recorder, query = '') =>
  (await consoleAt(session, `${PATH}/${id}${query}`)).html

function post(path: string, typed: Typed = {}, session = recorder) {
  return session.agent
    .post(`${PATH}/${path}`)
    .set('Accept', 'text/html')
    .type('form')
    .send({ form_token: session.formToken, ...typed })
}

async function step(id: string, part: string, typed: Typed = {}, session = recorder) {
  const { status, headers, text } = await post(`${id}/${part}`, typed, session)
  expect(status, text).toBe(303)
  const to = String(headers.location).split('/').at(-1) ?? ''
  await settledImport(service, to)
  return to
}

/** Presses the button of the page as the approver sees it now. */
async function approve(id: string): Promise<string> {
  const [, digest = ''] =
    /name="digest" value="([0-9a-f]{64})"/.exec(await open(id, approver)) ?? []
  return step(id, 'setujui', { digest }, approver)
}

describe('a list sent by the page', () => {
  test('is published by two persons and taken back by two, each seeing who did what', async () => {
    const id = await sent(listOf(BAHARI, MUTIARA))
    const compared = await open(id)
    expect(compared).toContain('CSV, UTF-8, dipisah titik koma')
    expect(compared).toContain('baru (2)')
    expect(compared).toContain('PT Rekaan Bahari Sentosa')
    await step(id, 'usulkan', { reason: 'Daftar bulan ini' })

    const own = await open(id)
    expect(own).toContain('Anda yang mengusulkan')
    expect(own).not.toContain('Setujui dan catat')
    expect((await post(`${id}/setujui`)).status).toBe(403)
    expect((await consoleAt(approver, `${PATH}?state=proposed`)).html).toContain(id)
    expect((await consoleAt(approver, '/konsol')).html).toContain('menunggu orang kedua: 1')
    expect((await consoleAt(approver, '/konsol/usulan')).html).toContain(`${PATH}?state=proposed`)

    const seen = await open(id, approver)
    expect(seen).toContain('Daftar bulan ini')
    expect(seen).toContain('Daftar rekaan (Kantor Rekaan)')
    expect((await post(`${id}/setujui`, {}, approver)).status).toBe(409)
    await approve(id)
    const published = await open(id)
    expect(published).toMatch(/catatan \d+ sampai \d+ dalam log/)
    expect(published).toContain('disetujui')
    expect((await verify(service.url, { licence: '9120000000011' })).verdict).toBe('legal')

    const again = await send(listOf(BAHARI, MUTIARA))
    expect(again.status).toBe(409)
    expect(again.text).toContain('sudah tercatat')

    const undoing = await step(id, 'tarik-kembali')
    const prepared = await open(undoing)
    expect(prepared).toContain('ditarik kembali (')
    expect(prepared).toContain('Alasan menariknya kembali')
    expect(prepared).toContain('Tercantum: <del>tercantum</del> ditarik kembali')
    expect(prepared).not.toContain('kosong')
    expect((await post(`${undoing}/usulkan`)).status).toBe(422)
    await step(undoing, 'usulkan', { reason: 'Daftar palsu' })
    expect((await post(`${undoing}/setujui`)).status).toBe(403)
    await approve(undoing)
    expect(await open(id)).toContain('tercatat, lalu ditarik kembali')
    expect((await verify(service.url, { licence: '9120000000011' })).verdict).not.toBe('legal')
  })

  test('is declined with a reason only, open again, withdrawn and given up', async () => {
    const id = await sent(listOf(LEMBAH), { as_of: '2 November 2026' })
    await step(id, 'usulkan')
    expect((await post(`${id}/tolak`, {}, approver)).status).toBe(422)
    await step(id, 'tolak', { reason: HOSTILE }, approver)
    const declined = await open(id)
    expect(declined).toContain('ditolak')
    expect(declined).not.toContain('<script>alert')
    await step(id, 'usulkan')
    expect((await post(`${id}/tarik`, {}, approver)).status).toBe(403)
    await step(id, 'tarik')
    await step(id, 'batalkan')
    const given = await open(id)
    expect(given).toContain('dibatalkan')
    expect(given).not.toContain('Bandingkan lagi')
  })

  test('in a workbook whose columns are not recognised is compared once they are chosen', async () => {
    const file = workbook({
      Daftar: [
        ['Sebutan', 'Kode', 'Catatan'],
        ['PT Rekaan Bahari Sentosa', '9120000000011', 'x'],
      ],
    })
    const id = await sent(file, { as_of: '3-11-2026' }, 'daftar.xlsx')
    const failed = await open(id)
    expect(failed).toContain('Judul kolom nama perusahaan tidak dikenali')
    expect(failed).toContain('<option value="Sebutan">Sebutan</option>')
    expect(failed).toMatch(/<details open[^>]*><summary>Kolom yang dipakai/)
    await step(id, 'kolom', { 'kolom-name': 'Sebutan', 'kolom-licence': 'Kode' })
    const compared = await open(id)
    expect(compared).toContain('lembar “Daftar”')
    expect(fieldsOf(compared).get('kolom-name')).toBe('Sebutan')
    expect(compared).toContain('Tidak dibaca: Catatan.')

    const next = await sent(file, { as_of: '4-11-2026' }, 'daftar.xlsx')
    expect(fieldsOf(await open(next)).get('kolom-licence')).toBe('Kode')
    await step(next, 'kolom', { 'kolom-name': 'Tidak ada' })
    const refused = await open(next)
    expect(refused).toContain('Judul kolom yang dipilih tidak ada')
    expect(fieldsOf(refused).get('kolom-name')).toBe('Tidak ada')
    expect(refused).toContain('<option value="Sebutan">Sebutan</option>')
  })

  test('is shown where an address of one of its steps is opened', async () => {
    const id = await sent(listOf(LEMBAH), { as_of: '6/11/2026' })
    const refused = await post(`${id}/tolak`, {}, approver)
    const [, other = ''] = /class="language[^"]*" href="([^"]+)"/.exec(refused.text) ?? []
    expect(other).toBe(`${PATH}/${id}/tolak?lang=en`)
    const opening = approver.agent.get(other).set('Accept', 'text/html')
    expect((await opening.expect(303)).headers.location).toBe(`${PATH}/${id}?lang=en`)
    await approver.agent.get(other).set('Accept', 'application/json').expect(405)
  })

  test('of another kind of file fails with what to do', async () => {
    const id = await sent('%PDF-1.7 …', { as_of: '5/11/2026' }, 'daftar.pdf')
    expect(await open(id)).toContain('Simpan daftarnya sebagai .xlsx atau CSV')
    expect((await consoleAt(recorder, '/konsol')).html).toContain('tidak dapat dibandingkan: ')
    const english = await open(id, recorder, '?lang=en')
    expect(english).toContain('Save the list as .xlsx or CSV')
  })
})

describe('the rows of a list', () => {
  let id: string
  let agencyId: string
  beforeAll(async () => {
    // Other tests have chosen headings for this source, and they are remembered.
    const first = await sent(listOf(MUTIARA, LEMBAH), { as_of: '6/11/2026' })
    await step(first, 'kolom')
    await step(first, 'usulkan')
    await approve(first)
    id = await sent(
      listOf(
        LEMBAH.replace('2029', '2030'),
        'PT Jenggala Purnama Raya;9120000000028;;',
        `${HOSTILE};9120000000042;;`,
        'PT Umpama Lembah Hijaw;9120000000059;;',
        BAHARI,
        BAHARI,
      ),
      { as_of: '7/11/2026' },
    )
    agencyId = (await findImportRow(service.database, id, 3))?.agencyId ?? ''
  })

  test('are found by class, by what is to be looked at, and by text', async () => {
    const conflicts = await open(id, recorder, '?class=conflict')
    expect(conflicts).toContain('Nomor ini milik perusahaan lain dalam registri.')
    expect(conflicts).not.toContain('Lembah Hijau')
    const changed = await open(id, recorder, '?class=changed')
    expect(changed).toContain('<del>31 Desember 2029</del>')
    expect(changed).toContain('<ins>31 Desember 2030</ins>')
    expect(await open(id, recorder, '?q=jenggala')).toContain('1 dari 1 baris')
    expect(await open(id, recorder, '?dirt=near_twin_in_list')).toContain('Lembah Hijaw')
    expect(await open(id, recorder, '?look=true&class=missing')).toContain('Ini temuan, bukan')
    expect(await open(id, recorder, '?q=tidak-ada-sama-sekali')).toContain(
      'Tidak ada baris yang cocok',
    )
    const all = await open(id)
    expect(all).not.toContain('<script>alert')
    expect(all).toContain('Rekaan Sejati')
  })

  test('show a contradicted agency, a twin and a row said again side by side', async () => {
    const conflict = await open(id, recorder, '/baris/3')
    expect(conflict).toContain(`href="/konsol/perusahaan/${agencyId}"`)
    expect(conflict).toContain('Ini PT Khayalan Mutiara Timur')
    const twin = await open(id, recorder, '/baris/5')
    expect(twin).toContain(`${PATH}/${id}/baris/2`)
    const copy = await open(id, recorder, '/baris/7')
    expect(copy).toContain(`${PATH}/${id}/baris/6`)
    expect((await consoleAt(recorder, `${PATH}/${id}/baris/99`)).status).toBe(404)
  })

  test('are decided about by buttons, and count once compared again', async () => {
    const at = `${id}/baris/3`
    const unknown = await post(`${at}?back=row`, { is: 'is_agency', agency_id: 'agy_tidakada' })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Tidak ada perusahaan dengan id ini')
    expect(unknown.text).toMatch(/id="agency_id"[^>]*value="agy_tidakada" aria-invalid="true"/)
    const chosen = await post(`${at}?back=row`, { is: 'is_agency', agency_id: agencyId })
    expect(chosen.headers.location).toBe(`${PATH}/${at}?saved=true`)
    expect(await open(id, recorder, '/baris/3?saved=true')).toContain('Tersimpan.')
    const left = await post(`${id}/baris/4?class=new&q=PT`, { is: 'leave_out' })
    expect(left.headers.location).toBe(`${PATH}/${id}?class=new&q=PT`)
    const waiting = await open(id)
    expect(waiting).toContain('Ada yang berubah sejak dibandingkan')
    expect(waiting).not.toContain('>Usulkan<')
    expect((await post(`${id}/usulkan`)).status).toBe(409)

    await step(id, 'bandingkan')
    const compared = await open(id)
    expect(compared).toContain('ini PT Khayalan Mutiara Timur')
    expect(compared).not.toContain('bertentangan (')
    expect(await open(id, recorder, '?decided=true')).toContain('dikeluarkan')
    await post(`${id}/baris/4`, { is: '' })
    expect(await open(id, recorder, '?decided=true')).not.toContain('dikeluarkan')
  })
})

describe('the form', () => {
  test('keeps what was typed, names each field, and leads to it', async () => {
    const answer = await send(null, { as_of: 'kemarin', source_id: '', retrieved_on: HOSTILE })
    expect(answer.status).toBe(422)
    for (const field of ['file', 'as_of', 'source_id', 'retrieved_on']) {
      expect(answer.text).toContain(`href="#${field}"`)
    }
    expect(fieldsOf(answer.text).get('as_of')).toBe('kemarin')
    expect(fieldsOf(answer.text).get('retrieved_on')).toBe(HOSTILE)
    expect(answer.text).not.toContain('<script>alert')
    expect(fieldsOf((await send('', { as_of: '9/11/2026' })).text).get('as_of')).toBe('9/11/2026')
  })

  test.each<[string, Typed, string]>([
    ['a source that is not on record', { source_id: 'src_tidakada' }, 'source_id'],
    ['a day that has not come', { as_of: '25/11/2026' }, 'as_of'],
    ['a list retrieved before its day', { retrieved_on: '31/10/2026' }, 'retrieved_on'],
  ])('refuses %s', async (_what, typed, field) => {
    const { status, text } = await send(listOf(BAHARI), typed)
    expect(status).toBe(422)
    expect(text).toContain(`href="#${field}"`)
  })

  test('refuses a file that is too large with a page that says how large it may be', async () => {
    const { status, text } = await send(Buffer.alloc(26 * 2 ** 20, 'a'))
    expect(status).toBe(413)
    expect(text).toContain('Paling besar 25 MB')
  })

  test('that breaks off is answered with a page, and nothing of it is kept', async () => {
    const before = await listImports(service.database, { limit: 100 })
    const { status, text } = await recorder.agent
      .post(PATH)
      .set('Accept', 'text/html')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n')
    expect(status).toBe(400)
    expect(text).toContain('Kirim lagi berkas yang sama')
    expect(await listImports(service.database, { limit: 100 })).toHaveLength(before.length)
  })

  test('that cannot be read asks for no columns', async () => {
    const id = await sent('Nama\u0000;Kode\r\n', { as_of: '20/11/2026' })
    const failed = await open(id)
    expect(failed).toContain('Ada karakter rusak (NUL)')
    expect(failed).toContain('<details><summary>Kolom yang dipakai')
  })

  test('carries the token of its own session', async () => {
    expect((await send(listOf(BAHARI), { form_token: approver.formToken })).status).toBe(403)
    expect((await send(listOf(BAHARI), { form_token: undefined })).status).toBe(403)
  })
})

describe('the pages', () => {
  test('are for those who read the console, the steps for those who record', async () => {
    const reader = await signInAs(service, { roles: [{ role: 'reader' }] })
    const [kept] = await listImports(service.database, { state: 'compared', limit: 1 })
    const page = await open(kept?.id ?? '', reader)
    for (const words of ['>Usulkan<', 'Keluarkan', 'Batalkan impor', 'Kolom yang dipakai']) {
      expect(page).not.toContain(words)
    }
    expect((await consoleAt(reader, PATH)).html).not.toContain('Kirim daftar')
    expect((await post(`${kept?.id}/bandingkan`, {}, reader)).status).toBe(403)
    expect((await consoleAt(reader, `${PATH}/imp_tidakada`)).status).toBe(404)
    const nobody = await signInAs(service)
    expect((await consoleAt(nobody, PATH)).status).toBe(403)
  })

  test('show work that goes on to whoever looks, and work that was cut off with a way on', async () => {
    const [kept] = await listImports(service.database, { state: 'compared', limit: 1 })
    const id = kept?.id ?? ''
    const { sql } = service.database
    await sql`update list_imports set state = 'comparing', step = 'comparing', done = 3, total = 9,
      beat_at = clock_timestamp() where id = ${id}`
    const working = await open(id, approver)
    expect(working).toContain('<meta http-equiv="refresh" content="3"/>')
    expect(working).toMatch(/<progress[^>]* value="3" max="9"/)
    expect(working).toContain('3 dari 9')
    await sql`update list_imports set beat_at = clock_timestamp() - interval '1 minute'
      where id = ${id}`
    const stopped = await open(id, approver)
    expect(stopped).toContain('Pekerjaannya terhenti')
    expect(stopped).not.toContain('http-equiv="refresh"')
    expect((await consoleAt(approver, '/konsol')).html).toContain('terhenti di tengah jalan: 1')
    await step(id, 'bandingkan')
    expect(await open(id)).toContain('sudah dibandingkan')
  })
})
