import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, day } from '../../src/domain/calendar-date.ts'
import type {
  CheckQuestion,
  DocumentClaim,
  PlacementClaim,
  RecruiterClaim,
  WorkerClaim,
} from '../../src/domain/check-question.ts'
import {
  AGENCY_REPLIES,
  CONTRACT_STATES,
  DOCUMENT_STATES,
  EMPLOYER_TYPES,
  PAYEES,
  RECRUITER_KINDS,
  SCHEMES,
  SECTORS,
  SEXES,
  VISA_TYPES,
} from '../../src/domain/placement/words.ts'
import { ELEVEN_ITEMS, papers } from '../support/check-builders.ts'
import { check } from '../support/check-world.ts'

const NIKS = ['3212054505980001', '3212054505100001', '9999990000000000'] as const
const PERSON = 'Canary Rekaan Putri'
const PASSPORT = 'C7654321'
const CANARIES = [...NIKS, 'Canary', PASSPORT, '1998-05-05']

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const days = some<CalendarDate>(
  ...['2023-07-10', '2025-06-01', '2026-09-01', '2026-10-20', '2026-11-24', '2026-12-10'].map(day),
)
const SALAK = { name: 'PT Salak Purnama Sentosa', licence: '9120000000011' }

const recruiter: fc.Arbitrary<RecruiterClaim> = fc.record(
  {
    name: some('PT Salak Purnama Sentosa', 'PT Sirsak Magang Jepang', 'PT Kelapa Awak Kapal'),
    licence: some(
      '9120000000011',
      '9120000000101',
      '9120000000099',
      '9120000000256',
      '9120000000134',
    ),
    kind: some(...RECRUITER_KINDS),
    branchRegion: some('32.12', '32.09', '35.09'),
    representative: some({ name: PERSON }, { name: 'Wati Contoh' }, { letterNumber: '12/ST/2026' }),
    agencyReply: some(...AGENCY_REPLIES),
  },
  { requiredKeys: [] },
)

const placement: fc.Arbitrary<PlacementClaim> = fc.record(
  {
    scheme: some(...SCHEMES),
    destination: some('TW', 'HK', 'SA', 'QA', 'KH', 'JP', 'KR', 'MY'),
    sector: some(...SECTORS),
    employer: fc.record({ type: some(...EMPLOYER_TYPES) }),
    partner: some('Contoh Bad Manpower', 'Contoh Good Manpower'),
    recruitmentPermit: some(
      { number: 'SIP-TW-1' },
      { number: 'SIP-OLD' },
      { said: 'none' as const },
    ),
    jobOrder: some({ number: 'JO-TW-1' }, { number: 'JO-FULL' }, { number: 'JO-YESTERDAY' }),
    channel: some('contoh_satu_kanal', 'lain'),
    visaType: some(...VISA_TYPES),
    contract: some(...CONTRACT_STATES),
    isWageWork: fc.boolean(),
    recruitedOn: days,
    paidOn: days,
    contractSignedOn: days,
    departsOn: days,
    fee: fc.record({
      amount: some(0, 100, 101),
      currency: some('TWD', 'IDR'),
      payee: some(...PAYEES),
    }),
  },
  { requiredKeys: [] },
)

const worker: fc.Arbitrary<WorkerClaim> = fc.record(
  {
    birthDate: some<CalendarDate>(
      ...['1998-05-05', '2008-11-25', '2006-01-01', '1970-01-01'].map(day),
    ),
    sex: some(...SEXES),
    name: some(PERSON),
    nik: some(...NIKS),
  },
  { requiredKeys: [] },
)

const documents: fc.Arbitrary<readonly DocumentClaim[]> = fc
  .tuple(
    some(papers(), ELEVEN_ITEMS, papers().slice(1), [{ type: 'leave_letter' } as const]),
    some(...DOCUMENT_STATES),
  )
  .map(([shown, state]) => [
    ...shown,
    {
      type: 'identity_card',
      number: NIKS[0],
      holderName: PERSON,
      holderBirthDate: day('1998-05-05'),
      state,
    },
    { type: 'police_record', number: PASSPORT, holderName: `${PERSON} Lain` },
  ])

const sound = {
  recruiter: SALAK,
  placement: {
    destination: 'TW',
    sector: 'manufacturing',
    employer: { type: 'legal_entity' },
    recruitmentPermit: { number: 'SIP-TW-1' },
    jobOrder: { number: 'JO-TW-1' },
  },
  worker: { birthDate: day('1998-05-05') },
  documents: papers(),
} as const satisfies Partial<CheckQuestion>

const told = fc.record({ recruiter, placement, worker, documents }, { requiredKeys: [] })

/** Most start from a question that is legal and change one or two fields of it: the edge of good. */
const question: fc.Arbitrary<Partial<CheckQuestion>> = fc
  .tuple(fc.nat(3), told, fc.nat(), fc.nat(1))
  .map(([kind, change, from, further]) =>
    kind === 0 ? change : withFields(sound, fieldsOf(change), from, 1 + further),
  )

type Field = readonly [part: string, field: string | null, value: unknown]

function fieldsOf(asked: Partial<CheckQuestion>): readonly Field[] {
  return Object.entries(asked).flatMap(([part, value]): Field[] =>
    Array.isArray(value)
      ? [[part, null, value]]
      : Object.entries(value as object).map(([field, told]) => [part, field, told]),
  )
}

function withFields(
  base: Partial<CheckQuestion>,
  fields: readonly Field[],
  from: number,
  count: number,
): Partial<CheckQuestion> {
  const asked: Record<string, unknown> = { ...base }
  for (let i = 0; i < Math.min(count, fields.length); i += 1) {
    const [part, field, value] = fields[(from + i) % fields.length]!
    asked[part] = field === null ? value : { ...(asked[part] as object), [field]: value }
  }
  return asked as Partial<CheckQuestion>
}

const RUNS = { numRuns: 1_000 }

describe('the answer to any full check', () => {
  test('is legal only where every required and every covered claim is confirmed', () => {
    let legal = 0
    fc.assert(
      fc.property(question, (asked) => {
        const answer = check(asked)
        if (answer.verdict !== 'legal') return
        legal += 1
        const relied = answer.claims.filter(
          ({ claim, isRequired }) => isRequired || answer.covers.includes(claim),
        )
        expect(relied.length).toBeGreaterThan(0)
        expect(relied.filter(({ outcome }) => outcome !== 'confirmed')).toEqual([])
      }),
      RUNS,
    )
    expect(legal).toBeGreaterThan(20)
  })

  // What is offered (a place, or a course only) is another question, not a missing claim.
  test('does not turn from not legal to legal when one more claim is told', () => {
    let notLegal = 0
    fc.assert(
      fc.property(question, fc.nat(), (asked, pick) => {
        const fewer = withoutOne(asked, pick)
        if (fewer === null || check(fewer).verdict !== 'not_legal') return
        notLegal += 1
        expect(check(asked).verdict).not.toBe('legal')
      }),
      { numRuns: 1_200 },
    )
    expect(notLegal).toBeGreaterThan(150)
  })

  test('is the same for the same question', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(JSON.stringify(check(asked))).toBe(JSON.stringify(check(structuredClone(asked))))
      }),
      { numRuns: 300 },
    )
  })

  test('tells nothing that says who the worker is', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const text = JSON.stringify(check(asked))
        expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([])
      }),
      { numRuns: 600 },
    )
  })
})

/** The question with one of its claims left out, or one part of one; null when nothing is left. */
function withoutOne(asked: Partial<CheckQuestion>, pick: number): Partial<CheckQuestion> | null {
  const paths = Object.entries(asked).flatMap(([part, told]) => [
    [part],
    ...(Array.isArray(told) ? [] : Object.keys(told as object).map((field) => [part, field])),
  ])
  const path = paths[pick % Math.max(1, paths.length)]
  if (path === undefined) return null
  const [part, field] = path as [keyof CheckQuestion, string?]
  const { [part]: told, ...others } = asked
  if (field === undefined) return others
  const { [field as never]: _left, ...rest } = told as unknown as Record<string, unknown>
  return { ...others, [part]: rest } as Partial<CheckQuestion>
}
