import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IdempotencyKey } from '../../src/actions/once.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordLetter } from '../../src/actions/record-letter.ts'
import type { PartnerKey } from '../../src/domain/partner-key.ts'
import { commandActor } from '../../src/domain/people/audit-event.ts'
import { purgeExpiredChecks } from '../../src/jobs/purge-checks.ts'
import { TODAY } from '../support/asked.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const SOURCE = 'src_contoh_keputusan'
const DAY_MS = 24 * 3_600_000

let service: TestService
let instant = new Date('2026-11-24T03:12:08Z')
const clock = { now: () => instant, today: () => TODAY }
beforeAll(async () => {
  service = await startTestService({ parts: { clock } })
})
afterAll(() => service.stop())

/** What came of recording under a key: the entry, or why there is none. */
type Door = (name: string, idempotency: IdempotencyKey) => Promise<number | string>

const PERSON = {
  id: 'per_uji',
  name: 'Uji',
  grants: [{ role: 'approver', country: null, region: null }],
} as const
const PARTNER: PartnerKey = {
  id: 'key_uji',
  partner: 'Desa Uji',
  scopes: ['issued_documents'],
  isTest: false,
  place: { country: 'ID', region: '32' },
  quotaPerMinute: 600,
  expiresAt: new Date('2027-01-01'),
}

const ofLetters: Door = async (name, idempotency) => {
  const outcome = await recordLetter(service.dependencies, {
    input: {
      documentType: 'family_permission',
      number: `UJI/${name}/2026`,
      issuerRegion: '32.12.05.2001',
      issuedOn: TODAY,
      sourceId: SOURCE,
    },
    by: PARTNER,
    idempotency,
  })
  return 'refused' in outcome ? outcome.refused : outcome.letter.entry
}

const ofFacts: Door = async (name, idempotency) => {
  const outcome = await recordFact(service.dependencies, {
    person: PERSON,
    actor: commandActor('test'),
    kind: 'licence_events',
    body: {
      licence_id: 'lic_contoh15',
      type: 'warned',
      effective_on: TODAY,
      source_id: SOURCE,
      instrument: `SK ${name}`,
      scope_destinations: null,
      scope_schemes: null,
      scope_sectors: null,
      scope_branches: null,
      valid_until: null,
      validity_basis: null,
      announced_on: null,
      lifts: null,
      corrects: null,
    },
    reason: null,
    lastEntry: { ofLog: 1_000_000 },
    idempotency,
  })
  if ('refused' in outcome) return outcome.refused
  return 'recorded' in outcome ? outcome.recorded.entry : 'proposed'
}

describe.each([
  ['a letter of a partner', 'surat', ofLetters],
  ['a fact of a person', 'fakta', ofFacts],
] as const)('a key under which %s is recorded', (_what, prefix, record) => {
  const keyOf = (key: string, scope = `${prefix}-uji`) => ({ key, scope })
  const kept = async () =>
    (await service.database.sql`select count(*)::int as n from recording_keys`)[0]?.n

  test('leads to the same answer for the same, and to none for anything else', async () => {
    const first = await record('satu', keyOf('satu'))
    expect(first).toEqual(expect.any(Number))
    expect(await record('satu', keyOf('satu'))).toBe(first)
    expect(await record('lain', keyOf('satu'))).toBe('key_reused')
  })

  test('is another one for another caller', async () => {
    const mine = await record('milik-saya', keyOf('sama'))
    const theirs = await record('milik-lain', keyOf('sama', 'orang-lain'))
    expect(theirs).toEqual(expect.any(Number))
    expect(theirs).not.toBe(mine)
  })

  test('leads to one entry when it is sent at once: the others are told that it is in flight', async () => {
    const sent = Array.from({ length: 20 }, () => record('banyak', keyOf('banyak')))
    const outcomes = await Promise.all(sent)
    const entry = await record('banyak', keyOf('banyak'))
    expect(new Set(outcomes)).toEqual(new Set([entry, 'in_flight']))
  })

  test('is forgotten after 24 hours, and by the purge', async () => {
    const began = instant
    const first = await record('lama', keyOf('lama'))
    instant = new Date(began.getTime() + DAY_MS - 1)
    expect(await record('lama', keyOf('lama'))).toBe(first)
    instant = new Date(began.getTime() + DAY_MS)
    expect(await record('baru', keyOf('lama'))).toEqual(expect.any(Number))
    instant = new Date(began.getTime() + 2 * DAY_MS)
    await purgeExpiredChecks(service.dependencies)
    instant = began
    expect(await kept()).toBe(0)
  })
})
