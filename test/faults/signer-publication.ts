import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { seedChanges } from '../../seeds/seed-changes.ts'
import { nameRecorded } from '../../src/domain/change.ts'
import { EMPTY_EDGE } from '../../src/domain/evidence/frontier.ts'
import { openPublicLog } from '../../src/jobs/public-log.ts'
import { signLog } from '../../src/jobs/sign-log.ts'
import { openedCheckpoint, verifyLog } from '../../src/jobs/verify-log.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect } from '../../src/store/database.ts'
import { startEmbeddedDatabase } from '../../src/store/embedded-database.ts'
import { findHold } from '../../src/store/log-checkpoints.ts'
import { migrate } from '../../src/store/migrate.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { TODAY } from '../support/asked.ts'
import { openTestSigner } from '../support/test-signer.ts'
import { CHANGING_CALLS, FILE_CALLS, hasStrace, type Place, runTraced } from './traced-run.ts'

// R61: every call by which the signer reads and writes its files fails once, and the signer is killed once
// at each. Whatever happens, the published files prove the log as it was or as it is, and the next run
// brings them up to date. By hand, as it takes minutes and needs strace: npm run test:faults
const FAULTS = [
  { fault: 'error=EIO', calls: FILE_CALLS },
  { fault: 'signal=SIGKILL', calls: CHANGING_CALLS },
]
const MORE_NAMES = 200
const COMMAND = resolve(import.meta.dirname, '../../src/jobs/sign-log-command.ts')
const COMMAND_LINE = [process.execPath, '--import', 'tsx', COMMAND]

const say = (line: string) => process.stdout.write(`${line}\n`)

function insist(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`Not so: ${what}`)
}

async function run(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pastikan-faults-'))
  chmodSync(dataDir, 0o711)
  const embedded = await startEmbeddedDatabase({
    dataDir,
    defaultDataDir: dataDir,
    log: () => {},
  })
  await migrate(embedded.ownerUrl)
  const owner = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} })
  await owner`set session_replication_role = replica`
  const database = connect(embedded.ownerUrl, { max: 1 })
  const signer = openTestSigner(embedded.ownerUrl)
  const environment = {
    ...process.env,
    DATABASE_URL: embedded.ownerUrl,
    DATA_DIR: dataDir,
    LOG_KEY_FILE: signer.keyFile,
    LOG_STATE_FILE: signer.stateFile,
    LOG_PUBLISH_DIR: signer.publishDir,
  }
  try {
    await sweep()
  } finally {
    await signer.close()
    await Promise.all([database.close(), owner.end()])
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }

  async function sweep(): Promise<void> {
    await record(seedChanges((text) => commitText(text, 'demonstration')))
    const before = await signLog(signer, EMPTY_EDGE)
    const kept = join(dataDir, 'kept')
    cpSync(signer.publishDir, join(kept, 'public'), { recursive: true })
    cpSync(signer.stateFile, join(kept, 'state'))
    const names = Array.from({ length: MORE_NAMES }, (_, at) =>
      nameRecorded('agy_contoh01', {
        id: `nam_gangguan${at}`,
        kind: 'trading',
        name: `Nama Gangguan ${at}`,
        effectiveOn: TODAY,
        sourceId: 'src_contoh_daftar',
      }),
    )
    await record(names)
    const sizes = [before.size, before.size + MORE_NAMES]

    const healthy = await restored(() => runTraced(dataDir, COMMAND_LINE, environment))
    insist(healthy.code === 0, `the signer signs under strace: ${healthy.said}`)
    const places = healthy.places.filter(({ path }) => path.startsWith(signer.folder))
    insist(places.length > 40, 'the calls on its files were seen')
    for (const { fault, calls } of FAULTS) {
      const tried = places.filter(({ call }) => calls.includes(call))
      for (const at of tried) await failAt(at, fault, sizes)
      say(`${fault}: at each of ${tried.length} calls on the files; all healed.`)
    }
  }

  async function failAt(at: Place, fault: string, sizes: readonly number[]): Promise<void> {
    const where = `${fault} at ${at.call} of ${at.path}`
    const ended = await restored(() => runTraced(dataDir, COMMAND_LINE, environment, { at, fault }))
    insist(ended.isInjected, `${where} happened`)
    // Node ends itself where closing a file that it only read fails.
    const isKilled = ended.signal !== null
    const isExpected = isKilled || ended.code === 0 || ended.code === 2
    insist(isExpected, `${where} ends with 0 or 2, and not ${ended.code}: ${ended.said}`)

    const left = await provenSize(where)
    insist(sizes.includes(left.size), `${where} leaves the log as it was or is, not ${left.size}`)
    openedCheckpoint(readFileSync(signer.stateFile, 'utf8'), signer.keys.known)
    if (!isKilled) insist(drafts().length === 0, `${where} leaves no draft: ${drafts().join()}`)
    insist((await findHold(database)) === undefined, `${where} holds no recording`)

    const { size } = await signLog(signer, EMPTY_EDGE)
    insist(size === sizes.at(-1), `after ${where} the next run signs all`)
    const healed = await verifyLog(openPublicLog(signer.publishDir), signer.keys.known, left)
    insist(healed.checkpoint.size === size, `after ${where} the next run publishes all`)
  }

  async function provenSize(where: string) {
    try {
      const proven = await verifyLog(openPublicLog(signer.publishDir), signer.keys.known, undefined)
      return proven.checkpoint
    } catch (error) {
      throw new Error(`Not so: the files prove the log after ${where}: ${error}`)
    }
  }

  /** Acts on the signer's files and the database as they were before the log grew. */
  async function restored<Value>(act: () => Promise<Value>): Promise<Value> {
    const kept = join(dataDir, 'kept')
    rmSync(signer.publishDir, { recursive: true })
    cpSync(join(kept, 'public'), signer.publishDir, { recursive: true })
    cpSync(join(kept, 'state'), signer.stateFile)
    await owner`delete from log_checkpoint
      where size > (select min(size) from log_checkpoint)`
    return act()
  }

  function drafts(): string[] {
    const files = readdirSync(signer.folder, { recursive: true, encoding: 'utf8' })
    return files.filter((file) => file.endsWith('.new'))
  }

  async function record(changes: Parameters<typeof recordChanges>[2]): Promise<void> {
    const recorded = await recordChanges(database, 'officer', changes)
    if ('refused' in recorded) throw new Error(recorded.refused)
  }
}

if (hasStrace()) await run()
else {
  process.stderr.write('Not tried: this needs strace, which is not installed here.\n')
  process.exitCode = 1
}
