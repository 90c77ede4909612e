import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { day } from '../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  type Change,
  editionRecorded,
  licenceEventRecorded,
  licenceListingRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
  sourceRecorded,
} from '../../src/domain/change.ts'
import type { WireAnswer } from '../../src/http/answer.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { serve } from '../../src/serve.ts'
import { connect } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'
import { TODAY, verify } from '../support/asked.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { openCurrent } from '../support/open-current.ts'
import { startTestService } from '../support/test-service.ts'

const AGENCIES = 200
const READERS = 6
const LIST = 'src_daftar_rekaan'
const GRANTED = day('2025-01-02')

const numberOf = (n: number) => `98${String(n).padStart(11, '0')}`
const idOf = (n: number) => `rekaan${String(n).padStart(4, '0')}`

function licensedAgency(n: number): Change[] {
  const agencyId = `agy_${idOf(n)}`
  const licenceId = `lic_${idOf(n)}`
  const since = { effectiveOn: GRANTED, sourceId: LIST }
  return [
    agencyRecorded({ id: agencyId, country: 'ID', kind: 'p3mi' }),
    nameRecorded(agencyId, {
      ...since,
      id: `nam_${idOf(n)}`,
      kind: 'registered',
      name: `PT Rekaan Nomor ${numberOf(n)}`,
    }),
    licenceRecorded(agencyId, { id: licenceId, kind: 'sip3mi' }),
    licenceNumberRecorded(agencyId, {
      ...since,
      licenceId,
      country: 'ID',
      kind: 'sip3mi',
      printed: numberOf(n),
      schema: 'nib',
      normalised: numberOf(n),
      nib: numberOf(n),
    }),
    licenceEventRecorded(agencyId, { ...since, id: `evt_${idOf(n)}g`, licenceId, type: 'granted' }),
    licenceListingRecorded(agencyId, { ...since, licenceId, state: 'listed' }),
  ]
}

const LISTED: readonly Change[] = [
  sourceRecorded({
    id: LIST,
    publisher: 'Rekaan',
    title: 'Daftar rekaan',
    kind: 'demonstration',
    freshForDays: 30,
    demonstration: true,
  }),
  editionRecorded({ sourceId: LIST, asOf: TODAY, retrievedOn: TODAY }),
  ...Array.from({ length: AGENCIES }, (_, n) => licensedAgency(n)).flat(),
]

test('R01: once a revocation is acknowledged, no instance answers a later question with legal', async () => {
  const service = await startTestService({ changes: LISTED })
  const { serviceUrl } = service.testDatabase
  const database = connect(serviceUrl)
  const register = new LiveRegister({
    database,
    probe: openHeadProbe(serviceUrl),
    onFault: () => {},
  })
  const dependencies = bareDependencies({}, { register })
  const second = await serve(createApp(dependencies), dependencies)

  const acknowledgedAt: number[] = []
  const wrong: string[] = []
  const seen = { legal: 0, not_legal: 0, caution: 0, cannot_confirm: 0 }
  let isOver = false

  async function readOn(reader: number): Promise<void> {
    const url = reader % 2 === 0 ? service.url : second.url
    for (let turn = reader; !isOver; turn++) {
      // Around the one being revoked, where a stale answer would show.
      const n = Math.max(0, acknowledgedAt.length - 2 + (turn % 4)) % AGENCIES
      const startedAt = performance.now()
      const question =
        turn % 3 === 0
          ? { name: `PT Rekaan Nomor ${numberOf(n)}`, licence: numberOf(n) }
          : { licence: numberOf(n) }
      const response = await fetch(`${url}/v1/verify?${new URLSearchParams(question)}`)
      const { verdict } = (await response.json()) as WireAnswer
      seen[verdict] += 1
      if (verdict === 'legal' && startedAt > (acknowledgedAt[n] ?? Number.POSITIVE_INFINITY)) {
        wrong.push(`${numberOf(n)} by ${url}`)
      }
    }
  }

  const reading = Array.from({ length: READERS }, (_, reader) => readOn(reader))
  for (let n = 0; n < AGENCIES; n++) {
    await service.record(
      licenceEventRecorded(`agy_${idOf(n)}`, {
        id: `evt_${idOf(n)}r`,
        licenceId: `lic_${idOf(n)}`,
        type: 'revoked',
        effectiveOn: TODAY,
        sourceId: LIST,
      }),
    )
    acknowledgedAt.push(performance.now())
    if (n % 5 > 0) continue
    const next = await Promise.all(
      [service.url, second.url].map((url) => verify(url, { licence: numberOf(n) })),
    )
    // Withheld is allowed while a busy machine catches up; legal is not.
    for (const { verdict } of next) if (verdict === 'legal') wrong.push(numberOf(n))
  }
  isOver = true
  await Promise.all(reading)

  expect(wrong).toEqual([])
  expect(seen.legal).toBeGreaterThan(20)
  expect(seen.not_legal).toBeGreaterThan(AGENCIES / 2)
  for (const { url } of [service, second]) {
    const response = await fetch(`${url}/v1/agencies?status=licensed`)
    expect(await response.json()).toMatchObject({ total: 0, counts: { revoked: AGENCIES } })
  }

  await second.stop()
  await register.close()
  await database.close()
  await service.stop()
}, 120_000)

test('two registers that caught up by different steps hold the same', async () => {
  const service = await startTestService({ changes: LISTED.slice(0, 2 + 6 * 20) })
  const { serviceUrl } = service.testDatabase
  const database = connect(serviceUrl)
  const open = () =>
    new LiveRegister({ database, probe: openHeadProbe(serviceUrl), onFault: () => {} })
  const stepwise = open()
  await stepwise.open()
  for (let n = 20; n < 40; n++) {
    const recorded = await recordChanges(database, 'officer', licensedAgency(n))
    expect(recorded).not.toHaveProperty('refused')
    await openCurrent(stepwise)
  }
  const atOnce = open()

  const [one, other] = [await openCurrent(stepwise), await openCurrent(atOnce)]
  expect([...one.register.agencies()]).toEqual([...other.register.agencies()])
  expect(one.register.agencyCount).toBe(40)
  expect(one.view.size).toBe(other.view.size)

  await Promise.all([stepwise.close(), atOnce.close()])
  await database.close()
  await service.stop()
})
