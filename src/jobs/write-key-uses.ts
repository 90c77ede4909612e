import type { Dependencies } from '../dependencies.ts'

type WriteDependencies = Pick<Dependencies, 'database' | 'keyUses' | 'log'>

const MILLISECONDS_BETWEEN = 5_000

/** Writes the use of keys every few seconds, and what is left at the end. */
export function writeKeyUses({ database, keyUses, log }: WriteDependencies): {
  stop(): Promise<void>
} {
  const write = () =>
    keyUses
      .write(database)
      .catch((error: unknown) => log.error({ err: error }, 'writing the use of keys'))
  const timer = setInterval(write, MILLISECONDS_BETWEEN)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return write()
    },
  }
}
