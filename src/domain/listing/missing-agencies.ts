import type { ComparedRow, MissingAgency } from './list-comparison.ts'
import { keyOfNumberRead, type Matching } from './matching.ts'
import { numberKeyOfAgency } from './register-lookup.ts'
import type { RegisterState } from './register-state.ts'
import type { KeyedRow } from './rows-together.ts'

/** Listed before, and spoken of by no row that stands. */
export function agenciesMissing(
  compared: readonly ComparedRow[],
  keyedByLine: ReadonlyMap<number, KeyedRow>,
  state: RegisterState,
  matching: Matching,
  country: string,
): MissingAgency[] {
  const present = new Set<string>()
  const seenNumbers = new Map<string, number>()
  const seenNames = new Map<string, number>()
  for (const { row, class: is, agencyId } of compared) {
    if (agencyId !== null && is !== 'conflict' && is !== 'refused') present.add(agencyId)
    if (row.number !== undefined) setOnce(seenNumbers, keyOfNumberRead(row.number), row.line)
    const key = keyedByLine.get(row.line)?.nameKey ?? matching.nameKey(row.name, country)
    setOnce(seenNames, key, row.line)
  }

  return state
    .filter(({ agencyId, inSource }) => inSource === 'listed' && !present.has(agencyId))
    .map((agency) => {
      const [name = ''] = agency.names
      const number = numberKeyOfAgency(agency)
      const line =
        (number === null ? undefined : seenNumbers.get(number)) ??
        agency.names.map((each) => seenNames.get(matching.nameKey(each, country))).find(Boolean)
      const found = { agencyId: agency.agencyId, name, number: agency.numberPrinted }
      return line === undefined ? found : { ...found, seenOnLine: line }
    })
}

function setOnce(map: Map<string, number>, key: string, line: number) {
  if (!map.has(key)) map.set(key, line)
}
