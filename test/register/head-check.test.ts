import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HeadCheck } from '../../src/register/head-check.ts'
import { type HeadProbe, openHeadProbe } from '../../src/store/registry-head.ts'
import { createTestDatabase, type TestDatabase } from '../support/template-database.ts'

let testDatabase: TestDatabase
const checks: HeadCheck[] = []

beforeAll(async () => {
  testDatabase = await createTestDatabase()
})

afterAll(async () => {
  for (const check of checks) await check.close()
  await testDatabase.drop()
})

/** The real probe, and how many calls had been made when each of its questions began. */
function watched(): { check: HeadCheck; call: () => Promise<void>; begun: number[] } {
  const probe = openHeadProbe(testDatabase.serviceUrl)
  const begun: number[] = []
  let made = 0
  const watching: HeadProbe = {
    read: () => {
      begun.push(made)
      return probe.read()
    },
    close: () => probe.close(),
  }
  const check = new HeadCheck(watching, (error) => {
    throw error
  })
  checks.push(check)
  return {
    check,
    begun,
    async call() {
      made += 1
      const mine = made
      const head = await check.read()
      // The order of an answer counts the questions: the one it comes from began with `mine` made.
      expect(begun[(head?.order ?? 0) - 1]).toBeGreaterThanOrEqual(mine)
    },
  }
}

describe('a head check', () => {
  test('answers each caller from a question that began after its call', async () => {
    const { call, begun } = watched()
    const waiting: Promise<void>[] = []
    for (let round = 0; round < 300; round++) {
      for (let caller = 0; caller < round % 7; caller++) waiting.push(call())
      if (round % 3 === 0) await new Promise(setImmediate)
      if (round % 20 === 0) await pause(1)
    }
    await Promise.all(waiting)
    expect(waiting.length).toBeGreaterThan(800)
    expect(begun.length).toBeLessThan(waiting.length / 2)
  })

  test('asks once for all who call in one turn, and gives them one promise', async () => {
    const { check, begun } = watched()
    const promises = Array.from({ length: 50 }, () => check.read())
    expect(new Set(promises).size).toBe(1)
    await promises[0]
    expect(begun.length).toBe(1)
  })

  test('serves callers who come one by one, and whoever comes while another is answered', async () => {
    const { call } = watched()
    const callers = Array.from({ length: 8 }, async () => {
      for (let asked = 0; asked < 100; asked++) await call()
    })
    await Promise.all(callers)
    await call()
    await pause(5)
    await call()
  })
})
