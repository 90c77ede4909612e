import { packFor } from './country-packs.ts'

export interface ReadPhone {
  readonly asWritten: string
  /** E.164: equal for all ways to write one number. */
  readonly normalised: string
}

/** How a country's numbers are dialled at home and from abroad. */
export interface PhonePlan {
  readonly callingCode: string
  readonly trunkPrefix: string
  /** Digits after the calling code, fewest and most. */
  readonly digits: readonly [number, number]
}

const LONGEST_PHONE = 40
const FEWEST_DIGITS_ABROAD = 8
const MOST_DIGITS_ABROAD = 15

/**
 * Reads a phone number with or without calling code, trunk prefix and separators. A phone is a
 * candidate where to look, never a proof of who calls. Undefined when `text` is no phone number.
 */
export function readPhoneNumber(text: string, country: string): ReadPhone | undefined {
  const plan = packFor(country).phonePlan
  const trimmed = text.slice(0, LONGEST_PHONE).normalize('NFKC').trim()
  if (text.length > LONGEST_PHONE || !/^[+(]?[\d\s().\-/]+$/.test(trimmed)) return undefined
  // "+62 (0) 812": the zero in brackets is for callers at home.
  const digits = trimmed.replace(/\(0\)/, '').replace(/\D/g, '')
  const abroad = trimmed.startsWith('+') ? digits : afterPrefix(digits, '00')

  const written = abroad ?? digits
  if (plan !== undefined) {
    const own = ownDigits(written, plan, abroad !== undefined)
    if (own !== undefined) {
      return { asWritten: text, normalised: `+${plan.callingCode}${own}` }
    }
  }
  const isForeign =
    abroad !== undefined &&
    (plan === undefined || !abroad.startsWith(plan.callingCode)) &&
    abroad.length >= FEWEST_DIGITS_ABROAD &&
    abroad.length <= MOST_DIGITS_ABROAD
  return isForeign ? { asWritten: text, normalised: `+${abroad}` } : undefined
}

function ownDigits(digits: string, plan: PhonePlan, abroad: boolean): string | undefined {
  const afterCode = afterPrefix(digits, plan.callingCode)
  const afterTrunk = abroad ? undefined : afterPrefix(digits, plan.trunkPrefix)
  const own = afterCode ?? afterTrunk
  const bare = own === undefined ? undefined : (afterPrefix(own, plan.trunkPrefix) ?? own)
  const [fewest, most] = plan.digits
  return bare !== undefined && bare.length >= fewest && bare.length <= most ? bare : undefined
}

function afterPrefix(digits: string, prefix: string): string | undefined {
  return digits.startsWith(prefix) ? digits.slice(prefix.length) : undefined
}
