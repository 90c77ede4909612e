import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type JsonValue } from '../../src/domain/canonical-json.ts'

function doubleFrom(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE()
}

describe('canonical JSON', () => {
  // RFC 8785, appendix B: the bits of a double, and the text it has.
  const numbers: [string, string, string][] = [
    ['0000000000000000', '0', 'zero'],
    ['8000000000000000', '0', 'minus zero'],
    ['0000000000000001', '5e-324', 'the smallest positive number'],
    ['8000000000000001', '-5e-324', 'the smallest negative number'],
    ['7fefffffffffffff', '1.7976931348623157e+308', 'the largest positive number'],
    ['ffefffffffffffff', '-1.7976931348623157e+308', 'the largest negative number'],
    ['4340000000000000', '9007199254740992', 'the largest positive integer'],
    ['c340000000000000', '-9007199254740992', 'the largest negative integer'],
    ['4430000000000000', '295147905179352830000', 'about 2 to the 68'],
    ['44b52d02c7e14af5', '9.999999999999997e+22', 'just below 1e+23'],
    ['44b52d02c7e14af6', '1e+23', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23', 'just above 1e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000', 'the last plain notation but one'],
    ['444b1ae4d6e2ef4f', '999999999999999900000', 'the last plain notation'],
    ['444b1ae4d6e2ef50', '1e+21', 'the first exponent'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7', 'the last small exponent'],
    ['3eb0c6f7a0b5ed8d', '0.000001', 'the first small plain notation'],
    ['41b3de4355555553', '333333333.3333332', 'rounding'],
    ['41b3de4355555554', '333333333.33333325', 'rounding'],
    ['41b3de4355555555', '333333333.3333333', 'rounding'],
    ['41b3de4355555556', '333333333.3333334', 'rounding'],
    ['41b3de4355555557', '333333333.33333343', 'rounding'],
    ['becbf647612f3696', '-0.0000033333333333333333', 'a small negative number'],
    ['43143ff3c1cb0959', '1424953923781206.2', 'round to even'],
  ]

  test.each(numbers)('writes the double %s as %s: %s', (bits, text) => {
    expect(canonicalJson(doubleFrom(bits))).toBe(text)
  })

  test('writes the example of RFC 8785, 3.2.2, as 3.2.3 gives it', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],' +
        '"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('orders keys by UTF-16 code units, as the example of RFC 8785, 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7)
    expect(canonicalJson(value).match(/(?<=:")[^"]+/g)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  const accepted: [JsonValue, string, string][] = [
    [{}, '{}', 'an empty object'],
    [[], '[]', 'an empty array'],
    [{ b: [1, { d: 1, c: 2 }], a: 'x' }, '{"a":"x","b":[1,{"c":2,"d":1}]}', 'nested objects'],
    ['\u2028\u2029\u007f', '"\u2028\u2029\u007f"', 'line separators stand as they are'],
    ['\b\t\n\f\r\u0001', '"\\b\\t\\n\\f\\r\\u0001"', 'short escapes, then lower-case hex'],
    ['\ud83d\ude00', '"\ud83d\ude00"', 'a surrogate pair is one sign'],
    [{ '10': 1, '9': 2 }, '{"10":1,"9":2}', 'keys that look like numbers are text'],
    [JSON.parse('{"__proto__":1}') as JsonValue, '{"__proto__":1}', 'a key like any other'],
  ]

  test.each(accepted)('of %j is %s: %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  const refused: [unknown, string][] = [
    [Number.NaN, 'not a number'],
    [Number.POSITIVE_INFINITY, 'infinity'],
    [Number.NEGATIVE_INFINITY, 'minus infinity'],
    [undefined, 'undefined'],
    [{ a: undefined }, 'an undefined member, which JSON would drop'],
    [[1, undefined], 'an undefined element, which JSON would turn into null'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    [[1, , 2], 'a hole in an array'],
    ['\ud800', 'a lone high surrogate'],
    ['x\udc00', 'a lone low surrogate'],
    [{ '\ud800': 1 }, 'a lone surrogate in a key'],
    [10n, 'a big integer'],
    [new Date(0), 'a date, which JSON would turn into text'],
    [new Map(), 'a map'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
  ]

  test.each(refused)('refuses %s: %s', (value) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(TypeError)
  })

  test('is the same text whatever order the members came in, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue)
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
