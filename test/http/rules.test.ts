import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECK_RULES } from '../../src/domain/rules/placement/check-rules.ts'
import { RECRUITER_RULES } from '../../src/domain/rules/recruiter-rules.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

interface ListedRule {
  readonly code: string
  readonly claim: string
  readonly effect: string
  readonly states: string
  readonly dated: string
  readonly in_force: { readonly from: string | null; readonly until: string | null }
}

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

const get = (query = '') => request(service.url).get(`/v1/rules${query}`)
const rules = async (query = ''): Promise<ListedRule[]> =>
  (await get(query).expect(200)).body.items as ListedRule[]

describe('the list of rules', () => {
  test('holds every rule that an answer may quote, in the order in which they are told', async () => {
    const { body } = await get().expect(200)
    const codes = body.items.map(({ code }: ListedRule) => code)
    expect(codes).toEqual([...RECRUITER_RULES, ...CHECK_RULES].map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
    expect(body).toMatchObject({ total: codes.length, next_cursor: null })
  })

  test('says each in the language asked for', async () => {
    const said = (await get().set('Accept-Language', 'en').expect(200)).body.items as ListedRule[]
    for (const [at, { states }] of (await rules()).entries()) {
      expect(said[at]?.states).not.toBe(states)
    }
  })

  test('tells by which of the three days each is judged', async () => {
    const dated = new Map((await rules()).map((rule) => [rule.code, rule.dated]))
    expect(dated.get('agency.revoked')).toBe('asked')
    expect(dated.get('scheme.only_ministry_sends')).toBe('recruited')
    expect(dated.get('worker.under_18')).toBe('departs')
  })

  test('gives only those of one claim or one effect', async () => {
    const found = await rules('?claim=worker&effect=not_legal')
    expect(found.map(({ code }) => code)).toContain('worker.under_18')
    for (const rule of found) expect(rule).toMatchObject({ claim: 'worker', effect: 'not_legal' })
  })

  test.each([
    ['2004-10-17', false, 'the day before the oldest law'],
    ['2004-10-18', true, 'its first day'],
  ])('in force on %s has what rests on a law: %s, %s', async (day, has, _reason) => {
    const codes = (await rules(`?in_force_on=${day}`)).map(({ code }) => code)
    expect(codes.includes('scheme.only_ministry_sends')).toBe(has)
    expect(codes).toContain('agency.name_not_found')
  })

  test.each(['claim=licence', 'effect=illegal', 'in_force_on=2026-02-30'])(
    'refuses %s by name',
    async (query) => {
      const { body } = await get(`?${query}`).expect(422)
      expect(body.errors[0].parameter).toBe(query.split('=')[0])
    },
  )
})
