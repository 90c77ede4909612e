import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import { holdsOn } from '../../src/domain/fact.ts'
import type { LicenceEventType } from '../../src/domain/licence.ts'
import { licenceStateOn } from '../../src/domain/licence-status.ts'
import { type ImportListOptions, importList } from '../../src/jobs/import-list.ts'
import { ListFileRefused } from '../../src/jobs/list-file-refused.ts'
import { Register } from '../../src/register/register.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { loadAgencies, loadSources } from '../../src/store/register-facts.ts'
import { findRegistryHead } from '../../src/store/registry-head.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

const SOURCE = 'src_rekaan'
const FIRST = day('2026-03-02')
const SECOND = day('2026-06-01')
const HEADER = 'nama perusahaan,no izin,alamat,telepon,berlaku sampai'
const BAHARI = 'PT Rekaan Bahari Sentosa,9120000000011,Jl. Rekaan 1,021-5550101,2029-12-31'
const MUTIARA = 'PT Khayalan Mutiara Timur,91200000000220001,Jl. Rekaan 2,021-5550102,2029-12-31'
const LEMBAH = 'PT Umpama Lembah Hijau,,,,'

let testDatabase: TestDatabase
let database: Database
let folder: string
let files = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastikan-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl, { max: 2, timeoutMs: 0 })
  return async () => {
    await database.close()
    await testDatabase.drop()
  }
})

function listOf(...rows: string[]): string {
  files += 1
  const path = join(folder, `${files}.csv`)
  writeFileSync(path, `${[HEADER, ...rows].join('\r\n')}\r\n`)
  return path
}

const importOf = (file: string, options: Partial<ImportListOptions> = {}) =>
  importList(
    { database, progress: () => {} },
    {
      file,
      sourceId: SOURCE,
      asOf: FIRST,
      retrievedOn: day('2026-11-24'),
      country: 'ID',
      kind: 'p3mi',
      apply: true,
      recordedBy: 'test',
      newSource: { publisher: 'Kantor Rekaan', title: 'Daftar rekaan', freshForDays: 30 },
      ...options,
    },
  )

const size = async () => (await findRegistryHead(database)).size

async function registerNow(): Promise<Register> {
  const now = await size()
  const register = new Register()
  const agencies = await loadAgencies(database, now)
  register.apply({ size: now, recordings: [], agencies, sources: await loadSources(database, now) })
  return register
}

async function agencyNamed(name: string) {
  const view = (await registerNow()).view(true)
  const [found] = view.matchName(name, 'ID').candidates
  const agency = found && view.agency(found.agencyId)
  if (agency === undefined) throw new Error(`nobody is called ${name}`)
  const licence = agency.licences[0]
  if (licence === undefined) throw new Error(`${name} has no licence`)
  return { agency, licence }
}

/** A decision of the authority, recorded by itself. */
async function decided(name: string, type: LicenceEventType, on: string) {
  const { agency, licence } = await agencyNamed(name)
  const effectiveOn = day(on)
  const event = { id: `evt_${type}${on}`, licenceId: licence.id, type, effectiveOn }
  const done = await recordChanges(database, 'test', [
    licenceEventRecorded(agency.id, { ...event, sourceId: SOURCE }),
  ])
  expect(done).not.toHaveProperty('refused')
}

describe('the import of a list', () => {
  test('records nothing in a dry run, and says how much it would', async () => {
    const done = await importOf(listOf(BAHARI, MUTIARA, LEMBAH), { apply: false })
    expect(done.outcome).toEqual({ is: 'dry_run' })
    expect(done.compared?.comparison.counts.new).toBe(3)
    expect(await size()).toBe(0)
  })

  test('records as many changes as the dry run said, and the edition first', async () => {
    const file = listOf(BAHARI, MUTIARA, LEMBAH)
    const dry = await importOf(file, { apply: false })
    const done = await importOf(file)
    expect(done.outcome.is).toBe('recorded')
    expect(await size()).toBe(dry.compared?.changeCount)

    const [source] = await loadSources(database, await size())
    expect(source?.editions).toMatchObject([{ asOf: FIRST, rows: 3, sha256: done.sha256 }])
    const { agency, licence } = await agencyNamed('PT Rekaan Bahari Sentosa')
    expect(licence.numbers).toMatchObject([{ normalised: '9120000000011', nib: '9120000000011' }])
    expect(agency.identifiers).toMatchObject([{ kind: 'nib', normalised: '9120000000011' }])
    expect(agency.contacts.map(({ kind, value, normalised }) => [kind, value, normalised])).toEqual(
      [
        ['phone', '021-5550101', '+62215550101'],
        ['address', 'Jl. Rekaan 1', 'Jl. Rekaan 1'],
      ],
    )
    expect(licence.listings).toMatchObject([{ state: 'listed', effectiveOn: FIRST }])
    expect(licenceStateOn(FIRST, licence.events)).toMatchObject({
      status: 'licensed',
      validUntil: '2029-12-31',
      validityBasis: 'authority_list',
    })
    expect(licenceStateOn(day('2026-03-01'), licence.events).status).toBe('never_licensed')
  })

  test('records an agency without a number as licensed without one', async () => {
    await importOf(listOf(LEMBAH))
    const { licence, agency } = await agencyNamed('PT Umpama Lembah Hijau')
    expect([licence.numbers, agency.identifiers]).toEqual([[], []])
    expect(licenceStateOn(FIRST, licence.events).status).toBe('licensed')
  })

  test('records a malformed number not at all, and says so', async () => {
    const done = await importOf(listOf('PT Umpama Lembah Hijau,9120000000011222,,,'))
    const { licence } = await agencyNamed('PT Umpama Lembah Hijau')
    expect(licence.numbers).toEqual([])
    expect(done.compared?.findings.map(({ code }) => code)).toEqual(['number_is_no_licence_number'])
  })

  test('records the same file for the same day once only', async () => {
    const file = listOf(BAHARI)
    await importOf(file)
    const before = await size()
    expect((await importOf(file)).outcome).toEqual({ is: 'already_recorded', entry: 1 })
    expect(await size()).toBe(before)
  })

  test('records only the edition when a later list says the same', async () => {
    await importOf(listOf(BAHARI, MUTIARA, LEMBAH))
    const done = await importOf(listOf(BAHARI, MUTIARA, LEMBAH), { asOf: SECOND })
    expect(done.compared?.changeCount).toBe(1)
    expect(done.compared?.comparison.counts.unchanged).toBe(3)
  })

  test('keeps what was before when a name, number, phone and term change', async () => {
    await importOf(listOf(BAHARI))
    await importOf(
      listOf('PT Rekaan Baharie Sentosa,91200000000110001,Jl. Rekaan 9,021-5550199,2031-12-31'),
      { asOf: SECOND },
    )
    const { agency, licence } = await agencyNamed('PT Rekaan Baharie Sentosa')
    const was = day('2026-05-31')
    const phones = agency.contacts.filter(({ kind }) => kind === 'phone')
    const on = (at: typeof was) => [
      agency.names.filter((name) => holdsOn(name, at)).map(({ name, kind }) => [kind, name]),
      licence.numbers.filter((number) => holdsOn(number, at)).map(({ printed }) => printed),
      phones.filter((phone) => holdsOn(phone, at)).map(({ normalised }) => normalised),
      licenceStateOn(at, licence.events).validUntil,
    ]
    expect(on(was)).toEqual([
      [['former', 'PT Rekaan Bahari Sentosa']],
      ['9120000000011'],
      ['+62215550101'],
      '2029-12-31',
    ])
    expect(on(SECOND)).toEqual([
      [['registered', 'PT Rekaan Baharie Sentosa']],
      ['91200000000110001'],
      ['+62215550199'],
      '2031-12-31',
    ])
  })

  test('finds an agency missing without revoking it, and listed again', async () => {
    await importOf(listOf(BAHARI, MUTIARA))
    const gone = await importOf(listOf(BAHARI), { asOf: SECOND, acceptMissing: true })
    expect(gone.compared?.comparison.missing).toHaveLength(1)
    const missing = await agencyNamed('PT Khayalan Mutiara Timur')
    expect(missing.licence.listings.at(-1)).toMatchObject({ state: 'missing', effectiveOn: SECOND })
    expect(licenceStateOn(SECOND, missing.licence.events).status).toBe('licensed')

    const third = day('2026-09-01')
    const back = await importOf(listOf(BAHARI, MUTIARA), { asOf: third })
    expect(back.compared?.comparison.counts.reappeared).toBe(1)
    const listed = await agencyNamed('PT Khayalan Mutiara Timur')
    expect(listed.licence.listings.map(({ state }) => state)).toEqual([
      'listed',
      'missing',
      'listed',
    ])
    expect(listed.licence.events.map(({ type }) => type)).toEqual(['granted'])
  })

  test('refuses a list that has lost many, unless told that it is whole', async () => {
    await importOf(listOf(BAHARI, MUTIARA))
    const before = await size()
    const done = await importOf(listOf(BAHARI), { asOf: SECOND })
    expect(done.outcome).toMatchObject({ is: 'refused', because: 'many_missing' })
    expect(await size()).toBe(before)
  })

  const NOT_IN_FORCE: [LicenceEventType, string, string, string][] = [
    ['revoked', 'listed_although_revoked', 'revoked', 'a decree outranks a list'],
    ['surrendered', 'listed_although_surrendered', 'surrendered', 'given back'],
    ['suspended_full', 'listed_although_suspended', 'suspended_full', 'only a decision lifts it'],
    ['lapsed', 'listed_although_expired', 'expired', 'the authority itself said that it ended'],
  ]
  test.each(NOT_IN_FORCE)(
    'never makes a licence that was %s better: %s',
    async (type, code, status, _reason) => {
      await importOf(listOf(BAHARI))
      await decided('PT Rekaan Bahari Sentosa', type, '2026-04-01')
      const done = await importOf(
        listOf('PT Rekaan Bahari Sentosa,9120000000011,Jl. Rekaan 1,021-5550101,2035-12-31'),
        { asOf: SECOND },
      )
      expect(done.compared?.findings).toMatchObject([{ code, line: 2 }])
      expect(done.compared?.changeCount).toBe(1)
      const { licence } = await agencyNamed('PT Rekaan Bahari Sentosa')
      expect(licenceStateOn(day('2026-11-24'), licence.events).status).toBe(status)
    },
  )

  test('records the listing of a revoked agency, and a revocation later than the list stays', async () => {
    await importOf(listOf(BAHARI))
    await decided('PT Rekaan Bahari Sentosa', 'revoked', '2026-10-01')
    const other = { sourceId: 'src_rekaan_dua', asOf: SECOND }
    const done = await importOf(
      listOf('PT Rekaan Bahari Sentosa,9120000000011,,021-5550177,2035-12-31'),
      other,
    )
    expect(done.compared?.findings).toMatchObject([{ code: 'listed_although_revoked' }])
    const { agency, licence } = await agencyNamed('PT Rekaan Bahari Sentosa')
    expect(licence.listings.at(-1)).toMatchObject({ sourceId: 'src_rekaan_dua', state: 'listed' })
    expect(licence.events.map((event) => event.type)).toEqual(['granted', 'revoked'])
    expect(agency.contacts.map(({ normalised }) => normalised)).not.toContain('+62215550177')
  })

  test('gives no number of one agency to another', async () => {
    await importOf(listOf(BAHARI))
    const before = await size()
    const done = await importOf(listOf('PT Penumpang Gelap,91200000000110002,,,', BAHARI), {
      asOf: SECOND,
    })
    expect(done.compared?.comparison.counts.conflict).toBeGreaterThan(0)
    const view = (await registerNow()).view(true)
    expect(view.matchName('PT Penumpang Gelap', 'ID').candidates).toEqual([])
    expect(await size()).toBe(before + 1)
  })

  test('holds back an agency whose term was over on the day of the list', async () => {
    const done = await importOf(
      listOf('PT Rekaan Bahari Sentosa,9120000000011,,,2026-03-01', LEMBAH),
    )
    expect(done.compared?.heldLines).toEqual([2])
    expect((await registerNow()).agencyCount).toBe(1)
  })

  test('refuses a list older than the newest edition', async () => {
    await importOf(listOf(BAHARI), { asOf: SECOND })
    expect((await importOf(listOf(BAHARI, LEMBAH))).outcome).toMatchObject({
      because: 'older_than_newest_edition',
    })
  })

  test('refuses a source that nobody described', async () => {
    const { newSource: _, ...rest } = { newSource: undefined, sourceId: 'src_tak_dikenal' }
    const done = await importList(
      { database, progress: () => {} },
      {
        ...rest,
        file: listOf(BAHARI),
        asOf: FIRST,
        retrievedOn: FIRST,
        country: 'ID',
        kind: 'p3mi',
        apply: true,
        recordedBy: 'test',
      },
    )
    expect(done.outcome).toMatchObject({ is: 'refused', because: 'source_unknown' })
    expect(await size()).toBe(0)
  })

  test('lets one of two imports at once record, and tells the other to run again', async () => {
    await importOf(listOf(LEMBAH))
    const before = await size()
    const outcomes = await Promise.all([
      importOf(listOf(BAHARI, LEMBAH), { asOf: SECOND }),
      importOf(listOf(MUTIARA, LEMBAH), { asOf: SECOND }),
    ])
    const said = outcomes.map(({ outcome }) =>
      outcome.is === 'refused' ? outcome.because : outcome.is,
    )
    expect(said.sort()).toEqual(['changed_since_read', 'recorded'])
    expect((await registerNow()).agencyCount).toBe(2)
    expect(await size()).toBeGreaterThan(before)
    const [left] = await database.sql`select count(*)::int as rows from staged_changes`
    expect(left?.rows).toBe(0)
  })

  test('opens a finding for a new name that could be taken for another', async () => {
    await importOf(listOf(BAHARI))
    const done = await importOf(listOf(BAHARI, 'PT Sentosa Rekaan Bahari,9120000000099,,,'), {
      asOf: SECOND,
      apply: false,
    })
    expect(done.compared?.findings.map(({ code, line }) => [code, line])).toEqual([
      ['name_as_of_another', 3],
    ])
  })

  const HOSTILE: [string, string | Buffer, string][] = [
    ['empty', '', 'nothing to read'],
    ['without a header', 'a,b\r\nc,d\r\n', 'no column for the name'],
    ['with NUL characters', 'nama perusahaan,no izin\r\nPT A\0B,1\r\n', 'binary'],
    ['a PDF', '%PDF-1.7 nama perusahaan', 'another format'],
    [
      'a broken workbook',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]),
      'no zip',
    ],
    [
      'a quotation mark left open',
      `nama perusahaan,no izin\r\n"${'x'.repeat(2_000_000)}`,
      'one cell',
    ],
  ]
  test.each(HOSTILE)(
    'refuses a file that is %s and records nothing',
    async (_is, content, _why) => {
      files += 1
      const file = join(folder, `${files}.csv`)
      writeFileSync(file, content)
      await expect(importOf(file)).rejects.toThrow(ListFileRefused)
      expect(await size()).toBe(0)
    },
  )

  test('keeps what would steer a terminal or a database as plain text', async () => {
    await importOf(listOf(`"PT Rekaan ""); drop table agencies; --",9120000000011,"a\tb",,`))
    const { agency } = await agencyNamed('PT Rekaan drop table agencies')
    expect(agency.names[0]?.name).toContain('drop table agencies')
  })
})
