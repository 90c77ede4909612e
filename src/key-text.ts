import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** The id stands in the registry's log, which has small letters only. */
const ID_DIGITS = 36
const ID_LETTERS = 8
const SECRET_LETTERS = 32
const CHECKSUM_LETTERS = 6

const KEY_TEXT = /^pst_(live|test)_([0-9a-z]{8})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

/** What a key's text tells: the id to find it by, and the hash to compare. */
export interface KeyText {
  readonly id: string
  readonly isTest: boolean
  /** SHA-256 of the secret. */
  readonly secretHash: Buffer
}

/** A new key as its holder gets it, once: `pst_live_` id `_` secret checksum. */
export function newKeyText(isTest: boolean): KeyText & { readonly text: string } {
  const id = randomLetters(ID_LETTERS, ID_DIGITS)
  const secret = randomLetters(SECRET_LETTERS, DIGITS.length)
  const body = `pst_${isTest ? 'test' : 'live'}_${id}_${secret}`
  return { id, isTest, secretHash: hashOf(secret), text: `${body}${checksumOf(body)}` }
}

/** Undefined for what cannot be a key: mistyped, cut off or invented. Asks nobody. */
export function readKeyText(text: string): KeyText | undefined {
  const [, kind, id, secret, checksum] = KEY_TEXT.exec(text) ?? []
  if (id === undefined || secret === undefined) return undefined
  if (checksumOf(text.slice(0, -CHECKSUM_LETTERS)) !== checksum) return undefined
  return { id, isTest: kind === 'test', secretHash: hashOf(secret) }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function checksumOf(body: string): string {
  let rest = crc32(body)
  let letters = ''
  for (let at = 0; at < CHECKSUM_LETTERS; at++) {
    letters = DIGITS.charAt(rest % DIGITS.length) + letters
    rest = Math.floor(rest / DIGITS.length)
  }
  return letters
}

function randomLetters(count: number, digits: number): string {
  return Array.from({ length: count }, () => DIGITS.charAt(randomInt(digits))).join('')
}
