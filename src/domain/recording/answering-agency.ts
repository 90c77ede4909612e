import { type Agency, withDuplicates } from '../agency.ts'
import type { ReadChange } from './after-changes.ts'
import type { Before } from './before.ts'

type Registry = Pick<Before, 'register' | 'agency'>

/**
 * The agency that the public is answered about with `record` as it would stand: where records of one
 * company were merged, all of them.
 */
export function answeringWith(record: Agency, { register, agency }: Registry): Agency {
  const answering = register.agency(record.id)
  const kept = answering && agency(answering.id)
  if (kept === undefined || answering?.duplicates === undefined) return record
  const changed = (one: Agency) => (one.id === record.id ? record : one)
  return withDuplicates(changed(kept), answering.duplicates.map(changed))
}

/** The same of a merge, or of taking one back, which is about the duplicate. */
export function answeringAfterMerge(
  { subject, row }: ReadChange,
  { register, agency }: Registry,
): Agency | undefined {
  const duplicate = agency(subject)
  if (duplicate === undefined || row === null) return duplicate
  const kept = agency(String(row.kept_id))
  const others = [row.kept_id, subject].flatMap(
    (id) => register.agency(String(id))?.duplicates ?? [],
  )
  return kept && withDuplicates(kept, [...others, duplicate])
}
