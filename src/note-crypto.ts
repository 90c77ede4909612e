import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Sha256 } from './domain/evidence/hash.ts'
import type { NoteCrypto } from './domain/evidence/signed-note.ts'

export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What the domain needs to check signed notes, from Node's own cryptography. */
export const noteCrypto: NoteCrypto = {
  sha256,
  verifyEd25519: (publicKey, message, signature) => {
    try {
      const x = Buffer.from(publicKey).toString('base64url')
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
      return verify(null, message, key, signature)
    } catch {
      return false
    }
  },
}
