import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { invite } from '../../src/actions/people/invite.ts'
import { newSession, signInWithPassword } from '../../src/actions/people/sign-in.ts'
import { newToken } from '../../src/actions/people/tokens.ts'
import { auditEvent, commandActor } from '../../src/domain/people/audit-event.ts'
import { readKeyText } from '../../src/key-text.ts'
import { hashPassword } from '../../src/password-hash.ts'
import { connect } from '../../src/store/database.ts'
import { startEmbeddedDatabase } from '../../src/store/embedded-database.ts'
import { useInvitation } from '../../src/store/invitations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { issuedKey } from '../support/issued-key.ts'
import { keyChecksum } from '../support/key-checksum.ts'
import { welch } from './welch.ts'

// R58: whether the time of a refusal tells what was wrong. Both kinds are asked in a random order, in one
// process and without a network, where a difference would show best. |t| above 4.5 is one that repeats.
const SIGN_INS = Number(process.env.SIGN_INS ?? 60)
const KEYS = Number(process.env.KEYS ?? 200_000)
const TELLING = 4.5
const WARM_UP = 0.1

const say = (line: string) => process.stdout.write(`${line}\n`)

type Ask = () => Promise<unknown>

/** Times two kinds of question, half each, in a random order, and says what differs. */
async function compare(what: string, one: Ask, other: Ask, rounds: number): Promise<void> {
  const times: readonly [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const which = Math.random() < 0.5 ? 0 : 1
    const startedAt = performance.now()
    await (which === 0 ? one : other)()
    if (round > rounds * WARM_UP) times[which].push(performance.now() - startedAt)
  }
  const { means, t, freedom } = welch(...times)
  const [a, b] = means.map((mean) => `${(mean * 1000).toFixed(2)} µs`)
  say(`${what}: ${a} and ${b}, t = ${t.toFixed(2)} of ${Math.round(freedom)} degrees of freedom`)
  say(Math.abs(t) < TELLING ? '  no difference that tells anything' : '  THEY DIFFER')
}

const folder = mkdtempSync(join(tmpdir(), 'pastikan-timing-'))
chmodSync(folder, 0o711)
const embedded = await startEmbeddedDatabase({
  dataDir: folder,
  defaultDataDir: folder,
  log: () => {},
})
await migrate(embedded.ownerUrl)
const owner = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} })
await owner`grant pastikan_service to pastikan_app`
await owner.end()
const database = connect(embedded.serviceUrl)
const dependencies = bareDependencies({}, { database })
const caller = { address: '192.0.2.1', userAgent: 'bench', requestId: 'bench' }

try {
  const { text } = await issuedKey({ dependencies })
  const prefix = text.slice(0, text.lastIndexOf('_') + 1)
  const asked = (body: string) => readKeyText(`${body}${keyChecksum(body)}`)!
  const wrongSecret = asked(`${prefix}${'a'.repeat(32)}`)
  const unknownId = asked(`pst_live_00000000_${'a'.repeat(32)}`)
  await compare(
    'A key with a wrong secret, and one of an unknown id',
    () => dependencies.keys.find(wrongSecret),
    () => dependencies.keys.find(unknownId),
    KEYS,
  )

  const email = 'ada@contoh.example'
  const by = commandActor('bench')
  const invited = await invite(dependencies, { email, name: 'Ada', roles: [] }, undefined, by)
  if ('refused' in invited) throw new Error(invited.refused)
  await useInvitation(
    database,
    dependencies.hash.of('invitation', invited.token),
    { passwordHash: await hashPassword('kuda makan rumput hijau') },
    newSession(dependencies, invited.personId, newToken(), caller, 'authenticator'),
    auditEvent(by, 'invitation.used', invited.personId),
  )
  const signIn = (as: string) => async () => {
    const typed = { email: as, password: 'salah sekali kata ini' }
    const outcome = await signInWithPassword(dependencies, typed, caller, undefined)
    if (!('refused' in outcome) || outcome.refused !== 'wrong') throw new Error('not tried')
  }
  const forgetting = (ask: Ask) => async () => {
    await ask()
    // Otherwise the tenth would be slowed down; both kinds pay for it.
    await database.sql`delete from sign_in_attempts`
  }
  await compare(
    'A wrong password, and an address that nobody has',
    forgetting(signIn(email)),
    forgetting(signIn('tiada@contoh.example')),
    SIGN_INS,
  )
} finally {
  await database.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
