import type { Change, CommittedText } from '../src/domain/change.ts'
import { demonstrationChanges } from './demonstration.ts'
import { demonstrationPlacementChanges } from './demonstration-placements.ts'
import { ruleChanges } from './rule-changes.ts'

/**
 * What an empty registry is filled with to be tried: the invented agencies and placements, and
 * Indonesia's rules as public pages tell them. `commit` makes the salted hash that stands in the log
 * for what may not stand there.
 */
export function seedChanges(commit: (text: string) => CommittedText): Change[] {
  return [
    ...demonstrationChanges(commit),
    ...ruleChanges(),
    ...demonstrationPlacementChanges(commit),
  ]
}
