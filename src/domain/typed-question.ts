import { readLicenceNumber } from './matching/licence-number.ts'
import { readPhoneNumber } from './matching/phone-number.ts'

/** What one box holds, parted into what it can be asked as. */
export interface TypedQuestion {
  readonly name?: string
  readonly licence?: string
  readonly phone?: string
}

const FEWEST_DIGITS = 8
const MOST_DIGITS = 17
// A business number, and one with its serial.
const LICENCE_LENGTHS: ReadonlySet<number> = new Set([13, 17])
/** Digits that belong together though spaces, dots, dashes or brackets group them. */
const DIGIT_GROUPS = /[+(]*\p{Nd}(?:[\p{Nd}\s().-]*\p{Nd})?/gu
const LABELS =
  /(?<![\p{L}\p{N}])(?:no|nomor|nomer|number|nib|sip3mi|izin|ijin|licen[cs]e|tel|telp|telepon|phone|hp|wa|whatsapp)(?![\p{L}\p{N}])[.:]*/giu
const AT_EDGES = /^[\s,;:.\-–—/|()]+|[\s,;:\-–—/|(]+$/gu

/**
 * Parts what was typed into one box: long digit groups are licence numbers or telephones, what
 * remains is a name. Whatever a reading gets wrong only changes what is asked, never what counts
 * as proof, so the page shows the reading and offers the other one.
 */
export function readTypedQuestion(text: string, country: string): TypedQuestion {
  const typed = text.trim()
  if (typed === '') return {}
  const numbers: Numbers = {}
  const rest = typed.replace(DIGIT_GROUPS, (group) =>
    partsOf(group, country).every((part) => take(part, numbers, country)) ? ' ' : group,
  )
  if (numbers.licence === undefined && numbers.phone === undefined) {
    return isNumberWithLetters(typed, country) ? { licence: typed } : { name: typed }
  }
  const name = rest.replace(LABELS, ' ').replace(AT_EDGES, '').replace(/\s+/g, ' ').trim()
  return /\p{L}/u.test(name) ? { name, ...numbers } : numbers
}

interface Numbers {
  licence?: string
  phone?: string
}

/** Keeps the part as what it can be; false when it is no number or its place is taken. */
function take(part: string, numbers: Numbers, country: string): boolean {
  const kind = kindOf(part, country)
  if (kind === undefined || numbers[kind] !== undefined) return false
  numbers[kind] = part.trim()
  return true
}

function kindOf(part: string, country: string): 'licence' | 'phone' | undefined {
  const digits = digitsOf(part)
  if (digits.length < FEWEST_DIGITS) return undefined
  const isDialled = /^[+(\s]*(?:\+|0|62)/.test(part.trim())
  // Telephones have thirteen digits too, but no business number begins with 62.
  const mayBeLicence =
    LICENCE_LENGTHS.has(digits.length) && !part.includes('+') && !digits.startsWith('628')
  if (isDialled && !mayBeLicence && readPhoneNumber(part.trim(), country) !== undefined) {
    return 'phone'
  }
  return 'licence'
}

/** Two numbers with only a space between them look like one that is too long. */
function partsOf(group: string, country: string): readonly string[] {
  if (digitsOf(group).length <= MOST_DIGITS) return [group]
  for (const { index } of group.matchAll(/\s+/g)) {
    const parts = [group.slice(0, index), group.slice(index)]
    const kinds = parts.map((part) => kindOf(part, country))
    const isLicence = (at: number) =>
      kinds[at] === 'licence' && LICENCE_LENGTHS.has(digitsOf(parts[at] ?? '').length)
    if ((isLicence(0) && kinds[1] === 'phone') || (kinds[0] === 'phone' && isLicence(1))) {
      return parts
    }
  }
  return [group]
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}

/** A decree's number (560/123/KEP/2025), as against a company name that has a digit in it. */
function isNumberWithLetters(text: string, country: string): boolean {
  return (
    (/[/]/.test(text) || /\btahun\b/i.test(text) || !/\p{L}{2}/u.test(text)) &&
    readLicenceNumber(text, country) !== undefined
  )
}
