import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { nameRecorded } from '../../src/domain/change.ts'
import { fromBase64 } from '../../src/domain/evidence/base64.ts'
import { EMPTY_EDGE } from '../../src/domain/evidence/frontier.ts'
import { isConsistent, isIncluded, leafHash } from '../../src/domain/evidence/merkle-tree.ts'
import { openPublicLog } from '../../src/jobs/public-log.ts'
import { signLog } from '../../src/jobs/sign-log.ts'
import { openedCheckpoint, verifyLog, verifyProofFile } from '../../src/jobs/verify-log.ts'
import { sha256 } from '../../src/note-crypto.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { openTestSigner, TEST_ORIGIN, type TestSigner } from '../support/test-signer.ts'

let service: TestService
let signer: TestSigner
let size: number
beforeAll(async () => {
  service = await startTestService()
  signer = openTestSigner(service.testDatabase.ownerUrl)
})
afterAll(async () => {
  await signer.close()
  await service.stop()
})

const get = (path: string) => request(service.url).get(`/v1/log/${path}`)
const hash = (text: string) => fromBase64(text)!
const tradeName = (n: number) =>
  nameRecorded('agy_contoh01', {
    effectiveOn: day('2026-01-05'),
    sourceId: 'src_contoh_daftar',
    id: `nam_rekaan${n}`,
    kind: 'trading',
    name: `Nama Rekaan ${n}`,
  })

describe('a log that nobody has signed yet', () => {
  test.each([
    'checkpoint',
    'key',
    'entries/0/proof',
    'entries/0/tlog-proof',
    'consistency?from=1',
    'tile/0/000',
  ])('has no %s, and says so', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body.type).toBe('/problems/log-unsigned')
  })

  test('can be read, and says that none of it is signed', async () => {
    const { body } = await get('entries?limit=1')
    expect(body).toMatchObject({ next_from: 1, signed_size: 0, items: [{ entry: 0 }] })
  })
})

describe('a signed log', () => {
  beforeAll(async () => {
    size = (await signLog(signer, EMPTY_EDGE)).size
  })

  test('is proven through the service alone, and what was published as files is the same', async () => {
    const proven = await verifyLog(openPublicLog(service.url), signer.keys.known, undefined)
    expect(proven.checkpoint).toMatchObject({ origin: TEST_ORIGIN, size })
    const fromFiles = openPublicLog(signer.publishDir)
    const served = openPublicLog(`${service.url}/v1/log/`)
    for (const path of ['checkpoint', 'tile/0/000', 'tile/entries/000', 'tile/1/000.p/1']) {
      expect(Buffer.from((await served(path))!)).toEqual(Buffer.from((await fromFiles(path))!))
    }
  })

  test('has a checkpoint whose copy can be asked after', async () => {
    const { headers, text, type } = await get('checkpoint')
    expect(type).toBe('text/plain')
    expect(headers['cache-control']).toBe('no-cache')
    expect(openedCheckpoint(text, signer.keys.known).size).toBe(size)
    expect((await get('checkpoint').set('If-None-Match', headers.etag!)).status).toBe(304)
  })

  test('names the key that verifies it', async () => {
    expect((await get('key')).text).toMatch(/^log\.example\/registry\+[0-9a-f]{8}\+A[\w+/]+=*\n$/)
  })

  test('lists its entries without a gap, each the preimage of its leaf', async () => {
    const seen: number[] = []
    for (let from: number | null = 0; from !== null; ) {
      const { body } = await get(`entries?from=${from}&limit=100`)
      for (const item of body.items) {
        seen.push(item.entry)
        expect(Buffer.from(hash(item.leaf))).toEqual(leafHash(sha256, Buffer.from(item.body)))
        expect(JSON.parse(item.body)).toMatchObject({
          entry: item.entry,
          recorded_at: item.recorded_at,
        })
      }
      from = body.next_from
    }
    expect(seen).toEqual(Array.from({ length: size }, (_, entry) => entry))
  })

  test('gives an empty page beyond its end', async () => {
    expect((await get('entries?from=999999')).body).toMatchObject({ items: [], next_from: null })
  })

  test('proves each entry, in the newest and in earlier sizes', async () => {
    for (const [entry, asked] of [[0], [7], [size - 1], [0, 1], [7, 8], [99, 256]] as const) {
      const { body } = await get(
        `entries/${entry}/proof${asked === undefined ? '' : `?size=${asked}`}`,
      )
      const claim = {
        leaf: hash(body.leaf),
        index: entry,
        size: asked ?? size,
        proof: body.proof.map(hash),
        root: hash(body.root),
      }
      expect(body).toMatchObject({ entry, size: claim.size })
      expect(isIncluded(sha256, claim)).toBe(true)
    }
  })

  test('proves that it only grew', async () => {
    for (const [from, to] of [[1], [7], [256], [3, 3], [5, 300]] as const) {
      const { body } = await get(`consistency?from=${from}${to === undefined ? '' : `&to=${to}`}`)
      const claim = {
        from,
        to: to ?? size,
        proof: body.proof.map(hash),
        fromRoot: hash(body.from_root),
        toRoot: hash(body.to_root),
      }
      expect(isConsistent(sha256, claim)).toBe(true)
    }
  })

  test('gives a file that proves an entry offline', async () => {
    const { text, headers } = await get('entries/42/tlog-proof')
    expect(headers['content-disposition']).toBe('attachment; filename="entry-42.tlog-proof"')
    const proven = verifyProofFile(text, signer.keys.known)
    expect(proven.index).toBe(42)
    expect(JSON.parse(proven.entry)).toMatchObject({ entry: 42 })
  })

  test('serves full tiles to be kept for ever', async () => {
    const { headers, status } = await get('tile/0/000')
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toBe('application/octet-stream')
    expect((await get('tile/0/000').set('If-None-Match', headers.etag!)).status).toBe(304)
  })

  test('does not show in proofs and tiles what is not signed yet', async () => {
    await service.record(tradeName(1))
    expect((await get('entries?from=0&limit=1')).body).toMatchObject({
      size: size + 1,
      signed_size: size,
    })
    expect((await get(`entries/${size}/proof`)).body.type).toBe('/problems/log-entry-not-found')
    expect((await get(`entries/${size}/tlog-proof`)).status).toBe(404)
    const width = (size + 1) % 256
    expect((await get(`tile/entries/001.p/${width}`)).body.type).toBe(
      '/problems/log-tile-not-found',
    )
    expect((await get(`tile/entries/001.p/${width - 1}`)).status).toBe(200)
  })

  test.each([
    ['entries?from=-1', 'from'],
    ['entries?from=1e3', 'from'],
    ['entries?limit=0', 'limit'],
    ['entries?limit=257', 'limit'],
    ['entries/x/proof', 'entry'],
    ['entries/7/proof?size=7', 'size'],
    ['entries/7/proof?size=0', 'size'],
    ['entries/7/proof?size=999999', 'size'],
    ['consistency', 'from'],
    ['consistency?from=0', 'from'],
    ['consistency?from=9&to=8', 'from'],
    ['consistency?from=1&to=999999', 'to'],
    ['consistency?from=1&since=2', 'since'],
    ['tile/0/000?x=1', 'x'],
  ])('refuses %s, naming %s', async (path, parameter) => {
    const { status, body } = await get(path)
    expect(status).toBe(422)
    expect(body.errors).toEqual([expect.objectContaining({ parameter })])
  })

  test.each([
    'tile/0/001',
    'tile/0/000.p/256',
    'tile/0/0',
    'tile/9/000',
    'tile/0/x000/001',
    'tile/64/000',
    'tile/x',
    'tile/entries/000/000',
  ])('has no %s', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body.type).toBe('/problems/log-tile-not-found')
  })
})

describe('a log whose database is gone', () => {
  test('is a problem and not a failure', async () => {
    await service.database.close()
    for (const path of ['checkpoint', 'entries', 'entries/0/proof', 'tile/0/000']) {
      const { status, body } = await get(path)
      expect([status, body.type]).toEqual([503, '/problems/registry-unavailable'])
    }
  })
})
