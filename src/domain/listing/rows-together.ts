import { type Dirt, severityOf } from './dirt.ts'
import type { ListRow } from './list-row.ts'
import { keyOfNumberRead, type Matching } from './matching.ts'

/** A row with what decides whether two rows speak of one agency. */
export type KeyedRow = { row: ListRow; nameKey: string; numberKey: string | null }

/** What the rows of one list say about one another. */
export type RowsTogether = {
  keyed: KeyedRow[]
  /** Line of the row kept → by the line of each row that says the same again. */
  duplicateOf: Map<number, number>
  /** Number keys that stand under several names, and name keys that stand with several numbers. */
  contestedNumbers: Set<string>
  contestedNames: Set<string>
  numbers: Map<string, KeyedRow[]>
  dirt: Map<number, Dirt[]>
}

/** Rows with a fault that blocks them take no part. */
export function compareRowsOfList(
  rows: readonly ListRow[],
  { nameKey }: Pick<Matching, 'nameKey'>,
  country: string,
): RowsTogether {
  const keyed = rows
    .filter((row) => !row.dirt.some((dirt) => severityOf(dirt) === 'blocks_row'))
    .map((row) => ({
      row,
      nameKey: nameKey(row.name, country),
      numberKey: row.number === undefined ? null : keyOfNumberRead(row.number),
    }))
  const together: RowsTogether = {
    keyed,
    duplicateOf: new Map(),
    contestedNumbers: new Set(),
    contestedNames: new Set(),
    numbers: groupBy(keyed, ({ numberKey }) => numberKey),
    dirt: new Map(),
  }
  for (const [key, group] of groupBy(keyed, (each) => each.nameKey)) {
    if (group.length > 1) compareRowsOfOneName(key, group, together)
  }
  for (const [key, group] of together.numbers) {
    if (group.length > 1) compareRowsOfOneNumber(key, group, together)
  }
  markUnusualCase(keyed, together)
  return together
}

function compareRowsOfOneName(key: string, group: KeyedRow[], together: RowsTogether) {
  const numbers = new Set(group.flatMap(({ numberKey }) => numberKey ?? []))
  const [first] = group
  if (first === undefined) return

  for (const each of group) {
    const other = group.find(
      (one) => one !== each && legalFormAsWritten(one) !== legalFormAsWritten(each),
    )
    if (other !== undefined && each !== first) {
      const forms = [legalFormAsWritten(other), legalFormAsWritten(each)].map((form) => `"${form}"`)
      add(together, each, {
        code: 'legal_form_two_ways',
        detail: forms.join(' and '),
        otherLine: other.row.line,
      })
    }
  }

  if (numbers.size > 1) {
    together.contestedNames.add(key)
    for (const each of group) {
      const other = group.find((one) => one.numberKey !== each.numberKey)
      if (other === undefined) continue
      add(together, each, {
        code: 'name_with_two_numbers',
        detail: `${numberOf(each)} here, ${numberOf(other)} there`,
        otherLine: other.row.line,
      })
    }
  }

  const families = groupBy(group, ({ numberKey }) => numberKey ?? (numbers.size > 1 ? '' : 'one'))
  const sets = numbers.size > 1 ? [...families.values()] : [group]
  for (const set of sets) {
    const kept = set.find(({ numberKey }) => numberKey !== null) ?? set[0]
    for (const each of set) {
      if (kept === undefined || each === kept) continue
      together.duplicateOf.set(each.row.line, kept.row.line)
      add(together, each, sameAgain(each, kept))
    }
  }
}

function sameAgain(each: KeyedRow, kept: KeyedRow): Dirt {
  const otherLine = kept.row.line
  if (each.numberKey === null && kept.numberKey !== null) {
    return { code: 'duplicate_row', detail: `without its number ${numberOf(kept)}`, otherLine }
  }
  return each.row.number?.normalised === kept.row.number?.normalised
    ? { code: 'duplicate_row', otherLine }
    : { code: 'nib_and_serial_pair', detail: `${numberOf(kept)} and ${numberOf(each)}`, otherLine }
}

function compareRowsOfOneNumber(key: string, group: KeyedRow[], together: RowsTogether) {
  if (new Set(group.map(({ nameKey }) => nameKey)).size === 1) return
  together.contestedNumbers.add(key)
  for (const each of group) {
    const other = group.find(({ nameKey }) => nameKey !== each.nameKey)
    if (other === undefined) continue
    add(together, each, {
      code: 'number_under_two_names',
      detail: `${numberOf(each)} also under ${other.row.name}`,
      otherLine: other.row.line,
    })
  }
}

/** A name in small letters is unusual only among names in capitals, and the other way round. */
function markUnusualCase(keyed: readonly KeyedRow[], together: RowsTogether) {
  const isCapital = ({ row }: KeyedRow) => !/\p{Ll}/u.test(row.name)
  const capitals = keyed.filter(isCapital).length
  const capitalsAreUsual = capitals * 2 > keyed.length
  if (capitals === 0 || capitals === keyed.length) return
  for (const each of keyed) {
    if (isCapital(each) === capitalsAreUsual) continue
    if (each.row.dirt.some(({ code }) => code === 'mixed_case')) continue
    add(together, each, { code: 'mixed_case', detail: each.row.name })
  }
}

function legalFormAsWritten({ row }: KeyedRow): string {
  return /^\s*((?:PT|CV|UD)\.?)(?=[\s\p{L}])/iu.exec(row.cells.name ?? '')?.[1] ?? 'no legal form'
}

function numberOf({ row }: KeyedRow): string {
  return row.number?.asWritten ?? 'no number'
}

function add(together: RowsTogether, { row }: KeyedRow, dirt: Dirt) {
  const already = together.dirt.get(row.line)
  if (already === undefined) together.dirt.set(row.line, [dirt])
  else already.push(dirt)
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
