import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuseLooseJson } from '../../src/http/strict-json.ts'
import type { Problem } from '../../src/problem.ts'

function refusalOf(text: string): string {
  try {
    refuseLooseJson(text)
    return 'accepted'
  } catch (error) {
    return (error as Problem).kind
  }
}

describe('strict JSON', () => {
  test.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', 'accepted', 'the same key in different objects'],
    ['{"a":"b","b":"a"}', 'accepted', 'a value that looks like a key'],
    ['{"a":":","b":"\\",\\"a\\":1"}', 'accepted', 'punctuation within text'],
    ['{"a":"__proto__"}', 'accepted', 'a value, not a key'],
    ['{"a":1,"a":1}', 'request-unreadable', 'a key given twice'],
    ['{"a":1,"\\u0061":2}', 'request-unreadable', 'the same key, escaped'],
    ['[{"x":{"a":1 , "a" : 2}}]', 'request-unreadable', 'twice, deep within and spaced'],
    ['{"__proto__":{}}', 'input-invalid', 'a prototype'],
    ['{"\\u005f_proto__":{}}', 'input-invalid', 'a prototype, escaped'],
    ['{"a":[{"constructor":1}]}', 'input-invalid', 'a constructor, deep within'],
    ['{"a":"\\u0000"}', 'request-unreadable', 'NUL, which PostgreSQL does not hold'],
    ['{"a":"\\ud800"}', 'request-unreadable', 'half a character'],
    ['{"a":"\\ud83d\\ude00 \\\\u0000"}', 'accepted', 'a whole one, and text that reads like NUL'],
    [`${'['.repeat(20)}${']'.repeat(20)}`, 'accepted', '20 levels'],
    [`${'['.repeat(21)}${']'.repeat(21)}`, 'request-unreadable', '21 levels'],
    ['{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[["}', 'accepted', 'brackets within text'],
    ['{"a":1', 'request-unreadable', 'broken off'],
    ['{"a":1}x', 'request-unreadable', 'something behind it'],
    ['', 'request-unreadable', 'nothing'],
  ])('%s is %s: %s', (text, expected) => {
    expect(refusalOf(text)).toBe(expected)
  })

  test('takes whatever JSON.stringify writes of well-formed data', () => {
    const key = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^(__proto__|constructor|prototype)$/.test(text) && !text.includes('\0'))
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.integer(),
        key,
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    })).any
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (data, indent) => {
        expect(refusalOf(JSON.stringify(data, null, indent))).toBe('accepted')
      }),
    )
  })
})
