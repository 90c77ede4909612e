import { describe, expect, test } from 'vitest'
import { toBase64 } from '../../../src/domain/evidence/base64.ts'
import { openCheckpoint, readCheckpoint } from '../../../src/domain/evidence/checkpoint.ts'
import { leafHash } from '../../../src/domain/evidence/merkle-tree.ts'
import { openNote, readNote, readVerifierKey } from '../../../src/domain/evidence/signed-note.ts'
import { noteCrypto, sha256 } from '../../../src/note-crypto.ts'

// The keys, the text and the signatures of https://github.com/golang/mod, sumdb/note/note_test.go at
// commit fe2ec04f7c3c3aa6fad97631aafcff6e49e2d1db (BSD-3-Clause).
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const BY_PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const BY_ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'
const NOTE = `${TEXT}\n${BY_PETER}`

// The example of https://c2sp.org/signed-note.
const FOO = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const FOO_NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

const keyOf = (text: string) => {
  const key = readVerifierKey(sha256, text)
  if (key === undefined) throw new Error(`${text} is no key`)
  return key
}
const peter = keyOf(PETER)
const enoch = keyOf(ENOCH)

describe('a verifier key', () => {
  test('is refused when any part of it is missing or any character changed', () => {
    for (let from = 0; from <= PETER.length; from++) {
      for (let to = from + 1; to <= PETER.length; to++) {
        if (from === 0 && to === PETER.length) continue
        expect(readVerifierKey(sha256, PETER.slice(from, to))).toBeUndefined()
      }
    }
    for (let at = 0; at < PETER.length; at++) {
      const next = String.fromCharCode(PETER.charCodeAt(at) + 1)
      expect(
        readVerifierKey(sha256, PETER.slice(0, at) + next + PETER.slice(at + 1)),
      ).toBeUndefined()
    }
  })

  test.each([
    ['PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==', 'too long'],
    ['PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'of another kind'],
  ])('%s is refused: %s', (text) => {
    expect(readVerifierKey(sha256, text)).toBeUndefined()
  })
})

describe('a signed note', () => {
  test('of the specification is opened by its key', () => {
    expect(openNote(noteCrypto, FOO_NOTE, [keyOf(FOO)])).toMatchObject({
      text: 'This is an example message.\n',
    })
  })

  test('is opened by each of those who signed it', () => {
    const note = NOTE + BY_ENOCH
    expect(openNote(noteCrypto, note, [peter])).toEqual({ text: TEXT, by: [peter] })
    expect(openNote(noteCrypto, note, [enoch, peter])).toEqual({ text: TEXT, by: [peter, enoch] })
    expect(openNote(noteCrypto, NOTE + BY_PETER, [peter])).toEqual({ text: TEXT, by: [peter] })
  })

  test('may hold an empty line: only the last one divides', () => {
    expect(readNote(`a\n\nb\n\n${BY_PETER}`)?.text).toBe('a\n\nb\n')
  })

  test.each([
    [TEXT, 'no signature'],
    [`${TEXT}\n`, 'nothing behind the empty line'],
    [NOTE.slice(0, -1), 'no line break at the end'],
    [`\u0001${NOTE}`, 'a control character'],
    [NOTE.replace('\n', '\r\n'), 'a carriage return'],
    [NOTE.replace('If', 'If\t'), 'a tabulator'],
    [`${NOTE}Unexpected line.\n`, 'a line that is no signature'],
    [NOTE.replace('PeterNeumann ', 'Bad Name '), 'a name with a space'],
    [NOTE.replace('PeterNeumann ', 'Bad+Name '), 'a name with a plus sign'],
    [NOTE.replace('PeterNeumann ', 'Bad\u00a0Name '), 'a name with a space of another kind'],
    [NOTE.replace('PeterNeumann ', ''), 'no name'],
    [NOTE.replace('— ', '- '), 'a hyphen for the dash'],
    [NOTE.replace('x08go/', 'x08go'), 'no whole base64'],
    [NOTE.replace('AM=\n', 'AM\n'), 'base64 without its padding'],
    [NOTE.replace('AM=\n', 'AN=\n'), 'base64 with bits that count for nothing'],
    [NOTE.replace('AM=\n', 'AM= \n'), 'a space at the end'],
    [NOTE.replace('AM=\n', 'AM=\n\n'), 'an empty line at the end'],
    [`${TEXT}\n— PeterNeumann x08gow==\n`, 'a key id and no signature'],
    [`${TEXT}\n${BY_PETER.repeat(101)}`, 'more signatures than anybody needs'],
    ['', 'nothing'],
  ])('%j is malformed: %s', (note) => {
    expect(openNote(noteCrypto, note, [peter])).toEqual({ refused: 'note_malformed' })
  })

  test.each([
    ['nobody is known', NOTE, [], 'key_unknown'],
    ['the one who signed is not known', NOTE, [enoch], 'key_unknown'],
    ['another name is on it', NOTE.replace('PeterNeumann', 'PeterNeuman'), [peter], 'key_unknown'],
    ['another key id is on it', NOTE.replace('x08g', 'x18g'), [peter], 'key_unknown'],
    ['the text was changed', NOTE.replace('answer', 'Answer'), [peter], 'signature_wrong'],
    ['a line was added to the text', `More.\n${NOTE}`, [peter], 'signature_wrong'],
    ['the signature was changed', NOTE.replace('ZJku', 'ZJkv'), [peter], 'signature_wrong'],
    ['the signature is too long', NOTE.replace('AM=\n', 'AMA\n'), [peter], 'signature_wrong'],
    [
      'one of two known keys signed wrongly',
      `${NOTE}${BY_ENOCH.replace('HzmZ', 'HzmY').replace('BzmZ', 'BzmY')}`,
      [peter, enoch],
      'signature_wrong',
    ],
  ] as const)('is refused when %s', (_when, note, keys, refused) => {
    expect(openNote(noteCrypto, note, keys)).toEqual({ refused })
  })

  test('is refused with any bit of its signature changed', () => {
    const encoded = BY_PETER.split(' ')[2]!.trim()
    const bytes = Buffer.from(encoded, 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const other = Buffer.from(bytes)
      other[bit >> 3]! ^= 1 << (bit & 7)
      const note = NOTE.replace(encoded, other.toString('base64'))
      const refused = bit < 32 ? 'key_unknown' : 'signature_wrong'
      expect(openNote(noteCrypto, note, [peter])).toEqual({ refused })
    }
  })
})

describe('a checkpoint', () => {
  // sumdb/tlog/note_test.go: the root is the leaf hash of "hello world".
  const TREE = 'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n'

  test('says what Go’s tlog wrote', () => {
    const root = leafHash(sha256, Buffer.from('hello world'))
    expect(toBase64(root)).toBe('TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=')
    const read = readCheckpoint(TREE)
    expect(read).toMatchObject({ origin: 'go.sum database tree', size: 123456789012 })
    expect(Buffer.from(read!.root)).toEqual(root)
  })

  test('may have more lines, which say nothing here', () => {
    expect(readCheckpoint(`${TREE}JOE\n`)).toEqual(readCheckpoint(TREE))
  })

  test.each([
    [TREE.replace('go.sum database tree', ''), 'no origin'],
    [TREE.replace('123456789012', '0xabcdef'), 'a size that is no decimal'],
    [TREE.replace('123456789012', '0123'), 'a leading zero'],
    [TREE.replace('123456789012', '-1'), 'a sign'],
    [TREE.replace('123456789012', '1e9'), 'an exponent'],
    [TREE.replace('123456789012', ''), 'no size'],
    [TREE.replace('123456789012', '9007199254740993'), 'more than can be counted exactly'],
    [TREE.replace('Tszz', 'TszzTszz'), 'a root that is too long'],
    [TREE.replace('Tszz', ''), 'a root that is too short'],
    [TREE.replace('b0=', 'b1='), 'base64 with bits that count for nothing'],
    [TREE.replace('+', '-'), 'base64 of another alphabet'],
    [TREE.slice(0, -1), 'no line break at the end'],
    [`${TREE}\nJOE\n`, 'an empty line'],
    ['go.sum database tree\n123456789012\n', 'no root'],
  ])('%j is malformed: %s', (text) => {
    expect(readCheckpoint(text)).toBeUndefined()
  })

  test('is only what a key of its own log signed', () => {
    expect(openCheckpoint(noteCrypto, NOTE, [peter])).toEqual({ refused: 'checkpoint_malformed' })
  })
})
