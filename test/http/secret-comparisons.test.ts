import { scrypt, timingSafeEqual } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { hashPassword } from '../../src/password-hash.ts'
import { issuedKey } from '../support/issued-key.ts'
import { keyChecksum } from '../support/key-checksum.ts'
import { addTestPerson, agentOf, type TestPerson } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

// Node's own functions, which do their work and are counted.
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return {
    ...crypto,
    scrypt: vi.fn(crypto.scrypt),
    timingSafeEqual: vi.fn(crypto.timingSafeEqual),
  }
})

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.stop())
beforeEach(() => void vi.clearAllMocks())

/** What each hashing of a password cost, and what two things each comparison was of. */
const hashings = () =>
  vi.mocked(scrypt).mock.calls.map((call) => JSON.stringify([call[2], call[3]]))
const comparedBytes = () =>
  vi.mocked(timingSafeEqual).mock.calls.map((two) => two.map(({ byteLength }) => byteLength))

describe('R58: signing in does the same work', () => {
  let known: TestPerson
  let disabled: TestPerson
  let invited: TestPerson
  beforeAll(async () => {
    known = await addTestPerson(service)
    disabled = await addTestPerson(service)
    invited = await addTestPerson(service)
    const { sql } = service.database
    // As they are kept in earnest: the helper's hashes are cheap.
    await sql`update passwords set hash = ${await hashPassword(known.password)}`
    await sql`update people set disabled_at = now() where id = ${disabled.id}`
    await sql`delete from passwords where person_id = ${invited.id}`
  })

  test('for a wrong password, an unknown address, a disabled person and one without a password', async () => {
    const emails = ['tak.ada@contoh.example', 'bukan surel', disabled.email, invited.email]
    const work: object[] = []
    for (const email of [known.email, ...emails]) {
      vi.clearAllMocks()
      const typed = { email, password: 'salah sekali kata ini' }
      await agentOf(service.url).post('/masuk').type('form').send(typed).expect(401)
      work.push({ hashings: hashings(), compared: comparedBytes() })
    }
    expect(hashings()).toHaveLength(1)
    expect(work).toEqual(work.map(() => work[0]))
  })
})

describe('R58: a key', () => {
  test('is compared by digests of one length, whether or not there is one of its id', async () => {
    const { text } = await issuedKey(service)
    const body = `${text.slice(0, 'pst_live_3kx09q2m_'.length)}${'a'.repeat(32)}`
    const other = `pst_live_00000000_${'a'.repeat(32)}`
    const asked = async (key: string) => {
      vi.clearAllMocks()
      const { status } = await fetch(`${service.url}/v1/usage`, {
        headers: { Authorization: `Bearer ${key}` },
      })
      return [status, comparedBytes()]
    }
    expect(await asked(text)).toEqual([200, [[32, 32]]])
    expect(await asked(`${body}${keyChecksum(body)}`)).toEqual([401, [[32, 32]]])
    expect(await asked(`${other}${keyChecksum(other)}`)).toEqual([401, [[32, 32]]])
  })
})
