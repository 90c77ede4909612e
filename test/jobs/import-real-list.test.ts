import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { readLicenceNumber } from '../../src/domain/matching/licence-number.ts'
import { importList } from '../../src/jobs/import-list.ts'
import { Register } from '../../src/register/register.ts'
import { connect } from '../../src/store/database.ts'
import { loadAgencies, loadSources } from '../../src/store/register-facts.ts'
import { findRegistryHead } from '../../src/store/registry-head.ts'
import { createTestDatabase } from '../support/template-database.ts'

const LIST = new URL('../../../shared/data/p3mi-register-2026-09-17.csv', import.meta.url).pathname
const AS_OF = day('2026-09-17')
const title = 'the real list of September 2026, imported'

if (!existsSync(LIST)) {
  test.skip(`${title}, is left out: ../shared/data is not here`, () => {})
} else {
  describe(title, async () => {
    const testDatabase = await createTestDatabase()
    const database = connect(testDatabase.serviceUrl, { max: 2, timeoutMs: 0 })
    const done = await importList(
      { database, progress: () => {} },
      {
        file: LIST,
        sourceId: 'src_real',
        asOf: AS_OF,
        retrievedOn: AS_OF,
        country: 'ID',
        kind: 'p3mi',
        apply: true,
        recordedBy: 'test',
        newSource: { publisher: 'the authority', title: 'its list', freshForDays: 30 },
      },
    )
    const { size } = await findRegistryHead(database)
    const agencies = await loadAgencies(database, size)
    const register = new Register()
    register.apply({ size, recordings: [], agencies, sources: await loadSources(database, size) })
    const view = register.view(true)
    await database.close()
    await testDatabase.drop()

    test('has 524 agencies of 526 rows, and two rows said again', () => {
      expect(done.outcome.is).toBe('recorded')
      expect(done.compared?.comparison.counts).toMatchObject({
        new: 524,
        duplicate: 2,
        conflict: 0,
      })
      expect(agencies).toHaveLength(524)
    })

    test('has a number for all but four that have none and one that is malformed', () => {
      const numbers = agencies.flatMap(({ licences }) => licences.flatMap((each) => each.numbers))
      expect(numbers).toHaveLength(519)
      expect(done.compared?.findings.map(({ code }) => code)).toEqual([
        'number_is_no_licence_number',
      ])
    })

    // Spread over the list, by place, so that no real name stands here.
    const ten = agencies
      .filter(({ identifiers }) => identifiers.length > 0)
      .filter((_, at) => at % 52 === 0)
    test('finds ten of them by name, by number and by number with a serial', () => {
      expect(ten).toHaveLength(10)
      for (const { id, names, identifiers } of ten) {
        const byName = view.matchName((names[0]?.name ?? '').toLowerCase(), 'ID')
        expect([byName.outcome, byName.candidates[0]?.agencyId]).toEqual(['exact', id])
        const nib = identifiers[0]?.normalised ?? ''
        for (const written of [nib, nib.replace(/(\d{4})(?=\d)/g, '$1 '), `${nib}0009`]) {
          const read = readLicenceNumber(written, 'ID')
          const holders = read === undefined ? [] : view.holdersOfNumber(read, 'ID')
          expect(holders.map(({ agencyId }) => agencyId)).toEqual([id])
        }
      }
    })
  })
}
