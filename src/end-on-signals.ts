import type { Logger } from 'pino'

const MILLISECONDS_UNTIL_HARD_EXIT = 15_000

interface Ending {
  readonly log: Logger
  /** Ends everything, in order. Called once. */
  readonly end: () => Promise<void>
}

/**
 * Ends the process on SIGTERM, on Ctrl-C and on an error that nothing caught: exit code 0 when
 * asked, 1 after an error or when ending takes 15 seconds. A second Ctrl-C does not wait.
 */
export function endOnSignals({ log, end }: Ending): void {
  let isEnding = false

  const endWith = (exitCode: number) => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), MILLISECONDS_UNTIL_HARD_EXIT).unref()
    end().then(
      () => process.exit(exitCode),
      (error) => {
        log.error({ err: error }, 'ending failed')
        process.exit(1)
      },
    )
  }

  process.on('SIGTERM', () => endWith(0))
  process.on('SIGINT', () => (isEnding ? process.exit(1) : endWith(0)))
  // The driver can throw where no caller waits; what state is left is unknown, so start afresh.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'nothing caught this')
    endWith(1)
  })
}
