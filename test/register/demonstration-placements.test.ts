import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { CheckQuestion, PlacementClaim } from '../../src/domain/check-question.ts'
import { papers } from '../support/check-builders.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

const JOB: PlacementClaim = {
  scheme: 'p_to_p',
  destination: 'TW',
  sector: 'manufacturing',
  employer: { type: 'legal_entity' },
  recruitmentPermit: { number: 'contoh sip2mi 01 2026' },
  jobOrder: { number: 'CONTOH/JO/01/2026' },
  departsOn: day('2026-12-10'),
}
const WHOLE: CheckQuestion = {
  on: day('2026-11-24'),
  today: day('2026-11-24'),
  recruiter: { licence: '9900000000011' },
  placement: JOB,
  worker: { birthDate: day('1998-05-05'), sex: 'female' },
  documents: papers(),
}
const letter = (number: string) => ({
  ...WHOLE,
  documents: papers({ family_permission: { number, issuerRegion: '32.12.99.2001' } }),
})
const job = (more: Partial<PlacementClaim>) => ({ ...WHOLE, placement: { ...JOB, ...more } })

describe('the demonstration’s placements, read back from the database', () => {
  test.each<[string, CheckQuestion, string, string]>([
    ['legal', WHOLE, 'job_order.open', 'every part is on record'],
    [
      'not_legal',
      job({ jobOrder: { number: 'CONTOH/JO/02/2026' } }),
      'job_order.quota_spent',
      'fifty of fifty places are used',
    ],
    [
      'cannot_confirm',
      job({ jobOrder: { number: 'CONTOH/JO/03/2026' } }),
      'job_order.not_synced',
      'its counter is of October',
    ],
    [
      'not_legal',
      job({
        sector: 'care',
        recruitmentPermit: { number: 'CONTOH/SIP2MI/02/2026' },
      }),
      'recruitment_permit.expired',
      'the permit ended in June',
    ],
    [
      'not_legal',
      job({ partner: 'Contoh Brokerage Rekaan Ltd' }),
      'job_order.partner_listed_as_barred',
      'the attaché’s list names the partner',
    ],
    ['legal', letter('474/CONTOH/001/2026'), 'documents.complete', 'the village recorded it'],
    [
      'cannot_confirm',
      letter('474/CONTOH/002/2026'),
      'documents.withdrawn_by_issuer',
      'the village withdrew it',
    ],
    [
      'caution',
      letter('474/CONTOH/009/2026'),
      'documents.not_in_issuers_book',
      'the village’s book does not have it',
    ],
  ])('are %s (case %#)', async (verdict, question, code) => {
    const opened = await service.dependencies.register.open()
    const answer = answerCheck(question, opened!.view, opened!.tables)
    expect(answer.findings.map((finding) => finding.code)).toContain(code)
    expect(answer.verdict).toBe(verdict)
    expect(answer.demonstration).toBe(true)
  })
})
