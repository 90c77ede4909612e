import { type Agency, type AgencyMerge, withDuplicates } from '../domain/agency.ts'
import { wasKnown } from '../domain/fact.ts'

/** Which agency answers for which, now and at any earlier size of the log. */
export class AgencyMerges {
  readonly #byEntry = new Map<number, AgencyMerge>()
  #byDuplicate = new Map<string, readonly AgencyMerge[]>()

  get isEmpty(): boolean {
    return this.#byEntry.size === 0
  }

  /** A merge that is held already is replaced: only that it is superseded can be new. */
  add(merges: Iterable<AgencyMerge>): void {
    for (const merge of merges) this.#byEntry.set(merge.entry, merge)
    this.#byDuplicate = new Map()
    for (const merge of this.#byEntry.values()) {
      const others = this.#byDuplicate.get(merge.agencyId) ?? []
      this.#byDuplicate.set(merge.agencyId, [...others, merge])
    }
  }

  /** The agency that answers for `id`; itself where it was merged into no other. */
  keptId(id: string, size: number): string {
    let kept = id
    // Recording refuses a circle; should there be one, it is walked round once.
    for (const seen = new Set<string>(); !seen.has(kept); ) {
      seen.add(kept)
      const merge = this.#byDuplicate.get(kept)?.find((each) => wasKnown(each, size))
      if (merge !== undefined) kept = merge.keptId
    }
    return kept
  }

  /** `id` and every duplicate that it answers for. */
  idsOf(id: string, size: number): readonly string[] {
    const duplicates = [...this.#byDuplicate.keys()].filter(
      (each) => each !== id && this.keptId(each, size) === id,
    )
    return [id, ...duplicates]
  }

  /** The record that answers for `id`, with what its duplicates hold. */
  answering(
    id: string,
    size: number,
    recordOf: (id: string) => Agency | undefined,
  ): Agency | undefined {
    const [keptId = id, ...duplicateIds] = this.idsOf(this.keptId(id, size), size)
    const kept = recordOf(keptId)
    return (
      kept &&
      withDuplicates(
        kept,
        duplicateIds.flatMap((each) => recordOf(each) ?? []),
      )
    )
  }

  /** The merges by which other records lead to `id`, straight or through one another. */
  leadingTo(id: string, size: number): readonly AgencyMerge[] {
    const [, ...duplicateIds] = this.idsOf(id, size)
    return duplicateIds.flatMap(
      (each) => this.#byDuplicate.get(each)?.find((merge) => wasKnown(merge, size)) ?? [],
    )
  }

  /** The agencies and all that were ever merged with them, now or not, and those merges. */
  joinedWith(agencyIds: Iterable<string>): {
    readonly ids: ReadonlySet<string>
    readonly merges: ReadonlySet<AgencyMerge>
  } {
    const ids = new Set(agencyIds)
    const merges = new Set<AgencyMerge>()
    for (const id of ids) {
      for (const merge of this.#byEntry.values()) {
        if (merge.agencyId !== id && merge.keptId !== id) continue
        merges.add(merge)
        ids.add(merge.agencyId).add(merge.keptId)
      }
    }
    return { ids, merges }
  }

  /** Every duplicate with each agency that ever answered for it. */
  *pairs(): Generator<readonly [duplicateId: string, keptId: string]> {
    for (const duplicateId of this.#byDuplicate.keys()) {
      const reached = new Set<string>([duplicateId])
      for (const each of reached) {
        for (const { keptId } of this.#byDuplicate.get(each) ?? []) reached.add(keptId)
      }
      reached.delete(duplicateId)
      for (const keptId of reached) yield [duplicateId, keptId]
    }
  }
}
