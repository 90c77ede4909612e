import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverEnvironment, telling } from './cluster.ts'
import { type DataFolder, giveToFolderOwner, noteServer } from './data-folder.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { runAs } from './server-account.ts'

export type ServerProcess = { port: number; stop(): Promise<void> }

export type ServerOptions = {
  folder: DataFolder
  binaries: PostgresBinaries
  /** Beside or instead of the usual settings. */
  settings?: Record<string, string>
  log: (line: string) => void
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '96MB',
  // With the usual 3 MB, a large import wrote its log page by page and waited for the disk itself.
  wal_buffers: '32MB',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  // No statement and no value may reach the log: they carry people's names and numbers. The text of
  // an ordinary error quotes them too, so it starts above ERROR; the service logs its own errors.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const

const LARGEST_LOG = 5_000_000
const FIRST_DELAY = 50
const LONGEST_DELAY = 5_000
const STEADY_AFTER = 10_000

/**
 * Starts the server and keeps it running: when it dies by itself it is started again on the same
 * port. Rejects with the server's own last word when the first start fails.
 */
export async function runServer(options: ServerOptions): Promise<ServerProcess> {
  const { folder, binaries, log } = options
  let child: ChildProcess | undefined
  const stopping = new AbortController()
  let keeping: Promise<void> = Promise.resolve()

  const launch = async (port: number) => {
    const launched = spawnServer(options, port)
    child = launched.child
    await untilReady(launched, folder, log)
    const readyAt = Date.now()
    child.once('exit', (code, signal) => {
      if (stopping.signal.aborted) return
      log(
        `The database server ended by itself (${signal ?? `exit code ${code}`}); starting it again.`,
      )
      keeping = keepTrying(
        port,
        Date.now() - readyAt > STEADY_AFTER ? FIRST_DELAY : 10 * FIRST_DELAY,
      )
    })
  }

  const keepTrying = async (port: number, firstDelay: number) => {
    let lastWord = ''
    for (
      let delay = firstDelay;
      !stopping.signal.aborted;
      delay = Math.min(2 * delay, LONGEST_DELAY)
    ) {
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await launch(port)
        log('The database server runs again.')
        return
      } catch (error) {
        const word = (error as Error).message
        if (word !== lastWord && !stopping.signal.aborted)
          log(`The database server does not start yet: ${word}`)
        lastWord = word
      }
    }
  }

  const port = await launchFirst(launch)

  return {
    port,
    async stop() {
      stopping.abort()
      if (child !== undefined) await shutDown(child, binaries, folder, log)
      await keeping
      if (child !== undefined) await shutDown(child, binaries, folder, log)
    },
  }
}

async function launchFirst(launch: (port: number) => Promise<void>): Promise<number> {
  const deadline = Date.now() + 15_000
  for (;;) {
    const port = await findFreePort()
    try {
      await launch(port)
      return port
    } catch (error) {
      // The first two pass once the processes of a server that was killed are gone and reaped.
      const passes =
        /"postmaster\.pid" already exists|shared memory block .* in use|could not create any TCP/.test(
          (error as Error).message,
        )
      if (!passes || Date.now() > deadline) throw error
      await sleep(250)
    }
  }
}

type Launched = { child: ChildProcess; failed: () => Error | undefined }

function spawnServer({ folder, binaries, settings }: ServerOptions, port: number): Launched {
  const { logFile, path, cluster, account } = folder
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) {
    renameSync(logFile, `${logFile}.1`)
  }
  const output = openSync(logFile, 'a', 0o600)
  giveToFolderOwner(logFile, path)
  const logStart = statSync(logFile).size

  const flags = Object.entries({ ...SETTINGS, ...settings, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    ...runAs(account),
    env: serverEnvironment(),
    stdio: ['ignore', output, output],
    // Ctrl-C in a terminal goes to the whole group: the service must be the one to stop the server.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  closeSync(output)
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  child.once('exit', (code, signal) => {
    const said = telling(readFileSync(logFile).subarray(logStart).toString('utf8'))
    failure = new Error(said || `postgres ended with ${signal ?? `exit code ${code}`}`)
  })
  if (child.pid !== undefined) {
    noteServer(folder, child.pid, port)
    stopWhenWeDie(child, account)
  }
  return { child, failed: () => failure }
}

/**
 * A shell that waits for the end of its input, which comes however our process ends, and then asks
 * the server to stop. It runs as the server's own account and can harm nothing else.
 */
function stopWhenWeDie(server: ChildProcess, account: DataFolder['account']): void {
  if (process.platform === 'win32') return
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(server.pid)], {
    ...runAs(account),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  // Without a shell the server outlives us, and the next start ends it.
  guard.once('error', () => {})
  guard.stdin.once('error', () => {})
  guard.unref()
  server.once('exit', () => guard.kill('SIGKILL'))
}

async function untilReady(
  { child, failed }: Launched,
  { cluster }: DataFolder,
  log: (line: string) => void,
): Promise<void> {
  let toldAt = Date.now()
  for (;;) {
    const failure = failed()
    if (failure !== undefined) throw failure
    const { pid, status } = readPidFile(cluster)
    if (pid === child.pid && status === 'ready') return
    if (Date.now() - toldAt > 10_000) {
      log('The database server is still starting, perhaps repairing after a power cut.')
      toldAt = Date.now()
    }
    await sleep(20)
  }
}

/** The server's own note: process number in line 1, state in line 8. */
export function readPidFile(cluster: string): { pid?: number; status?: string } {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' }
  } catch {
    return {}
  }
}

async function shutDown(
  child: ChildProcess,
  { pgCtl }: PostgresBinaries,
  { cluster }: DataFolder,
  log: (line: string) => void,
): Promise<void> {
  const ended = () =>
    child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  if (ended()) return
  // SIGINT is PostgreSQL's fast shutdown: open transactions end, everything committed is kept.
  if (process.platform === 'win32') spawnSync(pgCtl, ['stop', '-m', 'fast', '-D', cluster])
  else child.kill('SIGINT')
  for (let waited = 0; !ended(); waited += 20) {
    if (waited === 30_000) {
      log('The database server takes long to stop; ending it now. Nothing committed is lost.')
      child.kill('SIGQUIT')
    }
    await sleep(20)
  }
}

/**
 * Below the range from which systems take ports for outgoing connections: there a client that
 * retries against the closed port can connect to itself, and the server could not come back.
 */
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000)
    const isFree = await new Promise<boolean>((resolve) => {
      const trial = createServer()
      trial.once('error', () => resolve(false))
      trial.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
        trial.close(() => resolve(true)),
      )
    })
    if (isFree) return port
  }
}
