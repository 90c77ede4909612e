import { rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import {
  factsRetracted,
  licenceEventRecorded,
  nameRecorded,
  representativeRecorded,
} from '../../src/domain/change.ts'
import { issuedDocumentRecorded } from '../../src/domain/change-rules.ts'
import { EMPTY_EDGE } from '../../src/domain/evidence/frontier.ts'
import { openPublicLog } from '../../src/jobs/public-log.ts'
import { restoreLog } from '../../src/jobs/restore-log.ts'
import { signLog } from '../../src/jobs/sign-log.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database, OWN_ROLE, SIGNER_ROLE } from '../../src/store/database.ts'
import { findHold } from '../../src/store/log-checkpoints.ts'
import { REPLAYED_TABLES } from '../../src/store/log-state.ts'
import { applyStaged, recordChanges, stageChanges } from '../../src/store/record-changes.ts'
import { createSeededDatabase, type SeededDatabase } from '../support/seeded-database.ts'
import { createTestDatabase } from '../support/template-database.ts'
import { openTestSigner, type TestSigner } from '../support/test-signer.ts'

const SINCE = { effectiveOn: day('2026-01-05'), sourceId: 'src_contoh_daftar' }
const tradeName = (n: number) =>
  nameRecorded('agy_contoh01', { ...SINCE, id: `nam_${n}`, kind: 'trading', name: `Nama ${n}` })

let present: SeededDatabase
let signer: TestSigner
/** Names of databases as a backup from before the last changes would bring them back. */
let backups: string[]

function urlOf(name: string): string {
  const url = new URL(present.ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

async function elsewhere(statements: readonly string[]): Promise<void> {
  const sql = postgres(urlOf('postgres'), { max: 1, onnotice: () => {} })
  for (const statement of statements) await sql.unsafe(statement)
  await sql.end()
}

/** The restored database as its owner, as the service and as the signer see it. */
function opened(name: string) {
  const owner = connect(urlOf(name), { max: 1, timeoutMs: 0, role: OWN_ROLE })
  const service = connect(urlOf(name), { max: 1 })
  const signing = connect(urlOf(name), { max: 1, timeoutMs: 0, role: SIGNER_ROLE })
  const close = () => Promise.all([owner, service, signing].map((each) => each.close()))
  return { owner, service, restored: { ...signer, database: signing }, close }
}

beforeAll(async () => {
  present = await createSeededDatabase()
  signer = openTestSigner(present.ownerUrl)
  await signLog(signer, EMPTY_EDGE)
  await signer.database.close()

  const name = new URL(present.ownerUrl).pathname.slice(1)
  backups = ['a', 'b', 'c'].map((letter) => `${name}_${letter}`)
  await elsewhere([
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    ...backups.map((backup) => `create database ${backup} template ${name}`),
  ])

  const again = openTestSigner(present.ownerUrl)
  signer = { ...signer, database: again.database }
  const { firstEntry } = await present.record(tradeName(1), tradeName(2))
  await present.record(factsRetracted('agency_names', 'agy_contoh01', [firstEntry]))
  await present.record(
    representativeRecorded('agy_contoh01', {
      ...SINCE,
      id: 'rep_rekaan',
      name: commitText('Orang Rekaan'),
      letterNumber: 'CONTOH/1',
    }),
    issuedDocumentRecorded({
      id: 'isd_rekaan',
      validFrom: day('2026-01-05'),
      validUntil: null,
      instrument: null,
      instrumentOn: null,
      url: null,
      confidence: 'statement',
      sourceId: SINCE.sourceId,
      documentType: 'marital_status_letter',
      number: commitText('474/12/2026'),
      issuerRegion: '32.12',
      issuedOn: day('2026-01-05'),
      holder: commitText('hash.abc'),
      withdrawnOn: null,
    }),
  )
  await present.record(
    licenceEventRecorded('agy_contoh01', {
      ...SINCE,
      id: 'evt_cabut_rekaan',
      licenceId: 'lic_contoh01',
      type: 'revoked',
    }),
  )
  const many = Array.from({ length: 1_200 }, (_, n) => tradeName(100 + n))
  await stageChanges(present.database, 'many', 0, many)
  await applyStaged(present.database, 'many', 'import')
  await signLog(signer, EMPTY_EDGE)
})

afterAll(async () => {
  await signer.close()
  await present.drop()
  await elsewhere(backups.map((backup) => `drop database if exists ${backup} with (force)`))
})

const COMPARED = REPLAYED_TABLES.filter(
  (table) => table !== 'representatives' && table !== 'issued_documents',
)

async function stateOf(database: Pick<Database, 'sql'>) {
  const rows = await Promise.all(
    [...COMPARED, 'registry_log', 'registry_log_node', 'registry_head', 'licence_periods'].map(
      (table) => database.sql.unsafe(`select * from ${table} t order by t::text`),
    ),
  )
  return JSON.stringify(rows)
}

describe('R17: an older backup, put back', () => {
  test('is held, gets its missing entries from the published files, and is the log that it was', async () => {
    const { owner, service, restored, close } = opened(backups[0]!)
    await expect(signLog(restored, EMPTY_EDGE)).rejects.toThrow(/^The log holds \d+ entries, but/)
    expect(await findHold(service)).toMatch(/were published/)
    expect(await recordChanges(service, 'officer', [tradeName(9)])).toEqual({
      refused: 'recording_held',
    })

    const done = await restoreLog(owner, openPublicLog(signer.publishDir), signer.keys.known)
    expect(done).toMatchObject({ appended: 1_206, erased: 2 })
    expect(await stateOf(owner)).toBe(await stateOf(present.database))
    expect(
      await owner.sql`select name, name_salt from representatives where id = 'rep_rekaan'`,
    ).toEqual([{ name: '', name_salt: '' }])

    expect(await findHold(service)).toBeUndefined()
    const { note } = await signLog(signer, EMPTY_EDGE)
    expect((await signLog(restored, EMPTY_EDGE)).note).toBe(note)
    expect(await recordChanges(service, 'officer', [tradeName(9)])).not.toHaveProperty('refused')
    await close()
  })

  test('goes on where an earlier attempt was cut off', async () => {
    const { owner, close } = opened(backups[1]!)
    const read = openPublicLog(signer.publishDir)
    let bundles = 0
    const breaking = (path: string) => {
      if (/entries\/00[3-9]/.test(path) && ++bundles > 4) throw new Error('the network is gone')
      return read(path)
    }
    await expect(restoreLog(owner, breaking, signer.keys.known)).rejects.toThrow('network')
    const done = await restoreLog(owner, read, signer.keys.known)
    expect(done.appended).toBeGreaterThan(0)
    expect(await stateOf(owner)).toBe(await stateOf(present.database))
    await close()
  })

  test('to which something else was recorded is refused: two histories cannot be one', async () => {
    const { owner, service, restored, close } = opened(backups[2]!)
    await recordChanges(service, 'officer', [tradeName(7)])
    await expect(
      restoreLog(owner, openPublicLog(signer.publishDir), signer.keys.known),
    ).rejects.toThrow(/are not the first that were published/)
    await expect(signLog(restored, EMPTY_EDGE)).rejects.toThrow(/were published/)
    expect(await findHold(service)).toBeDefined()
    await close()
  })

  test('is not put back from files that do not hold', async () => {
    const empty = await createTestDatabase()
    const owner = connect(empty.ownerUrl, { max: 1, timeoutMs: 0, role: OWN_ROLE })
    rmSync(join(signer.publishDir, 'tile/entries/001'))
    await expect(
      restoreLog(owner, openPublicLog(signer.publishDir), signer.keys.known),
    ).rejects.toThrow(/is missing/)
    await signLog(signer, EMPTY_EDGE)
    const { size } = await restoreLog(owner, openPublicLog(signer.publishDir), signer.keys.known)
    expect(size).toBeGreaterThan(1_500)
    expect(await stateOf(owner)).toBe(await stateOf(present.database))
    await owner.close()
    await empty.drop()
  })
})
