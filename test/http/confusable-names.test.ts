import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { sameDayClock, verify } from '../support/asked.ts'
import { confusableNames, essenceOf } from '../support/confusable-names.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const SEED = 18
const REGISTERED = DEMONSTRATION_AGENCIES.map(({ name }) => name)
const KNOWN = new Set(
  DEMONSTRATION_AGENCIES.flatMap(({ name, tradeName, formerName, acronym }) =>
    [name, tradeName, formerName?.name, acronym].flatMap((one) => one ?? []),
  ).map(essenceOf),
)
const ASKED = confusableNames(REGISTERED, 2, SEED)
const OTHERS = ASKED.filter(({ name }) => !KNOWN.has(essenceOf(name)))

let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
})
afterAll(() => service.stop())

describe('R18: a name alone', () => {
  test('can be legal: an agency’s own name, which the others here resemble', async () => {
    const verdicts = await Promise.all(
      REGISTERED.map(async (name) => (await verify(service.url, { name })).verdict),
    )
    expect(verdicts.filter((verdict) => verdict === 'legal').length).toBeGreaterThan(5)
  })

  test('is never legal where it only resembles an agency’s: at least 500 of them', async () => {
    expect(OTHERS.length).toBeGreaterThanOrEqual(500)
    const legal = []
    for (const one of OTHERS) {
      const { verdict, agency } = await verify(service.url, { name: one.name })
      if (verdict === 'legal') legal.push({ ...one, answeredAs: agency?.name })
    }
    expect(legal).toEqual([])
  }, 120_000)

  test('is judged as the agency’s own where only case, spaces, marks or PT are written differently', async () => {
    for (const name of [
      'pt contoh bahari sentosa',
      'PT.CONTOH BAHARI SENTOSA',
      'Contoh Bahari Sentosa, P.T.',
      'PT ContohBahariSentosa',
    ]) {
      expect([name, (await verify(service.url, { name })).verdict]).toEqual([name, 'legal'])
    }
  })
})
