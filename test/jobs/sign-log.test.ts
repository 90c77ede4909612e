import { execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { factsRetracted, licenceEventRecorded, nameRecorded } from '../../src/domain/change.ts'
import { EMPTY_EDGE } from '../../src/domain/evidence/frontier.ts'
import { openPublicLog } from '../../src/jobs/public-log.ts'
import { signLog } from '../../src/jobs/sign-log.ts'
import { verifyLog } from '../../src/jobs/verify-log.ts'
import { newLogKeyLine, readLogKeys } from '../../src/log-keys.ts'
import { findHold, findLatestCheckpoint } from '../../src/store/log-checkpoints.ts'
import { REPLAYED_TABLES } from '../../src/store/log-state.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { createSeededDatabase, type SeededDatabase } from '../support/seeded-database.ts'
import { openTestSigner, type TestSigner } from '../support/test-signer.ts'

let seeded: SeededDatabase
let signer: TestSigner
/** A database and a signer of its own for each test. */
function eachWithItsOwn() {
  beforeEach(async () => {
    seeded = await createSeededDatabase()
    signer = openTestSigner(seeded.ownerUrl)
  })
  afterEach(async () => {
    await signer.close()
    await seeded.drop()
  })
}

const SINCE = { effectiveOn: day('2026-01-05'), sourceId: 'src_contoh_daftar' }
let names = 0
const tradeName = () =>
  nameRecorded('agy_contoh01', {
    ...SINCE,
    id: `nam_rekaan${++names}`,
    kind: 'trading',
    name: `Nama Rekaan ${names}`,
  })

const published = () => readFileSync(join(signer.publishDir, 'checkpoint'), 'utf8')

describe('the signer', () => {
  eachWithItsOwn()

  test('signs the whole log, and what it publishes can be proven from its files alone', async () => {
    const { size, note } = await signLog(signer, EMPTY_EDGE)
    expect(size).toBeGreaterThan(300)
    expect(published()).toBe(note)
    expect(readFileSync(signer.stateFile, 'utf8')).toBe(note)
    expect(await findLatestCheckpoint(seeded.database)).toMatchObject({ size, note })
    const proven = await verifyLog(openPublicLog(signer.publishDir), signer.keys.known, undefined)
    expect(proven.checkpoint.size).toBe(size)
  })

  test('goes on where it was, with the same root as from the beginning', async () => {
    let { edge } = await signLog(signer, EMPTY_EDGE)
    for (let turn = 0; turn < 4; turn++) {
      const { firstEntry } = await seeded.record(...Array.from({ length: 70 }, tradeName))
      await seeded.record(factsRetracted('agency_names', 'agy_contoh01', [firstEntry]))
      const onward = await signLog(signer, edge)
      expect((await signLog(signer, EMPTY_EDGE)).note).toBe(onward.note)
      edge = onward.edge
    }
    const read = openPublicLog(signer.publishDir)
    await verifyLog(read, signer.keys.known, undefined)
    expect(existsSync(join(signer.publishDir, 'tile/0/001.p'))).toBe(false)
  })

  test('finds between two full checks what was changed since the last full tile', async () => {
    const { edge } = await signLog(signer, EMPTY_EDGE)
    await seeded.record(tradeName())
    await seeded.asSuperuser(
      `update agency_names set name = 'PT Lain' where entry = (select max(entry) from agency_names)`,
    )
    await expect(signLog(signer, edge)).rejects.toThrow(
      /agency_names\.name is not what the log says/,
    )
  })

  test('mends published files that an earlier run left unfinished', async () => {
    await signLog(signer, EMPTY_EDGE)
    rmSync(join(signer.publishDir, 'tile/entries/000'))
    writeFileSync(join(signer.publishDir, 'tile/0/000'), 'torn')
    rmSync(join(signer.publishDir, 'checkpoint'))
    await seeded.asSuperuser('delete from log_checkpoint')
    const { note } = await signLog(signer, EMPTY_EDGE)
    await verifyLog(openPublicLog(signer.publishDir), signer.keys.known, undefined)
    expect(await findLatestCheckpoint(seeded.database)).toMatchObject({ note })
  })

  test('goes on signing when what the register knows of a person was erased', async () => {
    const { note } = await signLog(signer, EMPTY_EDGE)
    const erased = await seeded.asSuperuser(
      `update representatives set name = '', name_salt = '' returning entry`,
    )
    expect(erased.length).toBeGreaterThan(0)
    expect((await signLog(signer, EMPTY_EDGE)).note).toBe(note)
  })

  test('and its second key sign together until the first is taken out', async () => {
    const first = signer.keys
    await signLog(signer, EMPTY_EDGE)
    writeFileSync(
      signer.keyFile,
      `${newLogKeyLine(first.origin)}${readFileSync(signer.keyFile, 'utf8')}`,
    )
    const both = readLogKeys(signer.keyFile)
    await seeded.record(tradeName())
    await signLog({ ...signer, keys: both }, EMPTY_EDGE)
    for (const key of both.known) {
      await verifyLog(openPublicLog(signer.publishDir), [key], undefined)
    }
  })

  test('works one at a time', async () => {
    const others = [openTestSigner(seeded.ownerUrl), openTestSigner(seeded.ownerUrl)]
    const sharing = others.map((other) => ({ ...signer, database: other.database }))
    const notes = await Promise.all(
      [signer, ...sharing].map((each) => signLog(each, EMPTY_EDGE).then(({ note }) => note)),
    )
    expect(new Set(notes).size).toBe(1)
    await Promise.all(others.map((other) => other.close()))
  })

  test('compares every table that the registry records facts in', async () => {
    const tables = await seeded.asSuperuser('select name from fact_tables order by name')
    expect(tables.map(({ name }) => name)).toEqual([...REPLAYED_TABLES].sort())
  })
})

const REBUILD = `delete from registry_log_node;
  select registry_log_add_nodes(0, (select size from registry_head))`
const LEAF = `sha256('\\x00'::bytea || convert_to(body, 'UTF8'))`
const LAST = '(select size - 1 from registry_head)'

describe('R14: tampering with SQL', () => {
  const cases: [string, string, RegExp][] = [
    [
      'a body',
      `update registry_log set body = replace(body, 'granted', 'renewed') where body like '%"granted"%'`,
      /^Entry \d+: its leaf hash is not that of its body/,
    ],
    [
      'a body and its leaf',
      `update registry_log set body = replace(body, '"licensed"', '"other"'), kind = 'x' where idx = 5; update registry_log set leaf = ${LEAF}`,
      /^Entry 5: its kind is not what its body says/,
    ],
    [
      'a leaf',
      `update registry_log set leaf = sha256(leaf) where idx = 17`,
      /^Entry 17: its leaf hash/,
    ],
    [
      'a body that stays canonical, its leaf, its fact and every subtree',
      `update registry_log set body = replace(body, 'Bahari Sentosa', 'Bahari Lancar'); update registry_log set leaf = ${LEAF}; update agency_names set name = replace(name, 'Bahari Sentosa', 'Bahari Lancar'); ${REBUILD}`,
      /^The first \d+ entries are not those that were published/,
    ],
    [
      'the spaces of a body, and every hash',
      `update registry_log set body = replace(body, ',"fact"', ', "fact"') where idx = 40; update registry_log set leaf = ${LEAF}; ${REBUILD}`,
      /^Entry 40: its body is not one that the registry writes/,
    ],
    [
      'the order of two entries',
      `update registry_log set idx = -1 where idx = 20; update registry_log set idx = 20 where idx = 21; update registry_log set idx = 21 where idx = -1; ${REBUILD}`,
      /^Entry 20: its body is that of entry 21/,
    ],
    [
      'the subject of an entry',
      `update registry_log set subject = 'agy_contoh02' where idx = (select min(idx) from registry_log where subject = 'agy_contoh01')`,
      /its subject is not what its body says/,
    ],
    [
      'when an entry was recorded',
      `update registry_log set recorded_at = recorded_at - interval '1 day' where idx = 100`,
      /^Entry 100: its recordedAt/,
    ],
    [
      'who recorded an entry',
      `update registry_log set recorded_by = 'other' where idx = 100`,
      /^Entry 100: its recordedBy/,
    ],
    [
      'a stored subtree',
      `update registry_log_node set hash = sha256(hash) where level = 3 and index = 2`,
      /subtree 3\/2 that begins with it is not that of its entries/,
    ],
    [
      'a stored subtree that is gone',
      `delete from registry_log_node where level = 8`,
      /subtree 8\/0 that begins with it is missing/,
    ],
    [
      'a subtree too many',
      `insert into registry_log_node select 9, 7, hash from registry_log_node limit 1`,
      /beyond its head/,
    ],
    [
      'a revocation turned into a warning',
      `update licence_events set type = 'warned' where type = 'revoked'`,
      /^Entry \d+: licence_events\.type is not what the log says/,
    ],
    [
      'a suspension that is gone',
      `delete from licence_events where type = 'suspended_full'`,
      /its row is missing from licence_events/,
    ],
    [
      'a grant that nobody recorded',
      `insert into licence_events select (jsonb_populate_record(e, '{"entry": 3, "id": "evt_palsu", "type": "granted"}')).* from licence_events e limit 1`,
      /^Entry 3: licence_events has a row for it, the log has no such fact/,
    ],
    [
      'a grant under a number that the log has not reached',
      `insert into licence_events select (jsonb_populate_record(e, '{"entry": 100000, "id": "evt_palsu", "type": "granted"}')).* from licence_events e limit 1`,
      /^Entry 100000: licence_events has a row that refers beyond/,
    ],
    [
      'a second row for one entry',
      `insert into licences select id || 'x', entry, agency_id, kind from licences limit 1`,
      /licences has more than one row for it/,
    ],
    [
      'a fact marked as superseded',
      `update licence_events set superseded_by = ${LAST} where type = 'revoked'`,
      /marked as superseded by entry \d+, which does not say so/,
    ],
    [
      'a fact marked as superseded by what does not exist',
      `update licence_events set superseded_by = 99999 where type = 'revoked'`,
      /refers beyond the log's head/,
    ],
    [
      'a superseded fact marked as in force',
      `update agency_names set superseded_by = null`,
      /superseded it, its row does not/,
    ],
    [
      'a validity date',
      `update licence_events set valid_until = valid_until + 3650`,
      /licence_events\.valid_until/,
    ],
    [
      'a licence given to another agency',
      `update licences set agency_id = 'agy_contoh02' where agency_id = 'agy_contoh01'`,
      /licences\.agency_id/,
    ],
    [
      'how long a source counts as fresh',
      `update sources set fresh_for_days = 9999`,
      /sources\.fresh_for_days/,
    ],
    [
      'the name of a representative',
      `update representatives set name = 'Orang Lain'`,
      /representatives\.name/,
    ],
    [
      'the name of a representative with a salt of its own',
      `update representatives set name = 'Orang Lain', name_salt = 'x'`,
      /representatives\.name/,
    ],
    [
      'a name put where one was erased',
      `update representatives set name = 'Orang Lain', name_salt = ''`,
      /representatives\.name/,
    ],
    ['a destination rule', `update destination_rules set rule = 'open'`, /destination_rules\.rule/],
    [
      'an entry in the middle that is gone',
      `delete from registry_log where idx = 50`,
      /^Entry 50: it is missing from the log/,
    ],
    [
      'the last entry that is gone',
      `delete from registry_log where idx = ${LAST}`,
      /^Entry \d+: it is missing from the log/,
    ],
    [
      'the last entries that are gone, and all that tells of them',
      `update registry_head set size = size - 5; delete from registry_log where idx >= (select size from registry_head); ${REPLAYED_TABLES.map((table) => `delete from ${table} where entry >= (select size from registry_head)`).join(';')}; ${REBUILD}`,
      /^The log holds \d+ entries, but \d+ were published/,
    ],
    [
      'everything that is gone',
      `update registry_head set size = 0; truncate registry_log, registry_log_node, ${REPLAYED_TABLES.join(', ')}, licence_periods`,
      /^The log holds 0 entries/,
    ],
    [
      'an entry beyond the head',
      `insert into registry_log select idx + 1, kind, subject, body, leaf, recorded_at, recorded_by from registry_log where idx = ${LAST}`,
      /beyond its head/,
    ],
    [
      'a head beyond the log',
      `update registry_head set size = size + 1`,
      /^Entry \d+: it is missing from the log/,
    ],
    [
      'a checkpoint of the same size that is not ours',
      `update log_checkpoint set note = replace(note, '—', '–')`,
      /^The checkpoint in the database was not signed by this log/,
    ],
    [
      'a checkpoint of a larger log',
      `insert into log_checkpoint (size, note, verifier_keys) select size + 5, note || 'x', verifier_keys from log_checkpoint`,
      /^The checkpoint in the database was not signed by this log/,
    ],
  ]

  /** One database for all: each case is undone, and the signer works inside its transaction. */
  let tampered: SeededDatabase
  let watching: TestSigner
  beforeAll(async () => {
    tampered = await createSeededDatabase()
    watching = openTestSigner(tampered.ownerUrl)
    const { firstEntry } = await tampered.record(tradeName())
    await tampered.record(factsRetracted('agency_names', 'agy_contoh01', [firstEntry]))
    await signLog(watching, EMPTY_EDGE)
    await tampered.record(tradeName())
  })
  afterAll(async () => {
    await watching.close()
    await tampered.drop()
  })

  test.each(cases)('%s is found, and nothing is signed', async (_what, statement, says) => {
    const { sql } = watching.database
    const files = () =>
      [join(watching.publishDir, 'checkpoint'), watching.stateFile].map((file) =>
        readFileSync(file, 'utf8'),
      )
    const before = files()
    await sql.unsafe(`begin; set local role none; set local session_replication_role = replica;
      ${statement}; set local role pastikan_signer`)
    const notes = await sql`select * from log_checkpoint`
    await expect(signLog(watching, EMPTY_EDGE)).rejects.toMatchObject({
      name: 'LogRefused',
      message: expect.stringMatching(says),
    })
    expect(await sql`select * from log_checkpoint`).toEqual(notes)
    await sql`rollback`
    expect(files()).toEqual(before)
  })
})

describe('tampering that would fork the log', () => {
  eachWithItsOwn()

  test('holds recording only where what follows would be a fork', async () => {
    await signLog(signer, EMPTY_EDGE)
    await seeded.asSuperuser(`update licence_events set type = 'warned' where type = 'revoked'`)
    await expect(signLog(signer, EMPTY_EDGE)).rejects.toThrow()
    expect(await findHold(seeded.database)).toBeUndefined()

    await seeded.asSuperuser(`update registry_head set size = 10`)
    await expect(signLog(signer, EMPTY_EDGE)).rejects.toThrow()
    expect(await findHold(seeded.database)).toMatch(/^The log holds 10 entries/)
    const revoked = licenceEventRecorded('agy_contoh01', {
      ...SINCE,
      id: 'evt_x',
      licenceId: 'lic_contoh01',
      type: 'revoked',
    })
    expect(await recordChanges(seeded.database, 'officer', [revoked])).toEqual({
      refused: 'recording_held',
    })
  })

  test('cannot be hidden by taking the signer’s own memory away', async () => {
    const { note } = await signLog(signer, EMPTY_EDGE)
    rmSync(signer.stateFile)
    await seeded.asSuperuser('delete from log_checkpoint; update registry_head set size = 10')
    await expect(signLog(signer, EMPTY_EDGE)).rejects.toThrow(/were published/)
    expect(published()).toBe(note)
  })
})

describe('the signing command', () => {
  eachWithItsOwn()

  const run = () =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const command = resolve(import.meta.dirname, '../../src/jobs/sign-log-command.ts')
      const env = {
        ...process.env,
        DATABASE_URL: seeded.ownerUrl,
        LOG_KEY_FILE: signer.keyFile,
        LOG_STATE_FILE: signer.stateFile,
        LOG_PUBLISH_DIR: signer.publishDir,
      }
      execFile(process.execPath, ['--import', 'tsx', command], { env }, (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })

  test('ends with 0 when it signed, and with 1 and a sentence when it refused', async () => {
    expect(await run()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Signed: \d+ entries/),
    })
    const note = published()
    await seeded.record(tradeName())
    await seeded.asSuperuser(`update licence_events set type = 'warned' where type = 'revoked'`)
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Not signed\. Entry \d+: licence_events\.type is not what the log says\.\n$/,
      ),
    })
    expect(published()).toBe(note)
  })

  test('ends with 2 when it cannot try', async () => {
    writeFileSync(signer.keyFile, 'no key\n')
    expect(await run()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be used'),
    })
  })
})

describe('the role of the signer', () => {
  beforeAll(async () => {
    seeded = await createSeededDatabase()
    signer = openTestSigner(seeded.ownerUrl)
  })
  afterAll(async () => {
    await signer.close()
    await seeded.drop()
  })

  test.each([
    `update registry_log set body = '{}'`,
    `delete from registry_log`,
    `truncate registry_log`,
    `insert into registry_log select * from registry_log`,
    `update registry_head set size = 0`,
    `update registry_log_node set hash = hash`,
    `update log_checkpoint set note = ''`,
    `delete from log_checkpoint`,
    `truncate log_checkpoint`,
    `update registry_hold set reason = ''`,
    `delete from registry_hold`,
    `update licence_events set type = 'granted'`,
    `delete from licence_events`,
    `alter table log_checkpoint add column x int`,
    `select registry_record('x', '[]')`,
    `select registry_apply('x', 'x')`,
    `select registry_append('x', 'x', null, null)`,
    `insert into staged_changes (batch, n, kind, subject, fact) values ('a', 0, 'a', 'a', 'a')`,
    `select * from checks`,
    `select * from check_idempotency`,
    `copy registry_log to program 'true'`,
  ])('may not: %s', async (statement) => {
    await expect(signer.database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('is all that a login needs to sign', async () => {
    const login = `pastikan_test_signer_${process.pid}`
    await seeded.asSuperuser(
      `create role ${login} login password 'rekaan'; grant pastikan_signer to ${login}`,
    )
    const url = new URL(seeded.ownerUrl)
    url.username = login
    url.password = 'rekaan'
    const apart = openTestSigner(url.href)
    expect((await signLog(apart, EMPTY_EDGE)).size).toBeGreaterThan(300)
    await apart.close()
    await seeded.asSuperuser(`drop role ${login}`)
  })

  test.each([
    `insert into log_checkpoint (size, note, verifier_keys) values (1, 'x', 'x')`,
    `update log_checkpoint set note = ''`,
    `delete from log_checkpoint`,
    `insert into registry_hold (reason) values ('x')`,
    `delete from registry_hold`,
    `select registry_append('x', 'x', null, null)`,
  ])('is not the service’s, which may not: %s', async (statement) => {
    await expect(seeded.database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })
})
