import type { ImportFinding } from '../domain/listing/import-finding.ts'
import type { ListComparison } from '../domain/listing/list-comparison.ts'
import type { RegisterState } from '../domain/listing/register-state.ts'
import type { RegisterName } from '../domain/matching/match.ts'
import { NameIndex } from '../domain/matching/name-index.ts'
import { findDoubtfulNames } from '../domain/matching/register-hygiene.ts'
import { registerNames } from './listed-register.ts'

// One look-up takes milliseconds, and an index of 100,000 names 350 MB: past these the comparison
// has looked for near twins word by word, and says so.
const MOST_NAMES_ASKED = 2_000
const MOST_NAMES_INDEXED = 20_000

/**
 * Matches each name that the list brings against the register and the rest of the list, without
 * its own agency: what is then taken for the same could be taken for it by an officer too.
 */
export function* findNamesAlike(
  { rows, country }: ListComparison,
  state: RegisterState,
): Generator<ImportFinding> {
  const bringing = rows.filter(
    ({ class: is, changes }) => is === 'new' || changes.some(({ field }) => field === 'name'),
  )
  const registered = [...registerNames(state, country)]
  if (bringing.length > MOST_NAMES_ASKED) return
  if (bringing.length + registered.length > MOST_NAMES_INDEXED) return

  const rowOf = new Map(bringing.map((each) => [`line ${each.row.line}`, each]))
  const names = bringing.map(
    ({ row, agencyId }): RegisterName => ({
      id: `line ${row.line}`,
      agencyId: agencyId ?? `line ${row.line}`,
      name: row.name,
      kind: 'registered',
      country,
    }),
  )
  const index = new NameIndex([...registered, ...names])
  for (const { name, other, outcome } of findDoubtfulNames(index, names)) {
    const asking = rowOf.get(name.id)
    if (asking === undefined || other.agencyId === asking.agencyId) continue
    yield {
      code: 'name_as_of_another',
      line: asking.row.line,
      name: asking.row.name,
      agencyId: asking.agencyId,
      detail: `${outcome}: ${other.name}, ${other.agencyId}`,
    }
  }
}
