import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Change, nameRecorded } from '../../src/domain/change.ts'
import { connect } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { TODAY } from '../support/asked.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const WRITERS = 6
const TURNS = 40
const FOLLOWERS = 3
const PAGE = 20

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

let names = 0
function tradeName(sourceId: string): Change {
  names += 1
  return nameRecorded('agy_contoh01', {
    id: `nam_umpan${names}`,
    kind: 'trading',
    name: `Contoh Umpan ${names}`,
    effectiveOn: TODAY,
    sourceId,
  })
}

interface Entry {
  readonly entry: number
  readonly body: string
}

/** Reads the feed as a partner does, always on from where the last page ended. */
async function follow(isOver: () => boolean): Promise<Entry[]> {
  const read: Entry[] = []
  for (;;) {
    const wasOver = isOver()
    const response = await fetch(`${service.url}/v1/log/entries?from=${read.length}&limit=${PAGE}`)
    const { items } = (await response.json()) as { items: Entry[] }
    read.push(...items)
    if (wasOver && items.length === 0) return read
  }
}

test('R10: whoever follows the log by its numbers misses nothing, while writers record and fail', async () => {
  let isOver = false
  const following = Promise.all(Array.from({ length: FOLLOWERS }, () => follow(() => isOver)))
  const writers = Array.from({ length: WRITERS }, () =>
    connect(service.testDatabase.serviceUrl, { max: 1 }),
  )
  let refused = 0
  await Promise.all(
    writers.map(async (writer, at) => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const isFailing = (at + turn) % 3 === 0
        // The last of the three fails, when numbers were given to the others already.
        const sources = ['src_contoh_keputusan', 'src_contoh_keputusan']
        const changes = [...sources, isFailing ? 'src_tidakada' : 'src_contoh_keputusan']
        const outcome = await recordChanges(writer, `officer_${at}`, changes.map(tradeName))
        if ('refused' in outcome) refused += 1
      }
    }),
  )
  isOver = true
  const followed = await following
  await Promise.all(writers.map((writer) => writer.close()))

  const kept = await service.database.sql`select idx::int, body from registry_log order by idx`
  expect(refused).toBe((WRITERS * TURNS) / 3)
  const whole = kept.map(({ idx, body }) => [idx, body])
  expect(whole.map(([idx]) => idx)).toEqual(whole.map((_, at) => at))
  for (const read of followed) expect(read.map(({ entry, body }) => [entry, body])).toEqual(whole)
})
