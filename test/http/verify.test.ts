import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { LICENCE_STATUSES, type LicenceStatus } from '../../src/domain/licence.ts'
import type { MatchOutcome } from '../../src/domain/matching/match.ts'
import { VERDICTS, type Verdict } from '../../src/domain/verdict.ts'
import { RELEASE } from '../../src/release.ts'
import { decided, type Question, verify } from '../support/asked.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())

const ask = (question: Question) => verify(service.url, question)

const SUBJECTS: readonly [string, Verdict, LicenceStatus, string, string][] = [
  ['contoh01', 'legal', 'licensed', 'agency.licensed', 'nothing stands against it'],
  ['contoh02', 'legal', 'licensed', 'agency.licensed', '17 digits are NIB and serial'],
  ['contoh03', 'caution', 'warned', 'agency.warned', 'a warning does not stop it'],
  ['contoh04', 'caution', 'suspended_partial', 'agency.suspended_partial', 'the scope decides'],
  ['contoh05', 'not_legal', 'suspended_full', 'agency.suspended_full', 'no activity is allowed'],
  ['contoh06', 'not_legal', 'revoked', 'agency.revoked', 'revoked'],
  ['contoh07', 'not_legal', 'expired', 'agency.expired_lapsed', 'the authority says it ended'],
  ['contoh08', 'caution', 'expired', 'agency.expired_still_listed', 'a later list carries it'],
  ['contoh09', 'cannot_confirm', 'expired', 'agency.expired_unconfirmed', 'nothing newer is known'],
  ['contoh10', 'not_legal', 'surrendered', 'agency.surrendered', 'it gave the licence back'],
  ['contoh11', 'legal', 'licensed', 'agency.licensed', 'its suspension was lifted'],
  ['contoh12', 'cannot_confirm', 'licensed', 'agency.no_number_on_record', 'listed, no number'],
  ['contoh13', 'cannot_confirm', 'licensed', 'agency.source_stale', 'its list is too old'],
  ['contoh14', 'cannot_confirm', 'licensed', 'agency.missing_from_list', 'the list dropped it'],
  ['contoh15', 'legal', 'licensed', 'agency.licensed', 'renamed, the licence stands'],
  ['contoh16', 'legal', 'licensed', 'agency.licensed', 'the whole name tells twins apart'],
  ['contoh17', 'legal', 'licensed', 'agency.licensed', 'the whole name tells twins apart'],
  ['contoh18', 'caution', 'licensed', 'agency.own_company_only', 'only its own staff'],
  ['contoh19', 'caution', 'licensed', 'agency.apprenticeship_only', 'apprentices, not workers'],
  ['contoh20', 'caution', 'licensed', 'agency.crew_permit_contested', 'one permit of two'],
  ['contoh21', 'cannot_confirm', 'never_licensed', 'agency.no_licence_on_record', 'no licence'],
  ['contoh22', 'legal', 'licensed', 'agency.licensed', 'nothing stands against it'],
]

describe('a copy of an answer', () => {
  test('is as good as the code, the log and the day that made it', async () => {
    const answer = await fetch(`${service.url}/v1/verify?licence=9900000000011`)
    expect(answer.headers.get('etag')).toMatch(
      new RegExp(`^W/"${RELEASE}\\.\\d+\\.\\d{16}\\.\\d{4}-\\d{2}-\\d{2}\\.c-id"$`),
    )
  })
})

describe('each sandbox subject', () => {
  test('stands in the table', () => {
    expect(SUBJECTS.map(([id]) => id)).toEqual(DEMONSTRATION_AGENCIES.map(({ id }) => id))
  })

  test('together show every status and every verdict', () => {
    expect(new Set(SUBJECTS.map(([, , status]) => status))).toEqual(new Set(LICENCE_STATUSES))
    expect(new Set(SUBJECTS.map(([, verdict]) => verdict))).toEqual(new Set(VERDICTS))
  })

  test.each(SUBJECTS)('%s by number and by name: %s, %s, %s: %s', async (...row) => {
    const [id, verdict, status, leading] = row
    const subject = DEMONSTRATION_AGENCIES.find((agency) => agency.id === id)!
    const questions = [
      { name: subject.name },
      ...(subject.number === undefined ? [] : [{ licence: subject.number }]),
    ]
    for (const question of questions) {
      const answer = await ask(question)
      expect(answer).toMatchObject({
        verdict,
        agency: { id: `agy_${id}`, name: subject.name, status },
        match: { outcome: 'exact' },
        candidates: [],
        covers: ['agency'],
        registry: { current: true, demonstration: true },
      })
      expect(answer.findings[0]).toMatchObject({ code: leading, claim: 'agency' })
      expect(answer.registry.notice).toMatch(/rekaan/)
      expect(answer.headline).not.toMatch(/undefined|null/)
      expect(answer.text_160).toMatch(/Tanya Disnaker\.$/)
      expect(answer.not_covered).toContain('recruitment_permit')
      expect(answer.next_steps.map(({ code }) => code)).toContain('ask_disnaker')
    }
  })

  test('gives each finding about a licence its law and its source with its age', async () => {
    const { findings } = await ask({ licence: '9900000000066' })
    expect(findings[0]).toMatchObject({
      code: 'agency.revoked',
      outcome: 'contradicted',
      effect: 'not_legal',
      says: expect.stringMatching(/29 Januari 2026.*4 Februari 2026/),
      source: { id: 'src_contoh_keputusan', retrieved_on: '2026-11-01', age_days: 23 },
    })
    expect(findings[0]?.basis.length).toBeGreaterThan(0)
    expect(findings[0]?.basis[0]).toMatchObject({ instrument: expect.stringMatching(/\d{4}/) })
  })
})

type Asked = readonly [string, Verdict, string | null, MatchOutcome, readonly string[], string]

const LICENSED = ['agency.licensed']
const FIRST = 'agy_contoh01'
const SECOND = 'agy_contoh02'

describe('a licence number', () => {
  test.each<Asked>([
    ['9900 0000 00011', 'legal', FIRST, 'exact', LICENSED, 'spaces group digits'],
    ['9900.0000.0001.1', 'legal', FIRST, 'exact', LICENSED, 'dots group digits'],
    ['9900-0000-000-11', 'legal', FIRST, 'exact', LICENSED, 'dashes group digits'],
    ['NIB 9900000000011', 'legal', FIRST, 'exact', LICENSED, 'NIB is a label'],
    ['No. NIB: 9900000000011', 'legal', FIRST, 'exact', LICENSED, 'so is No.'],
    ['99000000000110001', 'legal', FIRST, 'exact', LICENSED, 'case 3: NIB and a serial'],
    ['9900000000011 0007', 'legal', FIRST, 'exact', LICENSED, 'case 3, spaced'],
    ['9900000000028', 'legal', SECOND, 'exact', LICENSED, 'the NIB of a 17-digit number'],
    ['99000000000280002', 'legal', SECOND, 'exact', LICENSED, 'another serial of that NIB'],
    ['９９０００００００００１１', 'legal', FIRST, 'exact', LICENSED, 'full-width digits'],
    [
      '9900000000011000',
      'caution',
      FIRST,
      'variant',
      ['agency.number_malformed', ...LICENSED],
      'sixteen digits: one is missing, the first 13 are known',
    ],
    [
      '990000000001',
      'cannot_confirm',
      null,
      'none',
      ['agency.number_malformed_unknown'],
      'twelve digits lead nowhere',
    ],
    [
      '9900000000066000',
      'not_legal',
      'agy_contoh06',
      'variant',
      ['agency.revoked', 'agency.number_malformed'],
      'bad news survives a missing digit',
    ],
    [
      '990000000001l',
      'cannot_confirm',
      null,
      'similar',
      ['agency.number_suggested'],
      'l for 1 only suggests',
    ],
    [
      'C0NTOH/18/UKPS/2025',
      'cannot_confirm',
      null,
      'similar',
      ['agency.number_suggested'],
      '0 for O only suggests',
    ],
    [
      'contoh / 18 / ukps / 2025',
      'caution',
      'agy_contoh18',
      'exact',
      ['agency.own_company_only', ...LICENSED],
      'case and spaces around slashes',
    ],
    [
      'Contoh 20.20/2025',
      'caution',
      'agy_contoh20',
      'exact',
      ['agency.crew_permit_contested', ...LICENSED],
      '"Tahun" is a slash',
    ],
    [
      '9900000000999',
      'cannot_confirm',
      null,
      'none',
      ['agency.number_not_on_file', 'agency.nib_proves_nothing'],
      'case 6: a NIB that no licence has',
    ],
    ['ABC', 'cannot_confirm', null, 'none', ['agency.number_unreadable'], 'no digit in it'],
  ])('%s is %s for %s (%s, %j): %s', async (licence, verdict, agency, match, findings) => {
    expect(decided(await ask({ licence }))).toEqual({ verdict, agency, match, findings })
  })

  test('with a letter for a digit says so, whatever it finds', async () => {
    // Cyrillic es in place of the C.
    const answer = await ask({ licence: '\u0421ONTOH/18/UKPS/2025' })
    expect(answer.verdict).toBe('cannot_confirm')
    expect(answer.agency).toBeNull()
    expect(answer.findings.map(({ code }) => code)).toContain('agency.number_has_odd_characters')
  })
})

describe('a name', () => {
  test.each<Asked>([
    ['contoh bahari sentosa', 'legal', FIRST, 'exact', LICENSED, 'case and legal form'],
    ['PT. CONTOH BAHARI SENTOSA', 'legal', FIRST, 'exact', LICENSED, 'punctuation'],
    ['Contoh Bahari Sentosa, PT', 'legal', FIRST, 'exact', LICENSED, 'the form at the end'],
    [
      'PT Conto Bahari Sentosa',
      'cannot_confirm',
      null,
      'variant',
      ['agency.name_variant'],
      'case 8: a letter off proves nothing',
    ],
    [
      'PT Contoh Bahari Santosa',
      'cannot_confirm',
      null,
      'similar',
      ['agency.name_similar'],
      'case 8: another name that exists',
    ],
    [
      'PT Contoh Milenia Muda',
      'cannot_confirm',
      null,
      'ambiguous',
      ['agency.name_ambiguous'],
      'case 9: two licensed twins',
    ],
    [
      'PT Rekaan Tak Dikenal',
      'cannot_confirm',
      null,
      'none',
      ['agency.name_not_found'],
      'case 7: not found is not illegal',
    ],
    [
      'Contoh Pelita Lama',
      'legal',
      'agy_contoh15',
      'exact',
      [...LICENSED, 'agency.now_named'],
      'case 25: renamed',
    ],
    [
      'Contoh Kerja Jaya',
      'legal',
      'agy_contoh22',
      'exact',
      [...LICENSED, 'agency.trading_name'],
      'a trade name on record',
    ],
    [
      'PT C\u043entoh Bahari Sentosa',
      'cannot_confirm',
      null,
      'similar',
      ['agency.name_similar', 'agency.name_hides_letters'],
      'a Cyrillic o',
    ],
    [
      'PT Contoh\u200b Bahari Sentosa',
      'cannot_confirm',
      null,
      'variant',
      ['agency.name_variant', 'agency.name_has_invisible_characters'],
      'a zero-width space',
    ],
  ])('%s is %s for %s (%s, %j): %s', async (name, verdict, agency, match, findings) => {
    expect(decided(await ask({ name }))).toEqual({ verdict, agency, match, findings })
  })

  test('of twins lists both and asks what tells them apart', async () => {
    const { candidates, match, next_steps } = await ask({ name: 'PT Contoh Milenia Muda' })
    expect(candidates.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['agy_contoh16', 'agy_contoh17']),
    )
    expect(match.question).not.toBeNull()
    expect(next_steps.map(({ code }) => code)).toContain(`ask_${match.question}`)
  })

  test('that only resembles offers a candidate with what differs', async () => {
    const { candidates, match } = await ask({ name: 'PT Contoh Bahari Santosa' })
    expect(candidates).toMatchObject([
      {
        id: FIRST,
        outcome: 'similar',
        why: 'name',
        differences: [{ query: 'santosa', register: 'sentosa' }],
      },
    ])
    expect(match.explanation).toMatchObject([{ feature: 'name', outcome: 'similar', agrees: null }])
  })
})

describe('a name with a number', () => {
  test.each<[string, string, Verdict, string | null, string, string]>([
    ['PT Contoh Bahari Sentosa', '9900000000011', 'legal', FIRST, 'agency.licensed', 'case 1'],
    [
      'PT Contoh Bahari Sentosa',
      '9900000000035',
      'not_legal',
      null,
      'agency.name_number_conflict',
      'case 5: the number is another’s',
    ],
    [
      'PT Rekaan Tak Dikenal',
      '9900000000035',
      'not_legal',
      null,
      'agency.name_number_conflict',
      'case 5: the name is nobody’s',
    ],
    [
      'PT Contoh Bahari Santosa',
      '9900000000011',
      'cannot_confirm',
      null,
      'agency.number_name_similar',
      'similar is never same, even with the right number',
    ],
    [
      'PT Contoh Bahari Sentosa',
      '9900000000999',
      'cannot_confirm',
      null,
      'agency.number_not_on_file',
      'the right name cannot vouch for an unknown number',
    ],
    [
      'PT Contoh Intan Persada',
      '9900000000999',
      'not_legal',
      'agy_contoh06',
      'agency.revoked',
      'bad news of the name survives an unknown number',
    ],
  ])('%s, %s is %s for %s by %s: %s', async (name, licence, verdict, agency, leading) => {
    const answer = await ask({ name, licence })
    expect(answer.verdict).toBe(verdict)
    expect(answer.agency?.id ?? null).toBe(agency)
    expect(answer.findings[0]?.code).toBe(leading)
  })

  test('in conflict shows both parties and accuses neither', async () => {
    const answer = await ask({ name: 'PT Contoh Bahari Sentosa', licence: '9900000000035' })
    expect(answer.candidates.map(({ id }) => id).sort()).toEqual([FIRST, 'agy_contoh03'])
    expect(answer.findings[0]?.says).toContain('tidak berarti salah satu perusahaan itu bersalah')
    expect(answer.match).toMatchObject({ outcome: 'none', by: [] })
    expect(JSON.stringify(answer)).not.toMatch(/penipu|kriminal|\baman\b/i)
  })
})

describe('a telephone', () => {
  const known = { licence: '9900000000011' }

  test.each<[string, Question, Verdict, string, string]>([
    ['021 0000 0101', known, 'legal', 'channel.registered', 'its own, written nationally'],
    ['+62 (21) 0000-0101', known, 'legal', 'channel.registered', 'its own, internationally'],
    ['021 9999 9999', known, 'caution', 'channel.not_registered', 'case 33: another number'],
    ['021 0000 0102', known, 'caution', 'channel.registered_to_other', 'another agency’s'],
    ['bukan nomor', known, 'caution', 'channel.unreadable', 'not a number'],
    ['021 0000 0101', {}, 'cannot_confirm', 'agency.phone_is_no_proof', 'alone no proof'],
    ['021 9999 9999', {}, 'cannot_confirm', 'agency.phone_unknown', 'alone and unknown'],
    ['bukan nomor', {}, 'cannot_confirm', 'agency.phone_unreadable', 'alone and no number'],
  ])('%s with %j is %s by %s: %s', async (phone, more, verdict, code) => {
    const answer = await ask({ ...more, phone })
    expect(answer.verdict).toBe(verdict)
    expect(answer.findings.map((finding) => finding.code)).toContain(code)
  })

  test('alone never names an agency, only offers it', async () => {
    const answer = await ask({ phone: '021 0000 0101' })
    expect(answer.agency).toBeNull()
    expect(answer.candidates).toMatchObject([{ id: FIRST, why: 'phone' }])
  })

  test('is covered only where the register had something to compare it with', async () => {
    const covered = await ask({ ...known, phone: '021 0000 0101' })
    expect(covered.covers).toEqual(['agency', 'channel'])
    const nothingKept = await ask({ licence: '9900000000165', phone: '021 9999 9999' })
    expect(nothingKept.covers).toEqual(['agency'])
    expect(nothingKept.not_covered).toContain('channel')
  })
})
