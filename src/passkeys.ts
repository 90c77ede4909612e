import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import {
  decodeAttestationObject,
  isoBase64URL,
  isoUint8Array,
} from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import type { Assertion, Passkey } from './domain/people/passkey.ts'
import type { KeptPerson } from './domain/people/person.ts'
import { areEqualSecrets } from './equal-secrets.ts'
import type { KeyedHash } from './keyed-hash.ts'

const CHALLENGE_LIFE = 10 * 60_000

/** What a challenge is for: one for signing in adds no key, and one session's proves nothing in another. */
export type ChallengePurpose = 'sign-in' | `add:${string}` | `prove:${string}`

/** A challenge that needs no row to be known again: the moment it ends, chance, and a keyed hash of both. */
function newChallenge(hash: KeyedHash, purpose: ChallengePurpose, now: Date): string {
  const body = `${(now.getTime() + CHALLENGE_LIFE).toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${body}.${challengeHash(hash, purpose, body)}`
}

function challengeHash(hash: KeyedHash, purpose: ChallengePurpose, body: string): string {
  return hash.bytes('passkey-challenge', `${purpose}\0${body}`).toString('base64url')
}

/** When a challenge of ours ends; undefined for one that is not ours, is for something else or has ended. */
function endOfChallenge(
  hash: KeyedHash,
  purpose: ChallengePurpose,
  challenge: string,
  now: Date,
): Date | undefined {
  const [end = '', chance = '', mac = ''] = challenge.split('.')
  if (!areEqualSecrets(mac, challengeHash(hash, purpose, `${end}.${chance}`))) return undefined
  const endsAt = new Date(Number.parseInt(end, 36))
  return endsAt > now ? endsAt : undefined
}

/** What a browser needs to make a passkey: with user verification, and one that knows its owner. */
export function registrationOptions(
  hash: KeyedHash,
  origin: string,
  person: KeptPerson,
  existing: readonly { readonly id: string }[],
  now: Date,
) {
  return generateRegistrationOptions({
    rpName: 'Pastikan',
    rpID: rpIdOf(origin),
    userName: person.email,
    userDisplayName: person.name,
    userID: isoUint8Array.fromUTF8String(person.id),
    challenge: newChallenge(hash, `add:${person.id}`, now),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: existing.map(({ id }) => ({ id })),
  })
}

/** What a browser needs to sign with a passkey: any of this service, or one of those that are known. */
export function assertionOptions(
  hash: KeyedHash,
  origin: string,
  purpose: ChallengePurpose,
  known: readonly { readonly id: string }[],
  now: Date,
) {
  return generateAuthenticationOptions({
    rpID: rpIdOf(origin),
    challenge: newChallenge(hash, purpose, now),
    allowCredentials: known.map(({ id }) => ({ id })),
    userVerification: 'required',
  })
}

/** The passkey that a browser made for this person; undefined when anything about it is wrong. */
export async function readRegistration(
  hash: KeyedHash,
  origin: string,
  personId: string,
  text: string,
  now: Date,
): Promise<Passkey | undefined> {
  const response = parsed(RegistrationSchema, text)
  if (response === undefined) return undefined
  return undefinedWhenRefused(async () => {
    // Attestation of any other form may name addresses that the library would ask.
    const attestation = isoBase64URL.toBuffer(response.response.attestationObject)
    if (decodeAttestationObject(attestation).get('fmt') !== 'none') return undefined
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) =>
        endOfChallenge(hash, `add:${personId}`, challengeText(challenge), now) !== undefined,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return { id, publicKey, counter, transports: response.response.transports ?? [] }
  })
}

/** The id of the passkey that a browser says it signs with; nothing of it is proven yet. */
export function passkeyIdIn(text: string): string | undefined {
  return parsed(AssertionSchema, text)?.id
}

/** What a signature by this passkey proves; undefined when anything about it is wrong. */
export async function readAssertion(
  hash: KeyedHash,
  origin: string,
  purpose: ChallengePurpose,
  passkey: Passkey,
  text: string,
  now: Date,
): Promise<Assertion | undefined> {
  const response = parsed(AssertionSchema, text)
  if (response === undefined) return undefined
  let signed: { challenge: string; endsAt: Date } | undefined
  return undefinedWhenRefused(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge(encoded) {
        const challenge = challengeText(encoded)
        const endsAt = endOfChallenge(hash, purpose, challenge, now)
        signed = endsAt && { challenge, endsAt }
        return endsAt !== undefined
      },
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    if (!verified || signed === undefined) return undefined
    return {
      passkeyId: passkey.id,
      challenge: signed.challenge,
      challengeEndsAt: signed.endsAt,
      counter: authenticationInfo.newCounter,
    }
  })
}

/** Whether browsers make passkeys there: they belong to a host name, never to a bare address. */
export function takesPasskeys(origin: string | undefined): origin is string {
  return origin !== undefined && isIP(rpIdOf(origin).replace(/^\[|\]$/g, '')) === 0
}

function rpIdOf(origin: string): string {
  return new URL(origin).hostname
}

function challengeText(encoded: string): string {
  return Buffer.from(encoded, 'base64url').toString('utf8')
}

const encoded = z.string().regex(/^[\w-]{1,20000}$/)

const RegistrationSchema = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .optional(),
  }),
})

const AssertionSchema = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
})

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

// The library throws for everything that does not fit.
async function undefinedWhenRefused<Value>(
  read: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  try {
    return await read()
  } catch {
    return undefined
  }
}
