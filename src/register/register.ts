import { type Agency, type AgencyMerge, asKnown, type LicenceNumber } from '../domain/agency.ts'
import { wasKnown } from '../domain/fact.ts'
import { type ReadNumber, readLicenceNumber } from '../domain/matching/licence-number.ts'
import { NameIndex } from '../domain/matching/name-index.ts'
import type { NumberHolder, RegisterView } from '../domain/register-view.ts'
import type { Source } from '../domain/source.ts'
import { AgencyMerges } from './agency-merges.ts'

interface HeldNumber {
  readonly agencyId: string
  readonly licenceId: string
  readonly country: string
  readonly number: LicenceNumber
}

interface IndexedName {
  readonly fact: Agency['names'][number]
  /** Whose name it is, and for whom it is found here: another agency, while the two are merged. */
  readonly ownerId: string
  readonly foundForId: string
}

/**
 * The register in memory: every fact ever recorded, indexed by name, number and phone. It changes
 * only through `apply`, between two awaits, so a view never sees half a change.
 */
export class Register {
  #size = 0
  readonly #entryTimes: number[] = []
  readonly #agencies = new Map<string, Agency>()
  readonly #current = new Map<string, Agency>()
  /** With the editions that were taken back since. */
  readonly #sources = new Map<string, Source>()
  readonly #sourcesNow = new Map<string, Source>()
  readonly #merges = new AgencyMerges()
  readonly #names = new NameIndex([])
  readonly #nameFacts = new Map<string, IndexedName>()
  #mergedNames: readonly string[] = []
  readonly #numbers = new Map<string, HeldNumber[]>()
  readonly #phones = new Map<string, Set<string>>()
  #superseded = 0

  /** How many log entries this register holds. */
  get size(): number {
    return this.#size
  }

  get agencyCount(): number {
    return this.#agencies.size
  }

  /** Takes over changed agencies and sources, and with them the entries up to `size`. */
  apply(change: {
    readonly size: number
    readonly entryTimes: readonly number[]
    readonly agencies: Iterable<Agency>
    readonly sources: Iterable<Source>
    readonly merges?: Iterable<AgencyMerge>
  }): void {
    for (const source of change.sources) {
      const editions = source.editions.filter(({ supersededBy }) => supersededBy === null)
      this.#sources.set(source.id, source)
      this.#sourcesNow.set(source.id, { ...source, editions })
    }
    for (const agency of change.agencies) this.#replace(agency, change.size)
    this.#merges.add(change.merges ?? [])
    this.#indexMergedNames()
    for (const time of change.entryTimes) this.#entryTimes.push(time)
    this.#size = change.size
  }

  /** The register as the log's first `size` entries make it; now, when no size is given. */
  view(isCurrent: boolean, size: number = this.#size): RegisterView {
    const isNow = size === this.#size
    const recordOf = (id: string) => this.recordOf(id, size)
    return {
      size,
      isCurrent,
      agency: this.#merges.isEmpty ? recordOf : (id) => this.#merges.answering(id, size, recordOf),
      source: isNow ? (id) => this.#sourcesNow.get(id) : (id) => this.#sourceAt(id, size),
      holdersOfNumber: (number, country) => this.#holdersOfNumber(number, country, size),
      holdersOfPhone: (phone) => this.#holdersOfPhone(phone, size),
      matchName: (name, country, limit) =>
        this.#names.match(name, {
          ...(limit === undefined ? {} : { limit }),
          ...(country === undefined ? {} : { country }),
          ...(isNow && this.#superseded === 0 && this.#merges.isEmpty
            ? {}
            : { isEligible: ({ id }) => this.#isNameKnown(id, size) }),
        }),
    }
  }

  /** An agency's own record, also while another one answers for it. */
  recordOf(id: string, size: number = this.#size): Agency | undefined {
    if (size === this.#size) return this.#current.get(id)
    const agency = this.#agencies.get(id)
    return agency === undefined ? undefined : asKnown(agency, size)
  }

  /** Which agency answered for which, while the log held `size` entries. */
  get merges(): Pick<AgencyMerges, 'keptId' | 'idsOf'> {
    return this.#merges
  }

  /** How many entries had been recorded by `at`. */
  sizeKnownAt(at: Date): number {
    let low = 0
    let high = this.#entryTimes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#entryTimes[middle] ?? 0) <= at.getTime()) low = middle + 1
      else high = middle
    }
    return low
  }

  /** When entry `index` was recorded; undefined when the register does not hold it. */
  entryTime(index: number): Date | undefined {
    const at = this.#entryTimes[index]
    return at === undefined ? undefined : new Date(at)
  }

  /** Every agency with its superseded facts: for lists, histories and imports. */
  agencies(): IterableIterator<Agency> {
    return this.#agencies.values()
  }

  /** One agency with its superseded facts. */
  agencyWithHistory(id: string): Agency | undefined {
    return this.#agencies.get(id)
  }

  sources(): IterableIterator<Source> {
    return this.#sourcesNow.values()
  }

  suggest(
    prefix: string,
    options: { country?: string; limit?: number },
  ): ReturnType<NameIndex['suggest']> {
    return this.#names.suggest(prefix, {
      ...options,
      ...(this.#superseded === 0 && this.#merges.isEmpty
        ? {}
        : { isEligible: ({ id }: { id: string }) => this.#isNameKnown(id, this.#size) }),
    })
  }

  #replace(agency: Agency, size: number): void {
    const before = this.#agencies.get(agency.id)
    if (before !== undefined) this.#unindex(before)
    this.#agencies.set(agency.id, agency)
    const current = asKnown(agency, size)
    if (current !== undefined) this.#current.set(agency.id, current)

    for (const name of agency.names) {
      const id = String(name.entry)
      if (name.supersededBy !== null) this.#superseded += 1
      this.#nameFacts.set(id, { fact: name, ownerId: agency.id, foundForId: agency.id })
      this.#names.add({
        id,
        agencyId: agency.id,
        name: name.name,
        kind: name.kind,
        country: agency.country,
      })
    }
    for (const held of numbersOf(agency)) {
      for (const key of keysOf(held)) {
        const others = this.#numbers.get(key)
        if (others === undefined) this.#numbers.set(key, [held])
        else others.push(held)
      }
    }
    for (const phone of phonesOf(agency)) {
      const holders = this.#phones.get(phone)
      if (holders === undefined) this.#phones.set(phone, new Set([agency.id]))
      else holders.add(agency.id)
    }
  }

  #unindex(agency: Agency): void {
    for (const name of agency.names) {
      const id = String(name.entry)
      if (name.supersededBy !== null) this.#superseded -= 1
      this.#nameFacts.delete(id)
      this.#names.remove(id)
    }
    for (const held of numbersOf(agency)) {
      for (const key of keysOf(held)) {
        const left = (this.#numbers.get(key) ?? []).filter(({ agencyId }) => agencyId !== agency.id)
        if (left.length === 0) this.#numbers.delete(key)
        else this.#numbers.set(key, left)
      }
    }
    for (const phone of phonesOf(agency)) this.#phones.get(phone)?.delete(agency.id)
  }

  /** A duplicate's names are found for every agency that ever answered for it. */
  #indexMergedNames(): void {
    for (const id of this.#mergedNames) {
      this.#nameFacts.delete(id)
      this.#names.remove(id)
    }
    const added: string[] = []
    for (const [ownerId, foundForId] of this.#merges.pairs()) {
      const [owner, kept] = [this.#agencies.get(ownerId), this.#agencies.get(foundForId)]
      for (const fact of owner?.names ?? []) {
        // A name that both have is the kept record's: otherwise it would be told as a former one.
        if (kept === undefined || kept.names.some(({ name }) => name === fact.name)) continue
        const id = `${fact.entry}>${foundForId}`
        const kind = fact.kind === 'registered' ? 'former' : fact.kind
        this.#nameFacts.set(id, { fact, ownerId, foundForId })
        this.#names.add({ id, agencyId: kept.id, name: fact.name, kind, country: kept.country })
        added.push(id)
      }
    }
    this.#mergedNames = added
  }

  #isNameKnown(id: string, size: number): boolean {
    const name = this.#nameFacts.get(id)
    if (name === undefined || !wasKnown(name.fact, size)) return false
    return this.#merges.keptId(name.ownerId, size) === name.foundForId
  }

  #sourceAt(id: string, size: number): Source | undefined {
    const source = this.#sources.get(id)
    if (source === undefined || source.entry >= size) return undefined
    return { ...source, editions: source.editions.filter((each) => wasKnown(each, size)) }
  }

  #holdersOfNumber(
    number: ReadNumber,
    country: string | undefined,
    size: number,
  ): readonly NumberHolder[] {
    const known = (key: string) =>
      (this.#numbers.get(key) ?? []).filter(
        (held) =>
          wasKnown(held.number, size) && (country === undefined || held.country === country),
      )
    const as = (outcome: NumberHolder['outcome']) => (held: HeldNumber) => ({
      agencyId: this.#merges.keptId(held.agencyId, size),
      licenceId: held.licenceId,
      outcome,
    })
    const exact = known(exactKey(number.schema, number.normalised)).map(as('exact'))
    if (exact.length > 0) return exact
    const sameNib = number.nib === undefined ? [] : known(nibKey(number.nib)).map(as('same_nib'))
    if (sameNib.length > 0) return sameNib
    return known(lossyKey(number.lossy)).map(as('suggested'))
  }

  #holdersOfPhone(phone: string, size: number): readonly string[] {
    const holders = [...(this.#phones.get(phone) ?? [])].filter((id) =>
      this.#agencies
        .get(id)
        ?.contacts.some(({ normalised, ...fact }) => normalised === phone && wasKnown(fact, size)),
    )
    return [...new Set(holders.map((id) => this.#merges.keptId(id, size)))]
  }
}

function* numbersOf(agency: Agency): Generator<HeldNumber> {
  for (const licence of agency.licences) {
    for (const number of licence.numbers) {
      yield { agencyId: agency.id, licenceId: licence.id, country: agency.country, number }
    }
  }
}

function* phonesOf(agency: Agency): Generator<string> {
  for (const contact of agency.contacts) if (contact.kind === 'phone') yield contact.normalised
}

/** A number is found by its exact form, by its business number, and by what it may be misread as. */
function keysOf({ number, country }: HeldNumber): string[] {
  const lossy = readLicenceNumber(number.printed, country)?.lossy
  return [
    exactKey(number.schema, number.normalised),
    ...(number.nib === null ? [] : [nibKey(number.nib)]),
    ...(lossy === undefined ? [] : [lossyKey(lossy)]),
  ]
}

const exactKey = (schema: string, normalised: string) => `=${schema}:${normalised}`
const nibKey = (nib: string) => `nib:${nib}`
const lossyKey = (lossy: string) => `~${lossy}`
