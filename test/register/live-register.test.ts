import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationChanges } from '../../seeds/demonstration.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'
import { openCurrent } from '../support/open-current.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

let testDatabase: TestDatabase
let database: Database
const opened: LiveRegister[] = []

function liveRegister(): LiveRegister {
  const register = new LiveRegister({
    database,
    probe: openHeadProbe(testDatabase.serviceUrl),
    onFault: (error, doing) => {
      process.stderr.write(`${doing}: ${error}\n`)
    },
  })
  opened.push(register)
  return register
}

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connect(testDatabase.serviceUrl)
  await recordChanges(
    database,
    'seed',
    demonstrationChanges((name) => commitText(name, 'demonstration')),
  )
})

afterAll(async () => {
  for (const register of opened) await register.close()
  await database.close()
  await testDatabase.drop()
})

describe('the live register', () => {
  test('holds what was recorded before the first question', async () => {
    const view = (await liveRegister().open())?.view
    expect(view?.isCurrent).toBe(true)
    expect(view?.agency('agy_contoh01')?.names.map(({ name }) => name)).toEqual([
      'PT Contoh Bahari Sentosa',
      'CBS',
    ])
    expect(view?.matchName('contoh bahari sentosa', 'ID').candidates[0]?.agencyId).toBe(
      'agy_contoh01',
    )
  })

  test('has every acknowledged change in the next current answer of every instance', async () => {
    const instances = [liveRegister(), liveRegister()]
    for (const instance of instances) await instance.open()
    const before = (await instances[0]?.open())?.view

    const recorded = await recordChanges(database, 'officer', [
      licenceEventRecorded('agy_contoh02', {
        id: 'evt_revoked02',
        licenceId: 'lic_contoh02',
        type: 'revoked',
        effectiveOn: day('2026-11-20'),
        sourceId: 'src_contoh_keputusan',
      }),
    ])
    if ('refused' in recorded) throw new Error(recorded.refused)

    for (const instance of instances) {
      const { view } = await openCurrent(instance)
      expect(view.size).toBe(recorded.size)
      expect(view.agency('agy_contoh02')?.licences[0]?.events.at(-1)?.type).toBe('revoked')
    }
    const earlier = (await instances[0]?.open(new Date(Date.parse(recorded.recordedAt) - 1)))?.view
    expect(earlier?.size).toBe(before?.size)
    expect(earlier?.agency('agy_contoh02')?.licences[0]?.events.at(-1)?.type).toBe('granted')
  })
})
