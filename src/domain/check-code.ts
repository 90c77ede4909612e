/** Crockford's base32: no I, L, O or U, so that a code can be read aloud and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 16
export const CODE_BYTES = 10

/** Sixteen letters for ten random bytes: 80 bits. */
export function checkCodeOf(bytes: Uint8Array): string {
  let number = 0n
  for (const byte of bytes.slice(0, CODE_BYTES)) number = (number << 8n) | BigInt(byte)
  let code = ''
  for (let at = 0; at < LETTERS; at++) {
    code = ALPHABET.charAt(Number(number & 31n)) + code
    number >>= 5n
  }
  return code
}

const MISREAD: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/** The code that was meant, however it is spaced or capitalised; undefined for what is no code. */
export function readCheckCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter)
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

/** As people read it: four groups of four. */
export function printedCheckCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
