import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { editionRecorded, nameRecorded, sourceRecorded } from '../../src/domain/change.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { applyStaged, recordChanges, stageChanges } from '../../src/store/record-changes.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl)
})

afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

const edition = (at: number) =>
  editionRecorded({
    sourceId: 'src_rekaan',
    asOf: day('2026-03-02'),
    retrievedOn: day('2026-03-02'),
    rows: at,
  })

const source = sourceRecorded({
  id: 'src_rekaan',
  publisher: 'Kantor Rekaan',
  title: 'Daftar rekaan',
  kind: 'authority_list',
  freshForDays: 30,
  demonstration: false,
})

/** Every complete subtree above the leaves, by `level/index`, as RFC 6962 defines them. */
function subtreesOver(leaves: readonly Buffer[]): Record<string, string> {
  const nodes: Record<string, string> = {}
  for (let level = 1, below = leaves; below.length > 1; level++) {
    const above: Buffer[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      const [left, right] = [below[at] as Buffer, below[at + 1] as Buffer]
      above.push(createHash('sha256').update('\u0001').update(left).update(right).digest())
    }
    for (const [at, hash] of above.entries()) nodes[`${level}/${at}`] = hash.toString('hex')
    below = above
  }
  return nodes
}

describe('the subtrees of the registry log', () => {
  test('are those of its leaves after single changes, a few, and a large batch', async () => {
    await recordChanges(database, 'test', [source])
    for (const count of [1, 3, 6]) {
      await recordChanges(
        database,
        'test',
        Array.from({ length: count }, (_, at) => edition(at)),
      )
    }
    await stageChanges(
      database,
      'large',
      0,
      Array.from({ length: 1_500 }, (_, at) => edition(at)),
    )
    expect(await applyStaged(database, 'large', 'test')).toMatchObject({ size: 1_511 })

    const log = await database.sql`select body, leaf from registry_log order by idx`
    const leaves = log.map(({ body }) =>
      createHash('sha256').update('\u0000').update(String(body)).digest(),
    )
    expect(log.map(({ leaf }) => leaf as Buffer)).toEqual(leaves)
    const nodes = await database.sql`select level, index, hash from registry_log_node`
    const kept = Object.fromEntries(
      nodes.map(({ level, index, hash }) => [
        `${level}/${index}`,
        (hash as Buffer).toString('hex'),
      ]),
    )
    expect(kept).toEqual(subtreesOver(leaves))
  })

  test.each([1, 2, 5])('refuse an entry that leaves out %i before it', async (left) => {
    const owner = postgres(testDatabase.ownerUrl, { max: 1, onnotice: () => {} })
    await expect(
      owner`insert into registry_log (idx, kind, subject, body, leaf, recorded_at, recorded_by)
        select size + ${left}, 'sources', 'src_rekaan', '{}', sha256('{}'), now(), 'test'
        from registry_head`,
    ).rejects.toMatchObject({ code: 'XX001' })
    await owner.end()
  })

  test('do not grow by a change that refers to what is not there', async () => {
    const nowhere = { effectiveOn: day('2026-03-02'), sourceId: 'src_rekaan', id: 'nam_a' }
    const change = nameRecorded('agy_tak_ada', {
      ...nowhere,
      kind: 'registered',
      name: 'PT Rekaan',
    })
    const before = await database.sql`select count(*) from registry_log_node`
    expect(await recordChanges(database, 'test', [change])).toEqual({
      refused: 'unknown_reference',
    })
    expect(await database.sql`select count(*) from registry_log_node`).toEqual(before)
  })
})
