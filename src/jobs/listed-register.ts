import { asKnown } from '../domain/agency.ts'
import { type ImportFindingCode, NOT_IN_FORCE } from '../domain/listing/import-finding.ts'
import { statusesOf } from '../domain/listing/record-list.ts'
import { NumbersTaken } from '../domain/listing/record-number.ts'
import type { RegisteredAgency, RegisterState } from '../domain/listing/register-state.ts'
import {
  type ListedBy,
  licenceOfKind,
  registeredAgencyOf,
} from '../domain/listing/registered-agency.ts'
import type { RegisterName } from '../domain/matching/match.ts'
import type { Database } from '../store/database.ts'
import { listAgencyIds, loadAgencies } from '../store/register-facts.ts'

export const AGENCIES_A_READ = 2_000

/** What an import needs of the register, without holding the whole of it. */
export interface ListedRegister {
  readonly state: RegisterState
  readonly taken: NumbersTaken
  /** Agencies whose licence is not in force, and the finding when a list carries them. */
  readonly notInForce: ReadonlyMap<string, ImportFindingCode>
}

export async function readListedRegister(
  database: Database,
  size: number,
  country: string,
  listedBy: ListedBy,
): Promise<ListedRegister> {
  const ids = await listAgencyIds(database, size, country)
  const state: RegisteredAgency[] = []
  const taken = new NumbersTaken(listedBy.licenceKind)
  const notInForce = new Map<string, ImportFindingCode>()
  for (let from = 0; from < ids.length; from += AGENCIES_A_READ) {
    for (const agency of await loadAgencies(
      database,
      size,
      ids.slice(from, from + AGENCIES_A_READ),
    )) {
      const known = asKnown(agency, size)
      if (known === undefined) continue
      state.push(registeredAgencyOf(known, listedBy))
      taken.add(known)
      const licence = licenceOfKind(known, listedBy.licenceKind)
      if (licence === undefined) continue
      for (const status of statusesOf(licence, listedBy.asOf)) {
        const finding = NOT_IN_FORCE[status]
        if (finding !== undefined) notInForce.set(known.id, finding)
      }
    }
  }
  return { state, taken, notInForce }
}

export function* registerNames(state: RegisterState, country: string): Generator<RegisterName> {
  for (const { agencyId, names } of state) {
    for (const [at, name] of names.entries()) {
      const kind = at === 0 ? 'registered' : 'former'
      yield { id: `${agencyId}/${at}`, agencyId, name, kind, country }
    }
  }
}
