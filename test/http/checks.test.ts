import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded } from '../../src/domain/change.ts'
import { purgeExpiredChecks } from '../../src/jobs/purge-checks.ts'
import { countChecks } from '../../src/store/checks.ts'
import { keptLog } from '../support/bare-dependencies.ts'
import { dumpOf } from '../support/dump.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { problemOf } from './every-route.ts'

const CANARY = {
  nik: '3212999912340007',
  passport: 'X9988776',
  worker: 'Kenari Bernyanyi',
  holder: 'Kutilang Berkicau',
  representative: 'Murai Melompat',
  employer: 'Jalak Berkunjung',
  letter: 'SI/KENARI/2026/77',
  issuer: 'Kuwu Prenjak',
  individual: 'Bu Cendrawasih',
  phone: '081299887766',
}
const CANARY_WORDS = [...Object.values(CANARY), '6281299887766', '1999-03-07', '1998-02-06']

const WHOLE = {
  recruiter: {
    name: 'PT Contoh Bahari Sentosa',
    licence: '9900000000011',
    phone: CANARY.phone,
    representative: { name: CANARY.representative, letter_number: CANARY.letter },
  },
  placement: {
    destination: 'TW',
    position: 'Perawat lansia',
    employer: { name: CANARY.employer, type: 'individual' },
    departs_on: '2027-01-10',
    fee: { amount: 1500000, currency: 'IDR', payee: 'agency' },
  },
  worker: { birth_date: '1999-03-07', sex: 'female', nik: CANARY.nik, name: CANARY.worker },
  documents: [
    {
      type: 'passport',
      number: CANARY.passport,
      issuer: CANARY.issuer,
      expires_on: '2030-01-01',
      holder_name: CANARY.holder,
      holder_birth_date: '1998-02-06',
    },
  ],
}
const AGENCY_ONLY = {
  recruiter: { name: 'PT Contoh Bahari Sentosa', licence: '9900000000011' },
}

let service: TestService
let instant = new Date('2026-11-24T03:12:08Z')
const today = day('2026-11-24')
const clock = { now: () => instant, today: () => today }
const { log, lines } = keptLog()

beforeAll(async () => {
  service = await startTestService({
    environment: { TRUSTED_PROXIES: '127.0.0.1' },
    parts: { clock, log },
  })
})
afterAll(() => service.stop())

function ask(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${service.url}/v1/checks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

const jsonOf = async (response: Response | Promise<Response>) =>
  JSON.parse(await (await response).text())

async function asked(body: unknown) {
  const response = await ask(body)
  expect(response.status).toBe(200)
  return jsonOf(response)
}

const look = (code: string) => fetch(`${service.url}/v1/checks/${code}`)

async function countOf(table: string): Promise<number> {
  const { sql } = service.database
  return Number((await sql`select count(*) as n from ${sql(table)}`)[0]?.n)
}

describe('the full check', () => {
  test('answers in the shape of the quick check, with its code and each claim', async () => {
    const [full, quick] = await Promise.all([
      asked(AGENCY_ONLY),
      jsonOf(fetch(`${service.url}/v1/verify?name=PT+Contoh+Bahari+Sentosa&licence=9900000000011`)),
    ])
    expect(full).toMatchObject({ verdict: quick.verdict, agency: quick.agency })
    expect(Object.keys(full)).toEqual(expect.arrayContaining(Object.keys(quick)))
    expect(full.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(full.claims).toHaveLength(11)
    expect(full.claims).toContainEqual({ claim: 'agency', outcome: 'confirmed', required: true })
    expect(full.claims).toContainEqual({ claim: 'fee', outcome: 'not_checked', required: false })
    expect(full.scheme).toBeNull()
  })

  test('echoes a scheme that was given, and one that it inferred', async () => {
    const given = await asked({ placement: { scheme: 'independent', destination: 'JP' } })
    const inferred = await asked({ ...AGENCY_ONLY, placement: { destination: 'TW' } })
    expect(given.scheme).toEqual({ scheme: 'independent', origin: 'given' })
    expect(inferred.scheme).toEqual({ scheme: 'p_to_p', origin: 'inferred' })
  })

  test('gives a code that is new every time', async () => {
    const codes = await Promise.all(
      Array.from({ length: 50 }, async () => (await asked(AGENCY_ONLY)).code),
    )
    expect(new Set(codes).size).toBe(50)
  })

  test.each<[string, unknown, string]>([
    ['nothing', {}, '/recruiter'],
    ['only empty parts', { recruiter: {}, worker: {}, documents: [] }, '/recruiter'],
    ['only a day', { on: '2026-11-24' }, '/recruiter'],
    ['an unknown field', { ...AGENCY_ONLY, verdict: 'legal' }, '/verdict'],
    [
      'an unknown field deep down',
      { placement: { fee: { amount: 1, free: true } } },
      '/placement/fee/free',
    ],
    [
      'a day that does not exist',
      { placement: { departs_on: '2026-02-30' } },
      '/placement/departs_on',
    ],
    ['a day in words', { worker: { birth_date: 'tomorrow' } }, '/worker/birth_date'],
    ['a scheme nobody has', { placement: { scheme: 'p2p' } }, '/placement/scheme'],
    ['a negative fee', { placement: { fee: { amount: -1 } } }, '/placement/fee/amount'],
    ['a fee in words', { placement: { fee: { amount: '1500000' } } }, '/placement/fee/amount'],
    ['a name without letters', { recruiter: { name: '   ' } }, '/recruiter/name'],
    ['a name of 201 letters', { recruiter: { name: 'a'.repeat(201) } }, '/recruiter/name'],
    [
      'a region in words',
      { recruiter: { branch_region: 'Indramayu' } },
      '/recruiter/branch_region',
    ],
    ['a paper without its type', { documents: [{ number: '1' }] }, '/documents/0/type'],
    [
      'too many papers',
      { documents: Array.from({ length: 41 }, () => ({ type: 'passport' })) },
      '/documents',
    ],
    ['a NIK as a number', { worker: { nik: 3212 } }, '/worker/nik'],
  ])('refuses %s, naming the field and quoting nothing', async (_what, body, pointer) => {
    const before = await countOf('checks')
    const { errors } = await problemOf(await ask(body), 422)
    expect(errors).toContainEqual(expect.objectContaining({ pointer }))
    expect(await countOf('checks')).toBe(before)
  })

  test('takes nothing of a person in its address', async () => {
    const response = await fetch(`${service.url}/v1/checks?nik=${CANARY.nik}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(AGENCY_ONLY),
    })
    await problemOf(response, 422)
  })
})

describe('persons', () => {
  test('are in no table, log line or answer, whatever was told of them', async () => {
    lines.length = 0
    const bodies = [
      WHOLE,
      { recruiter: { kind: 'individual', name: CANARY.individual, phone: CANARY.phone } },
      { recruiter: { name: CANARY.individual, phone: CANARY.phone } },
      { recruiter: { name: `${CANARY.individual} ${CANARY.nik}`, licence: CANARY.nik } },
      { placement: { position: `perawat ${CANARY.nik}`, partner: `hub ${CANARY.phone}` } },
      { worker: { nik: CANARY.nik, birth_date: '1999-03-07', name: CANARY.worker } },
      { documents: [{ type: 'identity_card', number: CANARY.nik, holder_name: CANARY.holder }] },
    ]
    const answers: string[] = []
    for (const [at, body] of bodies.entries()) {
      const response = await ask(body, { 'Idempotency-Key': `canary-${at}` })
      expect(response.status, JSON.stringify(body)).toBe(200)
      const text = await response.text()
      answers.push(text, await (await look(JSON.parse(text).code)).text())
      const receipt = await jsonOf(fetch(`${service.url}/v1/receipts/${JSON.parse(text).code}`))
      answers.push(Buffer.from(receipt.receipt.split('.')[1], 'base64url').toString())
    }
    await ask({ ...WHOLE, unknown: CANARY.nik })
    await ask({ worker: { birth_date: CANARY.nik } })

    const dump = await dumpOf(service)
    expect(dump.includes('PT Contoh Bahari Sentosa')).toBe(true)
    for (const word of CANARY_WORDS) {
      const found = new RegExp(word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'i')
      expect(around(found, dump), `${word} in the database`).toBe('')
      expect(found.test(JSON.stringify(lines)), `${word} in the log`).toBe(false)
      expect(found.test(answers.join('\n')), `${word} in an answer`).toBe(false)
    }
    const { code } = JSON.parse(answers[0] ?? '')
    expect(dump.includes(code) || dump.includes(code.replaceAll('-', ''))).toBe(false)
  })
})

const around = (found: RegExp, text: string) => {
  const at = text.search(found)
  return at < 0 ? '' : text.slice(Math.max(0, at - 80), at + 40)
}

describe('R51: an Idempotency-Key', () => {
  test('gives the same answer again, and keeps one check', async () => {
    const before = await countOf('checks')
    const first = await ask(WHOLE, { 'Idempotency-Key': 'again' })
    const text = await first.text()
    const again = await ask(WHOLE, { 'Idempotency-Key': 'again' })
    expect([again.status, await again.text()]).toEqual([200, text])
    const reordered = Object.fromEntries(Object.entries(WHOLE).reverse())
    expect(await (await ask(reordered, { 'Idempotency-Key': 'again' })).text()).toBe(text)
    expect(await countOf('checks')).toBe(before + 1)
  })

  test('gives the answer of that time even after the register has changed', async () => {
    const body = { recruiter: { licence: '99000000000280001' } }
    const first = await jsonOf(ask(body, { 'Idempotency-Key': 'before-revocation' }))
    await service.record(
      licenceEventRecorded('agy_contoh02', {
        id: 'evt_idem02',
        licenceId: 'lic_contoh02',
        type: 'revoked',
        effectiveOn: day('2026-11-20'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    expect(await jsonOf(ask(body, { 'Idempotency-Key': 'before-revocation' }))).toEqual(first)
    expect(await asked(body)).not.toMatchObject({ verdict: first.verdict })
  })

  test('of another body is refused', async () => {
    await ask(AGENCY_ONLY, { 'Idempotency-Key': 'taken' })
    const { type } = await problemOf(await ask(WHOLE, { 'Idempotency-Key': 'taken' }), 422)
    expect(type).toBe('/problems/idempotency-key-reused')
  })

  test('of another caller is another key', async () => {
    const mine = { 'Idempotency-Key': 'shared', 'X-Forwarded-For': '198.51.100.1' }
    const theirs = { 'Idempotency-Key': 'shared', 'X-Forwarded-For': '198.51.100.2' }
    const first = await jsonOf(ask(AGENCY_ONLY, mine))
    expect((await jsonOf(ask(WHOLE, theirs))).code).not.toBe(first.code)
    expect(await jsonOf(ask(AGENCY_ONLY, mine))).toEqual(first)
  })

  test('sent twenty times at once leads to one check', async () => {
    const before = await countOf('checks')
    const all = await Promise.all(
      Array.from({ length: 20 }, () => ask(WHOLE, { 'Idempotency-Key': 'twenty' })),
    )
    const statuses = all.map(({ status }) => status)
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
    const texts = await Promise.all(
      all.filter(({ status }) => status === 200).map((response) => response.text()),
    )
    expect(new Set(texts).size).toBe(1)
    const refused = all.find(({ status }) => status === 409)
    if (refused) expect((await problemOf(refused, 409)).type).toBe('/problems/request-in-progress')
    expect(await countOf('checks')).toBe(before + 1)
  })

  test('is forgotten after 24 hours, and not before', async () => {
    const first = await jsonOf(ask(AGENCY_ONLY, { 'Idempotency-Key': 'aging' }))
    const at = instant
    instant = new Date(at.getTime() + 24 * 3_600_000 - 1000)
    expect(await jsonOf(ask(AGENCY_ONLY, { 'Idempotency-Key': 'aging' }))).toEqual(first)
    instant = new Date(at.getTime() + 24 * 3_600_000)
    const later = await jsonOf(ask(AGENCY_ONLY, { 'Idempotency-Key': 'aging' }))
    instant = at
    expect(later.code).not.toBe(first.code)
  })

  test.each(['', 'a b', 'x'.repeat(256), 'é'])('such as %j is refused', async (key) => {
    await problemOf(await ask(AGENCY_ONLY, { 'Idempotency-Key': key }), 400)
  })
})

describe('a check that cannot be kept', () => {
  test('is 503 without a verdict, and its key stays free', async () => {
    const { sql } = service.database
    await withOwner(service, 'alter table checks rename to checks_away')
    const response = await ask(AGENCY_ONLY, { 'Idempotency-Key': 'failing' })
    const problem = await problemOf(response, 503)
    expect(problem.type).toBe('/problems/registry-unavailable')
    await withOwner(service, 'alter table checks_away rename to checks')
    expect(await sql`select 1 from check_idempotency where key_hash like '%failing%'`).toEqual([])
    expect((await ask(AGENCY_ONLY, { 'Idempotency-Key': 'failing' })).status).toBe(200)
  })
})

describe('a look at a check', () => {
  test('shows the answer then, the answer now, and the entry that turned it', async () => {
    const { code, ...then } = await asked({ recruiter: { licence: '9900000000011' } })
    const before = await jsonOf(look(code))
    expect(before).toMatchObject({ changed: false, turns: [], was: then })
    expect(before.now.verdict).toBe(then.verdict)

    await service.record(unrelated())
    const recorded = await service.record(
      licenceEventRecorded('agy_contoh01', {
        id: 'evt_turn01',
        licenceId: 'lic_contoh01',
        type: 'revoked',
        effectiveOn: day('2026-11-23'),
        sourceId: 'src_contoh_keputusan',
      }),
    )
    instant = new Date(Date.now() + 1000)
    const after = await jsonOf(look(code.toLowerCase().replaceAll('-', ' ')))
    instant = new Date('2026-11-24T03:12:08Z')
    expect(after.was).toEqual(then)
    expect(after).toMatchObject({ changed: true, now: { verdict: 'not_legal' } })
    expect(after.now.agency.status).toBe('revoked')
    expect(after.turns).toHaveLength(1)
    expect(after.turns[0]).toMatchObject({
      from: then.verdict,
      to: 'not_legal',
      entry: recorded.firstEntry,
      recorded_at: new Date(recorded.recordedAt).toISOString(),
    })
  })

  test('keeps what a person’s data showed against it, and does not repeat what it confirmed', async () => {
    const { code, ...then } = await asked({
      ...AGENCY_ONLY,
      worker: { birth_date: '2012-01-01' },
    })
    await service.record(unrelated())
    const { now } = await jsonOf(look(code))
    expect(then.verdict).toBe('not_legal')
    expect(now.verdict).toBe('not_legal')
    const under = ({ claim, effect }: { claim: string; effect: string }) =>
      claim === 'worker' && effect === 'not_legal'
    expect(now.findings.filter(under)).toEqual(then.findings.filter(under))
  })

  test('answers a wrong code and an expired one alike', async () => {
    const { code } = await asked(AGENCY_ONLY)
    const at = instant
    instant = new Date(at.getTime() + 91 * 86_400_000)
    const responses = await Promise.all([look(code), look('0123-4567-89AB-CDEF'), look('x')])
    instant = at
    const seen = await Promise.all(responses.map((response) => problemOf(response, 404)))
    const plain = seen.map((problem) => ({ ...problem, request_id: '' }))
    expect(plain[0]).toEqual(plain[1])
    expect(plain[0]).toEqual(plain[2])
    expect((await look(code)).status).toBe(200)
  })
})

describe('a limited service', () => {
  test('stops guessing from one address, and repeated looks at one code', async () => {
    const limited = await startTestService({
      environment: { RATE_LIMIT_PER_MINUTE: '1000', TRUSTED_PROXIES: '127.0.0.1' },
    })
    const get = (code: string, address: string) =>
      fetch(`${limited.url}/v1/checks/${code}`, { headers: { 'X-Forwarded-For': address } })
    const made = await fetch(`${limited.url}/v1/checks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(AGENCY_ONLY),
    })
    const { code } = await jsonOf(made)
    const guesses: number[] = []
    for (let at = 0; at < 25; at++) {
      const guess = String(at).padStart(16, '0')
      guesses.push((await get(guess, '198.51.100.7')).status)
    }
    expect(guesses.slice(0, 20)).toEqual(Array(20).fill(404))
    expect(guesses.slice(20)).toEqual(Array(5).fill(429))
    expect((await get(code, '198.51.100.7')).status, 'even with the right code').toBe(429)
    const looks: number[] = []
    for (let at = 0; at < 35; at++) looks.push((await get(code, `198.51.100.${20 + at}`)).status)
    expect(looks.filter((status) => status === 200)).toHaveLength(30)
    expect(looks.slice(30)).toEqual(Array(5).fill(429))
    await limited.stop()
  })
})

describe('the purge', () => {
  test('leaves counts of each day and verdict only, and may run twice', async () => {
    const { sql } = service.database
    const counted = await countChecks(service.database)
    const at = instant
    instant = new Date(at.getTime() + 89 * 86_400_000)
    await purgeExpiredChecks({ ...service.dependencies, database: service.database })
    expect(await countOf('checks')).toBeGreaterThan(0)
    expect(await countOf('check_idempotency')).toBe(0)
    instant = new Date(at.getTime() + 400 * 86_400_000)
    const purged = await purgeExpiredChecks(service.dependencies)
    expect(purged.checks).toBeGreaterThan(0)
    expect(await purgeExpiredChecks(service.dependencies)).toEqual({ checks: 0, keys: 0 })
    instant = at
    expect(await countOf('checks')).toBe(0)
    expect(await countChecks(service.database)).toEqual(counted)
    expect(Object.keys((await sql`select * from check_counts limit 1`)[0] ?? {})).toEqual([
      'day',
      'verdict',
      'count',
    ])
  })
})

let serial = 0
function unrelated() {
  serial += 1
  return licenceEventRecorded('agy_contoh06', {
    id: `evt_unrelated_${serial}`,
    licenceId: 'lic_contoh06',
    type: 'warned',
    effectiveOn: day('2026-11-01'),
    sourceId: 'src_contoh_keputusan',
  })
}

async function withOwner({ testDatabase }: TestService, statement: string): Promise<void> {
  const { default: postgres } = await import('postgres')
  const sql = postgres(testDatabase.ownerUrl, { max: 1, onnotice: () => {} })
  await sql.unsafe(statement)
  await sql.end()
}
