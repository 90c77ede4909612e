import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

// The longest that anyone writes: a number with its extension, spaces and brackets.
const LONGEST_PHONE = 60

/**
 * A phone number as people write it, read with the numbering plan of `country` (ISO 3166 alpha-2)
 * where it has no country code of its own. Undefined for what no plan knows.
 */
export function readPhone(text: string, country: string): { e164: string } | undefined {
  if (text.length > LONGEST_PHONE) return undefined
  const known = isSupportedCountry(country.toUpperCase())
    ? (country.toUpperCase() as CountryCode)
    : undefined
  const read =
    known === undefined
      ? parsePhoneNumberFromString(text)
      : parsePhoneNumberFromString(text, { defaultCountry: known, extract: false })
  return read?.isPossible() === true ? { e164: read.number } : undefined
}
