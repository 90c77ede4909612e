import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import { Frontier, type HashTile } from '../../src/domain/evidence/frontier.ts'
import { inclusionRanges, leafHash } from '../../src/domain/evidence/merkle-tree.ts'
import { encodeEntries, encodeHashes, tilePath } from '../../src/domain/evidence/tile.ts'
import { tlogProofText } from '../../src/domain/evidence/tlog-proof.ts'
import {
  LOG_FAILURES,
  type LogFailure,
  openedCheckpoint,
  verifyLog,
  verifyProofFile,
} from '../../src/jobs/verify-log.ts'
import {
  type LogKeys,
  newLogKeyLine,
  readLogKeys,
  signCheckpoint,
  verifierKeysText,
} from '../../src/log-keys.ts'
import { sha256 } from '../../src/note-crypto.ts'

const ORIGIN = 'log.example/registry'
const SIZE = 300

let folder: string
let keys: LogKeys
let others: LogKeys
let files: Map<string, Buffer>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastikan-log-'))
  keys = keysNamed(ORIGIN)
  others = keysNamed(ORIGIN)
  files = published(bodies(SIZE), keys)
})
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
function keysNamed(origin: string): LogKeys {
  const file = join(folder, `keys-${++made}`)
  writeFileSync(file, newLogKeyLine(origin))
  return readLogKeys(file)
}

function body(idx: number, name = `PT Rekaan ${idx}`): Buffer {
  return Buffer.from(
    canonicalJson({
      entry: idx,
      fact: { kind: 'agency_names', row: { name }, subject: 'agy_rekaan' },
      recorded_at: '2026-11-24T03:12:08.000000Z',
      recorded_by: 'officer',
    }),
  )
}
const bodies = (size: number) => Array.from({ length: size }, (_, idx) => body(idx))

/** A log as a signer publishes it. */
function published(entries: readonly Buffer[], signing: LogKeys): Map<string, Buffer> {
  const written = new Map<string, Buffer>()
  const write = ({ level, index, hashes }: HashTile) =>
    written.set(tilePath({ level, index, width: hashes.length }), Buffer.from(encodeHashes(hashes)))
  const frontier = new Frontier(sha256, write)
  for (const entry of entries) frontier.append(leafHash(sha256, entry))
  for (const tile of frontier.partialTiles()) write(tile)
  for (let at = 0; at < entries.length; at += 256) {
    const bundle = entries.slice(at, at + 256)
    const path = tilePath({ level: 'entries', index: at / 256, width: bundle.length })
    written.set(path, Buffer.from(encodeEntries(bundle)))
  }
  const checkpoint = { origin: signing.origin, size: entries.length, root: frontier.root() }
  return written.set('checkpoint', Buffer.from(signCheckpoint(checkpoint, signing)))
}

const verify = (given: Map<string, Buffer>, trusted = keys, remembered?: Map<string, Buffer>) => {
  const note = remembered?.get('checkpoint')?.toString()
  return verifyLog(
    async (path) => given.get(path),
    trusted.known,
    note === undefined ? undefined : openedCheckpoint(note, trusted.known),
  )
}

type Change = (given: Map<string, Buffer>) => unknown
const PARTIAL = 'tile/entries/001.p/44'
const edited =
  (path: string, edit: (text: string) => string): Change =>
  (given) =>
    given.set(path, Buffer.from(edit(given.get(path)!.toString('latin1')), 'latin1'))
const noteEdited =
  (edit: (text: string) => string): Change =>
  (given) =>
    given.set('checkpoint', Buffer.from(edit(given.get('checkpoint')!.toString())))
const bitFlipped =
  (path: string, byte: number): Change =>
  (given) => {
    const bytes = Buffer.from(given.get(path)!)
    bytes[byte]! ^= 1
    given.set(path, bytes)
  }
const replacedBy =
  (make: () => Map<string, Buffer>): Change =>
  (given) => {
    given.clear()
    for (const [path, bytes] of make()) given.set(path, bytes)
  }
const signed =
  (checkpoint: { origin?: string; size?: number; root?: Buffer }): Change =>
  (given) =>
    given.set(
      'checkpoint',
      Buffer.from(
        signCheckpoint(
          { origin: ORIGIN, size: SIZE, root: rootOf(bodies(SIZE)), ...checkpoint },
          keys,
        ),
      ),
    )
function rootOf(entries: readonly Buffer[]): Buffer {
  const frontier = new Frontier(sha256)
  for (const entry of entries) frontier.append(leafHash(sha256, entry))
  return Buffer.from(frontier.root())
}

describe('a published log', () => {
  test.each([1, 2, 255, 256, 257, 300, 513])(
    'of %i entries is proven from its files alone',
    async (size) => {
      expect((await verify(published(bodies(size), keys))).checkpoint.size).toBe(size)
    },
  )

  test('of no entries is proven too', async () => {
    expect((await verify(published([], keys))).checkpoint.size).toBe(0)
  })

  test('is proven where a partial tile gave way to the full one', async () => {
    const given = published(bodies(SIZE), keys)
    const later = published(bodies(512), keys)
    for (const path of ['tile/0/001', 'tile/entries/001']) {
      given.delete(`${path}.p/44`)
      given.set(path, later.get(path)!)
    }
    await verify(given)
  })

  const cases: [LogFailure, string, Change][] = [
    ['checkpoint_missing', 'it has no checkpoint', (given) => given.delete('checkpoint')],
    ['note_malformed', 'its checkpoint is empty', (given) => given.set('checkpoint', Buffer.of())],
    ['note_malformed', 'its checkpoint is cut off', noteEdited((note) => note.slice(0, -1))],
    [
      'note_malformed',
      'its checkpoint has no signature',
      noteEdited((note) => note.split('—')[0]!),
    ],
    ['note_malformed', 'its checkpoint is no UTF-8', edited('checkpoint', (text) => `\xff${text}`)],
    [
      'note_malformed',
      'its checkpoint begins with a byte order mark and has Windows line ends',
      noteEdited((note) => `\ufeff${note.replaceAll('\n', '\r\n')}`),
    ],
    ['note_malformed', 'a line follows the signature', noteEdited((note) => `${note}more\n`)],
    [
      'key_unknown',
      'its key id was changed',
      noteEdited((note) =>
        note.replace(/(— \S+ )(.)/, (_, start, letter) => start + (letter === 'A' ? 'B' : 'A')),
      ),
    ],
    [
      'key_unknown',
      'its signer bears another name',
      noteEdited((note) => note.replace(`— ${ORIGIN}`, '— other.example')),
    ],
    [
      'key_unknown',
      'another key of that name signed it',
      replacedBy(() => published(bodies(SIZE), others)),
    ],
    [
      'key_unknown',
      'another log took its place',
      replacedBy(() => published(bodies(SIZE), keysNamed('other.example'))),
    ],
    [
      'signature_wrong',
      'its size was changed',
      noteEdited((note) => note.replace('\n300\n', '\n301\n')),
    ],
    [
      'signature_wrong',
      'its root was changed',
      noteEdited((note) => note.replace(/\n300\n./, '\n300\nx')),
    ],
    [
      'signature_wrong',
      'its origin was changed',
      noteEdited((note) => note.replace(ORIGIN, 'log.example/other')),
    ],
    [
      'signature_wrong',
      'a line was added to its checkpoint',
      noteEdited((note) => note.replace('=\n\n', '=\nmore\n\n')),
    ],
    [
      'signature_wrong',
      'its signature was changed',
      noteEdited((note) => note.replace(/.{4}(.{4})\n$/, 'AAAA$1\n')),
    ],
    [
      'origin_wrong',
      'the key signed the checkpoint of another log',
      signed({ origin: 'other.example' }),
    ],
    [
      'checkpoint_malformed',
      'the key signed what is no size',
      (given) => {
        const note = signCheckpoint({ origin: ORIGIN, size: -5, root: Buffer.alloc(32) }, keys)
        given.set('checkpoint', Buffer.from(note))
      },
    ],
    [
      'checkpoint_malformed',
      'the key signed a root that is too short',
      signed({ root: Buffer.alloc(31) }),
    ],
    ['file_missing', 'a full bundle is missing', (given) => given.delete('tile/entries/000')],
    ['file_missing', 'a partial bundle is missing', (given) => given.delete(PARTIAL)],
    ['file_missing', 'a full tile is missing', (given) => given.delete('tile/0/000')],
    ['file_missing', 'a partial tile is missing', (given) => given.delete('tile/0/001.p/44')],
    ['file_missing', 'a higher tile is missing', (given) => given.delete('tile/1/000.p/1')],
    ['file_missing', 'it is signed for more than it holds', signed({ size: 301 })],
    ['bundle_malformed', 'a bundle is cut off', edited(PARTIAL, (text) => text.slice(0, -1))],
    ['bundle_malformed', 'a bundle is empty', (given) => given.set(PARTIAL, Buffer.of())],
    ['bundle_malformed', 'a bundle holds a byte too many', edited(PARTIAL, (text) => `${text}\0`)],
    ['bundle_malformed', 'a length was changed', bitFlipped(PARTIAL, 0)],
    [
      'bundle_malformed',
      'a bundle holds an entry less',
      (given) => given.set(PARTIAL, Buffer.from(encodeEntries(bodies(SIZE).slice(256, 299)))),
    ],
    [
      'bundle_malformed',
      'a bundle holds an entry more',
      (given) => given.set(PARTIAL, Buffer.from(encodeEntries(bodies(301).slice(256)))),
    ],
    [
      'entry_malformed',
      'two entries changed places',
      (given) =>
        given.set(
          PARTIAL,
          Buffer.from(encodeEntries([body(257), body(256), ...bodies(SIZE).slice(258)])),
        ),
    ],
    [
      'entry_malformed',
      'an entry is there twice',
      (given) =>
        given.set(
          PARTIAL,
          Buffer.from(encodeEntries([body(256), body(256), ...bodies(SIZE).slice(258)])),
        ),
    ],
    ['entry_malformed', 'an entry is no JSON', edited(PARTIAL, (text) => text.replace('{', '['))],
    [
      'entry_malformed',
      'an entry is not canonical',
      (given) => {
        const spaced = Buffer.from(body(256).toString().replace('"fact"', ' "fact"'))
        given.set(PARTIAL, Buffer.from(encodeEntries([spaced, ...bodies(SIZE).slice(257)])))
      },
    ],
    [
      'tile_wrong',
      'an entry says something else',
      edited('tile/entries/000', (text) => text.replace('PT Rekaan 7"', 'PT Rekaan 8"')),
    ],
    [
      'tile_wrong',
      'an entry of the last bundle says something else',
      edited(PARTIAL, (text) => text.replace('PT Rekaan 299', 'PT Rekaan 298')),
    ],
    [
      'tile_wrong',
      'an entry was recorded by someone else',
      edited(PARTIAL, (text) => text.replace('officer', 'officeR')),
    ],
    ['tile_wrong', 'a leaf was changed', bitFlipped('tile/0/000', 100)],
    ['tile_wrong', 'the last leaf was changed', bitFlipped('tile/0/001.p/44', 44 * 32 - 1)],
    ['tile_wrong', 'a higher hash was changed', bitFlipped('tile/1/000.p/1', 0)],
    ['tile_malformed', 'a tile is cut off', edited('tile/0/000', (text) => text.slice(0, -1))],
    [
      'tile_malformed',
      'a tile holds a hash too many',
      edited('tile/0/001.p/44', (text) => text + 'x'.repeat(32)),
    ],
    ['tile_malformed', 'a tile is empty', (given) => given.set('tile/1/000.p/1', Buffer.of())],
    ['root_wrong', 'the root that was signed is another', signed({ root: Buffer.alloc(32) })],
    [
      'root_wrong',
      'an entry, its leaf and all hashes were changed, and not the signature',
      (given) => {
        const rewritten = published([body(0, 'PT Lain'), ...bodies(SIZE).slice(1)], others)
        const note = given.get('checkpoint')!
        for (const [path, bytes] of rewritten) given.set(path, bytes)
        given.set('checkpoint', note)
      },
    ],
  ]

  test.each(cases)('is refused as %s when %s', async (failure, _when, change) => {
    const given = new Map(files)
    change(given)
    await expect(verify(given)).rejects.toMatchObject({ name: 'LogUnproven', failure })
  })
})

describe('a log that was seen before', () => {
  const seen = (size: number) => published(bodies(size), keys)

  test.each([0, 1, 2, 128, 255, 256, 257, 299, 300])(
    'at %i entries is proven to have only grown',
    async (size) => {
      await verify(files, keys, seen(size))
    },
  )

  test('is refused when it is shorter', async () => {
    await expect(verify(seen(299), keys, files)).rejects.toMatchObject({
      failure: 'shorter_than_remembered',
    })
  })

  test.each([
    [0, 300],
    [0, 301],
    [255, 256],
    [299, 600],
  ])(
    'is refused when entry %i was rewritten and everything signed anew at %i',
    async (at, size) => {
      const rewritten = bodies(size).with(at, body(at, 'PT Lain'))
      const remembered = seen(Math.min(size, SIZE))
      await expect(verify(published(rewritten, keys), keys, remembered)).rejects.toMatchObject({
        failure: 'forked',
      })
    },
  )
})

describe('a proof file', () => {
  const INDEX = 257
  const proofOf = (index: number) => {
    const entries = bodies(SIZE)
    const leaves = entries.map((entry) => leafHash(sha256, entry))
    const rootOfLeaves = (range: { from: number; to: number }) => {
      const frontier = new Frontier(sha256)
      for (const leaf of leaves.slice(range.from, range.to)) frontier.append(leaf)
      return frontier.root()
    }
    return tlogProofText({
      entry: entries[index]!,
      index,
      proof: inclusionRanges(index, SIZE).map(rootOfLeaves),
      note: files.get('checkpoint')!.toString(),
    })
  }
  test.each([0, 1, 128, 255, 256, INDEX, 299])('of entry %i proves it offline', (index) => {
    expect(verifyProofFile(proofOf(index), keys.known)).toMatchObject({
      index,
      entry: body(index).toString(),
    })
  })

  const lineEdited = (at: number, edit: (line: string) => string | string[]) => (text: string) =>
    text
      .split('\n')
      .flatMap((line, place) => (place === at ? edit(line) : line))
      .join('\n')
  const other = Buffer.alloc(32, 7).toString('base64')

  const cases: [LogFailure, string, (text: string) => string][] = [
    ['proof_malformed', 'it is empty', () => ''],
    ['proof_malformed', 'it is a checkpoint only', () => files.get('checkpoint')!.toString()],
    ['proof_malformed', 'it is of another version', (text) => text.replace('@v1', '@v2')],
    ['proof_malformed', 'a line is before it', (text) => `\n${text}`],
    ['proof_malformed', 'it carries no entry', lineEdited(1, () => [])],
    ['proof_malformed', 'its entry is no base64', lineEdited(1, (line) => `${line}!`)],
    ['proof_malformed', 'it has no index', lineEdited(2, () => [])],
    ['proof_malformed', 'its index has a leading zero', lineEdited(2, () => 'index 0257')],
    ['proof_malformed', 'its index is negative', lineEdited(2, () => 'index -1')],
    [
      'proof_malformed',
      'its index is beyond counting',
      lineEdited(2, () => 'index 9999999999999999'),
    ],
    ['proof_malformed', 'a hash is too short', lineEdited(3, (line) => line.slice(4))],
    ['proof_malformed', 'a hash is no base64', lineEdited(3, (line) => `-${line.slice(1)}`)],
    [
      'proof_malformed',
      'a hash has bits that count for nothing',
      lineEdited(3, () => `${'A'.repeat(42)}B=`),
    ],
    [
      'proof_malformed',
      'it has more hashes than a tree has levels',
      lineEdited(3, (line) => Array<string>(64).fill(line)),
    ],
    ['proof_malformed', 'it has Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['proof_wrong', 'it has a hash more', lineEdited(3, (line) => [other, line])],
    ['proof_wrong', 'it has a hash less', lineEdited(3, () => [])],
    ['proof_wrong', 'its first hash is another', lineEdited(3, () => other)],
    [
      'proof_wrong',
      'two hashes changed places',
      (text) => {
        const lines = text.split('\n')
        return [...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)].join('\n')
      },
    ],
    [
      'proof_wrong',
      'its entry says something else',
      lineEdited(1, () => `extra ${body(INDEX, 'PT Lain').toString('base64')}`),
    ],
    [
      'proof_wrong',
      'its entry is another of the log',
      lineEdited(1, () => `extra ${body(INDEX + 1).toString('base64')}`),
    ],
    ['proof_wrong', 'its entry is empty', lineEdited(1, () => 'extra ')],
    ['proof_wrong', 'its index is another', lineEdited(2, () => `index ${INDEX - 1}`)],
    ['proof_wrong', 'its index is beyond the log', lineEdited(2, () => 'index 300')],
    [
      'proof_wrong',
      'its checkpoint is of another log’s state',
      (text) =>
        `${text.split('\n\n')[0]}\n\n${signCheckpoint({ origin: ORIGIN, size: SIZE, root: Buffer.alloc(32) }, keys)}`,
    ],
    [
      'proof_wrong',
      'its checkpoint is of an earlier size',
      (text) => `${text.split('\n\n')[0]}\n\n${published(bodies(299), keys).get('checkpoint')}`,
    ],
    ['note_malformed', 'its checkpoint is cut off', (text) => text.slice(0, -1)],
    ['note_malformed', 'it has no checkpoint', (text) => `${text.split('\n\n')[0]}\n\n`],
    ['signature_wrong', 'its checkpoint was changed', (text) => text.replace('\n300\n', '\n301\n')],
    [
      'key_unknown',
      'another key signed its checkpoint',
      (text) => `${text.split('\n\n')[0]}\n\n${published(bodies(SIZE), others).get('checkpoint')}`,
    ],
    [
      'origin_wrong',
      'its checkpoint is of another log',
      (text) =>
        `${text.split('\n\n')[0]}\n\n${signCheckpoint({ origin: 'other.example', size: SIZE, root: rootOf(bodies(SIZE)) }, keys)}`,
    ],
  ]

  test.each(cases)('is refused as %s when %s', (failure, _when, change) => {
    expect(() => verifyProofFile(change(proofOf(INDEX)), keys.known)).toThrow(
      expect.objectContaining({ name: 'LogUnproven', failure }),
    )
  })

  test('is refused with any byte of its entry, hashes and index changed', () => {
    const text = proofOf(INDEX)
    const end = text.indexOf('\n\n')
    for (let at = 0; at < end; at += 3) {
      const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      expect(() => verifyProofFile(changed, keys.known), changed).toThrow(/./)
    }
  })
})

describe('the verifying command', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const command = resolve(import.meta.dirname, '../../src/jobs/pastikan-log-verify.mjs')
      execFile(process.execPath, [command, ...args], (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })
  const write = (name: string, given: Map<string, Buffer>) => {
    const at = join(folder, name)
    for (const [path, bytes] of given) {
      mkdirSync(dirname(join(at, path)), { recursive: true })
      writeFileSync(join(at, path), bytes)
    }
    return at
  }

  test('has a code of its own for each failure', () => {
    const codes = Object.values(LOG_FAILURES).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(Math.min(...codes)).toBeGreaterThan(2)
  })

  test('remembers what it saw, and refuses a log that does not continue it', async () => {
    const key = verifierKeysText(keys).trim()
    const state = join(folder, 'seen')
    const whole = write('whole', files)
    expect(await run('--from', whole, '--key', key, '--state', state)).toMatchObject({
      code: 0,
      stdout: `Proven: ${ORIGIN} holds 300 entries, each as it was signed.\n`,
    })
    const shorter = write('shorter', published(bodies(299), keys))
    expect(await run('--from', shorter, '--key', key, '--state', state)).toMatchObject({
      code: 20,
      stderr: expect.stringMatching(/^shorter_than_remembered: The log is shorter than it was/),
    })
    expect(readFileSync(state, 'utf8')).toBe(files.get('checkpoint')!.toString())
  })

  test.each([
    [[], 'give --key'],
    [['--from', '/nowhere', '--key', 'no key'], 'no Ed25519 verifier key'],
    [['--no-such-option'], 'usage:'],
    [['--proof', '/nowhere', '--key', 'KEY'], 'ENOENT'],
    [['--from', 'http://127.0.0.1:1', '--key', 'KEY'], 'Could not be tried'],
  ])('ends with 2 for %j', async (args, says) => {
    const given = args.map((each) => (each === 'KEY' ? verifierKeysText(keys).trim() : each))
    expect(await run(...given)).toMatchObject({ code: 2, stderr: expect.stringContaining(says) })
  })
})
