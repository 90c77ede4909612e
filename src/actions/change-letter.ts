import type { CalendarDate } from '../domain/calendar-date.ts'
import type { PartnerKey } from '../domain/partner-key.ts'
import { findLetter, type KeptLetter } from '../store/issued-documents.ts'
import { recordChanges } from '../store/record-changes.ts'
import {
  keptLetter,
  type LetterDependencies,
  type LetterInput,
  type LetterOutcome,
  letterChange,
  recordedLetter,
  recorderOf,
  refusalOf,
} from './record-letter.ts'

interface LetterAt {
  readonly id: string
  /** The log entry that the caller has read; another one stands there when it has changed since. */
  readonly entry: number
  readonly by: PartnerKey
}

/** Withdraws a letter: at once, and never back. */
export async function withdrawLetter(
  dependencies: LetterDependencies,
  at: LetterAt,
  { withdrawnOn, sourceId }: { readonly withdrawnOn: CalendarDate; readonly sourceId: string },
): Promise<LetterOutcome> {
  const found = await findLetter(dependencies.database, at.id)
  if (found === undefined) return { refused: 'not_found' }
  if (withdrawnOn < found.issuedOn) return { refused: 'before_issue' }
  return replace(dependencies, at, found, { ...found, withdrawnOn, sourceId })
}

/** Records a letter anew in place of one that was recorded wrongly. */
export async function correctLetter(
  dependencies: LetterDependencies,
  at: LetterAt,
  input: LetterInput,
): Promise<LetterOutcome> {
  const found = await findLetter(dependencies.database, at.id)
  if (found === undefined) return { refused: 'not_found' }
  return replace(dependencies, at, found, { ...keptLetter(input, dependencies.hash), id: at.id })
}

async function replace(
  dependencies: LetterDependencies,
  { id, entry, by }: LetterAt,
  old: KeptLetter,
  letter: Omit<KeptLetter, 'entry'>,
): Promise<LetterOutcome> {
  const refused =
    (await refusalOf(dependencies, { ...old, sourceId: letter.sourceId }, by)) ??
    (await refusalOf(dependencies, letter, by))
  if (refused !== undefined) return { refused }
  if (old.entry !== entry) return { refused: 'changed_since_read' }
  if (old.withdrawnOn !== null) return { refused: 'withdrawn_already' }
  const change = letterChange(letter, [entry])
  const outcome = await recordChanges(dependencies.database, recorderOf(by), [change], {
    [id]: entry,
  })
  return 'refused' in outcome ? outcome : recordedLetter(letter, outcome)
}
