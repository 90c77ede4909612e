import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seedChanges, seedGroups } from '../../seeds/seed-changes.ts'
import { seedRegistry } from '../../src/jobs/seed-registry.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { findRegistryHead } from '../../src/store/registry-head.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

const commit = (text: string) => commitText(text, 'demonstration')
const ALL = seedChanges(commit).length

let testDatabase: TestDatabase
let database: Database

beforeEach(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl)
})
afterEach(async () => {
  await database.close()
  await testDatabase.drop()
})

const size = async () => (await findRegistryHead(database)).size

describe('seeding a registry', () => {
  test('fills an empty one, once: a second start adds nothing', async () => {
    await seedRegistry(database)
    expect(await size()).toBe(ALL)
    await seedRegistry(database)
    expect(await size()).toBe(ALL)
  })

  test('adds what came later to one that an earlier version seeded', async () => {
    const [agencies = []] = seedGroups(commit)
    await recordChanges(database, 'seed', agencies)
    await seedRegistry(database)
    expect(await size()).toBe(ALL)
    const [row] = await database.sql`select (select count(*)::int from destination_rules) as rules,
      (select count(*)::int from job_orders) as orders`
    expect(row?.rules).toBeGreaterThan(0)
    expect(row?.orders).toBeGreaterThan(0)
  })

  test('leaves no half when two services start at once', async () => {
    await Promise.all([seedRegistry(database), seedRegistry(database)])
    expect(await size()).toBe(ALL)
  })
})
