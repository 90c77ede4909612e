import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  compareAnew,
  decideImport,
  decideRow,
  type ImportOutcome,
  proposeImport,
  sendList,
  undoImport,
  withdrawImport,
} from '../../src/actions/list-imports.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded, sourceRecorded } from '../../src/domain/change.ts'
import type { ImportRequest } from '../../src/domain/listing/list-import.ts'
import { commandActor } from '../../src/domain/people/audit-event.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { findImport, type KeptImport, listImportRows } from '../../src/store/list-imports.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const SOURCE = 'src_rekaan_impor'
const HEADER = 'nama perusahaan,no izin,telepon,berlaku sampai'
const BAHARI = 'PT Rekaan Bahari Sentosa,9120000000011,021-5550101,2029-12-31'
const MUTIARA = 'PT Khayalan Mutiara Timur,9120000000028,021-5550102,2029-12-31'
const LEMBAH = 'PT Umpama Lembah Hijau,9120000000035,021-5550103,2029-12-31'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
  await service.record(
    sourceRecorded({
      id: SOURCE,
      publisher: 'Kantor Rekaan',
      title: 'Daftar rekaan',
      kind: 'authority_list',
      freshForDays: 30,
      demonstration: true,
    }),
  )
})
afterAll(() => service.stop())

const actor = commandActor('test')
const personOf = (id: string): Person => ({
  id,
  name: id,
  grants: [{ role: 'approver', country: null, region: null }],
})
const [RECORDER, APPROVER] = [personOf('per_recorder'), personOf('per_approver')]

const bytesOf = (...rows: string[]) =>
  new TextEncoder().encode(`${[HEADER, ...rows].join('\r\n')}\r\n`)

const request = (asOf: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
  sourceId: SOURCE,
  asOf: day(asOf),
  retrievedOn: day('2026-11-24'),
  country: 'ID',
  kind: 'p3mi',
  columns: {},
  sheet: null,
  acceptMissing: false,
  ...more,
})

function kept(outcome: ImportOutcome<string>): KeptImport {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.import
}

/** The import once nothing works on it any more. */
async function settled(outcome: ImportOutcome<string>): Promise<KeptImport> {
  const { id } = kept(outcome)
  for (;;) {
    const now = await findImport(service.database, id)
    if (now !== undefined && now.progress === null) return now
    await pause(50)
  }
}

const send = (asOf: string, rows: string[], more: Partial<ImportRequest> = {}) =>
  sendList(service.dependencies, {
    person: RECORDER,
    actor,
    bytes: bytesOf(...rows),
    fileName: 'daftar.csv',
    request: request(asOf, more),
  })

const propose = (importId: string, person = RECORDER) =>
  proposeImport(service.dependencies, { person, actor, importId, reason: null })

/** Decides about what is proposed now, unless another digest was seen. */
async function decide(
  importId: string,
  person: Person,
  decision: 'approved' | 'declined' | 'withdrawn' = 'approved',
  seen?: string,
) {
  const digest = seen ?? (await findImport(service.database, importId))?.comparison?.digest ?? null
  const asked = { person, actor, importId, decision, reason: null, digest }
  return decideImport(service.dependencies, asked)
}

const rowsOf = async (importId: string) =>
  (await listImportRows(service.database, importId, { limit: 100 })).rows

async function publish(asOf: string, rows: string[], more: Partial<ImportRequest> = {}) {
  const { id } = await settled(await send(asOf, rows, more))
  kept(await propose(id))
  const published = await settled(await decide(id, APPROVER))
  expect(published.problem).toBeNull()
  expect(published.state).toBe('published')
  return published
}

async function verify(licence: string) {
  const answer = await fetch(`${service.url}/v1/verify?licence=${licence}`)
  return (await answer.json()) as { verdict: string; agency: { id: string; name: string } | null }
}

describe('a list on its way into the register', () => {
  test('is compared, proposed, approved by another person and published', async () => {
    const compared = await settled(await send('2026-11-01', [BAHARI, MUTIARA]))
    expect(compared.state).toBe('compared')
    expect(compared.comparison?.counts).toMatchObject({ new: 2, missing: 0, conflict: 0 })
    expect(compared.file?.columns).toMatchObject({ name: 'nama perusahaan', licence: 'no izin' })
    expect((await verify('9120000000011')).agency).toBeNull()

    kept(await propose(compared.id))
    expect(await decide(compared.id, RECORDER)).toEqual({ refused: 'not_yours_to_decide' })
    const published = await settled(await decide(compared.id, APPROVER))
    expect(published).toMatchObject({ state: 'published', problem: null })
    expect(await verify('9120000000011')).toMatchObject({
      verdict: 'legal',
      agency: { name: 'PT Rekaan Bahari Sentosa' },
    })
    const [entry] = await service.database.sql`
      select recorded_by from registry_log where idx = ${published.published?.firstEntry ?? -1}`
    expect(entry?.recorded_by).toBe('per_recorder:per_approver')
    const [file] = await service.database.sql`
      select count(*)::int as left from list_import_files where import_id = ${published.id}`
    expect(file?.left).toBe(0)
    expect(await send('2026-11-01', [BAHARI, MUTIARA])).toEqual({ refused: 'published_already' })
  })

  test('of two who approve at once one does, and of approving and withdrawing one counts', async () => {
    const { id } = await settled(await send('2026-11-02', [BAHARI, MUTIARA]))
    kept(await propose(id))
    const outcomes = await Promise.all([
      decide(id, APPROVER),
      decide(id, personOf('per_third')),
      decide(id, RECORDER, 'withdrawn'),
    ])
    expect(outcomes.filter((outcome) => 'import' in outcome)).toHaveLength(1)
    const { rounds } = await settled({ import: (await findImport(service.database, id))! })
    expect(rounds).toHaveLength(1)
    expect(rounds[0]?.decision).not.toBeNull()
  })

  test('records nothing else than what was approved', async () => {
    const { id } = await settled(await send('2026-11-03', [BAHARI, MUTIARA, LEMBAH]))
    kept(await propose(id))
    // Meanwhile the register learns of the new agency by another list.
    await publish('2026-11-03', [LEMBAH, BAHARI, MUTIARA])
    const refused = await settled(await decide(id, APPROVER))
    expect(refused).toMatchObject({ state: 'compared', needsComparing: true, published: null })
    expect(refused.problem?.code).toBe('changed_since_read')
    expect(await propose(id)).toEqual({ refused: 'needs_comparing' })
    const anew = await settled(
      await compareAnew(service.dependencies, { person: RECORDER, actor, importId: id }),
    )
    expect(anew).toMatchObject({ state: 'compared', problem: null, needsComparing: false })
    expect(anew.comparison?.counts).toMatchObject({ new: 0, unchanged: 3 })
  })

  test('is put before a second person again after it was declined', async () => {
    const { id } = await settled(await send('2026-11-04', [BAHARI, MUTIARA, LEMBAH]))
    kept(await propose(id))
    expect(kept(await decide(id, APPROVER, 'declined')).state).toBe('compared')
    kept(await propose(id, APPROVER))
    expect(await decide(id, APPROVER)).toEqual({ refused: 'not_yours_to_decide' })
    const published = await settled(await decide(id, RECORDER))
    expect(published.state).toBe('published')
    expect(published.rounds.map(({ decision }) => decision?.is)).toEqual(['declined', 'approved'])
  })
})

describe('an approval', () => {
  test('of a new row is of what it was read as: other columns make it another difference', async () => {
    const row = 'PT Rekaan Kolom Lain,9120000000129,021-5550199,2026-12-31'
    const sent = await settled(await send('2026-11-04', [row], { acceptMissing: true }))
    const seen = sent.comparison!.digest
    const asked = { person: RECORDER, actor, importId: sent.id }
    const settings = {
      columns: { name: 'nama perusahaan', licence: 'no izin', phone: 'berlaku sampai' },
    }
    const again = await settled(await compareAnew(service.dependencies, { ...asked, settings }))
    expect(again.problem).toBeNull()
    expect(again.comparison!.digest).not.toBe(seen)
    kept(await withdrawImport(service.dependencies, asked))
  })

  test('is of the difference that was seen, not of what was proposed in its place since', async () => {
    const asked = { person: RECORDER, actor }
    const rows = ['PT Kidung Arga Sentana,9120000000080,,', 'PT Lintang Wira Buana,9120000000097,,']
    const sent = await settled(await send('2026-11-04', rows, { acceptMissing: true }))
    const seen = sent.comparison?.digest
    kept(await propose(sent.id))
    kept(await decide(sent.id, RECORDER, 'withdrawn'))
    const leaving = { ...asked, importId: sent.id, line: 2, decision: { is: 'leave_out' as const } }
    kept(await decideRow(service.dependencies, leaving))
    await settled(await compareAnew(service.dependencies, { ...asked, importId: sent.id }))
    kept(await propose(sent.id))
    expect(await decide(sent.id, APPROVER, 'approved', seen)).toEqual({
      refused: 'changed_since_seen',
    })
    expect(kept(await decide(sent.id, APPROVER, 'declined')).state).toBe('compared')
  })
})

describe('decisions about rows', () => {
  const decideOn = async (
    importId: string,
    line: number,
    decision: Parameters<typeof decideRow>[1]['decision'],
  ) => decideRow(service.dependencies, { person: RECORDER, actor, importId, line, decision })

  test('leave a row out, and say which agency or that it is a new one', async () => {
    const conflicting = 'PT Jenggala Purnama Raya,9120000000011,,'
    const fresh = 'PT Wirasena Abadi Karsa,9120000000042,021-5550104,2029-12-31'
    const other = 'PT Tunggal Dipa Laksana,9120000000059,021-5550105,2029-12-31'
    const { id } = await settled(
      await send('2026-11-05', [MUTIARA, LEMBAH, conflicting, fresh, other], {
        acceptMissing: true,
      }),
    )
    const before = await rowsOf(id)
    expect(before.find(({ line }) => line === 4)).toMatchObject({
      class: 'conflict',
      needsLook: true,
    })
    const agencyId = before.find(({ line }) => line === 4)?.agencyId ?? ''
    kept(await decideOn(id, 4, { is: 'is_agency', agencyId }))
    kept(await decideOn(id, 6, { is: 'leave_out' }))
    expect(await decideOn(id, 99, { is: 'leave_out' })).toEqual({ refused: 'unknown_line' })
    expect(await decideOn(id, 4, { is: 'is_agency', agencyId: 'agy_none' })).toEqual({
      refused: 'unknown_agency',
    })
    expect(await propose(id)).toEqual({ refused: 'needs_comparing' })
    await settled(
      await compareAnew(service.dependencies, { person: RECORDER, actor, importId: id }),
    )
    const after = await rowsOf(id)
    expect(after.find(({ line }) => line === 4)).toMatchObject({
      class: 'changed',
      agencyId,
      decision: { is: 'is_agency', agencyId },
    })
    kept(await propose(id))
    expect((await settled(await decide(id, APPROVER))).state).toBe('published')
    expect((await verify('9120000000011')).agency?.name).toBe('PT Jenggala Purnama Raya')
    expect((await verify('9120000000042')).verdict).toBe('legal')
    expect((await verify('9120000000059')).agency).toBeNull()
  })
})

describe('work that comes to no result', () => {
  test('says why, and another mapping mends it', async () => {
    const sent = await sendList(service.dependencies, {
      person: RECORDER,
      actor,
      bytes: new TextEncoder().encode('Firma,Nomor\r\nPT Rekaan Bahari Sentosa,9120000000011\r\n'),
      fileName: 'lain.csv',
      request: request('2026-11-06'),
    })
    const failed = await settled(sent)
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'no_header' } })
    const mended = await settled(
      await compareAnew(service.dependencies, {
        person: RECORDER,
        actor,
        importId: failed.id,
        settings: { columns: { name: 'Firma', licence: 'Nomor' } },
      }),
    )
    expect(mended).toMatchObject({ state: 'compared', problem: null })
    kept(
      await withdrawImport(service.dependencies, { person: RECORDER, actor, importId: mended.id }),
    )
    expect(await propose(mended.id)).toEqual({ refused: 'not_open' })
  })

  test('a list that lost more than a fifth is proposed only by somebody who says that it is whole', async () => {
    const { id } = await settled(await send('2026-11-07', [MUTIARA]))
    expect(await propose(id)).toEqual({ refused: 'many_missing' })
  })
})

describe('undoing', () => {
  test('takes back what was recorded, restores what it replaced, and lets the list be sent again', async () => {
    const rows = ['PT Samirana Jati Luhur,9120000000066,021-5550106,2027-12-31']
    const more = { acceptMissing: true }
    const first = await publish('2026-11-08', rows, more)
    const changed = ['PT Samirana Jati Luhur,9120000000066,021-5550199,2031-12-31']
    const second = await publish('2026-11-09', changed, more)
    const asked = { person: RECORDER, actor, importId: second.id }
    const undoing = await settled(await undoImport(service.dependencies, asked))
    expect(undoing).toMatchObject({ state: 'compared', undoes: second.id })
    expect(await undoImport(service.dependencies, asked)).toEqual({ refused: 'undone_already' })
    expect((await rowsOf(undoing.id)).some(({ name }) => name === 'PT Samirana Jati Luhur')).toBe(
      true,
    )

    kept(await propose(undoing.id))
    const undone = await settled(await decide(undoing.id, APPROVER))
    expect(undone).toMatchObject({ state: 'published', problem: null })
    const answer = await fetch(`${service.url}/v1/licences/9120000000066`)
    expect(await answer.text()).toContain('2027-12-31')
    // The list of the ninth is no longer on record: the source is as old again as it was, and the very
    // same file may come once more.
    const listed = (await (await fetch(`${service.url}/v1/sources`)).json()) as {
      items: { id: string; latest: { as_of: string } | null }[]
    }
    expect(listed.items.find(({ id }) => id === SOURCE)?.latest?.as_of).toBe('2026-11-08')
    const again = await settled(await send('2026-11-09', changed, more))
    expect(again.state).toBe('compared')

    const all = await settled(
      await undoImport(service.dependencies, { ...asked, importId: first.id }),
    )
    kept(await propose(all.id))
    expect((await settled(await decide(all.id, APPROVER))).problem).toBeNull()
    expect((await verify('9120000000066')).verdict).not.toBe('legal')
  })

  test('leaves an agency alone that was revoked since, so that the revocation is still found', async () => {
    const row = 'PT Wulung Kencana Timur,9120000000073,021-5550107,2029-12-31'
    const published = await publish('2026-11-10', [row], { acceptMissing: true })
    const { agency } = await verify('9120000000073')
    const [licence] = await service.database.sql`
      select id from licences where agency_id = ${agency?.id ?? ''}`
    await service.record(
      licenceEventRecorded(agency?.id ?? '', {
        effectiveOn: day('2026-11-20'),
        sourceId: SOURCE,
        id: 'evt_dicabut',
        licenceId: String(licence?.id),
        type: 'revoked',
      }),
    )
    const asked = { person: RECORDER, actor, importId: published.id }
    const undoing = await settled(await undoImport(service.dependencies, asked))
    const rows = await rowsOf(undoing.id)
    expect(rows.find(({ agencyId }) => agencyId === agency?.id)).toMatchObject({
      class: 'changed_since',
      needsLook: true,
    })
    kept(await propose(undoing.id))
    expect((await settled(await decide(undoing.id, APPROVER))).state).toBe('published')
    expect((await verify('9120000000073')).verdict).toBe('not_legal')
  })
})
