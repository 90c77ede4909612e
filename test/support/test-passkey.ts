import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { NewPasskey } from '../../src/store/credentials.ts'

export interface TestPasskey {
  readonly kept: NewPasskey
  /** What a browser at `origin` gives for these options, as JSON. */
  signed(options: { readonly challenge: string }, origin: string): string
}

const USER_PRESENT_AND_VERIFIED = 0b101
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** An authenticator that verifies its user and holds one passkey (ES256). */
export function newTestPasskey(): TestPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16).toString('base64url')
  let counter = 0
  return {
    kept: { id, publicKey: coseKey(publicKey.export({ format: 'jwk' })), ...UNUSED },
    signed({ challenge }, origin) {
      counter += 1
      const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin }))
      const count = Buffer.alloc(4)
      count.writeUInt32BE(counter)
      const authenticatorData = Buffer.concat([
        sha256(new URL(origin).hostname),
        Buffer.from([USER_PRESENT_AND_VERIFIED]),
        count,
      ])
      const signature = sign(
        'sha256',
        Buffer.concat([authenticatorData, sha256(clientData)]),
        privateKey,
      )
      return JSON.stringify({
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      })
    },
  }
}

const UNUSED = { counter: 0, transports: [], name: 'uji' } as const

/** A public key as authenticators give it (RFC 9053): a CBOR map of kty, alg, crv, x and y. */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const bytes = (text: string) => [0x58, 0x20, ...Buffer.from(text, 'base64url')]
  const head = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]
  return Buffer.from([...head, 0x21, ...bytes(x), 0x22, ...bytes(y)])
}
