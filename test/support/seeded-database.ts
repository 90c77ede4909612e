import postgres from 'postgres'
import { seedChanges } from '../../seeds/seed-changes.ts'
import type { Change } from '../../src/domain/change.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { type Recorded, recordChanges } from '../../src/store/record-changes.ts'
import { createTestDatabase, type TestDatabase } from './template-database.ts'

export interface SeededDatabase extends TestDatabase {
  readonly database: Database
  /** As the owner of everything, past triggers and references: what an attacker with SQL can do. */
  asSuperuser(statement: string): Promise<postgres.RowList<postgres.Row[]>>
  record(...changes: readonly Change[]): Promise<Recorded>
}

/** A private database with the demonstration register. */
export async function createSeededDatabase(): Promise<SeededDatabase> {
  const created = await createTestDatabase()
  const database = connect(created.serviceUrl, { max: 2 })
  const owner = postgres(created.ownerUrl, { max: 1, onnotice: () => {} })
  const record = async (...changes: readonly Change[]) => {
    const recorded = await recordChanges(database, 'officer', changes)
    if ('refused' in recorded) throw new Error(recorded.refused)
    return recorded
  }
  await record(...seedChanges((text) => commitText(text, 'demonstration')))
  await owner`set session_replication_role = replica`
  return {
    ...created,
    database,
    record,
    asSuperuser: (statement) => owner.unsafe(statement),
    drop: async () => {
      await Promise.all([database.close(), owner.end()])
      await created.drop()
    },
  }
}
