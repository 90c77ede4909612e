import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { LogRefused } from '../actions/check-log.ts'
import { readConfig } from '../config.ts'
import { EMPTY_EDGE } from '../domain/evidence/frontier.ts'
import { createLog } from '../log.ts'
import { verifierKeysText } from '../log-keys.ts'
import { connect, SIGNER_ROLE } from '../store/database.ts'
import { findRegistryHead } from '../store/registry-head.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import { openCommandDatabase } from './command-database.ts'
import { openSignerFiles } from './log-signer-files.ts'
import { type Signer, signLog } from './sign-log.ts'

const MILLISECONDS_BETWEEN_LOOKS = 2_000
const MOST_MILLISECONDS_UNSIGNED = 60_000
/** Checking everything again may take a twentieth of the time. */
const REST_AFTER_A_FULL_CHECK = 20

const say = (line: string) => process.stdout.write(`${line}\n`)

/** 0: signed. 1: refused, because the log is not what it should be. 2: could not be tried. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false } } })
  const config = readConfig(process.env)
  const { url, folder, stop } = await openCommandDatabase(config, say)
  const database = connect(url, { max: 1, timeoutMs: 0, role: SIGNER_ROLE })
  const { keys, stateFile, isNew } = openSignerFiles(config, folder)
  if (isNew) say(`The log ${keys.origin} is signed with ${verifierKeysText(keys).trim()}`)
  const signer = { database, keys, stateFile, publishDir: config.logPublishDir }
  try {
    if (values.watch) {
      await watch(signer, config.logLevel)
    } else {
      const { size } = await signLog(signer, EMPTY_EDGE)
      say(`Signed: ${size} entries of ${keys.origin}, each derived anew.`)
    }
  } finally {
    await database.close()
    await stop()
    // Listening for the end of its starter keeps a process alive until then.
    if (process.connected) process.disconnect()
  }
}

/** Signs when something was recorded and once a minute, until it is told to end or must refuse. */
async function watch(signer: Signer, logLevel: string): Promise<void> {
  const log = createLog(logLevel)
  const ending = new AbortController()
  const end = () => ending.abort()
  process.once('SIGTERM', end).once('SIGINT', end).once('disconnect', end)

  let edge = EMPTY_EDGE
  let signedSize: number | undefined
  let dueAt = 0
  let fullDueAt = 0
  while (!ending.signal.aborted) {
    try {
      const { size } = await findRegistryHead(signer.database)
      const startedAt = performance.now()
      if (size !== signedSize || startedAt >= dueAt) {
        const isFull = startedAt >= fullDueAt
        const signed = await signLog(signer, isFull ? EMPTY_EDGE : edge)
        const took = performance.now() - startedAt
        if (isFull) {
          fullDueAt =
            startedAt + Math.max(REST_AFTER_A_FULL_CHECK * took, MOST_MILLISECONDS_UNSIGNED)
        }
        if (signed.size !== signedSize) log.info({ job: 'sign-log', size: signed.size }, 'signed')
        edge = signed.edge
        signedSize = signed.size
        dueAt = startedAt + MOST_MILLISECONDS_UNSIGNED
      }
    } catch (error) {
      if (error instanceof LogRefused) throw error
      log.error({ err: error, job: 'sign-log' }, 'signing could not be tried')
    }
    await pause(MILLISECONDS_BETWEEN_LOOKS, undefined, ending).catch(() => {})
  }
}

try {
  await run()
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException
  const isRefused = error instanceof LogRefused
  const what = isRefused ? 'Not signed. ' : 'Signing could not be tried. '
  const isExpected = isRefused || error instanceof StartRefusal
  process.stderr.write(
    `${what}${isExpected ? message : `${code ?? ''} ${message.split('\n')[0]}`}\n`,
  )
  process.exitCode = isRefused ? 1 : 2
}
