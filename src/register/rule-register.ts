import { type DatedRow, rowsKnown } from '../domain/rule-tables/dated-row.ts'
import {
  NO_RULE_ROWS,
  numberKey,
  type RuleRows,
  type RuleTables,
} from '../domain/rule-tables/rule-tables.ts'
import { AgencyMerges } from './agency-merges.ts'

/** The rows of one table, superseded ones included, found by one or more keys. */
class RowIndex<Row extends DatedRow, Key extends string> {
  readonly #rows = new Map<number, Row>()
  readonly #keys: Readonly<Record<Key, (row: Row) => string>>
  readonly #found = new Map<string, Map<number, Row>>()

  constructor(keys: Readonly<Record<Key, (row: Row) => string>>) {
    this.#keys = keys
  }

  /** A row that is held already is replaced: only that it is superseded can be new. */
  add(row: Row): void {
    this.#rows.set(row.entry, row)
    for (const name of Object.keys(this.#keys) as Key[]) {
      const key = `${name} ${this.#keys[name](row)}`
      const held = this.#found.get(key)
      if (held === undefined) this.#found.set(key, new Map([[row.entry, row]]))
      else held.set(row.entry, row)
    }
  }

  /** In the order in which they were recorded. */
  all(size: number): Row[] {
    return rowsKnown([...this.#rows.values()], size)
  }

  find(name: Key, key: string, size: number): Row[] {
    return rowsKnown([...(this.#found.get(`${name} ${key}`)?.values() ?? [])], size)
  }
}

type Tables = { readonly [Table in keyof RuleRows]: RuleRows[Table][number] }
export type RuleTableName = keyof RuleRows

/**
 * Every dated row ever recorded, in memory. Like the register it changes only through `apply`, so
 * that a view never sees half a change.
 */
export class RuleRegister {
  readonly #destinations = new RowIndex<Tables['destinations'], 'destination'>({
    destination: ({ destination }) => destination,
  })
  readonly #ageLimits = new RowIndex<Tables['ageLimits'], never>({})
  readonly #documentRequirements = new RowIndex<Tables['documentRequirements'], never>({})
  readonly #feeRules = new RowIndex<Tables['feeRules'], never>({})
  readonly #foreignPartners = new RowIndex<Tables['foreignPartners'], 'country'>({
    country: ({ country }) => country,
  })
  readonly #recruitmentPermits = new RowIndex<Tables['recruitmentPermits'], 'agency' | 'number'>({
    agency: ({ agencyId }) => agencyId,
    number: ({ number }) => numberKey(number),
  })
  readonly #jobOrders = new RowIndex<Tables['jobOrders'], 'agency' | 'number'>({
    agency: ({ agencyId }) => agencyId,
    number: ({ number }) => numberKey(number),
  })
  readonly #issuedDocuments = new RowIndex<Tables['issuedDocuments'], 'number'>({
    number: ({ documentType, number }) => `${documentType} ${numberKey(number)}`,
  })
  readonly #completeTables = new RowIndex<Tables['completeTables'], never>({})
  readonly #offices = new RowIndex<Tables['offices'], never>({})

  apply(changed: Partial<RuleRows>): void {
    const rows = { ...NO_RULE_ROWS, ...changed }
    for (const row of rows.destinations) this.#destinations.add(row)
    for (const row of rows.ageLimits) this.#ageLimits.add(row)
    for (const row of rows.documentRequirements) this.#documentRequirements.add(row)
    for (const row of rows.feeRules) this.#feeRules.add(row)
    for (const row of rows.foreignPartners) this.#foreignPartners.add(row)
    for (const row of rows.recruitmentPermits) this.#recruitmentPermits.add(row)
    for (const row of rows.jobOrders) this.#jobOrders.add(row)
    for (const row of rows.issuedDocuments) this.#issuedDocuments.add(row)
    for (const row of rows.completeTables) this.#completeTables.add(row)
    for (const row of rows.offices) this.#offices.add(row)
  }

  /** The tables as the log's first `size` entries make them. */
  view(
    isCurrent: boolean,
    size: number,
    merges: Pick<AgencyMerges, 'keptId' | 'idsOf'> = new AgencyMerges(),
  ): RuleTables {
    // What stands on a duplicate's record belongs to the agency that answers for it.
    const ofKept = <Row extends { readonly agencyId: string }>(rows: readonly Row[]): Row[] =>
      rows.map((row) => {
        const agencyId = merges.keptId(row.agencyId, size)
        return agencyId === row.agencyId ? row : { ...row, agencyId }
      })
    // The small tables are read by every question, so each view keeps what it found of them.
    const ageLimits = once(() => this.#ageLimits.all(size))
    const documentRequirements = once(() => this.#documentRequirements.all(size))
    const feeRules = once(() => this.#feeRules.all(size))
    const completeTables = once(() => this.#completeTables.all(size))
    const offices = once(() => this.#offices.all(size))
    return {
      size,
      isCurrent,
      ageLimits,
      documentRequirements,
      feeRules,
      completeTables,
      offices,
      destinations: (destination) => this.#destinations.find('destination', destination, size),
      foreignPartners: (country) => this.#foreignPartners.find('country', country, size),
      recruitmentPermitsOf: (agencyId) =>
        ofKept(
          merges
            .idsOf(agencyId, size)
            .flatMap((id) => this.#recruitmentPermits.find('agency', id, size)),
        ),
      recruitmentPermits: (number) =>
        ofKept(this.#recruitmentPermits.find('number', numberKey(number), size)),
      jobOrdersOf: (agencyId) =>
        ofKept(
          merges.idsOf(agencyId, size).flatMap((id) => this.#jobOrders.find('agency', id, size)),
        ),
      jobOrders: (number) => ofKept(this.#jobOrders.find('number', numberKey(number), size)),
      issuedDocuments: (type, number) =>
        this.#issuedDocuments.find('number', `${type} ${numberKey(number)}`, size),
    }
  }

  /** Whole tables for the public lists, as known while the log held `size` entries. */
  rows(size: number): PublicRows {
    return {
      destinations: () => this.#destinations.all(size),
      ageLimits: () => this.#ageLimits.all(size),
      documentRequirements: () => this.#documentRequirements.all(size),
      feeRules: () => this.#feeRules.all(size),
      foreignPartners: () => this.#foreignPartners.all(size),
      recruitmentPermits: () => this.#recruitmentPermits.all(size),
      jobOrders: () => this.#jobOrders.all(size),
      offices: () => this.#offices.all(size),
    }
  }
}

/** Letters that offices issued are found one by one and never listed. */
export type PublicRows = {
  readonly [Table in Exclude<
    RuleTableName,
    'issuedDocuments' | 'completeTables'
  >]: () => Tables[Table][]
}

function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined
  return () => {
    found ??= { value: find() }
    return found.value
  }
}
