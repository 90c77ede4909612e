import { packFor } from './country-packs.ts'

export const NUMBER_SIGNALS = ['foreign_digit', 'look_alike_letter', 'invisible'] as const

export interface ReadNumber {
  readonly asWritten: string
  /** The id of a number schema of the country, or `unknown`. */
  readonly schema: string
  /** Lossless normal form: the only one that may decide. */
  readonly normalised: string
  /** Lossy normal form (O read as 0, I as 1, Roman months as numbers): may only suggest. */
  readonly lossy: string
  /** The first 13 digits; for a malformed number only a hint where to look. */
  readonly nib?: string
  readonly serial?: string
  readonly signals: readonly (typeof NUMBER_SIGNALS)[number][]
}

const LONGEST_NUMBER = 100
const LABELS =
  /(?<![A-Z0-9])(?:NO|NOMOR|NOMER|NUMBER|NUM|NIB|SIP3MI|SIP2MI|SIPPTKI|SIPPTKIS|SIUP|IZIN|IJIN|LICENCE|LICENSE|LIC|REG|RC)(?![A-Z0-9])/g

/** Reads a licence number as typed. Undefined when nothing in `text` is like a number. */
export function readLicenceNumber(text: string, country: string): ReadNumber | undefined {
  const { folded, signals } = foldDigits(text.slice(0, LONGEST_NUMBER))
  if (!/\d/.test(folded)) return undefined

  const segments = folded
    .replace(LABELS, ' ')
    .replace(/(?<![A-Z0-9])TAHUN(?![A-Z0-9])/g, '/')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((segment) => segment !== '')
  if (segments.length === 0) return undefined

  const joined = segments.join('/')
  const onlyDigits = segments.every((segment) => /^\d+$/.test(segment))
  // A slash parts a decree's number from its year; spaces, dots and dashes only group digits.
  const compact = onlyDigits && !folded.includes('/') ? segments.join('') : joined

  for (const schema of packFor(country).numberSchemas) {
    const parts = schema.pattern.exec(compact)
    if (parts === null) continue
    const normalised = schema.normalise?.(parts) ?? compact
    return {
      asWritten: text,
      schema: schema.id,
      normalised,
      lossy: lossyForm(normalised),
      ...schema.nib?.(parts),
      signals,
    }
  }
  if (!onlyDigits && !looksLikeNumber(segments)) return undefined
  return {
    asWritten: text,
    schema: 'unknown',
    normalised: compact,
    lossy: lossyForm(compact),
    signals,
  }
}

function looksLikeNumber(segments: readonly string[]): boolean {
  const digits = segments.join('').replace(/[^0-9]/g, '').length
  const withDigits = segments.filter((segment) => /\d/.test(segment)).length
  return digits >= 5 || (withDigits >= 2 && digits >= 4)
}

const PLAIN = /^[\x20-\x7e]*$/
const NO_SIGNALS: ReadNumber['signals'] = []

function foldDigits(text: string): Pick<ReadNumber, 'signals'> & { readonly folded: string } {
  if (PLAIN.test(text)) return { folded: text.toUpperCase(), signals: NO_SIGNALS }
  const signals = new Set<(typeof NUMBER_SIGNALS)[number]>()
  let folded = ''
  for (const character of text) {
    if (/\p{Cf}/u.test(character)) {
      signals.add('invisible')
      continue
    }
    const compatible = character.normalize('NFKC')
    if (compatible.length === 1 && /\p{Nd}/u.test(compatible) && !/[0-9]/.test(compatible)) {
      signals.add('foreign_digit')
      folded += String(digitValue(compatible))
      continue
    }
    if (/\p{L}/u.test(compatible) && !/\p{Script=Latin}/u.test(compatible)) {
      signals.add('look_alike_letter')
    }
    folded += compatible.toUpperCase()
  }
  return { folded, signals: [...signals] }
}

// Unicode keeps each script's ten digits in one run that begins with its zero.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}

const AS_DIGIT: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  О: '0',
  Ο: '0',
  I: '1',
  L: '1',
  '|': '1',
  Z: '2',
  З: '3',
  S: '5',
  G: '6',
  B: '8',
}
const AS_LETTER: Record<string, string> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
}
const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const MONTH_NAMES = [
  'JANUARI',
  'FEBRUARI',
  'MARET',
  'APRIL',
  'MEI',
  'JUNI',
  'JULI',
  'AGUSTUS',
  'SEPTEMBER',
  'OKTOBER',
  'NOVEMBER',
  'DESEMBER',
]

/** Folds by the kind of each segment, never globally: the S of MEN/LN/S stays a letter. */
function lossyForm(normalised: string): string {
  return normalised.split('/').map(lossySegment).join('/')
}

function lossySegment(segment: string): string {
  const month = ROMAN_MONTHS.indexOf(segment.replace(/[1L|]/g, 'I'))
  if (month >= 0) return String(month + 1)
  const named = MONTH_NAMES.indexOf(segment)
  if (named >= 0) return String(named + 1)

  const digits = segment.replace(/[^0-9]/g, '').length
  if (digits * 2 >= segment.length) {
    const asDigits = [...segment].map((letter) => AS_DIGIT[letter] ?? letter).join('')
    return /^\d+$/.test(asDigits) ? asDigits.replace(/^0+(?=\d{1,11}$)/, '') : asDigits
  }
  return [...segment].map((letter) => AS_LETTER[letter] ?? letter).join('')
}
