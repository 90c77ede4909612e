import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'

const COMMAND = fileURLToPath(new URL('sign-log-command.ts', import.meta.url))

/** Runs the signer beside the demonstration. It ends with this process, however that ends. */
export function startSigner(log: Logger): { stop(): Promise<void> } {
  // The channel carries nothing: the signer notices when it closes.
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, '--watch'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let isEnding = false
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      log.error({ err: error }, 'the signer of the log could not be started')
      resolve()
    })
    child.once('exit', (code) => {
      if (!isEnding) log.error({ code }, 'the signer of the log ended')
      resolve()
    })
  })
  return {
    stop: () => {
      isEnding = true
      child.kill('SIGTERM')
      return ended
    },
  }
}
