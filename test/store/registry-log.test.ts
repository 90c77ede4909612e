import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationChanges } from '../../seeds/demonstration.ts'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { checkLog } from '../../src/actions/check-log.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import {
  type Change,
  factsRetracted,
  identifierRecorded,
  licenceEventRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
} from '../../src/domain/change.ts'
import { EMPTY_EDGE } from '../../src/domain/evidence/frontier.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database, SIGNER_ROLE } from '../../src/store/database.ts'
import {
  applyStaged,
  type Recorded,
  type RecordOutcome,
  recordChanges,
  stageChanges,
} from '../../src/store/record-changes.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

const FACT_TABLES = [
  'sources',
  'source_editions',
  'agencies',
  'agency_names',
  'agency_identifiers',
  'agency_contacts',
  'branches',
  'representatives',
  'authorised_destinations',
  'licences',
  'licence_numbers',
  'licence_events',
  'licence_listings',
] as const

let testDatabase: TestDatabase
let database: Database
let owner: postgres.Sql
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl)
  owner = postgres(testDatabase.ownerUrl, { max: 2, onnotice: () => {} })
  await recorded(...demonstrationChanges((name) => commitText(name, 'demonstration')))
})
afterAll(async () => {
  await database.close()
  await owner.end()
  await testDatabase.drop()
})

const record = (...changes: readonly Change[]) => recordChanges(database, 'officer', changes)

async function recorded(...changes: readonly Change[]): Promise<Recorded> {
  const outcome = await record(...changes)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

const SINCE = { effectiveOn: day('2026-01-05'), sourceId: 'src_contoh_daftar' }
const UNKNOWN_SOURCE = 'src_tidak_ada'

let names = 0
function tradeName(sourceId = SINCE.sourceId): Change {
  names += 1
  return nameRecorded('agy_contoh01', {
    ...SINCE,
    sourceId,
    id: `nam_rekaan${names}`,
    kind: 'trading',
    name: `Nama Rekaan ${names}`,
  })
}

/** What the log and the state must agree on, whatever happened before. */
async function expectWhole(): Promise<void> {
  const [log] = await owner`select count(*)::int as entries, coalesce(max(idx), -1)::int as last,
    (select size::int from registry_head) as head,
    (select count(*)::int from registry_log where kind = any (${[...FACT_TABLES]})
      and not (body::jsonb -> 'fact' -> 'row') ? 'retracts') as facts from registry_log`
  const counts = await Promise.all(
    FACT_TABLES.map((table) => owner`select count(*)::int as n from ${owner(table)}`),
  )
  const rows = counts.reduce((sum, [count]) => sum + count?.n, 0)
  expect(log).toMatchObject({ last: log?.entries - 1, head: log?.entries, facts: rows })
  expect(await owner`select 1 from staged_changes`).toHaveLength(0)
}

describe('the registry log', () => {
  test('numbers every fact without a gap, and the head is their count', expectWhole)

  test('has for each fact the entry of its table and subject', async () => {
    for (const table of FACT_TABLES) {
      const strays = await owner`select f.entry from ${owner(table)} f
        left join registry_log l on l.idx = f.entry and l.kind = ${table} where l.idx is null`
      expect(strays, table).toHaveLength(0)
    }
  })

  test('holds canonical JSON that says when, by whom and what, hashed as RFC 6962 does', async () => {
    const entries = await owner`select idx::int, kind, subject, body, leaf, recorded_by,
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from registry_log order by idx`
    expect(entries.length).toBeGreaterThan(100)
    for (const { idx, kind, subject, body, leaf, recorded_by, at } of entries) {
      const said = JSON.parse(body)
      expect(canonicalJson(said)).toBe(body)
      expect(said).toMatchObject({
        entry: idx,
        fact: { kind, subject },
        recorded_at: at,
        recorded_by,
      })
      expect(leaf).toEqual(leafOf(body))
    }
  })

  test('says nothing of a person but a hash that only its salt can open', async () => {
    const [secret] = await owner`select name, name_salt from representatives limit 1`
    const logged = await owner`select body from registry_log`
    const text = logged.map(({ body }) => body).join('\n')
    const persons = DEMONSTRATION_AGENCIES.flatMap((agency) => agency.representatives ?? [])
    expect(persons.length).toBeGreaterThan(0)
    for (const { name } of persons) expect(text).not.toContain(name)
    expect(text).not.toContain('name_salt')
    expect(text).toContain(commitText(secret?.name, secret?.name_salt).commitment)
  })

  test('keeps text with quotes, backslashes and line breaks canonical', async () => {
    const name = 'Rekaan "A" \\ B\n\u2028 \u{1F6A2} é'
    const { firstEntry } = await recorded(
      nameRecorded('agy_contoh01', { ...SINCE, id: 'nam_aneh', kind: 'trading', name }),
    )
    const [entry] = await owner`select body, leaf from registry_log where idx = ${firstEntry}`
    expect(canonicalJson(JSON.parse(entry?.body))).toBe(entry?.body)
    expect(entry?.leaf).toEqual(leafOf(entry?.body))
    expect(await owner`select name from agency_names where entry = ${firstEntry}`).toMatchObject([
      { name },
    ])
  })

  test('has every complete subtree, equal to what the leaves give', async () => {
    const leaves = await owner`select leaf from registry_log order by idx`
    const kept = await owner`select level, index::int as index, hash from registry_log_node
      order by level, index`
    let below: Buffer[] = leaves.map(({ leaf }) => leaf)
    const expected: { level: number; index: number; hash: string }[] = []
    for (let level = 1; below.length > 1; level++) {
      below = Array.from({ length: below.length >> 1 }, (_, index) =>
        createHash('sha256')
          .update('\x01')
          .update(below[2 * index]!)
          .update(below[2 * index + 1]!)
          .digest(),
      )
      expected.push(...below.map((hash, index) => ({ level, index, hash: hash.toString('hex') })))
    }
    expect(kept.map((node) => ({ ...node, hash: node.hash.toString('hex') }))).toEqual(expected)
  })

  test('gives later entries no earlier time', async () => {
    const [{ n } = { n: -1 }] = await owner`select count(*)::int as n from (
      select recorded_at < lag(recorded_at) over (order by idx) as back from registry_log) t where back`
    expect(n).toBe(0)
  })
})

describe('recording', () => {
  test('by twelve writers, failing ones among them, leaves no gap and loses nothing', async () => {
    const writers = Array.from({ length: 12 }, () => connect(testDatabase.serviceUrl, { max: 1 }))
    const kept: string[] = []
    let refused = 0
    await Promise.all(
      writers.map(async (writer, w) => {
        for (let turn = 0; turn < 15; turn++) {
          const isFailing = (w + turn) % 3 === 0
          const changes = [tradeName(), tradeName(isFailing ? UNKNOWN_SOURCE : undefined)]
          const outcome = await recordChanges(writer, `officer_${w}`, changes)
          if ('refused' in outcome) refused += 1
          else for (const { fact } of changes) kept.push(JSON.parse(fact).row.id)
        }
      }),
    )
    await Promise.all(writers.map((writer) => writer.close()))

    await expectWhole()
    expect(refused).toBe(60)
    const found = await owner`select id from agency_names where id = any (${kept})`
    expect(found).toHaveLength(kept.length)
  })

  test('R02: whose connection is killed at any moment is whole or absent', async () => {
    const writer = connect(testDatabase.serviceUrl, { max: 2 })
    const acknowledged: string[] = []
    let lost = 0
    for (let round = 0; round < 40; round++) {
      const changes = [tradeName(), tradeName(), tradeName()]
      const ids = changes.map(({ fact }) => JSON.parse(fact).row.id as string)
      const recording = recordChanges(writer, 'officer', changes).then(
        () => acknowledged.push(...ids),
        () => {
          lost += 1
        },
      )
      await new Promise((resolve) => setTimeout(resolve, round % 12))
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'pastikan' and state = 'active'
          and pid <> pg_backend_pid()`
      await recording
      const [{ n } = { n: -1 }] =
        await owner`select count(*)::int as n from agency_names where id = any (${ids})`
      expect([0, 3]).toContain(n)
    }
    await writer.close()

    await expectWhole()
    const found = await owner`select id from agency_names where id = any (${acknowledged})`
    expect(found).toHaveLength(acknowledged.length)
    expect(acknowledged.length + 3 * lost).toBe(120)
    const replayed = connect(testDatabase.ownerUrl, { max: 1, timeoutMs: 0, role: SIGNER_ROLE })
    await checkLog(replayed, EMPTY_EDGE, [])
    await replayed.close()
  })

  test('is refused whole when one of its facts is', async () => {
    const before = await owner`select size from registry_head`
    expect(await record(tradeName(), tradeName(UNKNOWN_SOURCE))).toEqual({
      refused: 'unknown_reference',
    })
    expect(await owner`select size from registry_head`).toEqual(before)
    await expectWhole()
  })

  test('is refused when its subject has changed since it was read', async () => {
    const { firstEntry } = await recorded(tradeName())
    const expecting = (entry: number) =>
      recordChanges(database, 'officer', [tradeName()], { agy_contoh01: entry })
    expect(await expecting(firstEntry - 1)).toEqual({ refused: 'changed_since_read' })
    expect(await expecting(-1)).toEqual({ refused: 'changed_since_read' })

    const both = await Promise.all([expecting(firstEntry), expecting(firstEntry)])
    expect(both.filter((outcome) => 'refused' in outcome)).toHaveLength(1)
  })

  test('of a staged batch with a gap is refused, and whole once it is complete', async () => {
    const changes = [tradeName(), tradeName(), tradeName()]
    await stageChanges(database, 'batch-a', 0, changes.slice(0, 1))
    await stageChanges(database, 'batch-a', 2, changes.slice(2))
    expect(await applyStaged(database, 'batch-a', 'officer')).toEqual({
      refused: 'superseded_already',
    })
    await stageChanges(database, 'batch-a', 1, changes.slice(1, 2))
    expect(await applyStaged(database, 'batch-a', 'officer')).toMatchObject({
      size: expect.any(Number),
    })
    await expectWhole()
  })
})

describe('a licence', () => {
  const grant = (n: number, effectiveOn: string, validUntil: string | null = null): Change[] => [
    licenceRecorded('agy_contoh21', { id: `lic_saing${n}`, kind: 'sip3mi' }),
    licenceEventRecorded('agy_contoh21', {
      sourceId: SINCE.sourceId,
      effectiveOn: day(effectiveOn),
      validUntil: validUntil === null ? null : day(validUntil),
      id: `evt_saing${n}`,
      licenceId: `lic_saing${n}`,
      type: 'granted',
    }),
  ]

  test('granted to one agency a hundred times at once is granted once', async () => {
    const outcomes: RecordOutcome[] = await Promise.all(
      Array.from({ length: 100 }, (_, n) => record(...grant(n, '2026-01-01', '2026-06-30'))),
    )
    const refusals = outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : []))
    expect(refusals).toEqual(Array(99).fill('licence_overlaps'))
    await expectWhole()
  })

  test.each([
    [200, '2026-06-30', 'refused', 'the last day still counts'],
    [201, '2026-07-01', 'granted', 'the day after is free'],
  ])('%i from %s is %s: %s', async (n, from, expected) => {
    const outcome = await record(...grant(n, from, '2026-12-31'))
    expect('refused' in outcome ? 'refused' : 'granted').toBe(expected)
  })

  test('may follow on the day that a revocation ended the one before', async () => {
    await recorded(
      licenceEventRecorded('agy_contoh21', {
        sourceId: SINCE.sourceId,
        effectiveOn: day('2026-08-01'),
        id: 'evt_cabut201',
        licenceId: 'lic_saing201',
        type: 'revoked',
      }),
    )
    expect(await record(...grant(202, '2026-07-31'))).toEqual({ refused: 'licence_overlaps' })
    expect(await record(...grant(203, '2026-08-01'))).not.toHaveProperty('refused')
  })

  test('of which the grant is retracted leaves its days to another', async () => {
    const { firstEntry } = await recorded(...grant(204, '2025-01-01', '2025-12-31'))
    expect(await record(...grant(205, '2025-06-01', '2025-09-30'))).toEqual({
      refused: 'licence_overlaps',
    })
    await recorded(factsRetracted('licence_events', 'agy_contoh21', [firstEntry + 1]))
    expect(await record(...grant(205, '2025-06-01', '2025-09-30'))).not.toHaveProperty('refused')
  })

  test('of an agency that is not there is refused', async () => {
    expect(
      await record(licenceRecorded('agy_tak_ada', { id: 'lic_tak_ada', kind: 'sip3mi' })),
    ).toEqual({ refused: 'unknown_reference' })
  })
})

describe('a number', () => {
  const taken = '9988000000012'
  const number = (agency: string, supersedes: readonly number[] = []) =>
    licenceNumberRecorded(`agy_${agency}`, {
      ...SINCE,
      supersedes,
      licenceId: `lic_${agency}`,
      country: 'ID',
      kind: 'sip3mi',
      printed: taken,
      schema: 'nib',
      normalised: taken,
      nib: taken,
    })

  test('belongs to one licence only, until a correction frees it', async () => {
    const { firstEntry } = await recorded(number('contoh03'))
    expect(await record(number('contoh04'))).toEqual({ refused: 'number_taken' })

    await recorded(factsRetracted('licence_numbers', 'agy_contoh03', [firstEntry]))
    const freed = await recorded(number('contoh04'))
    const old =
      await owner`select superseded_by::int as by from licence_numbers where entry = ${firstEntry}`
    expect(old).toMatchObject([{ by: freed.firstEntry - 1 }])
    expect(await record(factsRetracted('licence_numbers', 'agy_contoh03', [firstEntry]))).toEqual({
      refused: 'superseded_already',
    })
    await expectWhole()
  })

  test('of one business belongs to one agency', async () => {
    const nib = (agency: string) =>
      identifierRecorded(`agy_${agency}`, {
        ...SINCE,
        kind: 'nib',
        printed: '9988000000111',
        normalised: '9988000000111',
      })
    await recorded(nib('contoh05'))
    expect(await record(nib('contoh06'))).toEqual({ refused: 'number_taken' })
  })
})

describe('R15: the role of the service', () => {
  const forbidden = [
    `update licence_events set type = 'granted'`,
    `update licence_events set superseded_by = 1`,
    `delete from licence_events`,
    `truncate licence_events cascade`,
    `alter table licence_events add column x int`,
    `drop table licence_events`,
    `insert into licence_events select * from licence_events`,
    `insert into registry_log select * from registry_log`,
    `update registry_log set body = '{}'`,
    `delete from registry_log`,
    `update registry_head set size = 0`,
    `delete from registry_log_node`,
    `delete from licence_periods`,
    `update sources set fresh_for_days = 10000`,
    `update staged_changes set n = 0`,
    `select registry_renew_periods(array['lic_contoh01'])`,
    `select registry_log_add_nodes(0, 2)`,
    `copy registry_log from program 'true'`,
    `copy registry_log to program 'true'`,
    `copy registry_log to '/tmp/registry_log'`,
    `create table public.registry_head_copy (n int)`,
    `create function public.sha256(bytea) returns bytea language sql as 'select $1'`,
    `create role other superuser`,
    `alter role current_user superuser`,
    `drop trigger registry_log_appended on registry_log`,
  ]

  test.each(forbidden)('may not: %s', async (statement) => {
    await expect(database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('may not become the owner', async () => {
    const [owning] = await owner`select current_user as name`
    await expect(database.sql.unsafe(`set role "${owning?.name}"`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('cannot bend the recording function by its own search path', async () => {
    const hostile = postgres(testDatabase.serviceUrl, { max: 1, onnotice: () => {} })
    await hostile.unsafe('set role pastikan_service')
    await hostile
      .unsafe(
        `create function pg_temp.sha256(bytea) returns bytea language sql as $$ select '\\x00'::bytea $$`,
      )
      .catch(() => {})
    await hostile.unsafe('create temp table registry_head (size bigint)').catch(() => {})
    await hostile.unsafe('set search_path = pg_temp, public')
    const [row] = await hostile`select first_entry::int as entry
      from public.registry_record('hostile', ${JSON.stringify([tradeName()])}::text::jsonb)`
    await hostile.end()
    const [entry] = await owner`select body, leaf from registry_log where idx = ${row?.entry}`
    expect(entry?.leaf).toEqual(leafOf(entry?.body))
    await expectWhole()
  })

  test('may not record in a name that would break the log’s JSON', async () => {
    await expect(recordChanges(database, 'a","x":"', [tradeName()])).rejects.toMatchObject({
      code: '23514',
    })
    await expectWhole()
  })
})

function leafOf(body: string): Buffer {
  return createHash('sha256').update('\0').update(body).digest()
}
