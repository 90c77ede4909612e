import type { Agency, Licence } from '../agency.ts'
import type { JsonValue } from '../canonical-json.ts'
import type { Change } from '../change.ts'
import type { Fact } from '../fact.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'

/** A change as the registry will hold it. */
export interface ReadChange {
  readonly kind: string
  readonly subject: string
  readonly supersedes: readonly number[]
  /** The columns of the fact, public and private; null where facts are only taken back. */
  readonly row: { readonly [column: string]: JsonValue } | null
}

export function readChange(change: Change): ReadChange {
  const { row } = JSON.parse(change.fact) as { row: { [column: string]: JsonValue } }
  return {
    kind: change.kind,
    subject: change.subject,
    supersedes: change.supersedes ?? [],
    row: change.retracts ? null : { ...row, ...change.private },
  }
}

const OF_AGENCY = {
  agency_names: 'names',
  agency_identifiers: 'identifiers',
  agency_contacts: 'contacts',
  branches: 'branches',
  representatives: 'representatives',
  authorised_destinations: 'destinations',
} as const satisfies Record<string, keyof Agency>

const OF_LICENCE = {
  licence_numbers: 'numbers',
  licence_events: 'events',
  licence_listings: 'listings',
} as const satisfies Record<string, keyof Licence>

/** The facts of one kind that an agency's record holds. */
export function factsOf(agency: Agency, kind: string): readonly Fact[] {
  if (isKey(kind, OF_AGENCY)) return agency[OF_AGENCY[kind]]
  if (!isKey(kind, OF_LICENCE)) return []
  return agency.licences.flatMap((licence): readonly Fact[] => licence[OF_LICENCE[kind]])
}

/** The agency as it would be known with the changes, the first of which becomes entry `entry`. */
export function agencyWith(
  before: Agency | undefined,
  changes: readonly Change[],
  entry: number,
): Agency | undefined {
  return changes.reduce<Agency | undefined>(
    (agency, change, at) => withOne(agency, readChange(change), entry + at),
    before,
  )
}

function withOne(
  agency: Agency | undefined,
  { kind, row, supersedes }: ReadChange,
  entry: number,
): Agency | undefined {
  if (kind === 'agencies' && row !== null) return newAgency(row, entry)
  if (agency === undefined) return undefined
  const left = (facts: readonly Fact[]): readonly Fact[] =>
    facts.filter((fact) => !supersedes.includes(fact.entry))
  const added = row === null ? [] : [factIn(row, entry)]
  if (isKey(kind, OF_AGENCY)) {
    const list = OF_AGENCY[kind]
    return { ...agency, [list]: [...left(agency[list]), ...added] }
  }
  if (kind === 'licences' && row !== null) {
    return { ...agency, licences: [...agency.licences, newLicence(row, entry)] }
  }
  if (!isKey(kind, OF_LICENCE)) return agency
  const list = OF_LICENCE[kind]
  return {
    ...agency,
    licences: agency.licences.map((licence) => ({
      ...licence,
      [list]: [...left(licence[list]), ...(licence.id === row?.licence_id ? added : [])],
    })),
  }
}

/** The rows of a table as they would stand with the changes. */
export function rowsWith<Row extends DatedRow>(
  before: readonly Row[],
  changes: readonly Change[],
  kind: string,
  entry: number,
): readonly Row[] {
  return changes.map(readChange).reduce<readonly Row[]>((rows, change, at) => {
    if (change.kind !== kind) return rows
    const left = rows.filter((row) => !change.supersedes.includes(row.entry))
    return change.row === null ? left : [...left, rowIn<Row>(kind, change.row, entry + at)]
  }, before)
}

function rowIn<Row extends DatedRow>(
  kind: string,
  row: NonNullable<ReadChange['row']>,
  entry: number,
): Row {
  const read = { ...inWords(row), entry, supersededBy: null }
  if (kind !== 'fee_rules') return read as unknown as Row
  const { max_amount: amount, max_currency: currency } = row
  return { ...read, max: amount === null ? 'none' : { amount, currency } } as unknown as Row
}

function factIn(row: NonNullable<ReadChange['row']>, entry: number) {
  return { ...inWords(row), entry, supersededBy: null } as unknown as Fact
}

/** Columns become members; what a column holds stays as it is. */
function inWords(row: NonNullable<ReadChange['row']>) {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

function newAgency(row: NonNullable<ReadChange['row']>, entry: number): Agency {
  return {
    names: [],
    identifiers: [],
    licences: [],
    branches: [],
    contacts: [],
    representatives: [],
    destinations: [],
    ...(factIn(row, entry) as unknown as Pick<Agency, 'id' | 'country' | 'kind' | 'regionCode'>),
    entry,
  }
}

function newLicence(row: NonNullable<ReadChange['row']>, entry: number): Licence {
  return {
    numbers: [],
    events: [],
    listings: [],
    ...(factIn(row, entry) as unknown as Pick<Licence, 'id' | 'kind'>),
    entry,
  }
}

function isKey<Of extends object>(key: string, of: Of): key is keyof Of & string {
  return Object.hasOwn(of, key)
}
