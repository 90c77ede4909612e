import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  branchRecorded,
  type Change,
  sourceRecorded,
} from '../../src/domain/change.ts'
import { auditEvent, commandActor } from '../../src/domain/people/audit-event.ts'
import { EVERYWHERE } from '../../src/domain/people/person.ts'
import type { ProposalDecision } from '../../src/domain/recording/proposal.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { decide, findProposal, saveProposal } from '../../src/store/proposals.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { recordOnce } from '../../src/store/recording-keys.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

let testDatabase: TestDatabase
let database: Database
let owner: postgres.Sql
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl)
  owner = postgres(testDatabase.ownerUrl, { max: 1, onnotice: () => {} })
  await recordChanges(database, 'officer', [
    sourceRecorded({
      id: 'src_uji',
      publisher: 'Dinas Uji',
      title: 'Uji',
      kind: 'decree',
      freshForDays: 30,
      demonstration: true,
    }),
  ])
})
afterAll(async () => {
  await Promise.all([database.close(), owner.end()])
  await testDatabase.drop()
})

const ACTOR = commandActor('test')
const told = auditEvent(ACTOR, 'fact.recorded', null)
let serial = 0

async function newAgency(): Promise<{ id: string; entry: number }> {
  serial += 1
  const id = `agy_uji${serial}`
  const done = await recordChanges(database, 'officer', [
    agencyRecorded({ id, country: 'ID', kind: 'p3mi' }),
  ])
  if ('refused' in done) throw new Error(done.refused)
  return { id, entry: done.firstEntry }
}

const branch = (agencyId: string, id: string): Change =>
  branchRecorded(agencyId, {
    id,
    regionCode: '32.12',
    effectiveOn: day('2026-01-01'),
    sourceId: 'src_uji',
  })

async function proposed(by = 'per_one'): Promise<{ id: string; agencyId: string }> {
  const agency = await newAgency()
  const id = `prp_uji${serial}`
  const saved = await saveProposal(
    database,
    {
      id,
      subject: agency.id,
      kind: 'branches',
      proposedBy: by,
      changes: [branch(agency.id, `brc_uji${serial}`)],
      expect: { [agency.id]: agency.entry },
      reason: null,
      place: EVERYWHERE,
      renews: null,
      request: {},
    },
    null,
    told,
  )
  if ('refused' in saved) throw new Error(saved.refused)
  return { id, agencyId: agency.id }
}

const outcome = async (id: string, decision: ProposalDecision, by: string) => {
  const done = await decide(database, id, decision, by, null, null, told)
  return 'refused' in done ? done.refused : decision
}

async function entriesOf(agencyId: string): Promise<number> {
  const [row] = await owner`
    select count(*)::int as entries from registry_log where subject = ${agencyId}`
  return row!.entries
}

const ROUNDS = 40

describe('a proposal', () => {
  test('is recorded by its approval, and the log names both persons', async () => {
    const { id, agencyId } = await proposed()
    expect(await outcome(id, 'approved', 'per_two')).toBe('approved')
    const [entry] = await owner`
      select recorded_by from registry_log where subject = ${agencyId} order by idx desc limit 1`
    expect(entry!.recorded_by).toBe('per_one:per_two')
    expect((await findProposal(database, id))?.decided).toMatchObject({
      decision: 'approved',
      by: 'per_two',
    })
  })

  test('R16: is never approved by who proposed it, however often they try at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, agencyId } = await proposed()
      const tries = await Promise.all([1, 2, 3].map(() => outcome(id, 'approved', 'per_one')))
      expect(new Set(tries)).toEqual(new Set(['not_yours_to_decide']))
      expect(await entriesOf(agencyId)).toBe(1)
    }
  })

  test('has one outcome when it is approved and withdrawn at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, agencyId } = await proposed()
      const acts = [
        () => outcome(id, 'approved', 'per_two'),
        () => outcome(id, 'withdrawn', 'per_one'),
      ]
      if (round % 2 === 1) acts.reverse()
      const both = await Promise.all(acts.map((act) => act()))
      const [done, ...more] = both.filter((one) => one !== 'decided_already')
      expect(more).toEqual([])
      expect(await entriesOf(agencyId)).toBe(done === 'approved' ? 2 : 1)
      expect((await findProposal(database, id))?.decided?.decision).toBe(done)
    }
  })

  test('is recorded once when two approve it at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, agencyId } = await proposed()
      const both = await Promise.all([
        outcome(id, 'approved', 'per_two'),
        outcome(id, 'approved', 'per_three'),
      ])
      expect(both.sort()).toEqual(['approved', 'decided_already'])
      expect(await entriesOf(agencyId)).toBe(2)
    }
  })

  test('of a record that has changed is refused as a whole', async () => {
    const { id, agencyId } = await proposed()
    await recordChanges(database, 'officer', [branch(agencyId, `brc_other${serial}`)])
    expect(await outcome(id, 'approved', 'per_two')).toBe('changed_since_read')
    expect((await findProposal(database, id))?.decided).toBeNull()
  })

  test('that is not there, or not one’s own to withdraw, is refused', async () => {
    const { id } = await proposed()
    expect(await outcome('prp_nothing', 'approved', 'per_two')).toBe('unknown_proposal')
    expect(await outcome(id, 'withdrawn', 'per_two')).toBe('not_yours_to_decide')
    expect(await outcome(id, 'declined', 'per_one')).toBe('not_yours_to_decide')
  })

  test('cannot be changed, decided or taken away past the functions', async () => {
    const { id } = await proposed()
    const { sql } = database
    const attempts = [
      sql`update proposals set proposed_by = 'per_x' where id = ${id}`,
      sql`delete from proposals where id = ${id}`,
      sql`insert into proposal_decisions (proposal_id, decision, decided_by, decided_at)
        values (${id}, 'approved', 'per_two', now())`,
      sql`insert into proposals (id, subject, kind, proposed_by, proposed_at, request, changes, expect)
        values ('prp_x', 'x', 'x', 'x', now(), '{}', '[1]', '{}')`,
      sql`update recording_keys set first_entry = 1`,
      sql`select registry_claim_key(null)`,
    ]
    for (const attempt of attempts) {
      await expect(attempt.then(() => 'done')).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('a key', () => {
  test('that is claimed twice at once is followed by one recording', async () => {
    const agency = await newAgency()
    const key = { keyHash: 'key', bodyHash: 'body', usedAt: new Date(), outcome: {} }
    const record = (n: number) =>
      recordOnce(database, 'per_one', [branch(agency.id, `brc_key${n}`)], {}, key, told)
    const done = await Promise.all(Array.from({ length: 20 }, (_, n) => record(n)))
    expect(done.filter((one) => !('refused' in one))).toHaveLength(1)
    expect(await entriesOf(agency.id)).toBe(2)
  })
})

describe('a lost connection', () => {
  test('leaves decision, facts, log and audit together or not at all', async () => {
    const worker = connect(testDatabase.serviceUrl, { max: 2 })
    const decided = new Map<string, string>()
    for (let round = 0; round < 60; round += 1) {
      const { id, agencyId } = await proposed()
      decided.set(id, agencyId)
      const cut = setTimeout(() => {
        void owner`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and usename <> current_user
              and query like '%registry_decide%' and pid <> pg_backend_pid()`.catch(() => {})
      }, Math.random() * 6)
      await decide(worker, id, 'approved', 'per_two', null, null, {
        ...told,
        subject: id,
      }).catch(() => {})
      clearTimeout(cut)
    }
    await worker.close()
    for (const [id, agencyId] of decided) {
      const [row] = await owner`
        select (select count(*)::int from proposal_decisions where proposal_id = ${id}) as decisions,
          (select count(*)::int - 1 from registry_log where subject = ${agencyId}) as entries,
          (select count(*)::int from branches where agency_id = ${agencyId}) as branches,
          (select count(*)::int from audit_events where subject = ${id}) as events`
      const n = row!.decisions
      expect(row).toEqual({ decisions: n, entries: n, branches: n, events: n })
    }
    const [log] = await owner`
      select (select size::int from registry_head) as size, (select count(*)::int from registry_log) as entries,
        (select max(idx)::int + 1 from registry_log) as last`
    expect(new Set(Object.values(log!)).size).toBe(1)
  })
})
