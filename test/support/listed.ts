import type { ListCells } from '../../src/domain/listing/list-column.ts'
import { listMatching } from '../../src/domain/listing/list-matching.ts'
import { type ListRow, readListRow } from '../../src/domain/listing/list-row.ts'
import type { RegisteredAgency } from '../../src/domain/listing/register-state.ts'

/** The matcher over the names of `state`. */
export function matchingOver(state: readonly RegisteredAgency[], country = 'ID') {
  return listMatching(country, () =>
    state.flatMap(({ agencyId, names }) =>
      names.map((name, i) => ({
        id: `${agencyId}/${i}`,
        agencyId,
        name,
        kind: i === 0 ? ('registered' as const) : ('former' as const),
        country,
      })),
    ),
  )
}

/** A row as a list with these columns would have it on `line`. */
export function listed(
  line: number,
  values: ListCells['values'],
  { country = 'ID', ...shape }: Partial<ListCells> & { country?: string } = {},
): ListRow {
  const { readLicenceNumber } = matchingOver([], country)
  const cells = { values, storedAsNumber: [], cellCount: 3, columnCount: 3, ...shape }
  return readListRow(cells, { country, line, readLicenceNumber })
}

/** An agency that this source has listed, with a number that is its NIB. */
export function registered(
  agencyId: string,
  name: string,
  number: string | null,
  more: Partial<RegisteredAgency> = {},
): RegisteredAgency {
  const isNib = number !== null && /^(\d{13}|\d{17})$/.test(number)
  return {
    agencyId,
    licenceId: number === null ? null : `licence-of-${agencyId}`,
    names: [name],
    numberPrinted: number,
    numberNormalised: number,
    ...(isNib ? { nib: number.slice(0, 13) } : {}),
    validUntil: null,
    phones: [],
    region: null,
    address: null,
    inSource: 'listed',
    ...more,
  }
}
