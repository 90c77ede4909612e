import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newKeyText, readKeyText } from '../src/key-text.ts'
import { keyChecksum } from './support/key-checksum.ts'

describe('the text of a key', () => {
  test('has its kind, an id, thirty-two secret letters and a checksum', () => {
    const { text, id, secretHash } = newKeyText(false)
    expect(text).toMatch(/^pst_live_[0-9a-z]{8}_[0-9A-Za-z]{38}$/)
    expect(text.slice(9, 17)).toBe(id)
    expect(secretHash.toString('hex')).toBe(
      createHash('sha256').update(text.slice(18, 50)).digest('hex'),
    )
    expect(newKeyText(true).text).toMatch(/^pst_test_/)
  })

  test('is read back as it was made', () => {
    for (const isTest of [true, false]) {
      const { text, ...made } = newKeyText(isTest)
      expect(readKeyText(text)).toEqual(made)
    }
  })

  test('has a checksum that others can reckon: CRC-32 of what stands before it, in base 62', () => {
    const body = 'pst_test_00000000_00000000000000000000000000000000'
    expect(readKeyText(`${body}${keyChecksum(body)}`)?.id).toBe('00000000')
  })

  test('is refused with any one letter changed, cut off or added', () => {
    const { text } = newKeyText(false)
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === 'x' ? 'y' : 'x'
      expect(readKeyText(text.slice(0, at) + other + text.slice(at + 1)), String(at)).toBe(
        undefined,
      )
      expect(readKeyText(text.slice(0, at) + text.slice(at + 1)), String(at)).toBe(undefined)
    }
    for (const more of [`${text}0`, ` ${text}`, `${text}\n`, text.toUpperCase(), '']) {
      expect(readKeyText(more)).toBeUndefined()
    }
  })

  test('never comes twice', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newKeyText(false).text)).size).toBe(1_000)
  })
})
