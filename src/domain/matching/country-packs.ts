import type { CountryPack } from './country-pack.ts'
import { BANGLADESH } from './packs/bangladesh.ts'
import { INDIA } from './packs/india.ts'
import { INDONESIA } from './packs/indonesia.ts'
import { NEPAL } from './packs/nepal.ts'
import { NEUTRAL } from './packs/neutral.ts'
import { PHILIPPINES } from './packs/philippines.ts'
import { SRI_LANKA } from './packs/sri-lanka.ts'

const PACKS = new Map<string, CountryPack>(
  [INDONESIA, BANGLADESH, PHILIPPINES, NEPAL, INDIA, SRI_LANKA].map((pack) => [pack.country, pack]),
)

/** The pack of an ISO 3166 alpha-2 code, or the neutral one, which folds nothing but case. */
export function packFor(country: string): CountryPack {
  return PACKS.get(country.toUpperCase()) ?? NEUTRAL
}
