import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  type Change,
  contactRecorded,
  editionRecorded,
  licenceEventRecorded,
  licenceListingRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
  sourceRecorded,
} from '../../src/domain/change.ts'
import { type Recorded, recordChanges } from '../../src/store/record-changes.ts'
import { readTypedInstant } from '../../src/web/console/typed-instant.ts'
import { signInAs, type TestSession } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { consoleAt } from './console-at.ts'

const ID = 'agy_dua_jam'
const PATH = `/konsol/perusahaan/${ID}`
const since = { effectiveOn: day('2025-01-02'), sourceId: 'src_dua_jam' }
const TODAY = day(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10))

/** When each step was recorded, as an address says it. */
const at = { first: '', corrected: '', revoked: '' }
let service: TestService
let auditor: TestSession

beforeAll(async () => {
  service = await startTestService({
    parts: { clock: { now: () => new Date(), today: () => TODAY } },
  })
  auditor = await signInAs(service, { roles: [{ role: 'auditor' }] })
  const granted = {
    ...since,
    licenceId: 'lic_dua_jam',
    type: 'granted' as const,
    validityBasis: 'printed' as const,
  }
  const { size } = await recorded('first', [
    sourceRecorded({
      id: 'src_dua_jam',
      publisher: 'Dinas Percontohan',
      title: 'Daftar dua jam',
      kind: 'authority_list',
      freshForDays: 30,
      demonstration: true,
    }),
    editionRecorded({ sourceId: 'src_dua_jam', asOf: TODAY, retrievedOn: TODAY }),
    agencyRecorded({ id: ID, country: 'ID', kind: 'p3mi' }),
    nameRecorded(ID, {
      ...since,
      id: 'nam_dua_jam',
      kind: 'registered',
      name: 'PT Dua Jam Sejati',
    }),
    licenceRecorded(ID, { id: 'lic_dua_jam', kind: 'sip3mi' }),
    licenceNumberRecorded(ID, {
      ...since,
      licenceId: 'lic_dua_jam',
      country: 'ID',
      kind: 'sip3mi',
      printed: '9900000000981',
      schema: 'nib',
      normalised: '9900000000981',
      nib: '9900000000981',
    }),
    licenceListingRecorded(ID, { ...since, licenceId: 'lic_dua_jam', state: 'listed' }),
    licenceEventRecorded(ID, { ...granted, id: 'evt_dua_jam_1', validUntil: day('2027-01-01') }),
  ])
  await recorded('corrected', [
    licenceEventRecorded(ID, {
      ...granted,
      id: 'evt_dua_jam_1b',
      validUntil: day('2030-01-01'),
      supersedes: [size - 1],
    }),
    contactRecorded(ID, {
      ...since,
      kind: 'phone',
      value: '021 0000 0981',
      normalised: '+622100000981',
    }),
  ])
  await recorded('revoked', [
    licenceEventRecorded(ID, {
      effectiveOn: day('2026-06-01'),
      sourceId: 'src_dua_jam',
      id: 'evt_dua_jam_2',
      licenceId: 'lic_dua_jam',
      type: 'revoked',
      instrument: 'Keputusan Contoh 7/2026',
    }),
  ])
})
afterAll(() => service.stop())

/** Records a step and notes a moment after it and before the next one. */
async function recorded(step: keyof typeof at, changes: readonly Change[]): Promise<Recorded> {
  const found = await service.record(...changes)
  await pause(5)
  at[step] = new Date().toISOString()
  await pause(5)
  return found
}

const open = (path: string, query: Record<string, string> = {}) =>
  consoleAt(auditor, `${path}?${new URLSearchParams(query)}`)

describe('the record of one agency', () => {
  test('shows every fact with both clocks, its source, who recorded it and what replaced it', async () => {
    const { text } = await open(PATH)
    for (const part of [
      'PT Dua Jam Sejati',
      'izin dicabut',
      'Keputusan Contoh 7/2026',
      '2 Januari 2025',
      'Daftar dua jam',
      'officer',
      'berlaku sampai 1 Januari 2027',
      'digantikan catatan',
      'berdiri',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('stands as it was known, and says what had not been recorded by then', async () => {
    const { text } = await open(PATH, { known_at: at.first })
    expect(text).toContain('Keadaan izin berizin')
    expect(text).toContain('Berlaku sampai 1 Januari 2027')
    expect(text).toContain('belum dicatat saat itu')
  })

  test('stands as it was on a day, by what is known now', async () => {
    expect((await open(PATH, { on: '31-05-2026' })).text).toContain('Keadaan izin berizin')
    expect((await open(PATH, { on: '1 Juni 2026' })).text).toContain('Keadaan izin izin dicabut')
  })

  test('says so where it had not been recorded at all', async () => {
    for (const view of ['', '/jawaban']) {
      const { text, status } = await open(`${PATH}${view}`, { known_at: '1-1-2020' })
      expect(status).toBe(200)
      expect(text).toContain('belum dicatat pada saat itu')
    }
  })

  test.each([
    [{ on: '31-02-2026' }, 'bukan tanggal'],
    [{ known_at: '<script>x' }, 'bukan saat'],
    [{ known_at: '24-11-2026 25:00' }, 'bukan saat'],
    [{ known_at: '1-1-2100' }, 'belum tiba'],
  ])('refuses %o in words and shows today', async (query, words) => {
    for (const view of ['', '/jawaban']) {
      const { text, html, status } = await open(`${PATH}${view}`, query)
      expect(status).toBe(422)
      expect(text).toContain(words)
      expect(text).toContain('PT Dua Jam Sejati')
      expect(html).not.toContain('<script>x')
    }
  })

  test('leads an auditor to the trail of who recorded it, and others nowhere', async () => {
    await recordChanges(service.database, auditor.id, [
      nameRecorded(ID, { ...since, id: 'nam_dua_jam_2', kind: 'trading', name: 'Dua Jam' }),
    ])
    const link = `href="/konsol/jejak?actor=${auditor.id}"`
    expect((await open(PATH)).html).toContain(link)
    const reader = await signInAs(service, { roles: [{ role: 'reader' }] })
    expect((await reader.agent.get(PATH)).text).not.toContain(link)
  })
})

describe('the difference between two moments', () => {
  const difference = (query: Record<string, string>) => open(`${PATH}/perbedaan`, query)

  test('tells a revocation field by field, and the record that made it', async () => {
    const { text, html } = await difference({
      on_1: TODAY,
      known_at_1: at.corrected,
      known_at_2: at.revoked,
    })
    expect(html).toContain('<del>berizin</del>')
    expect(html).toContain('<ins>izin dicabut</ins>')
    expect(html).toContain('<del>Tercatat berizin</del>')
    expect(html).toContain('<ins>Tidak sah</ins>')
    expect(text).toContain('Keputusan Contoh 7/2026')
    expect(text).toContain('Baris 1–1 dari 1')
  })

  test('tells a correction: what was believed, what is, and which entry replaced which', async () => {
    const { text, html } = await difference({ known_at_1: at.first, known_at_2: at.corrected })
    expect(html).toContain('<del>1 Januari 2027</del>')
    expect(html).toContain('<ins>1 Januari 2030</ins>')
    expect(html).toContain('<ins>telepon 021 0000 0981</ins>')
    expect(text).toContain('digantikan catatan')
    expect(text).toContain('Baris 1–3 dari 3')
    expect(html).not.toContain('<ins>izin dicabut</ins>')
  })

  test('between two days alone names no record', async () => {
    const { text, html } = await difference({ on_1: '31-05-2026', on_2: '01-06-2026' })
    expect(html).toContain('<ins>izin dicabut</ins>')
    expect(text).toContain('hanya karena hari yang ditanyakan')
  })

  test('of a moment with itself is nothing, and from before the agency is all of it', async () => {
    expect((await difference({})).text).toContain('Tidak ada yang berbeda')
    const { html } = await difference({ known_at_1: '1-1-2020' })
    expect(html).toContain('<ins>PT Dua Jam Sejati</ins>')
  })
})

describe('what was answered', () => {
  test('was good before the revocation was recorded, and is not since', async () => {
    const before = await open(`${PATH}/jawaban`, { known_at: at.corrected })
    expect(before.html).toContain('is-legal')
    expect(before.text).toContain('Tercatat berizin')
    const since = await open(`${PATH}/jawaban`, { known_at: at.revoked })
    expect(since.text).toContain('Tidak sah')
    expect(since.text).toContain('Tanya')
  })

  test('is what the public API answers for the same two clocks', async () => {
    for (const known_at of [at.first, at.corrected, at.revoked]) {
      const query = new URLSearchParams({ licence: '9900000000981', known_at, country: 'ID' })
      const answered = await fetch(`${service.url}/v1/verify?${query}`)
      const { verdict, headline, findings } = (await answered.json()) as {
        verdict: string
        headline: string
        findings: { says: string }[]
      }
      const { html, text } = await open(`${PATH}/jawaban`, { known_at })
      expect(html).toContain(`verdict is-${verdict}`)
      for (const said of [headline, ...findings.map(({ says }) => says)]) {
        expect(text).toContain(said.replaceAll("'", '’'))
      }
    }
  })
})

describe('an instant typed by people', () => {
  test.each([
    ['24-11-2026', '2026-11-24T16:59:59.999Z', 'a day alone is its last moment in Jakarta'],
    ['24-11-2026 10:12', '2026-11-24T03:12:59.999Z', 'a minute is all of it'],
    ['24 November 2026 10.12.08', '2026-11-24T03:12:08.999Z', 'with a second'],
    ['2026-11-24T03:12:08.123Z', '2026-11-24T03:12:08.123Z', 'as programs write it'],
    ['2026-11-24T10:12:08+07:00', '2026-11-24T03:12:08.000Z', 'with an offset'],
  ])('%s is %s: %s', (typed, instant) => {
    expect(readTypedInstant(typed, 'Asia/Jakarta')?.toISOString()).toBe(instant)
  })

  test.each(['', 'kemarin', '24-11-2026 24:00', '24-11-2026 10:60', '2026-99-99T00:00:00Z'])(
    '%s is none',
    (typed) => {
      expect(readTypedInstant(typed, 'Asia/Jakarta')).toBeUndefined()
    },
  )

  test('follows a zone that changes its clocks', () => {
    expect(readTypedInstant('28-03-2027 12:00', 'Europe/Amsterdam')?.toISOString()).toBe(
      '2027-03-28T10:00:59.999Z',
    )
    expect(readTypedInstant('27-03-2027 12:00', 'Europe/Amsterdam')?.toISOString()).toBe(
      '2027-03-27T11:00:59.999Z',
    )
  })
})
