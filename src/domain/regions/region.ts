import { FORMER_INDONESIAN_REGIONS, INDONESIAN_REGIONS } from './indonesian-regions.ts'

let names: ReadonlyMap<string, string> | undefined

/** Read when first asked for: most questions ask for none. */
function indonesianNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    `${INDONESIAN_REGIONS}${FORMER_INDONESIAN_REGIONS}`
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [code = ''] = line.split(' ', 1)
        return [code, line.slice(code.length + 1)]
      }),
  )
  return names
}

/** What people call a province, regency or city; null where its code is on no list that we hold. */
export function regionName(country: string, code: string | null): string | null {
  if (country !== 'ID' || code === null) return null
  return indonesianNames().get(code) ?? null
}

/** True for the four digits of a regency or city of Indonesia, of today or of the lists since 2015. */
export function isRegencyCode(digits: string): boolean {
  return indonesianNames().has(`${digits.slice(0, 2)}.${digits.slice(2)}`)
}
