/** A SHA-256 hash, 32 bytes. */
export type Hash = Uint8Array
export const HASH_BYTES = 32

/** SHA-256 of the parts written one after the other. Handed in: the domain imports nothing. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Hash

export const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_BYTES

export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
