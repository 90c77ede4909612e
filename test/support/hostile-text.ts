import fc from 'fast-check'

/** What breaks parsers, databases, queries and pages elsewhere. */
export const HOSTILE = [
  '\0',
  '\ud800',
  '\u202e',
  '\u200b'.repeat(200),
  "' or 1=1 --",
  "'; drop table agencies; --",
  '%',
  '%00',
  '%ff',
  '../../etc/passwd',
  '9'.repeat(100),
  '99999999999999999999',
  '-1',
  '1e309',
  'NaN',
  '9223372036854775808',
  '00000000-0000-0000-0000-000000000000',
  '0000-01-01',
  '9999-12-31',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2026-11-24T03:12:08.123456789Z',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '{"$ne":null}',
  'a'.repeat(200),
  'ａ'.repeat(200),
  'PT '.repeat(66),
  `${'a'.repeat(99)}!`,
  '(a+)+$',
  '\u0e33'.repeat(60),
  'ﷺ'.repeat(100),
]

/** Hostile, arbitrary, or beginning as what is known here does. */
export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('PT Contoh ', '99000000000', 'agy_', '+62'), fc.string())
    .map((two) => two.join('')),
)

/** Percent-encoded, a lone surrogate in the three bytes that no UTF-8 has. */
export const encoded = (given: string) =>
  Array.from(Buffer.from(given, 'utf8'), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
    '',
  )
