import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationChanges } from '../../seeds/demonstration.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { Change } from '../../src/domain/change.ts'
import {
  ageLimitRecorded,
  jobOrderRecorded,
  recruitmentPermitRecorded,
} from '../../src/domain/change-rules.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { ageLimit, jobOrder, recruitmentPermit } from '../support/rule-row-builders.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl)
  await record(...demonstrationChanges((name) => commitText(name, 'demonstration')))
})

afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

async function record(...changes: readonly Change[]) {
  const recorded = await recordChanges(database, 'officer', changes)
  if ('refused' in recorded) throw new Error(recorded.refused)
  return recorded
}

const permit = (...of: Parameters<typeof recruitmentPermit>) =>
  recruitmentPermitRecorded(recruitmentPermit(...of))
const order = (...of: Parameters<typeof jobOrder>) => jobOrderRecorded(jobOrder(...of))

describe('PostgreSQL', () => {
  beforeAll(async () => {
    await record(
      permit('prm_held', { number: 'UJI/1', from: '2026-01-01', until: '2026-06-30' }),
      order('job_held', { number: 'UJI/JO/1' }),
    )
  })

  test.each<[string, () => Change, RegExp]>([
    [
      'a permit number that is in force, written otherwise',
      () => permit('prm_a', { number: 'uji 1', from: '2026-06-30' }),
      /^number_taken$/,
    ],
    ['the same id twice in force', () => permit('prm_held', { number: 'UJI/2' }), /^number_taken$/],
    [
      'a job order number that is in force for the destination',
      () => order('job_a', { number: 'UJI-JO-1' }),
      /^number_taken$/,
    ],
    [
      'a permit of an agency that nobody recorded',
      () => permit('prm_b', { agencyId: 'agy_none' }),
      /^unknown_reference$/,
    ],
    ['a quota below nothing', () => order('job_b', { quota: -1 }), /job_orders_quota/],
    ['a negative number of used places', () => order('job_c', { used: -1 }), /job_orders_used/],
    [
      'a period that ends before it begins',
      () => permit('prm_c', { from: '2026-03-02', until: '2026-03-01' }),
      /recruitment_permits_period/,
    ],
    [
      'a revocation before the permit',
      () => permit('prm_d', { from: '2026-03-02', revokedOn: day('2026-03-01') }),
      /recruitment_permits_revoked/,
    ],
    [
      'an age limit that limits nothing',
      () => ageLimitRecorded(ageLimit('age_a', { min: null })),
      /age_limits_says_something/,
    ],
    [
      'a lowest age above the highest',
      () => ageLimitRecorded(ageLimit('age_b', { min: 40, max: 39 })),
      /age_limits_years/,
    ],
    [
      'an address that is no page',
      () => ageLimitRecorded(ageLimit('age_c', { url: 'javascript:alert(1)' })),
      /age_limits_url/,
    ],
  ])('refuses %s', async (_what, change, refusal) => {
    const [before] = await database.sql`select size from registry_head`
    await expect(record(change())).rejects.toThrow(refusal)
    const [after] = await database.sql`select size from registry_head`
    expect(after).toEqual(before)
  })

  test.each<[string, () => Change]>([
    [
      'the number of a permit that has ended',
      () => permit('prm_next', { number: 'UJI/1', from: '2026-07-01' }),
    ],
    [
      'a job order number that another mission gave',
      () => order('job_other', { number: 'UJI/JO/1', destination: 'XB' }),
    ],
    ['more used places than the quota, as it was read', () => order('job_over', { used: 11 })],
    ['a period of one day', () => permit('prm_day', { from: '2026-03-02', until: '2026-03-02' })],
  ])('takes %s', async (_what, change) => {
    const { firstEntry } = await record(change())
    const { kind } = change()
    const [row] = await database.sql`
      select entry::float8 from ${database.sql(kind)} where entry = ${firstEntry}`
    expect(row).toEqual({ entry: firstEntry })
  })

  test.each(['update', 'delete'])('lets the service not %s a row', async (act) => {
    const statement =
      act === 'update' ? 'update job_orders set used = 0' : 'delete from recruitment_permits'
    await expect(database.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('refuses the number of a passport, which is a person’s own', async () => {
    const change: Change = {
      kind: 'issued_documents',
      subject: 'isd_passport',
      fact: JSON.stringify({
        kind: 'issued_documents',
        row: {
          id: 'isd_passport',
          valid_from: '2026-01-01',
          confidence: 'statement',
          source_id: 'src_contoh_keputusan',
          document_type: 'passport',
          issuer_region: '32.12',
          issued_on: '2026-01-01',
        },
        subject: 'isd_passport',
      }),
      private: { number: 'X0000000', normalised: 'X0000000', number_salt: 'salt' },
    }
    await expect(record(change)).rejects.toThrow(/issued_documents_no_personal_number/)
  })
})
