import type { ComparedRow, ConflictReason, FieldChange } from './list-comparison.ts'
import type { RowDecisions } from './list-import.ts'
import { type ListRow, readPhones } from './list-row.ts'
import type { RegisterLookup } from './register-lookup.ts'
import type { RegisteredAgency } from './register-state.ts'
import type { KeyedRow, RowsTogether } from './rows-together.ts'

export type RowContext = {
  together: RowsTogether
  register: RegisterLookup
  /** Whether the matcher takes `name` for the agency's own, exactly or as a variant. */
  isNameOf: (name: string, agencyId: string) => boolean
  decisions: RowDecisions
}

type Outcome = Omit<ComparedRow, 'row' | 'dirt'>

/**
 * What a person decided comes first. Then the number decides, and only a row without a known number
 * is placed by its name.
 */
export function compareRow(keyed: KeyedRow, context: RowContext): Outcome {
  const decided = compareAsDecided(keyed, context)
  if (decided !== undefined) return decided
  const { together, register } = context
  const { row, nameKey, numberKey } = keyed
  const duplicateOf = together.duplicateOf.get(row.line)

  const owners = numberKey === null ? [] : (register.byNumber.get(numberKey) ?? [])
  const named = register.byName.get(nameKey) ?? []
  const owner = owners.find((agency) => named.includes(agency)) ?? owners[0]
  const agency = owner ?? (named.length === 1 ? named[0] : undefined)
  if (duplicateOf !== undefined) {
    const isIts = agency !== undefined && named.includes(agency)
    return {
      class: 'duplicate',
      agencyId: isIts ? agency.agencyId : null,
      changes: [],
      duplicateOf,
    }
  }

  if (owner !== undefined) {
    if (named.includes(owner)) return beside(owner, row, [])
    if (named.length > 0) return conflict('number_and_name_of_two_agencies', owner)
    const isItsName =
      !together.contestedNumbers.has(numberKey ?? '') && context.isNameOf(row.name, owner.agencyId)
    return isItsName
      ? beside(owner, row, [renamed(owner, row)])
      : conflict('number_of_another_agency', owner)
  }

  if (numberKey !== null && together.contestedNumbers.has(numberKey)) {
    return conflict('number_under_two_names', agency)
  }
  if (named.length > 1) return conflict('name_of_several_agencies', named[0])
  if (agency === undefined) {
    return together.contestedNames.has(nameKey)
      ? conflict('name_with_two_numbers', undefined)
      : { class: 'new', agencyId: null, changes: [] }
  }
  if (numberKey !== null && together.contestedNames.has(nameKey)) {
    return conflict('name_with_two_numbers', agency)
  }
  return beside(agency, row, [])
}

function compareAsDecided(
  { row, nameKey }: KeyedRow,
  { decisions, register }: RowContext,
): Outcome | undefined {
  const decision = decisions.get(row.line)
  if (decision?.is === 'is_new') return { class: 'new', agencyId: null, changes: [] }
  if (decision?.is !== 'is_agency') return undefined
  const agency = register.byId.get(decision.agencyId)
  if (agency === undefined) return undefined
  const isItsName = register.byName.get(nameKey)?.includes(agency) === true
  return beside(agency, row, isItsName ? [] : [renamed(agency, row)])
}

function renamed({ names }: RegisteredAgency, { name }: ListRow): FieldChange {
  return { field: 'name', before: names[0] ?? null, after: name }
}

function conflict(reason: ConflictReason, agency: RegisteredAgency | undefined): Outcome {
  const agencyName = agency?.names[0] ?? null
  return {
    class: 'conflict',
    agencyId: agency?.agencyId ?? null,
    changes: [],
    conflict: { reason, agencyName },
  }
}

function beside(agency: RegisteredAgency, row: ListRow, nameChanges: FieldChange[]): Outcome {
  const changes = [...nameChanges, ...changesOf(agency, row)]
  if (agency.inSource === 'never') {
    changes.unshift({ field: 'listed', before: 'never', after: 'listed' })
  }
  const changed = changes.length > 0 ? 'changed' : 'unchanged'
  const is = agency.inSource === 'missing' ? 'reappeared' : changed
  return { class: is, agencyId: agency.agencyId, changes }
}

/** What a list leaves out is not a change: only what it says otherwise is. */
function changesOf(agency: RegisteredAgency, row: ListRow): FieldChange[] {
  const changes: FieldChange[] = []
  const change = (field: FieldChange['field'], before: string | null, after: string) =>
    changes.push({ field, before, after })

  if (row.number !== undefined && row.number.normalised !== agency.numberNormalised) {
    change('number', agency.numberPrinted, row.number.asWritten)
  }
  if (row.validUntil !== undefined && row.validUntil !== agency.validUntil) {
    change('validUntil', agency.validUntil, row.validUntil)
  }
  const phonesBefore = agency.phones.flatMap(readPhones)
  if (row.phones.length > 0 && !haveSame(row.phones, phonesBefore)) {
    change('phones', agency.phones.join(', ') || null, (row.cells.phone ?? '').trim())
  }
  const region = regionOf(row)
  if (region !== '' && folded(region) !== folded(agency.region ?? '')) {
    change('region', agency.region, region)
  }
  const address = (row.cells.address ?? '').trim()
  if (address !== '' && folded(address) !== folded(agency.address ?? '')) {
    change('address', agency.address, address)
  }
  return changes
}

export function regionOf({ cells }: ListRow): string {
  return [cells.city, cells.province]
    .map((part) => (part ?? '').trim())
    .filter((part) => part !== '')
    .join(', ')
}

function haveSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === new Set(b).size && a.every((each) => b.includes(each))
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
