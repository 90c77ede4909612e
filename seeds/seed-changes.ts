import type { Change, CommittedText } from '../src/domain/change.ts'
import { demonstrationChanges } from './demonstration.ts'
import { demonstrationPlacementChanges } from './demonstration-placements.ts'
import { ruleChanges } from './rule-changes.ts'

/**
 * What a registry is filled with to be tried, in groups that are recorded whole or not at all: the
 * invented agencies, Indonesia's rules as public pages tell them, and the invented placements. Each
 * begins with a subject of its own, which tells whether it was recorded. `commit` makes the salted
 * hash that stands in the log for what may not stand there.
 */
export function seedGroups(commit: (text: string) => CommittedText): readonly Change[][] {
  return [demonstrationChanges(commit), ruleChanges(), demonstrationPlacementChanges(commit)]
}

/** Everything of it, as an empty registry gets it. */
export function seedChanges(commit: (text: string) => CommittedText): Change[] {
  return seedGroups(commit).flat()
}
