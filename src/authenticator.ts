import { Secret, TOTP } from 'otpauth'
import type { KeyedHash } from './keyed-hash.ts'

const PERIOD_SECONDS = 30
const SECRET_BYTES = 20

/** One authenticator app: its secret follows from a seed that may be stored. */
export interface Authenticator {
  /** For people who cannot scan: base32. */
  readonly secret: string
  /** `otpauth://…`, what the QR code holds. */
  readonly uri: string
  codeAt(at: Date): string
  /** The time step of a code that is valid at a moment, or of the steps just beside it. */
  stepOf(code: string, at: Date): number | undefined
}

export function authenticatorOf(hash: KeyedHash, seed: string, email: string): Authenticator {
  const key = hash.bytes('authenticator', seed).subarray(0, SECRET_BYTES)
  const secret = new Secret({ buffer: Uint8Array.from(key).buffer })
  const totp = new TOTP({ issuer: 'Pastikan', label: email, period: PERIOD_SECONDS, secret })
  return {
    secret: secret.base32,
    uri: totp.toString(),
    codeAt: (at) => totp.generate({ timestamp: at.getTime() }),
    stepOf(code, at) {
      const delta = totp.validate({ token: code, timestamp: at.getTime(), window: 1 })
      return delta === null ? undefined : totp.counter({ timestamp: at.getTime() }) + delta
    },
  }
}
