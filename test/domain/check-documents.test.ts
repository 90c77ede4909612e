import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import type { DocumentClaim, WorkerClaim } from '../../src/domain/check-question.ts'
import type { DocumentProblem } from '../../src/domain/documents/read-documents.ts'
import { check } from '../support/check-world.ts'

const RECRUITER = { licence: '9120000000011' }
const LEAVES = { destination: 'TW', departsOn: day('2026-12-10') } as const
const BORN = { birthDate: day('1998-05-05'), name: 'Siti Rekaan' } satisfies WorkerClaim

function problemsOf(
  document: DocumentClaim,
  worker: WorkerClaim = BORN,
): readonly DocumentProblem[] {
  const { documents } = check({
    recruiter: RECRUITER,
    placement: LEAVES,
    worker,
    documents: [document],
  })
  return documents[0]!.problems
}

describe('a document', () => {
  const rows: [DocumentClaim, readonly DocumentProblem[], string][] = [
    [
      { type: 'passport', expiresOn: day('2026-12-09') },
      ['expired_on_departure'],
      'ended the day before departure',
    ],
    [
      { type: 'passport', expiresOn: day('2026-12-10') },
      ['expires_too_soon'],
      'the last day is still valid, but too short',
    ],
    [
      { type: 'passport', expiresOn: day('2027-06-09') },
      ['expires_too_soon'],
      'a day short of six months',
    ],
    [{ type: 'passport', expiresOn: day('2027-06-10') }, [], 'six months to the day'],
    [{ type: 'passport' }, ['validity_not_told'], 'what was not told was not checked'],
    [
      { type: 'passport', number: 'A1234567', expiresOn: day('2031-01-01') },
      [],
      'a letter and seven digits',
    ],
    [
      { type: 'passport', number: 'AB123456', expiresOn: day('2031-01-01') },
      ['format_unusual'],
      'two letters only warn',
    ],
    [
      { type: 'health_certificate', expiresOn: day('2026-12-10') },
      [],
      'valid on the day of departure',
    ],
    [
      { type: 'health_certificate', expiresOn: day('2026-12-09') },
      ['expired_on_departure'],
      'ended the day before',
    ],
    [{ type: 'health_certificate', issuedOn: day('2026-11-24') }, [], 'issued today'],
    [
      { type: 'health_certificate', issuedOn: day('2026-11-25') },
      ['dated_in_the_future'],
      'issued tomorrow',
    ],
    [
      { type: 'health_certificate', issuedOn: day('2026-11-02'), expiresOn: day('2026-11-01') },
      ['expires_before_issue', 'expired_on_departure'],
      'ends before it begins',
    ],
    [{ type: 'social_security', number: '12345678901' }, [], 'eleven digits'],
    [{ type: 'social_security', number: '1234567890' }, ['format_unusual'], 'ten digits'],
    [{ type: 'social_security', issuer: 'BPJS Ketenagakerjaan' }, [], 'the usual issuer'],
    [
      { type: 'social_security', issuer: 'Toko Rekaan' },
      ['issuer_unusual'],
      'another issuer only warns',
    ],
    [{ type: 'family_permission', state: 'refused' }, ['refused'], 'nobody signs'],
    [{ type: 'family_permission', state: 'absent' }, ['missing'], 'said to be absent'],
    [
      { type: 'employment_contract', state: 'on_arrival' },
      ['to_be_signed_on_arrival'],
      'later, there',
    ],
    [{ type: 'family_card', holderName: 'SITI REKAAN' }, [], 'the same holder'],
    [{ type: 'family_card', holderName: 'Budi Rekaan' }, ['holder_name_differs'], 'another holder'],
    [
      { type: 'family_card', holderBirthDate: day('1998-05-06') },
      ['birth_date_differs'],
      'a day off',
    ],
    [
      { type: 'placement_agreement', agencyName: 'PT Salak Purnama Sentosa' },
      [],
      'names the licence holder',
    ],
    [
      { type: 'placement_agreement', agencyName: 'PT Nangka Karya Utama' },
      ['names_other_agency'],
      'names another agency',
    ],
    [
      { type: 'placement_agreement', agencyName: 'PT Salak Purnama Sentoss' },
      ['names_unconfirmed_agency'],
      'similar is not the same',
    ],
    [{ type: 'work_visa', visaType: 'work' }, [], 'for work'],
    [{ type: 'work_visa', visaType: 'ziarah' }, ['visa_not_for_work'], 'a pilgrim’s'],
    [
      { type: 'work_visa', visaType: 'trainee' },
      ['visa_for_training_only'],
      'for training, where work is offered',
    ],
  ]
  test.each(rows)('%j has the problems %j: %s', (document, problems, _reason) => {
    expect(problemsOf(document)).toEqual(problems)
  })

  test('is compared with the other papers when the worker was not told', () => {
    const { documents } = check({
      documents: [
        { type: 'identity_card', holderBirthDate: day('1998-05-05') },
        { type: 'passport', holderBirthDate: day('1998-05-06'), expiresOn: day('2031-01-01') },
      ],
    })
    expect(documents[0]!.problems).toEqual([])
    expect(documents[1]!.problems).toEqual(['birth_date_differs'])
  })

  test.each([
    ['p_to_p', 'placement_agreement', 'required'],
    ['independent', 'placement_agreement', null],
    ['independent', 'own_risk_statement', 'required'],
    ['independent', 'worker_card', 'conditional'],
    ['re_entry', 'leave_letter', 'required'],
    ['re_entry', 'family_permission', null],
    ['g_to_g', 'government_registration', 'required'],
  ] as const)('under %s a %s is %s', (scheme, type, requirement) => {
    const { documents } = check({ placement: { scheme }, documents: [] })
    expect(documents.find((one) => one.type === type)?.requirement ?? null).toBe(requirement)
  })

  test('cannot be complete for a day before any row', () => {
    const answer = check({ placement: { departsOn: day('2015-01-01') }, documents: [] })
    expect(answer.findings.map(({ code }) => code)).toContain('documents.no_rule_for_day')
    expect(answer.verdict).toBe('cannot_confirm')
  })
})

describe('a birth date beside the NIK', () => {
  test.each([
    ['3212054505980001', [], 'they agree'],
    ['3212054605980001', ['worker.nik_birth_date_differs'], 'a day off'],
    ['3212050505980001', ['worker.nik_sex_differs'], 'a man’s day'],
    ['9999994505980001', ['worker.nik_region_unknown'], 'no such region'],
  ])('%s makes %j: %s', (nik, codes, _reason) => {
    const { findings } = check({ worker: { birthDate: day('1998-05-05'), sex: 'female', nik } })
    const found = findings.filter(({ code }) => code.startsWith('worker.nik'))
    expect(found.map(({ code }) => code)).toEqual(codes)
    expect(found.every(({ effect }) => effect === 'caution')).toBe(true)
    expect(found.every(({ says }) => says.id.includes('Dukcapil'))).toBe(true)
  })
})
