/** A key that an authenticator holds for somebody: its public half. */
export interface Passkey {
  readonly id: string
  readonly publicKey: Uint8Array
  /** How often it has signed, as far as it counts. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** What a signature by a passkey has proven. */
export interface Assertion {
  readonly passkeyId: string
  /** To be taken once, and remembered until it ends. */
  readonly challenge: string
  readonly challengeEndsAt: Date
  readonly counter: number
}
