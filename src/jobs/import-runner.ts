import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { ImportRunner } from '../dependencies.ts'
import type { Database } from '../store/database.ts'
import { listUnfinishedImports, saveProgress } from '../store/list-imports.ts'

const PROCESS = fileURLToPath(new URL('import-process.ts', import.meta.url))
const MS_BETWEEN_BEATS = 10_000
/** As the import command: half a gigabyte is enough for a list of 100,000 rows. */
const MEMORY = ['--max-old-space-size=330', '--max-semi-space-size=8']

/**
 * Does the work on imports in processes of their own, one at a time, so that no lookup waits for a
 * list. What an earlier process left is taken up at once.
 */
export function startImportRunner(options: {
  readonly databaseUrl: string
  readonly database: Database
  readonly log: Logger
}): ImportRunner & { stop(): Promise<void> } {
  const { databaseUrl, database, log } = options
  const waiting: string[] = []
  let child: ChildProcess | undefined
  let ended: Promise<void> = Promise.resolve()
  let isEnding = false

  function next(): void {
    const importId = waiting.shift()
    if (importId === undefined || isEnding || child !== undefined) return
    // The channel carries nothing: the process notices when it closes.
    const working = spawn(process.execPath, [...MEMORY, '--import', 'tsx', PROCESS, importId], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, DATABASE_URL: databaseUrl },
    })
    child = working
    ended = new Promise((resolve) => {
      const end = () => {
        child = undefined
        resolve()
        next()
      }
      working.once('error', (error) => {
        log.error({ err: error }, 'the work on an import could not be started')
        end()
      })
      working.once('exit', (code) => {
        if (code !== 0 && !isEnding) log.error({ code, importId }, 'the work on an import failed')
        end()
      })
    })
  }

  const run = (importId: string) => {
    if (!waiting.includes(importId)) waiting.push(importId)
    if (child === undefined) next()
  }

  // So that what only waits for its turn does not look as if it had stopped.
  const beat = setInterval(() => {
    for (const importId of waiting) {
      saveProgress(database, importId, { step: 'waiting', done: 0, total: null }).catch(() => {})
    }
  }, MS_BETWEEN_BEATS)

  listUnfinishedImports(database).then(
    (left) => left.forEach(run),
    (error) => log.error({ err: error }, 'unfinished imports could not be looked for'),
  )
  return {
    run,
    stop: async () => {
      isEnding = true
      clearInterval(beat)
      child?.kill('SIGTERM')
      await ended
    },
  }
}
