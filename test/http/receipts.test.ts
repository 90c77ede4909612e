import { execFile } from 'node:child_process'
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import { RECEIPT_REFUSALS, RECEIPT_TYPE, verifyReceipt } from '../../src/receipt.ts'
import {
  keepReceiptKeyFile,
  type PublicReceiptKey,
  type ReceiptKeys,
  readReceiptKeys,
  rotatedKeys,
} from '../../src/receipt-keys.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { problemOf } from './every-route.ts'

const folder = mkdtempSync(join(tmpdir(), 'pastikan-receipts-'))
const keyFile = join(folder, 'receipt-keys.json')
const now = new Date('2026-11-24T03:12:08Z')

let service: TestService
let keys: ReceiptKeys
let code = ''
let receipt = ''

const jsonOf = async (response: Response | Promise<Response>) =>
  JSON.parse(await (await response).text())

async function checked(body: unknown): Promise<string> {
  const response = await fetch(`${service.url}/v1/checks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await jsonOf(response)).code
}

beforeAll(async () => {
  keepReceiptKeyFile(keyFile)
  keys = await readReceiptKeys(keyFile)
  service = await startTestService({
    environment: { PUBLIC_URL: 'https://pastikan.example' },
    parts: { receiptKeys: keys },
  })
  code = await checked({
    recruiter: { licence: '9900000000011' },
    worker: { birth_date: '1999-03-07' },
  })
  receipt = (await jsonOf(fetch(`${service.url}/v1/receipts/${code}`))).receipt
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

const partsOf = (token: string) => {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return { header, payload, signature }
}
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signed with the service's own key, by hand. */
function forged(header: object, payload: unknown, key = privateKey()): string {
  const signed = `${encoded(header)}.${encoded(payload)}`
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`
}
const privateKey = () =>
  createPrivateKey({
    key: JSON.parse(readFileSync(keyFile, 'utf8')).keys[0],
    format: 'jwk',
  })
const header = () => ({ alg: 'EdDSA', typ: RECEIPT_TYPE, kid: keys.kid })

describe('a receipt', () => {
  test('is verified by Ed25519 alone, with the published key and without our code', async () => {
    const { header, payload, signature } = partsOf(receipt)
    const { keys: published } = await jsonOf(fetch(`${service.url}/.well-known/jwks.json`))
    const key = published.find(({ kid }: PublicReceiptKey) => kid === decoded(header).kid)
    const isRight = verify(
      null,
      Buffer.from(`${header}.${payload}`),
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    )
    expect(isRight).toBe(true)
    expect(decoded(header)).toEqual({ alg: 'EdDSA', typ: 'pastikan-receipt+jwt', kid: key.kid })
  })

  test('says the verdict, what it covers, the agency, the day and the entry, and names nobody', () => {
    const payload = decoded(partsOf(receipt).payload)
    expect(payload).toMatchObject({
      iss: 'https://pastikan.example',
      agency: { name: 'PT Contoh Bahari Sentosa', licence_number: '9900000000011' },
      on: '2026-11-24',
      exp: payload.iat + 24 * 3600,
    })
    expect(payload.covers).toContain('agency')
    expect(payload.not_covered).toContain('job_order')
    expect(payload.registry.entry).toBeGreaterThan(0)
    expect(JSON.stringify(payload)).not.toContain('1999')
    expect(JSON.stringify(payload)).not.toContain(code)
  })

  test('is of no private key: the published ones have only their public part', async () => {
    const { keys: published } = await jsonOf(fetch(`${service.url}/.well-known/jwks.json`))
    for (const key of published) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    }
  })

  test('does not say legal once a revocation is recorded, though the check did', async () => {
    const body = { recruiter: { licence: '9900000000011' } }
    const mine = await checked(body)
    const before = await jsonOf(fetch(`${service.url}/v1/receipts/${mine}`))
    await service.record(
      licenceEventRecorded('agy_contoh01', {
        id: 'evt_receipt01',
        licenceId: 'lic_contoh01',
        type: 'revoked',
        effectiveOn: day('2026-11-23'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    const after = await jsonOf(fetch(`${service.url}/v1/receipts/${mine}`))
    expect([before.payload.verdict, after.payload.verdict]).toEqual(['legal', 'not_legal'])
  })

  test('of a code that nobody has is the same problem as a check’s', async () => {
    const { type } = await problemOf(
      await fetch(`${service.url}/v1/receipts/0123456789ABCDEF`),
      404,
    )
    expect(type).toBe('/problems/check-not-found')
  })
})

describe('verification', () => {
  const read = (token: string, at = now, known: readonly PublicReceiptKey[] = keys.published) =>
    verifyReceipt(token, known, at)
  const payload = () => decoded(partsOf(receipt).payload)

  test('takes the receipt, also broken over lines, and a link that carries it', async () => {
    for (const text of [
      receipt,
      receipt.replace(/(.{60})/g, '$1\n'),
      `https://pastikan.example/verifikasi#${receipt}`,
    ]) {
      expect(await read(text)).toEqual({ payload: payload() })
    }
  })

  const cases: [keyof typeof RECEIPT_REFUSALS, string, () => string][] = [
    ['unreadable', 'it is no receipt', () => 'halo'],
    ['unreadable', 'its end is missing', () => receipt.split('.').slice(0, 2).join('.')],
    ['unreadable', 'its header is no JSON', () => `YQ.${receipt.split('.').slice(1).join('.')}`],
    ['unreadable', 'a signed content is another one', () => forged(header(), { hello: 1 })],
    [
      'unreadable',
      'a signed verdict is no word of ours',
      () => forged(header(), { ...payload(), verdict: 'safe' }),
    ],
    [
      'unreadable',
      'something is added to a signed content',
      () => forged(header(), { ...payload(), nik: '1' }),
    ],
    [
      'wrong_algorithm',
      'it is not signed',
      () => `${encoded({ ...header(), alg: 'none' })}.${partsOf(receipt).payload}.`,
    ],
    [
      'wrong_algorithm',
      'it asks for a shared secret',
      () => forged({ ...header(), alg: 'HS256' }, payload()),
    ],
    [
      'wrong_algorithm',
      'it asks for another curve',
      () => forged({ ...header(), alg: 'ES256' }, payload()),
    ],
    [
      'wrong_algorithm',
      'it is spelt otherwise',
      () => forged({ ...header(), alg: 'eddsa' }, payload()),
    ],
    [
      'wrong_type',
      'it is a token of another kind',
      () => forged({ ...header(), typ: 'JWT' }, payload()),
    ],
    ['wrong_type', 'it has no type', () => forged({ alg: 'EdDSA', kid: keys.kid }, payload())],
    [
      'unknown_critical',
      'it names a critical member',
      () => forged({ ...header(), crit: ['exp'], exp: 1 }, payload()),
    ],
    [
      'unknown_critical',
      'its list of them is empty',
      () => forged({ ...header(), crit: [] }, payload()),
    ],
    [
      'unknown_critical',
      'its content is unencoded',
      () => forged({ ...header(), b64: false }, payload()),
    ],
    [
      'unknown_key',
      'the key is not listed',
      () => forged({ ...header(), kid: 'other' }, payload()),
    ],
    [
      'unknown_key',
      'it brings its own key',
      () => forged({ ...header(), kid: undefined, jwk: keys.published[0] }, payload()),
    ],
    [
      'altered',
      'one word was changed',
      () => {
        const { header, signature } = partsOf(receipt)
        return `${header}.${encoded({ ...payload(), verdict: 'caution' })}.${signature}`
      },
    ],
    [
      'altered',
      'another key signed it under the listed name',
      () => forged(header(), payload(), generateKeyPairSync('ed25519').privateKey),
    ],
    ['altered', 'the signature is cut', () => receipt.slice(0, -4)],
    ['altered', 'the signature is empty', () => `${receipt.split('.').slice(0, 2).join('.')}.`],
    [
      'not_yet_valid',
      'it is dated in the future',
      () => forged(header(), { ...payload(), iat: payload().iat + 3600 }),
    ],
    ['expired', 'its time is over', () => forged(header(), { ...payload(), exp: payload().iat })],
  ]

  test.each(cases)('refuses as %s when %s', async (refused, _situation, token) => {
    expect(await read(token())).toMatchObject({ refused })
  })

  test('ends exactly when it says', async () => {
    const end = payload().exp * 1000
    expect(await read(receipt, new Date(end - 1))).toEqual({ payload: payload() })
    expect(await read(receipt, new Date(end))).toMatchObject({ refused: 'expired' })
  })
})

describe('keys', () => {
  test('are read by their owner only', () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  })

  test('are rotated: the new one signs, the earlier one still verifies and can no longer sign', async () => {
    const rotated = join(folder, 'rotated.json')
    const text = rotatedKeys(readFileSync(keyFile, 'utf8'))
    writeFileSync(rotated, text, { mode: 0o600 })
    const after = await readReceiptKeys(rotated)
    expect(after.kid).not.toBe(keys.kid)
    expect(after.published.map(({ kid }) => kid)).toEqual([after.kid, keys.kid])
    expect(await verifyReceipt(receipt, after.published, now)).toHaveProperty('payload')
    expect(JSON.parse(text).keys.filter((key: { d?: string }) => key.d !== undefined)).toHaveLength(
      1,
    )
  })

  test.each([
    ['no JSON', 'x'],
    ['no key', '{"keys":[]}'],
    ['a key of another kind', '{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b"}]}'],
    [
      'a key without its private part',
      JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'a' }] }),
    ],
  ])('with %s are refused in one line', async (_what, text) => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, text)
    await expect(readReceiptKeys(file)).rejects.toThrow(
      /^The receipt keys in .* cannot be used: .+\.$/,
    )
  })
})

describe('the pages', () => {
  const page = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${service.url}${path}`, init)
    return { status: response.status, text: await response.text() }
  }
  const pasted = (text: string) =>
    page('/verifikasi?lang=en', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ receipt: text }),
    })

  test('show a receipt with its QR code, and what was not checked', async () => {
    const { status, text } = await page(`/tanda-terima/${code}`)
    expect(status).toBe(200)
    expect(text).toContain('PT Contoh Bahari Sentosa')
    expect(text).toMatch(/<svg[^>]*viewBox="0 0 (\d+) \1"/)
    expect(text).toContain('BELUM diperiksa')
    expect(text).not.toContain('1999')
  })

  test('verify what is pasted', async () => {
    expect((await page('/verifikasi')).status).toBe(200)
    const { status, text } = await pasted(receipt)
    expect(status).toBe(200)
    expect(text).toContain('authentic, unaltered and still valid')
    expect(text).toContain('PT Contoh Bahari Sentosa')
  })

  test('say in a plain sentence why one is refused, and show nothing that it says', async () => {
    const { header, signature } = partsOf(receipt)
    const payload = { ...decoded(partsOf(receipt).payload), verdict: 'legal' }
    const { text } = await pasted(
      `${header}.${encoded({ ...payload, on: '2020-01-01' })}.${signature}`,
    )
    expect(text).toContain(RECEIPT_REFUSALS.altered.en)
    expect(text).not.toContain('PT Contoh Bahari Sentosa')
    expect((await pasted('<script>alert(1)</script>')).text).not.toContain('<script>alert')
  })
})

describe('the command', () => {
  const command = fileURLToPath(new URL('../../src/jobs/pastikan-verify.mjs', import.meta.url))
  const jwks = join(folder, 'jwks.json')
  const run = (args: readonly string[], input = '') =>
    new Promise<{ exit: number; out: string }>((resolve) => {
      const child = execFile(process.execPath, [command, ...args], (error, stdout, stderr) =>
        resolve({ exit: Number(error?.code ?? 0), out: `${stdout}${stderr}` }),
      )
      child.stdin?.end(input)
    })

  test('verifies offline with saved keys: 0 valid, 1 refused, 2 not tried, one line each', async () => {
    writeFileSync(jwks, await (await fetch(`${service.url}/.well-known/jwks.json`)).text())
    const seconds = Math.floor(Date.now() / 1000)
    const fresh = forged(header(), {
      ...decoded(partsOf(receipt).payload),
      iat: seconds,
      exp: seconds + 3600,
    })
    const old = forged(header(), { ...decoded(partsOf(receipt).payload), iat: 1, exp: 2 })
    const [valid, piped, expired, broken, without, nowhere] = await Promise.all([
      run(['--keys', jwks, fresh]),
      run(['--keys', jwks], `${fresh}\n`),
      run(['--keys', jwks, '--lang', 'en', old]),
      run(['--keys', jwks, fresh.slice(0, -8)]),
      run([fresh]),
      run(['--keys', join(folder, 'none.json'), fresh]),
    ])
    expect([valid, piped, expired, broken, without, nowhere].map(({ exit }) => exit)).toEqual([
      0, 0, 1, 1, 2, 2,
    ])
    expect(valid.out).toMatch(/^valid: .*PT Contoh Bahari Sentosa \(9900000000011\).*\n$/)
    expect(expired.out).toBe(`expired: ${RECEIPT_REFUSALS.expired.en}\n`)
    for (const { out } of [valid, piped, expired, broken, without, nowhere]) {
      expect(out.trimEnd().split('\n')).toHaveLength(1)
    }
  })
})
