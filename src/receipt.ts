import { z } from '@hono/zod-openapi'
import { CompactSign, compactVerify, importJWK } from 'jose'
import { LICENCE_STATUSES } from './domain/licence.ts'
import { CLAIMS, VERDICTS } from './domain/verdict.ts'
import type { Words } from './language.ts'
import type { PublicReceiptKey, ReceiptKeys } from './receipt-keys.ts'

export const RECEIPT_TYPE = 'pastikan-receipt+jwt'
const ALGORITHM = 'EdDSA'
const LONGEST = 8 * 1024
/** How far two clocks may differ. */
const LEEWAY_SECONDS = 60

const instant = z.int().min(0)

/** What a receipt says. Nobody's data stands in it: it may be shown to anyone. */
export const ReceiptPayloadSchema = z.strictObject({
  iss: z.string(),
  /** The check's reference: it follows from the code, but the code does not follow from it. */
  jti: z.string(),
  iat: instant,
  exp: instant,
  verdict: z.enum(VERDICTS),
  covers: z.array(z.enum(CLAIMS)),
  not_covered: z.array(z.enum(CLAIMS)),
  agency: z
    .strictObject({
      name: z.string(),
      licence_number: z.string().nullable(),
      status: z.enum(LICENCE_STATUSES),
    })
    .nullable(),
  on: z.string(),
  registry: z.strictObject({ entry: z.int().nullable(), as_of: z.string() }),
  demonstration: z.boolean(),
})
export type ReceiptPayload = z.infer<typeof ReceiptPayloadSchema>

/** A JWS in compact form, signed with Ed25519. */
export function signReceipt(payload: ReceiptPayload, keys: ReceiptKeys): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: ALGORITHM, typ: RECEIPT_TYPE, kid: keys.kid })
    .sign(keys.signingKey)
}

export const RECEIPT_REFUSALS = {
  unreadable: {
    id: 'Ini bukan tanda terima yang utuh: salin seluruh tulisannya, dari awal sampai akhir.',
    en: 'This is not a whole receipt: copy all of its text, from beginning to end.',
  },
  wrong_algorithm: {
    id: 'Tanda tangannya memakai cara yang tidak diterima di sini. Jangan percaya tanda terima ini.',
    en: 'It is signed in a way that is not accepted here. Do not rely on this receipt.',
  },
  wrong_type: {
    id: 'Ini surat bertanda tangan jenis lain, bukan tanda terima Pastikan.',
    en: 'This is another kind of signed text, not a Pastikan receipt.',
  },
  unknown_critical: {
    id: 'Tanda terima ini meminta pemeriksaan yang tidak dikenal di sini, jadi tidak dapat diterima.',
    en: 'This receipt demands a check that is not known here, so it cannot be accepted.',
  },
  unknown_key: {
    id: 'Kunci yang menandatanganinya tidak dikenal: tanda terima ini bukan dari layanan ini, atau daftar kuncinya sudah lama.',
    en: 'The key that signed it is not known: the receipt is not from this service, or the list of keys is old.',
  },
  altered: {
    id: 'Isinya tidak cocok dengan tanda tangannya: tanda terima ini diubah atau tersalin keliru. Jangan percaya isinya.',
    en: 'Its content does not fit its signature: the receipt was altered or miscopied. Do not rely on it.',
  },
  not_yet_valid: {
    id: 'Waktu pembuatannya masih di depan: periksa jam perangkat ini.',
    en: 'It is dated in the future: check the clock of this device.',
  },
  expired: {
    id: 'Tanda tangannya benar, tetapi masa berlakunya sudah lewat: periksa lagi untuk jawaban terbaru.',
    en: 'Its signature is right, but it has expired: check again for the present answer.',
  },
} as const satisfies Record<string, Words>
export type ReceiptRefusal = keyof typeof RECEIPT_REFUSALS

export type ReceiptReading =
  | { readonly payload: ReceiptPayload }
  /** `payload` only where the signature is right: an expired receipt still shows what it said. */
  | { readonly refused: ReceiptRefusal; readonly payload?: ReceiptPayload }

/**
 * Verifies a receipt with published keys, offline: the text itself, or a link that carries it after
 * `#`. EdDSA with a listed key and this type only; everything else is refused by name.
 */
export async function verifyReceipt(
  text: string,
  keys: readonly PublicReceiptKey[],
  now: Date,
): Promise<ReceiptReading> {
  const token = receiptIn(text)
  const header = token === undefined ? undefined : headerOf(token)
  if (token === undefined || header === undefined) return { refused: 'unreadable' }
  const { alg, typ, crit, kid } = header
  if (alg !== ALGORITHM) return { refused: 'wrong_algorithm' }
  if (typ !== RECEIPT_TYPE) return { refused: 'wrong_type' }
  // We know no critical extension, so any that is named is one too many.
  if (crit !== undefined || header.b64 !== undefined) return { refused: 'unknown_critical' }
  const key = keys.find((one) => one.kid === kid && one.kty === 'OKP' && one.crv === 'Ed25519')
  if (key === undefined) return { refused: 'unknown_key' }

  const bytes = await signedBytes(token, key)
  if (bytes === undefined) return { refused: 'altered' }
  const payload = payloadIn(bytes)
  if (payload === undefined) return { refused: 'unreadable' }
  const seconds = now.getTime() / 1000
  if (payload.iat > seconds + LEEWAY_SECONDS) return { refused: 'not_yet_valid', payload }
  if (payload.exp <= seconds) return { refused: 'expired', payload }
  return { payload }
}

function receiptIn(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const token = text.slice(text.lastIndexOf('#') + 1).replace(/\s+/g, '')
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) ? token : undefined
}

function headerOf(token: string): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())
    return typeof header === 'object' && header !== null && !Array.isArray(header)
      ? (header as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

async function signedBytes(token: string, key: PublicReceiptKey): Promise<Uint8Array | undefined> {
  try {
    const { payload } = await compactVerify(token, await importJWK({ ...key }, ALGORITHM), {
      algorithms: [ALGORITHM],
    })
    return payload
  } catch {
    return undefined
  }
}

function payloadIn(bytes: Uint8Array): ReceiptPayload | undefined {
  try {
    return ReceiptPayloadSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return undefined
  }
}
