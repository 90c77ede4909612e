import { type Matching, numberKey } from './matching.ts'
import type { RegisteredAgency, RegisterState } from './register-state.ts'

/** The register's agencies by what a row of a list can name them by. */
export type RegisterLookup = {
  byId: Map<string, RegisteredAgency>
  byNumber: Map<string, RegisteredAgency[]>
  byName: Map<string, RegisteredAgency[]>
}

export function lookupOf(
  state: RegisterState,
  { nameKey }: Pick<Matching, 'nameKey'>,
  country: string,
): RegisterLookup {
  const lookup: RegisterLookup = { byId: new Map(), byNumber: new Map(), byName: new Map() }
  for (const agency of state) {
    lookup.byId.set(agency.agencyId, agency)
    const key = numberKeyOfAgency(agency)
    if (key !== null) put(lookup.byNumber, key, agency)
    for (const key of new Set(agency.names.map((name) => nameKey(name, country)))) {
      put(lookup.byName, key, agency)
    }
  }
  return lookup
}

export function numberKeyOfAgency({ numberNormalised, nib }: RegisteredAgency): string | null {
  return numberNormalised === null ? null : numberKey({ normalised: numberNormalised, nib })
}

function put(map: Map<string, RegisteredAgency[]>, key: string, agency: RegisteredAgency) {
  const already = map.get(key)
  if (already === undefined) map.set(key, [agency])
  else if (!already.includes(agency)) already.push(agency)
}
