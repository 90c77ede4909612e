import { seedGroups } from '../../seeds/seed-changes.ts'
import { commitText } from '../store/commit-text.ts'
import type { Database } from '../store/database.ts'
import { recordChanges } from '../store/record-changes.ts'

/**
 * Records each group of the seed that the registry does not hold yet: all of them in an empty one, in
 * one that an earlier version seeded those that came later.
 */
export async function seedRegistry(database: Database): Promise<void> {
  for (const changes of seedGroups((text) => commitText(text, 'demonstration'))) {
    // Expecting no entry of its first subject makes another start, or another service, harmless.
    const first = changes[0]?.subject ?? ''
    const recorded = await recordChanges(database, 'seed', changes, { [first]: null })
    if ('refused' in recorded && recorded.refused !== 'changed_since_read') {
      throw new Error(`the seed was refused: ${recorded.refused}`)
    }
  }
}
