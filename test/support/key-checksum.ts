const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** CRC-32 of IEEE 802.3 bit by bit, in six digits of base 62: written out apart from the service's. */
export function keyChecksum(body: string): string {
  let crc = 0xffffffff
  for (const byte of Buffer.from(body)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  let rest = (crc ^ 0xffffffff) >>> 0
  let letters = ''
  for (let at = 0; at < 6; at++) {
    letters = DIGITS.charAt(rest % 62) + letters
    rest = Math.floor(rest / 62)
  }
  return letters
}
