import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Recorder, recorderOf } from '../../support/recorder.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

let service: TestService
let recorder: Recorder
beforeAll(async () => {
  service = await startTestService()
  recorder = await recorderOf(service, { role: 'recorder' })
})
afterAll(() => service.stop())

/** Proposals of one millisecond, each with its microseconds. */
async function proposed(by: string, microseconds: Readonly<Record<string, number>>) {
  const owner = postgres(service.testDatabase.ownerUrl, { max: 1, onnotice: () => {} })
  for (const [id, micro] of Object.entries(microseconds)) {
    const at = `2026-11-24 03:12:08.123${String(micro).padStart(3, '0')}+00`
    await owner`
      insert into proposals (id, subject, kind, proposed_by, proposed_at, request, changes, expect)
      values (${id}, 'agy_contoh02', 'branches', ${by}, ${at}::text::timestamptz, '{}', '[{}]', '{}')`
  }
  await owner.end()
}

/** The ids page by page, one a page; a list that never ends is cut off. */
async function oneByOne(): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null && ids.length < 20) {
    const page = await recorder.get(
      `/v1/admin/proposals?limit=1&mine=true${cursor && `&cursor=${cursor}`}`,
    )
    expect(page.status).toBe(200)
    ids.push(...page.body.items.map(({ id }: { id: string }) => id))
    cursor = page.body.next_cursor
  }
  return ids
}

describe('proposals of one millisecond', () => {
  test('come once each, page by page, in the order of their microseconds, then of their ids', async () => {
    const ascending = { prp_a1: 0, prp_a2: 1, prp_a3: 456, prp_a4: 456 }
    const descending = { prp_b4: 457, prp_b3: 458, prp_b2: 998, prp_b1: 999 }
    await proposed(recorder.id, { ...descending, ...ascending })
    expect(await oneByOne()).toEqual([...Object.keys(ascending), ...Object.keys(descending)])
  })
})

describe('a cursor that no page gave', () => {
  test.each(['prp_unknown', 'MjAyNi0xMS0yNA', '1'])('is refused: %s', async (cursor) => {
    const page = await recorder.get(`/v1/admin/proposals?cursor=${cursor}`)
    expect(page.status).toBe(422)
  })
})
