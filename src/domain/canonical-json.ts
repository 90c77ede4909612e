export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

// With the u flag a surrogate that is half of a pair does not match.
const LONE_SURROGATE = /\p{Surrogate}/u

// Printable ASCII but for the quote and the backslash: nearly every text of a register's facts.
const NEEDS_NO_ESCAPE = /^[ !#-[\]-~]*$/

/**
 * The one text that RFC 8785 gives to a JSON value, so that equal values have equal hashes.
 * Throws a TypeError for what JSON cannot say (NaN, infinity, undefined, dates, lone surrogates).
 */
export function canonicalJson(value: JsonValue): string {
  return written(value)
}

function written(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writtenNumber(value)
  if (typeof value === 'string') return writtenString(value)
  if (Array.isArray(value)) return `[${Array.from(value, written).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) return writtenObject(value)
  throw new TypeError(`Canonical JSON has no form for ${kindOf(value)}`)
}

function writtenNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON has no form for ${value}`)
  return JSON.stringify(value)
}

// RFC 8785, 3.2.2.2 asks for exactly the escapes that ECMAScript's own serialiser writes.
function writtenString(value: string): string {
  if (NEEDS_NO_ESCAPE.test(value)) return `"${value}"`
  if (LONE_SURROGATE.test(value)) {
    throw new TypeError('Canonical JSON has no form for a lone surrogate')
  }
  return JSON.stringify(value)
}

function writtenObject(value: Record<string, unknown>): string {
  // The default order compares UTF-16 code units, as RFC 8785, 3.2.3 requires.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${writtenString(key)}:${written(value[key])}`)
  return `{${members.join(',')}}`
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function kindOf(value: unknown): string {
  return typeof value === 'object' ? 'an object that is not plain' : typeof value
}
